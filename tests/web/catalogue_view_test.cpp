// The catalogue as the pages show it: every row of it, found by all that it says.
#include "web/view/catalogue_view.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/scenario/catalogue.h"
#include "tests/source_files.h"
#include "tests/web/page.h"
#include "web/app/search.h"

using nlohmann::json;
using namespace ntk::web;

namespace {

using Names = std::vector<std::string>;

Names found(CatalogueList list, std::string_view search) {
  Names ids;
  for (const std::uint32_t at : find_in_catalogue(list, search)) ids.push_back(catalogue_rows(list)[at].id);
  return ids;
}

json ask(std::string_view list, std::string_view search) {
  return BridgedPage().call("catalogue", {{"list", list}, {"words", search}});
}

}  // namespace

TEST_CASE("the catalogue shows every agency, system and interface, with a cell for each column") {
  const auto& all = ntk::scenario::shipped_catalogue();
  CHECK(catalogue_rows(CatalogueList::agencies).size() == all.agencies.size());
  CHECK(catalogue_rows(CatalogueList::systems).size() == all.subsystems.size());
  CHECK(catalogue_rows(CatalogueList::interfaces).size() == all.interfaces.size());
  for (const CatalogueListRow& list : catalogue_lists()) {
    CHECK(row(list.list).word == list.word);
    for (const CatalogueRow& each : catalogue_rows(list.list)) {
      CAPTURE(each.id);
      CHECK(each.cells.size() + 1 == list.columns.size());
      const Names by_id = found(list.list, each.id);
      CHECK(std::find(by_id.begin(), by_id.end(), each.id) != by_id.end());
      for (const auto& cell : each.cells) {
        for (const std::string& line : cell) CHECK_FALSE(line.empty());
      }
    }
  }
}

TEST_CASE("the catalogue is searched in all its text, each word for itself, letter case ignored") {
  CHECK(found(CatalogueList::systems, "dhs/cbp-013") == Names{"seacats"});
  CHECK(found(CatalogueList::systems, "ADMISSION parole") == Names{"bci"});
  CHECK(found(CatalogueList::systems, "seacats parole").empty());
  CHECK(found(CatalogueList::interfaces, "naddis") == Names{"dea-inbound"});
  CHECK(found(CatalogueList::agencies, "  tribal  ").size() == 3);
  CHECK(found(CatalogueList::agencies, "p20").size() == 11);
  CHECK(found(CatalogueList::agencies, "").size() == 63);
}

TEST_CASE("how much a search found is said in words") {
  CHECK(found_in_words(CatalogueList::systems, 12) == "12 systems");
  CHECK(found_in_words(CatalogueList::systems, 1) == "1 of 12 systems");
  CHECK(found_in_words(CatalogueList::interfaces, 0) == "0 of 63 interfaces");
}

TEST_CASE("the text page is handed one list of the catalogue, and how much of each fits") {
  const json value = ask("systems", "seizure")["value"];
  REQUIRE(value["rows"].size() == 1);
  CHECK(value["rows"][0]["id"] == "seacats");
  CHECK(value["rows"][0]["cells"].size() + 1 == value["columns"].size());
  REQUIRE(value["lists"].size() == 3);
  CHECK(value["lists"][1]["words"] == "1 of 12 systems");
  CHECK_FALSE(ask("departments", "")["ok"]);
}

TEST_CASE("a record's system is told with the number of its notice, where it has one") {
  CHECK(system_in_words("seacats") == "SEACATS, SORN DHS/CBP-013");
  CHECK(system_in_words("nlets") == "Nlets");
  BridgedPage page;
  REQUIRE(page.load("f.json", ntk::source_text("tests/web/every-field.json"))["ok"]);
  const json record = page.model()["kinds"][0]["things"][0];
  CHECK(record["facts"].dump().find("TECS, SORN DHS/CBP-011") != std::string::npos);
}

TEST_CASE("a search is words in any order, each of which must stand in the text") {
  CHECK(Search("").finds("anything"));
  CHECK(Search("  ").empty());
  CHECK(Search("B a").finds("a b"));
  CHECK_FALSE(Search("a c").finds("a b"));
}
