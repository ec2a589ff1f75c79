// What the text page does, done without a browser: calls of the bridge, and what their answers say.
#include "web/bridge/bridge.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/session/report.h"
#include "tests/source_files.h"

using nlohmann::json;
using namespace ntk::web;

namespace {

/// A desk with the lesson in which every kind of field is open, and the bridge to it.
struct Page {
  Desk desk;
  Bridge bridge{desk};

  Page() { REQUIRE(call("load", "every-field.json", ntk::source_text("tests/web/every-field.json"))["ok"]); }

  json call(std::string_view verb, std::string_view subject = {}, std::string_view text = {}) {
    json answer = json::parse(bridge.call(verb, subject, text), nullptr, false);
    REQUIRE_FALSE(answer.is_discarded());
    return answer;
  }
  json command(std::string_view text) { return call("command", {}, text); }
  json model() { return call("model")["value"]; }

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
  page.call("load", "office.json", ntk::source_text("tests/session/office.json"));
  const json commands = page.call("persons", "vet", R"([{"last_name": "Vale"}, {"last_name": "O\"Neil"}])");
  REQUIRE(commands["ok"]);
  REQUIRE(commands["value"].size() == 2);
  CHECK(commands["value"][1] == "vet vet term:last_name=\"O\\\"Neil\"");
  for (const json& each : commands["value"]) CHECK(page.command(each.get<std::string>())["ok"]);
  const json file = page.call("responses", "vet")["value"];
  CHECK(file["name"] == "office-vet-responses.json");
  const json responses = json::parse(file["text"].get<std::string>())["responses"];
  REQUIRE(responses.size() == 2);
  CHECK(responses[0]["matches"] == 2);
  CHECK(responses[1]["matches"] == 0);
}

TEST_CASE("a faulty file of persons is refused with the line of its first mistake") {
  Page page;
  page.call("load", "office.json", ntk::source_text("tests/session/office.json"));
  const json answer = page.call("persons", "vet", "[\n{}]");
  CHECK_FALSE(answer["ok"]);
  CHECK(answer["message"] == "1 error; line 2: nothing is said of this person");
  CHECK_FALSE(page.call("persons", "nothing", "[]")["ok"]);
  CHECK_FALSE(page.call("responses", "nothing")["ok"]);
}

TEST_CASE("what one's own request can be like is offered with what can be changed of it") {
  Page page;
  page.call("load", "office.json", ntk::source_text("tests/session/office.json"));
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
  Desk desk;
  Bridge bridge(desk);
  const json model = json::parse(bridge.call("model", "", ""))["value"];
  CHECK(model["scenario"].is_null());
  CHECK(model["diagnostics"]["items"].empty());
  for (const char* verb :
       {"command", "undo", "redo", "trail", "export", "steps", "history", "go", "restore", "submission"}) {
    CAPTURE(verb);
    const json answer =
        json::parse(bridge.call(verb, verb == std::string("trail") ? "sequence ascending 0 50" : "", ""));
    CHECK_FALSE(answer["ok"]);
    CHECK(answer["message"] == "no lesson is open");
  }
  CHECK_FALSE(json::parse(bridge.call("dance", "", ""))["ok"]);
}

TEST_CASE("the lessons on offer are those of the list") {
  Desk desk;
  Bridge bridge(desk);
  bridge.call("lessons", "", "levels\tFour levels\tWho may read what.\nmemos\tMemos\t\n");
  const json lessons = json::parse(bridge.call("model", "", ""))["value"]["home"]["lessons"];
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
  const json answer = page.call("load", "broken.json", "{\n  \"format\": 1,\n  \"id\": \"Broken!\"\n}\n");
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
  CHECK_FALSE(page.call("load", "zero.json", content)["ok"]);
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
  REQUIRE(page.call("load", "many.json", many.dump())["ok"]);
  const json records = page.model()["kinds"][0];
  const std::size_t open = records["things"].size();
  CHECK(records["count"] == many["records"].size());
  CHECK(records["left_out"] == many["records"].size() - open);
  for (const json& thing : records["things"]) CHECK(text(thing["id"]).rfind("extra-", 0) != 0);
  CHECK(page.model()["kinds"][1]["left_out"] == 0);

  const json first = page.call("things", "record 0 50")["value"];
  CHECK(first["fit"] == records["left_out"]);
  CHECK(first["things"].size() == 50);
  const json last = page.call("things", "record 100 50")["value"];
  CHECK(last["things"].size() == static_cast<std::size_t>(records["left_out"]) - 100);
  const json found = page.call("things", "record 0 50", "EXTRA-77 report")["value"];
  REQUIRE(found["fit"] == 1);
  CHECK(found["things"][0]["id"] == "extra-77");
  CHECK(page.call("things", "record 0 50", "nowhere")["value"]["fit"] == 0);
  for (const char* wrong : {"", "record", "record 0", "record x 50", "planet 0 50"})
    CHECK_FALSE(page.call("things", wrong)["ok"]);
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
  const json before = page.call("export", "report");
  const json answer = page.command("assign record harbour-report level 9");
  CHECK_FALSE(answer["ok"]);
  CHECK(text(answer["message"]).find('9') != std::string::npos);
  CHECK(page.call("export", "report")["value"] == before["value"]);
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
  page.call("select", "0");
  const json why = page.model()["why"];
  CHECK_FALSE(text(why["outdated"]).empty());
  CHECK(text(why["outcome"]).find(" (AC-3)") != std::string::npos);
  CHECK_FALSE(page.call("select", "1")["ok"]);
  CHECK_FALSE(page.call("select", "first")["ok"]);
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

TEST_CASE("the files handed out are those of the session") {
  Page page;
  page.command("run search-vale");
  const auto exported = [&](std::string_view what) {
    return text(page.call("export", what)["value"]["text"]);
  };
  const ntk::session::Session& session = *page.desk.session();
  CHECK(exported("events") == ntk::session::to_json_lines(session.trail(), session.world()));
  CHECK(exported("table") == ntk::session::to_csv(session.trail(), session.world()));
  CHECK(exported("report") == ntk::session::report_json(session));
  CHECK(exported("commands").find("run search-vale") != std::string::npos);
  CHECK(ntk::session::verify(exported("events"), session.trail().seal()).empty());
  CHECK(page.call("export", "events")["value"]["name"] == "every-field-trail.jsonl");
  CHECK_FALSE(page.call("export", "everything")["ok"]);
}

TEST_CASE("a page of the trail has the events that fit, in the order asked") {
  Page page;
  for (int i = 0; i < 3; ++i) page.command("run search-vale");
  page.command(
      "ask own-1 user=brandt function=subject_query operation=display record=yard-notice purpose=smuggling "
      "place=Desk");
  page.command("run own-1");

  const json first = page.call("trail", "sequence descending 0 2")["value"];
  CHECK(first["events"] == 4);
  CHECK(first["fit"] == 4);
  REQUIRE(first["rows"].size() == 2);
  CHECK(first["rows"][0]["sequence"] == 4);
  CHECK(first["rows"][0]["cells"].size() == first["columns"].size());

  CHECK(page.call("trail", "sequence ascending 3 2")["value"]["rows"].size() == 1);
  const json brandt = page.call("trail", "sequence ascending 0 50", "BRANDT permitted")["value"];
  REQUIRE(brandt["fit"] == 1);
  CHECK(brandt["rows"][0]["run"] == 3);
  CHECK(page.call("trail", "sequence ascending 0 50", "nobody")["value"]["fit"] == 0);
  CHECK(page.call("trail", "user descending 0 50")["value"]["rows"][0]["sequence"] == 4);

  for (const char* wrong : {"", "height ascending 0 50", "sequence ascending x 50", "sequence ascending 0"}) {
    CAPTURE(wrong);
    CHECK_FALSE(page.call("trail", wrong)["ok"]);
  }
}

TEST_CASE("the revision changes with everything that a view would have to draw anew") {
  Page page;
  const auto changed_by = [&](auto act) {
    const std::uint64_t before = page.desk.revision();
    act();
    return page.desk.revision() != before;
  };
  CHECK(changed_by([&] { page.command("run search-vale"); }));
  CHECK(changed_by([&] { page.call("select", "0"); }));
  CHECK(changed_by([&] { page.call("undo"); }));
  CHECK(changed_by([&] { page.call("redo"); }));
  CHECK(changed_by([&] { page.command("run nothing"); }));
  CHECK_FALSE(changed_by([&] { page.call("model"); }));
  CHECK_FALSE(changed_by([&] { page.call("trail", "sequence ascending 0 50"); }));
}

TEST_CASE("any number of steps is undone or redone at once, and nothing is lost on the way") {
  Page page;
  for (const char* each : {"run search-vale", "hint", "reset", "run search-vale"})
    REQUIRE(page.command(each)["ok"]);
  const std::string whole = text(page.call("export", "report")["value"]["text"]);
  CHECK(page.call("go", "1")["message"].get<std::string>().starts_with("Now after step 1 of 4."));
  CHECK(page.desk.session()->runs().size() == 1);
  CHECK(text(page.model()["redo"]) != "");
  CHECK(page.call("go", "0")["ok"]);
  CHECK(page.model()["undo"].is_null());
  CHECK(page.desk.steps().size() == 4);
  CHECK(page.call("redo")["ok"]);
  CHECK(page.call("go", "4")["ok"]);
  CHECK(text(page.call("export", "report")["value"]["text"]) == whole);
  CHECK(page.model()["redo"].is_null());
  CHECK_FALSE(page.call("go", "5")["ok"]);
  CHECK_FALSE(page.call("go", "-1")["ok"]);
  page.call("go", "2");
  REQUIRE(page.command("reset")["ok"]);
  CHECK(page.desk.steps().size() == 3);
}

TEST_CASE("the history names every step, and which are undone") {
  Page page;
  page.command("run search-vale");
  page.command("hint");
  page.call("undo");
  const json history = page.call("history", "0 10")["value"];
  CHECK(history["position"] == 1);
  REQUIRE(history["steps"].size() == 2);
  CHECK(history["steps"][0]["applied"]);
  CHECK_FALSE(history["steps"][1]["applied"]);
  CHECK(text(history["steps"][1]["words"]) != "");
  CHECK(page.call("history", "1 10")["value"]["steps"].size() == 1);
  REQUIRE(page.command("assign record harbour-report level 3")["ok"]);
  const json step = page.call("history", "1 1")["value"]["steps"][0];
  CHECK(text(step["words"]) == "Assign access level of Harbour report: Level 3");
  CHECK_FALSE(page.call("history", "all")["ok"]);
}

TEST_CASE("what is still to be kept is handed out in blocks, from the first that a step changed") {
  Page page;
  const auto steps = [&] { return page.call("steps", "2")["value"]; };
  CHECK_FALSE(steps()["unkept"]);
  for (int i = 0; i < 5; ++i) page.command("run search-vale");
  CHECK(steps()["unkept"]);
  CHECK(steps()["from"] == 0);
  CHECK(steps()["lines"].size() == 5);
  page.call("keep");
  CHECK_FALSE(steps()["unkept"]);
  CHECK(steps()["from"] == 4);
  page.call("undo");
  CHECK(steps()["unkept"]);
  CHECK(steps()["from"] == 4);
  CHECK(steps()["position"] == 4);
  page.call("go", "1");
  page.command("hint");
  CHECK(steps()["from"] == 4);
  CHECK(steps()["count"] == 2);
  CHECK(steps()["lines"] == json::array({"run search-vale", "undo", "go 1", "hint"}));
  page.call("keep");
  page.command("run nothing");
  CHECK_FALSE(steps()["unkept"]);
  CHECK_FALSE(page.call("steps", "0")["ok"]);
}

TEST_CASE("an attempt comes back as it was left, with what was undone") {
  Page page;
  for (const char* each : {"hint", "reset", "run search-vale"}) page.command(each);
  page.call("undo");
  const json kept = page.call("steps", "1000")["value"];
  std::string commands;
  for (const json& each : kept["lines"]) commands += text(each) + '\n';
  const std::string report = text(page.call("export", "report")["value"]["text"]);

  Page again;
  const json answer = again.call("restore", "journal", commands);
  CHECK(answer["ok"]);
  CHECK(answer["value"]["applied"] == 3);
  CHECK(answer["value"]["position"] == 2);
  CHECK(text(again.call("export", "report")["value"]["text"]) == report);
  CHECK(again.desk.position() == 2);
  CHECK(again.desk.next_redo() != nullptr);
}

TEST_CASE("an attempt that an earlier version of the page kept comes back by its steps") {
  Page page;
  CHECK(page.call("restore", "2", "hint\nreset\nrun search-vale")["ok"]);
  CHECK(page.desk.position() == 2);
  CHECK(page.desk.steps().size() == 3);
  CHECK(page.desk.journal().front() == "unrecorded");
  CHECK(page.desk.journal().back() == "go 2");
}

TEST_CASE("the page tells what it knows of earlier attempts, and the steps that a journal comes to") {
  Page page;
  page.command("predict search-vale permit guess");
  page.command("run search-vale");
  const json first = page.call("steps", "100")["value"]["first"];
  REQUIRE(first.contains("search-vale"));
  Page again;
  CHECK(again.call("recall", "", "nonsense\n" + text(first["search-vale"]))["ok"]);
  CHECK_FALSE(again.desk.has_unkept());
  CHECK(again.desk.journal().size() == 1);
  const json made = page.call("steps-of", "", "hint\nrun all\nundo\nhint")["value"];
  CHECK(made["steps"] == json::array({"hint", "hint"}));
  CHECK(made["position"] == 2);
}

TEST_CASE("where a lesson has changed, the command that it refuses is named, and those before it stay") {
  Page page;
  const json answer = page.call("restore", "3", "hint\nrun gone\nrun all\n");
  CHECK_FALSE(answer["ok"]);
  CHECK(text(answer["message"]).starts_with("command 2, `run gone`, was refused: "));
  CHECK(answer["value"]["applied"] == 1);
  CHECK(page.desk.session()->hints_revealed() == 1);
}

TEST_CASE("an attempt is written as a submission, with a scenario of one's own in it, and read again") {
  Page page;
  page.command("hint");
  page.command("reset");
  page.call("undo");
  json file = json::parse(text(page.call("submission", "file", "R. Quill\tFirst try")["value"]["text"]));
  CHECK(file["student"] == "R. Quill");
  CHECK(file["attempt"] == "First try");
  CHECK(file["commands"] == json::array({"hint"}));
  CHECK(file["undone"] == json::array({"reset"}));
  CHECK(file["hints_used"] == 1);
  CHECK_FALSE(file["scenario"].contains("text"));

  const std::string source = ntk::source_text("tests/web/every-field.json");
  const json opened = page.call("open", "mine.json", source);
  CHECK(opened["value"]["sha256"] == page.call("digest", "", source)["value"]);
  const std::string link = text(page.call("submission", "link", "\t")["value"]["text"]);
  const json read = page.call("read", "a link", link)["value"];
  CHECK(read["scenario"]["text"] == source);
  CHECK(read["scenario"]["file"] == "mine.json");
  CHECK(read["student"] == "");
}

TEST_CASE("a faulty submission is told line by line, and the work at hand stays") {
  Page page;
  page.command("hint");
  const json answer = page.call("read", "broken.json", "{\"submission\": 1}");
  CHECK_FALSE(answer["ok"]);
  CHECK(page.model()["diagnostics"]["items"].size() == 2);
  CHECK(page.desk.position() == 1);
}

TEST_CASE("the attempts that the page keeps are known to both views, with what can be said of them") {
  Page page;
  const json problems = page.call("attempts", "works",
                                  "a1\tFirst\tat-hand\tlevels\tLevels\t3\t1 May 2026, 08:00\n"
                                  "b2\tSecond\tdeleted\t\tMine\t1\t1 May 2026, 07:00\n\nbroken\n")["value"];
  REQUIRE(page.desk.attempts().size() == 2);
  CHECK(page.desk.keeping() == Keeping::works);
  CHECK(page.desk.attempts()[0].state == Attempt::State::at_hand);
  CHECK(page.desk.attempts()[0].lesson_id == "levels");
  CHECK(page.desk.attempts()[1].state == Attempt::State::deleted);
  CHECK(page.desk.attempts()[1].lesson_id.empty());
  const json work = page.model()["work"];
  CHECK(work["is_kept"]);
  CHECK(work["attempts"][0]["heading"] == "First (open now)");
  CHECK(work["attempts"][0]["about"] == "Levels · 3 steps · 1 May 2026, 08:00");
  CHECK(work["attempts"][1]["acts"][0]["word"] == "bringBack");
  CHECK(page.call("attempts", "full")["ok"]);
  CHECK_FALSE(page.model()["work"]["is_kept"]);
  CHECK(text(page.model()["work"]["keeping"]).find(text(problems["full"]["message"])) != std::string::npos);
}

TEST_CASE("the history is handed out as it is shown, or a part of it by number") {
  Page page;
  CHECK(page.call("history")["value"]["steps"].empty());
  page.command("run search-vale");
  page.command("hint");
  page.call("undo");
  const json shown = page.call("history")["value"];
  CHECK(shown["summary"] == "2 steps, 1 of them undone");
  REQUIRE(shown["steps"].size() == 3);
  CHECK(shown["steps"][1]["here"]);
  CHECK(shown["steps"][2]["note"] == "undone");
}

TEST_CASE(
    "a file that is loaded with notes is told in words, and its notes are there until they are dismissed") {
  Page page;
  const json answer = page.call("open", "mine.json", ntk::source_text("tests/web/every-field.json"));
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
  Desk empty;
  const json home = json::parse(Bridge(empty).call("model", "", ""))["value"];
  CHECK(home["header"]["sections"].empty());
  CHECK(text(home["header"]["about"]) != "");
  CHECK(home["work"]["can_begin"] == false);
}
