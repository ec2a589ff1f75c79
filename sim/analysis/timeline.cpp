#include "sim/analysis/timeline.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/policy/papers.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::called;
using policy::CheckId;
using policy::Date;
using policy::in_quotes;
using policy::possessive;
using policy::Term;
using policy::World;

class Calendar {
 public:
  Calendar(const World& world, Date from) : world_(world), from_(from) {}

  void add_users();
  void add_agencies();
  void add_agreements();
  void add_memos();
  void add_interfaces();
  void add_records();
  void add_approvals();
  std::vector<Lapse> take() {
    std::stable_sort(lapses_.begin(), lapses_.end(),
                     [](const Lapse& a, const Lapse& b) { return a.day < b.day; });
    return std::move(lapses_);
  }

 private:
  void add(Date day, bool begins, std::optional<CheckId> check, std::string what) {
    if (from_ < day && day <= policy::last_date) lapses_.push_back({day, begins, check, std::move(what)});
  }
  /// A period of years that began on a day.
  void add_period(const std::optional<Date>& since, int years, CheckId check, const std::string& what,
                  const std::string& ends) {
    if (!since) return;
    add(*since, true, check, what + " is of this day.");
    add(policy::plus_years(*since, years), false, check, what + ends);
  }
  void add_term(const Term& term, CheckId check, const std::string& what) {
    add(term.first, true, check, what + " comes into force.");
    if (term.last) add(policy::next_day(*term.last), false, check, what + " is no longer in force.");
  }

  const World& world_;
  Date from_;
  std::vector<Lapse> lapses_;
};

std::string years_in_words(int years) {
  return years == 1 ? "a year" : std::to_string(years) + " years";
}

void Calendar::add_users() {
  const policy::Parameters& parameters = world_.parameters;
  for (const policy::User& each : world_.users) {
    const std::string whose = possessive(each.name);
    if (each.investigation) {
      const auto& held = *each.investigation;
      add_period(held.completed, policy::investigation_years(parameters, held.type), CheckId::AC_3,
                 whose + " " + std::string(policy::title(held.type)), " is overdue for reinvestigation.");
    }
    add_period(each.training_passed, parameters.training_years, CheckId::AC_4, whose + " awareness course",
               " is over " + years_in_words(parameters.training_years) + " old.");
    add_period(each.certified, parameters.account_years, CheckId::AC_6, whose + " certification",
               " has lapsed.");
    add_period(each.ncic_certified, parameters.ncic_years, CheckId::FN_4, whose + " NCIC certification",
               " has lapsed.");
    for (const policy::Transaction& transaction : each.transactions) {
      add_term(transaction.term, CheckId::FN_1,
               whose + " temporary " + in_quotes(policy::title(transaction.function)));
    }
  }
}

void Calendar::add_agencies() {
  for (const policy::Agency& each : world_.agencies) {
    if (each.standing != policy::Standing::external) continue;
    add_period(each.certified, world_.parameters.agency_years, CheckId::AG_3,
               possessive(called(each)) + " certification of its users’ investigations", " has lapsed.");
  }
}

void Calendar::add_agreements() {
  for (std::uint32_t at = 0; at < world_.agreements.size(); ++at) {
    const std::optional<Term>& term = world_.agreements[at].term;
    if (term)
      add_term(*term, CheckId::AG_1, "The " + paper_in_sentence(world_, policy::Ref<policy::Agreement>{at}));
  }
}

void Calendar::add_memos() {
  for (std::uint32_t at = 0; at < world_.memos.size(); ++at) {
    const std::optional<Term>& term = world_.memos[at].term;
    if (term)
      add_term(*term, CheckId::DA_7, "The " + paper_in_sentence(world_, policy::Ref<policy::OwnerMemo>{at}));
  }
}

void Calendar::add_interfaces() {
  for (const policy::Interface& each : world_.interfaces) {
    if (each.isa) add_term(*each.isa, CheckId::AG_2, "The security agreement of " + in_quotes(each.title));
  }
}

void Calendar::add_records() {
  for (const policy::Record& each : world_.records) {
    if (each.absent) continue;
    if (each.primary && each.primary->approved && each.primary->last_day) {
      add(policy::next_day(*each.primary->last_day), false, std::nullopt,
          in_quotes(each.title) + " is no longer on Primary, unless it is recertified.");
    }
    if (each.referred) {
      add(each.referred->day, true, CheckId::US_2,
          in_quotes(each.title) + " is referred to secondary on this day.");
    }
    const policy::Keeping kept = policy::keeping(world_, each);
    if (kept.from)
      add(*kept.from, true, CheckId::DA_10,
          in_quotes(each.title) + " is collected, and kept from this day on.");
    if (kept.last_day) {
      add(policy::next_day(*kept.last_day), false, CheckId::DA_10,
          in_quotes(each.title) + " is no longer kept.");
    }
  }
}

void Calendar::add_approvals() {
  for (const policy::PassingApproval& each : world_.approvals) {
    const policy::Record& record = world_[each.record];
    const std::string what = " that " + called(world_[each.from]) + " passes " + in_quotes(record.title) +
                             " on to " + called(world_[each.to]) + " is of this day.";
    if (each.owner_approved) {
      add(*each.owner_approved, true, CheckId::DI_3,
          possessive(called(world_[record.owner])) + " approval" + what);
    }
    if (each.host_authorised) {
      add(*each.host_authorised, true, CheckId::DI_3,
          possessive(called(world_[world_.host])) + " authorisation" + what);
    }
  }
}

}  // namespace

std::string_view code_of(const Lapse& lapse) {
  return lapse.check ? policy::check(*lapse.check).code : "LO-5";
}

std::vector<Lapse> timeline(const World& world, Date from) {
  Calendar calendar(world, from);
  calendar.add_users();
  calendar.add_agencies();
  calendar.add_agreements();
  calendar.add_memos();
  calendar.add_interfaces();
  calendar.add_records();
  calendar.add_approvals();
  return calendar.take();
}

}  // namespace ntk::analysis
