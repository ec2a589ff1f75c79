#include "sim/scenario/catalogue_reference.h"

namespace ntk::scenario {
namespace {

const std::string& id_of(const CatalogueAgency& entry) {
  return entry.agency.id;
}
template <class T>
const std::string& id_of(const T& entry) {
  return entry.id;
}

template <class T>
const T* called(const std::vector<T>& list, std::string_view id) {
  for (const T& each : list) {
    if (id_of(each) == id) return &each;
  }
  return nullptr;
}

/// `kind` is what `ntk catalogue` calls such entries.
template <class T>
CatalogueReference<T> refer(Reading& reading, ObjectReader& object, std::string_view key,
                            const std::vector<T>& list, std::string_view kind) {
  const auto member = object.find(key);
  if (!member) return {};
  const auto id = read_string(reading.diagnostics, *member);
  if (!id) return {true, nullptr};
  const T* entry = called(list, *id);
  if (!entry) {
    std::vector<std::string_view> ids;
    ids.reserve(list.size());
    for (const T& each : list) ids.push_back(id_of(each));
    const std::string where = in_backticks("ntk catalogue " + std::string(kind)) + " lists them";
    report(reading.diagnostics, Code::unknown_id, *member,
           "no " + std::string(kind) + " of the catalogue has the id " + in_backticks(*id),
           did_you_mean(reading.diagnostics, *id, ids, where));
  }
  return {true, entry};
}

}  // namespace

CatalogueReference<CatalogueAgency> refer_to_agency(Reading& reading, ObjectReader& object) {
  return refer(reading, object, "catalogue", shipped_catalogue().agencies, "agency");
}

CatalogueReference<Interface> refer_to_interface(Reading& reading, ObjectReader& object) {
  return refer(reading, object, "catalogue", shipped_catalogue().interfaces, "interface");
}

CatalogueReference<Subsystem> refer_to_system(Reading& reading, ObjectReader& object) {
  return refer(reading, object, "system", shipped_catalogue().subsystems, "system");
}

const CatalogueAgency* agency_called(std::string_view id) {
  return called(shipped_catalogue().agencies, id);
}

const Subsystem* system_called(std::string_view id) {
  return called(shipped_catalogue().subsystems, id);
}

}  // namespace ntk::scenario
