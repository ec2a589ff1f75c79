#include "sim/session/consequences.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::session {
namespace {

using policy::AccountState;
using policy::Decision;
using policy::Logon;
using policy::Operation;
using policy::Request;
using policy::World;

bool is_attempt(const World& world, const Request& request, const Decision& decision) {
  if (policy::is_submitter(world, world[request.user].agency)) return false;
  const auto primary = decision.primary();  // the first that fails, so the gates before its own are passed
  return primary && policy::check(*primary).gate >= policy::Gate::function;
}

/// What the request makes of its user's logon.
Logon logon_after(const World& world, const Request& request, const Decision& decision) {
  switch (request.operation) {
    case Operation::logon:
      return decision.permitted() ? Logon::notice_accepted : Logon::none;
    case Operation::logoff:
      return Logon::none;
    default:
      return world[request.user].logon;
  }
}

}  // namespace

bool DeniedAttempts::suspends(const World& world, const Request& request, const Decision& decision) {
  if (!is_attempt(world, request, decision)) return false;
  auto count = std::find_if(counts_.begin(), counts_.end(), [&](const Count& each) {
    return each.user == request.user && each.day == request.moment.day;
  });
  if (count == counts_.end()) count = counts_.insert(count, {request.user, request.moment.day, 0});
  return ++count->attempts == world.parameters.denied_attempts;
}

void DeniedAttempts::forgive(policy::Ref<policy::User> user) {
  std::erase_if(counts_, [&](const Count& each) { return each.user == user; });
}

bool changes_world(const World& world, const Request& request, const Decision& decision, bool suspends) {
  return suspends || logon_after(world, request, decision) != world[request.user].logon;
}

std::string consequence_in_words(const World& world, const Request& request, bool suspends) {
  if (!suspends) return {};
  const int attempts = world.parameters.denied_attempts;
  return "This is denied attempt number " + std::to_string(attempts) + " on " +
         policy::in_words(request.moment.day) + ": " + policy::possessive(world[request.user].name) +
         " account is suspended until the system control officer reinstates it (OB-4, P31).";
}

void change_world(World& world, const Request& request, const Decision& decision, bool suspends) {
  const Logon logon = logon_after(world, request, decision);
  policy::User& user = world.users[request.user.at];
  user.logon = logon;
  if (suspends) user.account = AccountState::suspended;
}

}  // namespace ntk::session
