// The published schema and the reader have one vocabulary. That they have one opinion of whole files is asked
// by tests/schema.
#include "sim/scenario/schema.h"

#include <doctest/doctest.h>

#include <set>

#include "sim/policy/checks.h"
#include "sim/scenario/located_json.h"
#include "sim/scenario/scenario.h"
#include "tests/scenario/json_member.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::scenario;

namespace {

const JsonValue& schema() {
  static const std::optional<JsonValue> document = [] {
    Diagnostics diagnostics(schema_text());
    return parse_json(diagnostics);
  }();
  REQUIRE(document);
  return *document;
}

using Words = std::vector<std::string>;

Words strings(const JsonValue& list) {
  Words words;
  for (const JsonValue& each : list.items) words.push_back(each.string);
  return words;
}

/// The words of a definition's enumeration; each has its description.
Words enumeration(std::string_view definition) {
  const JsonValue& defined = member(member(schema(), "definitions"), definition);
  const Words words = strings(member(defined, "enum"));
  CHECK(strings(member(defined, "enumDescriptions")).size() == words.size());
  return words;
}

template <class E, class Keep>
Words vocabulary(Keep keep) {
  Words words;
  for (const auto& each : policy::words<E>()) {
    if (keep(each.value)) words.emplace_back(each.word);
  }
  return words;
}

template <class E>
Words vocabulary() {
  return vocabulary<E>([](E) { return true; });
}

}  // namespace

TEST_CASE("the schema that is built in is the one that is published") {
  CHECK(schema_text() == source_text("scenarios/schema/scenario.schema.json"));
}

TEST_CASE("the schema's words are those of the vocabulary") {
  using namespace policy;
  CHECK(enumeration("function") == vocabulary<Function>());
  CHECK(enumeration("category") == vocabulary<Category>());
  CHECK(enumeration("standing") == vocabulary<Standing>());
  CHECK(enumeration("user_category") == vocabulary<UserCategory>());
  CHECK(enumeration("investigation_type") == vocabulary<InvestigationType>());
  CHECK(enumeration("adjudication") == vocabulary<Adjudication>());
  CHECK(enumeration("account_state") == vocabulary<AccountState>());
  CHECK(enumeration("access") == vocabulary<Access>());
  CHECK(enumeration("operation") == vocabulary<Operation>());
  CHECK(enumeration("primary_action") == vocabulary<PrimaryAction>());
  CHECK(enumeration("subject_kind") == vocabulary<SubjectKind>());
  CHECK(enumeration("statement") == vocabulary<Statement>());
  CHECK(enumeration("route") == vocabulary<Route>());
}

TEST_CASE("the schema knows which categories carry levels") {
  using policy::Category;
  CHECK(enumeration("category_with_levels") == vocabulary<Category>(policy::has_levels));
  CHECK(enumeration("category_without_levels") ==
        vocabulary<Category>([](Category each) { return !policy::has_levels(each); }));
}

TEST_CASE("the schema knows the rules, and how events end") {
  Words codes;
  for (const policy::Check& each : policy::checks()) codes.emplace_back(each.code);
  CHECK(enumeration("check") == codes);
  Words outcomes;
  for (const auto each :
       {AuditOutcome::permitted, AuditOutcome::denied, AuditOutcome::permitted_with_withheld}) {
    outcomes.emplace_back(word(each));
  }
  CHECK(enumeration("audit_outcome") == outcomes);
}

TEST_CASE("the schema opens the fields that can be assigned") {
  std::set<std::string> words;
  for (const AssignableFieldWord& each : assignable_fields()) words.emplace(each.word);
  const JsonValue& properties = member(member(member(schema(), "definitions"), "assignable"), "properties");
  const Words published = strings(member(member(properties, "field"), "enum"));
  CHECK(std::set<std::string>(published.begin(), published.end()) == words);
  for (const AssignableFieldWord& each : assignable_fields()) member(properties, each.kind_word);
}

TEST_CASE("every key of the schema is described, so that editors can explain it") {
  const auto look = [](const JsonValue& object, const auto& self) -> void {
    for (const JsonMember& each : object.members) {
      if (each.key == "if" || each.key == "then") continue;
      if (each.key == "properties") {
        for (const JsonMember& property : each.value.members) {
          const bool has_words =
              property.value.members.empty() || property.value.members[0].key == "$ref" ||
              std::any_of(property.value.members.begin(), property.value.members.end(),
                          [](const JsonMember& word) { return word.key == "description"; });
          CHECK_MESSAGE(has_words, property.key);
        }
      }
      self(each.value, self);
    }
  };
  look(schema(), look);
}
