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
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.request.operation = choose(of_one_record);
    of.record().category = choose(categories);
    of.record().level = choose(levels);
    of.record().creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    of.record().designation = choose(std::vector{designations[2], designations[3]});
    of.request.change.level = choose(std::vector<std::optional<Level>>{
        std::nullopt, Level::level_1, Level::level_2, Level::level_3, Level::level_4});
    of.request.change.designation =
        choose(std::vector<std::optional<Designation>>{std::nullopt, designations[2], designations[3]});
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 22 * 3 * 4 * 3 * 2 * 5 * 3);
  CHECK(compared.seen("AD-1") == "-fp");
  CHECK(compared.seen("AD-2") == "-fp");
}

TEST_CASE("a designation may name agencies and categories of users at every level but the fourth") {
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(agencies_of_askers);
    of.request.operation = choose(std::vector{Operation::display, Operation::update});
    of.record().category = choose(categories);
    of.record().level = choose(levels);
    of.record().creator = choose(std::vector{asker, colleague});
    of.record().designation = choose(designations);
    of.request.change.designation.reset();
    if (choose.whether()) of.request.change.designation = choose(designations);
    of.request.change.level =
        choose(std::vector<std::optional<Level>>{std::nullopt, Level::level_3, Level::level_4});
    compared.ask(of.world, of.request);
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
  SmallWorld of;
  of.request.function = Function::user_profile;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(agencies_of_askers);
    of.user().category = choose(every<UserCategory>());
    of.user().sco = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    of.world.users[stranger.at].sco =
        choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    of.record().category = choose(std::vector{Category::user_profile, Category::subject, Category::audit});
    of.record().profile_of = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, stranger});
    of.record().owner = choose(std::vector{cbp, fbi});
    of.request.operation = choose(of_profiles);
    compared.ask(of.world, of.request);
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
  SmallWorld of;
  of.request.function = Function::user_profile;
  of.user().category = UserCategory::system_control_officer;
  of.record().category = Category::user_profile;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().functions = choose(given);
    of.user().functions.insert(Function::user_profile);
    of.user().may_assign = choose(given);
    const auto& held_for = choose(terms);
    of.user().transactions.clear();
    if (held_for) of.user().transactions = {{Function::printing, *held_for}};
    of.request.change.functions = choose(given);
    of.world.users[stranger.at].sco = choose(std::vector{asker, colleague});
    of.record().profile_of = stranger;
    of.request.operation = choose(std::vector{Operation::assign, Operation::create, Operation::display});
    of.request.target = the_record;
    if (of.request.operation == Operation::create) of.request.target = of.record();
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 4 * 4 * 7 * 4 * 2 * 3);
  CHECK(compared.seen("AD-3") == "fp");
}

TEST_CASE("an account is activated when its holder's investigation and course hold, on every day alike") {
  const auto past = days_of_the_past();
  SmallWorld of;
  of.request.function = Function::user_profile;
  of.user().category = UserCategory::system_control_officer;
  of.record().category = Category::user_profile;
  of.record().profile_of = stranger;
  User& holder = of.world.users[stranger.at];
  holder.sco = asker;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.request.operation = choose(std::vector{Operation::activate, Operation::certify});
    of.request.moment.day = choose(std::vector{date(2016, 2, 29), today, date(2017, 2, 28)});
    holder.account = AccountState::inactive;
    holder.training_passed = choose(
        std::vector<std::optional<Date>>{std::nullopt, date(2016, 2, 29), date(2015, 8, 13), tomorrow});
    holder.investigation.reset();
    if (choose.whether()) {
      const auto type = choose(every<InvestigationType>());
      const auto completed = choose(past);
      holder.investigation = {type, completed, choose(every<Adjudication>())};
    }
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 3 * 4 * (1 + 2 * 88 * 3));
  CHECK(compared.seen("AD-4") == "-fp");
}

TEST_CASE("a lookout is approved by a supervisor other than its creator") {
  const auto of_one_record = operations(false);
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.request.operation = choose(of_one_record);
    of.request.function = choose(std::vector{Function::lookout_approval, Function::lookout_maintenance});
    of.user().category = choose(every<UserCategory>());
    of.user().agency = choose(agencies_of_askers);
    of.record().category = choose(categories);
    of.record().owner = choose(std::vector{cbp, fbi});
    of.record().creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 22 * 2 * 5 * 3 * 3 * 2 * 3);
  CHECK(compared.seen("LO-4") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
