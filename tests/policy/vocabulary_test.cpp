#include <doctest/doctest.h>

#include <set>

#include "sim/policy/checks.h"
#include "sim/policy/vocabulary.h"

namespace ntk::policy {
namespace {

template <class E>
void check_words() {
  std::set<std::string_view> seen;
  int position = static_cast<int>(words<E>().front().value);
  for (const Word<E>& each : words<E>()) {
    CAPTURE(each.word);
    CHECK(static_cast<int>(each.value) == position++);
    CHECK(seen.insert(each.word).second);
    CHECK_FALSE(each.title.empty());
    CHECK(from_word<E>(each.word) == each.value);
    CHECK(word(each.value) == each.word);
  }
  CHECK_FALSE(from_word<E>("no such word"));
}

TEST_CASE("every value has one word of its own, a title, and is read back from its word") {
  check_words<Function>();
  check_words<Category>();
  check_words<Operation>();
  check_words<Standing>();
  check_words<UserCategory>();
  check_words<InvestigationType>();
  check_words<Adjudication>();
  check_words<AccountState>();
  check_words<Level>();
  check_words<Access>();
}

TEST_CASE("an operation reads, changes, or creates and administers, and never two of them") {
  int reading = 0, changing = 0;
  for (const auto& each : words<Operation>()) {
    reading += is_reading(each.value);
    changing += is_changing(each.value);
    CHECK_FALSE((is_reading(each.value) && is_changing(each.value)));
  }
  CHECK(reading == 9);
  CHECK(changing == 6);
}

TEST_CASE("only subject records, lookouts, memoranda of information and seizures carry levels") {
  CategorySet levelled;
  for (const auto& each : words<Category>()) {
    if (has_levels(each.value)) levelled.insert(each.value);
  }
  CHECK(levelled == CategorySet{Category::subject, Category::lookout, Category::moir, Category::seizure});
}

TEST_CASE("every function covers some operation, and queries cover only queryable data") {
  for (const auto& each : words<Function>()) {
    CAPTURE(each.word);
    CHECK_FALSE(scope(each.value).operations.empty());
  }
  for (const auto& each : words<Category>()) {
    CHECK(scope(Function::subject_query).categories.contains(each.value) == is_queryable(each.value));
  }
}

TEST_CASE("every check has a code, a sentence and a page, and says so where it is the simulator's reading") {
  std::set<std::string_view> codes;
  Gate gate = Gate::account;
  for (const Check& each : checks()) {
    CAPTURE(each.code);
    CHECK(codes.insert(each.code).second);
    CHECK(check_from_code(each.code) == each.id);
    CHECK(check(each.id).code == each.code);
    CHECK(each.sentence.ends_with("."));
    CHECK_FALSE(each.source.empty());
    CHECK((each.basis == Basis::source) == each.reading.empty());
    CHECK(each.gate >= gate);
    gate = each.gate;
  }
  CHECK(codes.size() == check_count);
  CHECK_FALSE(check_from_code("da-7"));
}

}  // namespace
}  // namespace ntk::policy
