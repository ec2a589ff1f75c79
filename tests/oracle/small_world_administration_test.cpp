#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

const std::vector<Category> categories = {Category::subject, Category::lookout,
                                          Category::primary_query_history};

/// Individuals alone, nobody, and each way of naming more than individuals.
const std::vector<Designation> designations = {
    {},
    {DesignationClass{}},
    {{{}, {}, {colleague}}},
    {{{fbi}, {}, {}}},
    {{{}, {UserCategory::supervisor}, {asker}}},
    {{{}, {}, {asker}}, {{fbi}, {}, {asker}}},
};

TEST_CASE("a level is given to a record by its creator alone, and a level 4 record to individuals alone") {
  const auto of_one_record = operations(false);
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(of_one_record);
    small.record().category = choose(categories);
    small.record().level = choose(levels);
    small.record().creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    small.record().designation = choose(std::vector{designations[2], designations[3]});
    small.request.change.level = choose(std::vector<std::optional<Level>>{
        std::nullopt, Level::level_1, Level::level_2, Level::level_3, Level::level_4});
    small.request.change.designation =
        choose(std::vector<std::optional<Designation>>{std::nullopt, designations[2], designations[3]});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 22 * 3 * 4 * 3 * 2 * 5 * 3);
  CHECK(compared.seen("AD-1") == "-fp");
  CHECK(compared.seen("AD-2") == "-fp");
}

TEST_CASE("a designation may name agencies and categories of users at every level but the fourth") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.request.operation = choose(std::vector{Operation::display, Operation::update});
    small.record().category = choose(categories);
    small.record().level = choose(levels);
    small.record().creator = choose(std::vector{asker, colleague});
    small.record().designation = choose(designations);
    small.request.change.designation.reset();
    if (choose.whether()) small.request.change.designation = choose(designations);
    small.request.change.level =
        choose(std::vector<std::optional<Level>>{std::nullopt, Level::level_3, Level::level_4});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 2 * 3 * 4 * 2 * 6 * (1 + 6) * 3);
  CHECK(compared.seen("AD-2") == "-fp");
}

const std::vector<Operation> of_profiles = {
    Operation::display,  Operation::create, Operation::update,    Operation::certify,
    Operation::activate, Operation::assign, Operation::reinstate,
};

TEST_CASE("a system control officer acts on the profiles of the users assigned to that officer") {
  SmallWorld small;
  small.request.function = Function::user_profile;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.user().category = choose(every<UserCategory>());
    small.user().sco = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    small.world.users[stranger.at].sco =
        choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    small.record().category = choose(std::vector{Category::user_profile, Category::subject, Category::audit});
    small.record().profile_of = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, stranger});
    small.record().owner = choose(std::vector{cbp, fbi});
    small.request.operation = choose(of_profiles);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 5 * 3 * 3 * 3 * 3 * 2 * 7);
  CHECK(compared.seen("AD-3") == "-fp");
  CHECK(compared.seen("FN-3") == "fp");
}

const std::vector<FunctionSet> given = {
    {},
    {Function::printing},
    {Function::subject_query},
    {Function::printing, Function::subject_query},
};

TEST_CASE("an officer gives only functions that are both held and assignable, in a profile old or new") {
  SmallWorld small;
  small.request.function = Function::user_profile;
  small.user().category = UserCategory::system_control_officer;
  small.record().category = Category::user_profile;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().functions = choose(given);
    small.user().functions.insert(Function::user_profile);
    small.user().may_assign = choose(given);
    const auto& held_for = choose(terms);
    small.user().transactions.clear();
    if (held_for) small.user().transactions = {{Function::printing, *held_for}};
    small.request.change.functions = choose(given);
    small.world.users[stranger.at].sco = choose(std::vector{asker, colleague});
    small.record().profile_of = stranger;
    small.request.operation = choose(std::vector{Operation::assign, Operation::create, Operation::display});
    small.request.target = the_record;
    if (small.request.operation == Operation::create) small.request.target = small.record();
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 4 * 4 * 7 * 4 * 2 * 3);
  CHECK(compared.seen("AD-3") == "fp");
}

TEST_CASE("an account is activated when its holder's investigation and course hold, on every day alike") {
  const auto past = days_of_the_past();
  SmallWorld small;
  small.request.function = Function::user_profile;
  small.user().category = UserCategory::system_control_officer;
  small.record().category = Category::user_profile;
  small.record().profile_of = stranger;
  User& holder = small.world.users[stranger.at];
  holder.sco = asker;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(std::vector{Operation::activate, Operation::certify});
    small.request.moment.day = choose(std::vector{date(2016, 2, 29), today, date(2017, 2, 28)});
    holder.account = AccountState::inactive;
    holder.training_passed = choose(
        std::vector<std::optional<Date>>{std::nullopt, date(2016, 2, 29), date(2015, 8, 13), tomorrow});
    holder.investigation.reset();
    if (choose.whether()) {
      const auto type = choose(every<InvestigationType>());
      const auto completed = choose(past);
      holder.investigation = {type, completed, choose(every<Adjudication>())};
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 3 * 4 * (1 + 2 * 88 * 3));
  CHECK(compared.seen("AD-4") == "-fp");
}

TEST_CASE("a lookout is approved by a supervisor other than its creator") {
  const auto of_one_record = operations(false);
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(of_one_record);
    small.request.function = choose(std::vector{Function::lookout_approval, Function::lookout_maintenance});
    small.user().category = choose(every<UserCategory>());
    small.user().agency = choose(agencies_of_askers);
    small.record().category = choose(categories);
    small.record().owner = choose(std::vector{cbp, fbi});
    small.record().creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 22 * 2 * 5 * 3 * 3 * 2 * 3);
  CHECK(compared.seen("LO-4") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
