// Gate 1, the account, in sentences.
#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy::sentences {
std::string Case::function() const {
  return in_quotes(title(request.function));
}

std::string request_is_of(const Case& of) {
  return "the request is of " + in_words(of.day);
}

std::string an_investigation(InvestigationType type) {
  return type == InvestigationType::bi ? "a BI" : "an ANACI";
}

namespace {

/// "it holds for 5 years, through 11 August 2016": the last day of a period.
std::string holds_through(Date from, int count, bool still) {
  return std::string(still ? "it holds for " : "it held for ") + years(count) + ", through " +
         in_words(day_before(plus_years(from, count)));
}

}  // namespace

std::string period(const Case& of, const std::optional<Date>& from, int count, const std::string& done,
                   const std::string& to_come, const std::string& never) {
  if (!from) return never;
  if (*from > of.day) return to_come + " " + in_words(*from) + "; " + request_is_of(of) + ".";
  return done + " " + in_words(*from) + "; " + holds_through(*from, count, of.passed()) +
         (of.passed() ? "." : ", and " + request_is_of(of) + ".");
}

std::string AC_1(const Case& of) {
  const std::string account = possessive(of.user.name) + " account ";
  switch (of.user.account) {
    case AccountState::active:
      return account + "is active.";
    case AccountState::suspended:
      return account + "is suspended.";
    case AccountState::inactive:
      return account + "has not been activated.";
  }
  return {};
}

std::string AC_2(const Case& of) {
  const auto& held = of.user.investigation;
  if (!held) return of.user.name + " has no background investigation.";
  const std::string which = possessive(of.user.name) + " " + std::string(title(held->type));
  if (held->completed > of.day) {
    return which + " is completed only on " + in_words(held->completed) + "; " + request_is_of(of) + ".";
  }
  const std::string of_date = which + " of " + in_words(held->completed);
  switch (held->adjudication) {
    case Adjudication::favorable:
      return of_date + " was adjudicated favourably.";
    case Adjudication::unfavorable:
      return of_date + " was adjudicated unfavourably.";
    case Adjudication::pending:
      return of_date + " has not been adjudicated yet.";
  }
  return {};
}

std::string AC_3(const Case& of) {
  if (!of.arises()) return "There is no valid investigation whose age could matter (see AC-2).";
  const Investigation& held = *of.user.investigation;
  const int count = investigation_years(of.world.parameters, held.type);
  std::string text = possessive(of.user.name) + " " + std::string(title(held.type)) + " is of " +
                     in_words(held.completed) + "; " + holds_through(held.completed, count, of.passed());
  return text + (of.passed() ? "." : ", and " + request_is_of(of) + ".");
}

std::string AC_4(const Case& of) {
  return period(of, of.user.training_passed, of.world.parameters.training_years,
                of.user.name + " passed the course on", of.user.name + " passes the course only on",
                of.user.name + " has never passed the Security and Privacy Awareness course.");
}

std::string AC_5(const Case& of) {
  switch (of.user.nationality) {
    case Nationality::us_national:
      return of.user.name + " is a U.S. national.";
    case Nationality::foreign_service_national:
      return of.user.name + " is a Foreign Service national" +
             (of.passed() ? ", exempted by name to support a mission overseas."
                          : " whom no exemption names.");
    case Nationality::other:
      return of.user.name + " is not a U.S. national.";
  }
  return {};
}

std::string AC_6(const Case& of) {
  const std::string account = possessive(of.user.name) + " account ";
  return period(of, of.user.certified, of.world.parameters.account_years, account + "was certified on",
                account + "is certified only on", account + "has never been certified.");
}

std::string AC_7(const Case& of) {
  if (of.request.operation == Operation::logon) {
    return of.user.name + (of.passed() ? " accepts" : " does not accept") + " the monitoring notice.";
  }
  switch (of.user.logon) {
    case Logon::none:
      return of.user.name + " is not logged on, and so has accepted no monitoring notice.";
    case Logon::notice_declined:
      return of.user.name + " did not accept the monitoring notice at logon.";
    case Logon::notice_accepted:
      return of.user.name + " accepted the monitoring notice at logon.";
  }
  return {};
}

}  // namespace ntk::policy::sentences
