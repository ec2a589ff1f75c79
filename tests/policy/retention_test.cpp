// DA-10: how long a record is kept, and on which day that ends.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// One record, and the verdict of DA-10 on it for an officer of the host.
struct Kept : WorkedWorld {
  Ref<User> officer = add_user(cbp);
  Ref<Record> kept;

  explicit Kept(Category category) : kept(add_record(cbp, category)) {}
  Kept(Category category, Ref<Agency> owner) : kept(add_record(owner, category)) {}

  Retention& retention() { return record(kept).retention; }
  Verdict on(const char* date) const {
    Request request = display(officer, kept);
    request.moment.day = day(date);
    return policy::decide(world, request).verdicts[CheckId::DA_10];
  }
};

/// Collected on that day, it is kept from then to the last day, and not the day before or after.
void check_period(Kept kept, const char* before, const char* collected, const char* last, const char* after) {
  CHECK(kept.on(collected) == Verdict::not_applicable);
  kept.retention().collected = day(collected);
  CHECK(kept.on(before) == Verdict::fail);
  CHECK(kept.on(collected) == Verdict::pass);
  CHECK(kept.on(last) == Verdict::pass);
  CHECK(kept.on(after) == Verdict::fail);
}

TEST_CASE("the host's lookouts, I-94 data, watchlist matches and user records are kept for 75 years") {
  for (const Category category :
       {Category::lookout, Category::i94, Category::watchlist, Category::user_profile}) {
    CAPTURE(word(category));
    check_period(Kept(category), "1941-08-11", "1941-08-12", "2016-08-11", "2016-08-12");
  }
}

TEST_CASE("75 years of 29 February end where that day does not exist: the last is 27 February") {
  check_period(Kept(Category::lookout), "1940-02-28", "1940-02-29", "2015-02-27", "2015-02-28");
}

TEST_CASE("advance passenger information is kept for a year, audit records for 25") {
  check_period(Kept(Category::apis), "2015-08-11", "2015-08-12", "2016-08-11", "2016-08-12");
  check_period(Kept(Category::apis), "2016-02-28", "2016-02-29", "2017-02-27", "2017-02-28");
  check_period(Kept(Category::audit), "1991-08-11", "1991-08-12", "2016-08-11", "2016-08-12");
  check_period(Kept(Category::audit), "1992-02-28", "1992-02-29", "2017-02-27", "2017-02-28");
}

TEST_CASE(
    "travel documents of the American Citizens Record Query System are kept for 100 years, and others for no "
    "stated time") {
  Kept of_acrq(Category::travel_document);
  of_acrq.record(of_acrq.kept).system = "acrq";
  check_period(of_acrq, "1916-08-11", "1916-08-12", "2016-08-11", "2016-08-12");
  Kept other(Category::travel_document);
  other.retention().collected = day("1900-01-01");
  CHECK(other.on("2016-08-12") == Verdict::not_applicable);
}

TEST_CASE("a border crossing is kept for 15 years of a U.S. person, for 75 of others") {
  Kept of_us_person(Category::border_crossing);
  of_us_person.retention().us_person = true;
  check_period(of_us_person, "2001-08-11", "2001-08-12", "2016-08-11", "2016-08-12");
  check_period(of_us_person, "2000-02-28", "2000-02-29", "2015-02-27", "2015-02-28");
  check_period(Kept(Category::border_crossing), "1941-08-11", "1941-08-12", "2016-08-11", "2016-08-12");
}

TEST_CASE("a seizure is kept for five years from the closing of its matter, and from before it too") {
  Kept kept(Category::seizure);
  CHECK(kept.on("2016-08-12") == Verdict::not_applicable);
  kept.retention().closed = day("2011-08-12");
  CHECK(kept.on("2000-01-01") == Verdict::pass);
  CHECK(kept.on("2016-08-11") == Verdict::pass);
  CHECK(kept.on("2016-08-12") == Verdict::fail);
  kept.retention().closed = day("2012-02-29");
  CHECK(kept.on("2017-02-27") == Verdict::pass);
  CHECK(kept.on("2017-02-28") == Verdict::fail);
}

TEST_CASE(
    "where its limitation expired before the matter was closed, a seizure is kept for two years from then") {
  Kept kept(Category::seizure);
  kept.retention().limitation_expired = day("2014-08-12");
  CHECK(kept.on("2016-08-11") == Verdict::pass);
  CHECK(kept.on("2016-08-12") == Verdict::fail);
  kept.retention().closed = day("2014-08-13");
  CHECK(kept.on("2016-08-12") == Verdict::fail);
  kept.retention().closed = day("2014-08-12");
  CHECK(kept.on("2016-08-12") == Verdict::pass);
  CHECK(kept.on("2019-08-11") == Verdict::pass);
  CHECK(kept.on("2019-08-12") == Verdict::fail);
  kept.retention().closed.reset();
  kept.retention().limitation_expired = day("2012-02-29");
  CHECK(kept.on("2014-02-27") == Verdict::pass);
  CHECK(kept.on("2014-02-28") == Verdict::fail);
}

TEST_CASE("an enhanced document is kept through the day that it expires") {
  Kept kept(Category::enhanced_document);
  CHECK(kept.on("2016-08-12") == Verdict::not_applicable);
  kept.retention().expires = day("2016-02-29");
  CHECK(kept.on("2016-02-28") == Verdict::pass);
  CHECK(kept.on("2016-02-29") == Verdict::pass);
  CHECK(kept.on("2016-03-01") == Verdict::fail);
}

TEST_CASE(
    "an external agency's record, and a lookout that is not the host's, is kept by its owner's schedule") {
  const WorkedWorld agencies;
  for (Kept kept : {Kept(Category::lookout, agencies.dea), Kept(Category::apis, agencies.dea),
                    Kept(Category::lookout, agencies.ice)}) {
    kept.retention().collected = day("1900-01-01");
    CHECK(kept.on("2016-08-12") == Verdict::not_applicable);
    kept.retention().keep_until = day("2016-08-12");
    CHECK(kept.on("2016-08-11") == Verdict::pass);
    CHECK(kept.on("2016-08-12") == Verdict::pass);
    CHECK(kept.on("2016-08-13") == Verdict::fail);
  }
}

TEST_CASE("what is tied to an open matter does not lapse while that is open") {
  Kept collected(Category::apis), closed(Category::seizure), card(Category::enhanced_document);
  collected.retention().collected = day("1990-01-01");
  closed.retention().closed = day("1990-01-01");
  card.retention().expires = day("1990-01-01");
  for (Kept* kept : {&collected, &closed, &card}) {
    CHECK(kept->on("2016-08-12") == Verdict::fail);
    kept->retention().open_matter = true;
    CHECK(kept->on("2016-08-12") == Verdict::pass);
  }
  CHECK(collected.on("1989-12-31") == Verdict::fail);  // not collected yet
}

TEST_CASE("categories for which the policy states no period are not asked") {
  Kept kept(Category::subject);
  kept.retention().collected = kept.retention().keep_until = kept.retention().closed = day("1900-01-01");
  CHECK(kept.on("2016-08-12") == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
