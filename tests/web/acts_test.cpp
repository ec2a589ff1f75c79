// What can be done on the page comes from one table: whatever offers something to do, offers a row of it.
#include "web/view/acts.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "tests/source_files.h"
#include "web/view/shortcuts.h"

using namespace ntk;
using namespace ntk::web;

namespace {

/// What a pattern finds in a file, by its one group.
std::set<std::string> found_in(const std::filesystem::path& file, const std::string& pattern) {
  const std::string text = source_text(file);
  const std::regex wanted(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

}  // namespace

TEST_CASE("an act is found by its word, and nothing else is one") {
  CHECK(word(Act::copy_table) == "copy_table");
  CHECK(act_from_word("copy_table") == Act::copy_table);
  CHECK_FALSE(act_from_word("dance").has_value());
}

TEST_CASE("what the panels have the page do is an act") {
  std::size_t asked = 0;
  for (const auto& file : source_files("web/canvas/panels", "", ".cpp")) {
    for (const std::string& each : found_in(file, R"re(PageAct\{"(\w+)")re")) {
      CAPTURE(each);
      CHECK(act_from_word(each).has_value());
      ++asked;
    }
  }
  CHECK(asked >= 4);
}

TEST_CASE("the buttons of the text page's header do what the palette does, by the same names") {
  std::size_t buttons = 0;
  for (const std::string& each : found_in("web/page/header.js", R"re(opener\('[\w-]+', '(\w+)')re")) {
    CAPTURE(each);
    CHECK(act_from_word(each).has_value());
    ++buttons;
  }
  CHECK(buttons >= 4);
}

TEST_CASE("every shortcut has a key and says what it does, and no key stands for two acts") {
  std::set<std::string_view> keys;
  for (const ShortcutGroup& group : shortcut_groups()) {
    for (const Shortcut& each : group.shortcuts) {
      CAPTURE(each.words);
      CHECK_FALSE(each.keys[0].empty());
      CHECK_FALSE(each.words.empty());
      for (const std::string_view key : each.keys) {
        if (each.act && !key.empty()) CHECK(keys.insert(key).second);
      }
    }
  }
  CHECK(keys.size() >= 4);
}
