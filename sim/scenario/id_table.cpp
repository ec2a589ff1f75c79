#include "sim/scenario/id_table.h"

#include <algorithm>

#include "sim/scenario/invisible.h"
#include "sim/scenario/suggestion.h"

namespace ntk::scenario {
namespace {

constexpr std::array<IdKindWords, all_id_kind_count> kind_words = {
    {{"agency", "agencies", "the id of one of the agencies", "agencies", false},
     {"purpose", "purposes", "the id of one of the purposes", "purposes", false},
     {"role", "roles", "the id of one of the roles", "roles", true},
     {"user", "users", "the id of one of the users", "users", false},
     {"agreement", "agreements", "the id of one of the agreements", "agreements", true},
     {"owner's memo", "owners' memos", "the id of one of the owners' memos", "owner_memos", true},
     {"interface", "interfaces", "the id of one of the interfaces", "interfaces", true},
     {"letter", "letters", "the id of one of the letters", "letters", true},
     {"record", "records", "the id of one of the records", "records", true},
     {"request", "requests", "the id of one of the requests", "requests", false},
     {"goal", "goals", "the id of one of the goals", "goals", true},
     {"department", "departments", "the id of one of the departments", "departments", false},
     {"data type", "data types", "the id of one of the data types", "data_types", false},
     {"subsystem", "subsystems", "the id of one of the subsystems", "subsystems", false}}};

/// More than these are not worth listing in a help, nor searching for a near one.
constexpr std::size_t most_listed = 8;
constexpr std::size_t most_compared = 1000;

/// Whether a key of the object may be a slip for this one.
bool has_key_near(const JsonValue& object, std::string_view key) {
  return std::any_of(object.members.begin(), object.members.end(),
                     [&](const JsonMember& each) { return nearest_word(each.key, std::array{key}); });
}

std::string with_article(std::string_view noun) {
  return (std::string_view("aeio").find(noun[0]) == std::string_view::npos ? "a " : "an ") +
         std::string(noun);
}

}  // namespace

const IdKindWords& id_kind_words(IdKind kind) {
  return kind_words[static_cast<std::size_t>(kind)];
}

void IdTables::define(Diagnostics& diagnostics, IdKind kind, const Node& document) {
  Table& filled = tables_[static_cast<std::size_t>(kind)];
  const IdKindWords& words = id_kind_words(kind);
  const JsonMember* list = find_member(*document.value, words.list_key);
  if (!list) filled.is_complete = words.may_be_none && !has_key_near(*document.value, words.list_key);
  if (!list) return;
  const bool is_empty = list->value.items.empty();
  filled.is_complete = list->value.kind == JsonKind::array && (words.may_be_none || !is_empty);

  const std::vector<JsonValue>& items = list->value.items;
  for (std::size_t at = 0; at < items.size(); ++at) {
    define_one(diagnostics, kind, {&items[at], pointer_to(pointer_to("", words.list_key), at), "", 0});
  }
}

void IdTables::define_one(Diagnostics& diagnostics, IdKind kind, const Node& thing) {
  Table& filled = tables_[static_cast<std::size_t>(kind)];
  const std::uint32_t at = filled.count++;
  const JsonMember* id = find_member(*thing.value, "id");
  if (!id || id->value.kind != JsonKind::string) {
    filled.is_complete = false;
    return;
  }
  filled.positions.emplace(id->value.string, at);
  const auto [first, is_new] = filled.spans.emplace(id->value.string, id->value.span);
  if (is_new) return;
  diagnostics.add(
      Code::duplicate_id, id->value.span, pointer_to(thing.pointer, "id"),
      "two " + std::string(id_kind_words(kind).several) + " have the id " + in_backticks(id->value.string),
      "give each an id of its own");
  diagnostics.add_related("first given here", first->second);
}

std::optional<std::uint32_t> IdTables::resolve(Diagnostics& diagnostics, IdKind kind, const Node& reference) {
  const auto id = read_string(diagnostics, reference);
  if (!id) return std::nullopt;
  const auto found = table(kind).positions.find(*id);
  if (found != table(kind).positions.end()) return found->second;
  if (table(kind).is_complete) {
    report_unknown(diagnostics, {kind, reference});
  } else {
    passed_over_.push_back({kind, reference});
  }
  return std::nullopt;
}

void IdTables::report_passed_over(Diagnostics& diagnostics) const {
  if (diagnostics.has_errors()) return;
  for (const Reference& each : passed_over_) report_unknown(diagnostics, each);
}

void IdTables::report_unknown(Diagnostics& diagnostics, const Reference& reference) const {
  const std::string_view id = reference.node.value->string;
  report(diagnostics, Code::unknown_id, reference.node,
         "no " + std::string(id_kind_words(reference.kind).one) + " has the id " + in_backticks(id),
         diagnostics.is_full() ? "" : help_for(reference.kind, id));
}

std::string IdTables::help_for(IdKind kind, std::string_view id) const {
  if (const auto hidden = find_invisible(id, TextKind::alone)) {
    return name_of_invisible(hidden->value) + ", is in it: remove it";
  }
  for (std::size_t other = 0; other < all_id_kind_count; ++other) {
    if (tables_[other].positions.contains(id)) {
      const auto other_kind = static_cast<IdKind>(other);
      return in_backticks(id) + " is " + with_article(id_kind_words(other_kind).one) + ", not " +
             with_article(id_kind_words(kind).one);
    }
  }
  std::vector<std::string_view> ids;
  for (const auto& [each, at] : table(kind).positions) ids.push_back(each);
  if (ids.empty()) return "the scenario has no " + std::string(id_kind_words(kind).several);
  if (ids.size() <= most_compared) {
    if (const auto near = nearest_word(id, ids)) return "did you mean " + in_backticks(*near) + "?";
  }
  if (ids.size() > most_listed) return "see the ids of " + in_backticks(id_kind_words(kind).list_key);
  return std::string(id_kind_words(kind).several) + " are " + list_in_backticks(ids);
}

}  // namespace ntk::scenario
