// What scenarios take from the catalogue by id: agencies, interfaces, and the subsystems that hold records.
#include "sim/scenario/catalogue_reference.h"

#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::scenario;
using policy::Category;
using policy::Direction;
using policy::Standing;

namespace {

/// A small scenario with these agencies, interfaces and keys of its one record.
std::string text_of(const std::string& agencies, const std::string& interfaces = "",
                    const std::string& record_keys = "") {
  return R"({"format": 1, "id": "test", "title": "A test", "brief": "Nothing happens.",
    "clock": "2016-08-12T09:00", "purposes": [{"id": "duty", "title": "duty"}],
    "agencies": [)" +
         agencies + R"(], "interfaces": [)" + interfaces + R"(],
    "users": [{"id": "okoro", "name": "Ada Okoro", "agency": "cbp"}],
    "records": [{"id": "parcel", "title": "The parcel", "category": "seizure", "owner": "cbp", "level": 1)" +
         record_keys + R"(}],
    "requests": [{"id": "look", "title": "Okoro looks", "user": "okoro", "function": "subject_query",
      "operation": "display", "record": "parcel", "purpose": "duty", "place": "Calder Bay"}]})";
}

const std::string host = R"({"id": "cbp", "catalogue": "cbp"})";

policy::World world_of(const std::string& text) {
  ReadResult result = read_scenario(text, "test.json");
  for (const Diagnostic& each : result.diagnostics) FAIL_CHECK(format_text(each, result.file_name));
  REQUIRE(result.scenario);
  return std::move(result.scenario->world);
}

/// The only diagnostic of a text: its code, where it is, and what helps.
struct Complaint {
  std::string code, pointer, help;
  bool operator==(const Complaint&) const = default;
};
Complaint complaint(const std::string& text) {
  const ReadResult result = read_scenario(text, "test.json");
  CHECK_FALSE(result.scenario);
  REQUIRE(result.diagnostics.size() == 1);
  const Diagnostic& only = result.diagnostics.front();
  return {std::string(row(only.code).word), only.pointer, only.help};
}

}  // namespace

TEST_CASE("an agency takes its name, short name and standing from the catalogue") {
  const policy::World world = world_of(
      text_of(host + R"(, {"id": "bureau", "catalogue": "fbi"}, {"id": "ice", "catalogue": "ice"})"));
  CHECK(world.host.at == 0);
  CHECK(world.agencies[0].short_name == "CBP");
  CHECK(world.agencies[1].id == "bureau");
  CHECK(world.agencies[1].name == "Federal Bureau of Investigation");
  CHECK(world.agencies[1].short_name == "FBI");
  CHECK(world.agencies[1].standing == Standing::external);
  CHECK(world.agencies[1].certified.has_value());  // as of any external agency, on the day of the clock
  CHECK(world.agencies[2].standing == Standing::component);
  CHECK_FALSE(world.agencies[2].certified.has_value());
}

TEST_CASE("what the file says of an agency wins over the catalogue") {
  const policy::World world = world_of(
      text_of(host + R"(, {"id": "fbi", "catalogue": "fbi", "name": "The Bureau", "standing": "external"})"));
  CHECK(world.agencies[1].name == "The Bureau");
  CHECK(world.agencies[1].short_name == "FBI");
}

TEST_CASE("an agency's standing must be that of the catalogue") {
  const Complaint found =
      complaint(text_of(host + R"(, {"id": "fbi", "catalogue": "fbi", "standing": "component"})"));
  CHECK(found.code == "contradicts-catalogue");
  CHECK(found.pointer == "/agencies/1/standing");
}

TEST_CASE("an id that the catalogue has not is told in its place, with what may be meant") {
  CHECK(complaint(text_of(host + R"(, {"id": "fbi", "catalogue": "fbii"})")) ==
        Complaint{"unknown-id", "/agencies/1/catalogue", "did you mean `fbi`?"});
  CHECK(complaint(text_of(host, R"({"id": "feed", "catalogue": "FBI outbound", "agencies": ["cbp"]})")) ==
        Complaint{"unknown-id", "/interfaces/0/catalogue", "did you mean `fbi-outbound`?"});
  CHECK(complaint(text_of(host, "", R"(, "system": "customs-archive")")) ==
        Complaint{"unknown-id", "/records/0/system", "`ntk catalogue system` lists them"});
}

TEST_CASE(
    "without the catalogue an agency needs a name and a standing, an interface a title and a direction") {
  for (const std::string& text :
       {text_of(host + R"(, {"id": "fbi"})"), text_of(host, R"({"id": "feed", "agencies": ["cbp"]})")}) {
    const ReadResult result = read_scenario(text, "test.json");
    CHECK(result.diagnostics.size() == 2);
    for (const Diagnostic& each : result.diagnostics) CHECK(each.code == Code::missing_key);
  }
}

TEST_CASE("the catalogue may tell who the host is, and that there are two or none") {
  CHECK(complaint(text_of(host + R"(, {"id": "cbp-again", "catalogue": "cbp"})")) ==
        Complaint{"one-host", "/agencies/1/catalogue",
                  "one agency owns and runs the platform; the others are `component` or `external`"});
  CHECK(complaint(text_of(R"({"id": "cbp", "catalogue": "ice"})")).code == "one-host");
}

TEST_CASE(
    "an interface takes its title, direction and data from the catalogue, unless the file states them") {
  const policy::World world = world_of(text_of(host, R"(
      {"id": "feed", "catalogue": "dea-inbound", "agencies": ["cbp"]},
      {"id": "plates", "catalogue": "dea-outbound", "agencies": ["cbp"], "title": "Licence plates",
       "categories": ["border_crossing"]})"));
  CHECK(world.interfaces[0].title == "DEA: NADDIS, inbound");
  CHECK(world.interfaces[0].direction == Direction::inbound);
  CHECK(world.interfaces[0].categories == policy::CategorySet{Category::lookout});
  CHECK_FALSE(world.interfaces[0].isa);
  CHECK(world.interfaces[1].title == "Licence plates");
  CHECK(world.interfaces[1].direction == Direction::outbound);
  CHECK(world.interfaces[1].categories == policy::CategorySet{Category::border_crossing});
}

TEST_CASE("an interface carries what all its types of data stand for") {
  const auto& interfaces = shipped_catalogue().interfaces;
  const auto ice = std::find_if(interfaces.begin(), interfaces.end(),
                                [](const Interface& each) { return each.id == "ice-outbound"; });
  REQUIRE(ice != interfaces.end());
  CHECK(categories_of(*ice, shipped_catalogue()) == policy::CategorySet{Category::travel_document,
                                                                        Category::subject, Category::lookout,
                                                                        Category::border_crossing});
}

TEST_CASE("a record names the subsystem that holds it, and so its system of records notice") {
  const policy::World world = world_of(text_of(host, "", R"(, "system": "seacats")"));
  CHECK(world.records[0].system == "seacats");
  const Subsystem* system = system_called(world.records[0].system);
  REQUIRE(system);
  REQUIRE(system->sorn);
  CHECK(system->sorn->number == "DHS/CBP-013");
  CHECK(world_of(text_of(host)).records[0].system.empty());
}
