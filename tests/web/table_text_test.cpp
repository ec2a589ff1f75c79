// Tables as text: what is copied from either view.
#include "web/view/table_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

struct CopyingDesk : BridgedPage {
  void open(const std::vector<std::string>& commands) {
    REQUIRE(call("load", {{"file_name", "office.json"},
                          {"scenario", source_text("tests/session/office.json")}})["ok"]);
    REQUIRE(call("restore_steps", {{"lines", commands}, {"position", 0}})["ok"]);
    REQUIRE(call("go", {{"position", desk.steps().size()}})["ok"]);
  }
  std::string copied(std::string_view what) { return call("copy_table", {{"table", what}})["value"]["text"]; }
};

std::size_t occurrences(const std::string& text, char wanted) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), wanted));
}

}  // namespace

TEST_CASE("every line of a copied table has as many cells as there are titles") {
  CopyingDesk at;
  at.open({"run all"});
  for (const char* what :
       {"trail", "requests", "catalogue agencies", "catalogue systems", "catalogue interfaces",
        "calendar changes", "calendar notices", "calendar disclosures"}) {
    CAPTURE(what);
    const std::string text = at.copied(what);
    const std::size_t tabs = occurrences(text.substr(0, text.find('\n')), '\t');
    CHECK(tabs >= 3);
    CHECK(occurrences(text, '\t') == tabs * occurrences(text, '\n'));
    CHECK(text.back() == '\n');
  }
}

TEST_CASE("no copied cell begins as a formula does") {
  CopyingDesk at;
  REQUIRE(at.call("load", {{"file_name", "formula-cells.json"},
                           {"scenario", source_text("tests/web/formula-cells.json")}})["ok"]);
  REQUIRE(at.call("command", {{"command", "run all"}})["ok"]);
  const std::string requests = at.copied("requests");
  CHECK(requests.find("\t'=1+1\t") != std::string::npos);
  CHECK(requests.find("\t'@SUM(1)\t") != std::string::npos);
  for (const char* what : {"trail", "requests", "calendar changes"}) {
    const std::string text = at.copied(what);
    for (std::size_t cell = 0; cell < text.size(); cell = text.find_first_of("\t\n", cell) + 1) {
      CHECK(std::string_view("=+-@").find(text[cell]) == std::string_view::npos);
    }
  }
}

TEST_CASE("a copied trail has every event that fits its filter, in its order, however long it is") {
  CopyingDesk at;
  at.open(std::vector<std::string>(20, "run all"));
  const std::size_t events = at.desk.session()->trail().events().size();
  CHECK(events > 50);
  const json all = at.call("copy_table", {{"table", "trail"}, {"column", "sequence"}, {"descending", true}});
  CHECK(all["value"]["rows"] == events);
  CHECK(all["message"] == "Copied: " + std::to_string(events) + " rows, as text.");
  const std::string text = all["value"]["text"];
  const std::string last = std::to_string(events) + '\t';
  CHECK(text.substr(text.find('\n') + 1, last.size()) == last);
  CHECK(at.call("copy_table", {{"table", "trail"}, {"words", "no such words"}})["value"]["rows"] == 0);
}

TEST_CASE("a copied request says how it ended, by which rules, or that it was not run") {
  CopyingDesk at;
  at.open({});
  CHECK(at.copied("requests").find("\tnot run\t") != std::string::npos);
  REQUIRE(at.call("command", {{"command", "run all"}})["ok"]);
  const std::string text = at.copied("requests");
  CHECK(text.find("\tnot run\t") == std::string::npos);
  CHECK(text.find("\tpermitted\t") != std::string::npos);
  CHECK(text.find("\tdenied\t") != std::string::npos);
}

TEST_CASE("a catalogue is copied as far as it fits the search") {
  CopyingDesk at;
  const json all = at.call("copy_table", {{"table", "catalogue agencies"}}),
             some = at.call("copy_table", {{"table", "catalogue agencies"}, {"words", "coast"}});
  CHECK(some["value"]["rows"] > 0);
  CHECK(some["value"]["rows"] < all["value"]["rows"]);
}

TEST_CASE("what is no table, or needs a lesson, is refused") {
  CopyingDesk at;
  CHECK_FALSE(at.call("copy_table", {{"table", "trail"}})["ok"]);
  CHECK_FALSE(at.call("copy_table", {{"table", "requests"}})["ok"]);
  at.open({});
  CHECK_FALSE(at.call("copy_table", {{"table", "calendar weeks"}})["ok"]);
  CHECK_FALSE(
      at.call("copy_table", {{"table", "trail"}, {"column", "sideways"}, {"descending", true}})["ok"]);
  CHECK_FALSE(at.call("copy_table", {{"table", ""}})["ok"]);
}
