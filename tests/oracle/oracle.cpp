#include "tests/oracle/oracle.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace ntk::oracle {
namespace {

using namespace policy;  // the types alone
using Words = std::set<std::string>;

// --- dates: 2016-08-12 is 20160812, so that dates compare as numbers do ---------------------------

int number(Date date) {
  return static_cast<int>(date.year()) * 10000 + static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(date.day()));
}

/// 29 February + N years is 28 February in a common year.
int years_later(int date, int years) {
  const int later = date + years * 10000;
  const int year = later / 10000;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (later % 10000 == 229 && !leap) return year * 10000 + 228;
  return later;
}

/// Terms include their first and last day. No end day means until further notice.
bool in_force(const std::optional<Term>& term, int today) {
  if (!term.has_value()) return false;  // not signed
  if (today < number(term->first)) return false;
  if (!term->last.has_value()) return true;
  return today <= number(*term->last);
}

// --- the vocabulary, as the policy's tables list it -----------------------------------------------

const Words levelled = {"subject", "lookout", "moir", "seizure"};

const Words not_resident = {"ncic", "iii", "nlets", "cpic", "clets"};

const Words queryable = {
    "subject",         "lookout",           "moir", "seizure",         "primary_query_history",
    "image",           "inspection_result", "i94",  "border_crossing", "apis",
    "travel_document", "currency_report",   "esta", "watchlist"};

const Words reading = {
    "search", "display", "print", "report", "vet", "show_linked", "show_primary_instruction", "disclose"};

const Words changing = {"update", "delete", "withdraw", "place_on_primary", "recertify", "approve"};

const Words searching = {"search", "report", "vet"};

const std::map<std::string, Words> operations_of = {
    {"subject_query", {"search", "display"}},
    {"primary_query_history", {"search", "display"}},
    {"subject_maintenance", {"create", "update", "delete", "display"}},
    {"lookout_maintenance",
     {"search", "create", "update", "withdraw", "place_on_primary", "recertify", "display"}},
    {"lookout_approval", {"approve", "display"}},
    {"record_linking", {"show_linked"}},
    {"printing", {"print"}},
    {"mi_reports", {"report"}},
    {"batch_vetting", {"vet"}},
    {"external_query", {"search"}},
    {"inspection", {"display", "show_primary_instruction", "record_result", "intake"}},
    {"user_profile", {"search", "display", "create", "update", "certify", "activate", "assign", "reinstate"}},
    {"audit_review", {"search", "display"}},
    {"disclosure", {"disclose"}},
    {"system_support", {"use"}},
    {"reference_library", {"use"}},
};

const std::map<std::string, Words> categories_of = {
    {"subject_query", queryable},
    {"primary_query_history", {"primary_query_history"}},
    {"subject_maintenance", {"subject", "moir", "image"}},
    {"lookout_maintenance", {"lookout"}},
    {"lookout_approval", {"lookout"}},
    {"record_linking", queryable},
    {"printing", queryable},
    {"mi_reports", queryable},
    {"batch_vetting", {"subject", "lookout", "border_crossing", "i94", "primary_query_history"}},
    {"external_query", {"ncic", "iii", "nlets", "cpic", "clets"}},
    {"inspection",
     {"lookout", "inspection_result", "travel_document", "enhanced_document", "border_crossing", "apis",
      "advance_information"}},
    {"user_profile", {"user_profile"}},
    {"audit_review", {"audit"}},
    {"disclosure", queryable},
    {"system_support", {}},
    {"reference_library", {}},
};

// --- search terms: whole value, letter case ignored -----------------------------------------------

std::string in_small_letters(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

bool matches(const Record& record, const std::vector<Field>& terms) {
  for (const Field& term : terms) {
    bool found = false;
    for (const Field& field : record.fields) {
      if (field.name == term.name && in_small_letters(field.value) == in_small_letters(term.value))
        found = true;
    }
    if (!found) return false;
  }
  return true;
}

// --- gate 4, of one record ------------------------------------------------------------------------

void check_record(const World& world, const Request& request, const Record& record, Verdicts& verdict) {
  const int today = number(request.moment.day);
  const std::string operation(word(request.operation));
  const User& user = world.users[request.user.at];
  const Standing standing = world.agencies[user.agency.at].standing;
  const bool user_is_external = standing == Standing::external;
  const bool user_is_of_host = standing == Standing::host;

  const std::string category(word(record.category));
  const bool has_level = levelled.contains(category);
  const int level = has_level ? static_cast<int>(record.level) : 0;
  const bool is_lookout = category == "lookout";
  const bool is_creator = record.creator.has_value() && record.creator->at == request.user.at;

  // The owner is the agency that supplied the record; of a lookout, the entering agency and CBP.
  std::vector<std::size_t> owners = {record.owner.at};
  if (is_lookout) owners.push_back(world.host.at);
  bool is_own = false;
  bool an_owner_is_within_dhs = false;
  for (const std::size_t owner : owners) {
    if (owner == user.agency.at) is_own = true;
    if (world.agencies[owner].standing != Standing::external) an_owner_is_within_dhs = true;
  }
  // An owner's memo for a lookout comes from CBP.
  const std::size_t memo_giver = is_lookout ? world.host.at : record.owner.at;

  // DA-2. For an external agency, a MOA in force lists the category (also for level 1). Not applicable to own
  // records, to ncic ... clets, user_profile, audit, and when AG-1 fails.
  verdict["DA-2"] = '-';
  if (user_is_external && !is_own && !not_resident.contains(category) && category != "user_profile" &&
      category != "audit" && verdict["AG-1"] != 'f') {
    verdict["DA-2"] = 'f';
    for (const Agreement& moa : world.agreements) {
      if (moa.agency.at == user.agency.at && in_force(moa.term, today) &&
          moa.categories.contains(record.category)) {
        verdict["DA-2"] = 'p';
      }
    }
  }

  // DA-3. Level 1: passes. It never fails.
  verdict["DA-3"] = level == 1 ? 'p' : '-';

  // DA-4. Level 2 (legacy): only employees of the agency that entered it. For a lookout, DA-4 to DA-6 are not
  // applicable to host users; for its level 2, only the entering agency's users.
  verdict["DA-4"] = '-';
  if (level == 2 && !(is_lookout && user_is_of_host)) {
    verdict["DA-4"] = user.agency.at == record.owner.at ? 'p' : 'f';
  }

  // DA-5. Level 3: the user belongs to a class the owner designated. A class names agencies, categories of
  // users, users, or several of these, all of which must fit; one fitting class is enough; a class naming
  // nothing admits nobody. The creator always belongs.
  verdict["DA-5"] = '-';
  if (level == 3 && !(is_lookout && user_is_of_host)) {
    verdict["DA-5"] = 'f';
    if (is_creator) verdict["DA-5"] = 'p';
    for (const DesignationClass& named : record.designation) {
      bool names_something = false;
      bool fits = true;
      if (!named.agencies.empty()) {
        names_something = true;
        bool listed = false;
        for (const auto& agency : named.agencies) {
          if (agency.at == user.agency.at) listed = true;
        }
        if (!listed) fits = false;
      }
      if (!named.categories.empty()) {
        names_something = true;
        if (!named.categories.contains(user.category)) fits = false;
      }
      if (!named.users.empty()) {
        names_something = true;
        bool listed = false;
        for (const auto& individual : named.users) {
          if (individual.at == request.user.at) listed = true;
        }
        if (!listed) fits = false;
      }
      if (names_something && fits) verdict["DA-5"] = 'p';
    }
  }

  // DA-6. Level 4: the user is a named individual or the creator.
  verdict["DA-6"] = '-';
  if (level == 4 && !(is_lookout && user_is_of_host)) {
    verdict["DA-6"] = 'f';
    if (is_creator) verdict["DA-6"] = 'p';
    for (const DesignationClass& named : record.designation) {
      for (const auto& individual : named.users) {
        if (individual.at == request.user.at) verdict["DA-6"] = 'p';
      }
    }
  }

  // DA-7. Levels 3 and 4, not the user's own record, not when user and an owner are both within DHS: one memo
  // of the owner to the user's agency, in force, covering category, level and access: `read` for reading,
  // `update` (which implies read) for changing.
  verdict["DA-7"] = '-';
  if ((level == 3 || level == 4) && !is_own && !(!user_is_external && an_owner_is_within_dhs)) {
    verdict["DA-7"] = 'f';
    for (const OwnerMemo& memo : world.memos) {
      if (memo.owner.at != memo_giver) continue;
      if (memo.to.at != user.agency.at) continue;
      if (!in_force(memo.term, today)) continue;
      if (!memo.categories.contains(record.category)) continue;
      if (!memo.levels.contains(record.level)) continue;
      if (reading.contains(operation) && memo.access != Access::read && memo.access != Access::update)
        continue;
      if (changing.contains(operation) && memo.access != Access::update) continue;
      verdict["DA-7"] = 'p';
    }
  }

  // DA-8. An ANACI holder of an external agency reaches another agency's data beyond Level 1 only under a
  // grant that says it extends to ANACI holders: for levels 3 and 4 a memo that satisfies DA-7 as well, for
  // categories without levels the MOA's entry. It fails also where no grant exists. Not applicable at levels
  // 1 and 2, to own records, when AC-2 fails, and for categories without levels when AG-1 fails.
  verdict["DA-8"] = '-';
  if (user_is_external && !is_own && verdict["AC-2"] == 'p' &&
      user.investigation->type == InvestigationType::anaci) {
    if (level == 3 || level == 4) {
      verdict["DA-8"] = 'f';
      for (const OwnerMemo& memo : world.memos) {
        if (memo.owner.at != memo_giver) continue;
        if (memo.to.at != user.agency.at) continue;
        if (!in_force(memo.term, today)) continue;
        if (!memo.categories.contains(record.category)) continue;
        if (!memo.levels.contains(record.level)) continue;
        if (changing.contains(operation) && memo.access != Access::update) continue;
        if (!memo.anaci) continue;
        verdict["DA-8"] = 'p';
      }
    }
    if (!has_level && verdict["AG-1"] != 'f') {
      // Several MOAs in force add up: the category and the extension may come from different ones.
      bool category_is_listed = false;
      bool extends_to_anaci = false;
      for (const Agreement& moa : world.agreements) {
        if (moa.agency.at != user.agency.at) continue;
        if (!in_force(moa.term, today)) continue;
        if (moa.categories.contains(record.category)) category_is_listed = true;
        if (moa.anaci_categories.contains(record.category)) extends_to_anaci = true;
      }
      verdict["DA-8"] = category_is_listed && extends_to_anaci ? 'p' : 'f';
    }
  }
}

/// "The primary reason is the first failing check in the order of this section."
std::vector<std::string> failing_in_order(const Verdicts& verdicts) {
  std::vector<std::string> failed;
  for (const char* code : {"AC-1", "AC-2", "AC-3", "AC-4", "AG-1", "FN-1", "FN-2", "FN-6", "DA-2", "DA-3",
                           "DA-4", "DA-5", "DA-6", "DA-7", "DA-8", "DA-9"}) {
    const auto found = verdicts.find(code);
    if (found != verdicts.end() && found->second == 'f') failed.emplace_back(code);
  }
  return failed;
}

}  // namespace

Answer consult(const World& world, const Request& request) {
  const int today = number(request.moment.day);
  const std::string function(word(request.function));
  const std::string operation(word(request.operation));
  const User& user = world.users[request.user.at];
  const bool user_is_external = world.agencies[user.agency.at].standing == Standing::external;

  Answer answer;
  Verdicts& verdict = answer.verdicts;

  // AC-1. The account is active, not suspended.
  verdict["AC-1"] = user.account == AccountState::active ? 'p' : 'f';

  // AC-2. An investigation of a listed type, completed by the day and favourably adjudicated.
  verdict["AC-2"] = 'f';
  if (user.investigation.has_value() && number(user.investigation->completed) <= today &&
      user.investigation->adjudication == Adjudication::favorable) {
    verdict["AC-2"] = 'p';
  }

  // AC-3. Reinvestigation not overdue: ANACI 10 years, BI 5 years. Not applicable when AC-2 fails.
  verdict["AC-3"] = '-';
  if (verdict["AC-2"] == 'p') {
    const int completed = number(user.investigation->completed);
    int years = world.parameters.bi_years;
    if (user.investigation->type == InvestigationType::anaci) years = world.parameters.anaci_years;
    verdict["AC-3"] = completed <= today && today < years_later(completed, years) ? 'p' : 'f';
  }

  // AC-4. Security and Privacy Awareness course passed within the last year.
  verdict["AC-4"] = 'f';
  if (user.training_passed.has_value()) {
    const int passed = number(*user.training_passed);
    if (passed <= today && today < years_later(passed, world.parameters.training_years))
      verdict["AC-4"] = 'p';
  }

  // AG-1. An external agency has an MOA in force on the day; host and components need none.
  verdict["AG-1"] = '-';
  if (user_is_external) {
    verdict["AG-1"] = 'f';
    for (const Agreement& moa : world.agreements) {
      if (moa.agency.at == user.agency.at && in_force(moa.term, today)) verdict["AG-1"] = 'p';
    }
  }

  // FN-1. The user's profile holds the function, or a transaction grants it on that day.
  verdict["FN-1"] = user.functions.contains(request.function) ? 'p' : 'f';
  for (const Transaction& transaction : user.transactions) {
    if (transaction.function == request.function && in_force(transaction.term, today)) verdict["FN-1"] = 'p';
  }

  // FN-2. For an external agency, a MOA in force lists the function. Not applicable when AG-1 fails.
  verdict["FN-2"] = '-';
  if (user_is_external && verdict["AG-1"] == 'p') {
    verdict["FN-2"] = 'f';
    for (const Agreement& moa : world.agreements) {
      if (moa.agency.at == user.agency.at && in_force(moa.term, today) &&
          moa.functions.contains(request.function)) {
        verdict["FN-2"] = 'p';
      }
    }
  }

  // FN-6. The function fits what is asked: operation and category, by the table. Of a search the categories
  // are those named, else all of the function's; naming one that the function does not cover fails FN-6.
  verdict["FN-6"] = operations_of.at(function).contains(operation) ? 'p' : 'f';
  if (searching.contains(operation)) {
    for (const Word<Category>& each : words<Category>()) {
      if (std::get<Search>(request.target).categories.contains(each.value) &&
          !categories_of.at(function).contains(std::string(each.word))) {
        verdict["FN-6"] = 'f';
      }
    }
  } else {
    const Record& record = world.records[std::get<Ref<Record>>(request.target).at];
    if (!categories_of.at(function).contains(std::string(word(record.category)))) verdict["FN-6"] = 'f';
  }

  // DA-2 to DA-8, per record touched. A search passes or fails on gates 1 to 3 and DA-9.
  if (searching.contains(operation)) {
    for (const char* code : {"DA-2", "DA-3", "DA-4", "DA-5", "DA-6", "DA-7", "DA-8"}) verdict[code] = '-';
  } else {
    check_record(world, request, world.records[std::get<Ref<Record>>(request.target).at], verdict);
  }

  // DA-9. Need to know: the stated purpose is one of the duties of the user's profile.
  verdict["DA-9"] = 'f';
  for (const auto& duty : user.duties) {
    if (duty.at == request.purpose.at) verdict["DA-9"] = 'p';
  }

  // "It is permitted when no check fails."
  answer.failed = failing_in_order(verdict);
  answer.permitted = answer.failed.empty();

  // A denied search is not run; each hit of a permitted one then passes or fails on gate 4.
  if (searching.contains(operation) && answer.permitted) {
    const Search& search = std::get<Search>(request.target);
    for (std::size_t at = 0; at < world.records.size(); ++at) {
      const Record& record = world.records[at];
      bool is_looked_for = search.categories.contains(record.category);
      if (search.categories.empty()) {
        is_looked_for = categories_of.at(function).contains(std::string(word(record.category)));
      }
      if (!is_looked_for || !matches(record, search.terms)) continue;
      Verdicts of_record = verdict;
      check_record(world, request, record, of_record);
      for (const char* code : {"AC-1", "AC-2", "AC-3", "AC-4", "AG-1", "FN-1", "FN-2", "FN-6", "DA-9"}) {
        of_record.erase(code);
      }
      answer.hits.push_back({at, of_record, failing_in_order(of_record)});
    }
  }
  return answer;
}

}  // namespace ntk::oracle
