// The rows of the catalogue that a search finds.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/catalogue.h"

namespace ntk::cli {

/// The kinds of row that can be asked for.
struct RowKinds {
  bool agencies = true;
  bool subsystems = true;
  bool interfaces = true;
};

/// Rows of the built-in catalogue, each list in its order.
struct CatalogueRows {
  RowKinds kinds;  ///< that were asked for; of the others there are none
  std::vector<const scenario::CatalogueAgency*> agencies;
  std::vector<const scenario::Subsystem*> subsystems;
  std::vector<const scenario::Interface*> interfaces;

  bool empty() const { return agencies.empty() && subsystems.empty() && interfaces.empty(); }
};

/// The rows in which every word of every term is found, whatever the letter case; all where there is no term.
/// What a row refers to, its department say, belongs to it.
CatalogueRows find_rows(RowKinds kinds, const std::vector<std::string>& terms);

std::string to_text(const CatalogueRows& rows);  ///< for people
std::string to_json(const CatalogueRows& rows);  ///< with the keys of the catalogue's file

}  // namespace ntk::cli
