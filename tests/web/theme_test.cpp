// The palettes of the page keep the contrast that reading them needs.
#include <doctest/doctest.h>

#include <string>

#include "web/canvas/ui/palette.h"

using namespace ntk::web::ui;

TEST_CASE("the contrast ratio is that of WCAG 2.1") {
  CHECK(contrast(rgb(0x000000), rgb(0xffffff)) == doctest::Approx(21.0));
  CHECK(contrast(rgb(0x777777), rgb(0xffffff)) == doctest::Approx(4.48).epsilon(0.001));
  CHECK(contrast(rgb(0x0000ff), rgb(0xffffff)) == doctest::Approx(8.59).epsilon(0.001));
  CHECK(contrast(rgb(0x1d3f8b), rgb(0x1d3f8b)) == doctest::Approx(1.0));
}

TEST_CASE("every text and every control boundary of every theme can be told from its ground") {
  for (std::size_t i = 0; i < theme_count; ++i) {
    const auto theme = static_cast<Theme>(i);
    for (const ContrastPair& pair : contrast_pairs()) {
      CAPTURE(std::string(title(theme)));
      CAPTURE(static_cast<int>(pair.front));
      CAPTURE(static_cast<int>(pair.ground));
      CHECK(contrast(palette(theme)[pair.front], palette(theme)[pair.ground]) >= pair.least);
    }
  }
}

TEST_CASE("text is promised 4.5 to 1 on every ground that it can stand on") {
  constexpr Role grounds[] = {Role::paper,       Role::sheet,     Role::band,        Role::accent_soft,
                              Role::permit_soft, Role::deny_soft, Role::partial_soft};
  constexpr Role texts[] = {Role::ink, Role::muted};
  for (const Role front : texts) {
    for (const Role ground : grounds) {
      bool promised = false;
      for (const ContrastPair& pair : contrast_pairs()) {
        promised = promised || (pair.front == front && pair.ground == ground && pair.least >= 4.5);
      }
      CAPTURE(static_cast<int>(front));
      CAPTURE(static_cast<int>(ground));
      CHECK(promised);
    }
  }
}

TEST_CASE("the high contrast theme gives its text 7 to 1 everywhere") {
  const Palette& colours = palette(Theme::contrast);
  for (const ContrastPair& pair : contrast_pairs()) {
    if (pair.least < 4.5) continue;
    CAPTURE(static_cast<int>(pair.front));
    CAPTURE(static_cast<int>(pair.ground));
    CHECK(contrast(colours[pair.front], colours[pair.ground]) >= 7.0);
  }
}
