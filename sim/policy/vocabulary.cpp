#include "sim/policy/vocabulary.h"

#include <array>

namespace ntk::policy {
namespace {

constexpr Word<Function> function_words[] = {
#define FUNCTION(word, title, note, source) {Function::word, #word, title, note, source},
#include "sim/policy/functions.def"
#undef FUNCTION
};

constexpr Word<Category> category_words[] = {
#define CATEGORY(word, title, levels, resident, queryable, source) {Category::word, #word, title, "", source},
#include "sim/policy/categories.def"
#undef CATEGORY
};

struct CategoryTraits {
  bool levels, resident, queryable;
};
constexpr CategoryTraits category_traits[] = {
#define CATEGORY(word, title, levels, resident, queryable, source) {levels, resident, queryable},
#include "sim/policy/categories.def"
#undef CATEGORY
};

constexpr Word<Operation> operation_words[] = {
    {Operation::search, "search", "Search", "find records by terms", "P7 b3"},
    {Operation::display, "display", "Display", "show one record", "P7 b3"},
    {Operation::print, "print", "Print", "print one record", "P7 b6"},
    {Operation::report, "report", "Report", "count what one may see", "P7 b5"},
    {Operation::vet, "vet", "Vet", "check a file of persons", "P8 b8"},
    {Operation::show_linked, "show_linked", "Show linked", "show linked records", "P7 b4"},
    {Operation::show_primary_instruction, "show_primary_instruction", "Show Primary instruction",
     "what to do on encounter", "P12"},
    {Operation::disclose, "disclose", "Disclose", "answer a written request", "P25-27"},
    {Operation::update, "update", "Update", "change a record", "P7 b2"},
    {Operation::remove, "delete", "Delete", "delete a record", "P7 b2"},
    {Operation::withdraw, "withdraw", "Withdraw", "withdraw a lookout", "P12"},
    {Operation::place_on_primary, "place_on_primary", "Place on Primary", "have officers act on it", "P12"},
    {Operation::recertify, "recertify", "Recertify", "keep it on Primary", "P25"},
    {Operation::approve, "approve", "Approve", "let it stay on Primary", "P21"},
    {Operation::create, "create", "Create", "enter a record", "P7 b2"},
    {Operation::record_result, "record_result", "Record result", "of an inspection", "P13"},
    {Operation::intake, "intake", "Intake", "fill the intake form", "U"},
    {Operation::certify, "certify", "Certify", "certify an account", "P31"},
    {Operation::activate, "activate", "Activate", "activate an account", "P20-21"},
    {Operation::assign, "assign", "Assign", "assign functions", "P30-31"},
    {Operation::reinstate, "reinstate", "Reinstate", "lift a suspension", "P31"},
    {Operation::use, "use", "Use", "use a service", "P8"},
    {Operation::logon, "logon", "Log on", "begin a session", "P21"},
    {Operation::logoff, "logoff", "Log off", "end a session", "P21"},
    {Operation::pass_on, "pass_on", "Pass on", "give to a third agency what one was given", "P26"},
};

constexpr Word<Standing> standing_words[] = {
    {Standing::host, "host", "Host agency", "owns and runs the platform", "P1"},
    {Standing::component, "component", "DHS component", "within the Department", "P20"},
    {Standing::external, "external", "External agency", "needs an agreement", "P3, P25, App. 4"},
    {Standing::submitter, "submitter", "Submitter", "hands in advance information, has no account", "U"},
};

constexpr Word<UserCategory> user_category_words[] = {
    {UserCategory::general_user, "general_user", "General user", "", "P30"},
    {UserCategory::supervisor, "supervisor", "Supervisor", "", "P30"},
    {UserCategory::system_control_officer, "system_control_officer", "System control officer", "", "P30"},
    {UserCategory::systems_maintenance, "systems_maintenance", "Systems maintenance", "", "P30"},
    {UserCategory::security_administrator, "security_administrator", "Security administrator", "", "P30"},
};

constexpr Word<InvestigationType> investigation_words[] = {
    {InvestigationType::anaci, "anaci", "ANACI", "type 1: Access National Agency Check with Inquiries", "P6"},
    {InvestigationType::bi, "bi", "BI", "type 2: Background Investigation", "P6"},
};

constexpr Word<Adjudication> adjudication_words[] = {
    {Adjudication::favorable, "favorable", "Favorable", "", "P19-21"},
    {Adjudication::unfavorable, "unfavorable", "Unfavorable", "", "P19-21"},
    {Adjudication::pending, "pending", "Pending", "not yet decided", "P19-21"},
};

constexpr Word<AccountState> account_words[] = {
    {AccountState::active, "active", "Active", "", "P31"},
    {AccountState::suspended, "suspended", "Suspended", "", "P31"},
    {AccountState::inactive, "inactive", "Inactive", "not yet activated", "P20-21"},
};

constexpr Word<Nationality> nationality_words[] = {
    {Nationality::us_national, "us_national", "U.S. national", "", "P4"},
    {Nationality::foreign_service_national, "foreign_service_national", "Foreign Service national", "",
     "P4-5"},
    {Nationality::other, "other", "Other nationality", "", "P4"},
};

constexpr Word<Logon> logon_words[] = {
    {Logon::none, "none", "Not logged on", "", "P21"},
    {Logon::notice_declined, "notice_declined", "Logged on, notice not accepted", "", "P21"},
    {Logon::notice_accepted, "notice_accepted", "Logged on, notice accepted", "", "P21"},
};

constexpr Word<Direction> direction_words[] = {
    {Direction::inbound, "inbound", "Inbound", "to the platform", "App. 2-3"},
    {Direction::outbound, "outbound", "Outbound", "from the platform", "App. 2-3"},
};

constexpr Word<PrimaryAction> primary_action_words[] = {
    {PrimaryAction::armed_and_dangerous, "armed_and_dangerous", "Armed and dangerous", "", "P12"},
    {PrimaryAction::visa_verification, "visa_verification", "Visa verification", "", "P12"},
    {PrimaryAction::refer_customs, "refer_customs", "Refer to customs secondary", "", "P12"},
    {PrimaryAction::refer_immigration, "refer_immigration", "Refer to immigration secondary", "", "P12"},
    {PrimaryAction::refer_agriculture, "refer_agriculture", "Refer to agriculture secondary", "", "P12"},
};

constexpr Word<SubjectKind> subject_kind_words[] = {
    {SubjectKind::person, "person", "Person", "", "P2"},
    {SubjectKind::business, "business", "Business", "", "P2"},
    {SubjectKind::vehicle, "vehicle", "Vehicle", "", "P2"},
    {SubjectKind::vessel, "vessel", "Vessel", "", "P2"},
    {SubjectKind::aircraft, "aircraft", "Aircraft", "", "P2"},
};

constexpr Word<Statement> statement_words[] = {
    {Statement::need, "need", "What is needed", "the request says which information", "P25-27"},
    {Statement::use, "use", "How it will be used", "the request says for what", "P25-27"},
    {Statement::authority, "authority", "By what authority", "the request says what entitles it", "P25-27"},
    {Statement::routine_use, "routine_use", "A routine use", "the use is one that the system’s notice lists",
     "P25-27"},
};

constexpr Word<Route> route_words[] = {
    {Route::privacy_act_request, "privacy_act_request", "FOIA or Privacy Act request",
     "considered case by case, although the records are exempt", "P27-28"},
    {Route::dhs_trip, "dhs_trip", "DHS TRIP", "the Traveler Redress Inquiry Program", "P28"},
    {Route::system_notice, "system_notice", "The other system’s own notice",
     "as the notice of the system that holds the record says", "P28"},
    {Route::appeal, "appeal", "Appeal", "for whom the answer did not satisfy", "P29"},
};

constexpr Word<Level> level_words[] = {
    {Level::level_1, "1", "Level 1", "every user of the platform", "P5, P6"},
    {Level::level_2, "2", "Level 2", "legacy: the agency that entered it", "P5"},
    {Level::level_3, "3", "Level 3", "classes that the owner designates", "P5-6"},
    {Level::level_4, "4", "Level 4", "individuals that the owner names", "P5"},
};

constexpr Word<Access> access_words[] = {
    {Access::read, "read", "Read", "", "P7"},
    {Access::update, "update", "Read and update", "", "P7"},
};

CategorySet categories_where(bool CategoryTraits::* trait) {
  CategorySet set;
  for (const Word<Category>& each : category_words) {
    if (category_traits[static_cast<std::size_t>(each.value)].*trait) set.insert(each.value);
  }
  return set;
}

FunctionScope scope_of(Function function) {
  using enum Operation;
  using F = Function;
  using C = Category;
  const CategorySet queryable = categories_where(&CategoryTraits::queryable);
  switch (function) {
    case F::subject_query:
      return {{search, display}, queryable};
    case F::primary_query_history:
      return {{search, display}, {C::primary_query_history}};
    case F::subject_maintenance:
      return {{create, update, remove, display}, {C::subject, C::moir, C::image}};
    case F::lookout_maintenance:
      return {{search, create, update, withdraw, place_on_primary, recertify, display}, {C::lookout}};
    case F::lookout_approval:
      return {{approve, display}, {C::lookout}};
    case F::record_linking:
      return {{show_linked}, queryable};
    case F::printing:
      return {{print}, queryable};
    case F::mi_reports:
      return {{report}, queryable};
    case F::batch_vetting:
      return {{vet}, {C::subject, C::lookout, C::border_crossing, C::i94, C::primary_query_history}};
    case F::external_query:
      return {{search}, {C::ncic, C::iii, C::nlets, C::cpic, C::clets}};
    case F::inspection:
      return {{display, show_primary_instruction, record_result, intake},
              {C::lookout, C::inspection_result, C::travel_document, C::enhanced_document, C::border_crossing,
               C::apis, C::advance_information}};
    case F::user_profile:
      return {{search, display, create, update, certify, activate, assign, reinstate}, {C::user_profile}};
    case F::audit_review:
      return {{search, display}, {C::audit}};
    case F::disclosure:
      return {{disclose}, queryable};
    case F::system_support:
    case F::reference_library:
      return {{use}, {}};
  }
  return {};
}

constexpr std::size_t function_count = std::size(function_words);

}  // namespace

template <>
std::span<const Word<Function>> words<Function>() {
  return function_words;
}
template <>
std::span<const Word<Category>> words<Category>() {
  return category_words;
}
template <>
std::span<const Word<Operation>> words<Operation>() {
  return operation_words;
}
template <>
std::span<const Word<Standing>> words<Standing>() {
  return standing_words;
}
template <>
std::span<const Word<UserCategory>> words<UserCategory>() {
  return user_category_words;
}
template <>
std::span<const Word<InvestigationType>> words<InvestigationType>() {
  return investigation_words;
}
template <>
std::span<const Word<Adjudication>> words<Adjudication>() {
  return adjudication_words;
}
template <>
std::span<const Word<AccountState>> words<AccountState>() {
  return account_words;
}
template <>
std::span<const Word<Level>> words<Level>() {
  return level_words;
}
template <>
std::span<const Word<Access>> words<Access>() {
  return access_words;
}
template <>
std::span<const Word<Nationality>> words<Nationality>() {
  return nationality_words;
}
template <>
std::span<const Word<Logon>> words<Logon>() {
  return logon_words;
}
template <>
std::span<const Word<Direction>> words<Direction>() {
  return direction_words;
}
template <>
std::span<const Word<PrimaryAction>> words<PrimaryAction>() {
  return primary_action_words;
}
template <>
std::span<const Word<SubjectKind>> words<SubjectKind>() {
  return subject_kind_words;
}
template <>
std::span<const Word<Statement>> words<Statement>() {
  return statement_words;
}
template <>
std::span<const Word<Route>> words<Route>() {
  return route_words;
}

bool has_levels(Category category) {
  return category_traits[static_cast<std::size_t>(category)].levels;
}
bool is_resident(Category category) {
  return category_traits[static_cast<std::size_t>(category)].resident;
}
bool is_queryable(Category category) {
  return category_traits[static_cast<std::size_t>(category)].queryable;
}

bool is_reading(Operation operation) {
  return operation <= Operation::disclose || operation == Operation::pass_on;
}
bool is_changing(Operation operation) {
  return operation >= Operation::update && operation <= Operation::approve;
}
bool is_search(Operation operation) {
  return operation == Operation::search || operation == Operation::report || operation == Operation::vet;
}
bool names_no_function(Operation operation) {
  return operation == Operation::logon || operation == Operation::logoff;
}
bool has_no_target(Operation operation) {
  return operation == Operation::use || operation == Operation::logon || operation == Operation::logoff;
}
bool finds_records(Operation operation) {
  return is_search(operation) || operation == Operation::show_linked;
}
bool is_creating(Operation operation) {
  return operation == Operation::create || operation == Operation::record_result;
}

const FunctionScope& scope(Function function) {
  static const auto table = [] {
    std::array<FunctionScope, function_count> rows{};
    for (const Word<Function>& each : function_words) {
      rows[static_cast<std::size_t>(each.value)] = scope_of(each.value);
    }
    return rows;
  }();
  return table[static_cast<std::size_t>(function)];
}

}  // namespace ntk::policy
