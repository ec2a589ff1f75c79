// What the text page does, done without a browser: calls of the bridge, and what their answers say.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/session/report.h"
#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk::web;

namespace {

/// A page with the lesson in which every kind of field is open.
struct Page : BridgedPage {
  Page() { REQUIRE(load("every-field.json", ntk::source_text("tests/web/every-field.json"))["ok"]); }

  /// The field that a command assigns: "user ortega investigation".
  json field(std::string_view assign) {
    const json now = model();
    for (const json& kind : now["kinds"]) {
      for (const json& thing : kind["things"]) {
        for (const json& field : thing["fields"]) {
          if (field["assign"] == "assign " + std::string(assign)) return field;
        }
      }
    }
    FAIL("no such field: ", assign);
    return {};
  }
};

std::string text(const json& value) {
  return value.get<std::string>();
}

}  // namespace

TEST_CASE("a file of persons becomes commands, and the responses a file") {
  Page page;
  page.call("load",
            {{"file_name", "office.json"}, {"scenario", ntk::source_text("tests/session/office.json")}});
  const json commands = page.call(
      "persons", {{"request", "vet"}, {"persons", R"([{"last_name": "Vale"}, {"last_name": "O\"Neil"}])"}});
  REQUIRE(commands["ok"]);
  REQUIRE(commands["value"].size() == 2);
  CHECK(commands["value"][1] == "vet vet term:last_name=\"O\\\"Neil\"");
  for (const json& each : commands["value"]) CHECK(page.command(each.get<std::string>())["ok"]);
  const json file = page.call("responses", {{"request", "vet"}})["value"];
  CHECK(file["name"] == "office-vet-responses.json");
  const json responses = json::parse(file["text"].get<std::string>())["responses"];
  REQUIRE(responses.size() == 2);
  CHECK(responses[0]["matches"] == 2);
  CHECK(responses[1]["matches"] == 0);
}

TEST_CASE("a faulty file of persons is refused with the line of its first mistake") {
  Page page;
  page.call("load",
            {{"file_name", "office.json"}, {"scenario", ntk::source_text("tests/session/office.json")}});
  const json answer = page.call("persons", {{"request", "vet"}, {"persons", "[\n{}]"}});
  CHECK_FALSE(answer["ok"]);
  CHECK(answer["message"] == "1 error; line 2: nothing is said of this person");
  CHECK_FALSE(page.call("persons", {{"request", "nothing"}, {"persons", "[]"}})["ok"]);
  CHECK_FALSE(page.call("responses", {{"request", "nothing"}})["ok"]);
}

TEST_CASE("what one's own request can be like is offered with what can be changed of it") {
  Page page;
  page.call("load",
            {{"file_name", "office.json"}, {"scenario", ntk::source_text("tests/session/office.json")}});
  const json likes = page.model()["ask"]["likes"];
  REQUIRE(likes.size() > 5);
  for (const json& each : likes) {
    if (each["id"] == "enter") {
      CHECK(each["record"].is_null());
      CHECK(each["level"]);
    }
    if (each["id"] == "certify") {
      CHECK(each["record"] == "profile-newcomer");
      CHECK_FALSE(each["level"]);
    }
    if (each["id"] == "vet") CHECK(each["search"]);
  }
}

TEST_CASE("before a lesson is open the bridge says so, and the model is empty but whole") {
  BridgedPage page;
  const json model = page.model();
  CHECK(model["scenario"].is_null());
  CHECK(model["diagnostics"]["items"].empty());
  const std::vector<std::pair<const char*, json>> verbs = {
      {"command", {{"command", "run all"}}},
      {"undo", json::object()},
      {"redo", json::object()},
      {"export_file", {{"what", "report"}}},
      {"steps", {{"block", 10}}},
      {"history", {{"first", 0}, {"count", 10}}},
      {"go", {{"position", 0}}},
      {"restore_journal", {{"lines", json::array()}}},
      {"submission", {{"layout", "file"}, {"student", ""}, {"attempt", ""}}},
      {"trail", {{"column", "sequence"}, {"descending", false}, {"first", 0}, {"count", 50}, {"words", ""}}},
  };
  for (const auto& each : verbs) {
    CAPTURE(each.first);
    const json answer = page.call(each.first, each.second);
    CHECK_FALSE(answer["ok"]);
    CHECK(answer["message"] == "no lesson is open");
  }
}

TEST_CASE("a verb that there is not, and arguments that one doesn't take, are told clearly") {
  Page page;
  const auto told = [&](std::string_view verb, const json& arguments) {
    const json answer = page.call(verb, arguments);
    CHECK_FALSE(answer["ok"]);
    CHECK(answer["misuse"]);
    return text(answer["message"]) + "; " + text(answer["help"]);
  };
  CHECK(told("dance", json::object()) == "no such verb: `dance`; ");
  CHECK(told("go", {{"step", 1}}) == "`go` takes no `step`; it takes position (a whole number, 0 or more)");
  CHECK(told("go", json::object()) ==
        "`go` wants `position` as a whole number, 0 or more; it takes position (a whole number, 0 or more)");
  for (const json& wrong : {json("1"), json(-1), json(1.5), json(true), json::array({1}), json(nullptr)})
    CHECK(told("go", {{"position", wrong}}).starts_with("`go` wants `position` as a whole number"));
  CHECK(told("undo", {{"steps", 2}}) == "`undo` takes no `steps`; it takes no arguments");
  CHECK(told("say", {{"message", 7}}).starts_with("`say` wants `message` as a text"));
  CHECK(told("recall", {{"lines", {"one", 2}}}).starts_with("`recall` wants `lines` as a list of texts"));
  CHECK(told("select", {{"run", "0"}})
            .starts_with("`select` wants `run` as a whole number, 0 or more, or nothing"));
  CHECK(told("go", json::array()) == "the arguments of `go` are no object; ");
  for (const char* damaged :
       {"", "o", "o1:", "o1:t8:position", "o1:t8:positionn9:1", "o1:n1:1n1:1", "o0:o0:"}) {
    CAPTURE(damaged);
    CHECK(json::parse(page.bridge.call("go", damaged))["misuse"]);
  }
  CHECK(page.desk.position() == 0);
}

TEST_CASE("the lessons on offer are those of the list") {
  BridgedPage page;
  page.call("lessons", {{"lessons",
                         {{{"id", "levels"}, {"title", "Four levels"}, {"summary", "Who may read what."}},
                          {{"id", "memos"}, {"title", "Memos"}, {"summary", ""}}}}});
  const json lessons = page.model()["home"]["lessons"];
  REQUIRE(lessons.size() == 2);
  CHECK(lessons[0]["title"] == "Four levels");
  CHECK(lessons[1]["summary"] == "");
}

TEST_CASE("when a run is undone, what is read stays with the request that was read about") {
  Page page;
  page.command("predict display-report permit");
  REQUIRE(page.command("run all")["ok"]);
  const std::string read = page.model()["requests"][0]["id"];
  REQUIRE(page.command("run " + read)["ok"]);
  CHECK(page.model()["why"]["request"] == read);
  page.call("undo");
  CHECK(page.model()["why"]["request"] == read);
  CHECK(page.model()["why"]["run"] == page.model()["requests"][0]["result"]["run"]);
}

TEST_CASE("a broken file is told line by line, and the work at hand stays") {
  Page page;
  REQUIRE(page.command("run search-vale")["ok"]);
  const json answer = page.call("load", {{"file_name", "broken.json"},
                                         {"scenario", "{\n  \"format\": 1,\n  \"id\": \"Broken!\"\n}\n"}});
  CHECK_FALSE(answer["ok"]);
  const json model = page.model();
  CHECK(model["scenario"]["id"] == "every-field");
  CHECK(model["trail"]["events"] == 1);
  CHECK(model["diagnostics"]["file"] == "broken.json");
  REQUIRE_FALSE(model["diagnostics"]["items"].empty());
  CHECK(model["diagnostics"]["items"].dump().find("Broken!") != std::string::npos);
  page.call("dismiss");
  CHECK(page.model()["diagnostics"]["items"].empty());
}

TEST_CASE("a file with a zero byte in it is read to its end") {
  Page page;
  const std::string content("{\"format\": 1, \"id\": \"a\0b\"}", 25);
  CHECK_FALSE(page.call("load", {{"file_name", "zero.json"}, {"scenario", content}})["ok"]);
  CHECK(page.model()["diagnostics"]["items"].size() > 0);
}

TEST_CASE("every kind of field can be assigned by what its control offers") {
  Page page;
  const json model = page.model();
  for (const json& kind : model["kinds"]) {
    for (const json& thing : kind["things"]) {
      for (const json& field : thing["fields"]) {
        if (field["locked"]) {
          CHECK_FALSE(field.contains("options"));
          continue;
        }
        const std::string assign = text(field["assign"]);
        CAPTURE(assign);
        for (const json& option : field["options"]) {
          CAPTURE(text(option["value"]));
          CHECK(page.command(assign + " " + text(option["value"]))["ok"]);
        }
        if (field.contains("none")) CHECK(page.command(assign + " " + text(field["none"]))["ok"]);
        CHECK(page.command(assign + " " + text(field["value"]))["ok"]);
      }
    }
  }
}

TEST_CASE(
    "of very many things the page lists those with something to assign, and the others by pages to search") {
  json many = json::parse(ntk::source_text("tests/web/every-field.json"));
  const json one = many["records"][0];
  for (int n = 0; n < 120; ++n) {
    json another = one;
    another["id"] = "extra-" + std::to_string(n);
    another["title"] = "Extra report " + std::to_string(n);
    many["records"].push_back(another);
  }
  Page page;
  REQUIRE(page.call("load", {{"file_name", "many.json"}, {"scenario", many.dump()}})["ok"]);
  const json records = page.model()["kinds"][0];
  const std::size_t open = records["things"].size();
  CHECK(records["count"] == many["records"].size());
  CHECK(records["left_out"] == many["records"].size() - open);
  for (const json& thing : records["things"]) CHECK(text(thing["id"]).rfind("extra-", 0) != 0);
  CHECK(page.model()["kinds"][1]["left_out"] == 0);

  const json first =
      page.call("things", {{"kind", "record"}, {"first", 0}, {"count", 50}, {"words", ""}})["value"];
  CHECK(first["fit"] == records["left_out"]);
  CHECK(first["things"].size() == 50);
  const json last =
      page.call("things", {{"kind", "record"}, {"first", 100}, {"count", 50}, {"words", ""}})["value"];
  CHECK(last["things"].size() == static_cast<std::size_t>(records["left_out"]) - 100);
  const json found = page.call(
      "things", {{"kind", "record"}, {"first", 0}, {"count", 50}, {"words", "EXTRA-77 report"}})["value"];
  REQUIRE(found["fit"] == 1);
  CHECK(found["things"][0]["id"] == "extra-77");
  CHECK(page.call("things",
                  {{"kind", "record"}, {"first", 0}, {"count", 50}, {"words", "nowhere"}})["value"]["fit"] ==
        0);
  CHECK_FALSE(page.call("things", {{"kind", "planet"}, {"first", 0}, {"count", 50}, {"words", ""}})["ok"]);
}

TEST_CASE("a control shows the value that the session holds") {
  Page page;
  page.command("assign record harbour-report level 3");
  const json level = page.field("record harbour-report level");
  for (const json& option : level["options"]) {
    CHECK(option["chosen"] == (option["value"] == "3"));
  }
  page.command("assign owner_memo memo-dea-fbi levels 3 4");
  CHECK(page.field("owner_memo memo-dea-fbi levels")["value"] == "3 4");

  page.command("assign agreement moa-fbi term 2016-01-01 2016-12-31");
  const json term = page.field("agreement moa-fbi term");
  CHECK(term["type"] == "term");
  CHECK(term["parts"]["signed"] == true);
  CHECK(term["parts"]["last"] == "2016-12-31");

  page.command("assign user ortega investigation bi 2015-03-02 favorable");
  const json investigation = page.field("user ortega investigation");
  CHECK(investigation["type"] == "investigation");
  CHECK(investigation["parts"]["completed"] == "2015-03-02");

  page.command("assign record harbour-report designation agency:fbi+category:supervisor user:ortega");
  const json classes = page.field("record harbour-report designation");
  CHECK(classes["type"] == "classes");
  CHECK(classes["options"].size() == 2);
}

TEST_CASE("what the lesson does not open is shown as locked, with its value in words") {
  Page page;
  const json field = page.field("record sealed-file level");
  CHECK(field["locked"] == true);
  CHECK(field["words"] == "Level 4");
  CHECK_FALSE(page.command("assign record sealed-file level 1")["ok"]);
}

TEST_CASE("a refusal says why, and nothing has happened") {
  Page page;
  const json before = page.call("export_file", {{"what", "report"}});
  const json answer = page.command("assign record harbour-report level 9");
  CHECK_FALSE(answer["ok"]);
  CHECK(text(answer["message"]).find('9') != std::string::npos);
  CHECK(page.call("export_file", {{"what", "report"}})["value"] == before["value"]);
  CHECK(page.model()["undo"].is_null());
}

TEST_CASE("what was done is said in a sentence, with the goals it met") {
  Page page;
  const std::string assigned = text(page.command("assign record harbour-report level 1")["message"]);
  CAPTURE(assigned);
  CHECK(assigned.find("Harbour report") != std::string::npos);
  CHECK(assigned.find("Level 1") != std::string::npos);

  page.command("predict display-report deny AC-3");
  const std::string denied = text(page.command("run display-report")["message"]);
  CAPTURE(denied);
  CHECK(denied.starts_with("Request 1, Ortega opens the harbour report: denied, AC-3."));
  CHECK(denied.find("As predicted.") != std::string::npos);

  page.command("assign user ortega investigation bi 2015-03-02 favorable");
  page.command("assign agreement moa-fbi term 2016-01-01 open");
  const std::string permitted = text(page.command("run display-report")["message"]);
  CAPTURE(permitted);
  CHECK(permitted.find(": permitted.") != std::string::npos);
  CHECK(permitted.find("Goal met: Ortega can read the harbour report. 1 of 2 goals met.") !=
        std::string::npos);

  CHECK(text(page.command("run all")["message"]).starts_with("2 requests run: 2 permitted, 0 denied."));
  CHECK(text(page.call("undo")["message"]).starts_with("Undone: "));
  CHECK(text(page.call("redo")["message"]).starts_with("Redone: "));
  CHECK(text(page.command("hint")["message"]) == "Hint: Begin with her investigation.");
  CHECK_FALSE(page.call("redo")["ok"]);
}

TEST_CASE("a request of one's own is made from what the model offers for it") {
  Page page;
  const json ask = page.model()["ask"];
  CHECK(ask["id"] == "own-1");
  CHECK(ask["terms"][0]["name"] == "last_name");
  for (const json& function : ask["functions"]) CHECK_FALSE(function["operations"].empty());
  const std::string command = "ask own-1 user=" + text(ask["users"][0]["id"]) +
                              " function=subject_query operation=search categories=subject" +
                              " \"term:last_name\"=Vale purpose=" + text(ask["purposes"][1]["id"]) +
                              " place=\"" + text(ask["places"][0]) + "\"";
  CAPTURE(command);
  CHECK(page.command(command)["ok"]);
  CHECK(page.command("predict display-report permit")["ok"]);
  CHECK(page.command("run own-1")["ok"]);
  const json request = page.model()["requests"][2];
  CHECK(request["own"] == true);
  CHECK(request["result"]["permitted"] == false);
  CHECK(page.model()["ask"]["id"] == "own-2");
}

TEST_CASE("the explanation holds every check of a request once, and of a search those of each hit") {
  Page page;
  page.command("assign user ortega investigation bi 2015-03-02 favorable");
  page.command("assign agreement moa-fbi term 2016-01-01 open");
  page.command("run search-vale");
  const json why = page.model()["why"];
  CHECK(why["permitted"] == true);
  std::size_t checks = 0;
  for (const json& gate : why["gates"]) checks += gate["checks"].size();
  CHECK(checks + why["hits"][0]["checks"].size() == ntk::policy::check_count);
  REQUIRE(why["hits"].size() == 3);
  CHECK(why["hits"][1]["withheld"] == false);
  CHECK(why["hits"][2]["withheld"] == true);
  CHECK(text(why["hits"][2]["heading"]).ends_with(": withheld, DA-6, DA-7"));
  for (const json& hit : why["hits"]) {
    for (const json& check : hit["checks"]) {
      CHECK_FALSE(text(check["words"]).empty());
      CHECK_FALSE(text(check["source"]).empty());
    }
  }
}

TEST_CASE("an old run is explained in the world it was decided in") {
  Page page;
  page.command("predict display-report deny AC-3");
  page.command("run display-report");
  page.command("assign user ortega investigation none");
  page.call("select", {{"run", 0}});
  const json why = page.model()["why"];
  CHECK_FALSE(text(why["outdated"]).empty());
  CHECK(text(why["outcome"]).find(" (AC-3)") != std::string::npos);
  CHECK_FALSE(page.call("select", {{"run", 1}})["ok"]);
}

TEST_CASE("of the predictions asked for, those right the first time are counted, by outcome and reason") {
  for (const auto& [reason, words] : {std::pair{"AC-3", "1 of 1 prediction right the first time"},
                                      {"AC-4", "0 of 1 prediction right the first time"}}) {
    Page page;
    const auto predictions = [&] { return page.model()["goals"]["predictions"]; };
    page.command("predict display-report deny " + std::string(reason));
    page.command("predict search-vale permit");  // not asked for
    CHECK(predictions() == "0 of 1 prediction right the first time");
    page.command("run all");
    CHECK(predictions() == words);
    page.command("reset");
    page.command("predict display-report deny AC-3");
    page.command("run all");
    CHECK(predictions() == words);
  }
}

TEST_CASE("a page of the trail has the events that fit, in the order asked") {
  Page page;
  for (int i = 0; i < 3; ++i) page.command("run search-vale");
  page.command(
      "ask own-1 user=brandt function=subject_query operation=display record=yard-notice purpose=smuggling "
      "place=Desk");
  page.command("run own-1");

  const json first = page.call(
      "trail",
      {{"column", "sequence"}, {"descending", true}, {"first", 0}, {"count", 2}, {"words", ""}})["value"];
  CHECK(first["events"] == 4);
  CHECK(first["fit"] == 4);
  REQUIRE(first["rows"].size() == 2);
  CHECK(first["rows"][0]["sequence"] == 4);
  CHECK(first["rows"][0]["cells"].size() == first["columns"].size());

  CHECK(page.call("trail", {{"column", "sequence"},
                            {"descending", false},
                            {"first", 3},
                            {"count", 2},
                            {"words", ""}})["value"]["rows"]
            .size() == 1);
  const json brandt = page.call("trail", {{"column", "sequence"},
                                          {"descending", false},
                                          {"first", 0},
                                          {"count", 50},
                                          {"words", "BRANDT permitted"}})["value"];
  REQUIRE(brandt["fit"] == 1);
  CHECK(brandt["rows"][0]["run"] == 3);
  CHECK(page.call("trail", {{"column", "sequence"},
                            {"descending", false},
                            {"first", 0},
                            {"count", 50},
                            {"words", "nobody"}})["value"]["fit"] == 0);
  CHECK(page.call("trail", {{"column", "user"},
                            {"descending", true},
                            {"first", 0},
                            {"count", 50},
                            {"words", ""}})["value"]["rows"][0]["sequence"] == 4);

  CHECK(page.call("trail", {{"column", "height"},
                            {"descending", false},
                            {"first", 0},
                            {"count", 50},
                            {"words", ""}})["message"] == "the trail has no column `height`");
}

TEST_CASE("the revision changes with everything that a view would have to draw anew") {
  Page page;
  const auto changed_by = [&](auto act) {
    const std::uint64_t before = page.desk.revision();
    act();
    return page.desk.revision() != before;
  };
  CHECK(changed_by([&] { page.command("run search-vale"); }));
  CHECK(changed_by([&] { page.call("select", {{"run", 0}}); }));
  CHECK(changed_by([&] { page.call("undo"); }));
  CHECK(changed_by([&] { page.call("redo"); }));
  CHECK(changed_by([&] { page.command("run nothing"); }));
  CHECK_FALSE(changed_by([&] { page.call("model"); }));
  CHECK_FALSE(changed_by([&] {
    page.call("trail",
              {{"column", "sequence"}, {"descending", false}, {"first", 0}, {"count", 50}, {"words", ""}});
  }));
}

TEST_CASE(
    "a file that is loaded with notes is told in words, and its notes are there until they are dismissed") {
  Page page;
  const json answer = page.call(
      "open", {{"file_name", "mine.json"}, {"scenario", ntk::source_text("tests/web/every-field.json")}});
  CHECK(answer["ok"]);
  CHECK(text(answer["message"]).ends_with(" The file has 2 notes."));
  const json told = page.model()["diagnostics"];
  CHECK(told["is_loaded"]);
  CHECK(told["title"] == "mine.json was loaded with 2 notes");
  CHECK(told["items"].size() == 2);
  page.call("dismiss");
  CHECK(page.model()["diagnostics"]["items"].empty());
}

TEST_CASE(
    "every section has its title in the model, and without a lesson the header has what the page is about") {
  Page page;
  const json model = page.model();
  for (const json& each : model["header"]["sections"])
    CHECK(model["titles"][text(each["word"])] == each["title"]);
  const json home = BridgedPage().model();
  CHECK(home["header"]["sections"].empty());
  CHECK(text(home["header"]["about"]) != "");
  CHECK(home["work"]["can_begin"] == false);
}
