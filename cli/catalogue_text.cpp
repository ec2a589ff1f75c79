// The rows of the catalogue for people: what each is, and where in the source it stands.
#include <algorithm>

#include "cli/catalogue_rows.h"
#include "cli/page.h"

namespace ntk::cli {
namespace {

using namespace scenario;

std::string in_brackets(int page) {
  return " (P" + std::to_string(page) + ')';
}

template <class Named>
std::string named(const Named& thing) {
  return thing.name + (thing.short_name == thing.name ? "" : " (" + thing.short_name + ')');
}

/// The items, parted by commas.
template <class List, class ToText>
std::string joined(const List& list, ToText text_of) {
  std::string text;
  for (const auto& each : list) {
    if (!text.empty()) text += ", ";
    text += text_of(each);
  }
  return text;
}

std::string category_words(policy::CategorySet categories) {
  std::string text;
  for (const auto& each : policy::words<policy::Category>()) {
    if (!categories.contains(each.value)) continue;
    text += (text.empty() ? "" : ", ") + std::string(each.word);
  }
  return text;
}

/// A further line of a row whose own line has so many cells, if there is anything to say.
void add_line(std::vector<Row>& rows, std::size_t cells, std::string text) {
  if (text.empty()) return;
  Row row(cells);
  row.back() = {std::move(text), Ink::quiet};
  rows.push_back(std::move(row));
}

/// "P20, P35": each page once.
std::string pages(const std::vector<Listing>& listed) {
  std::string text;
  int last = 0;
  for (const Listing& each : listed) {
    if (each.page == last) continue;
    last = each.page;
    text += (text.empty() ? "P" : ", P") + std::to_string(last);
  }
  return text;
}

std::string told(const CatalogueAgency& entry) {
  std::string text = named(entry.agency);
  if (entry.part_of) text += ", part of " + shipped_catalogue()[*entry.part_of].agency.short_name;
  if (entry.department) {
    const Department& department = shipped_catalogue()[*entry.department];
    if (department.name != entry.agency.name) text += ", " + department.short_name;
  }
  return text + " (" + pages(entry.listed) + ')';
}

/// One table for each kind of body.
void print_agencies(Page& page, const std::vector<const CatalogueAgency*>& entries) {
  for (const auto& sector : policy::words<Sector>()) {
    std::vector<Row> rows;
    for (const CatalogueAgency* each : entries) {
      if (each->sector != sector.value) continue;
      rows.push_back({{each->agency.id, Ink::strong},
                      {std::string(policy::word(each->agency.standing))},
                      {told(*each)}});
      add_line(rows, 3, each->remarks);
    }
    if (rows.empty()) continue;
    page.heading("Agencies: " + std::string(sector.title));
    page.table(rows);
  }
}

std::string told(const Retention& kept) {
  return kept.applies_to + ": " + kept.words + in_brackets(kept.page);
}

std::string told(const Publication& notice) {
  const std::string remarks = notice.remarks.empty() ? "" : ": " + notice.remarks;
  return notice.citation + " of " + policy::to_text(notice.date) + in_brackets(notice.page) + remarks;
}

std::string told(const RecordsNotice& sorn) {
  return sorn.number + ' ' + sorn.title + in_brackets(sorn.page);
}

std::string told(const Assessment& pia) {
  return (pia.number.empty() ? "" : pia.number + ' ') + pia.title +
         (pia.date ? " of " + policy::to_text(*pia.date) : "") + in_brackets(pia.page);
}

void print_subsystems(Page& page, const std::vector<const Subsystem*>& systems) {
  if (systems.empty()) return;
  std::vector<Row> rows;
  for (const Subsystem* each : systems) {
    const auto& residence = policy::row(each->residence);
    rows.push_back({{each->id, Ink::strong}, {named(*each) + in_brackets(each->page)}});
    rows.push_back({{}, {std::string(residence.title) + ", " + std::string(residence.note)}});
    rows.push_back({{}, {"data: " + category_words(each->categories)}});
    if (each->sorn) add_line(rows, 2, "SORN: " + told(*each->sorn));
    for (const Publication& notice : each->notices) add_line(rows, 2, "SORN published: " + told(notice));
    if (each->pia) add_line(rows, 2, "PIA: " + told(*each->pia));
    for (const Retention& kept : each->retention) add_line(rows, 2, "kept: " + told(kept));
    add_line(rows, 2, each->remarks);
  }
  page.heading("Subsystems");
  page.table(rows);
}

std::string told(const Interface& entry) {
  return joined(entry.agencies, [](auto each) { return named(shipped_catalogue()[each].agency); }) + ": " +
         joined(entry.data_types, [](auto each) { return shipped_catalogue()[each].name; }) +
         in_brackets(entry.page);
}

std::string told(const RemoteSystem& system) {
  const std::string modules = joined(system.modules, [](const std::string& each) { return each; });
  return named(system) + (modules.empty() ? "" : " of " + modules);
}

std::string told_systems(const Interface& entry) {
  const std::string systems =
      joined(entry.remote_systems, [](const RemoteSystem& each) { return told(each); });
  return systems + (systems.empty() || entry.use.empty() ? "" : "; ") + entry.use;
}

void print_interfaces(Page& page, const std::vector<const Interface*>& entries) {
  std::vector<Row> rows;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const Interface& each = *entries[at];
    if (rows.empty()) {
      const auto& list = policy::row(each.list);
      page.heading("Interfaces, " + std::string(policy::word(each.direction)) + " (" +
                   std::string(list.title) + ": " + std::string(list.note) + ')');
    }
    rows.push_back({{each.id, Ink::strong}, {told(each)}});
    add_line(rows, 2, told_systems(each));
    add_line(rows, 2, each.remarks);
    const Interface* next = at + 1 < entries.size() ? entries[at + 1] : nullptr;
    if (next && next->list == each.list && next->direction == each.direction) continue;
    page.table(rows);
    rows.clear();
  }
}

/// The types of data that the interfaces shown carry, and what they stand for.
void print_data_types(Page& page, const std::vector<const Interface*>& entries) {
  std::vector<Row> rows;
  for (std::uint32_t at = 0; at < shipped_catalogue().data_types.size(); ++at) {
    const policy::Ref<DataType> type{at};
    const bool is_shown = std::any_of(entries.begin(), entries.end(), [&](const Interface* each) {
      return std::find(each->data_types.begin(), each->data_types.end(), type) != each->data_types.end();
    });
    if (!is_shown) continue;
    const DataType& shown = shipped_catalogue()[type];
    rows.push_back({{shown.name, Ink::strong}, {category_words(shown.categories) + in_brackets(shown.page)}});
    add_line(rows, 2, shown.remarks);
  }
  if (rows.empty()) return;
  page.heading("Types of data, and the categories that they stand for (simulator’s reading)");
  page.table(rows);
}

}  // namespace

std::string to_text(const CatalogueRows& rows) {
  Page page(standard_output());
  print_agencies(page, rows.agencies);
  print_subsystems(page, rows.subsystems);
  print_interfaces(page, rows.interfaces);
  print_data_types(page, rows.interfaces);
  return page.text();
}

}  // namespace ntk::cli
