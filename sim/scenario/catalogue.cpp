#include "sim/scenario/catalogue.h"

namespace ntk::embedded {
extern const unsigned char catalogue_file[];
extern const unsigned catalogue_file_size;
}  // namespace ntk::embedded

namespace ntk::scenario {

const Catalogue& shipped_catalogue() {
  // Without mistakes, as the tests see to; where it had one, there would be no rows rather than wrong ones.
  static const Catalogue built_in = [] {
    const auto* text = reinterpret_cast<const char*>(embedded::catalogue_file);
    return read_catalogue({text, embedded::catalogue_file_size}, "catalogue.json")
        .catalogue.value_or(Catalogue());
  }();
  return built_in;
}

std::string title_of(const Interface& interface, const Catalogue& catalogue) {
  std::string title;
  for (const auto each : interface.agencies) {
    title += (title.empty() ? "" : ", ") + catalogue[each].agency.short_name;
  }
  std::string_view joint = ": ";
  for (const RemoteSystem& each : interface.remote_systems) {
    (title += joint) += each.short_name;
    joint = ", ";
  }
  if (interface.remote_systems.empty() && !interface.use.empty()) title += ": " + interface.use;
  return title + ", " + std::string(policy::word(interface.direction));
}

policy::CategorySet categories_of(const Interface& interface, const Catalogue& catalogue) {
  policy::CategorySet categories;
  for (const auto each : interface.data_types) categories |= catalogue[each].categories;
  return categories;
}

}  // namespace ntk::scenario

namespace ntk::policy {

using scenario::Residence;
using scenario::RetentionStart;
using scenario::Sector;
using scenario::SourceList;

template <>
std::span<const Word<SourceList>> words<SourceList>() {
  using enum SourceList;
  static constexpr Word<SourceList> rows[] = {
      {abstract, "abstract", "Abstract", "the owner of the platform", "P1"},
      {section_1_2, "section_1_2", "Section 1.2", "systems of records on the platform", "P9-10"},
      {section_3_3, "section_3_3", "Section 3.3", "DHS components with access", "P20"},
      {appendix_1, "appendix_1", "Appendix 1", "data, notices and assessments", "P33-34"},
      {appendix_2, "appendix_2", "Appendix 2", "interfaces with systems outside the host", "P35-39"},
      {appendix_3, "appendix_3", "Appendix 3", "interfaces with the host’s own systems", "P40"},
      {appendix_4, "appendix_4", "Appendix 4", "partner government agencies with access", "P41-42"},
  };
  return rows;
}

template <>
std::span<const Word<Sector>> words<Sector>() {
  using enum Sector;
  static constexpr Word<Sector> rows[] = {
      {federal, "federal", "Federal", "department, agency or office", "P35-38"},
      {state_local, "state_local", "State or local", "or owned by states", "P36-39"},
      {tribal, "tribal", "Tribal", "nation or tribe", "P37"},
      {commercial, "commercial", "Commercial", "company or association", "P35, P37"},
  };
  return rows;
}

template <>
std::span<const Word<Residence>> words<Residence>() {
  using enum Residence;
  static constexpr Word<Residence> rows[] = {
      {collected_by_cbp, "collected_by_cbp", "On the platform", "collected by CBP", "P33"},
      {collected_by_others, "collected_by_others", "On the platform", "not collected by CBP", "P33-34"},
      {not_resident, "not_resident", "Not on the platform", "reached through it", "P34"},
  };
  return rows;
}

template <>
std::span<const Word<RetentionStart>> words<RetentionStart>() {
  using enum RetentionStart;
  static constexpr Word<RetentionStart> rows[] = {
      {collection, "collection", "Collection", "the day the data was collected or obtained", "P24"},
      {last_collection, "last_collection", "Last collection", "the last day data was collected", "P23"},
      {admission_or_parole, "admission_or_parole", "Admission or parole", "the day the traveller was let in",
       "P24"},
      {matter_concluded, "matter_concluded", "End of the matter", "and of all that is tied to it", "P24"},
      {limitation_expired, "limitation_expired", "Limitation", "the day the statute of limitations ran out",
       "P24"},
  };
  return rows;
}

}  // namespace ntk::policy
