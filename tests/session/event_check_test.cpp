// What is an event of a trail and what is not: each key by itself, and what the keys say together.
#include "sim/session/event_check.h"

#include <doctest/doctest.h>

#include "sim/session/session.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

/// What is wrong with an event; empty where nothing is.
std::string fault_of(const std::string& event) {
  scenario::Diagnostics diagnostics(event);
  const auto value = scenario::parse_json(diagnostics);
  REQUIRE(value);
  const auto fault = find_event_fault(*value);
  if (fault) CHECK(fault->span.column <= event.size());
  return fault ? fault->message : "";
}

struct Change {
  std::string_view what, with;
};

std::string changed(std::string event, std::initializer_list<Change> changes) {
  for (const Change& each : changes) {
    CAPTURE(event);
    CAPTURE(each.what);
    REQUIRE(event.find(each.what) != event.npos);
    event.replace(event.find(each.what), each.what.size(), each.with);
  }
  return event;
}

/// A permitted display of one record.
std::string a_display() {
  return R"({"agency":"fbi","failed":[],"function":"subject_query","moment":"2016-08-12T09:00",)"
         R"("operation":"display","outcome":"permitted","place":"Desk","previous":")" +
         std::string(64, '0') +
         R"(","purpose":"case","record":"note","returned":["note"],"sequence":7,"user":"lind","withheld":[]})";
}

/// A permitted search.
std::string a_search() {
  return changed(a_display(), {{R"("operation":"display")", R"("operation":"search")"},
                               {R"("record":"note")",
                                R"("query":{"categories":["subject"],"terms":{"last_name":"Ng"}})"}});
}

TEST_CASE("an event is of one record, of a search, or of neither, as its operation is") {
  CHECK(fault_of(a_display()).empty());
  CHECK(fault_of(a_search()).empty());
  CHECK(fault_of(changed(a_display(), {{"display", "search"}})) ==
        "an event of `search` has a `query`, and no `record`");
  CHECK(fault_of(changed(a_display(), {{R"("record":"note",)", ""}})) ==
        "an event of `display` has a `record`, and no `query`");
  CHECK(fault_of(changed(a_search(), {{"\"search\"", "\"vet\""}})).empty());
  CHECK(fault_of(changed(a_search(), {{R"("query":{"categories":["subject"],"terms":{"last_name":"Ng"}},)",
                                       ""}})) == "an event of `search` has a `query`, and no `record`");
  CHECK(fault_of(changed(a_search(), {{R"("returned")", R"("record":"note","returned")"}})) ==
        "an event of `search` has a `query`, and no `record`");
  CHECK(fault_of(changed(a_display(), {{"\"display\"", "\"use\""}})) ==
        "an event of `use` has neither `query` nor `record`");
}

TEST_CASE("coming and going are asked by no function, and all else by one") {
  const auto logon = changed(a_display(), {{R"("record":"note","returned":["note"])", R"("returned":[])"},
                                           {"\"display\"", "\"logon\""},
                                           {"\"subject_query\"", "null"}});
  CHECK(fault_of(logon).empty());
  CHECK(fault_of(changed(logon, {{"null", "\"subject_query\""}})) == "`function` of `logon` is null");
  CHECK(fault_of(changed(a_search(), {{"\"subject_query\"", "null"}})) ==
        "`function` of `search` is not null");
  CHECK(fault_of(changed(logon, {{R"("returned":[])", R"("returned":["note"])"}})) ==
        "`logon` returns no record");
  const Change passes{R"("operation":"display")", R"("operation":"pass_on")"};
  const Change nothing{R"("function":"subject_query")", R"("function":null)"};
  CHECK(fault_of(changed(a_display(), {nothing, passes})).empty());  // as the first versions wrote it
}

TEST_CASE(
    "what is permitted failed no rule, and what is denied failed one, returned nothing and withheld "
    "nothing") {
  const auto denied = changed(a_display(), {{R"("failed":[])", R"("failed":["DA-5","OB-4"])"},
                                            {"\"permitted\"", "\"denied\""},
                                            {R"("returned":["note"])", R"("returned":[])"}});
  CHECK(fault_of(denied).empty());
  CHECK(fault_of(changed(a_display(), {{R"("failed":[])", R"("failed":["AC-1"])"}})) ==
        "`failed` is not empty, and the outcome is `permitted`");
  CHECK(fault_of(changed(denied, {{R"("DA-5","OB-4")", ""}})) ==
        "`failed` is empty, and the outcome is `denied`");
  CHECK(fault_of(changed(denied, {{R"("returned":[])", R"("returned":["note"])"}})) ==
        "`returned` is not empty, and the outcome is `denied`");
  CHECK(fault_of(
            changed(denied, {{R"("withheld":[])", R"("withheld":[{"failed":["DA-5"],"record":"note"}])"}})) ==
        "`withheld` is not empty, and the outcome is `denied`");
}

TEST_CASE("a search says that it withheld records exactly where it did") {
  const std::string_view none = R"("withheld":[])",
                         one = R"("withheld":[{"failed":["DA-5"],"record":"sec"}])";
  CHECK(fault_of(changed(a_search(), {{none, one}})) ==
        "`withheld` is not empty, and the outcome is `permitted`");
  CHECK(fault_of(changed(a_search(), {{"\"permitted\"", "\"permitted_with_withheld\""}})) ==
        "`withheld` is empty, and the outcome is `permitted_with_withheld`");
  const auto withheld = changed(a_search(), {{none, one}, {"\"permitted\"", "\"permitted_with_withheld\""}});
  CHECK(fault_of(withheld).empty());
  CHECK(fault_of(changed(withheld, {{"\"DA-5\"", ""}})) == "a record is withheld, and `failed` is empty");
  CHECK(fault_of(changed(withheld, {{"sec", "note"}})) == "the record `note` is listed twice");
  CHECK(fault_of(changed(withheld, {{"\"DA-5\"", "\"DA-5\",\"OB-4\""}})) ==
        "`OB-4` is listed last, behind the rules by which a request was denied");
  CHECK(fault_of(changed(a_display(), {{none, one}, {"\"permitted\"", "\"permitted_with_withheld\""}})) ==
        "`display` withholds no record");
}

TEST_CASE("a rule fails once, and the suspension stands last among what failed") {
  const auto denied = changed(a_display(), {{R"("failed":[])", R"("failed":["DA-5"])"},
                                            {"\"permitted\"", "\"denied\""},
                                            {R"("returned":["note"])", R"("returned":[])"}});
  CHECK(fault_of(changed(denied, {{"\"DA-5\"", "\"DA-5\",\"DA-5\""}})) == "the rule `DA-5` is listed twice");
  const std::string_view last = "`OB-4` is listed last, behind the rules by which a request was denied";
  CHECK(fault_of(changed(denied, {{"\"DA-5\"", "\"OB-4\",\"DA-5\""}})) == last);
  CHECK(fault_of(changed(denied, {{"\"DA-5\"", "\"OB-4\""}})) == last);
}

TEST_CASE("a request that concerns one record returns that one or none") {
  CHECK(fault_of(changed(a_display(), {{R"("returned":["note"])", R"("returned":[])"}})).empty());
  CHECK(fault_of(changed(a_display(), {{R"("returned":["note"])", R"("returned":["sec"])"}})) ==
        "`display` returns only its `record`");
  const auto linked = changed(a_display(), {{"\"display\"", "\"show_linked\""}});
  CHECK(fault_of(changed(linked, {{R"("returned":["note"])", R"("returned":["note","sec"])"}})).empty());
  CHECK(fault_of(changed(a_search(), {{R"("returned":["note"])", R"("returned":["note","note"])"}})) ==
        "the record `note` is listed twice");
}

TEST_CASE("a review of the trail shows earlier events, each once and in order") {
  const auto review = changed(a_search(), {{"\"subject_query\"", "\"audit_review\""},
                                           {R"("returned":["note"])", R"("returned":[],"reviewed":[2,6])"}});
  CHECK(fault_of(review).empty());
  CHECK(fault_of(changed(review, {{R"(,"reviewed":[2,6])", ""}})) ==
        "a request by `audit_review` has `reviewed`");
  CHECK(fault_of(changed(review, {{"\"audit_review\"", "\"subject_query\""}})) ==
        "only a request by `audit_review` has `reviewed`");
  CHECK(fault_of(changed(review, {{"[2,6]", "[6,2]"}})) == "`reviewed` is not in ascending order");
  CHECK(fault_of(changed(review, {{"[2,6]", "[2,7]"}})) == "`reviewed` lists an event that comes later");
}

TEST_CASE("an id in a trail is a word, as in a scenario, and a place is one line") {
  CHECK(fault_of(changed(a_display(), {{"lind", "No Such\u202EUser"}})) == "`user` must be the id of a user");
  CHECK(fault_of(changed(a_display(), {{"lind", "a\\nb"}})) == "`user` must be the id of a user");
  CHECK(fault_of(changed(a_display(), {{"fbi", "FBI"}})) == "`agency` must be the id of an agency");
  CHECK(fault_of(changed(a_display(), {{"case", "\u200B"}})) == "`purpose` must be the id of a purpose");
  CHECK(fault_of(changed(a_display(), {{"\"Desk\"", "\"\""}})) == "`place` must be a text of one line");
  CHECK(fault_of(changed(a_display(), {{"\"Desk\"", "\"a\\nb\""}})) == "`place` must be a text of one line");
  CHECK(fault_of(changed(a_search(), {{"\"subject\"", "\"subject\",\"subject\""}})) ==
        "`query` must be an object of `categories`, each once, and `terms`");
  CHECK(fault_of(changed(a_search(), {{"last_name", ""}})) ==
        "`query` must be an object of `categories`, each once, and `terms`");
}

TEST_CASE("the profile of a user whose id is as long as ids can be is a record of the trail") {
  const std::string profile = "\"profile-" + std::string(64, 'x') + '"';
  CHECK(fault_of(changed(a_display(), {{"\"note\"", profile}, {"\"note\"", profile}})).empty());
  const std::string longer = "\"profile-" + std::string(65, 'x') + '"';
  CHECK(fault_of(changed(a_display(), {{"\"note\"", longer}})) == "`record` must be the id of a record");
}

}  // namespace
}  // namespace ntk::session
