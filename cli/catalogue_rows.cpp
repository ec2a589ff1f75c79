#include "cli/catalogue_rows.h"

#include <algorithm>
#include <set>

namespace ntk::cli {
namespace {

using namespace scenario;
using policy::words;

using Words = std::set<std::string>;

/// The words of a text: runs of letters and digits, in lower case.
void add_words(Words& out, std::string_view text) {
  std::string word;
  for (const char each : text) {
    const bool is_upper = each >= 'A' && each <= 'Z';
    if (is_upper || (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) {
      word.push_back(is_upper ? static_cast<char>(each - 'A' + 'a') : each);
    } else if (!word.empty()) {
      out.insert(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.insert(std::move(word));
}

void add_page(Words& out, int page) {
  out.insert("p" + std::to_string(page));
}

/// A word of a vocabulary, with what people call it.
template <class E>
void add_word(Words& out, E value) {
  add_words(out, policy::word(value));
  add_words(out, policy::title(value));
}

void add_categories(Words& out, policy::CategorySet categories) {
  for (const auto& each : words<policy::Category>()) {
    if (categories.contains(each.value)) add_word(out, each.value);
  }
}

template <class Named>
void add_names(Words& out, const Named& named) {
  add_words(out, named.name);
  add_words(out, named.short_name);
}

Words words_in(const CatalogueAgency& entry) {
  Words out;
  add_words(out, entry.agency.id);
  add_names(out, entry.agency);
  add_word(out, entry.agency.standing);
  add_word(out, entry.sector);
  if (entry.department) add_names(out, shipped_catalogue()[*entry.department]);
  if (entry.part_of) add_names(out, shipped_catalogue()[*entry.part_of].agency);
  for (const Listing& each : entry.listed) {
    add_word(out, each.list);
    add_page(out, each.page);
    add_words(out, each.named);
  }
  add_words(out, entry.remarks);
  return out;
}

Words words_in(const Subsystem& system) {
  Words out;
  add_words(out, system.id);
  add_names(out, system);
  add_word(out, system.list);
  add_page(out, system.page);
  add_word(out, system.residence);
  add_categories(out, system.categories);
  if (system.sorn) {
    add_words(out, system.sorn->number);
    add_words(out, system.sorn->title);
  }
  for (const Publication& each : system.notices) {
    add_words(out, each.citation);
    add_words(out, policy::to_text(each.date));
    add_words(out, each.remarks);
  }
  if (system.pia) {
    add_words(out, system.pia->number);
    add_words(out, system.pia->title);
  }
  for (const Retention& each : system.retention) {
    add_words(out, each.applies_to);
    add_words(out, each.words);
  }
  add_words(out, system.remarks);
  return out;
}

Words words_in(const Interface& entry) {
  Words out;
  add_words(out, entry.id);
  add_word(out, entry.list);
  add_page(out, entry.page);
  add_word(out, entry.direction);
  for (const auto each : entry.agencies) add_names(out, shipped_catalogue()[each].agency);
  for (const RemoteSystem& each : entry.remote_systems) {
    add_names(out, each);
    for (const std::string& part : each.modules) add_words(out, part);
  }
  add_words(out, entry.use);
  for (const auto each : entry.data_types) {
    add_words(out, shipped_catalogue()[each].name);
    add_categories(out, shipped_catalogue()[each].categories);
  }
  add_words(out, entry.remarks);
  return out;
}

template <class T>
std::vector<const T*> fitting(const std::vector<T>& rows, const Words& wanted) {
  std::vector<const T*> found;
  for (const T& each : rows) {
    const Words has = words_in(each);
    if (std::includes(has.begin(), has.end(), wanted.begin(), wanted.end())) found.push_back(&each);
  }
  return found;
}

}  // namespace

CatalogueRows find_rows(RowKinds kinds, const std::vector<std::string>& terms) {
  Words wanted;
  for (const std::string& each : terms) add_words(wanted, each);
  CatalogueRows rows;
  rows.kinds = kinds;
  if (wanted.empty() && !terms.empty()) return rows;  // "&" is found nowhere, rather than everywhere
  if (kinds.agencies) rows.agencies = fitting(shipped_catalogue().agencies, wanted);
  if (kinds.subsystems) rows.subsystems = fitting(shipped_catalogue().subsystems, wanted);
  if (kinds.interfaces) rows.interfaces = fitting(shipped_catalogue().interfaces, wanted);
  return rows;
}

}  // namespace ntk::cli
