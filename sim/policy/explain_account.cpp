// Gate 1, the account, in sentences.
#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy::sentences {
std::string Case::function() const {
  return in_quotes(title(request.function));
}

std::string request_is_of(const Case& judged) {
  return "the request is of " + in_words(judged.day);
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

std::string period(const Case& judged, const std::optional<Date>& from, int count, const std::string& done,
                   const std::string& to_come, const std::string& never) {
  if (!from) return never;
  if (*from > judged.day) return to_come + " " + in_words(*from) + "; " + request_is_of(judged) + ".";
  return done + " " + in_words(*from) + "; " + holds_through(*from, count, judged.passed()) +
         (judged.passed() ? "." : ", and " + request_is_of(judged) + ".");
}

std::string AC_1(const Case& judged) {
  const std::string account = possessive(judged.user.name) + " account ";
  switch (judged.user.account) {
    case AccountState::active:
      return account + "is active.";
    case AccountState::suspended:
      return account + "is suspended.";
    case AccountState::inactive:
      return account + "has not been activated.";
  }
  return {};
}

std::string AC_2(const Case& judged) {
  const auto& held = judged.user.investigation;
  if (!held) return judged.user.name + " has no background investigation.";
  const std::string which = possessive(judged.user.name) + " " + std::string(title(held->type));
  if (held->completed > judged.day) {
    return which + " is completed only on " + in_words(held->completed) + "; " + request_is_of(judged) + ".";
  }
  const std::string of_date = which + " of " + in_words(held->completed);
  switch (held->adjudication) {
    case Adjudication::favorable:
      return of_date + " was adjudicated favorably.";
    case Adjudication::unfavorable:
      return of_date + " was adjudicated unfavorably.";
    case Adjudication::pending:
      return of_date + " has not been adjudicated yet.";
  }
  return {};
}

std::string AC_3(const Case& judged) {
  if (!judged.applies()) return "There is no valid investigation whose age could matter (see AC-2).";
  const Investigation& held = *judged.user.investigation;
  const int count = investigation_years(judged.world.parameters, held.type);
  std::string text = possessive(judged.user.name) + " " + std::string(title(held.type)) + " is of " +
                     in_words(held.completed) + "; " + holds_through(held.completed, count, judged.passed());
  return text + (judged.passed() ? "." : ", and " + request_is_of(judged) + ".");
}

std::string AC_4(const Case& judged) {
  return period(judged, judged.user.training_passed, judged.world.parameters.training_years,
                judged.user.name + " passed the course on", judged.user.name + " passes the course only on",
                judged.user.name + " has never passed the Security and Privacy Awareness course.");
}

std::string AC_5(const Case& judged) {
  switch (judged.user.nationality) {
    case Nationality::us_national:
      return judged.user.name + " is a U.S. national.";
    case Nationality::foreign_service_national:
      return judged.user.name + " is a Foreign Service national" +
             (judged.passed() ? ", exempted by name to support a mission overseas."
                              : " whom no exemption names.");
    case Nationality::other:
      return judged.user.name + " is not a U.S. national.";
  }
  return {};
}

std::string AC_6(const Case& judged) {
  const std::string account = possessive(judged.user.name) + " account ";
  return period(judged, judged.user.certified, judged.world.parameters.account_years,
                account + "was certified on", account + "is certified only on",
                account + "has never been certified.");
}

std::string AC_7(const Case& judged) {
  if (judged.request.operation == Operation::logon) {
    return judged.user.name + (judged.passed() ? " accepts" : " does not accept") + " the monitoring notice.";
  }
  switch (judged.user.logon) {
    case Logon::none:
      return judged.user.name + " is not logged on, and so has accepted no monitoring notice.";
    case Logon::notice_declined:
      return judged.user.name + " did not accept the monitoring notice at logon.";
    case Logon::notice_accepted:
      return judged.user.name + " accepted the monitoring notice at logon.";
  }
  return {};
}

}  // namespace ntk::policy::sentences
