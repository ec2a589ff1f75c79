#include "sim/grading/rest_of_day.h"

namespace ntk::grading {
namespace {

using session::Freshness;

bool any(const session::Session& session, Freshness freshness) {
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (session.freshness(i) == freshness) return true;
  }
  return false;
}

}  // namespace

NotRun run_the_rest(session::Session& session) {
  NotRun not_run;
  if (session.is_recorded()) session.close_record();  // what the student ran is in the journal
  if (any(session, Freshness::outdated) && !session.apply(session::Command(session::RunAllCommand{})))
    return not_run;
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (session.freshness(i) == Freshness::current) continue;
    const auto refused = session.apply(session::Command(session::RunCommand{session.requests()[i].id}));
    if (refused) not_run.emplace(i, *refused);
  }
  return not_run;
}

}  // namespace ntk::grading
