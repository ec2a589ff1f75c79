// Reads one JSON object member by member, and finds the members that nobody asked for.
//
// A reader of agencies, say, asks for each key that an agency can have; what is missing, of the
// wrong kind or unknown is reported here. When the value is not an object at all, that is the one
// thing reported, and every key is silently absent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/world.h"
#include "sim/scenario/id_table.h"
#include "sim/scenario/value_reader.h"

namespace ntk::scenario {

/// What all readers of a scenario share.
struct Reading {
  Diagnostics& diagnostics;
  IdTables ids;
  policy::Date today{};  ///< of the scenario's clock: when a certification is of that says no day
};

class ObjectReader {
 public:
  /// `noun` is what messages call the object: "an agency".
  ObjectReader(Reading& reading, const Node& node, std::string_view noun);
  /// Reports the keys that are missing and those not asked for.
  ~ObjectReader();
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  bool is_object() const { return node_.is(JsonKind::object); }
  const Node& node() const { return node_; }

  /// The member, if it is there.
  std::optional<Node> find(std::string_view key);
  /// The member; its absence will be reported. `what` tells the author what belongs there.
  std::optional<Node> need(std::string_view key, std::string_view what);
  /// The member, or nothing when it is absent or null: the two mean the same.
  std::optional<Node> find_or_null(std::string_view key);
  /// No longer looks for keys that nobody asked for.
  void overlook_the_rest() { overlooks_the_rest_ = true; }
  /// A member that cannot stand in this object, although others of its kind have it: reports it.
  void bar(std::string_view key, const std::string& message, std::string_view help);

  // Each puts the member's value where told, if it is there and right.
  void id(std::string& out);
  void need_line(std::string_view key, std::string& out);
  void line(std::string_view key, std::string& out);
  void need_prose(std::string_view key, std::string& out);
  void integer(std::string_view key, int least, int most, int& out);
  void boolean(std::string_view key, bool& out);
  /// A day; null for none.
  void date(std::string_view key, std::optional<policy::Date>& out);

  /// The position of the thing that the member refers to.
  std::optional<std::uint32_t> reference(std::string_view key, IdKind kind);
  std::optional<std::uint32_t> need_reference(std::string_view key, IdKind kind);
  /// The positions of the things that a list refers to, each once.
  std::vector<std::uint32_t> references(std::string_view key, IdKind kind);

  template <class E>
  std::optional<E> word(std::string_view key) {
    const auto member = find(key);
    return member ? read_word<E>(reading_.diagnostics, *member) : std::nullopt;
  }
  template <class E>
  std::optional<E> need_word(std::string_view key) {
    const auto member = need(key, noun_of<E>);
    return member ? read_word<E>(reading_.diagnostics, *member) : std::nullopt;
  }
  template <class E>
  policy::EnumSet<E> set(std::string_view key) {
    const auto member = find(key);
    return member ? read_set<E>(reading_.diagnostics, *member) : policy::EnumSet<E>();
  }

 private:
  /// A key that is needed and absent.
  struct MissingKey {
    std::string_view key;
    std::string_view what;
  };

  /// Reports the keys that nobody asked for, then those missing that none of them can have meant.
  void report_keys();

  Reading& reading_;
  Node node_;
  std::string_view noun_;
  std::vector<std::string_view> asked_;
  std::vector<MissingKey> missing_;
  bool overlooks_the_rest_ = false;
};

/// Reads each item of a list, if there is one, into a list of as many.
template <class List, class ReadItem>
void read_list(Reading& reading, const std::optional<Node>& list, List& out, ReadItem read_item) {
  if (!list) return;
  const auto items = read_items(reading.diagnostics, *list);
  if (!items) return;
  out = List(std::vector<typename List::value_type>(
      items->size()));  // a resize would have code for growing, of every T
  for (std::size_t at = 0; at < items->size(); ++at) read_item(reading, (*items)[at], out[at]);
}

/// References to distinct things, as they stand in the file. What refers to nothing is left out.
std::vector<std::uint32_t> read_references(Reading& reading, const Node& list, IdKind kind);

template <class T>
std::vector<policy::Ref<T>> as_refs(const std::vector<std::uint32_t>& positions) {
  std::vector<policy::Ref<T>> refs;
  refs.reserve(positions.size());
  for (const std::uint32_t at : positions) refs.push_back({at});
  return refs;
}

}  // namespace ntk::scenario
