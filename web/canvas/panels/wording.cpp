#include "web/canvas/panels/wording.h"

#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"

namespace ntk::web::panels {

using ui::Mark;
using ui::Role;

std::string with_agency(const policy::World& world, policy::Ref<policy::User> user) {
  return world[user].name + " (" + policy::called(world[world[user].agency]) + ")";
}

std::string in_full(const policy::Agency& agency) {
  const std::string& called = policy::called(agency);
  return called == agency.name ? called : agency.name + " (" + called + ")";
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : several);
}

std::string codes(const std::vector<policy::CheckId>& checks) {
  std::string text;
  for (const policy::CheckId id : checks) {
    if (!text.empty()) text += ", ";
    text += policy::check(id).code;
  }
  return text;
}

std::string target_in_words(const policy::World& world, const policy::Request& request) {
  return policy::in_words(world, request.target);
}

OutcomeStyle style_of(const policy::Decision& decision) {
  if (!decision.permitted()) return {Mark::deny, "Denied", Role::deny, Role::deny_soft};
  const auto withheld = std::count_if(decision.hits.begin(), decision.hits.end(),
                                      [](const policy::Hit& hit) { return hit.withheld(); });
  if (withheld == 0) return {Mark::permit, "Permitted", Role::permit, Role::permit_soft};
  return {Mark::partial, "Permitted, " + std::to_string(withheld) + " withheld", Role::partial,
          Role::partial_soft};
}

OutcomeStyle style_of(const session::Session& session, std::uint32_t request) {
  switch (session.freshness(request)) {
    case session::Freshness::not_run:
      break;
    case session::Freshness::current:
      return style_of(session.latest_run(request)->decision);
    case session::Freshness::outdated:
      return {Mark::outdated, "Outdated: was " + style_of(session.latest_run(request)->decision).words,
              Role::muted, Role::band};
  }
  return {Mark::not_run, "Not run", Role::muted, Role::band};
}

OutcomeStyle style_of(policy::Verdict verdict) {
  switch (verdict) {
    case policy::Verdict::pass:
      return {Mark::pass, "Passes", Role::permit, Role::permit_soft};
    case policy::Verdict::fail:
      return {Mark::fail, "Fails", Role::deny, Role::deny_soft};
    case policy::Verdict::not_applicable:
      break;
  }
  return {Mark::not_applicable, "Not applicable", Role::muted, Role::band};
}

}  // namespace ntk::web::panels
