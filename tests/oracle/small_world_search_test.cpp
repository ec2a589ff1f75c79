#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"
#include "tests/size.h"

namespace ntk::oracle {
namespace {

using namespace policy;

const std::vector<Operation> searches = {Operation::search, Operation::report, Operation::vet};

/// Records of three owners, of each kind that gate 4 treats in its own way.
struct SearchedWorld : SmallWorld {
  SearchedWorld() {
    world.records.clear();
    for (const Ref<Agency> owner : {dea, cbp, fbi}) {
      add(owner, Category::subject, Level::level_1, {{"name", "Heron"}, {"flag", "LR"}});
      add(owner, Category::primary_query_history, Level::level_4, {{"name", "heron"}});
      add(owner, Category::lookout, Level::level_3, {{"name", "Heron"}, {"name", "Grey Heron"}});
      add(owner, Category::subject, Level::level_3, {{"flag", "lr"}});
      add(owner, Category::lookout, Level::level_2, {});
      add(owner, Category::subject, Level::level_4, {{"flag", "Heron"}, {"name", "LR"}});
    }
    request.operation = Operation::search;
    request.target = Search{};
  }

  void add(Ref<Agency> owner, Category category, Level level, std::vector<Field> fields) {
    Record record;
    record.owner = owner;
    record.category = category;
    record.level = level;
    record.designation = {{{}, {}, {asker}}};
    record.fields = std::move(fields);
    world.records.push_back(record);
  }
};

const std::vector<CategorySet> looked_for = {
    {},
    {Category::subject},
    {Category::lookout},
    {Category::primary_query_history},
    {Category::subject, Category::lookout},
    {Category::i94},
    {Category::subject, Category::ncic},
};

std::vector<std::vector<Field>> terms_asked() {
  return {
      {},
      {{"name", "Heron"}},
      {{"name", "HERON"}},
      {{"name", "Her"}},
      {{"name", "Herons"}},
      {{"name", ""}},
      {{"colour", "Heron"}},
      {{"name", "Heron"}, {"flag", "LR"}},
      {{"name", "heron"}, {"name", "grey heron"}},
      {{"name", "Heron"}, {"name", "Teal"}},
  };
}

TEST_CASE("a permitted search finds what its terms and categories say, in the order of the file") {
  const auto asked = terms_asked();
  SearchedWorld searched;
  Comparison compared;
  exhaust([&](Choose& choose) {
    searched.request.function = choose(std::vector{
        Function::subject_query, Function::lookout_maintenance, Function::primary_query_history,
        Function::mi_reports, Function::batch_vetting, Function::external_query, Function::printing});
    searched.request.operation = choose(searches);
    Search search;
    search.categories = choose(looked_for);
    search.terms = choose(asked);
    searched.request.target = search;
    compared.ask(searched.world, searched.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 7 * 3 * 7 * 10);
  // Of each owner the ten terms match 6 subject records, 5 lookouts and 3 histories, so that the seven sets
  // of categories find 39 by the three functions that cover them all.
  CHECK(compared.hits() == 3 * (3 * 39 + 2 * 5 + 2 * 3));
}

TEST_CASE("each hit of a permitted search passes or fails on its own, with its own reasons") {
  SearchedWorld searched;
  Comparison compared;
  exhaust([&](Choose& choose) {
    searched.request.function = choose(
        std::vector{Function::subject_query, Function::lookout_maintenance, Function::primary_query_history});
    searched.user().agency = choose(agencies);
    searched.user().investigation = choose(std::vector{bi(), anaci()});
    searched.agreement().categories = choose(std::vector<CategorySet>{{Category::subject}, all<Category>()});
    searched.agreement().anaci_categories = choose(std::vector<CategorySet>{{}, all<Category>()});
    const Designation designation =
        choose(std::vector<Designation>{{}, {{{fbi, ice}, {}, {}}}, {{{}, {}, {asker}}}});
    const auto creator = choose(std::vector<std::optional<Ref<User>>>{colleague, asker});
    for (Record& each : searched.world.records) {
      each.designation = designation;
      each.creator = creator;
    }
    searched.world.memos.clear();
    if (choose.whether()) {
      searched.world.memos = {full_memo(choose(std::vector{cbp, dea}), searched.user().agency)};
      searched.world.memos[0].anaci = choose.whether();
    }
    compared.ask(searched.world, searched.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 5 * 2 * 2 * 2 * 3 * 2 * (1 + 2 * 2));
  if (tries_everything) CHECK(compared.hits() == 5 * 2 * 2 * 2 * 3 * 2 * (1 + 2 * 2) * (18 + 6 + 3));
  CHECK(compared.seen("DA-2") == "-fp");
  CHECK(compared.seen("DA-3") == "-p");
  CHECK(compared.seen("DA-4") == "-fp");
  CHECK(compared.seen("DA-5") == "-fp");
  CHECK(compared.seen("DA-6") == "-fp");
  CHECK(compared.seen("DA-7") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

TEST_CASE("a search that any check of the request denies is not run") {
  SearchedWorld searched;
  Comparison compared;
  std::size_t run = 0;
  exhaust([&](Choose& choose) {
    searched.user().agency = choose(agencies_of_askers);
    searched.user().account = choose(std::vector{AccountState::active, AccountState::suspended});
    searched.user().investigation = choose(std::vector<std::optional<Investigation>>{
        bi(), std::nullopt, Investigation{InvestigationType::bi, date(2011, 8, 12)}});
    searched.user().training_passed =
        choose(std::vector<std::optional<Date>>{date(2016, 3, 1), std::nullopt});
    searched.user().functions = choose(std::vector<FunctionSet>{all<Function>(), {}});
    searched.agreement().term = choose(std::vector<std::optional<Term>>{in_force, std::nullopt});
    searched.agreement().functions = choose(std::vector<FunctionSet>{all<Function>(), {}});
    searched.request.target = Search{choose(std::vector<CategorySet>{{}, {Category::audit}}), {}};
    searched.request.purpose = choose(std::vector{duty, other_duty});
    const std::size_t before = compared.hits();
    compared.ask(searched.world, searched.request);
    if (compared.hits() > before) ++run;
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 2 * 3 * 2 * 2 * 2 * 2 * 2 * 2);
  // All is well in one combination; the agreement does not matter to the host and the component.
  CHECK(run == 1 + 2 * (2 * 2));
}

TEST_CASE("a record that was deleted or withdrawn is found by no search, and shown by no link") {
  SearchedWorld searched;
  const Search everything;
  for (std::uint32_t at = 0; at < searched.world.records.size(); ++at)
    searched.world.records[0].links.push_back({at});
  Comparison compared;
  exhaust([&](Choose& choose) {
    for (std::size_t at = 0; at < 5; ++at) searched.world.records[at].absent = choose.whether();
    searched.request.function = Function::subject_query;
    searched.request.operation = Operation::search;
    searched.request.target = everything;
    if (choose.whether()) {
      searched.request.function = Function::record_linking;
      searched.request.operation = Operation::show_linked;
      searched.request.target = the_record;
    } else if (choose.whether()) {
      searched.request.function = Function::lookout_maintenance;
    }
    compared.ask(searched.world, searched.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 32 * (2 + 1));
  // Of the five records that come and go, two are lookouts. Each is there in half of the 32 worlds.
  // The one whose links are shown has to be there itself.
  // Its link to itself is none.
  CHECK(compared.hits() == (32 * 13 + 16 * 5) + (16 * 13 + 8 * 4) + (32 * 4 + 16 * 2));
}

TEST_CASE("links are shown of a record that is itself shown, each judged on its own") {
  const std::vector<std::vector<Ref<Record>>> links = {{}, {{1}}, {{3}, {2}, {1}}, {{0}, {1}, {2}}};
  SearchedWorld searched;
  Comparison compared;
  exhaust([&](Choose& choose) {
    searched.request.function = choose(std::vector{Function::record_linking, Function::subject_query});
    searched.request.operation = choose(std::vector{Operation::show_linked, Operation::display});
    searched.user().agency = choose(agencies);
    searched.user().investigation = choose(std::vector{bi(), anaci()});
    searched.request.purpose = choose(std::vector{duty, other_duty});
    const auto asked_of = choose(std::vector<Ref<Record>>{{0}, {3}, {10}});
    searched.request.target = asked_of;
    for (Record& each : searched.world.records) each.links.clear();
    searched.world.records[asked_of.at].links = choose(links);
    searched.world.records[1].category =
        choose(std::vector{Category::subject, Category::lookout, Category::ncic, Category::enhanced_document,
                           Category::user_profile});
    searched.world.memos.clear();
    if (choose.whether()) searched.world.memos = {full_memo(dea, searched.user().agency)};
    compared.ask(searched.world, searched.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 2 * 5 * 2 * 2 * 3 * 4 * 5 * 2);
  CHECK(compared.hits() > 900);
  CHECK(compared.seen("DA-7") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
