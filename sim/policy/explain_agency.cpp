// Gate 2, the agency, and gate 3, the function, in sentences.
#include <algorithm>

#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy::sentences {
namespace {

/// The agreements of the user's agency, each with its term.
std::string agreement_terms(const Case& of) {
  std::vector<std::string> terms;
  for (const Agreement& each : of.world.agreements) {
    if (each.agency != of.user.agency) continue;
    terms.push_back(each.term ? in_words(*each.term) : "one is not signed");
  }
  return listed(terms, "and");
}

}  // namespace

std::string needs_no_agreement(const Case& of) {
  return called(of.agency) + (of.agency.standing == Standing::host
                                  ? " runs the platform and needs no agreement."
                                  : " is within the Department and needs no agreement.");
}

std::string AG_1(const Case& of) {
  if (!of.arises()) return needs_no_agreement(of);
  if (of.passed()) {
    return called(of.agency) + " has an agreement with " + called(of.world[of.world.host]) + " in force on " +
           in_words(of.day) + ".";
  }
  const std::string terms = agreement_terms(of);
  if (terms.empty()) {
    return called(of.agency) + " has no agreement with " + called(of.world[of.world.host]) + ".";
  }
  return called(of.agency) + " has no agreement in force on " + in_words(of.day) + " (" + terms + ").";
}

std::string no_agreement_in_force(const Case& of) {
  return called(of.agency) + " has no agreement in force that could list it (see AG-1).";
}

namespace {

/// What keeps an interface from carrying the request; nothing where it carries it.
std::string lack_of(const Interface& by, const Case& of) {
  if (std::find(by.agencies.begin(), by.agencies.end(), of.user.agency) == by.agencies.end()) {
    return "is none of " + possessive(called(of.agency));
  }
  const bool creates = of.request.operation == Operation::create;
  if (by.direction != (creates ? Direction::inbound : Direction::outbound)) {
    return "is " + in_sentence(title(by.direction)) + ", and " +
           (creates ? "what is created comes in" : "what is read or changed goes out");
  }
  const CategorySet asked = categories_asked(of.world, of.request);
  if ((asked | by.categories) != by.categories) {
    return "carries " + listed_in_sentence(by.categories) + ", not " + listed_in_sentence(asked);
  }
  if (!is_external(of.world, of.user.agency) || (by.isa && by.isa->covers(of.day))) return {};
  if (!by.isa) return "has no interconnection security agreement";
  return "has an interconnection security agreement " + in_words(*by.isa) + ", and " + request_is_of(of);
}

}  // namespace

std::string AG_2(const Case& of) {
  if (!of.arises()) return of.user.name + " asks at a terminal, not by an interface.";
  const Interface& by = of.world[*of.request.interface];
  if (!of.passed()) return "The interface " + in_quotes(by.title) + " " + lack_of(by, of) + ".";
  return "The interface " + in_quotes(by.title) + " joins " + called(of.agency) +
         " to the platform and carries " + listed_in_sentence(categories_asked(of.world, of.request)) + ".";
}

std::string AG_3(const Case& of) {
  if (!of.arises()) return called(of.agency) + " is within the Department.";
  const std::string what = " its users’ investigations";
  return period(of, of.agency.certified, of.world.parameters.agency_years,
                called(of.agency) + " certified" + what + " on",
                called(of.agency) + " certifies" + what + " only on",
                called(of.agency) + " has never certified" + what + ".");
}

// ---- Gate 3, the function

std::string FN_1(const Case& of) {
  const Function function = of.request.function;
  if (of.user.functions.contains(function)) {
    return possessive(of.user.name) + " profile holds " + of.function() + ".";
  }
  for (const Transaction& each : of.user.transactions) {
    if (each.function != function) continue;
    const std::string granted =
        "a transaction " + std::string(of.passed() ? "grants" : "granted") + " it " + in_words(each.term);
    if (of.passed() && each.term.covers(of.day)) {
      return possessive(of.user.name) + " profile does not hold " + of.function() + ", but " + granted + ".";
    }
    if (!of.passed()) {
      return possessive(of.user.name) + " profile does not hold " + of.function() + "; " + granted +
             ", and " + request_is_of(of) + ".";
    }
  }
  return possessive(of.user.name) + " profile does not hold " + of.function() + ".";
}

std::string FN_2(const Case& of) {
  if (!of.arises())
    return within_dhs(of.world, of.user.agency) ? needs_no_agreement(of) : no_agreement_in_force(of);
  if (of.passed()) {
    return possessive(called(of.agency)) + " agreement lists the function " + of.function() + ".";
  }
  const Grant grant = granted(of.world, of.user.agency, of.day);
  return possessive(called(of.agency)) + " agreement in force does not list the function " + of.function() +
         "; it lists " + listed_in_sentence(grant.functions) + ".";
}

namespace {

/// Who can hold a function that is not open to all.
std::string holders(const Case& of) {
  switch (of.request.function) {
    case Function::lookout_approval:
      return "supervisors";
    case Function::user_profile:
      return "system control officers";
    case Function::audit_review:
      return "security administrators";
    case Function::disclosure:
      return "users within the Department";
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

std::string FN_3(const Case& of) {
  if (of.request.function == Function::disclosure) {
    return of.user.name + " is of " + called(of.agency) + "; " + of.function() + " is open to " +
           holders(of) + ".";
  }
  const std::string category =
      possessive(of.user.name) + " category is " + in_sentence(title(of.user.category));
  if (of.passed()) return category + ", to which " + of.function() + " is open.";
  return category + "; " + of.function() + " is open to " + holders(of) + ".";
}

std::string FN_4(const Case& of) {
  if (!of.arises()) return of.function() + " asks for no NCIC certification.";
  return period(of, of.user.ncic_certified, of.world.parameters.ncic_years,
                of.user.name + " was certified for NCIC on", of.user.name + " is certified for NCIC only on",
                of.user.name + " has never been certified for NCIC.");
}

std::string FN_5(const Case& of) {
  if (!of.arises()) return of.function() + " is not tied to a place.";
  if (of.user.duty_station.empty()) return of.user.name + " has no duty station.";
  return possessive(of.user.name) + " duty station is " + of.user.duty_station +
         (of.passed() ? ", where the request is made."
                      : "; the request is made at " + of.request.place + ".");
}

std::string FN_6(const Case& of) {
  const FunctionScope& covers = scope(of.request.function);
  const std::string operation = in_quotes(title(of.request.operation));
  if (!covers.operations.contains(of.request.operation)) {
    return of.function() + " does not cover the operation " + operation + ".";
  }
  const auto* one = std::get_if<Ref<Record>>(&of.request.target);
  const auto* created = std::get_if<Record>(&of.request.target);
  const auto* search = std::get_if<Search>(&of.request.target);
  if (one == nullptr && created == nullptr && search == nullptr)
    return of.function() + " covers " + operation + ".";
  const CategorySet asked = one       ? CategorySet{of.world[*one].category}
                            : created ? CategorySet{created->category}
                                      : search->categories;
  const std::string data = asked.empty() ? "all its data" : listed_in_sentence(asked);
  return of.function() + (of.passed() ? " covers " : " does not cover ") + operation + " of " + data + ".";
}

}  // namespace ntk::policy::sentences
