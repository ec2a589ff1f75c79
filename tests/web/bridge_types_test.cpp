// What the text page is checked against: docs/bridge.md and the types of web/page/bridge.d.ts are written from the table of
// verbs, bridge.def, and from what the verbs hand out, for every lesson and in every state that a lesson can be in. They are
// written anew by scripts/refresh; this fails where they are not as they would be written.
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/source_files.h"
#include "tests/web/page.h"
#include "tests/web/shapes.h"
#include "web/view/acts.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

// ---- The table -------------------------------------------------------------------------------------

struct VerbRow {
  std::string name, arguments, gives, help;
};
const std::vector<VerbRow>& verb_rows() {
  static const std::vector<VerbRow> rows = {
#define NTK_VERB(name, arguments, gives, help) {#name, #arguments, gives, help},
#include "web/bridge/bridge.def"
#undef NTK_VERB
  };
  return rows;
}

struct ActRow {
  std::string word, subject, about;
};
const std::vector<ActRow>& act_rows() {
  static const std::vector<ActRow> rows = {
#define NTK_ACT(word, subject, about) {#word, subject, about},
#include "web/view/acts.def"
#undef NTK_ACT
  };
  return rows;
}

struct Argument {
  std::string type, name;
  bool is_optional = false;
};
std::vector<Argument> arguments_of(const VerbRow& row) {
  std::vector<Argument> found;
  static const std::regex one(R"((Maybe)?(\w+) (\w+))");
  for (std::sregex_iterator at(row.arguments.begin(), row.arguments.end(), one), end; at != end; ++at)
    found.push_back({(*at)[2], (*at)[3], (*at)[1].matched});
  return found;
}

std::string typescript_of(const std::string& type) {
  static const std::map<std::string, std::string> types = {
      {"Text", "string"},      {"Bytes", "string | Uint8Array"},
      {"Count", "number"},     {"Flag", "boolean"},
      {"Texts", "string[]"},   {"Place", "[number, number]"},
      {"Lessons", "Lesson[]"}, {"Attempts", "Attempt[]"},
  };
  const auto found = types.find(type);
  REQUIRE_MESSAGE(found != types.end(), type);
  return found->second;
}

// ---- The types -------------------------------------------------------------------------------------

const std::map<std::string, std::string> names = {
    {"Model.home", "Home"},
    {"Home.lessons[]", "HomeLesson"},
    {"Model.header", "Header"},
    {"Header.undo", "StepButton"},
    {"Header.redo", "StepButton"},
    {"Header.sections[]", "HeaderSection"},
    {"Model.names", "Names"},
    {"Names.themes[]", "WordAndTitle"},
    {"Names.exports[]", "Export"},
    {"Model.titles", "Record<string, string>"},
    {"Model.work", "Work"},
    {"Work.attempts[]", "AttemptRow"},
    {"Work.hand_in", "HandIn"},
    {"AttemptRow.acts[]", "AttemptAct"},
    {"Work.no_attempts", "Empty"},
    {"Model.history", "History"},
    {"History.no_steps", "Empty"},
    {"History.steps[]", "HistoryRow"},
    {"Model.diagnostics", "Diagnostics"},
    {"Diagnostics.items[]", "DiagnosticRow"},
    {"Model.notice", "Notice"},
    {"Model.brief", "Brief"},
    {"Model.clock", "Moment"},
    {"Why.moment", "Moment"},
    {"Model.goals", "Goals"},
    {"Goals.rows[]", "Goal"},
    {"Goals.misconceptions", "Misconceptions"},
    {"Model.assign", "Assign"},
    {"Assign.words", "Record<string, string>"},
    {"Assign.legend[]", "CrossingMeaning"},
    {"Model.kinds[]", "Kind"},
    {"Kind.things[]", "Thing"},
    {"ThingsPage.things[]", "Thing"},
    {"Thing.facts[]", "Fact"},
    {"Thing.crossing", "Crossing"},
    {"Field.options[]", "Option"},
    {"Model.requests_screen", "RequestsScreen"},
    {"RequestsScreen.clock", "Clock"},
    {"Clock.day_later", "ClockMove"},
    {"Clock.year_later", "ClockMove"},
    {"Model.predicting", "PredictionLabels"},
    {"PredictionLabels.certainties[]", "WordAndTitle"},
    {"PredictionLabels.gates[]", "PredictionGate"},
    {"Model.requests[]", "Request"},
    {"Request.prediction", "Prediction"},
    {"Model.ask", "Ask"},
    {"Ask.labels", "AskLabels"},
    {"Ask.likes[]", "AskLike"},
    {"Ask.functions[]", "AskFunction"},
    {"Ask.operations[]", "AskOperation"},
    {"Ask.users[]", "Choice"},
    {"Ask.records[]", "Choice"},
    {"Ask.purposes[]", "Choice"},
    {"Ask.levels[]", "Choice"},
    {"Ask.categories[]", "Choice"},
    {"Model.who", "Who"},
    {"Who.agencies[]", "Choice"},
    {"Who.categories[]", "Choice"},
    {"Who.users[]", "Choice"},
    {"InvestigationParts.types[]", "Choice"},
    {"InvestigationParts.adjudications[]", "Choice"},
    {"NothingToExplain.empty", "Empty"},
    {"Why.path[]", "Station"},
    {"Why.seen", "WhySide"},
    {"Why.recorded", "WhySide"},
    {"WhySide.records[]", "WhyRecord"},
    {"Why.mark", "ReviewMark"},
    {"Why.gates[]", "Gate"},
    {"Why.hits[]", "Hit"},
    {"Gate.checks[]", "Check"},
    {"Hit.checks[]", "Check"},
    {"Model.inquiry", "Inquiry"},
    {"Inquiry.labels", "InquiryLabels"},
    {"Inquiry.sets[]", "EditSet"},
    {"Inquiry.powers[]", "Power"},
    {"Model.calendar", "Calendar"},
    {"Calendar.parts[]", "CalendarPart"},
    {"CalendarPart.empty", "Empty"},
    {"CalendarPart.days[]", "CalendarDay"},
    {"CalendarPart.rows[]", "NotedRow"},
    {"Model.lab", "Lab"},
    {"Lab.ways[]", "LabWay"},
    {"LabWay.rows[]", "NotedRow"},
    {"TrailPage.columns[]", "WordAndTitle"},
    {"TrailPage.rows[]", "EventRow"},
    {"CataloguePage.lists[]", "CatalogueList"},
    {"CataloguePage.rows[]", "CatalogueRow"},
    {"HistoryPart.steps[]", "HistoryStep"},
    {"PaletteEntries[]", "PaletteEntry"},
    {"PaletteEntry.act", "ActWord"},
    {"ShortcutGroups[]", "ShortcutGroup"},
    {"ShortcutGroup.shortcuts[]", "Shortcut"},
    {"Shortcut.act", "ActWord"},
    {"ForecastSlice.days[]", "ForecastDay"},
    {"RequestReasons[]", "ReasonsOfRequest"},
    {"ReasonsOfRequest.reasons[]", "Reason"},
    {"Matrix.axes[]", "MatrixAxis"},
    {"Matrix.axis", "MatrixAxis"},
    {"Matrix.agencies[]", "MatrixAgency"},
    {"MatrixAgency.blocks[]", "MatrixSummary"},
    {"Matrix.trials[]", "MatrixTrial"},
    {"Matrix.days[]", "MatrixDay"},
    {"Matrix.block", "MatrixBlock"},
    {"MatrixBlock.heads[]", "MatrixHead"},
    {"MatrixBlock.rows[]", "MatrixRow"},
    {"MatrixRow.cells[]", "MatrixCell"},
    {"Matrix.cell", "MatrixStory"},
    {"Findings.parts[]", "FindingPart"},
    {"FindingPart.rows[]", "FindingRow"},
    {"KeepingProblems.full", "KeepingProblem"},
    {"KeepingProblems.refused", "KeepingProblem"},
    {"Steps.first", "Record<string, string>"},
};

std::string name_of(const std::string& place, const json& value) {
  if (place == "Model.why") return value["empty"].is_null() ? "Why" : "NothingToExplain";
  // What the type checker tells the two kinds of fields apart by.
  if (place == "Thing.fields[]") return value["locked"] ? "LockedField" : "Field";
  if (place == "LockedField.locked") return "true";
  if (place == "Field.locked") return "false";
  if (place == "Field.parts") return value.contains("signed") ? "TermParts" : "InvestigationParts";
  const auto found = names.find(place);
  return found == names.end() ? std::string() : found->second;
}

// ---- Samples ---------------------------------------------------------------------------------------

/// A page that notes what every call hands out.
class SampledPage : public BridgedPage {
 public:
  explicit SampledPage(JsonShapes& shapes) : shapes_(&shapes) {}

  json ask(const std::string& verb, const json& arguments = json::object()) {
    json answer = call(verb, arguments);
    for (const VerbRow& each : verb_rows()) {
      if (each.name == verb && answer.contains("value") && !each.gives.empty())
        note(each.gives, answer["value"]);
    }
    return answer;
  }
  void note(const std::string& type, const json& value) {
    if (type == "Changes") return;  // whose type stands below
    // Without a lesson most of the model isn't there, and no view of a lesson is asked.
    if (type == "Model" && value["scenario"].is_null()) return;
    shapes_->add(type, value);
    if (type != "Model") return;
    json without_lesson = value;
    without_lesson["scenario"] = nullptr;
    shapes_->add(type, without_lesson);
  }
  void look() { ask("model"); }

 private:
  JsonShapes* shapes_;
};

void look_at_lists(SampledPage& page) {
  for (const char* list : {"agencies", "systems", "interfaces"})
    page.ask("catalogue", {{"list", list}, {"words", ""}});
  page.ask("palette");
  page.ask("shortcuts");
  page.ask("trail", {{"column", "user"}, {"descending", true}, {"first", 0}, {"count", 50}, {"words", ""}});
  page.ask("history", {{"first", 0}, {"count", 100}});
  page.ask("steps", {{"block", 100}});
  page.ask("reasons");
  page.ask("export_file", {{"what", "report"}});
  page.ask("copy_table", {{"table", "requests"}});
  page.ask("submission", {{"layout", "file"}, {"student", "R. Quill"}, {"attempt", "First"}});
  page.ask("digest", {{"bytes", "something"}});
  page.ask("steps_of", {{"journal", {"hint", "undo"}}});
  page.ask("forecast", {{"first", 0}});
  page.ask("look");
}

void look_at_the_whole(SampledPage& page) {
  page.ask("matrix_show");
  for (const char* axis : {"requests", "functions", "records"}) {
    page.ask("matrix_by", {{"axis", axis}});
    const json shown = page.ask("matrix_show", {{"block", {0, 0}}, {"from", {0, 0}}, {"cell", {0, 0}}});
    if (!shown.contains("value")) return;
    for (const json& trial : shown["value"]["trials"]) {
      page.ask("matrix_try", {{"edit", trial["values"].back()["command"]}});
      page.ask("matrix_show", {{"block", {0, 0}}});
      break;
    }
    page.ask("matrix_on", {{"day", shown["value"]["days"].back()["day"]}});
    page.ask("matrix_show", {{"block", {0, 0}}, {"cell", {0, 0}}});
  }
  page.ask("matrix_step");
  for (const char* which : {"compare", "excess"}) page.ask("findings_ask", {{"which", which}});
}

void ask_what_would_change_it(SampledPage& page) {
  const json model = page.model();
  for (const json& request : model["requests"]) {
    if (!page.ask("inquire", {{"request", request["id"]}})["ok"]) continue;
    while (page.ask("inquire_on", {{"milliseconds", 50}})["value"]["searching"]) {
    }
    page.note("Inquiry", page.model()["inquiry"]);
    if (!page.ask("apply_set", {{"set", 0}})["ok"]) continue;
    page.note("Inquiry", page.model()["inquiry"]);
    page.ask("take_back_set");
  }
  page.look();
}

void read_every_run(SampledPage& page) {
  for (std::size_t run = 0; run < 5 && page.ask("select", {{"run", run}})["ok"]; ++run) page.look();
}

/// A lesson, from its beginning to where all is run and assigned.
void work_through(SampledPage& page, const std::string& name, const std::string& text) {
  REQUIRE(page.ask("load", {{"file_name", name}, {"scenario", text}})["ok"]);
  page.look();
  look_at_lists(page);
  const json before = page.model();
  for (const json& each : before["requests"])
    page.command("predict " + std::string(each["id"]) + " deny AC-3 sure");
  page.look();
  page.command("run all");
  page.command("hint");
  read_every_run(page);
  look_at_the_whole(page);
  for (const json& kind : before["kinds"]) {
    for (const json& thing : kind["things"]) {
      for (const json& field : thing["fields"]) {
        if (field["type"] == "concealed") page.command(field.value("find", ""));
        if (field["locked"] || !field.contains("options")) continue;
        for (const json& option : field["options"]) {
          page.command(std::string(field["assign"]) + " " + std::string(option["value"]));
        }
      }
    }
    page.look();
  }
  page.command("run all");
  page.look();
  look_at_lists(page);
  page.command("advance 2030-01-01T08:00");
  page.look();
}

/// The answers to the keys, which solve the lessons.
void solve(SampledPage& page, const std::filesystem::path& file) {
  REQUIRE(page.ask("load", {{"file_name", "scenario.json"}, {"scenario", source_text(file)}})["ok"]);
  const std::string id = page.model()["scenario"]["id"];
  const std::filesystem::path key = "tests/keys/" + id + ".commands";
  if (!std::filesystem::exists(source_folder() / key)) return;
  const std::string commands = source_text(key);
  std::string line;
  for (const char each : commands + "\n") {
    if (each != '\n') {
      line += each;
      continue;
    }
    page.command(line);
    line.clear();
  }
  page.look();
}

/// What is no lesson: files that are faulty, attempts, persons, things in pages.
void look_at_the_rest(SampledPage& page) {
  page.look();
  const std::string lesson = source_text("tests/web/every-field.json");
  page.ask("open", {{"file_name", "mine.json"}, {"scenario", lesson}});
  page.command("ask own-1 like=search-vale");
  page.command(
      "ask own-2 user=brandt function=subject_query operation=display record=yard-notice purpose=smuggling "
      "place=Desk");
  page.look();
  page.ask("load", {{"file_name", "broken.json"},
                    {"scenario", "{\n  \"format\": 1, \"id\": \"Broken!\", \"id\": \"a\"}\n"}});
  page.look();
  page.ask("undo");
  page.ask("lessons", {{"lessons", {{{"id", "levels"}, {"title", "Levels"}, {"summary", ""}}}}});
  const auto attempt = [](const char* id, const char* state) {
    return json{{"id", id},           {"name", "One"}, {"state", state},    {"lesson_id", "levels"},
                {"lesson", "Levels"}, {"steps", 3},    {"changed", "today"}};
  };
  page.ask("attempts",
           {{"attempts", {attempt("a", "at-hand"), attempt("b", "kept"), attempt("c", "deleted")}},
            {"keeping", "works"},
            {"kept", true}});
  page.look();
  for (const char* layout : {"file", "link"}) {
    page.command("hint");
    page.command("hint");
    page.ask("undo");
    const json file = page.ask("submission", {{"layout", layout}, {"student", ""}, {"attempt", ""}});
    const std::string submission = file["value"]["text"];
    page.ask("read_submission", {{"file_name", "a file"}, {"submission", submission}});
    json old = json::parse(submission);
    old.erase("journal");  // as an earlier version of the page wrote it
    page.ask("read_submission", {{"file_name", "a file"}, {"submission", old.dump()}});
    page.command("run search-vale");
  }
  page.ask("restore_steps", {{"lines", {"hint"}}, {"position", 1}});
  page.ask("load", {{"file_name", "office.json"}, {"scenario", source_text("tests/session/office.json")}});
  const json commands =
      page.ask("persons", {{"request", "vet"}, {"persons", R"([{"last_name": "Vale"}])"}})["value"];
  for (const json& each : commands) page.command(std::string(each));
  page.ask("responses", {{"request", "vet"}});
  json many = json::parse(lesson);
  json one = many["records"][0];
  for (int n = 0; n < 120; ++n) {
    one["id"] = "extra-" + std::to_string(n);
    many["records"].push_back(one);
  }
  page.ask("load", {{"file_name", "many.json"}, {"scenario", many.dump()}});
  page.ask("things", {{"kind", "record"}, {"first", 0}, {"count", 5}, {"words", ""}});
  page.look();
}

const JsonShapes& sampled() {
  static const JsonShapes shapes = [] {
    JsonShapes found(name_of);
    SampledPage page(found);
    look_at_the_rest(page);
    for (const auto& file : shipped_scenarios()) {
      work_through(page, "scenario.json", source_text(file));
      if (file == shipped_scenarios().front()) ask_what_would_change_it(page);
      solve(page, file);
    }
    for (const char* file :
         {"tests/web/every-field.json", "tests/web/roles.json", "tests/session/office.json"})
      work_through(page, file, requiring_no_prediction(source_text(file)));
    return found;
  }();
  return shapes;
}

// ---- What is written -------------------------------------------------------------------------------

constexpr const char* types_head =
    R"(// What the page calls the engine with, and what it is handed. Written by scripts/refresh from the table of verbs, from that of
// acts, and from what the verbs hand out (tests/web/bridge_types_test.cpp): it is not to be edited.

/** A lesson on offer. */
export interface Lesson {
  id: string;
  title: string;
  summary: string;
}

/** An attempt that is kept in this browser. */
export interface Attempt {
  id: string;
  name: string;
  state: string;
  lesson_id: string;
  lesson: string;
  steps: number;
  changed: string;
}

/** What has changed in the model: sections by their names, and the revision that it has now. */
export interface Changes {
  revision: number;
  sections: Record<string, unknown>;
}

)";

std::string types() {
  std::string text = types_head;
  text += "/** What can be done on the page (web/view/acts.def). */\nexport type ActWord =";
  for (const ActRow& each : act_rows()) text += "\n  | '" + each.word + "'";
  text +=
      ";\n\n/** The verbs, with what they take and what they give (docs/bridge.md). */\nexport interface "
      "Verbs {\n";
  for (const VerbRow& row : verb_rows()) {
    text += "  /** " + row.help + " */\n  " + row.name + ": { takes: {";
    bool is_first = true;
    for (const Argument& each : arguments_of(row)) {
      text += (is_first ? " " : "; ") + each.name + (each.is_optional ? "?: " : ": ") +
              typescript_of(each.type) + (each.is_optional ? " | null" : "");
      is_first = false;
    }
    text +=
        std::string(is_first ? "" : " ") + "}; gives: " + (row.gives.empty() ? "null" : row.gives) + " };\n";
  }
  return text + "}\n\n" + sampled().typescript();
}

constexpr const char* page_head = R"(# The bridge

The text page does everything by calls of the engine: verbs with named arguments, one row each in `web/bridge/bridge.def`. This
page is written from these rows, and from what the verbs hand out, by `scripts/refresh`. A test fails when it is out of date.

```js
engine.call('trail', { column: 'user', descending: true, first: 0, count: 50, words: '' });
```

The answer has `ok`, a `message` that says in a sentence what happened or why nothing did, `help`, the desk's `revision`, and a
`value` where the verb hands one out. A verb that isn't there, or an argument of another name or type, is a mistake of the page:
the call throws a `TypeError` that says what the verb takes.

The model, which is all that the page shows, comes in sections (the members of `Model` below). Whoever knows a revision of it
asks for what has changed since (`sections`); a call that changes something can bring it along. A thing is a section of its own,
named `kinds/KIND/ID`, and so is a request, `requests/ID`.

## Verbs
)";

std::string documented() {
  std::string text = page_head;
  static const std::regex line(R"(^(// (?!  )([A-Z][^.]*)|NTK_VERB\((\w+),.*)$)");
  std::map<std::string, VerbRow> rows;
  for (const VerbRow& each : verb_rows()) rows[each.name] = each;
  std::string heading;
  const std::string table = source_text("web/bridge/bridge.def");
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string each = table.substr(at, end - at);
    at = end + 1;
    std::smatch found;
    if (!std::regex_match(each, found, line)) continue;
    if (found[2].matched) {
      heading = found[2];
      continue;
    }
    if (!heading.empty()) {
      text += "\n### " + heading + "\n\n| verb | takes | hands out | |\n|---|---|---|---|\n";
      heading.clear();
    }
    const VerbRow& row = rows.at(found[3]);
    std::string takes;
    for (const Argument& argument : arguments_of(row)) {
      takes += (takes.empty() ? "`" : ", `") + argument.name + "` " + argument.type +
               (argument.is_optional ? ", or nothing" : "");
    }
    text += "| `" + row.name + "` | " + takes + " | " + (row.gives.empty() ? "" : "`" + row.gives + "`") +
            " | " + row.help + " |\n";
  }
  text +=
      "\n## Acts\n\nWhat the palette, the shortcuts, the header and the tour can do, on the view at hand "
      "(`web/view/acts.def`).\n\n| act | to | |\n|---|---|---|\n";
  for (const ActRow& each : act_rows())
    text += "| `" + each.word + "` | " + each.subject + " | " + each.about + " |\n";
  text += "\n## Types\n\n```ts\n" + sampled().typescript() + "```\n";
  return text;
}

}  // namespace

TEST_CASE("the documented verbs and the page's types are those of the table and of what is handed out") {
  check_golden("web/page/bridge.d.ts", types());
  check_golden("docs/bridge.md", documented());
}

TEST_CASE("every type is known whole: nothing was only ever empty") {
  for (const std::string& place : sampled().unseen()) {
    if (place != "Why.empty")
      FAIL_CHECK("never seen with anything in it: " << place);  // which tells it from the other
  }
}

TEST_CASE("every member that a writer of JSON names is in the types") {
  const std::set<std::string> known = sampled().member_names();
  static const std::regex named(
      R"re((?:member|key|write_text|write_texts|write_lines|write_side|write_step|names|move|write_choices)\((?:json, )?"(\w+)")re");
  std::size_t checked = 0;
  for (const auto& file : source_files("web/bridge", "", ".cpp")) {
    const std::string text = source_text(file);
    for (std::sregex_iterator at(text.begin(), text.end(), named), end; at != end; ++at, ++checked) {
      const std::string member = (*at)[1];
      static const std::set<std::string> of_answers = {"ok", "message", "help", "misuse"};
      CHECK_MESSAGE((known.contains(member) || of_answers.contains(member)), file.string() << ": " << member);
    }
  }
  CHECK(checked > 300);
}

TEST_CASE("every verb says in a sentence what it does, and what it hands out has a type") {
  const std::string text = types();
  for (const VerbRow& each : verb_rows()) {
    CAPTURE(each.name);
    CHECK(each.help.ends_with("."));
    const bool is_typed = each.gives.empty() || text.find(" " + each.gives + " ") != std::string::npos;
    CHECK(is_typed);
  }
}
