#include "sim/analysis/powers.h"

#include <algorithm>

#include "sim/analysis/remedies.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::called;
using policy::Granter;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::User;
using policy::Withdrawal;
using policy::World;
using remedies::Case;

struct Holder {
  std::string who;
  std::string why;
};

/// The officer of a user by name, or as such where the user has none.
std::string officer_of(const World& world, const User& user) {
  return user.sco ? world[*user.sco].name + ", the system control officer" : "a system control officer";
}

/// The name of whoever can make a check pass; empty where nobody can.
std::string name_of(Granter granter, const Case& asked) {
  const World& world = asked.world;
  switch (granter) {
    case Granter::never_needed:
    case Granter::nobody:
      return {};
    case Granter::asker:
      return asked.user.name;
    case Granter::control_officer:
      return officer_of(world, asked.user);
    case Granter::other_officer:
      return "another system control officer";
    case Granter::other_supervisor:
      return "another supervisor";
    case Granter::investigator:
      return asked.investigator(asked.user);
    case Granter::investigator_and_user: {
      const User& user = world[*asked.record->profile_of];
      return asked.investigator(user) + " and " + user.name;
    }
    case Granter::agency:
      return asked.agency();
    case Granter::representative:
      return "a representative of " + asked.agency();
    case Granter::host:
      return asked.host();
    case Granter::agency_and_host:
      return asked.agency() + " and " + asked.host();
    case Granter::interface_parties:
      return (asked.external() ? asked.agency() + " and " : "") + asked.host();
    case Granter::owner:
      return called(world[asked.record->owner]) + ", the owner";
    case Granter::memo_owner:
      return asked.memo_owner() + ", the owner";
    case Granter::owner_and_host:
      return (asked.record->owner == world.host ? "" : called(world[asked.record->owner]) + " and ") +
             asked.host();
    case Granter::parent_owner:
      return called(world[world[*asked.record->parent].owner]) + ", the owner";
    case Granter::creator:
      return world[*asked.record->creator].name;
    case Granter::requester: {
      const auto& disclosure = asked.request.disclosure;
      return disclosure && !disclosure->recipient.empty() ? disclosure->recipient : "the body that asks";
    }
  }
  return {};
}

/// Who could make a failing check pass.
Holder for_it(policy::CheckId id, const Case& asked) {
  remedies::Remedy found = remedies::remedy(id, asked);
  return {name_of(found.instead.value_or(policy::traits(id).granter), asked), std::move(found.why)};
}

/// Who could make a passing check fail; nothing where nobody could.
Holder against_it(policy::CheckId id, const Case& asked) {
  const std::string both = name_of(Granter::agency_and_host, asked);
  switch (policy::traits(id).withdrawal) {
    case Withdrawal::none:
      return {};
    case Withdrawal::suspension:
      return {
          "the Office of Professional Responsibility (OPR)",
          "The Office of Professional Responsibility (OPR) could suspend the access of those who do not keep "
          "to the reinvestigation (P19); so do repeated denied attempts."};
    case Withdrawal::agreement_ended:
      return {both, both + " could end their agreement."};
    case Withdrawal::function_removed:
      return {officer_of(asked.world, asked.user),
              asked.officer("could take " + asked.function() + " away.")};
    case Withdrawal::role_removed:
      return {officer_of(asked.world, asked.user), asked.officer("could take the role away.")};
    case Withdrawal::agreement_narrowed:
      return {both, both + " could agree on less than their agreement lists now."};
    case Withdrawal::redesignation: {
      if (asked.record->creator) {
        const std::string creator = name_of(Granter::creator, asked);
        return {creator, creator + " created " + asked.title() + " and could set its level and designation."};
      }
      return {name_of(Granter::owner, asked),
              called(asked.world[asked.record->owner]) + " could designate others."};
    }
    case Withdrawal::memo_withdrawn:
      return {name_of(Granter::memo_owner, asked),
              asked.memo_owner() + " could withdraw its memo to " + asked.agency() + '.'};
  }
  return {};
}

}  // namespace

std::vector<Power> powers(const World& world, const Request& request, const policy::Decision& decision,
                          std::optional<Ref<Record>> record) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const auto* created = std::get_if<Record>(&request.target);
  const Record as_entered = created ? policy::as_created(world, request, *created) : Record();
  const Case asked{world, request, world[request.user], created ? &as_entered : one ? &world[*one] : nullptr};
  std::vector<Power> list;
  const auto add = [&](const Case& question, const policy::Verdicts& verdicts, bool permitted) {
    for (const policy::Check& each : policy::checks()) {
      if (verdicts[each.id] != (permitted ? policy::Verdict::pass : policy::Verdict::fail)) continue;
      Holder holder = permitted ? against_it(each.id, question) : for_it(each.id, question);
      if (!permitted || !holder.why.empty())
        list.push_back({each.id, std::move(holder.who), std::move(holder.why), each.source});
    }
  };
  if (!record || !decision.permitted()) {
    add(asked, decision.verdicts, decision.permitted());
    return list;
  }
  for (const policy::Hit& each : decision.hits) {
    if (each.record != *record) continue;
    if (!each.withheld()) add(asked, decision.verdicts, true);
    add({world, request, asked.user, &world[*record]}, each.verdicts, !each.withheld());
    break;
  }
  return list;
}

}  // namespace ntk::analysis
