// What requests do that enter, change and administer: to the records, the accounts, the forms and the
// notices.
#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "sim/session/session.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::session;

namespace {

/// The day of tests/session/office.json.
struct Office {
  Session session = [] {
    auto read = scenario::read_scenario(source_text("tests/session/office.json"), "office.json");
    for (const auto& each : read.diagnostics) FAIL_CHECK(scenario::format_text(each, "office.json"));
    REQUIRE(read.scenario);
    return Session(*std::move(read.scenario));
  }();

  /// Runs a request; the outcome in words.
  std::string run(const std::string& request) {
    REQUIRE_FALSE(session.apply("run " + request));
    return outcome_in_words(session, session.runs().back());
  }
  /// What failed of the last run, as "AD-1"; "none".
  std::string failed() const {
    std::string codes;
    for (const policy::CheckId id : session.trail().events().back().failed)
      codes += (codes.empty() ? "" : " ") + std::string(policy::check(id).code);
    return codes.empty() ? "none" : codes;
  }
  const policy::Record& record(std::string_view id) const {
    for (const policy::Record& each : session.world().records) {
      if (each.id == id) return each;
    }
    FAIL("no record " << id);
    return session.world().records.front();
  }
  const policy::User& user(std::string_view id) const {
    for (const policy::User& each : session.world().users) {
      if (each.id == id) return each;
    }
    FAIL("no user " << id);
    return session.world().users.front();
  }
  GoalState goal(std::uint32_t at) const { return session.goal_status(at).state; }
};

}  // namespace

TEST_CASE("a record is on the platform once it is entered, owned by the agency of its creator") {
  Office office;
  CHECK(office.record("heron").absent);
  CHECK(has(office.run("change"), "not on the platform"));
  CHECK(office.failed() == "none");
  office.run("enter");
  CHECK_FALSE(office.record("heron").absent);
  CHECK(office.session.world()[office.record("heron").owner].id == "cbp");
  CHECK(office.session.world()[*office.record("heron").creator].id == "officer");
  const AuditEvent& event = office.session.trail().events().back();
  REQUIRE(event.returned.size() == 1);
  CHECK(has(canonical_json(event, office.session.world()), "\"record\":\"heron\",\"returned\":[\"heron\"]"));
}

TEST_CASE("what a denied creation would have entered is not there") {
  Office office;
  CHECK(has(office.run("enter-legacy"), "legacy"));
  CHECK(office.failed() == "AD-1");
  CHECK(office.record("legacy").absent);
  CHECK(has(office.run("see-legacy"), "not on the platform"));
  CHECK(office.session.trail().events().back().returned.empty());
}

TEST_CASE("a change gives what it states, and leaves the rest") {
  Office office;
  office.run("enter");
  CHECK(has(office.run("change"), "level 1, name = Grey Heron II and flag = NL"));
  CHECK(office.record("heron").level == policy::Level::level_1);
  CHECK(office.record("heron").notify_owner);
  REQUIRE(office.record("heron").fields.size() == 2);
  CHECK(office.record("heron").fields[0].value == "Grey Heron II");
}

TEST_CASE("a lookout is on Primary once another supervisor approved it, through its last day") {
  Office office;
  office.run("enter");
  CHECK(has(office.run("instruct"), "is not on Primary"));
  office.run("place");
  CHECK(has(office.run("instruct"), "no supervisor has approved"));
  office.run("approve");
  CHECK(has(office.run("instruct"), "Armed and dangerous"));
  REQUIRE_FALSE(office.session.apply("advance 2016-12-31T23:59"));
  CHECK(has(office.run("instruct"), "Armed and dangerous"));
  REQUIRE_FALSE(office.session.apply("advance 2017-01-01T08:00"));
  CHECK(has(office.run("instruct"), "was not recertified"));
  office.run("recertify");
  CHECK(has(office.run("instruct"), "Armed and dangerous"));
}

TEST_CASE("an officer at Primary who is told nothing has been shown nothing") {
  Office office;
  office.run("enter");
  office.run("place");
  office.run("instruct");
  CHECK(office.session.trail().events().back().returned.empty());
  office.run("approve");
  office.run("instruct");
  CHECK(office.session.trail().events().back().returned.size() == 1);
}

TEST_CASE("a place on Primary that was never approved did not end: it never was") {
  Office office;
  office.run("enter");
  office.run("place");
  REQUIRE_FALSE(office.session.apply("advance 2017-01-01T08:00"));
  CHECK(has(office.run("instruct"), "no supervisor has approved"));
}

TEST_CASE("a withdrawn lookout and a deleted record are found no more, and their events stay") {
  Office office;
  office.run("enter");
  office.run("withdraw");
  CHECK(has(office.run("instruct"), "not on the platform"));
  office.run("delete");
  CHECK(office.record("person").absent);
  office.run("look");
  CHECK(office.session.trail().events().back().returned.empty());
  CHECK(office.session.trail().events().size() == 5);
}

TEST_CASE(
    "the owner of a lookout who asked for it is told of each hit of others, also where it was withheld") {
  Office office;
  office.run("look");
  REQUIRE(office.session.notices().size() == 1);
  const Notice& hit = office.session.notices()[0];
  CHECK(hit.kind == NoticeKind::query_hit);
  CHECK(office.session.world()[hit.to].id == "ice");
  CHECK(hit.text == "Query hit on “Lookout of ICE”: 12 August 2016 at 08:00, Office.");
  REQUIRE(office.session.trail().events().back().withheld.size() == 1);
  office.run("encounter");
  REQUIRE(office.session.notices().size() == 2);
  CHECK(office.session.notices()[1].kind == NoticeKind::encounter);
}

TEST_CASE("a request that the function denies causes no notice") {
  Office office;
  office.run("activate");
  office.run("try");
  CHECK(office.failed() != "none");
  CHECK(office.session.notices().empty());
}

TEST_CASE("the creator causes no notice") {
  Office office;
  office.run("enter");
  office.run("change");
  CHECK(office.session.notices().empty());
}

TEST_CASE("the owner is warned before a place on Primary ends, and told that it ended") {
  Office office;
  REQUIRE_FALSE(office.session.apply("advance 2016-08-30T08:00"));
  CHECK(office.session.notices().empty());
  REQUIRE_FALSE(office.session.apply("advance 2016-08-31T08:00"));
  REQUIRE(office.session.notices().size() == 1);
  CHECK(office.session.notices()[0].kind == NoticeKind::ends_soon);
  REQUIRE_FALSE(office.session.apply("advance 2016-09-30T08:00"));
  CHECK(office.session.notices().size() == 1);
  REQUIRE_FALSE(office.session.apply("advance 2016-10-01T08:00"));
  REQUIRE(office.session.notices().size() == 2);
  CHECK(office.session.notices()[1].kind == NoticeKind::ended);
}

TEST_CASE("who opens or prints a record on a person leaves a form, marked where it leaves the Department") {
  Office office;
  office.run("open-person");
  office.run("open-vessel");
  office.run("look");
  office.run("print-person");
  const auto forms = office.session.disclosure_forms();
  REQUIRE(forms.size() == 2);
  CHECK(forms[0].outside_department);
  CHECK(forms[0].requester == "Noor Haddad");
  CHECK(forms[0].event == 1);
  CHECK_FALSE(forms[0].by_hand);
  CHECK_FALSE(forms[1].outside_department);
  CHECK(forms[1].event == 4);
}

TEST_CASE("a letter is answered where it was found to state all four, and the form is recorded by hand") {
  Office office;
  office.run("answer");
  CHECK(office.failed() == "DI-2");
  CHECK(office.session.disclosure_forms().empty());
  REQUIRE_FALSE(office.session.apply("assign letter archive states need use authority routine_use"));
  office.run("answer");
  CHECK(office.failed() == "none");
  REQUIRE(office.session.disclosure_forms().size() == 1);
  const DisclosureForm& form = office.session.disclosure_forms()[0];
  CHECK(form.by_hand);
  CHECK(form.requester == "The archivist");
  CHECK(form.agency == "County Archive");
  CHECK(form.address == "1 Mill Lane");
  CHECK(form.provider == "Ana Ortega");
  CHECK(form.outside_department);
}

TEST_CASE("an officer certifies, activates and gives functions, for good or for a term") {
  Office office;
  office.run("query");
  CHECK(office.failed() == "AC-1 AC-6 FN-1");
  office.run("certify");
  office.run("activate");
  office.run("assign");
  office.run("lend");
  CHECK(office.user("newcomer").account == policy::AccountState::active);
  office.run("query");
  CHECK(office.failed() == "none");
  office.run("print");
  CHECK(office.failed() == "none");
  REQUIRE_FALSE(office.session.apply("advance 2016-08-14T08:00"));
  office.run("query");
  CHECK(office.failed() == "none");
  office.run("print");
  CHECK(office.failed() == "FN-1");
}

TEST_CASE("a suspended account is reinstated by its officer, and denied attempts count from nothing again") {
  Office office;
  office.run("certify");
  CHECK(has(office.run("reinstate"), "nothing to reinstate"));
  office.run("activate");
  for (int i = 0; i < 3; ++i) office.run("try");
  CHECK(office.user("newcomer").account == policy::AccountState::suspended);
  CHECK(has(office.run("activate"), "nothing to activate"));
  office.run("reinstate");
  CHECK(office.user("newcomer").account == policy::AccountState::active);
  office.run("try");
  office.run("try");
  CHECK(office.user("newcomer").account == policy::AccountState::active);
  office.run("try");
  CHECK(office.user("newcomer").account == policy::AccountState::suspended);
}

TEST_CASE("a report counts what its user may see, by category") {
  Office office;
  CHECK(has(office.run("count"), "subject records: 2 and lookouts: 1"));
}

TEST_CASE("vetting answers with the number of matches") {
  Office office;
  CHECK(has(office.run("vet"), "the response of 2 matches"));
}

TEST_CASE("a review of the trail is itself an event, and shows those before it that fit") {
  Office office;
  office.run("look");
  office.run("count");
  office.run("open-vessel");
  office.run("review");
  const AuditEvent& event = office.session.trail().events().back();
  CHECK(event.sequence == 4);
  CHECK(event.reviewed == std::vector<std::uint64_t>{1, 3});
  CHECK(has(canonical_json(event, office.session.world()), "\"reviewed\":[1,3]"));
  office.run("review");
  CHECK(office.session.trail().events().back().reviewed == std::vector<std::uint64_t>{1, 3});
  CHECK(verify(to_json_lines(office.session.trail(), office.session.world()), office.session.trail().seal())
            .empty());
}

TEST_CASE("marks are scored by precision and recall, and undone like all else") {
  Office office;
  CHECK(office.session.apply("mark open-vessel")->code == "not-run");
  REQUIRE_FALSE(office.session.apply("run all"));
  CHECK(office.goal(0) == GoalState::open);
  REQUIRE_FALSE(office.session.apply("mark open-person"));
  CHECK(office.session.review_score().precision() == 0);
  CHECK(office.goal(0) == GoalState::unmet);
  REQUIRE_FALSE(office.session.apply("mark open-vessel"));
  CHECK(office.session.review_score().precision() == 50);
  CHECK(office.session.review_score().recall() == 100);
  CHECK(office.goal(0) == GoalState::unmet);
  REQUIRE_FALSE(office.session.apply("unmark open-person"));
  CHECK(office.goal(0) == GoalState::met);
  office.session.undo();
  CHECK(office.session.review_score().marked == 2);
  CHECK(to_command_file(office.session) == "run all\nmark open-person\nmark open-vessel\n");
}

TEST_CASE("a person’s letter is answered by the way that fits, and no decision is outdated by it") {
  Office office;
  office.run("look");
  CHECK(office.goal(1) == GoalState::open);
  REQUIRE_FALSE(office.session.apply("assign letter traveller route appeal"));
  CHECK(office.goal(1) == GoalState::unmet);
  REQUIRE_FALSE(office.session.apply("assign letter traveller route dhs_trip"));
  CHECK(office.goal(1) == GoalState::met);
  CHECK(office.session.freshness(*office.session.find_request("look")) == Freshness::current);
}

TEST_CASE("what is handed in ahead of arrival keeps its origin, and its first value when it is corrected") {
  Office office;
  CHECK(office.record("advance").fields[0].origin == "Heron Air");
  office.run("submit");
  CHECK(office.failed() == "none");
  CHECK(office.record("second").fields[0].origin == "Heron Air");
  CHECK(has(office.run("intake"),
            "pre-populated with 1 field from Heron Air, and corrects last_name = Vail (was Vale"));
  CHECK(office.record("second").fields[0].value == "Vail");
  CHECK(office.record("second").fields[0].original == "Vale");
}

TEST_CASE("level 1 is passed on to an agency of the platform") {
  Office office;
  CHECK(has(office.run("pass"), "passes “Vessel report” on to ICE"));
}

TEST_CASE("what is undone has not been entered, changed, sent or written") {
  Office office;
  const policy::World before = office.session.world();
  for (const char* each :
       {"enter", "submit", "result", "certify", "activate", "assign", "open-person", "look", "delete"})
    office.run(each);
  CHECK_FALSE(office.session.world() == before);
  while (office.session.can_undo()) office.session.undo();
  CHECK(office.session.world() == before);
  CHECK(office.session.disclosure_forms().empty());
  CHECK(office.session.notices().empty());
  CHECK(office.session.trail().events().empty());
}

TEST_CASE("what a request has changed can be assigned too, and then holds for the days after") {
  std::string text = source_text("tests/session/office.json");
  const std::string_view assignable = "\"assignable\": [";
  text.insert(text.find(assignable) + assignable.size(), R"({"record": "person", "field": "level"},)");
  const std::string_view requests = "\"requests\": [";
  text.insert(text.find(requests) + requests.size(),
              R"({"id": "amend", "title": "Ortega amends it", "user": "officer",
                  "function": "subject_maintenance", "operation": "update", "record": "person",
                  "purpose": "case", "place": "Averton", "change": {"level": 3}},)");
  auto read = scenario::read_scenario(text, "office.json");
  REQUIRE(read.scenario);
  Session session(*std::move(read.scenario));
  REQUIRE_FALSE(session.apply("run amend"));
  const auto level = [&] {
    return std::get<policy::Level>(current_value(session.world(), session.scenario().assignables[0]));
  };
  REQUIRE(level() == policy::Level::level_3);
  REQUIRE_FALSE(session.apply("assign record person level 3"));
  REQUIRE_FALSE(session.apply("run all"));
  const auto& day = *session.runs()[1].world;  // of the first run of the new day: no request has changed it
  for (const policy::Record& each : day.records) {
    if (each.id == "person") CHECK(each.level == policy::Level::level_3);
  }
}
