#include "tests/session/example_lesson.h"

#include <doctest/doctest.h>

namespace ntk::session {
namespace {

using namespace policy;
using namespace scenario;
using enum AssignableField;

Date day(std::string_view text) {
  return parse_date(text).value();
}
Moment at(std::string_view text) {
  return parse_moment(text).value();
}
Term year_2016() {
  return {day("2016-01-01"), day("2016-12-31")};
}

constexpr Ref<Agency> cbp{0}, fbi{1}, dea{2};
constexpr Ref<User> ortega{0}, reyes{1};
constexpr Ref<Purpose> fugitives{0};
constexpr Ref<Record> harbour{0}, ring{1}, source_file{2}, port_log{3};

User user(std::string id, std::string name, Ref<Agency> agency) {
  User user;
  user.id = std::move(id);
  user.name = std::move(name);
  user.agency = agency;
  user.investigation = Investigation{InvestigationType::bi, day("2014-05-02"), Adjudication::favorable};
  user.training_passed = day("2016-03-01");
  user.certified = day("2016-03-01");
  user.functions = {Function::subject_query};
  user.duties = {fugitives};
  return user;
}

Record record(std::string id, std::string title, Ref<Agency> owner, Level level) {
  Record record;
  record.id = std::move(id);
  record.title = std::move(title);
  record.category = Category::subject;
  record.owner = owner;
  record.level = level;
  record.fields = {{"last_name", "Vale"}};
  return record;
}

Agreement agreement(std::string id, Ref<Agency> agency) {
  return {std::move(id), agency, year_2016(), {Category::subject}, {Function::subject_query}, {}};
}

World world() {
  World world;
  world.host = cbp;
  world.agencies = {{"cbp", "U.S. Customs and Border Protection", "CBP", Standing::host},
                    {"fbi", "Federal Bureau of Investigation", "FBI", Standing::external},
                    {"dea", "Drug Enforcement Administration", "DEA", Standing::external}};
  for (Agency& each : world.agencies) each.certified = day("2016-03-01");
  world.purposes = {{"fugitives", "fugitive apprehension"}, {"audits", "audit of cases"}};
  world.users = {user("ortega", "Ana Ortega", fbi), user("reyes", "Jess Reyes", dea)};
  world.agreements = {agreement("moa-fbi", fbi), agreement("moa-dea", dea)};
  world.memos = {
      {"memo-1", dea, fbi, std::nullopt, {Category::subject}, {Level::level_3}, Access::read, false}};
  world.records = {record("harbour", "Harbour report", fbi, Level::level_1),
                   record("ring", "Ring of four", dea, Level::level_3),
                   record("source-file", "Source file", dea, Level::level_4),
                   record("port-log", "Port log", cbp, Level::level_1)};
  return world;
}

Assignable of_choices(AssignableField field, std::uint32_t position, std::vector<AssignedValue> choices) {
  return {field, position, false, std::move(choices)};
}

Assignable open(AssignableField field, std::uint32_t position) {
  return {field, position, true, {}};
}

std::vector<Assignable> assignables() {
  const DesignationClass of_fbi{{fbi}, {}, {}}, supervisors{{fbi}, {UserCategory::supervisor}, {}},
      ana{{}, {}, {ortega}};
  return {
      of_choices(record_level, ring.at, {Level::level_1, Level::level_3, Level::level_4}),
      of_choices(record_designation, ring.at, {Designation{of_fbi, supervisors, ana}}),
      of_choices(user_investigation, ortega.at,
                 {std::optional<Investigation>(),
                  std::optional(Investigation{InvestigationType::bi, day("2014-05-02"), {}}),
                  std::optional(Investigation{InvestigationType::anaci, day("2015-01-15"), {}})}),
      open(user_functions, reyes.at),
      of_choices(agreement_term, 0, {std::optional<Term>(), std::optional(year_2016())}),
      of_choices(agreement_categories, 0, {CategorySet{Category::subject, Category::lookout}}),
      open(agreement_functions, 0),
      open(agreement_anaci_categories, 0),
      open(memo_term, 0),
      open(memo_categories, 0),
      open(memo_levels, 0),
      open(memo_access, 0),
      open(memo_anaci, 0),
      open(record_designation, source_file.at),
      open(user_investigation, reyes.at),
  };
}

Request display(Ref<User> user, Ref<Record> what) {
  return {user,      Function::subject_query, Operation::display,    what,
          fugitives, "Field Office",          at("2016-08-12T09:00")};
}

std::vector<ScriptedRequest> requests() {
  Request look_up = display(ortega, harbour);
  look_up.operation = Operation::search;
  look_up.target = Search{{}, {{"last_name", "vale"}}};
  Request at_noon = display(reyes, source_file);
  at_noon.moment = at("2016-08-12T12:00");
  return {{"own-file", "Ortega opens her own agency’s file", display(ortega, harbour), true},
          {"foreign-file", "Ortega opens the DEA’s file", display(ortega, ring), true},
          {"look-up", "Ortega looks Vale up", look_up, true},
          {"at-noon", "Reyes opens the source file", at_noon, false}};
}

std::vector<Goal> goals() {
  DecisionGoal opened;
  opened.request = 1;
  opened.permitted = true;
  DecisionGoal named;
  named.request = 3;
  named.permitted = false;
  named.failed = {CheckId::DA_6};
  DecisionGoal found;
  found.request = 2;
  found.returned = {harbour, ring, port_log};
  found.withheld = {source_file};
  TrailGoal seen;
  seen.user = ortega;
  seen.record = ring;
  seen.outcome = AuditOutcome::permitted;
  seen.at_least = 1;
  TrailGoal few;
  few.outcome = AuditOutcome::denied;
  few.at_most = 1;
  return {{"opened", "Ortega reads the DEA’s file", 2, opened},
          {"named", "Reyes is denied for not being named", 1, named},
          {"found", "The search shows all but the source file", 3, found},
          {"seen", "The trail shows that it was read", 1, seen},
          {"few", "At most one request is denied", 1, few}};
}

}  // namespace

Scenario example_lesson() {
  Scenario lesson;
  lesson.id = "example";
  lesson.title = "An example";
  lesson.brief = "Let Ortega read what she needs.";
  lesson.clock = at("2016-08-12T09:00");
  lesson.world = world();
  lesson.assignables = assignables();
  lesson.requests = requests();
  lesson.predictions = {{1, true, true}, {2, false, false}};
  lesson.goals = goals();
  lesson.hints = {{"Who owns the record?", 0}, {"Does the memo have a term?", 0}};
  lesson.places = {"Field Office"};
  return lesson;
}

void apply_all(Session& session, std::initializer_list<std::string_view> commands) {
  for (const std::string_view each : commands) {
    const auto refusal = session.apply(each);
    CAPTURE(each);
    REQUIRE_MESSAGE(!refusal, refusal->message);
  }
}

Session session_after(std::initializer_list<std::string_view> commands) {
  Session session(example_lesson());
  apply_all(session, commands);
  return session;
}

std::string code_of(const std::optional<Refusal>& refusal) {
  return refusal ? refusal->code : "applied";
}

std::string failing(const Session& session, std::string_view request) {
  const Run* run = session.latest_run(session.find_request(request).value());
  REQUIRE(run != nullptr);
  std::string codes;
  for (const CheckId id : run->decision.verdicts.failed()) {
    codes += (codes.empty() ? "" : " ") + std::string(check(id).code);
  }
  return codes.empty() ? "none" : codes;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

}  // namespace ntk::session
