#include "sim/policy/decide.h"

#include <algorithm>
#include <array>

#include "sim/policy/facts.h"

namespace ntk::policy {
namespace {

/// One request, and what several checks ask of it.
struct Asked {
  const World& world;
  const Request& request;
  const User& user;
  Date day;
  bool external;  ///< the user's agency is outside the Department
  Grant grant;    ///< of the agency's agreements in force on the day
};

/// A check that holds or does not.
Verdict passes_if(bool holds) {
  return holds ? Verdict::pass : Verdict::fail;
}

constexpr Verdict does_not_arise = Verdict::not_applicable;

// ---- Gate 1, the account -----------------------------------------------------------------------

Verdict AC_1(const Asked& asked) {
  return passes_if(asked.user.account == AccountState::active);
}

Verdict AC_2(const Asked& asked) {
  const auto& investigation = asked.user.investigation;
  return passes_if(investigation && investigation->completed <= asked.day &&
                   investigation->adjudication == Adjudication::favorable);
}

Verdict AC_3(const Asked& asked) {
  if (AC_2(asked) == Verdict::fail) return does_not_arise;
  const Investigation& held = *asked.user.investigation;
  return passes_if(
      current(held.completed, investigation_years(asked.world.parameters, held.type), asked.day));
}

Verdict AC_4(const Asked& asked) {
  const auto& passed = asked.user.training_passed;
  return passes_if(passed && current(*passed, asked.world.parameters.training_years, asked.day));
}

// ---- Gate 2, the agency ------------------------------------------------------------------------

Verdict AG_1(const Asked& asked) {
  if (!asked.external) return does_not_arise;
  return passes_if(asked.grant.in_force);
}

// ---- Gate 3, the function ----------------------------------------------------------------------

Verdict FN_1(const Asked& asked) {
  return passes_if(holds(asked.user, asked.request.function, asked.day));
}

Verdict FN_2(const Asked& asked) {
  if (!asked.external || !asked.grant.in_force) return does_not_arise;
  return passes_if(asked.grant.functions.contains(asked.request.function));
}

Verdict FN_6(const Asked& asked) {
  const FunctionScope& covers = scope(asked.request.function);
  if (!covers.operations.contains(asked.request.operation)) return Verdict::fail;
  if (const auto* one = std::get_if<Ref<Record>>(&asked.request.target)) {
    return passes_if(covers.categories.contains(asked.world[*one].category));
  }
  const CategorySet named = std::get<Search>(asked.request.target).categories;
  return passes_if((named | covers.categories) == covers.categories);
}

// ---- Gate 4, the data: once for each record ----------------------------------------------------

bool own_record(const Asked& asked, const Record& record) {
  return owns(asked.world, asked.user.agency, record);
}

/// Levels 3 and 4, the ones that an owner opens by name and by memo.
bool is_designated(const Record& record) {
  return has_levels(record.category) && record.level >= Level::level_3;
}

bool at_level(const Record& record, Level level) {
  return has_levels(record.category) && record.level == level;
}

bool is_creator(const Asked& asked, const Record& record) {
  return record.creator == asked.request.user;
}

Verdict DA_2(const Asked& asked, const Record& record) {
  const bool shared_by_agreement = is_resident(record.category) &&
                                   record.category != Category::user_profile &&
                                   record.category != Category::audit;
  if (!asked.external || !asked.grant.in_force) return does_not_arise;
  if (!shared_by_agreement || own_record(asked, record)) return does_not_arise;
  return passes_if(asked.grant.categories.contains(record.category));
}

Verdict DA_3(const Asked&, const Record& record) {
  return at_level(record, Level::level_1) ? Verdict::pass : does_not_arise;
}

Verdict DA_4(const Asked& asked, const Record& record) {
  if (!at_level(record, Level::level_2)) return does_not_arise;
  if (hosts_lookout(asked.world, asked.user, record)) return does_not_arise;
  return passes_if(asked.user.agency == record.owner);
}

Verdict DA_5(const Asked& asked, const Record& record) {
  if (!at_level(record, Level::level_3)) return does_not_arise;
  if (hosts_lookout(asked.world, asked.user, record)) return does_not_arise;
  return passes_if(is_creator(asked, record) ||
                   std::any_of(record.designation.begin(), record.designation.end(),
                               [&](const DesignationClass& designated) {
                                 return admits(designated, asked.world, asked.request.user);
                               }));
}

Verdict DA_6(const Asked& asked, const Record& record) {
  if (!at_level(record, Level::level_4)) return does_not_arise;
  if (hosts_lookout(asked.world, asked.user, record)) return does_not_arise;
  return passes_if(is_creator(asked, record) || names(record.designation, asked.request.user));
}

/// A memo of the owner that gives the access asked; for an ANACI holder, one that says so.
bool has_memo(const Asked& asked, const Record& record, bool for_anaci) {
  const Access access = access_needed(asked.request.operation);
  return std::any_of(asked.world.memos.begin(), asked.world.memos.end(), [&](const OwnerMemo& memo) {
    return memo_covers(memo, asked.world, asked.request.user, record, access, asked.day) &&
           (memo.anaci || !for_anaci);
  });
}

Verdict DA_7(const Asked& asked, const Record& record) {
  if (!is_designated(record) || own_record(asked, record)) return does_not_arise;
  if (!asked.external && within_dhs(asked.world, memo_owner(asked.world, record))) {
    return does_not_arise;
  }
  return passes_if(has_memo(asked, record, false));
}

Verdict DA_8(const Asked& asked, const Record& record) {
  if (!asked.external || AC_2(asked) == Verdict::fail) return does_not_arise;
  if (asked.user.investigation->type != InvestigationType::anaci) return does_not_arise;
  if (own_record(asked, record)) return does_not_arise;
  if (has_levels(record.category)) {
    if (!is_designated(record)) return does_not_arise;
    return passes_if(has_memo(asked, record, true));
  }
  if (!asked.grant.in_force) return does_not_arise;
  // What opens to ANACI holders a category that no agreement lists grants nothing.
  return passes_if(asked.grant.categories.contains(record.category) &&
                   asked.grant.anaci_categories.contains(record.category));
}

Verdict DA_9(const Asked& asked) {
  const auto& duties = asked.user.duties;
  return passes_if(std::find(duties.begin(), duties.end(), asked.request.purpose) != duties.end());
}

// ---- The table ---------------------------------------------------------------------------------

using RequestCheck = Verdict (*)(const Asked&);
using RecordCheck = Verdict (*)(const Asked&, const Record&);

/// A row of checks.def with the function that decides it: exactly one of the two is set.
struct Row {
  CheckId id;
  RequestCheck request = nullptr;
  RecordCheck record = nullptr;

  constexpr Row(CheckId check, RequestCheck function) : id(check), request(function) {}
  constexpr Row(CheckId check, RecordCheck function) : id(check), record(function) {}
};

constexpr Row table[] = {
#define RULE(name, ...) Row{CheckId::name, name},
#include "sim/policy/checks.def"
#undef RULE
};

void judge_request(const Asked& asked, Verdicts& verdicts) {
  for (const Row& row : table) {
    if (row.request) verdicts[row.id] = row.request(asked);
  }
}

void judge_record(const Asked& asked, const Record& record, Verdicts& verdicts) {
  for (const Row& row : table) {
    if (row.record) verdicts[row.id] = row.record(asked, record);
  }
}

std::vector<Hit> run_search(const Asked& asked, const Search& search) {
  std::vector<Hit> hits;
  const auto& records = asked.world.records;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (!matches(records[i], search, asked.request.function)) continue;
    hits.push_back({Ref<Record>{i}, {}});
    judge_record(asked, records[i], hits.back().verdicts);
  }
  return hits;
}

}  // namespace

Decision decide(const World& world, const Request& request) {
  const User& user = world[request.user];
  const Date day = request.moment.day;
  const bool external = !within_dhs(world, user.agency);
  const Asked asked{world, request,  user,
                    day,   external, external ? granted(world, user.agency, day) : Grant{}};
  Decision decision;
  judge_request(asked, decision.verdicts);
  if (const auto* one = std::get_if<Ref<Record>>(&request.target)) {
    judge_record(asked, world[*one], decision.verdicts);
  } else if (decision.permitted()) {
    decision.hits = run_search(asked, std::get<Search>(request.target));
  }
  return decision;
}

}  // namespace ntk::policy
