#include "sim/session/audit_trail.h"

#include <utility>

#include "sim/policy/facts.h"
#include "sim/session/review.h"
#include "sim/session/sha256.h"

namespace ntk::session {
namespace {

using policy::Hit;
using policy::Record;
using policy::Ref;

/// Whether a permitted request tells anything of its one record: not where it is not there, nor at Primary
/// where no instruction stands.
bool is_told(const Record& record, const policy::Request& request) {
  if (record.absent) return false;
  return request.operation != policy::Operation::show_primary_instruction ||
         policy::on_primary(record, request.moment.day) == policy::OnPrimary::shown;
}

/// What was shown and what was withheld of a permitted request.
void record_results(AuditEvent& event, const policy::World& world, const Decided& decided) {
  const auto& [request, decision, entered, suspends] = decided;
  if (const auto* one = std::get_if<Ref<Record>>(&request.target); one && is_told(world[*one], request))
    event.returned.push_back(*one);
  if (entered) event.returned.push_back(*entered);
  for (const Hit& hit : decision.hits) {
    if (hit.withheld()) {
      event.withheld.push_back({hit.record, hit.verdicts.failed()});
    } else {
      event.returned.push_back(hit.record);
    }
  }
}

scenario::AuditOutcome outcome_of(const AuditEvent& event) {
  return event.withheld.empty() ? scenario::AuditOutcome::permitted
                                : scenario::AuditOutcome::permitted_with_withheld;
}

}  // namespace

const AuditEvent& AuditTrail::append(const policy::World& world, const Decided& decided) {
  const auto& [request, decision, entered, suspends] = decided;
  AuditEvent event;
  event.sequence = events_.size() + 1;
  event.moment = request.moment;
  event.user = request.user;
  event.agency = world[request.user].agency;
  event.place = request.place;
  event.function = request.function;
  event.operation = request.operation;
  event.target = request.target;
  event.purpose = request.purpose;
  event.failed = decision.verdicts.failed();
  event.suspends = suspends;
  if (decision.permitted()) {
    record_results(event, world, decided);
    if (request.function == policy::Function::audit_review) event.reviewed = reviewed(*this, world, request);
    event.outcome = outcome_of(event);
  }
  event.previous = seal().hash;
  event.hash = sha256(canonical_json(event, world));
  events_.push_back(std::move(event));
  return events_.back();
}

Seal AuditTrail::seal() const {
  Seal seal;
  if (!events_.empty()) seal = {events_.size(), events_.back().hash};
  return seal;
}

}  // namespace ntk::session
