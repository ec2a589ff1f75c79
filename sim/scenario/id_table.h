// The ids that a scenario or the catalogue defines, by kind of thing, and what references to them stand for.
//
// Tables are filled before anything else is read, so that the order of the file does not matter and
// a thing with a mistake in it can be referred to all the same.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/scenario/value_reader.h"

namespace ntk::scenario {

/// The kinds of thing that have ids: those of scenarios, then those that the catalogue alone has.
enum class IdKind : std::uint8_t {
  agency,
  purpose,
  role,
  user,
  agreement,
  owner_memo,
  interface,
  letter,
  record,
  request,
  goal,
  department,
  data_type,
  subsystem,
};
inline constexpr std::size_t id_kind_count = 11;  ///< of scenarios
inline constexpr std::size_t all_id_kind_count = 14;

/// How messages speak of a kind, and the list that defines its things.
struct IdKindWords {
  std::string_view one;        ///< "agency"
  std::string_view several;    ///< "agencies"
  std::string_view reference;  ///< "the id of one of the agencies"
  std::string_view list_key;   ///< "agencies"
  bool may_be_none;            ///< the file may do without any
};
const IdKindWords& id_kind_words(IdKind kind);

class IdTables {
 public:
  /// Takes in the ids of the list of that kind in a document; says which are given twice.
  void define(Diagnostics& diagnostics, IdKind kind, const Node& document);

  /// Takes in one more id of that kind, of a thing that stands elsewhere: a record that a request enters. Its
  /// position is that after all taken in before.
  void define_one(Diagnostics& diagnostics, IdKind kind, const Node& thing);

  /// The position, in its list, of the thing of that kind that `reference` names. Says so when there
  /// is none, unless definitions of that kind are themselves at fault: the one meant may be among
  /// those that could not be read.
  std::optional<std::uint32_t> resolve(Diagnostics& diagnostics, IdKind kind, const Node& reference);

  /// Says of every reference passed over that it leads nowhere, if nothing else was found wrong.
  void report_passed_over(Diagnostics& diagnostics) const;

 private:
  struct Table {
    std::map<std::string_view, std::uint32_t> positions;  ///< in the list, by id
    std::map<std::string_view, Span> spans;               ///< where each id is first given
    std::uint32_t count = 0;                              ///< things, with id or without
    bool is_complete = true;                              ///< what is not in it is not defined
  };
  struct Reference {
    IdKind kind;
    Node node;
  };

  const Table& table(IdKind kind) const { return tables_[static_cast<std::size_t>(kind)]; }
  void report_unknown(Diagnostics& diagnostics, const Reference& reference) const;
  std::string help_for(IdKind kind, std::string_view id) const;

  std::array<Table, all_id_kind_count> tables_;
  std::vector<Reference> passed_over_;
};

}  // namespace ntk::scenario
