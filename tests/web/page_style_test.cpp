// The text page has the colours of the panels, whose contrast theme_test.cpp holds.
#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/source_files.h"
#include "web/canvas/ui/palette.h"

using namespace ntk::web::ui;

namespace {

constexpr std::string_view role_names[] = {
    "paper",       "sheet",  "band",        "ink",       "muted",       "line",
    "edge",        "accent", "accent-held", "on-accent", "accent-soft", "permit",
    "permit-soft", "deny",   "deny-soft",   "partial",   "partial-soft"};

/// The block of declarations that follows a selector, once for each place where it stands.
std::vector<std::string> blocks_of(const std::string& css, std::string_view selector) {
  std::vector<std::string> blocks;
  for (std::size_t at = css.find(selector); at != css.npos; at = css.find(selector, at + 1)) {
    blocks.push_back(css.substr(at, css.find('}', at) - at));
  }
  return blocks;
}

std::string declaration(std::size_t role, const Palette& colours) {
  const Colour colour = colours[static_cast<Role>(role)];
  char hex[8];
  std::snprintf(hex, sizeof hex, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return "--" + std::string(role_names[role]) + ": " + hex + ";";
}

void check_block(const std::string& block, Theme theme) {
  for (std::size_t role = 0; role < role_count; ++role) {
    const std::string wanted = declaration(role, palette(theme));
    CHECK_MESSAGE(block.find(wanted) != block.npos, std::string(title(theme)), " has no ", wanted);
  }
}

}  // namespace

TEST_CASE("the text page has the panels' colours in every theme, chosen or the system's") {
  static_assert(std::size(role_names) == role_count);
  const std::string css = ntk::source_text("web/page/palette.css");

  const std::vector<std::string> light = blocks_of(css, ":root {");
  REQUIRE(light.size() == 1);
  check_block(light[0], Theme::light);

  const std::vector<std::string> dark = blocks_of(css, ":root[data-theme='dark'] {");
  const std::vector<std::string> contrast = blocks_of(css, ":root[data-theme='contrast'] {");
  const std::vector<std::string> system = blocks_of(css, ":root:not([data-theme]) {");
  REQUIRE(dark.size() == 1);
  REQUIRE(contrast.size() == 1);
  REQUIRE(system.size() == 2);
  check_block(dark[0], Theme::dark);
  check_block(contrast[0], Theme::contrast);
  check_block(system[0], Theme::dark);
  check_block(system[1], Theme::contrast);
}
