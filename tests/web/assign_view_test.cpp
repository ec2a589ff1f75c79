// Assign, as both views show it: which things there are, their facts, and what can be assigned.
#include "web/view/assign_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"
#include "tests/web/page.h"
#include "web/bridge/model.h"
#include "web/view/crossing_view.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;
using scenario::AssignableField;
using scenario::AssignableKind;

namespace {

/// A lesson that is worked on, and what Assign shows of it.
struct AssignScreen {
  session::Session session;

  explicit AssignScreen(const std::string& text) : session(read(text)) {}
  static AssignScreen of_file(const std::string& file) { return AssignScreen(source_text(file)); }

  static scenario::Scenario read(const std::string& text) {
    auto found = scenario::read_scenario(text, "lesson.json");
    REQUIRE(found.scenario);
    return *std::move(found.scenario);
  }

  void apply(std::string_view command) {
    CAPTURE(command);
    REQUIRE_FALSE(session.apply(command));
  }
  AssignView view() const { return view_assign(session); }
  AssignKind kind(AssignableKind which) const { return view().kind(which); }
  ThingView thing(AssignableKind kind, std::string_view id) const {
    const AssignView now = view();
    for (const std::uint32_t at : now.kind(kind).things) {
      ThingView thing = view_thing(session, now.open, kind, at);
      if (thing.id == id) return thing;
    }
    FAIL("no such thing: ", id);
    return {};
  }
  FieldView field(AssignableKind kind, std::string_view id, AssignableField which) const {
    const ThingView shown = thing(kind, id);
    const FieldView* found = shown.field(which);
    REQUIRE(found != nullptr);
    return *found;
  }
};

const std::string every_field_file = "tests/web/every-field.json";

/// The lesson in which every field is open, with a change.
AssignScreen every_field_with(auto change) {
  json lesson = json::parse(source_text(every_field_file));
  change(lesson);
  return AssignScreen(lesson.dump());
}

std::string facts_in_lines(const std::vector<Fact>& facts) {
  std::string text;
  for (const Fact& each : facts) text += each.title + ": " + each.words + "\n";
  return text;
}

std::string choices_in_words(const FieldView& field) {
  std::string text;
  for (const ChoiceView& each : field.choices) text += (each.chosen ? "*" : "") + each.words + "; ";
  return text;
}

const ChoiceView& choice_with(const FieldView& field, std::string_view text) {
  const auto found = std::find_if(field.choices.begin(), field.choices.end(),
                                  [&](const ChoiceView& each) { return each.text == text; });
  REQUIRE(found != field.choices.end());
  return *found;
}

}  // namespace

TEST_CASE("things with something to assign come first, and it is said how many of the others are locked") {
  const AssignScreen lesson =
      every_field_with([](json& each) { std::swap(each["records"][0], each["records"][2]); });
  const AssignKind records = lesson.kind(AssignableKind::record);
  CHECK(records.things == std::vector<std::uint32_t>{2, 0, 1});
  CHECK(records.open == 1);
  CHECK(records.locked == "2 records are locked");
  CHECK(lesson.kind(AssignableKind::user).locked == "1 user is locked");
  CHECK(lesson.kind(AssignableKind::agreement).locked == "");
  CHECK(lesson.view().about == "13 fields are yours to assign. Everything else is locked.");
  CHECK(lesson.thing(AssignableKind::record, "sealed-file").locked());
  CHECK_FALSE(lesson.thing(AssignableKind::record, "harbour-report").locked());
}

TEST_CASE("a lesson that opens nothing says so, and what to do") {
  const AssignScreen lesson = every_field_with([](json& each) {
    each["assignable"] = json::array();
    each["agreements"] = json::array();
  });
  CHECK(lesson.view().about ==
        "There is nothing to assign in this lesson. Run its requests to see what happens.");
  CHECK(lesson.kind(AssignableKind::record).locked == "All 3 records are locked");
  CHECK(lesson.kind(AssignableKind::agreement).empty ==
        "This lesson has no agreements, so there is nothing to assign here.");
  CHECK(lesson.kind(AssignableKind::agreement).locked == "");
}

TEST_CASE("letters have a place where there are some, and users’ profiles never have one") {
  CHECK(AssignScreen::of_file(every_field_file).view().kinds.size() == 4);
  CHECK(AssignScreen::of_file("scenarios/08-letters/scenario.json").view().kinds.size() == 5);
  const AssignScreen desk = AssignScreen::of_file("scenarios/07-the-profile-desk/scenario.json");
  for (const std::uint32_t at : desk.kind(AssignableKind::record).things)
    CHECK_FALSE(desk.session.world().records[at].profile_of);
}

TEST_CASE("a record has its facts in pairs, and its content under labels") {
  const ThingView record =
      AssignScreen::of_file(every_field_file).thing(AssignableKind::record, "harbour-report");
  CHECK(record.title == "Harbour report");
  CHECK(facts_in_lines(record.facts)
            .starts_with("Data: Subject records\nOwner: Drug Enforcement Administration (DEA)\nHeld in: "));
  CHECK(facts_in_lines(record.content) == "Last name: Vale\nRemark: three boats, <b>no</b> lights\n");
  CHECK(record.note == "");
}

TEST_CASE("data without levels has no field, and the record says why") {
  const AssignScreen lesson = every_field_with([](json& each) {
    each["records"].push_back(
        {{"id", "passport"}, {"title", "Passport"}, {"category", "travel_document"}, {"owner", "cbp"}});
  });
  const ThingView record = lesson.thing(AssignableKind::record, "passport");
  CHECK(record.fields.empty());
  CHECK(record.locked());
  CHECK(record.note == "Data of this category has no access level.");
}

TEST_CASE("a user has the same facts, whether something can be assigned or not") {
  const AssignScreen lesson = AssignScreen::of_file(every_field_file);
  CHECK(facts_in_lines(lesson.thing(AssignableKind::user, "ortega").facts) ==
        "Agency: Federal Bureau of Investigation (FBI)\n"
        "Standing: External agency\n"
        "Category of user: General user\n"
        "Account: Active, certified 12 August 2016\n"
        "Awareness course: passed 1 February 2016\n"
        "Duties: a smuggling case\n"
        "Session: Logged on, notice accepted\n");
  const ThingView brandt = lesson.thing(AssignableKind::user, "brandt");
  CHECK(brandt.locked());
  CHECK(facts_in_lines(brandt.facts).starts_with("Agency: U.S. Customs and Border Protection (CBP)\n"));
  CHECK(brandt.facts.size() == 7);
}

TEST_CASE("what is not usual of a user is a fact too") {
  const AssignScreen lesson = every_field_with([](json& each) {
    json& user = each["users"][1];
    user["account"] = "suspended";
    user["certified"] = nullptr;
    user["training_passed"] = nullptr;
    user["nationality"] = "foreign_service_national";
    user["exempted"] = true;
    user["logon"] = "none";
    user["duties"] = json::array();
    user["duty_station"] = "Port Ellery";
    user["transactions"] =
        json::parse(R"([{"function": "printing", "first": "2016-08-01", "last": "2016-08-31"}])");
  });
  const std::string facts = facts_in_lines(lesson.thing(AssignableKind::user, "brandt").facts);
  CAPTURE(facts);
  for (const char* fact : {"Nationality: Foreign Service national, exempted by name\n",
                           "Account: Suspended, never certified\n", "Awareness course: never passed\n",
                           "Duties: none\n", "Duty station: Port Ellery\n", "Session: Not logged on\n",
                           "Temporary functions: Printing, from 1 August 2016 to 31 August 2016\n"}) {
    CAPTURE(fact);
    CHECK(facts.find(fact) != std::string::npos);
  }
}

TEST_CASE("papers go by their titles or their parties, never by their ids") {
  const AssignScreen lesson = AssignScreen::of_file("scenarios/03-agreements/scenario.json");
  CHECK(lesson.thing(AssignableKind::agreement, "moa-fbi-supplement").title == "CBP with FBI (2 of 2)");
  CHECK(lesson.thing(AssignableKind::agreement, "moa-fbi").title == "CBP with FBI (1 of 2)");
  const ThingView memo = lesson.thing(AssignableKind::memo, "memo-dea-to-fbi");
  CHECK(memo.title == "DEA to FBI");
  CHECK(facts_in_lines(memo.facts) ==
        "Owner of the records: Drug Enforcement Administration (DEA)\n"
        "Agency that gets access: Federal Bureau of Investigation (FBI)\n");
  const AssignScreen titled =
      every_field_with([](json& each) { each["owner_memos"][0]["title"] = "Memo on the harbor case"; });
  CHECK(titled.thing(AssignableKind::memo, "memo-dea-fbi").title == "Memo on the harbor case");
}

TEST_CASE("a letter has what it says as a fact, and whether it was written or asked orally") {
  json lesson = json::parse(source_text("scenarios/08-letters/scenario.json"));
  const std::string id = lesson["letters"][0]["id"], words = lesson["letters"][0]["text"];
  const auto last_fact = [&] {
    const Fact fact = AssignScreen(lesson.dump()).thing(AssignableKind::letter, id).facts.back();
    CHECK(fact.words == words);
    return fact.title;
  };
  CHECK(last_fact() == "The letter says");
  lesson["letters"][0]["inquiry"] = "oral";
  CHECK(last_fact() == "Asked orally");
}

TEST_CASE("a field offers its choices, each with what it means, and shows which is chosen") {
  AssignScreen lesson = AssignScreen::of_file(every_field_file);
  FieldView level = lesson.field(AssignableKind::record, "harbour-report", AssignableField::record_level);
  CHECK(level.title == "Access level");
  CHECK(level.type == FieldType::one);
  CHECK(level.assign == "assign record harbour-report level");
  CHECK(choices_in_words(level) == "Level 1; Level 2; Level 3; *Level 4; ");
  CHECK(level.choices[0].note == "every user of the platform");
  CHECK(level.now == "");
  lesson.apply("assign record harbour-report level 3");
  level = lesson.field(AssignableKind::record, "harbour-report", AssignableField::record_level);
  CHECK(choice_with(level, "3").chosen);
  const FieldView functions = lesson.field(AssignableKind::user, "ortega", AssignableField::user_functions);
  CHECK(choice_with(functions, "printing").note == "print records or reports");
  CHECK(functions.none == "none");
  const FieldView extends = lesson.field(AssignableKind::memo, "memo-dea-fbi", AssignableField::memo_anaci);
  CHECK(choices_in_words(extends) == "*No; Yes; ");
}

TEST_CASE("a locked field has its value and no choices; a role says what it includes") {
  const FieldView level = AssignScreen::of_file(every_field_file)
                              .field(AssignableKind::record, "sealed-file", AssignableField::record_level);
  CHECK(level.locked());
  CHECK(level.words == "Level 4");
  CHECK(level.choices.empty());
  json roles = json::parse(source_text("tests/web/roles.json"));
  roles["assignable"] = json::parse(R"([{"record": "timetable", "field": "level"}])");
  CHECK(AssignScreen(roles.dump()).field(AssignableKind::user, "holm", AssignableField::user_roles).words ==
        "Records clerk (subject record maintenance; enters subject records)");
}

TEST_CASE("a value that no choice shows is said beside the field") {
  AssignScreen lesson = AssignScreen::of_file(every_field_file);
  CHECK(lesson.field(AssignableKind::agreement, "moa-fbi", AssignableField::agreement_term).now ==
        "Now: not signed");
  lesson.apply("assign agreement moa-fbi term 2016-01-01 open");
  CHECK(lesson.field(AssignableKind::agreement, "moa-fbi", AssignableField::agreement_term).now ==
        "Now: from 1 January 2016 on");
  const AssignScreen other = every_field_with([](json& each) {
    each["assignable"] =
        json::parse(R"([{"record": "harbour-report", "field": "level", "choices": [1, 3]}])");
  });
  CHECK(other.field(AssignableKind::record, "harbour-report", AssignableField::record_level).now ==
        "Now: Level 4");
}

TEST_CASE("ticking a box puts a member in or takes it out, and what may not be chosen goes") {
  const AssignScreen lesson = every_field_with([](json& each) {
    each["users"][0]["functions"] = {"subject_query", "record_linking"};
    each["assignable"] = json::parse(
        R"([{"user": "ortega", "field": "functions", "choices": ["subject_query", "printing"]}])");
  });
  const FieldView field = lesson.field(AssignableKind::user, "ortega", AssignableField::user_functions);
  CHECK(choices_in_words(field) == "*Subject query; *Record linking; Printing; ");
  CHECK_FALSE(choice_with(field, "record_linking").allowed);
  using policy::Function;
  using policy::FunctionSet;
  CHECK(toggled(field, choice_with(field, "printing")) ==
        scenario::AssignedValue(FunctionSet{Function::subject_query, Function::printing}));
  CHECK(toggled(field, choice_with(field, "subject_query")) == scenario::AssignedValue(FunctionSet{}));
}

TEST_CASE("classes of a designation keep the order in which they are offered") {
  AssignScreen lesson = AssignScreen::of_file("scenarios/01-levels/scenario.json");
  const auto designation = [&] {
    return lesson.field(AssignableKind::record, "container-notice", AssignableField::record_designation);
  };
  REQUIRE(designation().choices.size() > 1);
  CHECK(designation().choices.front().words.find("sers of ") == 1);  // with a capital
  const FieldView before = designation();
  const auto off = std::find_if(before.choices.rbegin(), before.choices.rend(),
                                [](const auto& each) { return !each.chosen; });
  REQUIRE(off != before.choices.rend());
  const auto value = std::get<policy::Designation>(toggled(before, *off));
  policy::Designation offered;
  for (const ChoiceView& each : before.choices) {
    if (each.chosen || &each == &*off) offered.push_back(std::get<policy::Designation>(each.value).front());
  }
  CHECK(value == offered);
}

TEST_CASE("a designation says at which levels it applies, and whom it lets in when it names nobody") {
  AssignScreen lesson = AssignScreen::of_file(every_field_file);
  const auto notes = [&] {
    return lesson.field(AssignableKind::record, "harbour-report", AssignableField::record_designation).notes;
  };
  REQUIRE(notes().size() == 2);
  CHECK(notes()[0] == "Nobody is designated. Only its creator can see the record.");
  lesson.apply("assign record harbour-report level 1");
  REQUIRE(notes().size() == 3);
  CHECK(notes()[0] == "Applies only at levels 3 and 4. This record is at level 1.");
  CHECK(notes()[1] == "Nobody is designated.");
  lesson.apply("assign record harbour-report designation agency:fbi");
  CHECK(notes().size() == 2);
}

TEST_CASE("where only the trail is given a field says nothing of its value, and can be named as wrong") {
  AssignScreen lesson = AssignScreen::of_file("scenarios/12-what-the-trail-says/scenario.json");
  REQUIRE(lesson.session.conceals());
  CHECK(lesson.view().about ==
        "You have only the audit trail. Read it, find out which of these fields are wrong, and mark them.");
  CHECK_FALSE(lesson.view().crosses);
  FieldView level = lesson.field(AssignableKind::record, "inventory", AssignableField::record_level);
  CHECK(level.concealed);
  CHECK(level.choices.empty());
  CHECK(level.value_text == "");
  CHECK(level.find == "find record inventory level");
  lesson.apply(level.find);
  level = lesson.field(AssignableKind::record, "inventory", AssignableField::record_level);
  CHECK(level.found);
  CHECK(level.find == "unfind record inventory level");
  const ThingView agreement = lesson.thing(AssignableKind::agreement, "moa-fbi");
  CHECK(view_crossing(lesson.session.world(), agreement).empty());
}

TEST_CASE("an agreement shows which data its functions open, and which they would") {
  AssignScreen lesson = AssignScreen::of_file(every_field_file);
  CHECK(lesson.view().crosses);
  lesson.apply("assign agreement moa-fbi categories subject");
  const ThingView agreement = lesson.thing(AssignableKind::agreement, "moa-fbi");
  const CrossingView crossing = view_crossing(lesson.session.world(), agreement);
  CHECK(crossing.functions.size() == policy::words<policy::Function>().size());  // all are on offer
  const auto cell = [&](policy::Category category, policy::Function function) {
    const auto row = std::find_if(crossing.rows.begin(), crossing.rows.end(),
                                  [&](const CrossingRow& each) { return each.category == category; });
    REQUIRE(row != crossing.rows.end());
    return word(row->cells[static_cast<std::size_t>(function)]);
  };
  using enum policy::Function;
  CHECK(cell(policy::Category::subject, subject_query) == "opened");
  CHECK(cell(policy::Category::subject, printing) == "not opened");
  CHECK(cell(policy::Category::lookout, subject_query) == "not opened");
  CHECK(cell(policy::Category::lookout, subject_maintenance) == "");
}

TEST_CASE("an agreement whose functions and data are locked has no table of them") {
  const AssignScreen lesson = AssignScreen::of_file("scenarios/03-agreements/scenario.json");
  CHECK(view_crossing(lesson.session.world(), lesson.thing(AssignableKind::agreement, "moa-fbi")).empty());
  CHECK_FALSE(
      view_crossing(lesson.session.world(), lesson.thing(AssignableKind::agreement, "moa-fbi-supplement"))
          .empty());
}

TEST_CASE("locked things are found by the words in their names, agencies and contents, a page at a time") {
  const AssignScreen lesson = every_field_with([](json& each) {
    for (int n = 0; n < 30; ++n) {
      json record = each["records"][1];
      record["id"] = "extra-" + std::to_string(n);
      record["title"] = "Extra " + std::to_string(n);
      record["fields"]["port"] = n < 3 ? "Calder Bay" : "Port Ellery";
      each["records"].push_back(record);
    }
  });
  const AssignKind records = lesson.kind(AssignableKind::record);
  const LockedThings all = find_locked(lesson.session, records, 0, 10, "");
  CHECK(all.count == "32 with nothing to assign, 1 to 10 shown");
  CHECK(all.shown.size() == 10);
  const LockedThings last = find_locked(lesson.session, records, 30, 10, "");
  CHECK(last.count == "32 with nothing to assign, 31 to 32 shown");
  const LockedThings found = find_locked(lesson.session, records, 0, 10, "calder EXTRA");
  CHECK(found.fit == 3);
  CHECK(found.count == "3 of 32 with nothing to assign");
  CHECK(find_locked(lesson.session, records, 0, 10, "nowhere").count == "0 of 32 with nothing to assign");
  CHECK(find_locked(lesson.session, records, 0, 10, "harbour").fit == 0);  // that one is open
  CHECK(search_title(records) == "Find records by name, agency or content");
}

TEST_CASE("what is open is found at once, of however many things") {
  const scenario::Scenario lesson = AssignScreen::read(source_text(every_field_file));
  const OpenFields open(lesson);
  for (std::uint32_t i = 0; i < lesson.assignables.size(); ++i)
    CHECK(open.find(lesson.assignables[i].field, lesson.assignables[i].at) == i);
  CHECK_FALSE(open.find(AssignableField::record_level, 1));
  CHECK_FALSE(OpenFields().find(AssignableField::record_level, 0));
  CHECK(open.things(AssignableKind::letter).empty());
}

TEST_CASE("the text page is given every string of Assign as the view has it") {
  for (const char* file :
       {"tests/web/every-field.json", "tests/web/roles.json", "scenarios/03-agreements/scenario.json",
        "scenarios/08-letters/scenario.json", "scenarios/12-what-the-trail-says/scenario.json"}) {
    CAPTURE(file);
    const AssignScreen lesson = AssignScreen::of_file(file);
    const json model = sections_of([&](ModelWriter& writer) { write_kinds(writer, lesson.session); });
    const AssignView view = lesson.view();
    CHECK(model["assign"]["about"] == view.about);
    REQUIRE(model["kinds"].size() == view.kinds.size());
    for (std::size_t k = 0; k < view.kinds.size(); ++k) {
      const AssignKind& kind = view.kinds[k];
      const json& written = model["kinds"][k];
      CHECK(written["title"] == std::string(kind.title));
      CHECK(written["locked"] == kind.locked);
      REQUIRE(written["things"].size() == kind.things.size());
      for (std::size_t t = 0; t < kind.things.size(); ++t) {
        const ThingView thing = view_thing(lesson.session, view.open, kind.kind, kind.things[t]);
        const json& its = written["things"][t];
        CHECK(its["title"] == thing.title);
        CHECK(its["locked"] == thing.locked());
        REQUIRE(its["facts"].size() == thing.facts.size() + thing.content.size());
        for (std::size_t f = 0; f < thing.facts.size(); ++f)
          CHECK(its["facts"][f]["words"] == thing.facts[f].words);
        REQUIRE(its["fields"].size() == thing.fields.size());
        for (std::size_t f = 0; f < thing.fields.size(); ++f) {
          CHECK(its["fields"][f]["words"] == thing.fields[f].words);
          CHECK(its["fields"][f].contains("options") == !thing.fields[f].locked());
        }
      }
    }
  }
}
