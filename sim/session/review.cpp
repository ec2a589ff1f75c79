#include "sim/session/review.h"

#include <algorithm>

#include "sim/policy/unicode.h"
#include "sim/session/session.h"

namespace ntk::session {
namespace {

using policy::CheckId;
using policy::Field;
using policy::World;

constexpr int years_kept = 25;

bool names_check(const std::vector<CheckId>& failed, std::string_view code) {
  return std::any_of(failed.begin(), failed.end(),
                     [&](CheckId each) { return policy::same_letters(policy::check(each).code, code); });
}

bool failed_in(const AuditEvent& event, std::string_view code) {
  return names_check(event.failed, code) || (event.suspends && policy::same_letters("OB-4", code)) ||
         std::any_of(event.withheld.begin(), event.withheld.end(),
                     [&](const WithheldRecord& each) { return names_check(each.failed, code); });
}

bool concerns(const AuditEvent& event, const World& world, std::string_view id) {
  const auto is_called = [&](policy::Ref<policy::Record> each) {
    return policy::same_letters(world[each].id, id);
  };
  const auto* one = std::get_if<policy::Ref<policy::Record>>(&event.target);
  const auto* entered = std::get_if<policy::Record>(&event.target);
  return (one != nullptr && is_called(*one)) ||
         (entered != nullptr && policy::same_letters(entered->id, id)) ||
         std::any_of(event.returned.begin(), event.returned.end(), is_called) ||
         std::any_of(event.withheld.begin(), event.withheld.end(),
                     [&](const WithheldRecord& each) { return is_called(each.record); });
}

bool fits(const AuditEvent& event, const World& world, const Field& term) {
  const auto is = [&](std::string_view text) { return policy::same_letters(text, term.value); };
  if (term.name == "user") return is(world[event.user].id);
  if (term.name == "agency") return is(world[event.agency].id);
  if (term.name == "function") return !names_no_function(event.operation) && is(word(event.function));
  if (term.name == "operation") return is(word(event.operation));
  if (term.name == "record") return concerns(event, world, term.value);
  if (term.name == "purpose") return is(world[event.purpose].id);
  if (term.name == "place") return is(event.place);
  if (term.name == "outcome") return is(scenario::word(event.outcome));
  if (term.name == "rule") return failed_in(event, term.value);
  if (term.name == "day") return is(policy::to_text(event.moment.day));
  return false;
}

}  // namespace

std::vector<std::uint64_t> reviewed(const AuditTrail& trail, const World& world,
                                    const policy::Request& request) {
  std::vector<std::uint64_t> shown;
  const auto* search = std::get_if<policy::Search>(&request.target);
  if (search == nullptr) return shown;
  for (const AuditEvent& each : trail.events()) {
    if (!policy::current(each.moment.day, years_kept, std::max(each.moment.day, request.moment.day)))
      continue;
    const bool all_fit = std::all_of(search->terms.begin(), search->terms.end(),
                                     [&](const Field& term) { return fits(each, world, term); });
    if (all_fit) shown.push_back(each.sequence);
  }
  return shown;
}

bool Session::is_marked(std::uint32_t request) const {
  return std::find(state_.marked.begin(), state_.marked.end(), request) != state_.marked.end();
}

ReviewScore Session::review_score() const {
  ReviewScore score;
  for (std::uint32_t at = 0; at < requests().size(); ++at) {
    const bool planted = !requests()[at].misuse.empty();
    score.planted += planted ? 1 : 0;
    score.marked += is_marked(at) ? 1 : 0;
    score.right += planted && is_marked(at) ? 1 : 0;
  }
  return score;
}

}  // namespace ntk::session
