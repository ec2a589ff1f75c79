#include "web/view/catalogue_view.h"

#include <array>

#include "sim/policy/phrases.h"
#include "sim/policy/unicode.h"
#include "sim/scenario/catalogue.h"
#include "web/app/lines.h"
#include "web/app/search.h"

namespace ntk::web {
namespace {

using scenario::CatalogueAgency;
using scenario::Interface;
using scenario::shipped_catalogue;
using scenario::Subsystem;

constexpr std::string_view agency_columns[] = {"Agency", "Standing", "Belongs to",
                                               "Where the source lists it"};
constexpr std::string_view system_columns[] = {"System", "Data", "Notice and assessment",
                                               "How long it is kept", "Where the source lists it"};
constexpr std::string_view interface_columns[] = {"At the other end", "Direction", "Systems and use", "Data",
                                                  "Where the source lists it"};

constexpr std::array lists = {
    CatalogueListRow{CatalogueList::agencies, "agencies", "Agencies", "agency", "agencies",
                     "The host, the components of its Department, and the partners outside.", agency_columns},
    CatalogueListRow{
        CatalogueList::systems, "systems", "Systems", "system", "systems",
        "What data is on the platform or reached through it, by which notice (SORN), and for how "
        "long.",
        system_columns},
    CatalogueListRow{CatalogueList::interfaces, "interfaces", "Interfaces", "interface", "interfaces",
                     "What goes to and fro between systems, without a user.", interface_columns},
};

std::string on_page(int page) {
  return " (P" + std::to_string(page) + ')';
}

template <class Named>
std::string in_full(const Named& thing) {
  return thing.short_name == thing.name ? thing.name : thing.name + " (" + thing.short_name + ')';
}

/// A line of its own, with a capital, where there is anything to say.
std::string place(scenario::SourceList list, int page) {
  return std::string(policy::title(list)) + ", P" + std::to_string(page);
}

std::string with_note(std::string_view title, std::string_view note) {
  return std::string(title) + (note.empty() ? "" : ": " + std::string(note));
}

/// A row with a cell for each column after the first.
CatalogueRow begin_row(CatalogueList list, std::string name, const std::string& id) {
  return {std::move(name), id, std::vector<Lines>(row(list).columns.size() - 1)};
}

CatalogueRow row_of(const CatalogueAgency& entry) {
  CatalogueRow row = begin_row(CatalogueList::agencies, in_full(entry.agency), entry.agency.id);
  add(row.cells[0], std::string(policy::title(entry.agency.standing)));
  add(row.cells[0], std::string(policy::title(entry.sector)));
  if (entry.part_of) add(row.cells[1], in_full(shipped_catalogue()[*entry.part_of].agency));
  if (entry.department) add(row.cells[1], in_full(shipped_catalogue()[*entry.department]));
  for (const scenario::Listing& each : entry.listed) {
    add(row.cells[2],
        place(each.list, each.page) + (each.named.empty() ? "" : ", as " + policy::in_quotes(each.named)));
  }
  add(row.cells[2], entry.remarks);
  return row;
}

Lines notices_of(const Subsystem& system) {
  Lines lines;
  if (system.sorn) {
    lines.push_back("SORN " + system.sorn->number + ", " + system.sorn->title + on_page(system.sorn->page));
  }
  for (const scenario::Publication& each : system.notices) {
    lines.push_back(each.citation + ", " + policy::in_words(each.date) + on_page(each.page) +
                    (each.remarks.empty() ? "" : ". " + each.remarks));
  }
  if (system.pia) {
    const std::string number = system.pia->number.empty() ? "" : ' ' + system.pia->number + ',';
    const std::string date = system.pia->date ? ", " + policy::in_words(*system.pia->date) : "";
    lines.push_back("PIA" + number + ' ' + system.pia->title + date + on_page(system.pia->page));
  }
  return lines;
}

CatalogueRow row_of(const Subsystem& system) {
  CatalogueRow row = begin_row(CatalogueList::systems, in_full(system), system.id);
  const auto& residence = policy::row(system.residence);
  add(row.cells[0], with_note(residence.title, residence.note));
  add(row.cells[0], policy::listed_in_sentence(system.categories));
  row.cells[1] = notices_of(system);
  for (const scenario::Retention& each : system.retention) {
    add(row.cells[2], each.applies_to + ": " + each.words + on_page(each.page));
  }
  if (system.retention.empty()) add(row.cells[2], "Not stated");
  add(row.cells[3], place(system.list, system.page));
  add(row.cells[3], system.remarks);
  return row;
}

std::string told(const scenario::RemoteSystem& system) {
  std::string text = in_full(system);
  std::string_view joint = " of ";
  for (const std::string& each : system.modules) {
    (text += joint) += each;
    joint = ", ";
  }
  return text;
}

CatalogueRow row_of(const Interface& entry) {
  std::string name, types;
  for (const auto each : entry.agencies) {
    name += (name.empty() ? "" : ", ") + in_full(shipped_catalogue()[each].agency);
  }
  for (const auto each : entry.data_types) {
    types += (types.empty() ? "" : ", ") + shipped_catalogue()[each].name;
  }
  CatalogueRow row = begin_row(CatalogueList::interfaces, std::move(name), entry.id);
  const auto& direction = policy::row(entry.direction);
  add(row.cells[0], with_note(direction.title, direction.note));
  for (const scenario::RemoteSystem& each : entry.remote_systems) row.cells[1].push_back(told(each));
  add(row.cells[1], entry.use);
  add(row.cells[2], std::move(types));
  add(row.cells[2],
      "read as " + policy::listed_in_sentence(scenario::categories_of(entry, shipped_catalogue())));
  add(row.cells[3], place(entry.list, entry.page));
  add(row.cells[3], entry.remarks);
  return row;
}

/// The rows of a list, and of each the text that searches look through.
struct Table {
  std::vector<CatalogueRow> rows;
  std::vector<std::string> texts;

  template <class T>
  explicit Table(const std::vector<T>& entries) {
    for (const T& each : entries) {
      rows.push_back(row_of(each));
      std::string text = rows.back().name + '\n' + rows.back().id;
      for (const Lines& cell : rows.back().cells) {
        for (const std::string& line : cell) text += '\n' + line;
      }
      texts.push_back(policy::fold(std::move(text)));
    }
  }
};

const Table& table(CatalogueList list) {
  static const std::array<Table, catalogue_list_count> tables = {Table(shipped_catalogue().agencies),
                                                                 Table(shipped_catalogue().subsystems),
                                                                 Table(shipped_catalogue().interfaces)};
  return tables[static_cast<std::size_t>(list)];
}

}  // namespace

std::span<const CatalogueListRow> catalogue_lists() {
  return lists;
}

const CatalogueListRow& row(CatalogueList list) {
  return lists[static_cast<std::size_t>(list)];
}

const std::vector<CatalogueRow>& catalogue_rows(CatalogueList list) {
  return table(list).rows;
}

std::vector<std::uint32_t> find_in_catalogue(CatalogueList list, std::string_view words) {
  const Search search(words);
  const std::vector<std::string>& texts = table(list).texts;
  std::vector<std::uint32_t> found;
  for (std::uint32_t at = 0; at < texts.size(); ++at) {
    if (search.finds(texts[at])) found.push_back(at);
  }
  return found;
}

std::string found_in_words(CatalogueList list, std::size_t found) {
  const CatalogueListRow& named = row(list);
  const std::size_t all = catalogue_rows(list).size();
  const std::string of_all = found == all ? "" : std::to_string(found) + " of ";
  return of_all + std::to_string(all) + ' ' + std::string(all == 1 ? named.one : named.several);
}

std::string system_in_words(std::string_view id) {
  for (const Subsystem& each : shipped_catalogue().subsystems) {
    if (each.id == id) return each.short_name + (each.sorn ? ", SORN " + each.sorn->number : "");
  }
  return std::string(id);
}

std::string_view about_catalogue() {
  return "The agencies, systems and interfaces of the real platform, as the Privacy Impact Assessment "
         "DHS/CBP/PIA-021 lists them; P36 is its page 36. Which categories of data a system or a type of "
         "data "
         "stands for is the simulator’s reading.";
}

}  // namespace ntk::web
