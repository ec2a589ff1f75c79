#include "tests/oracle/oracle.h"

#include <optional>
#include <string>
#include <variant>

#include "sim/policy/unicode.h"

#include "tests/oracle/oracle_case.h"
#include "tests/oracle/oracle_dates.h"
#include "tests/oracle/oracle_tables.h"

namespace ntk::oracle {

using namespace policy;  // the types alone

Case::Case(const World& asked_in, const Request& asked)
    : world(asked_in),
      request(asked),
      today(number(asked.moment.day)),
      function(word(asked.function)),
      // "gates 3 and 4 and DA-9 are asked as for a display by the user who passes on"
      operation(word(asked.operation) == "pass_on" ? "display" : word(asked.operation)),
      user(asked_in.users[asked.user.at]),
      agency(user.agency.at),
      standing(asked_in.agencies[agency].standing) {}

bool Case::within_dhs(std::size_t other) const {
  const Standing of_other = world.agencies[other].standing;
  return of_other == Standing::host || of_other == Standing::component;
}

bool Case::has_agreement(std::size_t other) const {
  for (const Agreement& moa : world.agreements) {
    if (moa.agency.at == other && in_force(moa.term, today)) return true;
  }
  return false;
}

bool Case::holds(Function wanted) const {
  if (user.functions.contains(wanted)) return true;
  for (const Transaction& transaction : user.transactions) {
    if (transaction.function == wanted && in_force(transaction.term, today)) return true;
  }
  return false;
}

void check_background(const World& world, const User& user, int today, Verdicts& verdict) {
  // AC-2. An investigation of a listed type, completed by the day and favorably adjudicated.
  verdict["AC-2"] = 'f';
  if (user.investigation.has_value() && number(user.investigation->completed) <= today &&
      user.investigation->adjudication == Adjudication::favorable) {
    verdict["AC-2"] = 'p';
  }

  // AC-3. Reinvestigation not overdue: ANACI 10 years, BI 5 years. Not applicable when AC-2 fails.
  verdict["AC-3"] = '-';
  if (verdict["AC-2"] == 'p') {
    int years = world.parameters.bi_years;
    if (user.investigation->type == InvestigationType::anaci) years = world.parameters.anaci_years;
    verdict["AC-3"] = is_current(user.investigation->completed, years, today) ? 'p' : 'f';
  }

  // AC-4. Security and Privacy Awareness course passed within the last year.
  verdict["AC-4"] = is_current(user.training_passed, world.parameters.training_years, today) ? 'p' : 'f';
}

namespace {

// --- what a request is about ----------------------------------------------------------------------

/// The record as it would be: owner the user's agency, creator the user.
Record as_created(const Case& judged, Record record) {
  record.owner = judged.user.agency;
  record.creator = judged.request.user;
  return record;
}

/// The categories that a request asks for.
Words categories_asked(const Case& judged) {
  if (const auto* record = std::get_if<Ref<Record>>(&judged.request.target)) {
    return {word(judged.world.records[record->at].category)};
  }
  if (const auto* record = std::get_if<Record>(&judged.request.target)) return {word(record->category)};
  const auto* search = std::get_if<Search>(&judged.request.target);
  if (search == nullptr) return {};
  if (search->categories.empty()) return categories_of.at(judged.function);
  Words named;
  for (const Word<Category>& each : words<Category>()) {
    if (search->categories.contains(each.value)) named.insert(each.word);
  }
  return named;
}

// --- search terms: whole value, letter case ignored (unicode_exhaustion_test.cpp tries what folds) ----

bool matches(const Record& record, const std::vector<Field>& terms) {
  for (const Field& term : terms) {
    bool found = false;
    for (const Field& field : record.fields) {
      if (field.name == term.name && policy::fold(field.value) == policy::fold(term.value)) found = true;
    }
    if (!found) return false;
  }
  return true;
}

// --- gates 1 to 3 ---------------------------------------------------------------------------------

void check_account(const Case& judged, Verdicts& verdict) {
  // AC-1. The account is active, not suspended.
  verdict["AC-1"] = judged.user.account == AccountState::active ? 'p' : 'f';

  check_background(judged.world, judged.user, judged.today, verdict);

  // AC-5. A U.S. national; or a Foreign Service national supporting a mission overseas, exempted by name.
  verdict["AC-5"] = 'f';
  if (judged.user.nationality == Nationality::us_national) verdict["AC-5"] = 'p';
  if (judged.user.nationality == Nationality::foreign_service_national && judged.user.exempted)
    verdict["AC-5"] = 'p';

  // AC-6. The account was certified within the last year.
  verdict["AC-6"] =
      is_current(judged.user.certified, judged.world.parameters.account_years, judged.today) ? 'p' : 'f';

  // AC-7. The user accepted the monitoring notice at this session's logon.
  bool accepted = judged.user.logon == Logon::notice_accepted;
  if (judged.operation == "logon") accepted = judged.request.accepts_notice;
  verdict["AC-7"] = accepted ? 'p' : 'f';
}

/// AG-2: "comes by an interface of the user's agency that carries the categories asked (inbound for what
/// is entered, create and record_result, outbound for all else); outside DHS an ISA for it is in force."
bool interface_serves(const Case& judged, const Interface& interface) {
  bool joins_the_agency = false;
  for (const auto& agency : interface.agencies) {
    if (agency.at == judged.agency) joins_the_agency = true;
  }
  if (!joins_the_agency) return false;
  const bool enters = judged.operation == "create" || judged.operation == "record_result";
  const Direction wanted = enters ? Direction::inbound : Direction::outbound;
  if (interface.direction != wanted) return false;
  const Words asked = categories_asked(judged);
  for (const Word<Category>& each : words<Category>()) {
    if (asked.contains(each.word) && !interface.categories.contains(each.value)) return false;
  }
  return !judged.external() || in_force(interface.isa, judged.today);
}

void check_agency(const Case& judged, Verdicts& verdict) {
  // AG-1. An external agency has an MOA in force on the day; host and components need none.
  if (judged.external()) verdict["AG-1"] = judged.has_agreement(judged.agency) ? 'p' : 'f';

  // AG-2. Of system-to-system requests alone.
  if (judged.request.interface.has_value()) {
    const Interface& interface = judged.world.interfaces[judged.request.interface->at];
    verdict["AG-2"] = interface_serves(judged, interface) ? 'p' : 'f';
  }

  // AG-3. An external agency certified its users' investigations within the last year.
  if (judged.external()) {
    const auto& certified = judged.world.agencies[judged.agency].certified;
    verdict["AG-3"] = is_current(certified, judged.world.parameters.agency_years, judged.today) ? 'p' : 'f';
  }
}

/// FN-3: "`lookout_approval` needs a supervisor, `user_profile` an SCO, `audit_review` a security
/// administrator, `disclosure` a user within DHS; systems maintenance and security administrators hold no function
/// but `system_support` and `reference_library`, and the latter `audit_review`."
bool function_is_open(const Case& judged) {
  const UserCategory category = judged.user.category;
  if (judged.function == "lookout_approval") return category == UserCategory::supervisor;
  if (judged.function == "user_profile") return category == UserCategory::system_control_officer;
  if (judged.function == "audit_review") return category == UserCategory::security_administrator;
  if (judged.function == "disclosure" && !judged.within_dhs()) return false;
  if (judged.function == "system_support" || judged.function == "reference_library") return true;
  return category != UserCategory::systems_maintenance && category != UserCategory::security_administrator;
}

void check_function(const Case& judged, Verdicts& verdict) {
  // FN-1. The user's profile holds the function, or a transaction grants it on that day.
  verdict["FN-1"] = judged.holds(judged.request.function) ? 'p' : 'f';

  // FN-2. For an external agency, a MOA in force lists the function. Not applicable when AG-1 fails.
  if (judged.external() && verdict["AG-1"] == 'p') {
    verdict["FN-2"] = 'f';
    for (const Agreement& moa : judged.world.agreements) {
      if (moa.agency.at == judged.agency && in_force(moa.term, judged.today) &&
          moa.functions.contains(judged.request.function)) {
        verdict["FN-2"] = 'p';
      }
    }
  }

  // FN-3. The function is open to the user.
  verdict["FN-3"] = function_is_open(judged) ? 'p' : 'f';

  // FN-4. external_query: NCIC certification within two years.
  if (judged.function == "external_query") {
    const int years = judged.world.parameters.ncic_years;
    verdict["FN-4"] = is_current(judged.user.ncic_certified, years, judged.today) ? 'p' : 'f';
  }

  // FN-5. Functions tied to a place (inspection) are used from the user's duty station.
  if (judged.function == "inspection") {
    const std::string& station = judged.user.duty_station;
    verdict["FN-5"] = !station.empty() && judged.request.place == station ? 'p' : 'f';
  }

  // FN-6. The function fits what is asked: operation and category, by the table. Where no record is asked
  // for, the operation alone.
  verdict["FN-6"] = operations_of.at(judged.function).contains(judged.operation) ? 'p' : 'f';
  for (const std::string_view category : categories_asked(judged)) {
    if (!categories_of.at(judged.function).contains(category)) verdict["FN-6"] = 'f';
  }
}

void check_roles(const Case& judged, Verdicts& verdict) {
  // FN-7. The function is within one of the user's roles; for what is entered, the category is one that such a
  // role adds. Not applicable to a user with no role, and where the profile does not hold the function but a
  // transaction grants it.
  if (judged.user.roles.empty()) return;
  const bool in_profile = judged.user.functions.contains(judged.request.function);
  if (!in_profile && judged.holds(judged.request.function)) return;
  const auto* entered = std::get_if<Record>(&judged.request.target);
  verdict["FN-7"] = 'f';
  for (const auto& ref : judged.user.roles) {
    const Role& role = judged.world.roles[ref.at];
    if (!role.functions.contains(judged.request.function)) continue;
    if (entered != nullptr && !role.adds.contains(entered->category)) continue;
    verdict["FN-7"] = 'p';
  }
}

// --- gate 4, of the request as a whole ------------------------------------------------------------

void check_purpose(const Case& judged, Verdicts& verdict) {
  // DA-9. Need to know: the stated purpose is one of the duties of the user's profile.
  verdict["DA-9"] = 'f';
  for (const auto& duty : judged.user.duties) {
    if (duty.at == judged.request.purpose.at) verdict["DA-9"] = 'p';
  }
}

void check_disclosure(const Case& judged, Verdicts& verdict) {
  // DI-2. The request must state what is needed, how it will be used and the authority to receive it; the use
  // must match a routine use.
  if (judged.operation != "disclose") return;
  const auto& stated = judged.request.disclosure;
  verdict["DI-2"] = 'f';
  if (!stated.has_value()) return;
  const StatementSet& states = stated->states;
  if (states.contains(Statement::need) && states.contains(Statement::use) &&
      states.contains(Statement::authority) && states.contains(Statement::routine_use)) {
    verdict["DI-2"] = 'p';
  }
}

void check_passing_on(const Case& judged, Verdicts& verdict) {
  // DI-3. An agency may not pass on information that it does not own without the specific approval of the
  // owner and CBP's prior written authorisation. DI-4. Level 1 may be passed to other TECS agencies without
  // either. Of a lookout CBP is an owner too. Nothing is passed on of what is not on the platform.
  if (word(judged.request.operation) != "pass_on") return;
  const auto* ref = std::get_if<Ref<Record>>(&judged.request.target);
  if (ref == nullptr || judged.world.records[ref->at].absent) return;
  const Record& record = judged.world.records[ref->at];
  if (record.owner.at == judged.agency) return;
  if (word(record.category) == "lookout" && judged.of_host()) return;
  verdict["DI-3"] = 'f';
  if (!judged.request.disclosure.has_value() || !judged.request.disclosure->to.has_value()) return;
  const std::size_t recipient = judged.request.disclosure->to->at;
  const bool level_1 = levelled.contains(word(record.category)) && record.level == Level::level_1;
  if (level_1 && (judged.within_dhs(recipient) || judged.has_agreement(recipient))) verdict["DI-3"] = 'p';
  for (const PassingApproval& approval : judged.world.approvals) {
    if (approval.record.at != ref->at) continue;
    if (approval.from.at != judged.agency || approval.to.at != recipient) continue;
    if (!approval.owner_approved.has_value() || number(*approval.owner_approved) > judged.today) continue;
    if (!approval.host_authorised.has_value() || number(*approval.host_authorised) > judged.today) continue;
    verdict["DI-3"] = 'p';
  }
}

void check_submitter(const Case& judged, Verdicts& verdict) {
  // US-1. A submitter creates advance_information and never reads; it meets only this check.
  const auto* created = std::get_if<Record>(&judged.request.target);
  const bool is_advance_information = created != nullptr && word(created->category) == "advance_information";
  verdict["US-1"] = judged.operation == "create" && is_advance_information ? 'p' : 'f';
}

// --- the decision ---------------------------------------------------------------------------------

/// Gates 1 to 4, of a request that is neither coming nor going.
void check_all(const Case& judged, Verdicts& verdict) {
  check_account(judged, verdict);
  check_agency(judged, verdict);
  check_function(judged, verdict);
  check_roles(judged, verdict);
  check_purpose(judged, verdict);
  check_disclosure(judged, verdict);
  check_passing_on(judged, verdict);
  if (const auto* ref = std::get_if<Ref<Record>>(&judged.request.target)) {
    // "A check on a thing that does not arise is not applicable": nothing is asked of what is not there.
    if (!judged.world.records[ref->at].absent)
      check_record(judged, judged.world.records[ref->at], false, verdict);
  }
  if (const auto* record = std::get_if<Record>(&judged.request.target)) {
    check_record(judged, as_created(judged, *record), true, verdict);
  }
}

/// "The primary reason is the first failing check in the order of this section."
std::vector<std::string> failing_in_order(const Verdicts& verdicts) {
  std::vector<std::string> failed;
  for (const std::string_view code : every_check) {
    if (verdicts[code] == 'f') failed.emplace_back(code);
  }
  return failed;
}

/// What a permitted request finds: a search by its categories and terms, in the order of the file;
/// `show_linked` the links of its record, in theirs.
std::vector<std::size_t> found_by(const Case& judged) {
  std::vector<std::size_t> found;
  const auto& records = judged.world.records;
  const auto* search = std::get_if<Search>(&judged.request.target);
  if (search != nullptr && searching.contains(judged.operation)) {
    const Words asked = categories_asked(judged);
    for (std::size_t at = 0; at < records.size(); ++at) {
      const Record& record = records[at];
      if (record.absent || !asked.contains(word(record.category))) continue;
      if (matches(record, search->terms)) found.push_back(at);
    }
  }
  const auto* linking = std::get_if<Ref<Record>>(&judged.request.target);
  if (linking != nullptr && judged.operation == "show_linked" && !records[linking->at].absent) {
    for (const auto& link : records[linking->at].links) {
      if (link.at != linking->at && !records[link.at].absent) found.push_back(link.at);
    }
  }
  return found;
}

/// "Each hit of a permitted one then passes or fails on gate 4."
Hit judged(const Case& asked, std::size_t at, const Verdicts& of_request) {
  Verdicts verdict = of_request;
  for (const std::string_view code : record_checks) verdict[code] = '-';
  check_record(asked, asked.world.records[at], false, verdict);
  Verdicts of_record;
  for (const std::string_view code : record_checks) of_record[code] = verdict[code];
  // Of links, "those of a category that the function does not cover are withheld with FN-6 among their reasons".
  const std::string_view category = word(asked.world.records[at].category);
  if (asked.operation == "show_linked" && !categories_of.at(asked.function).contains(category))
    of_record["FN-6"] = 'f';
  return {at, of_record, failing_in_order(of_record)};
}

}  // namespace

Answer consult(const World& world, const Request& request) {
  const Case asked(world, request);
  Answer answer;
  Verdicts& verdict = answer.verdicts;
  // "A check on a thing that does not arise is not applicable, never a pass."
  for (const std::string_view code : every_check) verdict[code] = '-';

  if (asked.standing == Standing::submitter) {
    check_submitter(asked, verdict);
  } else if (asked.operation == "logon") {
    check_account(asked, verdict);
  } else if (asked.operation != "logoff") {
    check_all(asked, verdict);
  }

  // "It is permitted when no check fails."
  answer.failed = failing_in_order(verdict);
  answer.permitted = answer.failed.empty();

  // A denied search is not run.
  if (!answer.permitted) return answer;
  for (const std::size_t at : found_by(asked)) answer.hits.push_back(judged(asked, at, verdict));
  return answer;
}

}  // namespace ntk::oracle
