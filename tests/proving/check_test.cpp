// Each mistake of meaning is found at its place; the lesson that it was put into has none.
#include "sim/proving/check.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/scenario/diagnostic.h"
#include "tests/proving/quay.h"

namespace ntk::proving {

namespace {

using scenario::Diagnostic;

struct Mistake {
  const char* part;     ///< of the lesson
  const char* instead;  ///< what the author wrote
  const char* code;     ///< what finds it
  const char* pointer;  ///< where
};

constexpr Mistake mistakes[] = {
    {R"("decision": {"request": "ring-display", "outcome": "permit"})",
     R"("decision": {"request": "late-display", "outcome": "permit"})", "goal-unreachable",
     "/goals/0/decision"},
    {R"("decision": {"request": "ring-display", "outcome": "permit"})",
     R"("decision": {"request": "ring-display", "failed": ["AC-3"]})", "assertion-impossible",
     "/goals/0/decision/failed"},
    {R"("returned": ["harbour-report", "ring"], "withheld": ["source"])",
     R"("outcome": "permit", "returned": ["harbour-report", "ring", "source"])", "assertion-impossible",
     "/goals/1/decision/returned"},
    {R"("field": "levels", "is": [3])", R"("field": "levels", "is": [4])", "goals-conflict",
     "/goals/2/assigned"},
    {R"("field": "levels", "choices": [3, 4])", R"("field": "levels", "choices": [4])", "answer-not-a-choice",
     "/assignable/1/choices"},
    {R"({"agencies": ["fbi"]}, {"users": ["reyes"]})", R"({"agencies": ["fbi"]}, {"users": ["reyes"]})",
     "choice-without-effect", "/assignable/2/choices"},
    {R"({"record": "ring", "field": "designation", "choices": [{"agencies": ["fbi"]}, {"users": ["reyes"]}]})",
     R"({"owner_memo": "memo", "field": "anaci", "choices": [false, true]})", "field-without-effect",
     "/assignable/2"},
    {R"("purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     R"("purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "again", "title": "Reyes tries again", "user": "reyes", "function": "subject_query",
      "operation": "display", "record": "harbour-report", "purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     "request-never-changes", "/requests/3"},
    {R"("purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     R"("purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "again", "title": "Ortega reads the report", "user": "ortega", "function": "subject_query",
      "operation": "display", "record": "harbour-report", "purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     "unused-request", "/requests/3"},
    {R"("purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     R"("purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "early", "title": "Ortega reads the note", "user": "ortega", "function": "subject_query",
      "operation": "display", "record": "note", "purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "enters", "title": "Ortega enters a note", "user": "ortega", "function": "subject_maintenance",
      "operation": "create", "new": {"id": "note", "title": "Note", "category": "subject", "level": 1},
      "purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     "request-before-record", "/requests/3/record"},
    {R"("purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     R"("purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "enters", "title": "Ortega enters a note", "user": "ortega", "function": "subject_maintenance",
      "operation": "create", "new": {"id": "note", "title": "Note", "category": "subject", "level": 2},
      "purpose": "fugitives", "place": "Field Office"
    }
  ],)",
     "level-2-given", "/requests/3/new/level"},
    {R"("functions": ["subject_query"], "duties": ["fugitives"]
    },)",
     R"("functions": ["subject_query"], "duties": ["fugitives"], "sco": "reyes"
    },)",
     "sco-is-none", "/users/0/sco"},
    {R"("owner_memos": [
)",
     R"("owner_memos": [
    {"id": "old", "owner": "dea", "to": "fbi", "term": {"first": "2015-01-01", "last": "2015-12-31"}, "categories": ["subject"], "levels": [3]},
)",
     "memo-lapsed", "/owner_memos/0/term"},
    {R"("owner_memos": [
)",
     R"("owner_memos": [
    {"id": "own", "owner": "fbi", "to": "dea", "term": {"first": "2016-01-01"}, "categories": ["subject"], "levels": [3]},
)",
     "memo-opens-nothing", "/owner_memos/0/owner"},
    {R"("text": "The search finds three records. Which of them has a level that the memo covers?")",
     R"("text": "Who owns the record, and what has that agency signed?")", "hint-repeated", "/hints/1/text"},
    {"Who owns the record, and what has that agency signed?",
     "Try assign owner_memo memo term 2016-08-01 2016-12-31.", "hint-gives-answer", "/hints/0/text"},
    {R"("title": "Ortega looks Vale up")", R"("title": "Ortega looks Vale up: DA-7 at work")",
     "title-names-rule", "/requests/1/title"},
    {R"("title": "Ortega reads the DEA’s record")", R"("title": "DA-7 passes for Ortega")",
     "title-names-rule", "/goals/0/title"},
    {"Let Ortega read what she needs, and no more.",
     "Notwithstanding considerable organizational intricacies characterizing interdepartmental documentation "
     "responsibilities, facilitate appropriately proportionate accessibility considerations accommodating "
     "particularly investigative necessities exclusively, simultaneously maintaining comprehensive "
     "confidentiality.",
     "hard-to-read", "/brief"},
    {R"("id": "foreseen", "title": "Predicted right: Reyes opens the harbour report", "points": 3,
      "prediction": {"request": "late-display", "later_points": 2})",
     R"("id": "open", "title": "The search works",
      "decision": {"request": "ring-display", "failed": []})",
     "bot-earns-too-much", "/goals"},
    {R"("assigned": {"owner_memo": "memo", "field": "levels", "is": [3]})",
     R"("assigned": {"owner_memo": "memo", "field": "term", "is": {"first": "2016-08-01", "last": "2016-12-31"}})",
     "faults-undetected", "/goals"},
};

std::string found_in(const Checked& checked) {
  std::string text;
  for (const Diagnostic& each : checked.read.diagnostics)
    text += scenario::format_text(each, checked.read.file_name);
  return text;
}

bool finds(const Checked& checked, std::string_view code, std::string_view pointer) {
  return std::any_of(
      checked.read.diagnostics.begin(), checked.read.diagnostics.end(),
      [&](const Diagnostic& each) { return row(each.code).word == code && each.pointer == pointer; });
}

bool is_clean(const Checked& checked) {
  return std::all_of(checked.read.diagnostics.begin(), checked.read.diagnostics.end(),
                     [](const auto& each) { return each.severity() == scenario::Severity::note; });
}

TEST_CASE("the lesson that the mistakes are put into has none") {
  const Checked checked = check_lesson(quay_with(), "quay.json", {});
  CAPTURE(found_in(checked));
  CHECK(is_clean(checked));
  CHECK(checked.figures.key == checked.figures.points);
}

TEST_CASE("every mistake of meaning is found at its place") {
  std::size_t tried = 0;
  for (const Mistake& each : mistakes) {
    const Checked checked = check_lesson(quay_with(each.part, each.instead), "quay.json", {});
    CAPTURE(each.instead);
    CAPTURE(found_in(checked));
    CHECK_MESSAGE(finds(checked, each.code, each.pointer), each.code);
    ++tried;
  }
  CHECK(tried >= 20);
}

/// Puts one more request at the end of the script.
void add_request(std::string& text, std::string_view members) {
  const std::size_t at = text.find("    }\n  ],\n  \"predictions\"");
  REQUIRE(at != text.npos);
  text.insert(at + 5, ",\n    {" + std::string(members) + "}");
}

TEST_CASE("a purpose that is nobody's duty is found where a request states it") {
  std::string text = quay_with(R"("purposes": [{"id": "fugitives", "title": "fugitive apprehension"}])",
                               R"("purposes": [{"id": "fugitives", "title": "fugitive apprehension"},
    {"id": "gossip", "title": "curiosity"}])");
  add_request(text,
              R"("id": "curious", "title": "Ortega is curious", "user": "ortega", "function": "subject_query",
      "operation": "display", "record": "harbour-report", "purpose": "gossip", "place": "Field Office")");
  const Checked checked = check_lesson(text, "quay.json", {});
  CAPTURE(found_in(checked));
  CHECK(finds(checked, "purpose-nobodys-duty", "/requests/3/purpose"));
}

TEST_CASE(
    "an inspector without a duty station, and an agency without an agreement, are found at their things") {
  std::string text = quay_with();
  const std::size_t first = text.find("    {\n      \"id\": \"moa-dea\"");
  const std::size_t comma = text.rfind(",", first);
  const std::size_t end = text.find("\n    }", first) + 6;
  text.erase(comma, end - comma);
  text.replace(text.find(R"({"request": "late-display", "reason": true, "required": true})"), 61,
               R"({"request": "vale-search"})");
  text.replace(text.find(R"("prediction": {"request": "late-display", "later_points": 2})"), 60,
               R"("prediction": {"request": "vale-search", "later_points": 2})");
  const Checked checked = check_lesson(text, "quay.json", {});
  CAPTURE(found_in(checked));
  CHECK(finds(checked, "agency-without-agreement", "/agencies/2"));
  text = quay_with(
      R"("id": "ring-display", "title": "Ortega opens the DEA’s record", "user": "ortega", "function": "subject_query")",
      R"("id": "ring-display", "title": "Ortega opens the DEA’s record", "user": "ortega", "function": "inspection")");
  const Checked inspected = check_lesson(text, "quay.json", {});
  CHECK(finds(inspected, "inspector-without-station", "/users/0"));
}

TEST_CASE("a denied attempt that suspends by accident is found, and none that the lesson is about") {
  std::string text = quay_with(R"("clock": "2016-08-12T09:00",)",
                               R"("clock": "2016-08-12T09:00", "parameters": {"denied_attempts": 1},)");
  add_request(text, R"("id": "nosy", "title": "Ortega opens the source file", "user": "ortega",
      "function": "subject_query", "operation": "display", "record": "source", "purpose": "fugitives",
      "place": "Field Office")");
  const Checked checked = check_lesson(text, "quay.json", {});
  CAPTURE(found_in(checked));
  CHECK(finds(checked, "accidental-suspension", "/requests/3"));
  const std::string_view asked = R"("predictions": [)";
  text.insert(text.find(asked) + asked.size(), R"({"request": "nosy"}, )");
  CHECK_FALSE(finds(check_lesson(text, "quay.json", {}), "accidental-suspension", "/requests/3"));
}

TEST_CASE("goals that are met before any work are found where they are worth more than three tenths") {
  const Checked checked = check_lesson(
      quay_with(
          R"("assigned": {"owner_memo": "memo", "field": "levels", "is": [3]})",
          R"("points": 4, "assigned": {"record": "ring", "field": "designation", "is": [{"agencies": ["fbi"]}]})"),
      "quay.json", {});
  CAPTURE(found_in(checked));
  CHECK(finds(checked, "goal-met-at-start", "/goals/2/assigned"));
}

constexpr std::string_view right_key = R"(predict late-display deny AC-3
assign owner_memo memo term 2016-08-01 2016-12-31
assign owner_memo memo levels 3
run all
)";

TEST_CASE("a key is told where it misses or is refused, and a wrong attempt where it solves") {
  const std::string key(right_key);
  CHECK(is_clean(check_lesson(quay_with(), "quay.json", {{"quay.commands", key, false}})));
  const auto missing = check_lesson(quay_with(), "quay.json",
                                    {{"quay.commands", "predict late-display permit\nrun all\n", false}});
  CHECK(finds(missing, "key-misses", "/goals/0"));
  CHECK(finds(missing, "key-misses", "/goals/3"));
  const auto refused = check_lesson(quay_with(), "quay.json", {{"quay.commands", "run nothing\n", false}});
  CHECK(finds(refused, "key-refused", "/id"));
  const auto solves = check_lesson(quay_with(), "quay.json", {{"quay-wrong-not.commands", key, true}});
  CHECK(finds(solves, "wrong-attempt-solves", "/goals"));
}

TEST_CASE("the right answer is the first key that solves, else the solution that grants least") {
  CHECK(check_lesson(quay_with(), "quay.json", {}).figures.right == "the solution that grants least");
  const auto keyed =
      check_lesson(quay_with(), "quay.json", {{"quay.commands", std::string(right_key), false}});
  CHECK(keyed.figures.right == "quay.commands");
}

TEST_CASE("every code that the check finds is explained") {
  CHECK(explain("nonsense").empty());
  for (const scenario::CodeRow& each : scenario::code_rows()) CHECK_FALSE(explain(each.word).empty());
  CHECK(explain("faults-undetected").find("Add a goal for what survives") != std::string::npos);
}

TEST_CASE("a file that is no scenario is told of as by the lint, and nothing is tried") {
  const Checked checked = check_lesson("{}", "empty.json", {});
  CHECK_FALSE(checked.read.scenario);
  CHECK(checked.figures.bots.empty());
}

}  // namespace
}  // namespace ntk::proving
