// The catalogue as tables: what its columns say, and which rows fit a search. Both pages take it from here.
//
// All that a search looks at is shown in the row that it finds.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ntk::web {

/// The lists that are looked through.
enum class CatalogueList : std::uint8_t { agencies, systems, interfaces };
inline constexpr std::size_t catalogue_list_count = 3;

struct CatalogueListRow {
  CatalogueList list;
  std::string_view word;                        ///< "systems"
  std::string_view title;                       ///< "Systems"
  std::string_view one, several;                ///< "system", "systems"
  std::string_view about;                       ///< a sentence
  std::span<const std::string_view> columns{};  ///< their titles; the first is of the name
};
std::span<const CatalogueListRow> catalogue_lists();
const CatalogueListRow& row(CatalogueList list);

struct CatalogueRow {
  std::string name;
  std::string id;  ///< by which scenarios refer to it
  /// The further columns: of each its lines, which may be none.
  std::vector<std::vector<std::string>> cells;
};

/// All rows, in the order of the catalogue.
const std::vector<CatalogueRow>& catalogue_rows(CatalogueList list);
/// Positions of those in which every word of the search stands.
std::vector<std::uint32_t> find_in_catalogue(CatalogueList list, std::string_view search);
/// "12 of 63 agencies", "63 agencies"
std::string found_in_words(CatalogueList list, std::size_t found);

/// The subsystem that holds a record, by its notice: "SEACATS, SORN DHS/CBP-013". The id is
/// policy::Record::system.
std::string system_in_words(std::string_view id);

/// What a page says of the catalogue, above its lists.
std::string_view about_catalogue();

}  // namespace ntk::web
