// Keys that don't solve, and wrong attempts that do.
#include "sim/proving/parts.h"

namespace ntk::proving {
namespace {

using session::GoalState;
using session::Session;

bool meets_all(const Session& session) {
  const session::Progress progress = session.progress();
  return progress.points_met == progress.points && progress.goals_met == progress.goals;
}

void add_missed(Proof& proof, const KeyFile& key, const Session& session) {
  for (std::uint32_t at = 0; at < proof.scenario().goals.size(); ++at) {
    const session::GoalStatus status = session.goal_status(at);
    const scenario::Goal& goal = proof.scenario().goals[at];
    if (status.state == GoalState::met && status.points == goal.points) continue;
    proof.add(Code::key_misses, item_pointer("goals", at),
              "key " + in_backticks(key.name) + " misses goal " + in_backticks(goal.id), status.evidence);
  }
}

}  // namespace

void check_keys(Proof& proof) {
  bool has_key = false;
  for (const KeyFile& each : proof.keys) {
    Session session(proof.scenario());
    const session::ReplayResult replayed = session::replay(session, each.text);
    if (replayed.refusal) {
      proof.add(Code::key_refused, "/id",
                in_backticks(each.name) + ", line " + std::to_string(replayed.line) + ": " +
                    replayed.refusal->message,
                replayed.refusal->help);
      continue;
    }
    if (each.is_wrong) {
      if (meets_all(session)) {
        proof.add(Code::wrong_attempt_solves, "/goals",
                  in_backticks(each.name) + " is meant to be wrong, and meets every goal",
                  "add a goal that its misunderstanding costs");
      }
      continue;
    }
    if (!meets_all(session)) add_missed(proof, each, session);
    if (has_key || !meets_all(session)) continue;
    has_key = true;
    proof.right = session;
    proof.figures.right = each.name;
  }
  if (proof.right) proof.figures.key = proof.right->progress().points_met;
}

}  // namespace ntk::proving
