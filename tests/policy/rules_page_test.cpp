// docs/rules.md tells users the rules in the words that the program has: its tables may not drift from the
// rows of checks.def, functions.def and categories.def.
#include <doctest/doctest.h>

#include <functional>

#include "sim/policy/checks.h"
#include "sim/policy/vocabulary.h"
#include "tests/source_files.h"

using namespace ntk;

namespace {

/// A table's row that begins with these cells; empty where the page has none.
std::string row_of(const std::string& page, const std::string& cells) {
  const std::size_t at = page.find("\n| " + cells + " |");
  return at == page.npos ? "" : page.substr(at + 1, page.find('\n', at + 1) - at - 1);
}

template <class E>
void check_words(const std::string& page, const std::function<std::string(E)>& told) {
  for (const auto& each : policy::words<E>()) {
    CAPTURE(each.word);
    const std::string row = row_of(page, '`' + std::string(each.word) + "` | " + told(each.value));
    CHECK(row.ends_with("| " + std::string(each.source) + " |"));
  }
}

}  // namespace

TEST_CASE("the page of the rules tells every check, its page of the source and what of it is our reading") {
  const std::string page = source_text("docs/rules.md");
  for (const auto& each : policy::checks()) {
    CAPTURE(each.code);
    const std::string cells = std::string(each.code) + " | " + std::string(each.sentence) + " | " +
                              std::string(each.source) + " | " +
                              (each.reading.empty() ? "none" : std::string(each.reading));
    CHECK_FALSE(row_of(page, cells).empty());
  }
}

TEST_CASE("the page of the rules tells every function and every category, with its page of the source") {
  const std::string page = source_text("docs/rules.md");
  check_words<policy::Function>(page,
                                [](policy::Function each) { return std::string(policy::row(each).note); });
  check_words<policy::Category>(page, [](policy::Category each) {
    return std::string(policy::title(each)) + (policy::has_levels(each) ? " | yes" : " | no") +
           (policy::is_queryable(each) ? " | yes" : " | no");
  });
}
