#include "tests/oracle/small_world.h"

namespace ntk::oracle {

using namespace policy;

const std::vector<std::optional<Term>> terms = {
    std::nullopt,
    in_force,
    Term{date(2016, 1, 1), date(2016, 12, 31)},
    Term{date(2016, 1, 1), today},
    Term{date(2016, 1, 1), yesterday},
    Term{today, date(2016, 12, 31)},
    Term{tomorrow, std::nullopt},
};
const std::vector<Ref<Agency>> agencies = {cbp, ice, tsa, fbi, dea};
const std::vector<Ref<Agency>> agencies_of_askers = {cbp, ice, fbi};
const std::vector<Level> levels = {Level::level_1, Level::level_2, Level::level_3, Level::level_4};

const std::vector<Date> asked_on = {date(2014, 2, 27), date(2014, 2, 28), date(2014, 3, 1),
                                    date(2014, 8, 12), date(2016, 2, 28), date(2016, 2, 29),
                                    date(2016, 3, 1),  date(2016, 8, 12), date(2017, 2, 27),
                                    date(2017, 2, 28), date(2017, 3, 1),  date(2017, 8, 12)};

std::vector<Operation> operations(bool searches) {
  std::vector<Operation> chosen;
  for (const Operation each : every<Operation>()) {
    const bool is_one = each == Operation::search || each == Operation::report || each == Operation::vet;
    if (is_one == searches) chosen.push_back(each);
  }
  return chosen;
}

std::vector<Date> days_of_the_past() {
  std::vector<Date> days;
  for (int year = 2004; year <= 2017; ++year) {
    for (const auto& [month, day] : std::vector<std::pair<unsigned, unsigned>>{
             {2, 27}, {2, 28}, {2, 29}, {3, 1}, {8, 11}, {8, 12}, {8, 13}}) {
      if (date(year, month, day).ok()) days.push_back(date(year, month, day));
    }
  }
  return days;
}

Investigation anaci(Adjudication adjudication) {
  return {InvestigationType::anaci, date(2015, 3, 1), adjudication};
}
Investigation bi() {
  return {InvestigationType::bi, date(2015, 3, 1), Adjudication::favorable};
}

Agreement full_agreement(Ref<Agency> agency) {
  return {"moa", agency, in_force, all<Category>(), all<Function>(), all<Category>()};
}

OwnerMemo full_memo(Ref<Agency> owner, Ref<Agency> to) {
  return {"memo",
          owner,
          to,
          in_force,
          {Category::subject, Category::lookout},
          {Level::level_3, Level::level_4},
          Access::update,
          true};
}

SmallWorld::SmallWorld() {
  world.host = cbp;
  for (const Standing standing : {Standing::host, Standing::component, Standing::component,
                                  Standing::external, Standing::external, Standing::submitter}) {
    Agency agency;
    agency.standing = standing;
    agency.certified = date(2016, 2, 1);
    world.agencies.push_back(agency);
  }
  world.purposes.resize(2);

  User user;
  user.investigation = bi();
  user.training_passed = date(2016, 3, 1);
  user.certified = date(2016, 2, 1);
  user.ncic_certified = date(2015, 2, 1);
  user.duty_station = "Averton";
  user.functions = all<Function>();
  user.duties = {duty};
  for (const Ref<Agency> agency : {fbi, fbi, dea}) {
    user.agency = agency;
    world.users.push_back(user);
  }

  world.agreements = {full_agreement(fbi), full_agreement(dea)};
  world.records.emplace_back();
  request.user = asker;
  request.target = the_record;
  request.purpose = duty;
  request.place = "Averton";
  request.moment = {today, 9 * 60};
}

}  // namespace ntk::oracle
