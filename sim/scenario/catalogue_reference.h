// What a scenario takes from the catalogue: a member names an entry by its id.
#pragma once

#include "sim/scenario/catalogue.h"
#include "sim/scenario/object_reader.h"

namespace ntk::scenario {

/// An entry of the shipped catalogue, as a member of a scenario's object names it.
template <class T>
struct CatalogueReference {
  bool is_named = false;     ///< the member is there: what the catalogue tells need not be told again
  const T* entry = nullptr;  ///< null too where no entry has the id, which has been reported
};

CatalogueReference<CatalogueAgency> refer_to_agency(Reading& reading, ObjectReader& object);
CatalogueReference<Interface> refer_to_interface(Reading& reading, ObjectReader& object);
CatalogueReference<Subsystem> refer_to_system(Reading& reading, ObjectReader& object);

/// The entry of that id; null if there is none.
const CatalogueAgency* agency_called(std::string_view id);
const Subsystem* system_called(std::string_view id);

}  // namespace ntk::scenario
