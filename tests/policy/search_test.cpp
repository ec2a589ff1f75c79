#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// Three records of CBP at level 1, of two categories.
struct Shelf : WorkedWorld {
  Ref<User> officer = add_user(cbp);
  Ref<Record> vessel = add_record(cbp, Category::subject);
  Ref<Record> person = add_record(cbp, Category::subject);
  Ref<Record> crossing = add_record(cbp, Category::border_crossing);

  Shelf() {
    record(vessel).fields = {{"name", "Grey Heron"}, {"flag", "LR"}};
    record(person).fields = {{"name", "Heron"}, {"flag", "LR"}};
    record(crossing).fields = {{"name", "heron"}};
  }
  std::vector<Ref<Record>> found(Search what) const {
    std::vector<Ref<Record>> records;
    for (const Hit& each : decide(search(officer, std::move(what))).hits) records.push_back(each.record);
    return records;
  }
};

using Found = std::vector<Ref<Record>>;

TEST_CASE("terms match the whole value, in either letter case, and all of them must") {
  const Shelf shelf;
  CHECK(shelf.found({{}, {{"name", "HERON"}}}) == Found{shelf.person, shelf.crossing});
  CHECK(shelf.found({{}, {{"name", "Heron"}, {"flag", "lr"}}}) == Found{shelf.person});
  CHECK(shelf.found({{}, {{"name", "Her"}}}).empty());
  CHECK(shelf.found({{}, {{"colour", "grey"}}}).empty());
}

TEST_CASE("a term in any script matches in either letter case, and however its accents were typed") {
  Shelf shelf;
  shelf.record(shelf.vessel).fields = {{"name", "\u00C5dahl"}};
  shelf.record(shelf.person).fields = {{"name", "A\u030Adahl"}};
  shelf.record(shelf.crossing).fields = {{"name", "Adahl"}};
  CHECK(shelf.found({{}, {{"name", "\u00E5DAHL"}}}) == Found{shelf.vessel, shelf.person});
  CHECK(shelf.found({{}, {{"name", "adahl"}}}) == Found{shelf.crossing});
}

TEST_CASE("a search without terms finds everything, in the order of the file") {
  const Shelf shelf;
  CHECK(shelf.found({}) == Found{shelf.vessel, shelf.person, shelf.crossing});
}

TEST_CASE("a search looks only in the categories that it names") {
  const Shelf shelf;
  CHECK(shelf.found({{Category::border_crossing}, {}}) == Found{shelf.crossing});
}

TEST_CASE("a search that names no category looks in those that the function covers") {
  Shelf shelf;
  const auto lookout = shelf.add_record(shelf.cbp, Category::lookout);
  Request request = shelf.search(shelf.officer, {});
  request.function = Function::lookout_maintenance;
  const Decision decision = shelf.decide(request);
  REQUIRE(decision.hits.size() == 1);
  CHECK(decision.hits[0].record == lookout);
}

TEST_CASE("naming a category that the function does not cover denies the search") {
  const Shelf shelf;
  CHECK(failing(shelf.decide(shelf.search(shelf.officer, {{Category::subject, Category::ncic}, {}}))) ==
        "FN-6");
}

TEST_CASE("a denied search is not run: it finds nothing, and no record is judged") {
  Shelf shelf;
  shelf.user(shelf.officer).duties = {};
  const Decision decision = shelf.decide(shelf.search(shelf.officer, {}));
  CHECK(failing(decision) == "DA-9");
  CHECK(decision.hits.empty());
}

TEST_CASE("a search whose hits are all withheld is still permitted") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  worked.add_record(worked.dea, Category::subject, Level::level_4);
  const Decision decision = worked.decide(worked.search(agent, {}));
  CHECK(decision.permitted());
  REQUIRE(decision.hits.size() == 1);
  CHECK(failing(decision.hits[0].verdicts) == "DA-6 DA-7");
}

TEST_CASE("the checks on records are asked of each hit, not of the search as a whole") {
  const Shelf shelf;
  const Decision decision = shelf.decide(shelf.search(shelf.officer, {}));
  for (const Check& each : checks()) {
    CAPTURE(each.code);
    const Verdict on_search = decision.verdicts[each.id];
    const Verdict on_hit = decision.hits[0].verdicts[each.id];
    if (each.scope == Scope::record) CHECK(on_search == Verdict::not_applicable);
    if (each.scope == Scope::request) CHECK(on_hit == Verdict::not_applicable);
  }
}

TEST_CASE("a record that was deleted or withdrawn is found by no search") {
  Shelf shelf;
  shelf.record(shelf.person).absent = true;
  CHECK(shelf.found({}) == Found{shelf.vessel, shelf.crossing});
}

TEST_CASE("links are shown of a record that passes, and those that do not pass themselves are withheld") {
  Shelf shelf;
  shelf.user(shelf.officer).functions.insert(Function::record_linking);
  const auto closed = shelf.add_record(shelf.cbp, Category::subject, Level::level_4);
  shelf.record(shelf.vessel).links = {shelf.person, closed, shelf.crossing};
  shelf.record(shelf.crossing).absent = true;
  Request request = shelf.display(shelf.officer, shelf.vessel);
  request.function = Function::record_linking;
  request.operation = Operation::show_linked;
  const Decision decision = shelf.decide(request);
  CHECK(decision.permitted());
  REQUIRE(decision.hits.size() == 2);
  CHECK(decision.hits[0].record == shelf.person);
  CHECK_FALSE(decision.hits[0].withheld());
  CHECK(failing(decision.hits[1].verdicts) == "DA-6");

  shelf.record(closed).links = {shelf.person};
  request.target = closed;
  CHECK(failing(shelf.decide(request)) == "DA-6");
  CHECK(shelf.decide(request).hits.empty());
}

}  // namespace
TEST_CASE("of a record that is not on the platform nothing is asked but the request") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.world.records[record.at].absent = true;
  const Decision decision = worked.decide(worked.display(agent, record));
  CHECK(failing(decision) == "none");
  for (const Check& each : checks()) {
    if (each.scope == Scope::record) CHECK(decision.verdicts[each.id] == Verdict::not_applicable);
  }
}

}  // namespace ntk::policy
