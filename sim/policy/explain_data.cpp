// Gate 4, the data, in sentences: who may reach a record.
#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy::sentences {
std::string level_of(const Record& record) {
  return has_levels(record.category) ? "level " + std::string(word(record.level)) : "without a level";
}

namespace {

std::string is_at_level(const Record& record) {
  return in_quotes(record.title) + " is " + level_of(record) + ".";
}

}  // namespace

std::string own_record(const Case& of, const Record& record) {
  if (record.owner == of.user.agency) {
    return in_quotes(record.title) + " is a record of " + possessive(called(of.agency)) + " own.";
  }
  return in_quotes(record.title) + " is a lookout, and so under the control of " + called(of.agency) +
         " too.";
}

namespace {

bool is_own(const Case& of, const Record& record) {
  return owns(of.world, of.user.agency, record);
}

std::string for_host_officers(const Case& of) {
  return "Lookouts are there for the officers of " + called(of.agency) + ", whatever their level.";
}

}  // namespace

std::string DA_1(const Case& of, const Record& record) {
  const std::string reach = std::string(title(record.category)) + " reach only ";
  const std::string host = called(of.world[of.world.host]);
  if (record.category == Category::enhanced_document) {
    return reach + "users of " + host + (of.passed() ? ", as " : "; ") + of.user.name +
           (of.passed() ? " is." : " is of " + called(of.agency) + ".");
  }
  if (record.category == Category::watchlist) {
    return reach + "users within the Department" + (of.passed() ? ", as " : "; ") + of.user.name +
           (of.passed() ? " is." : " is of " + called(of.agency) + ".");
  }
  return std::string(title(record.category)) + " are not kept from any user by their kind.";
}

std::string DA_2(const Case& of, const Record& record) {
  const std::string data = in_sentence(title(record.category));
  if (!of.arises()) {
    if (within_dhs(of.world, of.user.agency)) return needs_no_agreement(of);
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
  return in_quotes(record.title) + " is level 1: " + called(of.world[record.owner]) +
         " opened it to every user of the platform.";
}

std::string DA_4(const Case& of, const Record& record) {
  if (!of.arises()) {
    const bool asked = has_levels(record.category) && record.level == Level::level_2;
    return asked ? for_host_officers(of) : is_at_level(record);
  }
  return in_quotes(record.title) + " is level 2, open to " + called(of.world[record.owner]) + " alone; " +
         of.user.name + " is of " + called(of.agency) + ".";
}

namespace {

/// Levels 3 and 4: who was designated, and whether the user is among them.
std::string designated(const Case& of, const Record& record, std::string_view designates) {
  if (record.creator == of.request.user) {
    return of.user.name + " created " + in_quotes(record.title) + ".";
  }
  return in_quotes(record.title) + " is " + level_of(record) + "; " + called(of.world[record.owner]) + " " +
         std::string(designates) + " " + in_words(of.world, record.designation) +
         (of.passed() ? ", which takes in " : ", which leaves out ") + of.user.name + ".";
}

}  // namespace

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

namespace {

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

}  // namespace

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

namespace {

std::string DA_8_does_not_arise(const Case& of, const Record& record) {
  if (within_dhs(of.world, of.user.agency)) return called(of.agency) + " is within the Department.";
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

}  // namespace

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
  const std::string purpose = in_quotes(of.world[of.request.purpose].title);
  if (of.passed()) {
    return "The stated purpose, " + purpose + ", is one of " + possessive(of.user.name) + " duties.";
  }
  return "The stated purpose, " + purpose + ", is none of " + possessive(of.user.name) + " duties (" +
         (duties.empty() ? "none are on the profile" : listed(duties, "and")) + ").";
}

}  // namespace ntk::policy::sentences
