// Gate 4, the data, in sentences: who may reach a record.
#include <optional>

#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/papers.h"
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

std::string own_record(const Case& judged, const Record& record) {
  if (record.owner == judged.user.agency) {
    return in_quotes(record.title) + " is a record of " + possessive(called(judged.agency)) + " own.";
  }
  return in_quotes(record.title) + " is a lookout, and so under the control of " + called(judged.agency) +
         " too.";
}

namespace {

bool is_own(const Case& judged, const Record& record) {
  return owns(judged.world, judged.user.agency, record);
}

std::string for_host_officers(const Case& judged) {
  return "Lookouts are there for the officers of " + called(judged.agency) + ", whatever their level.";
}

}  // namespace

std::string DA_1(const Case& judged, const Record& record) {
  const std::string reach = std::string(title(record.category)) + " reach only ";
  const std::string host = called(judged.world[judged.world.host]);
  if (record.category == Category::enhanced_document) {
    return reach + "users of " + host + (judged.passed() ? ", as " : "; ") + judged.user.name +
           (judged.passed() ? " is." : " is of " + called(judged.agency) + ".");
  }
  if (record.category == Category::watchlist) {
    return reach + "users within the Department" + (judged.passed() ? ", as " : "; ") + judged.user.name +
           (judged.passed() ? " is." : " is of " + called(judged.agency) + ".");
  }
  return std::string(title(record.category)) + " are not kept from any user by their kind.";
}

std::string DA_2(const Case& judged, const Record& record) {
  const std::string data = in_sentence(title(record.category));
  if (!judged.applies()) {
    if (within_dhs(judged.world, judged.user.agency)) return needs_no_agreement(judged);
    if (!granted(judged.world, judged.user.agency, judged.day).in_force) return no_agreement_in_force(judged);
    if (is_own(judged, record)) return own_record(judged, record);
    return "Agreements do not list " + data + ".";
  }
  if (judged.passed()) return possessive(called(judged.agency)) + " agreement lists " + data + ".";
  return possessive(called(judged.agency)) + " agreement in force does not list " + data + "; it lists " +
         listed_in_sentence(granted(judged.world, judged.user.agency, judged.day).categories) + ".";
}

std::string DA_3(const Case& judged, const Record& record) {
  if (!judged.applies()) return is_at_level(record);
  return in_quotes(record.title) + " is level 1: " + called(judged.world[record.owner]) +
         " opened it to every user of the platform.";
}

std::string DA_4(const Case& judged, const Record& record) {
  if (!judged.applies()) {
    const bool asked = has_levels(record.category) && record.level == Level::level_2;
    return asked ? for_host_officers(judged) : is_at_level(record);
  }
  return in_quotes(record.title) + " is level 2, open to " + called(judged.world[record.owner]) + " alone; " +
         judged.user.name + " is of " + called(judged.agency) + ".";
}

namespace {

/// Levels 3 and 4: who was designated, and whether the user is among them.
std::string designated(const Case& judged, const Record& record, std::string_view designates) {
  if (record.creator == judged.request.user) {
    return judged.user.name + " created " + in_quotes(record.title) + ".";
  }
  return in_quotes(record.title) + " is " + level_of(record) + "; " + called(judged.world[record.owner]) +
         " " + std::string(designates) + " " + in_words(judged.world, record.designation) +
         (judged.passed() ? ", which takes in " : ", which leaves out ") + judged.user.name + ".";
}

}  // namespace

std::string DA_5(const Case& judged, const Record& record) {
  if (judged.applies()) return designated(judged, record, "designated");
  const bool asked = has_levels(record.category) && record.level == Level::level_3;
  return asked ? for_host_officers(judged) : is_at_level(record);
}

std::string DA_6(const Case& judged, const Record& record) {
  if (judged.applies()) return designated(judged, record, "named");
  const bool asked = has_levels(record.category) && record.level == Level::level_4;
  return asked ? for_host_officers(judged) : is_at_level(record);
}

namespace {

/// What the memo that comes nearest lacks.
std::string lack_of(const OwnerMemo& memo, const Case& judged, const Record& record) {
  if (!memo.term) return "is not signed";
  if (!memo.term->covers(judged.day))
    return "runs " + in_words(*memo.term) + ", and " + request_is_of(judged);
  if (!memo.categories.contains(record.category)) {
    return "covers " + listed_in_sentence(memo.categories) + ", not " + in_sentence(title(record.category));
  }
  if (!memo.levels.contains(record.level)) {
    return "covers " + listed_in_sentence(memo.levels) + ", not " + level_of(record);
  }
  if (access_needed(judged.request.operation) == Access::update && memo.access == Access::read) {
    return "gives read access, not update";
  }
  return "does not extend to ANACI holders";
}

/// Of what the record asks, how much the memo has: the more, the nearer.
int nearness(const OwnerMemo& memo, const Case& judged, const Record& record) {
  return (memo.term && memo.term->covers(judged.day)) + memo.categories.contains(record.category) +
         memo.levels.contains(record.level) + (access_needed(judged.request.operation) <= memo.access) +
         memo.anaci;
}

}  // namespace

std::string memo_missing(const Case& judged, const Record& record) {
  const std::vector<OwnerMemo>& memos = judged.world.memos;
  const Ref<Agency> owner = memo_owner(judged.world, record);
  std::optional<std::uint32_t> nearest;
  for (std::uint32_t at = 0; at < memos.size(); ++at) {
    if (memos[at].owner != owner || memos[at].to != judged.user.agency) continue;
    if (!nearest || nearness(memos[at], judged, record) > nearness(memos[*nearest], judged, record))
      nearest = at;
  }
  if (!nearest)
    return "There is no memo of " + called(judged.world[owner]) + " to " + called(judged.agency) + ".";
  return "The " + paper_in_sentence(judged.world, Ref<OwnerMemo>{*nearest}) + " " +
         lack_of(memos[*nearest], judged, record) + ".";
}

std::string DA_7(const Case& judged, const Record& record) {
  if (judged.applies()) {
    if (!judged.passed()) return memo_missing(judged, record);
    return "A memo of " + called(judged.world[memo_owner(judged.world, record)]) + " to " +
           called(judged.agency) + " covers " + in_sentence(title(record.category)) + " at " +
           level_of(record) + ".";
  }
  if (!has_levels(record.category) || record.level < Level::level_3) return is_at_level(record);
  if (is_own(judged, record)) return own_record(judged, record);
  return called(judged.agency) + " and " + called(judged.world[memo_owner(judged.world, record)]) +
         " are both within the Department.";
}

namespace {

std::string DA_8_not_applicable(const Case& judged, const Record& record) {
  if (within_dhs(judged.world, judged.user.agency))
    return called(judged.agency) + " is within the Department.";
  const auto& held = judged.user.investigation;
  if (!held || held->completed > judged.day || held->adjudication != Adjudication::favorable) {
    return "There is no valid investigation whose type could matter (see AC-2).";
  }
  if (held->type == InvestigationType::bi) {
    return judged.user.name + " holds a BI, which reaches all that " + called(judged.agency) + " may.";
  }
  if (is_own(judged, record)) return own_record(judged, record);
  if (has_levels(record.category)) return is_at_level(record);
  return no_agreement_in_force(judged);
}

}  // namespace

std::string DA_8(const Case& judged, const Record& record) {
  if (!judged.applies()) return DA_8_not_applicable(judged, record);
  const std::string holder = judged.user.name + " holds " + an_investigation(InvestigationType::anaci);
  if (has_levels(record.category)) {
    if (judged.passed()) {
      return holder + ", and the memo of " + called(judged.world[memo_owner(judged.world, record)]) +
             " extends to ANACI holders.";
    }
    return holder + " and needs a memo that extends to ANACI holders. " + memo_missing(judged, record);
  }
  const std::string data = in_sentence(title(record.category));
  const std::string agreement = holder + ", and " + possessive(called(judged.agency)) + " agreement ";
  if (judged.passed()) return agreement + "opens " + data + " to ANACI holders.";
  if (!granted(judged.world, judged.user.agency, judged.day).anaci_categories.contains(record.category)) {
    return agreement + "does not open " + data + " to ANACI holders.";
  }
  return agreement + "in force does not list " + data + ".";
}

std::string DA_9(const Case& judged) {
  std::vector<std::string> duties;
  for (Ref<Purpose> each : judged.user.duties) duties.push_back(in_sentence(judged.world[each].title));
  const std::string purpose = in_quotes(judged.world[judged.request.purpose].title);
  if (judged.passed()) {
    return "The stated purpose, " + purpose + ", is one of " + possessive(judged.user.name) + " duties.";
  }
  return "The stated purpose, " + purpose + ", is none of " + possessive(judged.user.name) + " duties (" +
         (duties.empty() ? "none are on the profile" : listed(duties, "and")) + ").";
}

}  // namespace ntk::policy::sentences
