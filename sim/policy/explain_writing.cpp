// Gate 4 in sentences, beyond who may reach a record: how long it is kept, who changes it, who administers,
// what leaves the Department.
#include <algorithm>

#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy::sentences {

std::string DA_10(const Case& judged, const Record& record) {
  const Keeping kept = keeping(judged.world, record);
  const std::string what = in_quotes(record.title);
  if (!kept.stated) return "No retention period is stated for " + what + ".";
  if (kept.from && judged.day < *kept.from) {
    return what + " is collected only on " + in_words(*kept.from) + "; " + request_is_of(judged) + ".";
  }
  if (!kept.last_day) return what + " is tied to an enforcement matter that is open, and does not lapse.";
  return what + (judged.passed() ? " is kept through " : " was kept through ") + in_words(*kept.last_day) +
         (judged.passed() ? "." : ", and " + request_is_of(judged) + ".");
}

std::string DA_11(const Case& judged, const Record& record) {
  if (!is_changing(judged.request.operation)) return "The request changes nothing.";
  if (!judged.applies())
    return std::string(title(record.category)) + " are changed by the functions for them alone.";
  if (owns(judged.world, judged.user.agency, record)) return own_record(judged, record);
  if (!judged.passed()) return memo_missing(judged, record);
  return "A memo of " + called(judged.world[memo_owner(judged.world, record)]) + " to " +
         called(judged.agency) + " lets its users change " + in_sentence(title(record.category)) + " at " +
         level_of(record) + ".";
}

std::string DA_12(const Case& judged, const Record& record) {
  if (!judged.applies()) return in_quotes(record.title) + " is no image.";
  if (!record.parent) return "The record that " + in_quotes(record.title) + " belongs to is not there.";
  const Record& parent = judged.world[*record.parent];
  return in_quotes(record.title) + " belongs to " + in_quotes(parent.title) + ", which " + judged.user.name +
         (judged.passed() ? " may see." : " may not see.");
}

// ---- Administration ----------------------------------------------------------------------------

std::string AD_1(const Case& judged, const Record& record) {
  if (!judged.applies()) return "The request gives no level.";
  const bool creates = std::holds_alternative<Record>(judged.request.target);
  const Level given = creates ? record.level : *judged.request.change.level;
  const std::string giving =
      judged.user.name + " gives " + in_quotes(record.title) + " level " + std::string(word(given));
  if (given == Level::level_2) return giving + ", which is legacy: no record becomes level 2 any more.";
  if (judged.passed()) return giving + (creates ? ", entering it." : ", having created it.");
  return giving + ", but only its creator may change the level" +
         (record.creator ? ", and that is " + judged.world[*record.creator].name + "." : ".");
}

std::string AD_2(const Case& judged, const Record& record) {
  if (!judged.applies()) return "The request designates nobody for level 4.";
  const bool keeps =
      std::holds_alternative<Record>(judged.request.target) || !judged.request.change.designation;
  const Designation& designation = keeps ? record.designation : *judged.request.change.designation;
  return "For level 4, " + in_quotes(record.title) + " would name " + in_words(judged.world, designation) +
         (judged.passed() ? "." : ": level 4 names individuals, and no class of users.");
}

namespace {

/// The functions of a set that fit.
template <class Fits>
FunctionSet those_that(FunctionSet functions, Fits fits) {
  FunctionSet found;
  for (const Word<Function>& each : words<Function>()) {
    if (functions.contains(each.value) && fits(each.value)) found.insert(each.value);
  }
  return found;
}

/// Why the officer does not have charge of the profile; nothing where the officer has.
std::string not_in_charge(const Case& judged, const Record& record) {
  const bool creates = std::holds_alternative<Record>(judged.request.target);
  if (!record.profile_of) return in_quotes(record.title) + " does not say whose profile it is.";
  const User& whose = judged.world[*record.profile_of];
  if (whose.sco == judged.request.user || (creates && !whose.sco)) return {};
  if (record.profile_of == judged.request.user) {
    return "It is " + possessive(judged.user.name) + " own profile, which is not assigned to " +
           judged.user.name + ".";
  }
  if (creates) return whose.name + " is assigned to " + judged.world[*whose.sco].name + " already.";
  return whose.name + " is not assigned to " + judged.user.name + ".";
}

/// Why the officer cannot give a function; nothing where the officer can.
std::string cannot_give_functions(const Case& judged) {
  const FunctionSet given = judged.request.change.functions;
  const FunctionSet not_held =
      those_that(given, [&](Function each) { return !judged.user.functions.contains(each); });
  if (!not_held.empty()) {
    return possessive(judged.user.name) + " own profile does not hold " + listed_in_sentence(not_held) +
           ", so it is not " + possessive(judged.user.name) + " to give.";
  }
  const FunctionSet not_given =
      those_that(given, [&](Function each) { return !judged.user.may_assign.contains(each); });
  if (not_given.empty()) return {};
  return judged.user.name + " holds " + listed_in_sentence(not_given) + ", but may not assign it to others.";
}

bool is_among(Ref<Role> role, const Roles& roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string cannot_give_roles(const Case& judged) {
  for (const Ref<Role> each : judged.request.change.roles) {
    const std::string role = "the role " + in_quotes(judged.world[each].title);
    if (!is_among(each, judged.user.roles)) return judged.user.name + " does not have " + role + ".";
    if (!is_among(each, judged.user.may_assign_roles))
      return judged.user.name + " has " + role + ", but may not assign it to others.";
  }
  return {};
}

/// Why functions given for good go beyond the roles; nothing where they keep to them.
std::string beyond_roles(const Case& judged, const User& whose) {
  const Change& given = judged.request.change;
  if (given.term || (whose.roles.empty() && given.roles.empty())) return {};
  const FunctionSet within =
      functions_of_roles(judged.world, whose.roles) | functions_of_roles(judged.world, given.roles);
  const FunctionSet beyond =
      those_that(given.functions, [&](Function each) { return !within.contains(each); });
  if (beyond.empty()) return {};
  return "No role of " + whose.name + " includes " + listed_in_sentence(beyond) + ".";
}

}  // namespace

std::string AD_3(const Case& judged, const Record& record) {
  if (!judged.applies()) return in_quotes(record.title) + " is no user profile.";
  std::string why = not_in_charge(judged, record);
  if (why.empty()) why = cannot_give_functions(judged);
  if (why.empty()) why = cannot_give_roles(judged);
  if (why.empty()) why = beyond_roles(judged, judged.world[*record.profile_of]);
  if (!why.empty()) return why;
  const User& whose = judged.world[*record.profile_of];
  const FunctionSet given = judged.request.change.functions;
  return (whose.sco ? whose.name + " is assigned to " + judged.user.name
                    : "Nobody has charge of " + possessive(whose.name) + " profile yet; " + judged.user.name +
                          " enters it") +
         (given.empty() ? "." : ", who holds " + listed_in_sentence(given) + " and may assign it.");
}

std::string AD_4(const Case& judged, const Record& record) {
  if (!judged.applies()) return "The request activates no account.";
  const std::string& whose = record.profile_of ? judged.world[*record.profile_of].name : record.title;
  if (judged.passed())
    return possessive(whose) + " investigation is valid and current, and the course is passed.";
  const User& user = judged.world[*record.profile_of];
  const Case of_its_user{judged.world, judged.request, user, judged.world[user.agency],
                         judged.day,   Verdict::fail};
  if (!is_valid(user.investigation, judged.day)) return AC_2(of_its_user) + " (AC-2)";
  const int good_for = investigation_years(judged.world.parameters, user.investigation->type);
  if (!current(user.investigation->completed, good_for, judged.day)) return AC_3(of_its_user) + " (AC-3)";
  return AC_4(of_its_user) + " (AC-4)";
}

std::string LO_4(const Case& judged, const Record& record) {
  if (!judged.applies()) return "The request approves no lookout.";
  if (record.creator == judged.request.user) {
    return judged.user.name + " created " + in_quotes(record.title) +
           ": another supervisor is to approve it.";
  }
  return possessive(judged.user.name) + " category is " + in_sentence(title(judged.user.category)) +
         ", and somebody else created " + in_quotes(record.title) +
         (judged.passed() ? "." : "; a supervisor is to approve it.");
}

// ---- Advance information and disclosure --------------------------------------------------------

std::string US_1(const Case& judged) {
  if (!judged.applies()) return called(judged.agency) + " submits no advance information.";
  return called(judged.agency) +
         (judged.passed() ? " hands in advance information, which is all that a submitter does."
                          : " submits advance information, and can neither read it nor do anything else.");
}

std::string US_2(const Case& judged, const Record& record) {
  if (!judged.applies()) {
    return record.category == Category::advance_information
               ? "The request enters advance information, which anybody who may enter it does before the "
                 "arrival."
               : in_quotes(record.title) + " is no advance information.";
  }
  const std::string what = in_quotes(record.title);
  if (judged.request.function != Function::inspection) return what + " is shown by inspection only.";
  if (judged.agency.standing != Standing::host) {
    return what + " is shown to officers of " + called(judged.world[judged.world.host]) + " only.";
  }
  if (!record.referred) return "The person in " + what + " has not arrived and been referred to secondary.";
  const std::string when =
      " was referred to secondary on " + in_words(record.referred->day) + " at " + time_of(*record.referred);
  return "The person in " + what + when +
         (judged.passed() ? "."
                          : "; the request is of " + time_of(judged.request.moment) + " on " +
                                in_words(judged.day) + ".");
}

std::string DI_2(const Case& judged) {
  if (!judged.applies()) return "Nothing is disclosed case by case.";
  if (!judged.request.disclosure) return "There is no written request.";
  const Disclosure& stated = *judged.request.disclosure;
  if (judged.passed()) {
    return possessive(stated.recipient) +
           " request states what is needed, how it will be used and by what authority, and the use fits a "
           "routine use.";
  }
  std::vector<std::string> lacks;
  if (!stated.states.contains(Statement::need)) lacks.push_back("what is needed");
  if (!stated.states.contains(Statement::use)) lacks.push_back("how it will be used");
  if (!stated.states.contains(Statement::authority)) lacks.push_back("the authority to receive it");
  const std::string missing = lacks.empty() ? "" : " does not state " + listed(lacks, "and");
  // A use that is not stated cannot fit, which need not be said.
  const bool fits = stated.states.contains(Statement::routine_use) || !stated.states.contains(Statement::use);
  const std::string use = fits ? "" : " names a use that fits no routine use";
  return possessive(stated.recipient) + " request" + missing +
         (!missing.empty() && !use.empty() ? ", and" : "") + use + ".";
}

std::string DI_3(const Case& judged) {
  const auto* one = std::get_if<Ref<Record>>(&judged.request.target);
  if (one == nullptr || judged.request.operation != Operation::pass_on) return "Nothing is passed on.";
  const Record& record = judged.world[*one];
  if (!judged.applies()) return own_record(judged, record);
  const auto to = judged.request.disclosure ? judged.request.disclosure->to : std::nullopt;
  const std::string recipient = to                          ? called(judged.world[*to])
                                : judged.request.disclosure ? judged.request.disclosure->recipient
                                                            : "nobody";
  const PassingApproval* approval =
      to ? nearest_approval(judged.world, *one, judged.user.agency, *to, judged.day) : nullptr;
  const std::string owner = called(judged.world[record.owner]);
  const std::string host = called(judged.world[judged.world.host]);
  if (judged.passed()) {
    if (approval != nullptr && is_approved(*approval, judged.day)) {
      return owner + " approved that " + in_quotes(record.title) + " goes to " + recipient + ", and " + host +
             " authorized it.";
    }
    return in_quotes(record.title) + " is level 1, and " + recipient + " has access to the platform.";
  }
  std::vector<std::string> lacks;
  if (approval == nullptr || !approval->owner_approved || judged.day < *approval->owner_approved) {
    lacks.push_back(record.owner == judged.world.host ? possessive(owner) + " approval as the owner"
                                                      : possessive(owner) + " approval");
  }
  if (approval == nullptr || !approval->host_authorised || judged.day < *approval->host_authorised)
    lacks.push_back(possessive(host) + " prior written authorization");
  return "For " + in_quotes(record.title) + " to go to " + recipient + ", " + called(judged.agency) +
         " lacks " + listed(lacks, "and") + ".";
}

}  // namespace ntk::policy::sentences
