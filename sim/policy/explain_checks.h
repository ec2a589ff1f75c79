// The sentences of the checks: for each row of checks.def a function of its name, gate by gate in the
// explain_*.cpp files. explain.cpp picks the one that is asked for.
#pragma once

#include <optional>
#include <string>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"

namespace ntk::policy::sentences {

/// One verdict to be explained.
struct Case {
  const World& world;
  const Request& request;
  const User& user;
  const Agency& agency;  ///< of the user
  Date day;
  Verdict verdict;
  std::optional<Ref<Record>> hit{};  ///< the record found that a check of the request is told of

  bool passed() const { return verdict == Verdict::pass; }
  bool applies() const { return verdict != Verdict::not_applicable; }
  std::string function() const;  ///< quoted
};

/// Checks of a request are told of a case, checks of a record of a case and the record.
#define TOLD_OF_request(name) std::string name(const Case& judged);
#define TOLD_OF_record(name) std::string name(const Case& judged, const Record& record);
#define RULE(name, code, gate, scope, ...) TOLD_OF_##scope(name)
#include "sim/policy/checks.def"
#undef RULE
#undef TOLD_OF_record
#undef TOLD_OF_request

// What the sentences of several gates say alike.

/// "the request is of 12 August 2016"
std::string request_is_of(const Case& judged);
/// What was done on a day and is good for so many years: "Reyes passed the course", "Reyes passes the
/// course". `never` is the whole sentence where it was not done.
std::string period(const Case& judged, const std::optional<Date>& from, int count, const std::string& done,
                   const std::string& to_come, const std::string& never);
/// "a BI", "an ANACI"
std::string an_investigation(InvestigationType type);
std::string needs_no_agreement(const Case& judged);
std::string no_agreement_in_force(const Case& judged);
/// "level 3", "without a level"
std::string level_of(const Record& record);
/// Why a user's own record, or a lookout before the host's officers, is not asked this.
std::string own_record(const Case& judged, const Record& record);
/// Why the owner's memo that comes nearest does not do, or that there is none.
std::string memo_missing(const Case& judged, const Record& record);

}  // namespace ntk::policy::sentences
