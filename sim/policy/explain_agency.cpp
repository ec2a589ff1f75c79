// Gate 2, the agency, and gate 3, the function, in sentences.
#include <algorithm>

#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy::sentences {
namespace {

/// The agreements of the user's agency, each with its term.
std::string agreement_terms(const Case& judged) {
  std::vector<std::string> terms;
  for (const Agreement& each : judged.world.agreements) {
    if (each.agency != judged.user.agency) continue;
    terms.push_back(each.term ? in_words(*each.term) : "one is not signed");
  }
  return listed(terms, "and");
}

}  // namespace

std::string needs_no_agreement(const Case& judged) {
  return called(judged.agency) + (judged.agency.standing == Standing::host
                                      ? " runs the platform and needs no agreement."
                                      : " is within the Department and needs no agreement.");
}

std::string AG_1(const Case& judged) {
  if (!judged.applies()) return needs_no_agreement(judged);
  if (judged.passed()) {
    return called(judged.agency) + " has an agreement with " + called(judged.world[judged.world.host]) +
           " in force on " + in_words(judged.day) + ".";
  }
  const std::string terms = agreement_terms(judged);
  if (terms.empty()) {
    return called(judged.agency) + " has no agreement with " + called(judged.world[judged.world.host]) + ".";
  }
  return called(judged.agency) + " has no agreement in force on " + in_words(judged.day) + " (" + terms +
         ").";
}

std::string no_agreement_in_force(const Case& judged) {
  return called(judged.agency) + " has no agreement in force that could list it (see AG-1).";
}

namespace {

/// What keeps an interface from carrying the request; nothing where it carries it.
std::string lack_of(const Interface& by, const Case& judged) {
  if (std::find(by.agencies.begin(), by.agencies.end(), judged.user.agency) == by.agencies.end()) {
    return "is none of " + possessive(called(judged.agency));
  }
  const bool creates = is_creating(judged.request.operation);
  if (by.direction != (creates ? Direction::inbound : Direction::outbound)) {
    return "is " + in_sentence(title(by.direction)) + ", and " +
           (creates ? "what is entered comes in" : "what is read or changed goes out");
  }
  const CategorySet asked = categories_asked(judged.world, judged.request);
  if ((asked | by.categories) != by.categories) {
    return "carries " + listed_in_sentence(by.categories) + ", not " + listed_in_sentence(asked);
  }
  if (!is_external(judged.world, judged.user.agency) || (by.isa && by.isa->covers(judged.day))) return {};
  if (!by.isa) return "has no interconnection security agreement";
  return "has an interconnection security agreement " + in_words(*by.isa) + ", and " + request_is_of(judged);
}

}  // namespace

std::string AG_2(const Case& judged) {
  if (!judged.applies()) return judged.user.name + " asks at a terminal, not by an interface.";
  const Interface& by = judged.world[*judged.request.interface];
  if (!judged.passed()) return "The interface " + in_quotes(by.title) + " " + lack_of(by, judged) + ".";
  return "The interface " + in_quotes(by.title) + " joins " + called(judged.agency) +
         " to the platform and carries " +
         listed_in_sentence(categories_asked(judged.world, judged.request)) + ".";
}

std::string AG_3(const Case& judged) {
  if (!judged.applies()) return called(judged.agency) + " is within the Department.";
  const std::string what = " its users’ investigations";
  return period(judged, judged.agency.certified, judged.world.parameters.agency_years,
                called(judged.agency) + " certified" + what + " on",
                called(judged.agency) + " certifies" + what + " only on",
                called(judged.agency) + " has never certified" + what + ".");
}

// ---- Gate 3, the function

std::string FN_1(const Case& judged) {
  const Function function = judged.request.function;
  if (judged.user.functions.contains(function)) {
    return possessive(judged.user.name) + " profile holds " + judged.function() + ".";
  }
  for (const Transaction& each : judged.user.transactions) {
    if (each.function != function) continue;
    const std::string granted =
        "a transaction " + std::string(judged.passed() ? "grants" : "granted") + " it " + in_words(each.term);
    if (judged.passed() && each.term.covers(judged.day)) {
      return possessive(judged.user.name) + " profile does not hold " + judged.function() + ", but " +
             granted + ".";
    }
    if (!judged.passed()) {
      return possessive(judged.user.name) + " profile does not hold " + judged.function() + "; " + granted +
             ", and " + request_is_of(judged) + ".";
    }
  }
  return possessive(judged.user.name) + " profile does not hold " + judged.function() + ".";
}

std::string FN_2(const Case& judged) {
  if (!judged.applies())
    return within_dhs(judged.world, judged.user.agency) ? needs_no_agreement(judged)
                                                        : no_agreement_in_force(judged);
  if (judged.passed()) {
    return possessive(called(judged.agency)) + " agreement lists the function " + judged.function() + ".";
  }
  const Grant grant = granted(judged.world, judged.user.agency, judged.day);
  return possessive(called(judged.agency)) + " agreement in force does not list the function " +
         judged.function() + "; it lists " + listed_in_sentence(grant.functions) + ".";
}

namespace {

/// Who can hold a function that is not open to all.
std::string holders(const Case& judged) {
  switch (judged.request.function) {
    case Function::lookout_approval:
      return "supervisors";
    case Function::user_profile:
      return "system control officers";
    case Function::audit_review:
      return "security administrators";
    case Function::disclosure:
      if (!within_dhs(judged.world, judged.user.agency)) return "users within the Department";
      break;
    case Function::subject_maintenance:
    case Function::subject_query:
    case Function::record_linking:
    case Function::mi_reports:
    case Function::printing:
    case Function::primary_query_history:
    case Function::batch_vetting:
    case Function::system_support:
    case Function::reference_library:
    case Function::lookout_maintenance:
    case Function::external_query:
    case Function::inspection:
      break;
  }
  return "users of other categories";
}

}  // namespace

std::string FN_3(const Case& judged) {
  if (judged.request.function == Function::disclosure &&
      (judged.passed() || !within_dhs(judged.world, judged.user.agency))) {
    return judged.user.name + " is of " + called(judged.agency) + "; " + judged.function() + " is open to " +
           holders(judged) + ".";
  }
  const std::string category =
      possessive(judged.user.name) + " category is " + in_sentence(title(judged.user.category));
  if (judged.passed()) return category + ", to which " + judged.function() + " is open.";
  return category + "; " + judged.function() + " is open to " + holders(judged) + ".";
}

std::string FN_4(const Case& judged) {
  if (!judged.applies()) return judged.function() + " asks for no NCIC certification.";
  return period(judged, judged.user.ncic_certified, judged.world.parameters.ncic_years,
                judged.user.name + " was certified for NCIC on",
                judged.user.name + " is certified for NCIC only on",
                judged.user.name + " has never been certified for NCIC.");
}

std::string FN_5(const Case& judged) {
  if (!judged.applies()) return judged.function() + " is not tied to a place.";
  if (judged.user.duty_station.empty()) return judged.user.name + " has no duty station.";
  return possessive(judged.user.name) + " duty station is " + judged.user.duty_station +
         (judged.passed() ? ", where the request is made."
                          : "; the request is made at " + judged.request.place + ".");
}

std::string FN_6(const Case& judged) {
  const FunctionScope& covers = scope(judged.request.function);
  const Operation operation_asked = operation_judged(judged.request);
  const std::string operation = in_quotes(title(operation_asked));
  if (!covers.operations.contains(operation_asked)) {
    return judged.function() + " does not cover the operation " + operation + ".";
  }
  const auto* one = std::get_if<Ref<Record>>(&judged.request.target);
  const auto* created = std::get_if<Record>(&judged.request.target);
  const auto* search = std::get_if<Search>(&judged.request.target);
  if (one == nullptr && created == nullptr && search == nullptr)
    return judged.function() + " covers " + operation + ".";
  const CategorySet asked = judged.hit ? CategorySet{judged.world[*judged.hit].category}
                            : one      ? CategorySet{judged.world[*one].category}
                            : created  ? CategorySet{created->category}
                                       : search->categories;
  const std::string data = asked.empty() ? "all its data" : listed_in_sentence(asked);
  return judged.function() + (judged.passed() ? " covers " : " does not cover ") + operation + " of " + data +
         ".";
}

namespace {

std::string titles_of_roles(const Case& judged) {
  std::vector<std::string> titles;
  for (const Ref<Role> each : judged.user.roles) titles.push_back(in_quotes(judged.world[each].title));
  return listed(titles, "and");
}

}  // namespace

std::string FN_7(const Case& judged) {
  if (judged.user.roles.empty()) return judged.user.name + " has no role, so no role limits the functions.";
  if (!judged.applies()) return "A transaction lends " + judged.function() + " beyond the roles.";
  const std::string roles = possessive(judged.user.name) + " roles (" + titles_of_roles(judged) + ")";
  if (!functions_of_roles(judged.world, judged.user.roles).contains(judged.request.function))
    return roles + " don’t include " + judged.function() + ".";
  const auto* entered = std::get_if<Record>(&judged.request.target);
  if (entered == nullptr) return roles + " include " + judged.function() + ".";
  return roles + (judged.passed() ? " let " : " don’t let ") + "their holders enter " +
         in_sentence(title(entered->category)) + " by " + judged.function() + ".";
}

}  // namespace ntk::policy::sentences
