// What is kept of the work, done without a browser: steps, attempts, submissions, files.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/session/report.h"
#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk::web;

namespace {

/// A page with the lesson in which every kind of field is open.
struct KeepingPage : BridgedPage {
  KeepingPage() { REQUIRE(load("every-field.json", ntk::source_text("tests/web/every-field.json"))["ok"]); }
};

std::string string_in(const json& value) {
  return value.get<std::string>();
}

}  // namespace

TEST_CASE("the files handed out are those of the session") {
  KeepingPage page;
  page.command("run search-vale");
  const auto exported = [&](std::string_view what) {
    return string_in(page.call("export_file", {{"what", what}})["value"]["text"]);
  };
  const ntk::session::Session& session = *page.desk.session();
  CHECK(exported("events") == ntk::session::to_json_lines(session.trail(), session.world()));
  CHECK(exported("table") == ntk::session::to_csv(session.trail(), session.world()));
  CHECK(exported("report") == ntk::session::report_json(session));
  CHECK(exported("commands").find("run search-vale") != std::string::npos);
  CHECK(ntk::session::verify(exported("events"), session.trail().seal()).empty());
  CHECK(page.call("export_file", {{"what", "events"}})["value"]["name"] == "every-field-trail.jsonl");
  CHECK_FALSE(page.call("export_file", {{"what", "everything"}})["ok"]);
}

TEST_CASE("any number of steps is undone or redone at once, and nothing is lost on the way") {
  KeepingPage page;
  for (const char* each : {"run search-vale", "hint", "reset", "run search-vale"})
    REQUIRE(page.command(each)["ok"]);
  const std::string whole = string_in(page.call("export_file", {{"what", "report"}})["value"]["text"]);
  CHECK(
      page.call("go", {{"position", 1}})["message"].get<std::string>().starts_with("Now after step 1 of 4."));
  CHECK(page.desk.session()->runs().size() == 1);
  CHECK(string_in(page.model()["redo"]) != "");
  CHECK(page.call("go", {{"position", 0}})["ok"]);
  CHECK(page.model()["undo"].is_null());
  CHECK(page.desk.steps().size() == 4);
  CHECK(page.call("redo")["ok"]);
  CHECK(page.call("go", {{"position", 4}})["ok"]);
  CHECK(string_in(page.call("export_file", {{"what", "report"}})["value"]["text"]) == whole);
  CHECK(page.model()["redo"].is_null());
  CHECK_FALSE(page.call("go", {{"position", 5}})["ok"]);
  page.call("go", {{"position", 2}});
  REQUIRE(page.command("reset")["ok"]);
  CHECK(page.desk.steps().size() == 3);
}

TEST_CASE("the history names every step, and which are undone") {
  KeepingPage page;
  page.command("run search-vale");
  page.command("hint");
  page.call("undo");
  const json history = page.call("history", {{"first", 0}, {"count", 10}})["value"];
  CHECK(history["position"] == 1);
  REQUIRE(history["steps"].size() == 2);
  CHECK(history["steps"][0]["applied"]);
  CHECK_FALSE(history["steps"][1]["applied"]);
  CHECK(string_in(history["steps"][1]["words"]) != "");
  CHECK(page.call("history", {{"first", 1}, {"count", 10}})["value"]["steps"].size() == 1);
  REQUIRE(page.command("assign record harbour-report level 3")["ok"]);
  const json step = page.call("history", {{"first", 1}, {"count", 1}})["value"]["steps"][0];
  CHECK(string_in(step["words"]) == "Assign access level of Harbour report: Level 3");
}

TEST_CASE("what is still to be kept is handed out in blocks, from the first that a step changed") {
  KeepingPage page;
  const auto steps = [&] { return page.call("steps", {{"block", 2}})["value"]; };
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
  page.call("go", {{"position", 1}});
  page.command("hint");
  CHECK(steps()["from"] == 4);
  CHECK(steps()["count"] == 2);
  CHECK(steps()["lines"] == json::array({"run search-vale", "undo", "go 1", "hint"}));
  page.call("keep");
  page.command("run nothing");
  CHECK_FALSE(steps()["unkept"]);
  CHECK_FALSE(page.call("steps", {{"block", 0}})["ok"]);
}

TEST_CASE("an attempt comes back as it was left, with what was undone") {
  KeepingPage page;
  for (const char* each : {"hint", "reset", "run search-vale"}) page.command(each);
  page.call("undo");
  const json kept = page.call("steps", {{"block", 1000}})["value"];
  const std::string report = string_in(page.call("export_file", {{"what", "report"}})["value"]["text"]);

  KeepingPage again;
  const json answer = again.call("restore_journal", {{"lines", kept["lines"]}});
  CHECK(answer["ok"]);
  CHECK(answer["value"]["applied"] == 3);
  CHECK(answer["value"]["position"] == 2);
  CHECK(string_in(again.call("export_file", {{"what", "report"}})["value"]["text"]) == report);
  CHECK(again.desk.position() == 2);
  CHECK(again.desk.next_redo() != nullptr);
}

TEST_CASE("an attempt that an earlier version of the page kept comes back by its steps") {
  KeepingPage page;
  CHECK(page.call("restore_steps", {{"lines", {"hint", "reset", "run search-vale"}}, {"position", 2}})["ok"]);
  CHECK(page.desk.position() == 2);
  CHECK(page.desk.steps().size() == 3);
  CHECK(page.desk.journal().front() == "unrecorded");
  CHECK(page.desk.journal().back() == "go 2");
}

TEST_CASE("the page tells what it knows of earlier attempts, and the steps that a journal comes to") {
  KeepingPage page;
  page.command("predict search-vale permit guess");
  page.command("run search-vale");
  const json first = page.call("steps", {{"block", 100}})["value"]["first"];
  REQUIRE(first.contains("search-vale"));
  KeepingPage again;
  CHECK(again.call("recall", {{"lines", {"nonsense", string_in(first["search-vale"])}}})["ok"]);
  CHECK_FALSE(again.desk.has_unkept());
  CHECK(again.desk.journal().size() == 1);
  const json made = page.call("steps_of", {{"journal", {"hint", "run all", "undo", "hint"}}})["value"];
  CHECK(made["steps"] == json::array({"hint", "hint"}));
  CHECK(made["position"] == 2);
}

TEST_CASE("where a lesson has changed, the command that it refuses is named, and those before it stay") {
  KeepingPage page;
  const json answer =
      page.call("restore_steps", {{"lines", {"hint", "run gone", "run all"}}, {"position", 3}});
  CHECK_FALSE(answer["ok"]);
  CHECK(string_in(answer["message"]).starts_with("command 2, `run gone`, was refused: "));
  CHECK(answer["value"]["applied"] == 1);
  CHECK(page.desk.session()->hints_revealed() == 1);
}

TEST_CASE("an attempt is written as a submission, with a scenario of one's own in it, and read again") {
  KeepingPage page;
  page.command("hint");
  page.command("reset");
  page.call("undo");
  json file = json::parse(string_in(
      page.call("submission",
                {{"layout", "file"}, {"student", "R. Quill"}, {"attempt", "First try"}})["value"]["text"]));
  CHECK(file["student"] == "R. Quill");
  CHECK(file["attempt"] == "First try");
  CHECK(file["commands"] == json::array({"hint"}));
  CHECK(file["undone"] == json::array({"reset"}));
  CHECK(file["hints_used"] == 1);
  CHECK_FALSE(file["scenario"].contains("text"));

  const std::string source = ntk::source_text("tests/web/every-field.json");
  const json opened = page.call("open", {{"file_name", "mine.json"}, {"scenario", source}});
  CHECK(opened["value"]["sha256"] == page.call("digest", {{"bytes", source}})["value"]);
  const std::string link = string_in(
      page.call("submission", {{"layout", "link"}, {"student", ""}, {"attempt", ""}})["value"]["text"]);
  const json read = page.call("read_submission", {{"file_name", "a link"}, {"submission", link}})["value"];
  CHECK(read["scenario"]["text"] == source);
  CHECK(read["scenario"]["file"] == "mine.json");
  CHECK(read["student"] == "");
}

TEST_CASE("a faulty submission is told line by line, and the work at hand stays") {
  KeepingPage page;
  page.command("hint");
  const json answer =
      page.call("read_submission", {{"file_name", "broken.json"}, {"submission", "{\"submission\": 1}"}});
  CHECK_FALSE(answer["ok"]);
  CHECK(page.model()["diagnostics"]["items"].size() == 2);
  CHECK(page.desk.position() == 1);
}

TEST_CASE("the attempts that the page keeps are known to both views, with what can be said of them") {
  KeepingPage page;
  const auto attempt = [](std::string_view id, std::string_view name, std::string_view state,
                          std::string_view lesson_id, std::string_view lesson, int steps) {
    return json{{"id", id},
                {"name", name},
                {"state", state},
                {"lesson_id", lesson_id},
                {"lesson", lesson},
                {"steps", steps},
                {"changed", "1 May 2026, 08:00"}};
  };
  json kept = {{"attempts",
                {attempt("a1", "First", "at-hand", "levels", "Levels", 3),
                 attempt("b2", "Second", "deleted", "", "Mine", 1)}},
               {"keeping", "works"},
               {"kept", false}};
  const json problems = page.call("attempts", kept)["value"];
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
  kept["keeping"] = "full";
  CHECK(page.call("attempts", kept)["ok"]);
  CHECK_FALSE(page.model()["work"]["is_kept"]);
  CHECK(string_in(page.model()["work"]["keeping"]).find(string_in(problems["full"]["message"])) !=
        std::string::npos);
  kept["keeping"] = "lazy";
  CHECK_FALSE(page.call("attempts", kept)["ok"]);
  kept["attempts"][0]["state"] = "lost";
  CHECK(page.call("attempts", kept)["misuse"]);
}

TEST_CASE("the history is handed out as it is shown, or a part of it by number") {
  KeepingPage page;
  CHECK(page.model()["history"]["steps"].empty());
  page.command("run search-vale");
  page.command("hint");
  page.call("undo");
  const json shown = page.model()["history"];
  CHECK(shown["summary"] == "2 steps, 1 of them undone");
  REQUIRE(shown["steps"].size() == 3);
  CHECK(shown["steps"][1]["here"]);
  CHECK(shown["steps"][2]["note"] == "undone");
}
