#include "tests/policy/worked_world.h"

namespace ntk::policy {

Date day(std::string_view text) {
  return *parse_date(text);
}

Term term(std::string_view first, std::string_view last) {
  return {day(first), day(last)};
}

Investigation bi(std::string_view completed) {
  return {InvestigationType::bi, day(completed), Adjudication::favorable};
}

Investigation anaci(std::string_view completed) {
  return {InvestigationType::anaci, day(completed), Adjudication::favorable};
}

std::string failing(const Verdicts& verdicts) {
  std::string text;
  for (CheckId id : verdicts.failed()) text += (text.empty() ? "" : " ") + std::string(check(id).code);
  return text.empty() ? "none" : text;
}

std::string failing(const Decision& decision) {
  return failing(decision.verdicts);
}

WorkedWorld::WorkedWorld()
    : cbp{0}, ice{1}, fbi{2}, dea{3}, airline{4}, inspection{0}, fugitives{1}, today(day("2016-08-12")) {
  const std::optional<Date> certified = day("2016-02-01");
  world.agencies = {
      {"cbp", "Customs and Border Protection", "CBP", Standing::host, {}},
      {"ice", "Immigration and Customs Enforcement", "ICE", Standing::component, {}},
      {"fbi", "Federal Bureau of Investigation", "FBI", Standing::external, certified},
      {"dea", "Drug Enforcement Administration", "DEA", Standing::external, certified},
      {"airline", "Heron Air", "Heron Air", Standing::submitter, {}},
  };
  world.host = cbp;
  world.purposes = {{"inspection", "Border inspection"}, {"fugitives", "Fugitive apprehension"}};
  for (Ref<Agency> agency : {fbi, dea}) {
    world.agreements.push_back({world[agency].id + "-moa",
                                agency,
                                term("2016-01-01", "2016-12-31"),
                                {Category::subject, Category::lookout, Category::primary_query_history},
                                {Function::subject_query},
                                {}});
  }
}

Agreement& WorkedWorld::agreement_of(Ref<Agency> agency) {
  for (Agreement& each : world.agreements) {
    if (each.agency == agency) return each;
  }
  return world.agreements.front();
}

Ref<User> WorkedWorld::add_user(Ref<Agency> agency) {
  User user;
  user.id = "user-" + std::to_string(world.users.size());
  user.name = "User " + std::to_string(world.users.size());
  user.agency = agency;
  user.investigation = bi("2014-05-06");
  user.training_passed = day("2016-03-01");
  user.certified = day("2016-03-01");
  user.ncic_certified = day("2015-03-01");
  user.duty_station = "Port of Averton";
  user.functions = {Function::subject_query, Function::primary_query_history, Function::printing,
                    Function::lookout_maintenance};
  user.duties = {inspection, fugitives};
  world.users.push_back(user);
  return {static_cast<std::uint32_t>(world.users.size() - 1)};
}

Ref<User> WorkedWorld::add_officer(Ref<Agency> agency) {
  const Ref<User> officer = add_user(agency);
  user(officer).category = UserCategory::system_control_officer;
  user(officer).functions.insert(Function::user_profile);
  return officer;
}

Ref<Record> WorkedWorld::add_profile(Ref<User> whose, Ref<User> officer) {
  user(whose).sco = officer;
  const Ref<Record> profile = add_record(user(whose).agency, Category::user_profile);
  record(profile).profile_of = whose;
  return profile;
}

Ref<Record> WorkedWorld::add_record(Ref<Agency> owner, Category category, Level level) {
  Record record;
  record.id = "record-" + std::to_string(world.records.size());
  record.title = "Record " + std::to_string(world.records.size());
  record.category = category;
  record.owner = owner;
  record.level = level;
  world.records.push_back(record);
  return {static_cast<std::uint32_t>(world.records.size() - 1)};
}

OwnerMemo& WorkedWorld::add_memo(Ref<Agency> owner, Ref<Agency> to) {
  OwnerMemo memo;
  memo.id = "memo-" + std::to_string(world.memos.size());
  memo.owner = owner;
  memo.to = to;
  memo.term = term("2016-01-01", "2016-12-31");
  memo.categories = {Category::subject};
  memo.levels = {Level::level_3};
  world.memos.push_back(memo);
  return world.memos.back();
}

Request WorkedWorld::display(Ref<User> user, Ref<Record> record) const {
  Request request;
  request.user = user;
  request.target = record;
  request.purpose = fugitives;
  request.place = "Port of Averton";
  request.moment = {today, 9 * 60};
  return request;
}

Request WorkedWorld::search(Ref<User> user, Search what) const {
  Request request = display(user, {});
  request.operation = Operation::search;
  request.target = std::move(what);
  return request;
}

Request WorkedWorld::inspect(Ref<User> user, Ref<Record> record) const {
  Request request = display(user, record);
  request.function = Function::inspection;
  return request;
}

Request WorkedWorld::pass_on(Ref<User> user, Ref<Record> record, Ref<Agency> to) const {
  Request request = display(user, record);
  request.operation = Operation::pass_on;
  request.disclosure = Disclosure{};
  request.disclosure->to = to;
  return request;
}

Request WorkedWorld::administer(Ref<User> officer, Operation operation, Ref<Record> profile) const {
  Request request = display(officer, profile);
  request.function = Function::user_profile;
  request.operation = operation;
  return request;
}

Request WorkedWorld::create(Ref<User> user, Function function, Category category) const {
  Request request = display(user, {});
  request.function = function;
  request.operation = Operation::create;
  Record record;
  record.category = category;
  request.target = record;
  return request;
}

}  // namespace ntk::policy
