#include "sim/policy/explain.h"

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy {
namespace {

/// One verdict to be explained.
struct Case {
  const World& world;
  const Request& request;
  const User& user;
  const Agency& agency;  ///< of the user
  Date day;
  Verdict verdict;

  bool passed() const { return verdict == Verdict::pass; }
  bool arises() const { return verdict != Verdict::not_applicable; }
  std::string function() const { return quoted(title(request.function)); }
};

Date day_before(Date day) {
  return Date{std::chrono::sys_days{day} - std::chrono::days{1}};
}

/// "holds for 5 years, through 11 August 2016": the last day of a period.
std::string holds_through(Date from, int count, bool still) {
  return std::string(still ? "it holds for " : "it held for ") + years(count) + ", through " +
         in_words(day_before(plus_years(from, count)));
}

std::string request_is_of(const Case& of) {
  return "the request is of " + in_words(of.day);
}

/// "BI", "ANACI": with the article that it takes.
std::string an_investigation(InvestigationType type) {
  return type == InvestigationType::bi ? "a BI" : "an ANACI";
}

// ---- Gate 1, the account -----------------------------------------------------------------------

std::string AC_1(const Case& of) {
  return possessive(of.user.name) + (of.passed() ? " account is active." : " account is suspended.");
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
  const auto& passed = of.user.training_passed;
  if (!passed) {
    return of.user.name + " has never passed the Security and Privacy Awareness course.";
  }
  if (*passed > of.day) {
    return of.user.name + " passes the course only on " + in_words(*passed) + "; " + request_is_of(of) + ".";
  }
  std::string text = of.user.name + " passed the course on " + in_words(*passed) + "; " +
                     holds_through(*passed, of.world.parameters.training_years, of.passed());
  return text + (of.passed() ? "." : ", and " + request_is_of(of) + ".");
}

// ---- Gate 2, the agency ------------------------------------------------------------------------

/// The agreements of the user's agency, each with its term.
std::string agreement_terms(const Case& of) {
  std::vector<std::string> terms;
  for (const Agreement& each : of.world.agreements) {
    if (each.agency != of.user.agency) continue;
    terms.push_back(each.term ? in_words(*each.term) : "one is not signed");
  }
  return listed(terms, "and");
}

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

// ---- Gate 3, the function ----------------------------------------------------------------------

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

std::string no_agreement_in_force(const Case& of) {
  return called(of.agency) + " has no agreement in force that could list it (see AG-1).";
}

bool within_department(const Case& of) {
  return of.agency.standing != Standing::external;
}

std::string FN_2(const Case& of) {
  if (!of.arises()) return within_department(of) ? needs_no_agreement(of) : no_agreement_in_force(of);
  if (of.passed()) {
    return possessive(called(of.agency)) + " agreement lists the function " + of.function() + ".";
  }
  const Grant grant = granted(of.world, of.user.agency, of.day);
  return possessive(called(of.agency)) + " agreement in force does not list the function " + of.function() +
         "; it lists " + listed_in_sentence(grant.functions) + ".";
}

std::string FN_6(const Case& of) {
  const FunctionScope& covers = scope(of.request.function);
  const std::string operation = quoted(title(of.request.operation));
  if (!covers.operations.contains(of.request.operation)) {
    return of.function() + " does not cover the operation " + operation + ".";
  }
  const auto* one = std::get_if<Ref<Record>>(&of.request.target);
  const CategorySet asked =
      one ? CategorySet{of.world[*one].category} : std::get<Search>(of.request.target).categories;
  const std::string data = asked.empty() ? "all its data" : listed_in_sentence(asked);
  return of.function() + (of.passed() ? " covers " : " does not cover ") + operation + " of " + data + ".";
}

// ---- Gate 4, the data --------------------------------------------------------------------------

std::string level_of(const Record& record) {
  return has_levels(record.category) ? "level " + std::string(word(record.level)) : "without a level";
}

std::string is_at_level(const Record& record) {
  return quoted(record.title) + " is " + level_of(record) + ".";
}

/// Why a user's own record, or a lookout before the host's officers, is not asked this.
std::string own_record(const Case& of, const Record& record) {
  if (record.owner == of.user.agency) {
    return quoted(record.title) + " is a record of " + possessive(called(of.agency)) + " own.";
  }
  return quoted(record.title) + " is a lookout, and so under the control of " + called(of.agency) + " too.";
}

bool is_own(const Case& of, const Record& record) {
  return owns(of.world, of.user.agency, record);
}

std::string for_host_officers(const Case& of) {
  return "Lookouts are there for the officers of " + called(of.agency) + ", whatever their level.";
}

std::string DA_2(const Case& of, const Record& record) {
  const std::string data = in_sentence(title(record.category));
  if (!of.arises()) {
    if (within_department(of)) return needs_no_agreement(of);
    if (!granted(of.world, of.user.agency, of.day).in_force) return no_agreement_in_force(of);
    if (is_own(of, record)) return own_record(of, record);
    return "Agreements do not list " + data + ".";
  }
  if (of.passed()) return possessive(called(of.agency)) + " agreement lists " + data + ".";
  return possessive(called(of.agency)) + " agreement in force does not list " + data + "; it lists " +
         listed_in_sentence(granted(of.world, of.user.agency, of.day).categories) + ".";
}

std::string DA_3(const Case& of, const Record& record) {
  if (!of.arises()) return is_at_level(record);
  return quoted(record.title) + " is level 1: " + called(of.world[record.owner]) +
         " opened it to every user of the platform.";
}

std::string DA_4(const Case& of, const Record& record) {
  if (!of.arises()) {
    const bool asked = has_levels(record.category) && record.level == Level::level_2;
    return asked ? for_host_officers(of) : is_at_level(record);
  }
  return quoted(record.title) + " is level 2, open to " + called(of.world[record.owner]) + " alone; " +
         of.user.name + " is of " + called(of.agency) + ".";
}

/// Levels 3 and 4: who was designated, and whether the user is among them.
std::string designated(const Case& of, const Record& record, std::string_view designates) {
  if (record.creator == of.request.user) {
    return of.user.name + " created " + quoted(record.title) + ".";
  }
  return quoted(record.title) + " is " + level_of(record) + "; " + called(of.world[record.owner]) + " " +
         std::string(designates) + " " + in_words(of.world, record.designation) +
         (of.passed() ? ", which takes in " : ", which leaves out ") + of.user.name + ".";
}

std::string DA_5(const Case& of, const Record& record) {
  if (of.arises()) return designated(of, record, "designated");
  const bool asked = has_levels(record.category) && record.level == Level::level_3;
  return asked ? for_host_officers(of) : is_at_level(record);
}

std::string DA_6(const Case& of, const Record& record) {
  if (of.arises()) return designated(of, record, "named");
  const bool asked = has_levels(record.category) && record.level == Level::level_4;
  return asked ? for_host_officers(of) : is_at_level(record);
}

/// What the memo that comes nearest lacks.
std::string lack_of(const OwnerMemo& memo, const Case& of, const Record& record) {
  if (!memo.term) return "is not signed";
  if (!memo.term->covers(of.day)) return "runs " + in_words(*memo.term) + ", and " + request_is_of(of);
  if (!memo.categories.contains(record.category)) {
    return "covers " + listed_in_sentence(memo.categories) + ", not " + in_sentence(title(record.category));
  }
  if (!memo.levels.contains(record.level)) {
    return "covers " + listed_in_sentence(memo.levels) + ", not " + level_of(record);
  }
  if (access_needed(of.request.operation) == Access::update && memo.access == Access::read) {
    return "gives read access, not update";
  }
  return "does not extend to ANACI holders";
}

/// Of what the record asks, how much the memo has: the more, the nearer.
int nearness(const OwnerMemo& memo, const Case& of, const Record& record) {
  return (memo.term && memo.term->covers(of.day)) + memo.categories.contains(record.category) +
         memo.levels.contains(record.level) + (access_needed(of.request.operation) <= memo.access) +
         memo.anaci;
}

std::string memo_missing(const Case& of, const Record& record) {
  const Ref<Agency> owner = memo_owner(of.world, record);
  const OwnerMemo* nearest = nullptr;
  for (const OwnerMemo& each : of.world.memos) {
    if (each.owner != owner || each.to != of.user.agency) continue;
    if (!nearest || nearness(each, of, record) > nearness(*nearest, of, record)) nearest = &each;
  }
  const std::string from_to = called(of.world[owner]) + " to " + called(of.agency);
  if (!nearest) return "There is no memo of " + from_to + ".";
  return "The memo of " + from_to + " " + lack_of(*nearest, of, record) + ".";
}

std::string DA_7(const Case& of, const Record& record) {
  if (of.arises()) {
    if (!of.passed()) return memo_missing(of, record);
    return "A memo of " + called(of.world[memo_owner(of.world, record)]) + " to " + called(of.agency) +
           " covers " + in_sentence(title(record.category)) + " at " + level_of(record) + ".";
  }
  if (!has_levels(record.category) || record.level < Level::level_3) return is_at_level(record);
  if (is_own(of, record)) return own_record(of, record);
  return called(of.agency) + " and " + called(of.world[memo_owner(of.world, record)]) +
         " are both within the Department.";
}

std::string DA_8_does_not_arise(const Case& of, const Record& record) {
  if (within_department(of)) return called(of.agency) + " is within the Department.";
  const auto& held = of.user.investigation;
  if (!held || held->completed > of.day || held->adjudication != Adjudication::favorable) {
    return "There is no valid investigation whose type could matter (see AC-2).";
  }
  if (held->type == InvestigationType::bi) {
    return of.user.name + " holds a BI, which reaches all that " + called(of.agency) + " may.";
  }
  if (is_own(of, record)) return own_record(of, record);
  if (has_levels(record.category)) return is_at_level(record);
  return no_agreement_in_force(of);
}

std::string DA_8(const Case& of, const Record& record) {
  if (!of.arises()) return DA_8_does_not_arise(of, record);
  const std::string holder = of.user.name + " holds " + an_investigation(InvestigationType::anaci);
  if (has_levels(record.category)) {
    if (of.passed()) {
      return holder + ", and the memo of " + called(of.world[memo_owner(of.world, record)]) +
             " extends to ANACI holders.";
    }
    return holder + " and needs a memo that extends to ANACI holders. " + memo_missing(of, record);
  }
  const std::string data = in_sentence(title(record.category));
  const std::string agreement = holder + ", and " + possessive(called(of.agency)) + " agreement ";
  if (of.passed()) return agreement + "opens " + data + " to ANACI holders.";
  if (!granted(of.world, of.user.agency, of.day).anaci_categories.contains(record.category)) {
    return agreement + "does not open " + data + " to ANACI holders.";
  }
  return agreement + "in force does not list " + data + ".";
}

std::string DA_9(const Case& of) {
  std::vector<std::string> duties;
  for (Ref<Purpose> each : of.user.duties) duties.push_back(in_sentence(of.world[each].title));
  const std::string purpose = quoted(of.world[of.request.purpose].title);
  if (of.passed()) {
    return "The stated purpose, " + purpose + ", is one of " + possessive(of.user.name) + " duties.";
  }
  return "The stated purpose, " + purpose + ", is none of " + possessive(of.user.name) + " duties (" +
         (duties.empty() ? "none are on the profile" : listed(duties, "and")) + ").";
}

// ---- The table ---------------------------------------------------------------------------------

using RequestSentence = std::string (*)(const Case&);
using RecordSentence = std::string (*)(const Case&, const Record&);

struct Row {
  RequestSentence request = nullptr;
  RecordSentence record = nullptr;

  constexpr explicit Row(RequestSentence sentence) : request(sentence) {}
  constexpr explicit Row(RecordSentence sentence) : record(sentence) {}
};

constexpr Row table[] = {
#define RULE(name, ...) Row{name},
#include "sim/policy/checks.def"
#undef RULE
};

}  // namespace

std::string explain(const World& world, const Request& request, CheckId check, Verdict verdict,
                    std::optional<Ref<Record>> record) {
  const User& user = world[request.user];
  const Case of{world, request, user, world[user.agency], request.moment.day, verdict};
  const Row& row = table[static_cast<std::size_t>(check)];
  if (row.request) return row.request(of);
  if (!record) return "Asked of each record that the search finds.";
  return row.record(of, world[*record]);
}

std::string in_words(const Search& search) {
  if (search.categories.empty() && search.terms.empty()) return "everything";
  std::string text;
  if (!search.categories.empty()) text = listed_in_sentence(search.categories);
  for (const Field& term : search.terms) {
    text += (text.empty() ? "" : ", ") + term.name + " = " + term.value;
  }
  return text;
}

std::string in_words(const World& world, const Request& request) {
  const User& user = world[request.user];
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const std::string what = one ? in_sentence(title(request.operation)) + " " + quoted(world[*one].title)
                               : "search for " + in_words(std::get<Search>(request.target));
  return user.name + " (" + called(world[user.agency]) + ") asks to " + what + " by " +
         quoted(title(request.function)) + ", for " + in_sentence(world[request.purpose].title) + ".";
}

std::string outcome_in_words(const World& world, const Request& request, const Decision& decision) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  if (const auto primary = decision.primary()) {
    return explain(world, request, *primary, Verdict::fail, one ? std::optional(*one) : std::nullopt);
  }
  if (one)
    return "No check fails: " + world[request.user].name + " is shown " + quoted(world[*one].title) + ".";
  std::size_t withheld = 0;
  for (const Hit& each : decision.hits) withheld += each.withheld() ? 1u : 0u;
  const std::size_t shown = decision.hits.size() - withheld;
  const std::string user = world[request.user].name;
  std::string text = shown == 0   ? user + " is told that nothing was found."
                     : shown == 1 ? user + " is shown one record."
                                  : user + " is shown " + std::to_string(shown) + " records.";
  if (withheld == 0) return text;
  return text + (withheld == 1 ? " One more is withheld, which only the audit trail records."
                               : " " + std::to_string(withheld) +
                                     " more are withheld, which only the audit trail records.");
}

}  // namespace ntk::policy
