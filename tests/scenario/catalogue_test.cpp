// The catalogue against the source's own tables, counted by page; that its reader tells every mistake; and
// that it has one vocabulary with its published schema.
#include "sim/scenario/catalogue.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "sim/scenario/located_json.h"
#include "sim/scenario/reader.h"
#include "tests/scenario/json_member.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::scenario;
using policy::Standing;

namespace {

using ByPage = std::map<int, int>;

/// How many rows stand on each page.
template <class List, class Keep>
ByPage by_page(const List& list, Keep keep) {
  ByPage counts;
  for (const auto& each : list) {
    if (keep(each)) ++counts[each.page];
  }
  return counts;
}

ByPage interfaces_by_page(SourceList list, Direction direction) {
  return by_page(shipped_catalogue().interfaces,
                 [&](const Interface& each) { return each.list == list && each.direction == direction; });
}

/// How many listings of agencies stand on each page.
ByPage listings_by_page(SourceList list) {
  ByPage counts;
  for (const CatalogueAgency& agency : shipped_catalogue().agencies) {
    for (const auto& [page, count] :
         by_page(agency.listed, [&](const Listing& each) { return each.list == list; })) {
      counts[page] += count;
    }
  }
  return counts;
}

/// How many agencies of a department Appendix 4 lists.
int sub_agencies(std::string_view department) {
  int count = 0;
  for (const CatalogueAgency& agency : shipped_catalogue().agencies) {
    const bool is_of = department.empty()
                           ? !agency.department
                           : agency.department && shipped_catalogue()[*agency.department].id == department;
    for (const Listing& each : agency.listed) count += is_of && each.list == SourceList::appendix_4 ? 1 : 0;
  }
  return count;
}

const CatalogueAgency& agency(std::string_view id) {
  for (const CatalogueAgency& each : shipped_catalogue().agencies) {
    if (each.agency.id == id) return each;
  }
  FAIL("no agency " << id);
  return shipped_catalogue().agencies.front();
}

const Subsystem& subsystem(std::string_view id) {
  for (const Subsystem& each : shipped_catalogue().subsystems) {
    if (each.id == id) return each;
  }
  FAIL("no subsystem " << id);
  return shipped_catalogue().subsystems.front();
}

std::string report(const CatalogueReadResult& result) {
  std::string text;
  for (const Diagnostic& each : result.diagnostics) text += format_text(each, result.file_name) + '\n';
  return text;
}

}  // namespace

TEST_CASE("the catalogue that is built in is the one that ships, and has no mistake") {
  const CatalogueReadResult result =
      read_catalogue(source_text("scenarios/catalogue.json"), "catalogue.json");
  CHECK_MESSAGE(result.diagnostics.empty(), report(result));
  REQUIRE(result.catalogue);
  CHECK(shipped_catalogue() == *result.catalogue);
}

TEST_CASE("Appendix 1 lists ten subsystems on pages 33 and 34, and section 1.2 names two more") {
  const auto listed = [](SourceList list) {
    return by_page(shipped_catalogue().subsystems, [&](const Subsystem& each) { return each.list == list; });
  };
  CHECK(listed(SourceList::appendix_1) == ByPage{{33, 5}, {34, 5}});
  CHECK(listed(SourceList::section_1_2) == ByPage{{10, 2}});
  CHECK(shipped_catalogue().subsystems.size() == 12);
}

TEST_CASE("Appendix 1 has four subsystems of CBP's own data, three of others', and three not resident") {
  std::map<Residence, int> counts;
  for (const Subsystem& each : shipped_catalogue().subsystems) {
    if (each.list == SourceList::appendix_1) ++counts[each.residence];
  }
  CHECK(counts == std::map<Residence, int>{{Residence::collected_by_cbp, 4},
                                           {Residence::collected_by_others, 3},
                                           {Residence::not_resident, 3}});
}

TEST_CASE("Appendix 2 lists 26 interfaces inbound and 21 outbound, from page 35 to page 39") {
  const ByPage inbound = {{35, 9}, {36, 11}, {37, 6}};
  const ByPage outbound = {{37, 8}, {38, 11}, {39, 2}};
  CHECK(interfaces_by_page(SourceList::appendix_2, Direction::inbound) == inbound);
  CHECK(interfaces_by_page(SourceList::appendix_2, Direction::outbound) == outbound);
}

TEST_CASE("Appendix 3 lists eight interfaces each way on page 40, all with the host's own systems") {
  CHECK(interfaces_by_page(SourceList::appendix_3, Direction::inbound) == ByPage{{40, 8}});
  CHECK(interfaces_by_page(SourceList::appendix_3, Direction::outbound) == ByPage{{40, 8}});
  CHECK(shipped_catalogue().interfaces.size() == 47 + 16);
  for (const Interface& each : shipped_catalogue().interfaces) {
    const bool with_host = shipped_catalogue()[each.agencies.front()].agency.standing == Standing::host;
    CHECK_MESSAGE(with_host == (each.list == SourceList::appendix_3), each.id);
  }
}

TEST_CASE("Appendix 4 lists 30 agencies on pages 41 and 42, under 13 bodies") {
  CHECK(listings_by_page(SourceList::appendix_4) == ByPage{{41, 25}, {42, 5}});
  const std::map<std::string, int> expected = {{"odni", 1},     {"usda", 1}, {"doc", 1}, {"dod", 2},
                                               {"hhs", 1},      {"doj", 8},  {"dol", 1}, {"dos", 2},
                                               {"treasury", 9}, {"ssa", 1},  {"doi", 1}};
  for (const auto& each : expected) CHECK_MESSAGE(sub_agencies(each.first) == each.second, each.first);
  CHECK(sub_agencies("") == 2);  // the Federal Reserve Board and the CPSC, with no sub-agency
  CHECK(sub_agencies("dhs") == 0);
}

TEST_CASE("page 20 lists ten components, and names the air marshals within the TSA's entry") {
  CHECK(listings_by_page(SourceList::section_3_3) == ByPage{{20, 11}});
  REQUIRE(agency("fam").part_of);
  CHECK(shipped_catalogue()[*agency("fam").part_of].agency.id == "tsa");
}

TEST_CASE("the host is one, and within the Department are just the host and the components") {
  std::map<Standing, int> counts;
  for (const CatalogueAgency& each : shipped_catalogue().agencies) {
    ++counts[each.agency.standing];
    const bool within = each.department && shipped_catalogue()[*each.department].id == "dhs";
    CHECK_MESSAGE(within == (each.agency.standing != Standing::external), each.agency.id);
  }
  CHECK(counts ==
        std::map<Standing, int>{{Standing::host, 1}, {Standing::component, 13}, {Standing::external, 49}});
}

TEST_CASE("three tribes and no foreign government have interfaces, whatever page 26 says") {
  std::map<Sector, int> counts;
  for (const CatalogueAgency& each : shipped_catalogue().agencies) ++counts[each.sector];
  CHECK(counts ==
        std::map<Sector, int>{
            {Sector::federal, 50}, {Sector::state_local, 6}, {Sector::tribal, 3}, {Sector::commercial, 4}});
}

TEST_CASE("an agency is listed in Appendix 2 on just the pages of its interfaces") {
  for (std::uint32_t at = 0; at < shipped_catalogue().agencies.size(); ++at) {
    const policy::Ref<CatalogueAgency> ref{at};
    std::multiset<int> listed;
    std::multiset<int> used;
    for (const Listing& each : shipped_catalogue()[ref].listed) {
      if (each.list == SourceList::appendix_2) listed.insert(each.page);
    }
    for (const Interface& each : shipped_catalogue().interfaces) {
      const bool is_its = std::find(each.agencies.begin(), each.agencies.end(), ref) != each.agencies.end();
      if (is_its && each.list == SourceList::appendix_2) used.insert(each.page);
    }
    CHECK_MESSAGE(listed == used, shipped_catalogue()[ref].agency.id);
  }
}

TEST_CASE("every agency's places are in the order of the pages, each within its list") {
  const std::map<SourceList, std::pair<int, int>> extent = {
      {SourceList::abstract, {1, 1}},      {SourceList::section_1_2, {9, 10}},
      {SourceList::section_3_3, {20, 20}}, {SourceList::appendix_1, {33, 34}},
      {SourceList::appendix_2, {35, 39}},  {SourceList::appendix_3, {40, 40}},
      {SourceList::appendix_4, {41, 42}}};
  const auto is_within = [&](SourceList list, int page) {
    return page >= extent.at(list).first && page <= extent.at(list).second;
  };
  for (const CatalogueAgency& each : shipped_catalogue().agencies) {
    CAPTURE(each.agency.id);
    int before = 0;
    for (const Listing& place : each.listed) {
      CHECK(is_within(place.list, place.page));
      CHECK(place.page >= before);
      before = place.page;
    }
  }
  for (const Subsystem& each : shipped_catalogue().subsystems)
    CHECK_MESSAGE(is_within(each.list, each.page), each.id);
  for (const Interface& each : shipped_catalogue().interfaces)
    CHECK_MESSAGE(is_within(each.list, each.page), each.id);
}

TEST_CASE("every department and every type of data is used, and no name stands for two agencies") {
  std::set<std::uint32_t> departments;
  std::set<std::uint32_t> types;
  std::set<std::string> names;
  for (const CatalogueAgency& each : shipped_catalogue().agencies) {
    if (each.department) departments.insert(each.department->at);
    CHECK_MESSAGE(names.insert(each.agency.name).second, each.agency.name);
  }
  for (const Interface& each : shipped_catalogue().interfaces) {
    for (const auto type : each.data_types) types.insert(type.at);
  }
  CHECK(departments.size() == shipped_catalogue().departments.size());
  CHECK(departments.size() == 12);
  CHECK(types.size() == shipped_catalogue().data_types.size());
  CHECK(types.size() == 9);
}

TEST_CASE("types of data stand for categories as the simulator reads them") {
  using C = policy::Category;
  const std::map<std::string, policy::CategorySet> expected = {
      {"apis", {C::apis}},
      {"lookout", {C::lookout}},
      {"travel-document", {C::travel_document}},
      {"certificate-of-eligibility", {C::travel_document}},
      {"encounter", {C::border_crossing, C::i94, C::moir, C::currency_report, C::inspection_result}},
      {"screening", {C::subject, C::lookout, C::border_crossing}},
      {"primary", {C::primary_query_history}},
      {"secondary", {C::inspection_result}},
      {"nlets", {C::nlets}}};
  for (const DataType& each : shipped_catalogue().data_types)
    CHECK_MESSAGE(expected.at(each.id) == each.categories, each.id);
}

TEST_CASE("border crossings are kept 15 years for citizens and residents, 75 for others, from admission") {
  const std::vector<Retention>& kept = subsystem("bci").retention;
  REQUIRE(kept.size() == 3);
  CHECK(kept[0].years == 15);
  CHECK(kept[1].years == 75);
  CHECK(kept[0].from == RetentionStart::admission_or_parole);
  CHECK_FALSE(kept[2].years);  // as long as an enforcement matter is open
}

TEST_CASE("no notice covers what the states or a foreign agency own") {
  for (const Subsystem& each : shipped_catalogue().subsystems) {
    const bool has_notice = each.sorn || !each.notices.empty();
    CHECK_MESSAGE(has_notice == (each.residence != Residence::not_resident), each.id);
  }
}

TEST_CASE("an agency of a lesson is called as in the catalogue") {
  for (const auto& file : shipped_scenarios()) {
    const ReadResult lesson = read_scenario(source_text(file), file.string());
    REQUIRE(lesson.scenario);
    for (const policy::Agency& each : lesson.scenario->world.agencies) {
      CAPTURE(each.id);
      if (each.standing == policy::Standing::submitter) continue;  // no agency, and invented
      policy::Agency called = each;
      called.certified.reset();  // the lesson's own matter
      CHECK(agency(each.id).agency == called);
    }
  }
}

TEST_CASE("every bad catalogue is refused, with all its mistakes told in their places") {
  const auto files = source_files("tests/catalogue", "bad-", ".json");
  CHECK(files.size() >= 8);
  for (auto file : files) {
    CAPTURE(file.string());
    const CatalogueReadResult result = read_catalogue(source_text(file), file.filename().string());
    CHECK_FALSE(result.catalogue);
    CHECK_FALSE(result.diagnostics.empty());
    check_golden(file.replace_extension(".expected"), report(result));
  }
}

TEST_CASE("the least catalogue is one, with names for short names") {
  const CatalogueReadResult result =
      read_catalogue(source_text("tests/catalogue/good-least.json"), "least.json");
  CHECK_MESSAGE(result.diagnostics.empty(), report(result));
  REQUIRE(result.catalogue);
  CHECK(result.catalogue->agencies.front().agency.short_name ==
        result.catalogue->agencies.front().agency.name);
}

TEST_CASE("a catalogue cut off anywhere is none") {
  const std::string text = source_text("tests/catalogue/good-least.json");
  for (std::size_t size = 0; size < text.find_last_of('}'); size += 7) {
    const CatalogueReadResult result = read_catalogue(std::string_view(text).substr(0, size), "cut.json");
    CHECK_FALSE(result.catalogue);
    CHECK_FALSE(result.diagnostics.empty());
  }
}

namespace {

/// Whether a definition of the schema has the words of a vocabulary, and tells what each means.
template <class E>
bool has_words(const JsonValue& definitions, std::string_view name) {
  const JsonValue& defined = member(definitions, name);
  std::vector<std::string> published;
  for (const JsonValue& each : member(defined, "enum").items) published.push_back(each.string);
  std::vector<std::string> told;
  for (const JsonValue& each : member(defined, "enumDescriptions").items) told.push_back(each.string);
  std::vector<std::string> known;
  std::vector<std::string> meant;
  for (const auto& each : policy::words<E>()) {
    known.emplace_back(each.word);
    const std::string note = each.note.empty() ? "" : ": " + std::string(each.note);
    meant.push_back(std::string(each.title) + note + " (" + std::string(each.source) + ')');
  }
  return published == known && told == meant;
}

}  // namespace

TEST_CASE("the words of the catalogue's schema are those of the vocabulary, and are told alike") {
  const std::string text = source_text("scenarios/schema/catalogue.schema.json");
  Diagnostics diagnostics(text);
  const auto schema = parse_json(diagnostics);
  REQUIRE(schema);
  const JsonValue& definitions = member(*schema, "definitions");
  CHECK(has_words<policy::Category>(definitions, "category"));
  CHECK(has_words<Standing>(definitions, "standing"));
  CHECK(has_words<SourceList>(definitions, "list"));
  CHECK(has_words<Sector>(definitions, "sector"));
  CHECK(has_words<Residence>(definitions, "residence"));
  CHECK(has_words<Direction>(definitions, "direction"));
  CHECK(has_words<RetentionStart>(definitions, "retention_start"));
}
