#include "sim/analysis/coverage.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/policy/traits.h"

namespace ntk::analysis {
namespace {

using policy::Operation;
using policy::Verdict;
using session::NoticeKind;
using session::Run;
using session::Session;

void count_verdicts(Coverage& coverage, const policy::Verdicts& verdicts) {
  for (const policy::Check& each : policy::checks()) {
    CheckCount& counted = coverage.checks[static_cast<std::size_t>(each.id)];
    if (verdicts[each.id] == Verdict::pass) ++counted.passed;
    if (verdicts[each.id] == Verdict::fail) ++counted.failed;
  }
}

template <class List, class Fits>
int number(const List& list, Fits fits) {
  return static_cast<int>(std::count_if(list.begin(), list.end(), fits));
}

bool permitted(const Run& run, Operation operation) {
  return run.asked.operation == operation && run.decision.permitted();
}

bool gives_a_term(const Run& run) {
  return permitted(run, Operation::assign) && run.asked.change.term.has_value();
}

/// The kept original of a corrected field (US-3).
int corrections(const Session& session) {
  int kept = 0;
  for (const policy::Record& each : session.world().records)
    kept += number(each.fields, [](const policy::Field& field) { return !field.original.empty(); });
  return kept;
}

bool passed_level_1(const Run& run) {
  const auto* one = std::get_if<policy::Ref<policy::Record>>(&run.asked.target);
  return permitted(run, Operation::pass_on) && one != nullptr &&
         run.decision.verdicts[policy::CheckId::DI_3] == Verdict::pass &&
         (*run.world)[*one].level == policy::Level::level_1;
}

}  // namespace

void run_everything(Session& session) {
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (session.freshness(i) == session::Freshness::current) continue;
    const session::Command run = session::RunCommand{session.requests()[i].id};
    if (!session.apply(run)) continue;
    session.apply(session::Command(session::PredictCommand{session.requests()[i].id, true, std::nullopt}));
    session.apply(run);
  }
}

Coverage coverage(const Session& session) {
  Coverage found;
  for (const Run& run : session.runs()) {
    count_verdicts(found, run.decision.verdicts);
    for (const policy::Hit& hit : run.decision.hits) {
      for (const policy::Check& each : policy::checks()) {
        if (each.scope != policy::Scope::record) continue;
        CheckCount& counted = found.checks[static_cast<std::size_t>(each.id)];
        if (hit.verdicts[each.id] == Verdict::pass) ++counted.passed;
        if (hit.verdicts[each.id] == Verdict::fail) ++counted.failed;
      }
    }
  }
  const auto runs = session.runs();
  const auto forms = session.disclosure_forms();
  const auto notices = session.notices();
  const auto is = [](NoticeKind kind) {
    return [kind](const session::Notice& each) { return each.kind == kind; };
  };
  const auto asks = [](Operation operation) {
    return [operation](const Run& run) { return permitted(run, operation); };
  };
  found.followed = {
      {"OB-1", static_cast<int>(session.trail().events().size())},
      {"OB-2", number(forms, [](const session::DisclosureForm& each) { return !each.by_hand; })},
      {"OB-3", number(notices, is(NoticeKind::query_hit)) + number(notices, is(NoticeKind::encounter))},
      {"OB-4", number(runs, [](const Run& run) { return run.suspends; })},
      {"OB-5", number(runs, asks(Operation::reinstate))},
      {"DI-1", number(forms, [](const session::DisclosureForm& each) { return each.by_hand; })},
      {"DI-4", number(runs, passed_level_1)},
      {"AD-5", number(runs, gives_a_term)},
      {"LO-2", number(session.world().records, [](const policy::Record& each) { return each.notify_owner; })},
      {"LO-3", number(runs, asks(Operation::place_on_primary))},
      {"LO-5", number(notices, is(NoticeKind::ends_soon)) + number(notices, is(NoticeKind::ended))},
      {"US-3", corrections(session)},
  };
  return found;
}

Coverage operator+(Coverage a, const Coverage& b) {
  for (std::size_t at = 0; at < a.checks.size(); ++at) {
    a.checks[at].passed += b.checks[at].passed;
    a.checks[at].failed += b.checks[at].failed;
  }
  if (a.followed.empty()) {
    a.followed = b.followed;
  } else {
    for (std::size_t at = 0; at < b.followed.size(); ++at) a.followed[at].times += b.followed[at].times;
  }
  return a;
}

bool can_fail(policy::CheckId id) {
  return policy::traits(id).granter != policy::Granter::never_needed;
}

}  // namespace ntk::analysis
