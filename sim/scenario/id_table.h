// The ids that a scenario defines, by kind of thing, and what references to them stand for.
//
// Tables are filled before anything else is read, so that the order of the file does not matter and
// a thing with a mistake in it can be referred to all the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/value_reader.h"

namespace ntk::scenario {

/// The kinds of thing that have ids.
enum class IdKind : std::uint8_t { agency, purpose, user, agreement, owner_memo, record, request, goal };
inline constexpr std::size_t id_kind_count = 8;

/// "an agency", "agencies", and the list that defines them: "agencies".
struct IdKindWords {
  std::string_view one;
  std::string_view several;
  std::string_view list_key;
};
const IdKindWords& id_kind_words(IdKind kind);

class IdTables {
 public:
  /// Takes in the ids of a list; says which are given twice. `list` is null where there is none.
  void define(Diagnostics& diagnostics, IdKind kind, const Node* list);

  /// The position, in its list, of the thing of that kind that `reference` names. Says so when there
  /// is none, unless an id of the kind could not be read: it may be the one that is meant.
  std::optional<std::uint32_t> resolve(Diagnostics& diagnostics, IdKind kind, const Node& reference) const;

 private:
  struct Entry {
    std::string_view id;
    std::uint32_t at;
  };
  struct Table {
    std::vector<Entry> entries;  ///< by id
    bool is_complete = true;     ///< every item of the list has an id
  };

  const Table& table(IdKind kind) const { return tables_[static_cast<std::size_t>(kind)]; }
  static const Entry* find(const Table& table, std::string_view id);
  std::string help_for(IdKind kind, std::string_view id) const;

  std::array<Table, id_kind_count> tables_;
};

}  // namespace ntk::scenario
