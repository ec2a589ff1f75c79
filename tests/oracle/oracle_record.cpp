#include <optional>
#include <vector>

#include "tests/oracle/oracle_case.h"
#include "tests/oracle/oracle_dates.h"
#include "tests/oracle/oracle_tables.h"

namespace ntk::oracle {
namespace {

using namespace policy;  // the types alone

/// What the checks look at in one record.
struct Touched {
  const Record& record;
  std::string_view category;
  int level;  ///< 0 where the category has none
  bool is_lookout;
  bool is_creator;
  bool is_own;
  bool an_owner_is_within_dhs;
  std::size_t memo_giver;

  Touched(const Case& judged, const Record& touched) : record(touched) {
    category = word(record.category);
    level = levelled.contains(category) ? static_cast<int>(record.level) : 0;
    is_lookout = category == "lookout";
    is_creator = record.creator.has_value() && record.creator->at == judged.request.user.at;

    // The owner is the agency that supplied the record; of a lookout, the entering agency and CBP.
    std::vector<std::size_t> owners = {record.owner.at};
    if (is_lookout) owners.push_back(judged.world.host.at);
    is_own = false;
    an_owner_is_within_dhs = false;
    for (const std::size_t owner : owners) {
      if (owner == judged.agency) is_own = true;
      if (judged.within_dhs(owner)) an_owner_is_within_dhs = true;
    }
    // An owner's memo for a lookout comes from CBP.
    memo_giver = is_lookout ? judged.world.host.at : record.owner.at;
  }
};

void check_category(const Case& judged, const Touched& it, Verdicts& verdict) {
  // DA-1. The category may reach this user at all: enhanced_document host users only, watchlist users within
  // DHS only. Not applicable to other categories.
  if (it.category == "enhanced_document") verdict["DA-1"] = judged.of_host() ? 'p' : 'f';
  if (it.category == "watchlist") verdict["DA-1"] = judged.within_dhs() ? 'p' : 'f';

  // DA-2. For an external agency, a MOA in force lists the category (also for level 1). Not applicable to own
  // records, to ncic ... clets, user_profile, audit, and when AG-1 fails.
  if (!judged.external() || it.is_own || verdict["AG-1"] == 'f') return;
  if (not_resident.contains(it.category)) return;
  if (it.category == "user_profile" || it.category == "audit") return;
  verdict["DA-2"] = 'f';
  for (const Agreement& moa : judged.world.agreements) {
    if (moa.agency.at == judged.agency && in_force(moa.term, judged.today) &&
        moa.categories.contains(it.record.category)) {
      verdict["DA-2"] = 'p';
    }
  }
}

/// "A class names agencies, categories of users, users, or several of these, all of which must fit; a class
/// naming nothing admits nobody."
bool belongs_to(const Case& judged, const DesignationClass& named) {
  bool names_something = false;
  bool fits = true;
  if (!named.agencies.empty()) {
    names_something = true;
    bool listed = false;
    for (const auto& agency : named.agencies) {
      if (agency.at == judged.agency) listed = true;
    }
    if (!listed) fits = false;
  }
  if (!named.categories.empty()) {
    names_something = true;
    if (!named.categories.contains(judged.user.category)) fits = false;
  }
  if (!named.users.empty()) {
    names_something = true;
    bool listed = false;
    for (const auto& individual : named.users) {
      if (individual.at == judged.request.user.at) listed = true;
    }
    if (!listed) fits = false;
  }
  return names_something && fits;
}

void check_level(const Case& judged, const Touched& it, Verdicts& verdict) {
  // DA-3. Level 1: passes. It never fails.
  if (it.level == 1) verdict["DA-3"] = 'p';

  // For a lookout, DA-4 to DA-6 are not applicable to host users.
  if (it.is_lookout && judged.of_host()) return;

  // DA-4. Level 2 (legacy): only employees of the agency that entered it; also of a lookout.
  if (it.level == 2) verdict["DA-4"] = judged.agency == it.record.owner.at ? 'p' : 'f';

  // DA-5. Level 3: the user belongs to a class the owner designated; one fitting class is enough. The creator
  // always belongs.
  if (it.level == 3) {
    verdict["DA-5"] = it.is_creator ? 'p' : 'f';
    for (const DesignationClass& named : it.record.designation) {
      if (belongs_to(judged, named)) verdict["DA-5"] = 'p';
    }
  }

  // DA-6. Level 4: the user is a named individual or the creator. A class names the user only where all else
  // that it names fits too.
  if (it.level == 4) {
    verdict["DA-6"] = it.is_creator ? 'p' : 'f';
    for (const DesignationClass& named : it.record.designation) {
      for (const auto& individual : named.users) {
        if (individual.at == judged.request.user.at && belongs_to(judged, named)) verdict["DA-6"] = 'p';
      }
    }
  }
}

void check_memo(const Case& judged, const Touched& it, Verdicts& verdict) {
  // DA-7. Levels 3 and 4, not the user's own record, not when user and an owner are both within DHS: one memo
  // of the owner to the user's agency, in force, covering category, level and access: `read` for reading,
  // `update` (which implies read) for changing.
  if ((it.level == 3 || it.level == 4) && !it.is_own && !(judged.within_dhs() && it.an_owner_is_within_dhs)) {
    verdict["DA-7"] = 'f';
    for (const OwnerMemo& memo : judged.world.memos) {
      if (memo.owner.at != it.memo_giver) continue;
      if (memo.to.at != judged.agency) continue;
      if (!in_force(memo.term, judged.today)) continue;
      if (!memo.categories.contains(it.record.category)) continue;
      if (!memo.levels.contains(it.record.level)) continue;
      if (changing.contains(judged.operation) && memo.access != Access::update) continue;
      verdict["DA-7"] = 'p';
    }
  }

  // DA-11. Changing: a user of an owner, or an `update` memo covering category and level, at every level and
  // also within DHS. Not applicable to user_profile, audit. Without levels the category is all to cover.
  if (!changing.contains(judged.operation)) return;
  if (it.category == "user_profile" || it.category == "audit") return;
  verdict["DA-11"] = it.is_own ? 'p' : 'f';
  for (const OwnerMemo& memo : judged.world.memos) {
    if (memo.owner.at != it.memo_giver) continue;
    if (memo.to.at != judged.agency) continue;
    if (!in_force(memo.term, judged.today)) continue;
    if (memo.access != Access::update) continue;
    if (!memo.categories.contains(it.record.category)) continue;
    if (it.level != 0 && !memo.levels.contains(it.record.level)) continue;
    verdict["DA-11"] = 'p';
  }
}

/// DA-8 for levels 3 and 4: "a memo that satisfies DA-7 as well".
bool a_memo_extends_to_anaci(const Case& judged, const Touched& it) {
  for (const OwnerMemo& memo : judged.world.memos) {
    if (memo.owner.at != it.memo_giver) continue;
    if (memo.to.at != judged.agency) continue;
    if (!in_force(memo.term, judged.today)) continue;
    if (!memo.categories.contains(it.record.category)) continue;
    if (!memo.levels.contains(it.record.level)) continue;
    if (changing.contains(judged.operation) && memo.access != Access::update) continue;
    if (memo.anaci) return true;
  }
  return false;
}

/// DA-8 for categories without levels: "the MOA's entry". Several MOAs in force add up: the category and the
/// extension may come from different ones.
bool an_agreement_extends_to_anaci(const Case& judged, const Touched& it) {
  bool category_is_listed = false;
  bool extends_to_anaci = false;
  for (const Agreement& moa : judged.world.agreements) {
    if (moa.agency.at != judged.agency) continue;
    if (!in_force(moa.term, judged.today)) continue;
    if (moa.categories.contains(it.record.category)) category_is_listed = true;
    if (moa.anaci_categories.contains(it.record.category)) extends_to_anaci = true;
  }
  return category_is_listed && extends_to_anaci;
}

void check_anaci(const Case& judged, const Touched& it, Verdicts& verdict) {
  // DA-8. An ANACI holder of an external agency reaches another agency's data beyond Level 1 only under a
  // grant that says it extends to ANACI holders. It fails also where no grant exists. Not applicable at
  // levels 1 and 2, to own records, to ncic ... clets, user_profile and audit, when AC-2 fails, and for categories
  // without levels when AG-1 fails.
  if (!judged.external() || it.is_own || verdict["AC-2"] != 'p') return;
  if (judged.user.investigation->type != InvestigationType::anaci) return;
  if (it.level == 1 || it.level == 2) return;
  if (not_resident.contains(it.category) || it.category == "user_profile" || it.category == "audit") return;
  if (it.level == 0) {
    if (verdict["AG-1"] == 'f') return;
    verdict["DA-8"] = an_agreement_extends_to_anaci(judged, it) ? 'p' : 'f';
  } else {
    verdict["DA-8"] = a_memo_extends_to_anaci(judged, it) ? 'p' : 'f';
  }
}

/// DA-12: "its parent passes all of this gate as a display; a missing parent fails."
bool parent_is_accessible(const Case& judged, const Record& image, const Verdicts& so_far) {
  if (!image.parent.has_value()) return false;
  const Record& parent = judged.world.records[image.parent->at];
  if (parent.absent) return false;
  Request display = judged.request;
  display.operation = Operation::display;
  display.target = *image.parent;
  display.change = Change{};
  Verdicts of_parent = so_far;
  for (const std::string_view code : record_checks) of_parent[code] = '-';
  check_record(Case(judged.world, display), parent, false, of_parent);
  for (const std::string_view code : record_checks) {
    if (of_parent[code] == 'f') return false;
  }
  return true;
}

void check_given_level(const Case& judged, const Touched& it, bool is_created, Verdicts& verdict) {
  const Change& change = judged.request.change;
  if (!levelled.contains(it.category) || reading.contains(judged.operation)) return;
  // At creation they are given in the record itself, later in the change.
  Level level = it.record.level;
  if (!is_created && change.level.has_value()) level = *change.level;
  Designation designation = it.record.designation;
  if (!is_created && change.designation.has_value()) designation = *change.designation;

  // AD-1. A level given, at creation or later, is 1, 3 or 4; only the creator changes a level.
  if (is_created || change.level.has_value()) {
    verdict["AD-1"] = level != Level::level_2 && it.is_creator ? 'p' : 'f';
  }

  // AD-2. A level 4 designation names individuals only: each of its classes names users and nothing else.
  if ((is_created || change.level.has_value() || change.designation.has_value()) && level == Level::level_4) {
    verdict["AD-2"] = 'p';
    for (const DesignationClass& named : designation) {
      if (!named.agencies.empty() || !named.categories.empty()) verdict["AD-2"] = 'f';
      if (named.users.empty()) verdict["AD-2"] = 'f';
    }
  }
}

bool is_listed(const std::vector<Ref<Role>>& roles, std::size_t wanted) {
  for (const auto& each : roles) {
    if (each.at == wanted) return true;
  }
  return false;
}

/// AD-3: "concerns a user assigned to the acting SCO, and gives only roles and functions that the SCO's profile
/// holds and that the SCO may assign. Functions given for good lie within the user's roles, those given in the same
/// request included, where the user has any; a loan with a term may go beyond them. A new profile is for a user with
/// no SCO, or with this one; one that does not say for whom fails."
bool officer_may(const Case& judged, const Record& profile, bool is_created) {
  if (!profile.profile_of.has_value()) return false;
  const User& holder = judged.world.users[profile.profile_of->at];
  bool is_in_charge = holder.sco.has_value() && holder.sco->at == judged.request.user.at;
  if (is_created && !holder.sco.has_value()) is_in_charge = true;
  if (!is_in_charge) return false;

  const Change& given = judged.request.change;
  for (const auto& role : given.roles) {
    if (!is_listed(judged.user.roles, role.at) || !is_listed(judged.user.may_assign_roles, role.at))
      return false;
  }
  for (const Word<Function>& each : words<Function>()) {
    if (!given.functions.contains(each.value)) continue;
    if (!judged.user.functions.contains(each.value) || !judged.user.may_assign.contains(each.value))
      return false;
    if (given.term.has_value()) continue;
    bool has_roles = false;
    bool is_within = false;
    for (std::size_t role = 0; role < judged.world.roles.size(); ++role) {
      if (!is_listed(holder.roles, role) && !is_listed(given.roles, role)) continue;
      has_roles = true;
      if (judged.world.roles[role].functions.contains(each.value)) is_within = true;
    }
    if (has_roles && !is_within) return false;
  }
  return true;
}

void check_profile(const Case& judged, const Touched& it, bool is_created, Verdicts& verdict) {
  if (it.category == "user_profile") verdict["AD-3"] = officer_may(judged, it.record, is_created) ? 'p' : 'f';

  // AD-4. An account is activated only with AC-2 to AC-4 met.
  if (judged.operation == "activate" && it.record.profile_of.has_value()) {
    Verdicts of_holder;
    check_background(judged.world, judged.world.users[it.record.profile_of->at], judged.today, of_holder);
    verdict["AD-4"] = 'p';
    for (const char* code : {"AC-2", "AC-3", "AC-4"}) {
      if (of_holder[code] != 'p') verdict["AD-4"] = 'f';
    }
  }
}

void check_advance_information(const Case& judged, const Touched& it, Verdicts& verdict) {
  // US-2. advance_information is shown to host users only, by inspection, from the moment of arrival and
  // referral on; asked of reading and of intake, not of entering.
  if (it.category != "advance_information") return;
  if (!reading.contains(judged.operation) && judged.operation != "intake") return;
  bool is_referred = false;
  if (it.record.referred.has_value()) {
    const int day = number(it.record.referred->day);
    is_referred = day < judged.today ||
                  (day == judged.today && it.record.referred->minute <= judged.request.moment.minute);
  }
  verdict["US-2"] = judged.of_host() && judged.function == "inspection" && is_referred ? 'p' : 'f';
}

}  // namespace

void check_record(const Case& judged, const Record& record, bool is_created, Verdicts& verdict) {
  const Touched it(judged, record);
  check_category(judged, it, verdict);
  check_level(judged, it, verdict);
  check_memo(judged, it, verdict);
  check_anaci(judged, it, verdict);
  verdict["DA-10"] = within_retention(judged.world, record, judged.today);
  if (it.category == "image") verdict["DA-12"] = parent_is_accessible(judged, record, verdict) ? 'p' : 'f';
  check_given_level(judged, it, is_created, verdict);
  check_profile(judged, it, is_created, verdict);

  // LO-4. `approve`: by a supervisor other than the creator.
  if (judged.operation == "approve") {
    verdict["LO-4"] = judged.user.category == UserCategory::supervisor && !it.is_creator ? 'p' : 'f';
  }
  check_advance_information(judged, it, verdict);
}

}  // namespace ntk::oracle
