#include "sim/scenario/reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace ntk;
using namespace ntk::scenario;

namespace {

using policy::parse_date;

/// The least that a scenario can be.
const std::string least = R"({
  "format": 1, "id": "least", "title": "The least", "brief": "Nothing much.", "clock": "2016-08-12T09:30",
  "agencies": [{"id": "cbp", "name": "U.S. Customs and Border Protection", "standing": "host"}],
  "purposes": [{"id": "duty", "title": "duty"}],
  "users": [{"id": "okoro", "name": "Ada Okoro", "agency": "cbp"}],
  "records": [],
  "requests": [
    {"id": "find", "title": "Okoro searches", "user": "okoro", "function": "subject_query",
     "operation": "search", "search": {}, "purpose": "duty", "place": "Calder Bay"}
  ]
})";

/// A scenario that says everything that can be said.
const std::string most = R"({
  "$schema": "x", "comment": "c", "format": 1, "id": "most", "title": "The most", "brief": "One.\n\nTwo.",
  "objectives": ["See.", "Say."], "clock": "2016-08-12T09:30",
  "parameters": {"anaci_years": 8, "bi_years": 4, "training_years": 2},
  "agencies": [
    {"id": "fbi", "name": "Federal Bureau of Investigation", "short_name": "FBI", "standing": "external"},
    {"id": "cbp", "name": "U.S. Customs and Border Protection", "standing": "host", "comment": "c"},
    {"id": "ice", "name": "U.S. Immigration and Customs Enforcement", "standing": "component"}
  ],
  "purposes": [{"id": "duty", "title": "duty"}, {"id": "case", "title": "the case"}],
  "users": [
    {"id": "okoro", "name": "Ada Okoro", "agency": "cbp", "category": "supervisor", "account": "suspended",
     "investigation": {"type": "bi", "completed": "2014-03-17", "adjudication": "pending"},
     "training_passed": "2016-02-29", "functions": ["subject_query", "external_query"],
     "transactions": [{"function": "printing", "first": "2016-08-01", "last": "2016-08-31"}],
     "duties": ["case", "duty"]},
    {"id": "vale", "name": "Jo Vale", "agency": "fbi", "investigation": null, "training_passed": null}
  ],
  "agreements": [
    {"id": "moa", "agency": "fbi", "term": {"first": "2014-01-01", "last": "2016-12-31"},
     "categories": ["subject", "apis"], "functions": ["subject_query"], "anaci_categories": ["apis"]},
    {"id": "draft", "title": "Draft of a supplement", "agency": "fbi", "term": null}
  ],
  "owner_memos": [
    {"id": "memo", "title": "Memo on the parcel", "owner": "cbp", "to": "fbi", "term": {"first": "2016-01-01"}, "categories": ["subject", "moir"],
     "levels": [3, 4], "access": "update", "anaci": true}
  ],
  "records": [
    {"id": "one", "title": "One", "category": "subject", "owner": "fbi", "creator": "vale", "level": 3,
     "designation": [{"agencies": ["ice"], "categories": ["supervisor"]}, {"users": ["okoro"]}],
     "fields": {"last_name": "Vale", "port": "Calder Bay"}},
    {"id": "two", "title": "Two", "category": "apis", "owner": "cbp"}
  ],
  "assignable": [
    {"record": "one", "field": "level", "choices": [1, 3]},
    {"record": "one", "field": "designation", "choices": [{"users": ["okoro"]}, {"agencies": ["ice"]}]},
    {"user": "vale", "field": "investigation", "choices": [null, {"type": "anaci", "completed": "2016-01-01"}]},
    {"user": "okoro", "field": "functions", "choices": ["subject_query", "printing"]},
    {"agreement": "draft", "field": "term", "choices": [null, {"first": "2016-08-01"}]},
    {"agreement": "moa", "field": "anaci_categories", "choices": ["apis", "i94"]},
    {"owner_memo": "memo", "field": "levels", "choices": [4, 3]},
    {"owner_memo": "memo", "field": "access", "choices": ["read", "update"]},
    {"owner_memo": "memo", "field": "anaci"}
  ],
  "requests": [
    {"id": "find", "title": "Okoro searches", "user": "okoro", "function": "subject_query",
     "operation": "search", "search": {"categories": ["subject", "apis"], "terms": {"last_name": "VALE"}},
     "purpose": "case", "place": "Calder Bay", "moment": "2016-08-12T10:00"},
    {"id": "show", "title": "Vale displays", "user": "vale", "function": "subject_query",
     "operation": "display", "record": "two", "purpose": "duty", "place": "Washington"},
    {"id": "print", "title": "Vale prints", "user": "vale", "function": "printing",
     "operation": "print", "record": "one", "purpose": "duty", "place": "Calder Bay"}
  ],
  "predictions": [{"request": "show", "reason": true, "required": true}, {"request": "find"}],
  "goals": [
    {"id": "g-1", "title": "Denied", "points": 5,
     "decision": {"request": "show", "outcome": "deny", "primary": "AC-2", "failed": ["AC-2", "DA-9"]}},
    {"id": "g-2", "title": "Found",
     "decision": {"request": "find", "outcome": "permit", "returned": ["one"], "withheld": ["two"]}},
    {"id": "g-3", "title": "Recorded",
     "trail": {"user": "vale", "agency": "fbi", "function": "printing", "record": "one", "outcome": "denied",
               "failed": ["FN-1"], "at_least": 1, "at_most": 3}}
  ],
  "hints": [{"text": "Look at Vale.", "goal": "g-2"}, {"text": "Look again."}]
})";

Scenario read(const std::string& text) {
  ReadResult result = read_scenario(text, "test.json");
  for (const Diagnostic& each : result.diagnostics) FAIL_CHECK(format_text(each, result.file_name));
  REQUIRE(result.scenario);
  return *std::move(result.scenario);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The codes of the diagnostics of a text, in order, and the first one's pointer.
struct Verdict {
  std::string codes;
  std::string pointer;
};
Verdict verdict(const std::string& text) {
  const ReadResult result = read_scenario(text, "test.json");
  Verdict verdict;
  bool any_error = false;
  for (const Diagnostic& each : result.diagnostics) {
    verdict.codes += (verdict.codes.empty() ? "" : " ") + std::string(row(each.code).word);
    any_error = any_error || each.severity() == Severity::error;
  }
  if (!result.diagnostics.empty()) verdict.pointer = result.diagnostics.front().pointer;
  CHECK(result.scenario.has_value() != any_error);
  return verdict;
}

}  // namespace

TEST_CASE("what a scenario leaves out has the defaults of the format") {
  const Scenario scenario = read(least);
  CHECK(scenario.objectives.empty());
  CHECK(scenario.world.parameters == policy::Parameters{10, 5, 1});
  const policy::Agency& host = scenario.world[scenario.world.host];
  CHECK(host.short_name == host.name);
  const policy::User& user = scenario.world.users.front();
  CHECK(user.category == policy::UserCategory::general_user);
  CHECK(user.account == policy::AccountState::active);
  CHECK_FALSE(user.investigation);
  CHECK_FALSE(user.training_passed);
  CHECK(user.functions.empty());
  const ScriptedRequest& request = scenario.requests.front();
  CHECK(request.at_clock);
  CHECK(request.request.moment == scenario.clock);
  CHECK(std::get<policy::Search>(request.request.target) == policy::Search{});
  CHECK(scenario.places == std::vector<std::string>{"Calder Bay"});
}

TEST_CASE("a scenario is read as it is written: the lesson") {
  const Scenario scenario = read(most);
  CHECK(scenario.id == "most");
  CHECK(scenario.brief == "One.\n\nTwo.");
  CHECK(scenario.objectives == std::vector<std::string>{"See.", "Say."});
  CHECK(scenario.clock == policy::Moment{*parse_date("2016-08-12"), 570});
  CHECK(scenario.world.parameters == policy::Parameters{8, 4, 2});
  CHECK(scenario.places == std::vector<std::string>{"Calder Bay", "Washington"});

  REQUIRE(scenario.requests.size() == 3);
  const policy::Request& find = scenario.requests[0].request;
  CHECK_FALSE(scenario.requests[0].at_clock);
  CHECK(find.moment == policy::Moment{*parse_date("2016-08-12"), 600});
  CHECK(find.purpose.at == 1);
  const auto& search = std::get<policy::Search>(find.target);
  CHECK(search.categories == policy::CategorySet{policy::Category::subject, policy::Category::apis});
  CHECK(search.terms == std::vector<policy::Field>{{"last_name", "VALE"}});
  CHECK(scenario.requests[2].request.operation == policy::Operation::print);
  CHECK(std::get<policy::Ref<policy::Record>>(scenario.requests[1].request.target).at == 1);
  CHECK(scenario.predictions == std::vector<AskedPrediction>{{1, true, true}, {0, false, false}});

  REQUIRE(scenario.goals.size() == 3);
  using policy::CheckId;
  DecisionGoal denied{1, false, CheckId::AC_2, std::vector{CheckId::AC_2, CheckId::DA_9}, {}, {}};
  CHECK(scenario.goals[0] == Goal{"g-1", "Denied", 5, denied});
  const auto& found = std::get<DecisionGoal>(scenario.goals[1].assertion);
  CHECK(found.permitted == true);
  CHECK(found.returned == std::vector<policy::Ref<policy::Record>>{{0}});
  CHECK(found.withheld == std::vector<policy::Ref<policy::Record>>{{1}});
  CHECK(scenario.goals[1].points == 1);
  const auto& recorded = std::get<TrailGoal>(scenario.goals[2].assertion);
  CHECK(recorded.user == policy::Ref<policy::User>{1});
  CHECK(recorded.agency == policy::Ref<policy::Agency>{0});
  CHECK(recorded.function == policy::Function::printing);
  CHECK(recorded.record == policy::Ref<policy::Record>{0});
  CHECK(recorded.outcome == AuditOutcome::denied);
  CHECK(recorded.failed == std::vector{CheckId::FN_1});
  CHECK(recorded.at_least == 1);
  CHECK(recorded.at_most == 3);
  CHECK(scenario.hints == std::vector<Hint>{{"Look at Vale.", 1}, {"Look again.", std::nullopt}});
}

TEST_CASE("a scenario is read as it is written: the world") {
  using namespace policy;
  const World world = read(most).world;
  CHECK(world.host.at == 1);
  CHECK(world.agencies[0] ==
        Agency{"fbi", "Federal Bureau of Investigation", "FBI", Standing::external, read(most).clock.day});
  const User& okoro = world.users[0];
  CHECK(okoro.agency == world.host);
  CHECK(okoro.category == UserCategory::supervisor);
  CHECK(okoro.account == AccountState::suspended);
  CHECK(okoro.investigation ==
        Investigation{InvestigationType::bi, *parse_date("2014-03-17"), Adjudication::pending});
  CHECK(okoro.training_passed == parse_date("2016-02-29"));
  CHECK(okoro.functions == FunctionSet{Function::subject_query, Function::external_query});
  CHECK(
      okoro.transactions ==
      std::vector<Transaction>{{Function::printing, {*parse_date("2016-08-01"), parse_date("2016-08-31")}}});
  CHECK(okoro.duties == std::vector<Ref<Purpose>>{{1}, {0}});

  CHECK(world.agreements[0] == Agreement{"moa",
                                         {0},
                                         Term{*parse_date("2014-01-01"), parse_date("2016-12-31")},
                                         {Category::subject, Category::apis},
                                         {Function::subject_query},
                                         {Category::apis}});
  CHECK_FALSE(world.agreements[1].term);
  CHECK(world.agreements[1].title == "Draft of a supplement");
  CHECK(world.memos[0] == OwnerMemo{"memo",
                                    {1},
                                    {0},
                                    Term{*parse_date("2016-01-01"), std::nullopt},
                                    {Category::subject, Category::moir},
                                    {Level::level_3, Level::level_4},
                                    Access::update,
                                    true,
                                    "Memo on the parcel"});
  const Record& one = world.records[0];
  CHECK(one.creator == Ref<User>{1});
  CHECK(one.level == Level::level_3);
  CHECK(one.designation == Designation{{{{2}}, {UserCategory::supervisor}, {}}, {{}, {}, {{0}}}});
  CHECK(one.fields == std::vector<Field>{{"last_name", "Vale"}, {"port", "Calder Bay"}});
  CHECK(world.records[1].category == Category::apis);
}

TEST_CASE("a scenario is read as it is written: what may be assigned") {
  using namespace policy;
  const auto assignables = read(most).assignables;
  REQUIRE(assignables.size() == 9);
  using Field = AssignableField;
  CHECK(assignables[0] == Assignable{Field::record_level, 0, false, {Level::level_1, Level::level_3}});
  CHECK(assignables[1] ==
        Assignable{Field::record_designation, 0, false, {Designation{{{}, {}, {{0}}}, {{{2}}, {}, {}}}}});
  const Investigation anaci{InvestigationType::anaci, *parse_date("2016-01-01"), Adjudication::favorable};
  CHECK(assignables[2] ==
        Assignable{
            Field::user_investigation, 1, false, {std::optional<Investigation>(), std::optional(anaci)}});
  CHECK(assignables[3].choices ==
        std::vector<AssignedValue>{FunctionSet{Function::subject_query, Function::printing}});
  const Term term{*parse_date("2016-08-01"), std::nullopt};
  CHECK(assignables[4] ==
        Assignable{Field::agreement_term, 1, false, {std::optional<Term>(), std::optional(term)}});
  CHECK(assignables[5].choices == std::vector<AssignedValue>{CategorySet{Category::apis, Category::i94}});
  CHECK(assignables[6].choices == std::vector<AssignedValue>{LevelSet{Level::level_3, Level::level_4}});
  CHECK(assignables[7] == Assignable{Field::memo_access, 0, false, {Access::read, Access::update}});
  CHECK(assignables[8] == Assignable{Field::memo_anaci, 0, true, {}});
}

TEST_CASE("one mistake anywhere leaves no scenario at all") {
  CHECK(verdict(most).codes.empty());
  const Verdict hint = verdict(replaced(most, "\"goal\": \"g-2\"", "\"goal\": \"g-4\""));
  CHECK(hint.codes == "unknown-id");
  CHECK(hint.pointer == "/hints/0/goal");
}

TEST_CASE("things may be referred to before they are defined, and whatever the order of keys") {
  const Verdict swapped = verdict(R"({"requests": [
    {"id": "find", "title": "Okoro searches", "user": "okoro", "function": "subject_query",
     "operation": "search", "search": {}, "purpose": "duty", "place": "Calder Bay"}], "records": [],
    "users": [{"agency": "cbp", "id": "okoro", "name": "Ada Okoro"}],
    "purposes": [{"id": "duty", "title": "duty"}],
    "agencies": [{"id": "cbp", "name": "CBP", "standing": "host"}],
    "clock": "2016-08-12T09:30", "brief": "b", "title": "t", "id": "i", "format": 1})");
  CHECK(swapped.codes.empty());
}

TEST_CASE("a broken definition still counts as defined") {
  CHECK(verdict(replaced(most, "\"standing\": \"external\"", "\"standing\": \"outside\"")).codes ==
        "unknown-word");
  CHECK(verdict(
            replaced(most, "{\"id\": \"okoro\", \"name\": \"Ada Okoro\"", "{\"id\": \"okoro\", \"name\": 7"))
            .codes == "wrong-type");
}

TEST_CASE("references to things of a list that cannot be read are not told one by one") {
  CHECK(verdict(replaced(most, "{\"id\": \"fbi\", \"name\"", "{\"name\"")).codes == "missing-key");
  CHECK(verdict(replaced(most, "\"users\": [", "\"usres\": [")).codes == "unknown-key");
  CHECK(verdict(replaced(most, "\"owner_memos\": [", "\"owners_memos\": [")).codes == "unknown-key");
  CHECK(verdict(replaced(most,
                         "\"purposes\": [{\"id\": \"duty\", \"title\": \"duty\"}, {\"id\": \"case\", "
                         "\"title\": \"the case\"}]",
                         "\"purposes\": []"))
            .codes == "empty-list");
}

TEST_CASE("a reference to a kind of thing that the scenario has none of leads nowhere") {
  const std::string text =
      replaced(least, "\"records\": []",
               "\"records\": [], \"assignable\": [{\"agreement\": \"moa\", \"field\": \"term\"}]");
  CHECK(verdict(text).codes == "unknown-id");
}

TEST_CASE("of a file of another format only that is told") {
  CHECK(verdict("{\"format\": 2, \"anything\": []}").codes == "unsupported-format");
  CHECK(verdict("{\"format\": 0}").codes == "unsupported-format");
}

TEST_CASE("what is no object is told once, and its keys are not missed") {
  CHECK(verdict("[]").codes == "wrong-type");
  CHECK(verdict("7").codes == "wrong-type");
  CHECK(verdict(replaced(most, "{\"text\": \"Look again.\"}", "\"Look again.\"")).codes == "wrong-type");
}

TEST_CASE("the last day of a term may be its first") {
  CHECK(verdict(replaced(most, "\"last\": \"2016-12-31\"", "\"last\": \"2014-01-01\"")).codes.empty());
  CHECK(verdict(replaced(most, "\"last\": \"2016-12-31\"", "\"last\": \"2013-12-31\"")).codes ==
        "reversed-term");
}

TEST_CASE("29 February is a day in leap years only") {
  CHECK(verdict(replaced(most, "2016-02-29", "2015-02-29")).codes == "impossible-date");
  CHECK(verdict(replaced(most, "2016-02-29", "1900-02-29")).codes == "impossible-date");
  CHECK(verdict(replaced(most, "2016-02-29", "2000-02-29")).codes.empty());
}
