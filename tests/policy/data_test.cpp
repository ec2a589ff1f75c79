// Gate 4: levels, designation, memos, agreements, and what an ANACI reaches.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("an agreement that does not list the category closes level 1 records too") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  CHECK(failing(worked.decide(worked.display(agent, worked.add_record(worked.cbp, Category::moir)))) ==
        "DA-2");
  CHECK(failing(worked.decide(worked.display(agent, worked.add_record(worked.cbp, Category::i94)))) ==
        "DA-2");
}

TEST_CASE("an agency's own records need no listing in its agreement") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const Decision decision =
      worked.decide(worked.display(agent, worked.add_record(worked.fbi, Category::moir)));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DA_2] == Verdict::not_applicable);
}

TEST_CASE("a level 2 record is open to the agency that entered it alone, even within the Department") {
  WorkedWorld worked;
  const auto record = worked.add_record(worked.ice, Category::subject, Level::level_2);
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.ice), record))) == "none");
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.cbp), record))) == "DA-4");
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.fbi), record))) == "DA-4");
}

TEST_CASE("everything that a class names must fit, and one fitting class is enough") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.ice);
  const auto supervisor = worked.add_user(worked.ice);
  worked.user(supervisor).category = UserCategory::supervisor;
  const auto record = worked.add_record(worked.cbp, Category::subject, Level::level_3);
  const auto answer = [&](Ref<User> user) { return failing(worked.decide(worked.display(user, record))); };

  worked.record(record).designation = {{{worked.ice}, {UserCategory::supervisor}, {}}};
  CHECK(answer(officer) == "DA-5");
  CHECK(answer(supervisor) == "none");
  worked.record(record).designation.push_back({{}, {}, {officer}});
  CHECK(answer(officer) == "none");
  worked.record(record).designation = {{{worked.cbp}, {UserCategory::supervisor}, {}}};
  CHECK(answer(supervisor) == "DA-5");
  worked.record(record).designation = {{{worked.cbp, worked.ice}, {}, {}}};
  CHECK(answer(officer) == "none");
}

TEST_CASE("an empty designation, and a class that names nothing, admit the creator alone") {
  WorkedWorld worked;
  const auto creator = worked.add_user(worked.cbp);
  const auto colleague = worked.add_user(worked.cbp);
  const auto record = worked.add_record(worked.cbp, Category::subject, Level::level_3);
  worked.record(record).creator = creator;
  for (const Designation& designation : {Designation{}, Designation{DesignationClass{}}}) {
    worked.record(record).designation = designation;
    CHECK(failing(worked.decide(worked.display(creator, record))) == "none");
    CHECK(failing(worked.decide(worked.display(colleague, record))) == "DA-5");
  }
}

TEST_CASE("level 4 heeds individuals alone: an agency or a category in its designation admits nobody") {
  WorkedWorld worked;
  const auto named = worked.add_user(worked.cbp);
  const auto colleague = worked.add_user(worked.cbp);
  const auto creator = worked.add_user(worked.cbp);
  const auto record = worked.add_record(worked.cbp, Category::subject, Level::level_4);
  worked.record(record).creator = creator;
  worked.record(record).designation = {{{worked.cbp}, {UserCategory::general_user}, {}}, {{}, {}, {named}}};
  CHECK(failing(worked.decide(worked.display(named, record))) == "none");
  CHECK(failing(worked.decide(worked.display(creator, record))) == "none");
  CHECK(failing(worked.decide(worked.display(colleague, record))) == "DA-6");
}

TEST_CASE("within the Department no memo is needed; its users need one for records of agencies outside") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.ice);
  const auto ours = worked.add_record(worked.cbp, Category::subject, Level::level_3);
  const auto theirs = worked.add_record(worked.dea, Category::subject, Level::level_3);
  for (auto record : {ours, theirs}) worked.record(record).designation = {{{worked.ice}, {}, {}}};
  const Decision decision = worked.decide(worked.display(officer, ours));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DA_7] == Verdict::not_applicable);
  CHECK(failing(worked.decide(worked.display(officer, theirs))) == "DA-7");
  worked.add_memo(worked.dea, worked.ice);
  CHECK(failing(worked.decide(worked.display(officer, theirs))) == "none");
}

TEST_CASE("one memo must cover category, level and access, be in force, and be the owner's to that agency") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(record).designation = {{{worked.fbi}, {}, {}}};
  const auto with = [&](auto change) {
    worked.world.memos.clear();
    change(worked.add_memo(worked.dea, worked.fbi));
    return failing(worked.decide(worked.display(agent, record)));
  };
  CHECK(with([](OwnerMemo&) {}) == "none");
  CHECK(with([](OwnerMemo& memo) { memo.term.reset(); }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.term = term("2016-08-13", "2016-12-31"); }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.term = term("2016-01-01", "2016-08-11"); }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.term = term("2016-01-01", "2016-08-12"); }) == "none");
  CHECK(with([](OwnerMemo& memo) { memo.categories = {Category::moir}; }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.levels = {Level::level_4}; }) == "DA-7");
  CHECK(with([](OwnerMemo& memo) { memo.access = Access::update; }) == "none");
  CHECK(with([&](OwnerMemo& memo) { memo.owner = worked.cbp; }) == "DA-7");
  CHECK(with([&](OwnerMemo& memo) { memo.to = worked.dea; }) == "DA-7");
}

TEST_CASE("two memos that each cover half do not make one that covers all") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(record).designation = {{{worked.fbi}, {}, {}}};
  worked.add_memo(worked.dea, worked.fbi).categories = {Category::moir};
  worked.add_memo(worked.dea, worked.fbi).levels = {Level::level_4};
  CHECK(failing(worked.decide(worked.display(agent, record))) == "DA-7");
}

TEST_CASE("changing needs an update memo; reading is content with either") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(record).designation = {{{worked.fbi}, {}, {}}};
  OwnerMemo& memo = worked.add_memo(worked.dea, worked.fbi);
  Request request = worked.display(agent, record);
  request.operation = Operation::update;
  CHECK(worked.decide(request).verdicts[CheckId::DA_7] == Verdict::fail);
  memo.access = Access::update;
  CHECK(worked.decide(request).verdicts[CheckId::DA_7] == Verdict::pass);
  request.operation = Operation::display;
  CHECK(worked.decide(request).verdicts[CheckId::DA_7] == Verdict::pass);
}

TEST_CASE("a lookout is under CBP's control: its officers are asked neither level nor memo") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  for (Level level : {Level::level_1, Level::level_2, Level::level_3, Level::level_4}) {
    const auto lookout = worked.add_record(worked.dea, Category::lookout, level);
    CHECK(failing(worked.decide(worked.display(officer, lookout))) == "none");
  }
}

TEST_CASE("a memo for a lookout comes from CBP, whoever entered it") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto lookout = worked.add_record(worked.dea, Category::lookout, Level::level_3);
  worked.record(lookout).designation = {{{worked.fbi}, {}, {}}};
  worked.add_memo(worked.dea, worked.fbi).categories = {Category::lookout};
  CHECK(failing(worked.decide(worked.display(agent, lookout))) == "DA-7");
  worked.add_memo(worked.cbp, worked.fbi).categories = {Category::lookout};
  CHECK(failing(worked.decide(worked.display(agent, lookout))) == "none");
}

TEST_CASE("a component's user needs designation for a lookout, but no memo") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.ice);
  const auto lookout = worked.add_record(worked.dea, Category::lookout, Level::level_3);
  CHECK(failing(worked.decide(worked.display(officer, lookout))) == "DA-5");
  worked.record(lookout).designation = {{{worked.ice}, {}, {}}};
  CHECK(failing(worked.decide(worked.display(officer, lookout))) == "none");
}

TEST_CASE("a level 2 lookout is open to the entering agency and to CBP's officers") {
  WorkedWorld worked;
  const auto lookout = worked.add_record(worked.dea, Category::lookout, Level::level_2);
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.dea), lookout))) == "none");
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.cbp), lookout))) == "none");
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.ice), lookout))) == "DA-4");
}

TEST_CASE(
    "an ANACI holder of an external agency reaches data without levels by the agreement's entry alone") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto history = worked.add_record(worked.cbp, Category::primary_query_history);
  worked.user(agent).investigation = anaci("2014-05-06");
  CHECK(failing(worked.decide(worked.display(agent, history))) == "DA-8");
  worked.agreement_of(worked.fbi).anaci_categories = {Category::primary_query_history};
  CHECK(failing(worked.decide(worked.display(agent, history))) == "none");
}

TEST_CASE("an agreement that opens to ANACI holders what none lists grants nothing") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto history = worked.add_record(worked.cbp, Category::primary_query_history);
  worked.user(agent).investigation = anaci("2014-05-06");
  worked.agreement_of(worked.fbi).anaci_categories = {Category::primary_query_history};
  worked.agreement_of(worked.fbi).categories = {Category::subject};
  CHECK(failing(worked.decide(worked.display(agent, history))) == "DA-2 DA-8");

  Agreement second = worked.agreement_of(worked.fbi);
  second.categories = {Category::primary_query_history};
  second.anaci_categories = {};
  worked.world.agreements.push_back(second);
  CHECK(failing(worked.decide(worked.display(agent, history))) == "none");
}

TEST_CASE("an ANACI holder within the Department, and one before an own record, is not asked for a grant") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.ice);
  const auto agent = worked.add_user(worked.fbi);
  worked.user(officer).investigation = worked.user(agent).investigation = anaci("2014-05-06");
  const auto history = worked.add_record(worked.cbp, Category::primary_query_history);
  CHECK(failing(worked.decide(worked.display(officer, history))) == "none");
  const auto own = worked.add_record(worked.fbi, Category::subject, Level::level_3);
  worked.record(own).designation = {{{worked.fbi}, {}, {}}};
  CHECK(failing(worked.decide(worked.display(agent, own))) == "none");
}

TEST_CASE("an ANACI holder fails both the memo and the grant where there is no memo") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  worked.user(agent).investigation = anaci("2014-05-06");
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(record).designation = {{{worked.fbi}, {}, {}}};
  CHECK(failing(worked.decide(worked.display(agent, record))) == "DA-7 DA-8");
}

TEST_CASE("an overdue ANACI is still an ANACI: its reach is asked although its age fails") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  worked.user(agent).investigation = anaci("2000-01-01");
  const auto history = worked.add_record(worked.cbp, Category::primary_query_history);
  CHECK(failing(worked.decide(worked.display(agent, history))) == "AC-3 DA-8");
}

TEST_CASE("watchlist matches reach users within the Department, enhanced documents those of the host alone") {
  WorkedWorld worked;
  worked.agreement_of(worked.fbi).categories = all<Category>();
  const auto verdict = [&](Ref<Agency> agency, Category category) {
    return worked.decide(worked.display(worked.add_user(agency), worked.add_record(worked.cbp, category)))
        .verdicts[CheckId::DA_1];
  };
  CHECK(verdict(worked.cbp, Category::watchlist) == Verdict::pass);
  CHECK(verdict(worked.ice, Category::watchlist) == Verdict::pass);
  CHECK(verdict(worked.fbi, Category::watchlist) == Verdict::fail);
  CHECK(verdict(worked.cbp, Category::enhanced_document) == Verdict::pass);
  CHECK(verdict(worked.ice, Category::enhanced_document) == Verdict::fail);
  CHECK(verdict(worked.fbi, Category::subject) == Verdict::not_applicable);
}

TEST_CASE("a record is changed by its owner's users, or under an owner's memo for update, at level 1 too") {
  WorkedWorld worked;
  const auto ours = worked.add_user(worked.cbp);
  const auto other = worked.add_user(worked.ice);
  const auto record = worked.add_record(worked.cbp, Category::primary_query_history);
  Request request = worked.display(other, record);
  const auto verdict = [&] { return worked.decide(request).verdicts[CheckId::DA_11]; };
  CHECK(verdict() == Verdict::not_applicable);
  request.operation = Operation::update;
  CHECK(verdict() == Verdict::fail);
  OwnerMemo& memo = worked.add_memo(worked.cbp, worked.ice);
  memo.categories = {Category::primary_query_history};
  CHECK(verdict() == Verdict::fail);
  memo.access = Access::update;
  CHECK(verdict() == Verdict::pass);
  worked.record(record).category = Category::subject;
  memo.categories = {Category::subject};
  CHECK(verdict() == Verdict::fail);  // the memo is of level 3
  request.user = ours;
  CHECK(verdict() == Verdict::pass);
  worked.record(record).category = Category::user_profile;
  CHECK(verdict() == Verdict::not_applicable);
}

TEST_CASE("an image is shown where its parent would be, and not without one") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  const auto parent = worked.add_record(worked.cbp, Category::subject, Level::level_4);
  const auto image = worked.add_record(worked.cbp, Category::image);
  const auto answer = [&] { return failing(worked.decide(worked.display(officer, image))); };
  CHECK(answer() == "DA-12");
  worked.record(image).parent = parent;
  CHECK(answer() == "DA-12");
  worked.record(parent).designation = {{{}, {}, {officer}}};
  CHECK(answer() == "none");
  worked.record(parent).absent = true;
  CHECK(answer() == "DA-12");
  CHECK(worked.decide(worked.display(officer, parent)).verdicts[CheckId::DA_12] == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
