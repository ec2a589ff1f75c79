// Worlds larger than can be exhausted, drawn at random. A world on which engine and oracle differ is made as
// small as can be before it is printed.
#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/small_world.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using property::one_of;

constexpr int worlds = 400;
constexpr std::uint32_t requests_of_each_world = 24;

/// A position in a list of this length.
template <class T>
Ref<T> any(std::uint32_t length) {
  return {static_cast<std::uint32_t>(property::below(length))};
}

bool mostly() {
  return one_of<bool>({true, true, true, true, false});
}
bool sometimes() {
  return one_of<bool>({false, false, true});
}

template <class E>
EnumSet<E> some_of(const std::vector<E>& options) {
  EnumSet<E> set;
  for (const E each : options) {
    if (one_of<bool>({true, false})) set.insert(each);
  }
  return set;
}

constexpr std::uint32_t agency_count = 4, user_count = 6, agreement_count = 5, memo_count = 5,
                        record_count = 8, purpose_count = 2;

const std::vector<Function> functions = {
    Function::subject_query, Function::lookout_maintenance, Function::primary_query_history,
    Function::printing,      Function::subject_maintenance, Function::mi_reports,
    Function::batch_vetting,
};
const std::vector<Category> categories = {
    Category::subject, Category::primary_query_history, Category::lookout, Category::moir, Category::i94,
    Category::ncic,
};
const std::vector<Operation> of_one_record = {Operation::display, Operation::print, Operation::update,
                                              Operation::withdraw, Operation::remove};

std::optional<Term> any_term() {
  return mostly() ? std::optional<Term>(in_force) : one_of(terms);
}

std::optional<Investigation> any_investigation() {
  if (!mostly()) return std::nullopt;
  return Investigation{
      one_of<InvestigationType>({InvestigationType::bi, InvestigationType::anaci}),
      mostly() ? date(2015, 3, 1) : one_of<Date>({date(2011, 8, 12), date(2006, 8, 12), tomorrow}),
      mostly() ? Adjudication::favorable : Adjudication::pending};
}

User any_user() {
  User user;
  user.agency = any<Agency>(agency_count);
  user.category = one_of<UserCategory>({UserCategory::general_user, UserCategory::supervisor});
  if (!mostly()) user.account = AccountState::suspended;
  user.investigation = any_investigation();
  if (mostly()) user.training_passed = one_of<Date>({date(2016, 3, 1), date(2015, 8, 13), date(2015, 8, 12)});
  user.functions = mostly() ? all<Function>() : some_of(functions);
  if (sometimes()) {
    user.transactions.push_back({one_of(functions), any_term().value_or(Term{yesterday, yesterday})});
  }
  if (mostly()) user.duties.push_back(duty);
  if (sometimes()) user.duties.push_back(any<Purpose>(purpose_count));
  return user;
}

Agreement any_agreement() {
  Agreement agreement;
  agreement.agency = any<Agency>(agency_count);
  agreement.term = any_term();
  agreement.functions = mostly() ? all<Function>() : some_of(functions);
  agreement.categories = some_of(categories);
  agreement.anaci_categories = some_of(categories);
  return agreement;
}

OwnerMemo any_memo() {
  OwnerMemo memo;
  memo.owner = any<Agency>(agency_count);
  memo.to = any<Agency>(agency_count);
  memo.term = any_term();
  memo.categories = some_of(categories);
  memo.levels = some_of<Level>({Level::level_3, Level::level_4});
  memo.access = one_of<Access>({Access::read, Access::update});
  memo.anaci = sometimes();
  return memo;
}

DesignationClass any_class() {
  DesignationClass designated;
  if (sometimes()) designated.agencies.push_back(any<Agency>(agency_count));
  if (sometimes()) designated.agencies.push_back(any<Agency>(agency_count));
  if (sometimes()) designated.categories.insert(UserCategory::supervisor);
  if (sometimes()) designated.users.push_back(any<User>(user_count));
  if (sometimes()) designated.users.push_back(any<User>(user_count));
  return designated;
}

Field any_field() {
  return {one_of<std::string>({"name", "flag"}), one_of<std::string>({"Heron", "HERON", "Teal"})};
}

Record any_record() {
  Record record;
  record.category = one_of(categories);
  record.owner = any<Agency>(agency_count);
  if (sometimes()) record.creator = any<User>(user_count);
  record.level = one_of(levels);
  if (mostly()) record.designation.push_back(any_class());
  if (sometimes()) record.designation.push_back(any_class());
  if (mostly()) record.fields.push_back(any_field());
  if (sometimes()) record.fields.push_back(any_field());
  return record;
}

World any_world() {
  World world;
  world.host = any<Agency>(agency_count);
  for (std::uint32_t at = 0; at < agency_count; ++at) {
    world.agencies.emplace_back().standing =
        one_of<Standing>({Standing::external, Standing::external, Standing::component});
  }
  world.agencies[world.host.at].standing = Standing::host;
  world.purposes.resize(purpose_count);
  for (std::uint32_t n = 0; n < user_count; ++n) world.users.push_back(any_user());
  for (std::uint32_t n = 0; n < agreement_count; ++n) world.agreements.push_back(any_agreement());
  for (std::uint32_t n = 0; n < memo_count; ++n) world.memos.push_back(any_memo());
  for (std::uint32_t n = 0; n < record_count; ++n) world.records.push_back(any_record());
  return world;
}

Request any_request() {
  Request request;
  request.user = any<User>(user_count);
  request.function = sometimes() ? one_of(functions) : Function::subject_query;
  request.purpose = mostly() ? duty : other_duty;
  request.moment.day = one_of<Date>({today, yesterday, tomorrow});
  if (one_of<bool>({false, true})) {
    request.operation = sometimes() ? one_of(of_one_record) : Operation::display;
    request.target = any<Record>(record_count);
    return request;
  }
  // Mostly the search that fits the function, else few would be run.
  request.operation = Operation::search;
  if (request.function == Function::mi_reports) request.operation = Operation::report;
  if (request.function == Function::batch_vetting) request.operation = Operation::vet;
  if (!mostly()) request.operation = one_of<Operation>({Operation::report, Operation::vet});
  Search search;
  if (sometimes()) search.categories = some_of(categories);
  if (sometimes()) search.terms.push_back(any_field());
  request.target = search;
  return request;
}

TEST_CASE("what holds in the small world holds in larger ones, drawn at random") {
  Comparison compared;
  property::for_all(
      "engine and oracle agree",
      [&] {
        const World world = any_world();
        for (std::uint32_t n = 0; n < requests_of_each_world; ++n) {
          const std::string difference = compared.ask(world, any_request());
          if (!difference.empty()) property::fail(difference);
        }
      },
      worlds);
  CHECK(compared.cases() == worlds * requests_of_each_world);
  CHECK(compared.permitted() > 500);
  CHECK(compared.hits() > 1000);
  for (const char* code : {"AC-1", "AC-2", "AC-4", "FN-1", "FN-6", "DA-9"})
    CHECK(compared.seen(code) == "fp");
  for (const char* code : {"AC-3", "AG-1", "FN-2", "DA-2", "DA-4", "DA-5", "DA-6", "DA-7", "DA-8"}) {
    CHECK(compared.seen(code) == "-fp");
  }
  CHECK(compared.seen("DA-3") == "-p");
}

}  // namespace
}  // namespace ntk::oracle
