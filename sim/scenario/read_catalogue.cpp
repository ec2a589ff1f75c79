// From the text of a catalogue to a Catalogue: by the rules of scenario files, and with their diagnostics.
#include "sim/scenario/catalogue.h"
#include "sim/scenario/object_reader.h"

namespace ntk::scenario {

template <>
inline constexpr std::string_view noun_of<SourceList> = "a list of the source";
template <>
inline constexpr std::string_view noun_of<Sector> = "a sector";
template <>
inline constexpr std::string_view noun_of<Residence> = "a residence of data";
template <>
inline constexpr std::string_view noun_of<RetentionStart> = "a start of retention";

namespace {

/// A list that is needed, with items.
template <class T, class ReadItem>
void need_list(Reading& reading, ObjectReader& object, std::string_view key, std::string_view what,
               std::vector<T>& out, ReadItem read_item) {
  const auto list = object.need(key, what);
  if (!list) return;
  report_if_empty(reading.diagnostics, *list, "it needs at least one item");
  read_list(reading, list, out, read_item);
}

template <class T>
void need_references(Reading& reading, ObjectReader& object, std::string_view key, IdKind kind,
                     std::vector<policy::Ref<T>>& out) {
  const auto list = object.need(key, "a list of ids");
  if (!list) return;
  report_if_empty(reading.diagnostics, *list, "name at least one");
  out = as_refs<T>(read_references(reading, *list, kind));
}

void need_categories(Reading& reading, ObjectReader& object, policy::CategorySet& out) {
  const auto list = object.need("categories", "the categories of data that it stands for");
  if (!list) return;
  report_if_empty(reading.diagnostics, *list, "name at least one");
  out = read_set<policy::Category>(reading.diagnostics, *list);
}

void need_page(Reading& reading, ObjectReader& object, int& out) {
  const auto page = object.need("page", "the page of the source");
  if (page) out = read_integer(reading.diagnostics, *page, 1, last_page).value_or(out);
}

template <class E>
void need_word(ObjectReader& object, std::string_view key, E& out) {
  out = object.need_word<E>(key).value_or(out);
}

void need_names(ObjectReader& object, std::string& name, std::string& short_name) {
  object.need_line("name", name);
  short_name = name;
  object.line("short_name", short_name);
}

void read_department(Reading& reading, const Node& node, Department& department) {
  ObjectReader object(reading, node, "a department");
  object.id(department.id);
  need_names(object, department.name, department.short_name);
  need_page(reading, object, department.page);
  object.line("remarks", department.remarks);
}

void read_listing(Reading& reading, const Node& node, Listing& listing) {
  ObjectReader object(reading, node, "a listing");
  need_word(object, "list", listing.list);
  need_page(reading, object, listing.page);
  object.line("named", listing.named);
}

void read_agency(Reading& reading, const Node& node, CatalogueAgency& entry) {
  ObjectReader object(reading, node, "an agency");
  object.id(entry.agency.id);
  need_names(object, entry.agency.name, entry.agency.short_name);
  need_word(object, "standing", entry.agency.standing);
  need_word(object, "sector", entry.sector);
  if (const auto at = object.reference("department", IdKind::department)) entry.department = {*at};
  if (const auto at = object.reference("part_of", IdKind::agency)) entry.part_of = {*at};
  need_list(reading, object, "listed", "the places of the source that list it", entry.listed, read_listing);
  object.line("remarks", entry.remarks);
}

void read_data_type(Reading& reading, const Node& node, DataType& type) {
  ObjectReader object(reading, node, "a data type");
  object.id(type.id);
  object.need_line("name", type.name);
  need_categories(reading, object, type.categories);
  need_page(reading, object, type.page);
  object.line("remarks", type.remarks);
}

RecordsNotice read_sorn(Reading& reading, const Node& node) {
  RecordsNotice sorn;
  ObjectReader object(reading, node, "a system of records notice");
  object.need_line("number", sorn.number);
  object.need_line("title", sorn.title);
  need_page(reading, object, sorn.page);
  return sorn;
}

void read_publication(Reading& reading, const Node& node, Publication& publication) {
  ObjectReader object(reading, node, "a publication");
  object.need_line("citation", publication.citation);
  if (const auto date = object.need("date", date_noun)) {
    publication.date = read_date(reading.diagnostics, *date).value_or(policy::Date{});
  }
  need_page(reading, object, publication.page);
  object.line("remarks", publication.remarks);
}

Assessment read_pia(Reading& reading, const Node& node) {
  Assessment pia;
  ObjectReader object(reading, node, "an assessment");
  object.line("number", pia.number);
  object.need_line("title", pia.title);
  if (const auto date = object.find("date")) pia.date = read_date(reading.diagnostics, *date);
  need_page(reading, object, pia.page);
  return pia;
}

void read_retention(Reading& reading, const Node& node, Retention& retention) {
  ObjectReader object(reading, node, "a period of retention");
  object.need_line("applies_to", retention.applies_to);
  need_categories(reading, object, retention.categories);
  if (const auto years = object.find("years")) {
    retention.years = read_integer(reading.diagnostics, *years, 1, 100);
    retention.from = object.word<RetentionStart>("from");
  } else {
    object.bar("from", "`from` says what a number of years runs from, and there is none",
               "give `years`, or remove the key");
  }
  object.need_line("words", retention.words);
  need_page(reading, object, retention.page);
}

void read_subsystem(Reading& reading, const Node& node, Subsystem& system) {
  ObjectReader object(reading, node, "a subsystem");
  object.id(system.id);
  need_names(object, system.name, system.short_name);
  need_word(object, "list", system.list);
  need_page(reading, object, system.page);
  need_word(object, "residence", system.residence);
  need_categories(reading, object, system.categories);
  if (const auto sorn = object.find("sorn")) system.sorn = read_sorn(reading, *sorn);
  read_list(reading, object.find("notices"), system.notices, read_publication);
  if (const auto pia = object.find("pia")) system.pia = read_pia(reading, *pia);
  read_list(reading, object.find("retention"), system.retention, read_retention);
  object.line("remarks", system.remarks);
}

void read_remote_system(Reading& reading, const Node& node, RemoteSystem& system) {
  ObjectReader object(reading, node, "a remote system");
  need_names(object, system.name, system.short_name);
  read_list(reading, object.find("modules"), system.modules,
            [](Reading& inner, const Node& item, std::string& module_name) {
              module_name = read_line(inner.diagnostics, item).value_or("");
            });
}

void read_interface(Reading& reading, const Node& node, Interface& entry) {
  ObjectReader object(reading, node, "an interface");
  object.id(entry.id);
  need_word(object, "list", entry.list);
  need_page(reading, object, entry.page);
  need_word(object, "direction", entry.direction);
  need_references(reading, object, "agencies", IdKind::agency, entry.agencies);
  read_list(reading, object.find("remote_systems"), entry.remote_systems, read_remote_system);
  object.line("use", entry.use);
  need_references(reading, object, "data_types", IdKind::data_type, entry.data_types);
  object.line("remarks", entry.remarks);
}

/// Whether the file is of a format that can be read.
bool read_format(Reading& reading, ObjectReader& top) {
  const auto format = top.need("format", "1, the version of the format");
  if (!format || (format->is(JsonKind::integer) && format->value->integer == catalogue_format)) return true;
  if (!format->is(JsonKind::integer)) {
    report_kind(reading.diagnostics, *format, number_noun);
    return true;
  }
  report(reading.diagnostics, Code::unsupported_format, *format, "this is not a catalogue of format 1",
         "the rest of the file was not looked at");
  return false;
}

void read_top(Reading& reading, const Node& document, Catalogue& catalogue) {
  ObjectReader top(reading, document, "a catalogue");
  if (!top.is_object()) return;
  if (!read_format(reading, top)) return top.overlook_the_rest();
  for (const IdKind kind : {IdKind::department, IdKind::agency, IdKind::data_type, IdKind::subsystem,
                            IdKind::interface}) {  // first: references may come before definitions
    reading.ids.define(reading.diagnostics, kind, document);
  }
  if (const auto schema = top.find("$schema")) read_string(reading.diagnostics, *schema);
  top.need_line("title", catalogue.title);
  top.need_line("source", catalogue.source);
  need_list(reading, top, "departments", "the list of departments", catalogue.departments, read_department);
  need_list(reading, top, "agencies", "the list of agencies", catalogue.agencies, read_agency);
  need_list(reading, top, "data_types", "the list of data types", catalogue.data_types, read_data_type);
  need_list(reading, top, "subsystems", "the list of subsystems", catalogue.subsystems, read_subsystem);
  need_list(reading, top, "interfaces", "the list of interfaces", catalogue.interfaces, read_interface);
}

}  // namespace

CatalogueReadResult read_catalogue(std::string_view text, std::string_view file_name) {
  Diagnostics diagnostics(text, "a catalog is one object: `{ ... }`");
  CatalogueReadResult result;
  result.file_name = file_name;
  if (const auto document = parse_json(diagnostics)) {
    Reading reading{diagnostics, {}};
    Catalogue catalogue;
    read_top(reading, Node{&*document, "", "", 0}, catalogue);
    reading.ids.report_passed_over(diagnostics);
    if (!diagnostics.has_errors()) result.catalogue = std::move(catalogue);
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::scenario
