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
  bool external;        ///< the user's agency is outside the Department
  Grant grant;          ///< of the agency's agreements in force on the day
  Operation operation;  ///< of the request; display of an image's parent, and of what is passed on

  const Ref<Record>* one_record() const { return std::get_if<Ref<Record>>(&request.target); }
  const Search* search() const { return std::get_if<Search>(&request.target); }
  const Record* new_record() const { return std::get_if<Record>(&request.target); }
};

/// A check that holds or does not.
Verdict passes_if(bool holds) {
  return holds ? Verdict::pass : Verdict::fail;
}

constexpr Verdict not_applicable = Verdict::not_applicable;

template <class E>
bool is_within(EnumSet<E> part, EnumSet<E> whole) {
  return (part | whole) == whole;
}

bool is_within(const Roles& part, const Roles& whole) {
  return std::all_of(part.begin(), part.end(), [&](Ref<Role> each) {
    return std::find(whole.begin(), whole.end(), each) != whole.end();
  });
}

// ---- Gate 1, the account -----------------------------------------------------------------------

Verdict AC_1(const Asked& asked) {
  return passes_if(asked.user.account == AccountState::active);
}

Verdict AC_2(const Asked& asked) {
  return passes_if(is_valid(asked.user.investigation, asked.day));
}

Verdict AC_3(const Asked& asked) {
  if (AC_2(asked) == Verdict::fail) return not_applicable;
  const Investigation& held = *asked.user.investigation;
  return passes_if(
      current(held.completed, investigation_years(asked.world.parameters, held.type), asked.day));
}

Verdict AC_4(const Asked& asked) {
  const auto& passed = asked.user.training_passed;
  return passes_if(passed && current(*passed, asked.world.parameters.training_years, asked.day));
}

Verdict AC_5(const Asked& asked) {
  const Nationality nationality = asked.user.nationality;
  return passes_if(nationality == Nationality::us_national ||
                   (nationality == Nationality::foreign_service_national && asked.user.exempted));
}

Verdict AC_6(const Asked& asked) {
  const auto& certified = asked.user.certified;
  return passes_if(certified && current(*certified, asked.world.parameters.account_years, asked.day));
}

Verdict AC_7(const Asked& asked) {
  if (asked.operation == Operation::logon) return passes_if(asked.request.accepts_notice);
  return passes_if(asked.user.logon == Logon::notice_accepted);
}

// ---- Gate 2, the agency ------------------------------------------------------------------------

Verdict AG_1(const Asked& asked) {
  if (!asked.external) return not_applicable;
  return passes_if(asked.grant.in_force);
}

Verdict AG_2(const Asked& asked) {
  if (!asked.request.interface) return not_applicable;
  const Interface& by = asked.world[*asked.request.interface];
  const Direction needed = is_creating(asked.operation) ? Direction::inbound : Direction::outbound;
  const bool of_the_agency =
      std::find(by.agencies.begin(), by.agencies.end(), asked.user.agency) != by.agencies.end();
  const bool governed = !asked.external || (by.isa && by.isa->covers(asked.day));
  return passes_if(of_the_agency && by.direction == needed && governed &&
                   is_within(categories_asked(asked.world, asked.request), by.categories));
}

Verdict AG_3(const Asked& asked) {
  if (!asked.external) return not_applicable;
  const auto& certified = asked.world[asked.user.agency].certified;
  return passes_if(certified && current(*certified, asked.world.parameters.agency_years, asked.day));
}

// ---- Gate 3, the function ----------------------------------------------------------------------

Verdict FN_1(const Asked& asked) {
  return passes_if(holds(asked.user, asked.request.function, asked.day));
}

Verdict FN_2(const Asked& asked) {
  if (!asked.external || !asked.grant.in_force) return not_applicable;
  return passes_if(asked.grant.functions.contains(asked.request.function));
}

Verdict FN_3(const Asked& asked) {
  return passes_if(is_open_to(asked.request.function, asked.user.category, asked.external));
}

Verdict FN_4(const Asked& asked) {
  if (asked.request.function != Function::external_query) return not_applicable;
  const auto& certified = asked.user.ncic_certified;
  return passes_if(certified && current(*certified, asked.world.parameters.ncic_years, asked.day));
}

Verdict FN_5(const Asked& asked) {
  if (asked.request.function != Function::inspection) return not_applicable;
  const std::string& station = asked.user.duty_station;
  return passes_if(!station.empty() && asked.request.place == station);
}

Verdict FN_6(const Asked& asked) {
  const FunctionScope& covers = scope(asked.request.function);
  return passes_if(covers.operations.contains(asked.operation) &&
                   is_within(categories_asked(asked.world, asked.request), covers.categories));
}

Verdict FN_7(const Asked& asked) {
  const Function function = asked.request.function;
  if (asked.user.roles.empty()) return not_applicable;
  if (!asked.user.functions.contains(function) && holds(asked.user, function, asked.day))
    return not_applicable;
  const Record* entered = asked.new_record();
  return passes_if(std::any_of(asked.user.roles.begin(), asked.user.roles.end(), [&](Ref<Role> each) {
    const Role& role = asked.world[each];
    return role.functions.contains(function) && (!entered || role.adds.contains(entered->category));
  }));
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

Verdict DA_1(const Asked& asked, const Record& record) {
  if (record.category == Category::enhanced_document) return passes_if(asked.user.agency == asked.world.host);
  if (record.category == Category::watchlist) return passes_if(!asked.external);
  return not_applicable;
}

/// What an agreement can list at all: not what is only reached through the platform, nor its records on users.
bool is_shared_by_agreement(Category category) {
  return is_resident(category) && category != Category::user_profile && category != Category::audit;
}

Verdict DA_2(const Asked& asked, const Record& record) {
  if (!asked.external || !asked.grant.in_force) return not_applicable;
  if (!is_shared_by_agreement(record.category) || own_record(asked, record)) return not_applicable;
  return passes_if(asked.grant.categories.contains(record.category));
}

Verdict DA_3(const Asked&, const Record& record) {
  return at_level(record, Level::level_1) ? Verdict::pass : not_applicable;
}

Verdict DA_4(const Asked& asked, const Record& record) {
  if (!at_level(record, Level::level_2)) return not_applicable;
  if (hosts_lookout(asked.world, asked.user, record)) return not_applicable;
  return passes_if(asked.user.agency == record.owner);
}

Verdict DA_5(const Asked& asked, const Record& record) {
  if (!at_level(record, Level::level_3)) return not_applicable;
  if (hosts_lookout(asked.world, asked.user, record)) return not_applicable;
  return passes_if(is_creator(asked, record) ||
                   std::any_of(record.designation.begin(), record.designation.end(),
                               [&](const DesignationClass& designated) {
                                 return admits(designated, asked.world, asked.request.user);
                               }));
}

Verdict DA_6(const Asked& asked, const Record& record) {
  if (!at_level(record, Level::level_4)) return not_applicable;
  if (hosts_lookout(asked.world, asked.user, record)) return not_applicable;
  return passes_if(is_creator(asked, record) || names(record.designation, asked.world, asked.request.user));
}

/// A memo of the owner that gives the access asked; for an ANACI holder, one that says so.
bool has_memo(const Asked& asked, const Record& record, bool for_anaci) {
  const Access access = access_needed(asked.operation);
  return std::any_of(asked.world.memos.begin(), asked.world.memos.end(), [&](const OwnerMemo& memo) {
    return memo_covers(memo, asked.world, asked.request.user, record, access, asked.day) &&
           (memo.anaci || !for_anaci);
  });
}

Verdict DA_7(const Asked& asked, const Record& record) {
  if (!is_designated(record) || own_record(asked, record)) return not_applicable;
  if (!asked.external && within_dhs(asked.world, memo_owner(asked.world, record))) {
    return not_applicable;
  }
  return passes_if(has_memo(asked, record, false));
}

Verdict DA_8(const Asked& asked, const Record& record) {
  if (!asked.external || AC_2(asked) == Verdict::fail) return not_applicable;
  if (asked.user.investigation->type != InvestigationType::anaci) return not_applicable;
  if (own_record(asked, record)) return not_applicable;
  if (has_levels(record.category)) {
    if (!is_designated(record)) return not_applicable;
    return passes_if(has_memo(asked, record, true));
  }
  if (!is_shared_by_agreement(record.category) || !asked.grant.in_force) return not_applicable;
  // What opens to ANACI holders a category that no agreement lists grants nothing.
  return passes_if(asked.grant.categories.contains(record.category) &&
                   asked.grant.anaci_categories.contains(record.category));
}

Verdict DA_9(const Asked& asked) {
  const auto& duties = asked.user.duties;
  return passes_if(std::find(duties.begin(), duties.end(), asked.request.purpose) != duties.end());
}

Verdict DA_10(const Asked& asked, const Record& record) {
  const Keeping kept = keeping(asked.world, record);
  return kept.stated ? passes_if(kept.covers(asked.day)) : not_applicable;
}

Verdict DA_11(const Asked& asked, const Record& record) {
  if (!is_changing(asked.operation)) return not_applicable;
  if (record.category == Category::user_profile || record.category == Category::audit) return not_applicable;
  return passes_if(own_record(asked, record) || has_memo(asked, record, false));
}

Verdicts as_displayed(const Asked& asked, Ref<Record> record);

Verdict DA_12(const Asked& asked, const Record& record) {
  if (record.category != Category::image) return not_applicable;
  return passes_if(record.parent && !asked.world[*record.parent].absent &&
                   !as_displayed(asked, *record.parent).any_failed());
}

/// The level that the request gives to the record, at creation or later.
std::optional<Level> level_given(const Asked& asked, const Record& record) {
  if (!has_levels(record.category) || is_reading(asked.operation)) return std::nullopt;
  if (asked.new_record() != nullptr) return record.level;
  return asked.request.change.level;
}

Verdict AD_1(const Asked& asked, const Record& record) {
  const auto level = level_given(asked, record);
  if (!level) return not_applicable;
  return passes_if(*level != Level::level_2 && is_creator(asked, record));
}

Verdict AD_2(const Asked& asked, const Record& record) {
  const Change& change = asked.request.change;
  const auto level = level_given(asked, record);
  if (is_reading(asked.operation) || (!level && !change.designation)) return not_applicable;
  if (!has_levels(record.category) || level.value_or(record.level) != Level::level_4) return not_applicable;
  const bool keeps = asked.new_record() != nullptr || !change.designation;
  return passes_if(names_individuals_only(keeps ? record.designation : *change.designation));
}

/// Whether the profile is of a user whom the officer has charge of. A new one can be of a user whom nobody has
/// charge of yet; it has to say of whom it is.
bool is_assigned_to(const Asked& asked, const Record& profile) {
  if (!profile.profile_of) return false;
  const auto& officer = asked.world[*profile.profile_of].sco;
  return officer == asked.request.user || (asked.new_record() != nullptr && !officer);
}

/// Whether the officer's own profile holds what the request gives, and the officer may give it to others.
bool can_give(const User& officer, const Change& given) {
  return is_within(given.functions, officer.functions) && is_within(given.functions, officer.may_assign) &&
         is_within(given.roles, officer.roles) && is_within(given.roles, officer.may_assign_roles);
}

/// Whether functions given for good lie within the roles that the user then has. A loan may go beyond them.
bool keeps_to_roles(const World& world, const User& user, const Change& given) {
  if (given.term || (user.roles.empty() && given.roles.empty())) return true;
  return is_within(given.functions,
                   functions_of_roles(world, user.roles) | functions_of_roles(world, given.roles));
}

Verdict AD_3(const Asked& asked, const Record& record) {
  if (record.category != Category::user_profile) return not_applicable;
  const Change& given = asked.request.change;
  return passes_if(is_assigned_to(asked, record) && can_give(asked.user, given) &&
                   keeps_to_roles(asked.world, asked.world[*record.profile_of], given));
}

Verdict AD_4(const Asked& asked, const Record& record) {
  if (asked.operation != Operation::activate || !record.profile_of) return not_applicable;
  const Asked of_its_user{asked.world,    asked.request,  asked.world[*record.profile_of],
                          asked.day,      asked.external, {},
                          asked.operation};
  return passes_if(AC_2(of_its_user) == Verdict::pass && AC_3(of_its_user) == Verdict::pass &&
                   AC_4(of_its_user) == Verdict::pass);
}

Verdict LO_4(const Asked& asked, const Record& record) {
  if (asked.operation != Operation::approve) return not_applicable;
  return passes_if(asked.user.category == UserCategory::supervisor && !is_creator(asked, record));
}

// ---- Gate 4: advance information and disclosure ------------------------------------------------

Verdict US_1(const Asked& asked) {
  if (!is_submitter(asked.world, asked.user.agency)) return not_applicable;
  const Record* created = asked.new_record();
  return passes_if(asked.operation == Operation::create && created != nullptr &&
                   created->category == Category::advance_information);
}

Verdict US_2(const Asked& asked, const Record& record) {
  if (record.category != Category::advance_information) return not_applicable;
  if (!is_reading(asked.operation) && asked.operation != Operation::intake) return not_applicable;
  return passes_if(asked.user.agency == asked.world.host && asked.request.function == Function::inspection &&
                   record.referred && !(asked.request.moment < *record.referred));
}

Verdict DI_2(const Asked& asked) {
  if (asked.operation != Operation::disclose) return not_applicable;
  const auto& stated = asked.request.disclosure;
  return passes_if(stated && stated->states == all<Statement>());
}

Verdict DI_3(const Asked& asked) {
  const auto* one = asked.one_record();
  if (asked.request.operation != Operation::pass_on || one == nullptr || asked.world[*one].absent)
    return not_applicable;
  const Record& record = asked.world[*one];
  if (own_record(asked, record)) return not_applicable;
  const auto to = asked.request.disclosure ? asked.request.disclosure->to : std::nullopt;
  if (!to) return Verdict::fail;
  if (at_level(record, Level::level_1) && has_access(asked.world, *to, asked.day)) return Verdict::pass;
  const PassingApproval* nearest = nearest_approval(asked.world, *one, asked.user.agency, *to, asked.day);
  return passes_if(nearest != nullptr && is_approved(*nearest, asked.day));
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

/// Which checks a request meets at all. A submitter has no account and meets US-1 alone. Coming is decided at
/// the first gate, going at none.
bool meets(const Asked& asked, CheckId id) {
  if (is_submitter(asked.world, asked.user.agency)) return id == CheckId::US_1;
  if (asked.operation == Operation::logon) return check(id).gate == Gate::account;
  if (asked.operation == Operation::logoff) return false;
  return true;
}

bool meets_all(const Asked& asked) {
  return !is_submitter(asked.world, asked.user.agency) && !names_no_function(asked.operation);
}

void judge_request(const Asked& asked, Verdicts& verdicts) {
  const bool all = meets_all(asked);
  for (const Row& row : table) {
    if (row.request && (all || meets(asked, row.id))) verdicts[row.id] = row.request(asked);
  }
}

void judge_record(const Asked& asked, const Record& record, Verdicts& verdicts) {
  const bool all = meets_all(asked);
  for (const Row& row : table) {
    if (row.record && (all || meets(asked, row.id))) verdicts[row.id] = row.record(asked, record);
  }
}

/// The parent of an image: as a display of it by the same user, who changes and creates nothing by that.
Verdicts as_displayed(const Asked& asked, Ref<Record> record) {
  Request display = asked.request;
  display.operation = Operation::display;
  display.target = record;
  display.change = {};
  const Asked shown{asked.world,    display,     asked.user,       asked.day,
                    asked.external, asked.grant, display.operation};
  Verdicts verdicts;
  judge_record(shown, asked.world[record], verdicts);
  return verdicts;
}

Hit hit(const Asked& asked, Ref<Record> record) {
  Hit found{record, {}};
  judge_record(asked, asked.world[record], found.verdicts);
  return found;
}

std::vector<Hit> run_search(const Asked& asked, const Search& search) {
  std::vector<Hit> hits;
  const auto& records = asked.world.records;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (matches(records[i], search, asked.request.function)) hits.push_back(hit(asked, {i}));
  }
  return hits;
}

/// A record's link to itself leads nowhere. Data that the function does not cover is withheld too.
std::vector<Hit> follow_links(const Asked& asked, Ref<Record> from) {
  std::vector<Hit> hits;
  for (const Ref<Record> each : asked.world[from].links) {
    if (each == from || asked.world[each].absent) continue;
    Hit& found = hits.emplace_back(hit(asked, each));
    if (!scope(asked.request.function).categories.contains(asked.world[each].category))
      found.verdicts[CheckId::FN_6] = Verdict::fail;
  }
  return hits;
}

}  // namespace

Decision decide(const World& world, const Request& request) {
  const User& user = world[request.user];
  const Date day = request.moment.day;
  const bool external = is_external(world, user.agency);
  const Asked asked{world,
                    request,
                    user,
                    day,
                    external,
                    external ? granted(world, user.agency, day) : Grant{},
                    operation_judged(request)};
  Decision decision;
  judge_request(asked, decision.verdicts);
  if (const auto* one = asked.one_record(); one && !world[*one].absent) {
    judge_record(asked, world[*one], decision.verdicts);
    if (request.operation == Operation::show_linked && decision.permitted())
      decision.hits = follow_links(asked, *one);
  } else if (const auto* created = asked.new_record()) {
    judge_record(asked, as_created(world, request, *created), decision.verdicts);
  } else if (const auto* search = asked.search(); search && decision.permitted()) {
    decision.hits = run_search(asked, *search);
  }
  return decision;
}

}  // namespace ntk::policy
