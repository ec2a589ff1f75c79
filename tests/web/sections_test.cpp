// The model in sections: what a command costs over the boundary, and that nothing is ever stale.
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

/// What the page knows of the model, kept up to date by what has changed, as web/page/model.js does.
struct Follower : BridgedPage {
  std::uint64_t revision = 0;
  std::map<std::string, json> sections;
  std::size_t calls = 0, bytes = 0;

  void take(const json& changes) {
    revision = changes["revision"];
    for (const auto& [name, value] : changes["sections"].items()) sections[name] = value;
  }

  /// A call as the page makes it, counted: its arguments, its answer, and the word of the change that is to be kept.
  json follow(std::string_view verb, const json& arguments) {
    const std::uint64_t before = desk.revision();
    std::string answer = bridge.begin_call(verb, written(arguments));
    count(verb, arguments);
    if (desk.revision() != before) keep();
    answer = bridge.end_call(std::move(answer), revision);
    bytes += answer.size();
    json parsed = json::parse(answer);
    take(parsed["changes"]);
    return parsed;
  }

  /// What the page does upon word of a change: the steps go to the browser's store, and the list of attempts to the desk.
  void keep() {
    const std::string unkept = bridge.unkept();
    bytes += unkept.size();
    if (unkept.empty()) return;
    const json attempts = {{"attempts",
                            {{{"id", "a123456789"},
                              {"name", "Attempt 1"},
                              {"state", "at-hand"},
                              {"lesson_id", desk.reference().id},
                              {"lesson", desk.reference().title},
                              {"steps", desk.steps().size()},
                              {"changed", "30 November 2026, 20:00"}}}},
                           {"keeping", "works"},
                           {"kept", true}};
    count("attempts", attempts);
    bytes += bridge.call("attempts", written(attempts)).size();
  }

  void count(std::string_view verb, const json& arguments) {
    ++calls;
    bytes += verb.size() + written(arguments).size();
  }

  /// The model put together from the sections.
  json assembled() {
    json model = {{"revision", desk.revision()}};
    for (const auto& [name, value] : sections) {
      if (name.find('/') == std::string::npos) model[name] = value;
    }
    for (json& kind : model["kinds"]) {
      for (json& thing : kind["things"])
        thing = sections["kinds/" + std::string(kind["kind"]) + "/" + std::string(thing)];
    }
    for (json& request : model["requests"]) request = sections["requests/" + std::string(request)];
    return model;
  }

  void begin(const std::string& lesson) {
    REQUIRE(load("scenario.json", source_text(lesson))["ok"]);
    REQUIRE(call("keep_in_blocks", {{"lines", 200}})["ok"]);
    take(call("sections", {{"since", 0}})["value"]);
    calls = bytes = 0;
  }
};

constexpr const char* first_lesson = "scenarios/01-levels/scenario.json";

}  // namespace

TEST_CASE("a radio button in the first lesson costs at most 3 calls and 10 KB over the boundary") {
  Follower page;
  page.begin(first_lesson);
  for (const char* level : {"1", "3", "1", "3"}) {
    page.calls = page.bytes = 0;
    REQUIRE(page.follow("command",
                        {{"command", std::string("assign record container-notice level ") + level}})["ok"]);
    CAPTURE(page.bytes);
    CHECK(page.calls <= 3);
    CHECK(page.bytes <= 10'000);
  }
}

TEST_CASE("a run costs at most 3 calls, with the page of the trail that it adds to") {
  Follower page;
  page.begin(first_lesson);
  for (const auto& each : page.desk.session()->scenario().predictions)
    page.desk.apply(session::Command(
        session::PredictCommand{page.desk.session()->requests()[each.request].id, true, {}}));
  page.take(page.call("sections", {{"since", page.revision}})["value"]);
  for (int i = 0; i < 3; ++i) {
    page.calls = page.bytes = 0;
    REQUIRE(page.follow("command", {{"command", "run " + page.desk.session()->requests()[0].id}})["ok"]);
    const json trail = {
        {"column", "sequence"}, {"descending", false}, {"first", 0}, {"count", 50}, {"words", ""}};
    page.count("trail", trail);
    page.bytes += page.bridge.call("trail", written(trail)).size();
    CHECK(page.calls <= 3);
  }
}

TEST_CASE("the sections that have changed, put together, are always the whole model") {
  for (const auto& file : shipped_scenarios()) {
    CAPTURE(file);
    Follower page;
    page.begin(file);
    CHECK(page.assembled() == page.model());
    const auto check = [&](std::string_view verb, const json& arguments) {
      page.follow(verb, arguments);
      CHECK(page.assembled() == page.model());
    };
    const json requests = page.model()["requests"];
    for (const json& each : requests)
      check("command", {{"command", "predict " + std::string(each["id"]) + " permit"}});
    check("command", {{"command", "run all"}});
    check("select", {{"run", 0}});
    check("command", {{"command", "hint"}});
    const json kinds = page.model()["kinds"];
    for (const json& kind : kinds) {
      for (const json& thing : kind["things"]) {
        for (const json& field : thing["fields"]) {
          if (field["locked"] || !field.contains("options") || field["options"].empty()) continue;
          check("command", {{"command", std::string(field["assign"]) + " " +
                                            std::string(field["options"].back()["value"])}});
        }
      }
    }
    check("undo", json::object());
    check("command", {{"command", "reset"}});
    check("refuse", {{"message", "this was not done"}});
    check("load", {{"file_name", "broken.json"}, {"scenario", "{"}});
    check("dismiss", json::object());
  }
}

TEST_CASE("a section that is no more is told as null, whoever follows, and nothing is told twice") {
  Follower page;
  page.begin(first_lesson);
  const json known = page.call("sections", {{"since", page.revision}})["value"];
  CHECK(known["sections"].empty());
  const std::uint64_t first = page.revision;
  REQUIRE(page.load("every-field.json", source_text("tests/web/every-field.json"))["ok"]);
  const json changed = page.call("sections", {{"since", first}})["value"];
  CHECK(changed["sections"]["kinds/record/container-notice"].is_null());
  CHECK(changed["sections"]["kinds/record/harbour-report"]["id"] == "harbour-report");
  const json late = page.call("sections", {{"since", first}})["value"];
  CHECK(late == changed);
  CHECK(page.call("sections", {{"since", changed["revision"]}})["value"]["sections"].empty());
}

TEST_CASE("what is to be kept goes along with word of a change, once the page has said that it keeps") {
  Follower page;
  REQUIRE(page.load("scenario.json", source_text(first_lesson))["ok"]);
  REQUIRE(page.command("hint")["ok"]);
  CHECK(page.bridge.unkept().empty());
  REQUIRE(page.call("keep_in_blocks", {{"lines", 2}})["ok"]);
  CHECK(json::parse(page.bridge.unkept()) == page.call("steps", {{"block", 2}})["value"]);
  page.call("keep");
  CHECK(page.bridge.unkept().empty());
}
