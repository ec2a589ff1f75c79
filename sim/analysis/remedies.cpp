#include "sim/analysis/remedies.h"

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis::remedies {

using policy::called;
using policy::Function;
using policy::Granter;
using policy::in_quotes;
using policy::possessive;
using policy::User;

bool Case::external() const {
  return policy::is_external(world, user.agency);
}

const std::string& Case::agency() const {
  return called(world[user.agency]);
}

const std::string& Case::host() const {
  return called(world[world.host]);
}

const std::string& Case::memo_owner() const {
  return called(world[record ? policy::memo_owner(world, *record) : user.agency]);
}

std::string Case::investigator(const User& whose) const {
  return policy::is_external(world, whose.agency) ? called(world[whose.agency])
                                                  : "the Office of Professional Responsibility (OPR)";
}

std::string Case::title() const {
  return record ? in_quotes(record->title) : "the record";
}

std::string Case::function() const {
  return in_quotes(policy::title(request.function));
}

std::string Case::officer(const std::string& does) const {
  if (!user.sco) return "The system control officer of " + user.name + " " + does;
  return world[*user.sco].name + " is the system control officer of " + user.name + " and " + does;
}

namespace {

/// The memorandum of agreement of the user's agency.
std::string agreement(const Case& asked, const std::string& says) {
  return "The heads of " + asked.agency() + " and " + asked.host() + " could sign an agreement that " + says +
         '.';
}

/// An owner's memo to the user's agency.
std::string memo(const Case& asked, const std::string& says) {
  return asked.memo_owner() + " could write to the custodian of records a memo to " + asked.agency() +
         " that covers " + asked.title() + says + '.';
}

/// Outside the Department an agency answers for its own users' investigations.
std::string investigation(const Case& asked, const User& whose) {
  if (policy::is_external(asked.world, whose.agency)) {
    return called(asked.world[whose.agency]) + " has to see to it that " + whose.name +
           " has an investigation that is completed, favorable and current; " + asked.host() +
           " only relies on it (P6).";
  }
  return "The Office of Professional Responsibility (OPR) carries out investigations and reinvestigations; "
         "nobody else can make " +
         possessive(whose.name) + " valid (P19).";
}

// ---- Gate 1, the account -----------------------------------------------------------------------

Remedy AC_1(const Case& asked) {
  const bool suspended = asked.user.account != policy::AccountState::inactive;
  return {asked.officer(suspended ? "could reinstate the account." : "could activate the account.")};
}

Remedy AC_2(const Case& asked) {
  return {investigation(asked, asked.user)};
}

Remedy AC_3(const Case& asked) {
  return {investigation(asked, asked.user)};
}

Remedy AC_4(const Case& asked) {
  return {asked.user.name +
          " has to pass the Security and Privacy Awareness course; nobody can "
          "pass it for another."};
}

Remedy AC_5(const Case& asked) {
  if (asked.user.nationality == policy::Nationality::foreign_service_national) {
    return {asked.host() + " could exempt " + asked.user.name +
            " by name, for supporting a mission overseas."};
  }
  return {
      "Nobody can give access to somebody who is neither a U.S. national nor a Foreign Service "
      "national.",
      Granter::nobody};
}

Remedy AC_6(const Case& asked) {
  return {asked.officer("could certify the account for another year.")};
}

Remedy AC_7(const Case& asked) {
  return {asked.user.name + " has to log on and accept the monitoring notice."};
}

// ---- Gate 2, the agency ------------------------------------------------------------------------

Remedy AG_1(const Case& asked) {
  return {agreement(asked, "is in force on " + policy::in_words(asked.request.moment.day))};
}

Remedy AG_2(const Case& asked) {
  if (asked.external()) {
    return {asked.agency() + " and " + asked.host() +
            " could open an interface that carries these data, under a security agreement in force."};
  }
  return {asked.host() + " could open an interface of " + asked.agency() + " that carries these data."};
}

Remedy AG_3(const Case& asked) {
  return {asked.agency() +
          " has to review and certify the investigations of its own users; it is "
          "asked to do so every year."};
}

// ---- Gate 3, the function ----------------------------------------------------------------------

namespace {

bool is_included(const Case& asked, const policy::Roles& roles) {
  return policy::functions_of_roles(asked.world, roles).contains(asked.request.function);
}

}  // namespace

Remedy FN_1(const Case& asked) {
  const auto& officer = asked.user.sco;
  const Function function = asked.request.function;
  const bool can = officer && asked.world[*officer].functions.contains(function) &&
                   asked.world[*officer].may_assign.contains(function);
  // What is given for good has to lie within the user's roles, where there are any (AD-3).
  const bool for_good = asked.user.roles.empty() || is_included(asked, asked.user.roles);
  if (can || !officer) {
    return {asked.officer(
        "could give " + asked.function() +
        (for_good ? ", for good or for a term." : " for a term, or for good with a role that includes it."))};
  }
  return {asked.world[*officer].name + " is the system control officer of " + asked.user.name +
              ", and gives only what that officer holds and may assign, which " + asked.function() +
              " is not; " + asked.host() + " could assign another officer (P31).",
          Granter::other_officer};
}

Remedy FN_2(const Case& asked) {
  return {agreement(asked, "lists the function " + asked.function())};
}

Remedy FN_3(const Case& asked) {
  if (asked.request.function == Function::disclosure && asked.external())
    return {"Nobody can open " + asked.function() + " to a user outside the Department.", Granter::nobody};
  return {asked.officer("could give another role, with its category of user; as " +
                        policy::in_sentence(policy::title(asked.user.category)) + " nobody is given " +
                        asked.function() + ".")};
}

Remedy FN_4(const Case& asked) {
  return {asked.user.name + " has to pass the NCIC test and be certified, every two years."};
}

Remedy FN_5(const Case& asked) {
  if (asked.user.duty_station.empty())
    return {asked.officer("could enter a duty station in the profile."), Granter::control_officer};
  return {asked.user.name + " could ask from the duty station, " + asked.user.duty_station + '.'};
}

Remedy FN_6(const Case& asked) {
  return {"What " + asked.function() + " covers is fixed; " + asked.user.name +
          " could only ask by another function."};
}

Remedy FN_7(const Case& asked) {
  const auto* entered = std::get_if<policy::Record>(&asked.request.target);
  const std::string adds = entered ? "adds " + policy::in_sentence(policy::title(entered->category)) : "";
  std::string role = "could give a role that ";
  if (is_included(asked, asked.user.roles))
    return {asked.officer(role + adds + " by " + asked.function() + '.')};
  role += "includes " + asked.function();
  return {asked.officer(role + (entered ? " and " + adds : "") + '.')};
}

// ---- Gate 4, the data --------------------------------------------------------------------------

Remedy DA_1(const Case& asked) {
  return {"Nobody can open these data further: enhanced documents are for users of " + asked.host() +
          " alone, watchlist matches for users within the Department."};
}

Remedy DA_2(const Case& asked) {
  return {agreement(asked, "lists " + policy::in_sentence(policy::title(asked.record->category)))};
}

Remedy DA_3(const Case&) {
  return {"Level 1 is open to all; this never fails."};
}

Remedy DA_4(const Case& asked) {
  if (asked.record->creator) {
    return {asked.world[*asked.record->creator].name + " created " + asked.title() +
            " and alone can give it another level than the legacy one."};
  }
  return {"Level 2 is open only to users of " + called(asked.world[asked.record->owner]) +
              ", and only a record’s creator changes its level: " + asked.title() +
              " has none on the platform.",
          Granter::nobody};
}

Remedy DA_5(const Case& asked) {
  return {called(asked.world[asked.record->owner]) + " could designate " + asked.user.name +
          ", or a class that " + asked.user.name + " belongs to."};
}

Remedy DA_6(const Case& asked) {
  return {called(asked.world[asked.record->owner]) + " could name " + asked.user.name + " as an individual."};
}

Remedy DA_7(const Case& asked) {
  return {memo(asked, ", its category and its level")};
}

Remedy DA_8(const Case& asked) {
  const std::string with_a_bi = " With a BI, " + asked.user.name + " would not need it.";
  if (policy::has_levels(asked.record->category))
    return {memo(asked, " and extends to holders of an ANACI") + with_a_bi};
  return {agreement(asked, "opens these data to holders of an ANACI") + with_a_bi, Granter::agency_and_host};
}

Remedy DA_9(const Case& asked) {
  return {"A supervisor or the national system control officer of " + asked.agency() + " could state to " +
          asked.host() + " that " + in_quotes(asked.world[asked.request.purpose].title) +
          " is among the duties of " + asked.user.name +
          "; without that duty there is no need to know (P29)."};
}

Remedy DA_10(const Case& asked) {
  const policy::Date day = asked.request.moment.day;
  if (const auto from = policy::keeping(asked.world, *asked.record).from; from && day < *from) {
    return {"Nobody can before " + policy::in_words(*from) + ": " + asked.title() + " is kept from then on."};
  }
  return {"Nobody can: " + asked.title() + " is outside its retention period on " + policy::in_words(day) +
          ", and time does not run back."};
}

Remedy DA_11(const Case& asked) {
  return {memo(asked, " for update")};
}

Remedy DA_12(const Case& asked) {
  const auto& parent = asked.record->parent;
  if (!parent || asked.world[*parent].absent) {
    return {"Nobody can: the record that " + asked.title() + " belongs to is not on the platform.",
            Granter::nobody};
  }
  return {asked.title() + " follows the record that it belongs to: whoever opens " +
          in_quotes(asked.world[*parent].title) + " opens it too."};
}

// ---- Gate 4: what is written, and profiles -----------------------------------------------------

Remedy AD_1(const Case& asked) {
  const auto& creator = asked.record->creator;
  if (creator && *creator != asked.request.user) {
    return {"Only " + asked.world[*creator].name + ", who created " + asked.title() + ", changes its level."};
  }
  return {"Nobody gives a record a level other than 1, 3 or 4, and only its creator changes it.",
          Granter::nobody};
}

Remedy AD_2(const Case& asked) {
  return {asked.user.name + " could name individuals only, or choose level 3."};
}

Remedy AD_3(const Case& asked) {
  return {asked.host() + " decides which profiles are assigned to " + asked.user.name +
          ", and which roles and functions " + asked.user.name + " holds and may assign."};
}

Remedy AD_4(const Case& asked) {
  const User& whose = asked.world[*asked.record->profile_of];
  return {investigation(asked, whose) + " " + whose.name + " has to have passed the awareness course."};
}

Remedy LO_4(const Case& asked) {
  return {"A supervisor who did not create " + asked.title() + " could approve it."};
}

// ---- Gate 4: advance information and disclosure ------------------------------------------------

Remedy US_1(const Case& asked) {
  return {"Nobody can: " + asked.agency() + " hands in advance information and has no account to read by."};
}

Remedy US_2(const Case& asked) {
  if (asked.user.agency != asked.world.host)
    return {"Nobody can show advance information to a user outside " + asked.host() + '.'};
  if (asked.request.function != Function::inspection) {
    return {asked.user.name + " could only ask by " + in_quotes(policy::title(Function::inspection)) + '.',
            Granter::asker};
  }
  const auto& referred = asked.record->referred;
  if (!referred) return {"Nobody can until the person has arrived and been referred to secondary."};
  return {"Nobody can before the referral to secondary, which is on " + policy::in_words(referred->day) +
          " at " + policy::time_of(*referred) + '.'};
}

Remedy DI_2(const Case&) {
  return {
      "The body that asks has to state what is needed, how it will be used and by which authority, for a "
      "use that fits a routine use."};
}

Remedy DI_3(const Case& asked) {
  if (asked.record == nullptr) return {"Nobody can: no record is named.", Granter::nobody};
  if (asked.record->owner == asked.world.host) {
    return {asked.host() + " could approve that " + asked.title() +
            " is passed on, and authorise it in writing beforehand."};
  }
  return {called(asked.world[asked.record->owner]) + " could approve that " + asked.title() +
          " is passed on, and " + asked.host() + " authorise it in writing beforehand."};
}

/// In the order of checks.def. A check without its function does not compile.
constexpr Remedy (*remedy_table[])(const Case&) = {
#define RULE(name, ...) name,
#include "sim/policy/checks.def"
#undef RULE
};

}  // namespace

Remedy remedy(policy::CheckId check, const Case& asked) {
  return remedy_table[static_cast<std::size_t>(check)](asked);
}

}  // namespace ntk::analysis::remedies
