// The verdict of a check depends on nothing but what its traits say that it reads: one thing after another of a
// random world is changed, and the request is decided again.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>

#include "sim/policy/decide.h"
#include "sim/policy/facts.h"
#include "sim/policy/traits.h"
#include "tests/oracle/random_world.h"
#include "tests/oracle/small_world.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using namespace property;

constexpr int worlds = 250;
constexpr int requests_of_each_world = 8;

/// A world and a request in it, and a second world that new values are taken from.
struct Trial {
  World world;
  Request request;
  const World& other;

  User& asker() { return world.users[request.user.at]; }
  const User& other_asker() const { return other.users[request.user.at]; }

  void each_other_user(const std::function<void(User&, const User&)>& change) {
    for (std::size_t at = 0; at < world.users.size(); ++at) {
      if (at != request.user.at) change(world.users[at], other.users[at]);
    }
  }
  /// With the record that the request creates.
  void each_record(const std::function<void(Record&, const Record&)>& change) {
    for (std::size_t at = 0; at < world.records.size(); ++at) change(world.records[at], other.records[at]);
    if (auto* created = std::get_if<Record>(&request.target)) change(*created, other.records.back());
  }
  void each_agreement(const std::function<void(Agreement&, const Agreement&)>& change) {
    for (std::size_t at = 0; at < world.agreements.size(); ++at)
      change(world.agreements[at], other.agreements[at]);
  }
  /// With the user's agency, or with any other.
  void each_memo(bool of_the_asker, const std::function<void(OwnerMemo&, const OwnerMemo&)>& change) {
    for (std::size_t at = 0; at < world.memos.size(); ++at) {
      OwnerMemo& memo = world.memos[at];
      if ((memo.to == asker().agency) == of_the_asker) change(memo, other.memos[at]);
    }
  }
};

/// Makes a change, and says what it changed of all that a check can read.
using Change = std::function<Inputs(Trial&)>;

/// A change of one field of the user who asks.
template <class T>
Change of_asker(Inputs changed, T User::* field) {
  return [=](Trial& trial) {
    trial.asker().*field = trial.other_asker().*field;
    return changed;
  };
}
template <class T>
Change of_other_users(Inputs changed, T User::* field) {
  return [=](Trial& trial) {
    trial.each_other_user([=](User& user, const User& other) { user.*field = other.*field; });
    return changed;
  };
}
template <class T>
Change of_records(Inputs changed, T Record::* field) {
  return [=](Trial& trial) {
    trial.each_record([=](Record& record, const Record& other) { record.*field = other.*field; });
    return changed;
  };
}
template <class T>
Change of_memos(bool of_the_asker, Inputs changed, T OwnerMemo::* field) {
  return [=](Trial& trial) {
    trial.each_memo(of_the_asker,
                    [=](OwnerMemo& memo, const OwnerMemo& other) { memo.*field = other.*field; });
    return changed;
  };
}
/// Of the agreements with the user's agency; nothing is read of any other's.
Change of_agreements(Input changed, auto Agreement::* field) {
  return [=](Trial& trial) {
    trial.each_agreement([&](Agreement& agreement, const Agreement& other) {
      if (agreement.agency == trial.asker().agency) agreement.*field = other.*field;
    });
    return Inputs{changed};
  };
}

// ---- Changes that take more than a field -------------------------------------------------------

/// Whether the user holds, or may assign, each function: those that the request asks for, gives, or neither.
Inputs change_functions(Trial& trial) {
  const Function asked = trial.request.function;
  const FunctionSet given = trial.request.change.functions;
  const Function one = words<Function>()[below(words<Function>().size())].value;
  const auto changed = one_of<Function>({asked, one, asked});
  FunctionSet& held = trial.asker().functions;
  const bool was_held = held.contains(changed);
  was_held ? held.erase(changed) : held.insert(changed);
  std::erase_if(trial.asker().transactions,
                [&](const Transaction& each) { return each.function == changed; });
  Inputs inputs;
  if (changed == asked) inputs.insert(Input::functions_asked);
  if (given.contains(changed)) inputs.insert(Input::functions_given);
  return inputs;
}

Inputs change_assignable_functions(Trial& trial) {
  trial.asker().may_assign = trial.other_asker().may_assign;
  return {Input::functions_given};
}

Inputs change_what_roles_hold(Trial& trial) {
  trial.world.roles = trial.other.roles;
  return {Input::roles, Input::roles_given};
}

Inputs change_nationality(Trial& trial) {
  trial.asker().nationality = trial.other_asker().nationality;
  trial.asker().exempted = trial.other_asker().exempted;
  return {Input::nationality};
}

/// Of agencies that are neither the host nor submitters: there is one host, and no check but US-1 is asked of
/// a submitter.
Inputs change_standing(Trial& trial) {
  for (std::size_t at = 0; at < trial.world.agencies.size(); ++at) {
    Standing& standing = trial.world.agencies[at].standing;
    const bool is_other = standing == Standing::host || standing == Standing::submitter;
    if (!is_other && either())
      standing = standing == Standing::external ? Standing::component : Standing::external;
  }
  return {Input::standing};
}

Inputs change_own_agency(Trial& trial) {
  const auto at = trial.asker().agency.at;
  trial.world.agencies[at].certified = trial.other.agencies[at].certified;
  return {Input::agency_certification};
}

Inputs change_other_agencies(Trial& trial) {
  for (std::size_t at = 0; at < trial.world.agencies.size(); ++at) {
    if (at != trial.asker().agency.at)
      trial.world.agencies[at].certified = trial.other.agencies[at].certified;
  }
  return {};
}

Inputs change_terms(Trial& trial) {
  const auto& disclosure = trial.request.disclosure;
  Inputs inputs;
  trial.each_agreement([&](Agreement& agreement, const Agreement& other) {
    if (!either()) return;
    agreement.term = either() ? other.term : std::nullopt;
    if (agreement.agency == trial.asker().agency) inputs.insert(Input::agreement_term);
    if (disclosure && disclosure->to == agreement.agency) inputs.insert(Input::recipient_agreement_term);
  });
  return inputs;
}

Inputs end_memos(Trial& trial) {
  trial.each_memo(true, [](OwnerMemo& memo, const OwnerMemo&) { memo.term.reset(); });
  return {Input::memo_term};
}

Inputs change_other_agreements(Trial& trial) {
  trial.each_agreement([&](Agreement& agreement, const Agreement& other) {
    if (agreement.agency == trial.asker().agency) return;
    agreement.functions = other.functions;
    agreement.categories = other.categories;
    agreement.anaci_categories = other.anaci_categories;
  });
  return {};
}

Inputs change_interfaces(Trial& trial) {
  trial.world.interfaces = trial.other.interfaces;
  return {Input::interface};
}

Inputs change_approvals(Trial& trial) {
  trial.world.approvals = trial.other.approvals;
  for (PassingApproval& each : trial.world.approvals) {
    const auto* one = std::get_if<Ref<Record>>(&trial.request.target);
    if (one == nullptr || !either()) continue;
    each.record = *one;
    each.from = trial.asker().agency;
    if (trial.request.disclosure && trial.request.disclosure->to) each.to = *trial.request.disclosure->to;
  }
  return {Input::approvals};
}

Inputs change_designations(Trial& trial) {
  Inputs inputs{Input::designation_form};
  const auto is_admitted = [&](const Designation& designation) {
    return std::any_of(designation.begin(), designation.end(), [&](const DesignationClass& each) {
      return admits(each, trial.world, trial.request.user);
    });
  };
  trial.each_record([&](Record& record, const Record& other) {
    const Designation& mine = record.designation;
    if (is_admitted(mine) != is_admitted(other.designation)) inputs.insert(Input::designated_classes);
    const Ref<User> asker = trial.request.user;
    if (names(mine, trial.world, asker) != names(other.designation, trial.world, asker))
      inputs.insert(Input::named_individuals);
    record.designation = other.designation;
  });
  return inputs;
}

/// Each record's parent is before it, so that no image is its own.
Inputs change_parents(Trial& trial) {
  for (std::size_t at = 0; at < trial.world.records.size(); ++at)
    trial.world.records[at].parent = trial.other.records[at].parent;
  if (auto* created = std::get_if<Record>(&trial.request.target))
    created->parent = trial.other.records.back().parent;
  return {Input::parent};
}

Inputs change_content(Trial& trial) {
  trial.each_record([](Record& record, const Record& other) {
    record.notify_owner = !record.notify_owner;
    record.title = "another title";
    record.primary = PrimaryDesignation{};
    record.links = other.links;
  });
  return {};
}

Inputs change_letter(Trial& trial) {
  if (trial.request.disclosure) {
    trial.request.disclosure->states = either() ? all<Statement>() : StatementSet{Statement::need};
  }
  return {Input::letter_statements};
}

// ---- All of them -------------------------------------------------------------------------------

std::vector<Change> changes() {
  return {
      of_asker({Input::account}, &User::account),
      of_asker({Input::investigation, Input::profile_investigation}, &User::investigation),
      of_asker({Input::training, Input::profile_training}, &User::training_passed),
      change_nationality,
      of_asker({Input::account_certification}, &User::certified),
      of_asker({Input::logon}, &User::logon),
      of_asker({Input::ncic_certification}, &User::ncic_certified),
      of_asker({Input::duty_station}, &User::duty_station),
      of_asker({Input::user_category}, &User::category),
      of_asker({Input::duties}, &User::duties),
      of_asker({Input::profile_officer}, &User::sco),
      change_functions,
      change_functions,
      change_assignable_functions,
      of_asker({Input::roles, Input::roles_given}, &User::roles),
      of_asker({Input::roles_given}, &User::may_assign_roles),
      change_what_roles_hold,
      of_other_users({Input::roles_given}, &User::roles),
      of_other_users({}, &User::may_assign_roles),
      of_other_users({Input::profile_investigation}, &User::investigation),
      of_other_users({Input::profile_training}, &User::training_passed),
      of_other_users({Input::profile_officer}, &User::sco),
      of_other_users({}, &User::account),
      of_other_users({}, &User::category),
      of_other_users({}, &User::functions),
      of_other_users({}, &User::may_assign),
      of_other_users({}, &User::duties),
      change_standing,
      change_own_agency,
      change_other_agencies,
      change_terms,
      of_agreements(Input::agreement_functions, &Agreement::functions),
      of_agreements(Input::agreement_categories, &Agreement::categories),
      of_agreements(Input::agreement_anaci_categories, &Agreement::anaci_categories),
      change_other_agreements,
      change_interfaces,
      change_approvals,
      end_memos,
      of_memos(true, {Input::memo_categories}, &OwnerMemo::categories),
      of_memos(true, {Input::memo_levels}, &OwnerMemo::levels),
      of_memos(true, {Input::memo_access}, &OwnerMemo::access),
      of_memos(true, {Input::memo_anaci}, &OwnerMemo::anaci),
      of_memos(false, {}, &OwnerMemo::term),
      of_memos(false, {}, &OwnerMemo::levels),
      of_records({Input::record_category}, &Record::category),
      of_records({Input::record_level}, &Record::level),
      of_records({Input::record_owner}, &Record::owner),
      of_records({Input::record_creator}, &Record::creator),
      of_records({Input::retention}, &Record::retention),
      of_records({Input::retention}, &Record::system),
      of_records({Input::referral}, &Record::referred),
      change_designations,
      change_parents,
      change_content,
      change_letter,
  };
}

/// All that can change a check: what it reads itself, and, where it reads a parent, what is read of that.
Inputs reads_in_full(CheckId id) {
  Inputs inputs = traits(id).reads;
  if (!inputs.contains(Input::parent)) return inputs;
  for (const Check& each : checks()) {
    if (each.scope == Scope::record) inputs |= traits(each.id).reads;
  }
  return inputs;
}

/// Papers that decide: the owner's memo to the user's agency, a designation of the user's category, and an
/// agreement with the recipient of what is passed on.
void bring_papers(World& world, const Request& request, Record& record) {
  const User& user = world[request.user];
  record.category = one_of<Category>({Category::subject, Category::lookout, Category::seizure});
  record.level = one_of<Level>({Level::level_3, Level::level_1, Level::level_4});
  if (either()) record.designation = {{{}, {user.category}, {}}};
  OwnerMemo& memo = world.memos.front();
  memo = {"",
          memo_owner(world, record),
          user.agency,
          in_force,
          {record.category},
          {record.level},
          Access::update,
          true};
  if (!request.disclosure || !request.disclosure->to) return;
  world.agreements.front().agency = *request.disclosure->to;
  world.agreements.front().term = in_force;
}

/// What is rare among random requests, made less so: papers that matter, and checks of few operations.
void make_less_rare(World& world, Request& request) {
  if (const auto* one = std::get_if<Ref<Record>>(&request.target)) {
    if (either()) {
      request.operation = one_of<Operation>({Operation::pass_on, Operation::disclose, Operation::activate,
                                             Operation::update, Operation::approve, Operation::display});
    }
    if (either()) bring_papers(world, request, world.records[one->at]);
    if (request.operation == Operation::approve)
      world.users[request.user.at].category = UserCategory::supervisor;
  }
  auto* created = std::get_if<Record>(&request.target);
  const Ref<Agency> agency = world[request.user].agency;
  if (created != nullptr && agency != world.host && once_in(4)) {
    world.agencies[agency.at].standing = Standing::submitter;
    request.operation = Operation::create;
    created->category = Category::advance_information;
  }
}

/// Which checks came to another verdict.
using Observed = std::array<bool, check_count>;

/// Where the verdicts differ, the check has to read something that was changed.
void compare(const Verdicts& before, const Verdicts& after, Inputs changed, Observed& observed) {
  for (const Check& each : checks()) {
    if (before[each.id] == after[each.id]) continue;
    if ((reads_in_full(each.id) & changed).empty())
      fail(std::string(each.code) + " depends on more than its traits say that it reads");
    observed[static_cast<std::size_t>(each.id)] = true;
  }
}

void compare(const Decision& before, const Decision& after, Inputs changed, Observed& observed) {
  compare(before.verdicts, after.verdicts, changed, observed);
  for (const Hit& hit : before.hits) {
    const auto same = std::find_if(after.hits.begin(), after.hits.end(),
                                   [&](const Hit& each) { return each.record == hit.record; });
    if (same != after.hits.end()) compare(hit.verdicts, same->verdicts, changed, observed);
  }
}

TEST_CASE("a check reads nothing of the world but what its traits say") {
  Observed changed_by_what_it_reads{};
  const std::vector<Change> all_changes = changes();
  for_all(
      "a change of anything else leaves its verdict",
      [&] {
        const World drawn = any_world(), other = any_world();
        for (int n = 0; n < requests_of_each_world; ++n) {
          World world = drawn;
          Request request = any_request();
          make_less_rare(world, request);
          const Decision before = decide(world, request);
          for (const Change& each : all_changes) {
            Trial trial{world, request, other};
            const Inputs changed = each(trial);
            compare(before, decide(trial.world, trial.request), changed, changed_by_what_it_reads);
          }
        }
      },
      worlds);
  for (const Check& each : checks()) {
    CAPTURE(each.code);
    CHECK(changed_by_what_it_reads[static_cast<std::size_t>(each.id)]);
  }
}

TEST_CASE("of records with levels, a check is asked at no level but those of its traits") {
  for_all(
      "elsewhere it is not applicable",
      [] {
        const World world = any_world();
        const Request request = any_request();
        const Decision decision = decide(world, request);
        const auto is_as_said = [&](const Record& record, const Verdicts& verdicts) {
          if (!has_levels(record.category)) return;
          for (const Check& each : checks()) {
            HOLDS(verdicts[each.id] == Verdict::not_applicable ||
                  traits(each.id).levels.contains(record.level));
          }
        };
        if (const auto* one = std::get_if<Ref<Record>>(&request.target))
          is_as_said(world[*one], decision.verdicts);
        for (const Hit& each : decision.hits) is_as_said(world[each.record], each.verdicts);
      },
      1000);
}

}  // namespace
}  // namespace ntk::oracle
