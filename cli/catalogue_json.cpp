// The rows of the catalogue for programs, with the keys of its file.
#include "cli/catalogue_rows.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using namespace scenario;

/// What may be left out, is, as in the file.
void write_optional(JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) json.member(key, text);
}

template <class Named>
void write_names(JsonWriter& json, const Named& named) {
  json.member("name", named.name);
  if (named.short_name != named.name) json.member("short_name", named.short_name);
}

void write_categories(JsonWriter& json, policy::CategorySet categories) {
  json.key("categories").begin_array();
  for (const auto& each : policy::words<policy::Category>()) {
    if (categories.contains(each.value)) json.value(each.word);
  }
  json.end_array();
}

void write(JsonWriter& json, const CatalogueAgency& entry) {
  json.begin_object().member("id", entry.agency.id);
  write_names(json, entry.agency);
  json.member("standing", policy::word(entry.agency.standing)).member("sector", policy::word(entry.sector));
  if (entry.department) json.member("department", shipped_catalogue()[*entry.department].id);
  if (entry.part_of) json.member("part_of", shipped_catalogue()[*entry.part_of].agency.id);
  json.key("listed").begin_array();
  for (const Listing& each : entry.listed) {
    json.begin_object().member("list", policy::word(each.list)).member("page", each.page);
    write_optional(json, "named", each.named);
    json.end_object();
  }
  json.end_array();
  write_optional(json, "remarks", entry.remarks);
  json.end_object();
}

void write(JsonWriter& json, const Publication& notice) {
  json.begin_object()
      .member("citation", notice.citation)
      .member("date", policy::to_text(notice.date))
      .member("page", notice.page);
  write_optional(json, "remarks", notice.remarks);
  json.end_object();
}

void write(JsonWriter& json, const Assessment& pia) {
  json.begin_object();
  write_optional(json, "number", pia.number);
  json.member("title", pia.title);
  if (pia.date) json.member("date", policy::to_text(*pia.date));
  json.member("page", pia.page).end_object();
}

void write(JsonWriter& json, const Retention& kept) {
  json.begin_object().member("applies_to", kept.applies_to);
  write_categories(json, kept.categories);
  if (kept.years) json.member("years", *kept.years);
  if (kept.from) json.member("from", policy::word(*kept.from));
  json.member("words", kept.words).member("page", kept.page).end_object();
}

void write(JsonWriter& json, const RemoteSystem& system) {
  json.begin_object();
  write_names(json, system);
  if (!system.modules.empty()) {
    json.key("modules").begin_array();
    for (const std::string& each : system.modules) json.value(each);
    json.end_array();
  }
  json.end_object();
}

/// A list of objects, unless it is empty.
template <class T>
void write_list(JsonWriter& json, std::string_view key, const std::vector<T>& list) {
  if (list.empty()) return;
  json.key(key).begin_array();
  for (const T& each : list) write(json, each);
  json.end_array();
}

void write(JsonWriter& json, const Subsystem& system) {
  json.begin_object().member("id", system.id);
  write_names(json, system);
  json.member("list", policy::word(system.list))
      .member("page", system.page)
      .member("residence", policy::word(system.residence));
  write_categories(json, system.categories);
  if (system.sorn) {
    json.key("sorn")
        .begin_object()
        .member("number", system.sorn->number)
        .member("title", system.sorn->title)
        .member("page", system.sorn->page)
        .end_object();
  }
  write_list(json, "notices", system.notices);
  if (system.pia) {
    json.key("pia");
    write(json, *system.pia);
  }
  write_list(json, "retention", system.retention);
  write_optional(json, "remarks", system.remarks);
  json.end_object();
}

void write(JsonWriter& json, const Interface& entry) {
  json.begin_object()
      .member("id", entry.id)
      .member("list", policy::word(entry.list))
      .member("page", entry.page)
      .member("direction", policy::word(entry.direction));
  json.key("agencies").begin_array();
  for (const auto each : entry.agencies) json.value(shipped_catalogue()[each].agency.id);
  json.end_array();
  write_list(json, "remote_systems", entry.remote_systems);
  write_optional(json, "use", entry.use);
  json.key("data_types").begin_array();
  for (const auto each : entry.data_types) json.value(shipped_catalogue()[each].id);
  json.end_array();
  write_optional(json, "remarks", entry.remarks);
  json.end_object();
}

/// The rows of a kind that was asked for, be there any or none.
template <class T>
void write_rows(JsonWriter& json, bool asked, std::string_view key, const std::vector<const T*>& rows) {
  if (!asked) return;
  json.key(key).begin_array();
  for (const T* each : rows) write(json, *each);
  json.end_array();
}

}  // namespace

std::string to_json(const CatalogueRows& rows) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  write_rows(json, rows.kinds.agencies, "agencies", rows.agencies);
  write_rows(json, rows.kinds.subsystems, "subsystems", rows.subsystems);
  write_rows(json, rows.kinds.interfaces, "interfaces", rows.interfaces);
  json.end_object();
  return json.take() + '\n';
}

}  // namespace ntk::cli
