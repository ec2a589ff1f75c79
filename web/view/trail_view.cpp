#include "web/view/trail_view.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "sim/policy/unicode.h"
#include "web/app/search.h"

namespace ntk::web {
namespace {

using session::AuditEvent;
using session::Session;

constexpr std::array columns = {
    TrailColumnRow{TrailColumn::sequence, "sequence", "No."},
    TrailColumnRow{TrailColumn::moment, "moment", "Date and time"},
    TrailColumnRow{TrailColumn::user, "user", "User"},
    TrailColumnRow{TrailColumn::agency, "agency", "Agency"},
    TrailColumnRow{TrailColumn::action, "action", "Function and operation"},
    TrailColumnRow{TrailColumn::target, "target", "Record or query"},
    TrailColumnRow{TrailColumn::purpose, "purpose", "Purpose"},
    TrailColumnRow{TrailColumn::place, "place", "Place"},
    TrailColumnRow{TrailColumn::outcome, "outcome", "Outcome"},
    TrailColumnRow{TrailColumn::returned, "returned", "Returned"},
    TrailColumnRow{TrailColumn::withheld, "withheld", "Withheld"},
    TrailColumnRow{TrailColumn::failed, "failed", "Failed checks"},
};

std::string codes(const std::vector<policy::CheckId>& checks) {
  std::string text;
  for (policy::CheckId id : checks) {
    if (!text.empty()) text += ", ";
    text += policy::check(id).code;
  }
  return text;
}

std::string target_in_words(const policy::World& world, const AuditEvent& event) {
  return policy::in_words(world, event.target);
}

std::string returned_in_words(const policy::World& world, const AuditEvent& event) {
  std::string text;
  for (policy::Ref<policy::Record> record : event.returned) {
    if (!text.empty()) text += "; ";
    text += world[record].title;
  }
  return text;
}

std::string withheld_in_words(const policy::World& world, const AuditEvent& event) {
  std::string text;
  for (const session::WithheldRecord& withheld : event.withheld) {
    if (!text.empty()) text += "; ";
    text += world[withheld.record].title + " (" + codes(withheld.failed) + ")";
  }
  return text;
}

std::string moment_in_words(policy::Moment moment) {
  std::string text = policy::to_text(moment);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text;
}

bool fits(const Session& session, const AuditEvent& event, const Search& search) {
  std::string line;
  for (const TrailColumnRow& each : columns) line += cell(session, event, each.column) + '\n';
  return search.finds(policy::fold(std::move(line)));
}

/// How many there are to tell apart, for columns that sort by number; none for those that sort by words.
std::optional<std::uint64_t> number(const AuditEvent& event, TrailColumn column) {
  switch (column) {
    case TrailColumn::sequence:
      return event.sequence;
    case TrailColumn::returned:
      return event.returned.size();
    case TrailColumn::withheld:
      return event.withheld.size();
    case TrailColumn::moment:
    case TrailColumn::user:
    case TrailColumn::agency:
    case TrailColumn::action:
    case TrailColumn::target:
    case TrailColumn::purpose:
    case TrailColumn::place:
    case TrailColumn::outcome:
    case TrailColumn::failed:
      break;
  }
  return std::nullopt;
}

/// What an event sorts by: a number written so that it sorts as text, or the words of its cell.
std::string sort_key(const Session& session, const AuditEvent& event, TrailColumn column) {
  const std::optional<std::uint64_t> count = number(event, column);
  if (!count) return policy::fold(cell(session, event, column));
  const std::string digits = std::to_string(*count);
  return std::string(20 - digits.size(), '0') + digits;  // 2^64 has 20 digits
}

}  // namespace

std::span<const TrailColumnRow> trail_columns() {
  return columns;
}

std::optional<TrailColumn> trail_column_from_word(std::string_view word) {
  for (const TrailColumnRow& each : columns) {
    if (each.word == word) return each.column;
  }
  return std::nullopt;
}

std::string cell(const Session& session, const AuditEvent& event, TrailColumn column) {
  const policy::World& world = session.world();
  switch (column) {
    case TrailColumn::sequence:
      return std::to_string(event.sequence);
    case TrailColumn::moment:
      return moment_in_words(event.moment);
    case TrailColumn::user:
      return world[event.user].name;
    case TrailColumn::agency:
      return policy::called(world[event.agency]);
    case TrailColumn::action:
      if (policy::names_no_function(event.operation)) return std::string(policy::title(event.operation));
      return std::string(policy::title(event.function)) + ": " + std::string(policy::title(event.operation));
    case TrailColumn::target:
      return target_in_words(world, event);
    case TrailColumn::purpose:
      return world[event.purpose].title;
    case TrailColumn::place:
      return event.place;
    case TrailColumn::outcome:
      return std::string(scenario::title(event.outcome));
    case TrailColumn::returned:
      return returned_in_words(world, event);
    case TrailColumn::withheld:
      return withheld_in_words(world, event);
    case TrailColumn::failed:
      return codes(event.failed);
  }
  return {};
}

std::vector<std::uint32_t> select_events(const Session& session, const TrailQuery& query) {
  const std::vector<AuditEvent>& events = session.trail().events();
  std::vector<std::uint32_t> order(events.size());
  std::iota(order.begin(), order.end(), 0U);

  const Search search(query.filter);
  if (!search.empty()) {
    std::erase_if(order, [&](std::uint32_t at) { return !fits(session, events[at], search); });
  }
  if (query.column == TrailColumn::sequence) {  // their order already
    if (query.descending) std::reverse(order.begin(), order.end());
    return order;
  }
  std::vector<std::string> keys(events.size());
  for (std::uint32_t at : order) keys[at] = sort_key(session, events[at], query.column);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return query.descending ? keys[b] < keys[a] : keys[a] < keys[b];
  });
  return order;
}

}  // namespace ntk::web
