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

Investigation anaci(Adjudication adjudication) {
  return {InvestigationType::anaci, date(2015, 3, 1), adjudication};
}
Investigation bi() {
  return {InvestigationType::bi, date(2015, 3, 1), Adjudication::favorable};
}

Agreement full_agreement(Ref<Agency> of) {
  return {"moa", of, in_force, all<Category>(), all<Function>(), all<Category>()};
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
  for (const Standing standing :
       {Standing::host, Standing::component, Standing::component, Standing::external, Standing::external}) {
    Agency agency;
    agency.standing = standing;
    world.agencies.push_back(agency);
  }
  world.purposes.resize(2);

  User user;
  user.investigation = bi();
  user.training_passed = date(2016, 3, 1);
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
  request.moment.day = today;
}

}  // namespace ntk::oracle
