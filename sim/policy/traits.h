// What each check is about: its traits, from traits.def, for all that asks more of a check than its verdict.
//
// The search for what would change a decision asks what a check reads. The path of a request asks which link
// it stands for, and the conflict lab how specific it is. None of them keeps a list of checks of its own, so
// none of them can forget a new check.
#pragma once

#include <cstdint>

#include "sim/policy/checks.h"
#include "sim/policy/vocabulary.h"

namespace ntk::policy {

/// The links of the path from the user to the record, by the station that each leads to. Their order is that of the
/// checks that stand for them, so the first link that breaks is the one of the primary reason.
enum class Link : std::uint8_t { account, agency, function, level, memo, record };

/// Whether a check asks for something that somebody granted (a function of the profile, an agreement, a level
/// or designation, an owner's memo, being of an owner) or for anything else.
enum class CheckKind : std::uint8_t { condition, grant };

/// Whom a check speaks of, the narrowest last.
enum class Specificity : std::uint8_t { everybody, agency, people_of_a_class, named_person };

/// Who can make a failing check pass.
enum class Granter : std::uint8_t {
  never_needed,           ///< the check never fails
  nobody,                 ///< the rule has no exception
  asker,                  ///< the user, by doing something or by asking in another way
  control_officer,        ///< the user's system control officer
  other_officer,          ///< a system control officer whom the user is not assigned to
  other_supervisor,       ///< a supervisor other than the asker and the creator
  investigator,           ///< whoever answers for the user's background investigation
  investigator_and_user,  ///< the same for the user of a profile, together with that user
  agency,                 ///< the user's agency
  representative,         ///< of the user's agency
  host,
  agency_and_host,    ///< by their agreement
  interface_parties,  ///< the host, outside the Department together with the user's agency
  owner,              ///< of the record, by a designation
  memo_owner,         ///< of the record, by a memo
  owner_and_host,     ///< by their approval to pass the record on
  parent_owner,       ///< of the record that an image belongs to
  creator,            ///< of the record
  requester,          ///< the body that asks for a disclosure
};

/// How somebody can make a passing check fail.
enum class Withdrawal : std::uint8_t {
  none,
  suspension,
  agreement_ended,
  agreement_narrowed,
  function_removed,
  role_removed,
  redesignation,
  memo_withdrawn,
};

/// What a check can read of the world. Of users, agencies and papers these are the user who asks, that user's
/// agency, and the papers of that agency, unless it says otherwise. Of records it is the one that the check is
/// decided on.
///
/// Left out is what nearly every check reads: whether the agency is a submitter, whether the record is on the
/// platform, and who belongs to whom (the agency of a user, the parties to a paper).
enum class Input : std::uint8_t {
  account,
  investigation,
  training,
  nationality,  ///< and the exemption by name
  account_certification,
  logon,
  ncic_certification,
  duty_station,
  user_category,
  duties,
  functions_asked,  ///< whether the user holds the function that is asked
  functions_given,  ///< whether the user's profile holds, and may assign, the functions that the request gives
  roles,            ///< of the user: the functions and categories in them
  roles_given,      ///< the same as functions_given, of roles; and the roles of the user of the profile
  standing,         ///< of all agencies: whether they are within the Department
  agency_certification,
  agreement_term,
  agreement_functions,
  agreement_categories,
  agreement_anaci_categories,
  recipient_agreement_term,  ///< of the agency that a record is passed on to
  interface,
  memo_term,
  memo_categories,
  memo_levels,
  memo_access,
  memo_anaci,
  record_category,
  record_level,
  record_owner,
  record_creator,
  designated_classes,  ///< of the designation, the classes that admit the user
  named_individuals,   ///< of the designation, whether it names the user
  designation_form,    ///< of the designation, all of it
  retention,
  referral,
  parent,           ///< and all that the checks on a record read of it
  profile_officer,  ///< of the user of a profile
  profile_investigation,
  profile_training,
  letter_statements,
  approvals,  ///< to pass the record on
};
static_assert(static_cast<int>(Input::approvals) < 64);
using Inputs = EnumSet<Input, std::uint64_t>;

/// One row of traits.def.
struct Traits {
  CheckId id;
  Link link;
  CheckKind kind;
  Specificity specificity;
  Granter granter;
  Withdrawal withdrawal;
  LevelSet levels;  ///< of records with levels, those at which it is asked
  Inputs reads;
};

const Traits& traits(CheckId id);

}  // namespace ntk::policy
