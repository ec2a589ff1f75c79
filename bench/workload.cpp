#include "bench/workload.h"

namespace ntk::bench {

using namespace policy;

namespace {

constexpr int nine = 9 * 60;  ///< in minutes of the day

constexpr Category categories[] = {Category::subject, Category::lookout, Category::moir,
                                   Category::primary_query_history, Category::i94};

Date day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month};
}

World make_agencies() {
  World world;
  world.agencies = {{"host", "Host", "", Standing::host},
                    {"component", "Component", "", Standing::component},
                    {"first", "First external", "", Standing::external, day(2016, 1, 4)},
                    {"second", "Second external", "", Standing::external, day(2016, 1, 4)}};
  world.purposes = {{"inspection", "Border inspection"}, {"case-work", "Case work"}};
  const Term year{day(2016, 1, 1), day(2016, 12, 31)};
  for (std::uint32_t agency : {2u, 3u}) {
    world.agreements.push_back({"moa",
                                {agency},
                                year,
                                {Category::subject, Category::lookout, Category::i94},
                                {Function::subject_query},
                                {Category::i94}});
    const std::uint32_t other = agency == 2 ? 3 : 2;
    world.memos.push_back(
        {"memo", {other}, {agency}, year, {Category::subject}, {Level::level_3}, Access::read, agency == 2});
    world.memos.push_back({"memo",
                           {0},
                           {agency},
                           year,
                           {Category::lookout},
                           {Level::level_3, Level::level_4},
                           Access::read,
                           true});
  }
  return world;
}

User make_user(std::uint32_t number) {
  User user;
  user.agency = {number % 4};
  user.category = number % 5 == 0 ? UserCategory::supervisor : UserCategory::general_user;
  user.investigation = Investigation{number % 3 == 0 ? InvestigationType::anaci : InvestigationType::bi,
                                     day(2012, 1 + number % 12, 1 + number % 28), Adjudication::favorable};
  user.training_passed = day(2016, 1 + number % 6, 15);
  user.certified = day(2016, 1, 4);
  user.functions = {Function::subject_query, Function::printing};
  user.duties = {{0}, {1}};
  return user;
}

Record make_record(std::uint32_t number, std::uint32_t users) {
  Record record;
  record.category = categories[number % std::size(categories)];
  record.owner = {(number / 5) % 4};
  record.level = static_cast<Level>(1 + (number / 20) % 4);
  record.creator = Ref<User>{number % users};
  record.designation = {{{{(number + 1) % 4}}, {UserCategory::supervisor}, {}},
                        {{}, {}, {{(number * 7) % users}}}};
  return record;
}

World make_world(std::uint32_t users, std::uint32_t records) {
  World world = make_agencies();
  for (std::uint32_t i = 0; i < users; ++i) world.users.push_back(make_user(i));
  for (std::uint32_t i = 0; i < records; ++i) world.records.push_back(make_record(i, users));
  return world;
}

}  // namespace

Workload make_workload(std::uint32_t users, std::uint32_t records) {
  Workload workload{make_world(users, records), {}};
  for (std::uint32_t user = 0; user < users; ++user) {
    for (std::uint32_t record = 0; record < records; ++record) {
      workload.requests.push_back({{user},
                                   Function::subject_query,
                                   Operation::display,
                                   Ref<Record>{record},
                                   {record % 2},
                                   "Port",
                                   {day(2016, 8, 12), nine}});
    }
  }
  return workload;
}

std::size_t decide_all(const Workload& workload) {
  std::size_t permitted = 0;
  for (const Request& each : workload.requests) permitted += decide(workload.world, each).permitted();
  return permitted;
}

analysis::Setting matrix_setting(std::uint32_t users, std::uint32_t records) {
  return {std::make_shared<const World>(make_world(users, records)), {day(2016, 8, 12), nine}, {}, "Port"};
}

analysis::Matrix fill_matrix(const analysis::Setting& setting) {
  analysis::Matrix matrix(setting, analysis::Axis::records);
  matrix.finish();
  return matrix;
}

std::size_t flips_of_an_edit(const analysis::Matrix& before) {
  const scenario::Assignable term{scenario::AssignableField::agreement_term, 0, true, {}};
  return flips(before, fill_matrix(edited(before.setting(), term, std::optional<Term>()))).size();
}

}  // namespace ntk::bench
