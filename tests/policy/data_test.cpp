// Gate 4: levels, designation, memos, agreements, and what an ANACI reaches.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("an agreement that does not list the category closes level 1 records too") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  CHECK(failing(of.decide(of.display(agent, of.add_record(of.cbp, Category::moir)))) == "DA-2");
  CHECK(failing(of.decide(of.display(agent, of.add_record(of.cbp, Category::i94)))) == "DA-2");
}

TEST_CASE("an agency's own records need no listing in its agreement") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const Decision decision = of.decide(of.display(agent, of.add_record(of.fbi, Category::moir)));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DA_2] == Verdict::not_applicable);
}

TEST_CASE("a level 2 record is open to the agency that entered it alone, even within the Department") {
  WorkedWorld of;
  const auto record = of.add_record(of.ice, Category::subject, Level::level_2);
  CHECK(failing(of.decide(of.display(of.add_user(of.ice), record))) == "none");
  CHECK(failing(of.decide(of.display(of.add_user(of.cbp), record))) == "DA-4");
  CHECK(failing(of.decide(of.display(of.add_user(of.fbi), record))) == "DA-4");
}

TEST_CASE("everything that a class names must fit, and one fitting class is enough") {
  WorkedWorld of;
  const auto officer = of.add_user(of.ice);
  const auto supervisor = of.add_user(of.ice);
  of.user(supervisor).category = UserCategory::supervisor;
  const auto record = of.add_record(of.cbp, Category::subject, Level::level_3);
  const auto answer = [&](Ref<User> user) { return failing(of.decide(of.display(user, record))); };

  of.record(record).designation = {{{of.ice}, {UserCategory::supervisor}, {}}};
  CHECK(answer(officer) == "DA-5");
  CHECK(answer(supervisor) == "none");
  of.record(record).designation.push_back({{}, {}, {officer}});
  CHECK(answer(officer) == "none");
  of.record(record).designation = {{{of.cbp}, {UserCategory::supervisor}, {}}};
  CHECK(answer(supervisor) == "DA-5");
  of.record(record).designation = {{{of.cbp, of.ice}, {}, {}}};
  CHECK(answer(officer) == "none");
}

TEST_CASE("an empty designation, and a class that names nothing, admit the creator alone") {
  WorkedWorld of;
  const auto creator = of.add_user(of.cbp);
  const auto colleague = of.add_user(of.cbp);
  const auto record = of.add_record(of.cbp, Category::subject, Level::level_3);
  of.record(record).creator = creator;
  for (const Designation& designation : {Designation{}, Designation{DesignationClass{}}}) {
    of.record(record).designation = designation;
    CHECK(failing(of.decide(of.display(creator, record))) == "none");
    CHECK(failing(of.decide(of.display(colleague, record))) == "DA-5");
  }
}

TEST_CASE("level 4 heeds individuals alone: an agency or a category in its designation admits nobody") {
  WorkedWorld of;
  const auto named = of.add_user(of.cbp);
  const auto colleague = of.add_user(of.cbp);
  const auto creator = of.add_user(of.cbp);
  const auto record = of.add_record(of.cbp, Category::subject, Level::level_4);
  of.record(record).creator = creator;
  of.record(record).designation = {{{of.cbp}, {UserCategory::general_user}, {}}, {{}, {}, {named}}};
  CHECK(failing(of.decide(of.display(named, record))) == "none");
  CHECK(failing(of.decide(of.display(creator, record))) == "none");
  CHECK(failing(of.decide(of.display(colleague, record))) == "DA-6");
}

TEST_CASE("within the Department no memo is needed; its users need one for records of agencies outside") {
  WorkedWorld of;
  const auto officer = of.add_user(of.ice);
  const auto ours = of.add_record(of.cbp, Category::subject, Level::level_3);
  const auto theirs = of.add_record(of.dea, Category::subject, Level::level_3);
  for (auto record : {ours, theirs}) of.record(record).designation = {{{of.ice}, {}, {}}};
  const Decision decision = of.decide(of.display(officer, ours));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DA_7] == Verdict::not_applicable);
  CHECK(failing(of.decide(of.display(officer, theirs))) == "DA-7");
  of.add_memo(of.dea, of.ice);
  CHECK(failing(of.decide(of.display(officer, theirs))) == "none");
}

TEST_CASE("one memo must cover category, level and access, be in force, and be the owner's to that agency") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.dea, Category::subject, Level::level_3);
  of.record(record).designation = {{{of.fbi}, {}, {}}};
  const auto with = [&](auto change) {
    of.world.memos.clear();
    change(of.add_memo(of.dea, of.fbi));
    return failing(of.decide(of.display(agent, record)));
  };
  CHECK(with([](OwnerMemo&) {}) == "none");
  CHECK(with([](OwnerMemo& memo) { memo.term.reset(); }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.term = term("2016-08-13", "2016-12-31"); }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.term = term("2016-01-01", "2016-08-11"); }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.term = term("2016-01-01", "2016-08-12"); }) == "none");
  CHECK(with([](OwnerMemo& memo) { memo.categories = {Category::moir}; }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.levels = {Level::level_4}; }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.access = Access::update; }) == "none");
  CHECK(with([&](OwnerMemo& memo) { memo.owner = of.cbp; }) == "DA-7");
  CHECK(with([&](OwnerMemo& memo) { memo.to = of.dea; }) == "DA-7");
}

TEST_CASE("two memos that each cover half do not make one that covers all") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.dea, Category::subject, Level::level_3);
  of.record(record).designation = {{{of.fbi}, {}, {}}};
  of.add_memo(of.dea, of.fbi).categories = {Category::moir};
  of.add_memo(of.dea, of.fbi).levels = {Level::level_4};
  CHECK(failing(of.decide(of.display(agent, record))) == "DA-7");
}

TEST_CASE("changing needs an update memo; reading is content with either") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.dea, Category::subject, Level::level_3);
  of.record(record).designation = {{{of.fbi}, {}, {}}};
  OwnerMemo& memo = of.add_memo(of.dea, of.fbi);
  Request request = of.display(agent, record);
  request.operation = Operation::update;
  CHECK(of.decide(request).verdicts[CheckId::DA_7] == Verdict::fail);
  memo.access = Access::update;
  CHECK(of.decide(request).verdicts[CheckId::DA_7] == Verdict::pass);
  request.operation = Operation::display;
  CHECK(of.decide(request).verdicts[CheckId::DA_7] == Verdict::pass);
}

TEST_CASE("a lookout is under CBP's control: its officers are asked neither level nor memo") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  for (Level level : {Level::level_1, Level::level_2, Level::level_3, Level::level_4}) {
    const auto lookout = of.add_record(of.dea, Category::lookout, level);
    CHECK(failing(of.decide(of.display(officer, lookout))) == "none");
  }
}

TEST_CASE("a memo for a lookout comes from CBP, whoever entered it") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto lookout = of.add_record(of.dea, Category::lookout, Level::level_3);
  of.record(lookout).designation = {{{of.fbi}, {}, {}}};
  of.add_memo(of.dea, of.fbi).categories = {Category::lookout};
  CHECK(failing(of.decide(of.display(agent, lookout))) == "DA-7");
  of.add_memo(of.cbp, of.fbi).categories = {Category::lookout};
  CHECK(failing(of.decide(of.display(agent, lookout))) == "none");
}

TEST_CASE("a component's user needs designation for a lookout, but no memo") {
  WorkedWorld of;
  const auto officer = of.add_user(of.ice);
  const auto lookout = of.add_record(of.dea, Category::lookout, Level::level_3);
  CHECK(failing(of.decide(of.display(officer, lookout))) == "DA-5");
  of.record(lookout).designation = {{{of.ice}, {}, {}}};
  CHECK(failing(of.decide(of.display(officer, lookout))) == "none");
}

TEST_CASE("a level 2 lookout is open to the entering agency and to CBP's officers") {
  WorkedWorld of;
  const auto lookout = of.add_record(of.dea, Category::lookout, Level::level_2);
  CHECK(failing(of.decide(of.display(of.add_user(of.dea), lookout))) == "none");
  CHECK(failing(of.decide(of.display(of.add_user(of.cbp), lookout))) == "none");
  CHECK(failing(of.decide(of.display(of.add_user(of.ice), lookout))) == "DA-4");
}

TEST_CASE(
    "an ANACI holder of an external agency reaches data without levels by the agreement's entry alone") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto history = of.add_record(of.cbp, Category::primary_query_history);
  of.user(agent).investigation = anaci("2014-05-06");
  CHECK(failing(of.decide(of.display(agent, history))) == "DA-8");
  of.agreement_of(of.fbi).anaci_categories = {Category::primary_query_history};
  CHECK(failing(of.decide(of.display(agent, history))) == "none");
}

TEST_CASE("an agreement that opens to ANACI holders what none lists grants nothing") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto history = of.add_record(of.cbp, Category::primary_query_history);
  of.user(agent).investigation = anaci("2014-05-06");
  of.agreement_of(of.fbi).anaci_categories = {Category::primary_query_history};
  of.agreement_of(of.fbi).categories = {Category::subject};
  CHECK(failing(of.decide(of.display(agent, history))) == "DA-2 DA-8");

  Agreement second = of.agreement_of(of.fbi);
  second.categories = {Category::primary_query_history};
  second.anaci_categories = {};
  of.world.agreements.push_back(second);
  CHECK(failing(of.decide(of.display(agent, history))) == "none");
}

TEST_CASE("an ANACI holder within the Department, and one before an own record, is not asked for a grant") {
  WorkedWorld of;
  const auto officer = of.add_user(of.ice);
  const auto agent = of.add_user(of.fbi);
  of.user(officer).investigation = of.user(agent).investigation = anaci("2014-05-06");
  const auto history = of.add_record(of.cbp, Category::primary_query_history);
  CHECK(failing(of.decide(of.display(officer, history))) == "none");
  const auto own = of.add_record(of.fbi, Category::subject, Level::level_3);
  of.record(own).designation = {{{of.fbi}, {}, {}}};
  CHECK(failing(of.decide(of.display(agent, own))) == "none");
}

TEST_CASE("an ANACI holder fails both the memo and the grant where there is no memo") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  of.user(agent).investigation = anaci("2014-05-06");
  const auto record = of.add_record(of.dea, Category::subject, Level::level_3);
  of.record(record).designation = {{{of.fbi}, {}, {}}};
  CHECK(failing(of.decide(of.display(agent, record))) == "DA-7 DA-8");
}

TEST_CASE("an overdue ANACI is still an ANACI: its reach is asked although its age fails") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  of.user(agent).investigation = anaci("2000-01-01");
  const auto history = of.add_record(of.cbp, Category::primary_query_history);
  CHECK(failing(of.decide(of.display(agent, history))) == "AC-3 DA-8");
}

TEST_CASE("watchlist matches reach users within the Department, enhanced documents those of the host alone") {
  WorkedWorld of;
  of.agreement_of(of.fbi).categories = all<Category>();
  const auto verdict = [&](Ref<Agency> agency, Category category) {
    return of.decide(of.display(of.add_user(agency), of.add_record(of.cbp, category)))
        .verdicts[CheckId::DA_1];
  };
  CHECK(verdict(of.cbp, Category::watchlist) == Verdict::pass);
  CHECK(verdict(of.ice, Category::watchlist) == Verdict::pass);
  CHECK(verdict(of.fbi, Category::watchlist) == Verdict::fail);
  CHECK(verdict(of.cbp, Category::enhanced_document) == Verdict::pass);
  CHECK(verdict(of.ice, Category::enhanced_document) == Verdict::fail);
  CHECK(verdict(of.fbi, Category::subject) == Verdict::not_applicable);
}

TEST_CASE("a record is changed by its owner's users, or under an owner's memo for update, at level 1 too") {
  WorkedWorld of;
  const auto ours = of.add_user(of.cbp);
  const auto other = of.add_user(of.ice);
  const auto record = of.add_record(of.cbp, Category::primary_query_history);
  Request request = of.display(other, record);
  const auto verdict = [&] { return of.decide(request).verdicts[CheckId::DA_11]; };
  CHECK(verdict() == Verdict::not_applicable);
  request.operation = Operation::update;
  CHECK(verdict() == Verdict::fail);
  OwnerMemo& memo = of.add_memo(of.cbp, of.ice);
  memo.categories = {Category::primary_query_history};
  CHECK(verdict() == Verdict::fail);
  memo.access = Access::update;
  CHECK(verdict() == Verdict::pass);
  of.record(record).category = Category::subject;
  memo.categories = {Category::subject};
  CHECK(verdict() == Verdict::fail);  // the memo is of level 3
  request.user = ours;
  CHECK(verdict() == Verdict::pass);
  of.record(record).category = Category::user_profile;
  CHECK(verdict() == Verdict::not_applicable);
}

TEST_CASE("an image is shown where its parent would be, and not without one") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  const auto parent = of.add_record(of.cbp, Category::subject, Level::level_4);
  const auto image = of.add_record(of.cbp, Category::image);
  const auto answer = [&] { return failing(of.decide(of.display(officer, image))); };
  CHECK(answer() == "DA-12");
  of.record(image).parent = parent;
  CHECK(answer() == "DA-12");
  of.record(parent).designation = {{{}, {}, {officer}}};
  CHECK(answer() == "none");
  of.record(parent).absent = true;
  CHECK(answer() == "DA-12");
  CHECK(of.decide(of.display(officer, parent)).verdicts[CheckId::DA_12] == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
