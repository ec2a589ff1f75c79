// Users, agencies and memos that can't do what the lesson has them do.
#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/proving/parts.h"

namespace ntk::proving {
namespace {

using policy::Agency;
using policy::Ref;
using policy::User;

void check_inspector(Proof& proof, std::uint32_t at) {
  const User& user = proof.world().users[at];
  const bool inspects = std::any_of(proof.scenario().requests.begin(), proof.scenario().requests.end(),
                                    [&](const scenario::ScriptedRequest& each) {
                                      return each.request.user == Ref<User>{at} &&
                                             each.request.function == policy::Function::inspection &&
                                             !policy::names_no_function(each.request.operation);
                                    });
  if (!user.duty_station.empty() || !inspects) return;
  if (policy::is_submitter(proof.world(), user.agency)) return;
  proof.add(Code::inspector_without_station, item_pointer("users", at),
            user.name + " inspects, and has no duty station: rule `FN-5` denies it everywhere",
            "give the user a `duty_station`, and the requests that `place`");
}

void check_officer(Proof& proof, std::uint32_t at) {
  const User& user = proof.world().users[at];
  if (!user.sco || proof.world()[*user.sco].category == policy::UserCategory::system_control_officer) return;
  proof.add(Code::sco_is_none, item_pointer("users", at, "sco"),
            proof.world()[*user.sco].name + " is no system control officer",
            "give that user the `category` `system_control_officer`, or name another one");
}

void check_agency(Proof& proof, std::uint32_t at) {
  const Agency& agency = proof.world().agencies[at];
  if (agency.standing != policy::Standing::external) return;
  const auto& agreements = proof.world().agreements;
  const bool agrees = std::any_of(agreements.begin(), agreements.end(),
                                  [&](const auto& each) { return each.agency == Ref<Agency>{at}; });
  const auto& requests = proof.scenario().requests;
  const auto asks = std::find_if(requests.begin(), requests.end(), [&](const auto& each) {
    return proof.world()[each.request.user].agency == Ref<Agency>{at};
  });
  if (agrees || asks == requests.end()) return;
  if (proof.is_about(static_cast<std::uint32_t>(asks - requests.begin()))) return;
  proof.add(
      Code::agency_without_agreement, item_pointer("agencies", at),
      agency.short_name + " is outside the Department and has no agreement: rule `AG-1` denies its users",
      "add one to `agreements`; unsigned, with `term` assignable, where signing it is the lesson");
}

/// A memo by whoever owns nothing that it covers, or that ended before the lesson began.
void check_memo(Proof& proof, std::uint32_t at) {
  const policy::OwnerMemo& memo = proof.world().memos[at];
  const auto& fields = proof.scenario().assignables;
  const auto opened = [&](scenario::AssignableField field) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const auto& each) { return each.field == field && each.at == at; });
  };
  using Field = scenario::AssignableField;
  if (memo.term && memo.term->last && *memo.term->last < proof.scenario().clock.day &&
      !opened(Field::memo_term)) {
    proof.add(Code::memo_lapsed, item_pointer("owner_memos", at, "term"),
              "this memo ended on " + policy::in_words(*memo.term->last) + ", before the lesson begins",
              "give it another term, or let it be assigned");
  }
  if (opened(Field::memo_categories)) return;
  const auto& records = proof.world().records;
  const bool owns = std::any_of(records.begin(), records.end(), [&](const policy::Record& each) {
    const auto owner = each.category == policy::Category::lookout ? proof.world().host : each.owner;
    return memo.categories.contains(each.category) && owner == memo.owner;
  });
  if (owns) return;
  proof.add(Code::memo_opens_nothing, item_pointer("owner_memos", at, "owner"),
            proof.world()[memo.owner].short_name + " owns no record that this memo covers",
            "a memo comes from the owner of the records; that of lookouts is the host's");
}

}  // namespace

void check_people(Proof& proof) {
  for (std::uint32_t at = 0; at < proof.world().users.size(); ++at) {
    check_inspector(proof, at);
    check_officer(proof, at);
  }
  for (std::uint32_t at = 0; at < proof.world().agencies.size(); ++at) check_agency(proof, at);
  for (std::uint32_t at = 0; at < proof.world().memos.size(); ++at) check_memo(proof, at);
}

}  // namespace ntk::proving
