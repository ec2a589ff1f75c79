// The form for a request of one's own, as both pages show it.
#include "web/view/ask_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "sim/policy/explain.h"
#include "sim/scenario/reader.h"
#include "tests/source_files.h"
#include "tests/web/page.h"
#include "web/bridge/model.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;
using policy::Operation;

namespace {

const char* const forensics_file = "scenarios/12-what-the-trail-says/scenario.json";
const char* const fields_file = "tests/web/every-field.json";
const char* const office_file = "tests/session/office.json";

session::Session asked_in(const std::string& file, std::initializer_list<const char*> commands = {}) {
  auto read = scenario::read_scenario(source_text(file), file);
  REQUIRE(read.scenario);
  session::Session session(*std::move(read.scenario));
  for (const char* each : commands) {
    CAPTURE(each);
    REQUIRE_FALSE(session.apply(each));
  }
  return session;
}

const AskLike& like_in(const AskView& view, std::string_view id) {
  const auto found =
      std::find_if(view.likes.begin(), view.likes.end(), [&](const AskLike& each) { return each.id == id; });
  REQUIRE(found != view.likes.end());
  return *found;
}

const AskOperation& operation_in(const AskView& view, Operation wanted) {
  const auto found = std::find_if(view.operations.begin(), view.operations.end(),
                                  [&](const AskOperation& each) { return each.operation == wanted; });
  REQUIRE(found != view.operations.end());
  return *found;
}

}  // namespace

TEST_CASE("one’s own request is made of the users, records, purposes and places that there are") {
  const session::Session session = asked_in(fields_file);
  const AskView view = view_ask(session);
  CHECK(view.id == "own-1");
  CHECK(view.waits_for.empty());
  REQUIRE(view.users.size() == 2);
  CHECK(view.users[0].id == "ortega");
  CHECK(view.users[0].title == "Ana Ortega (FBI)");
  REQUIRE(view.records.size() == 3);
  CHECK(view.records[0].title == "Harbour report");
  CHECK(view.purposes.size() == session.world().purposes.size());
  CHECK(view.places == std::vector<std::string>{"Field office, Port Ellery"});
  CHECK(view_ask(asked_in(fields_file, {"ask own-1 like=search-vale"})).id == "own-2");
}

TEST_CASE("a function offers the operations that it covers, and begins with displaying where it can") {
  const AskView view = view_ask(asked_in(fields_file));
  for (const AskFunction& each : view.functions) {
    CAPTURE(each.title);
    REQUIRE_FALSE(each.covers.empty());
    CHECK(covers(each, each.first));
    for (const Operation covered : each.covers) {
      CHECK(session::can_ask_oneself(covered));
      operation_in(view, covered);  // is there
    }
  }
  const AskFunction& query = row(view, policy::Function::subject_query);
  CHECK(view.function == policy::Function::subject_query);
  CHECK(query.first == Operation::display);
  CHECK(query.covers == std::vector<Operation>{Operation::search, Operation::display});
  CHECK(row(view, policy::Function::printing).first == Operation::print);
  CHECK(operation_in(view, Operation::search).searches);
  CHECK_FALSE(operation_in(view, Operation::search).names_record);
  CHECK(operation_in(view, Operation::print).names_record);
}

TEST_CASE("a search can be for the data and the fields that the lesson’s records have, by their labels") {
  const AskView view = view_ask(asked_in(fields_file));
  REQUIRE(view.categories.size() == 1);
  CHECK(view.categories[0].value == policy::Category::subject);
  REQUIRE_FALSE(view.terms.empty());
  CHECK(view.terms[0].name == "last_name");
  CHECK(view.terms[0].label == "Last name");
  for (std::size_t i = 0; i < view.terms.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(view.terms[i].name != view.terms[j].name);
  }
}

TEST_CASE("a request can be like one of the lesson’s, with what can be changed of it") {
  const session::Session session = asked_in(office_file);
  const AskView view = view_ask(session);
  CHECK(view.likes.size() == session.scenario().requests.size());
  CHECK(like_in(view, "enter").gives_level);
  CHECK(like_in(view, "enter").record.empty());
  CHECK(like_in(view, "certify").record == "profile-newcomer");
  CHECK_FALSE(like_in(view, "certify").gives_level);
  CHECK(like_in(view, "vet").searches);
  const AskLike& open = like_in(view, "open-person");
  CHECK(open.detail.find("The lesson’s request: ") == 0);
  CHECK(open.detail.ends_with(
      policy::in_words(session.world(), session.scenario().requests[open.request].request)));
}

TEST_CASE("a moment is asked at the lesson’s clock, at the one that is written, or to be written otherwise") {
  const session::Session session = asked_in(fields_file);
  const AskMoment empty = read_moment(session, "");
  CHECK(empty.valid);
  CHECK_FALSE(empty.moment);
  CHECK(empty.note ==
        "Leave it empty to ask at the lesson’s clock: " + policy::in_words(session.clock()) + ".");
  CHECK(empty.note == view_ask(session).moment_note);
  const AskMoment stated = read_moment(session, "2016-09-01T14:30");
  REQUIRE(stated.moment);
  CHECK(stated.note == "Asked on " + policy::in_words(*stated.moment) + ".");
  for (const char* wrong : {"2016-09-01", "noon", " "}) {
    CAPTURE(wrong);
    CHECK_FALSE(read_moment(session, wrong).valid);
    CHECK(read_moment(session, wrong).note == "Write the moment as 2016-08-12T09:00, or leave it empty.");
  }
}

TEST_CASE("while only the trail is given nothing can be asked, and the form says why") {
  CHECK_FALSE(view_ask(asked_in(forensics_file)).waits_for.empty());
}

TEST_CASE("the text page is handed the same form") {
  const session::Session session = asked_in(fields_file);
  const json model = sections_of([&](ModelWriter& writer) { write_ask(writer, session); });
  const json ask = model["ask"];
  const AskView view = view_ask(session);
  CHECK(ask["title"] == ask_labels.title);
  CHECK(ask["labels"]["user"] == ask_labels.user);
  CHECK(ask["waits_for"].is_null());
  CHECK(ask["moment_note"] == view.moment_note);
  CHECK(ask["function"] == "subject_query");
  CHECK(ask["functions"].size() == view.functions.size());
  CHECK(ask["functions"][0]["first"] == "display");
  CHECK(ask["operations"].size() == view.operations.size());
  CHECK(ask["terms"][0] == json({{"name", "last_name"}, {"label", "Last name"}}));
  CHECK(ask["likes"][0]["record"] == "harbour-report");
  CHECK(ask["likes"][1]["record"].is_null());
  CHECK(ask["levels"].size() == 4);
  CHECK(model["who"]["users"].size() == 2);
}
