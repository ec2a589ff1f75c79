// Every event that the simulator writes is an event by its own check, whatever was asked, and whoever asked it.
#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "sim/session/session.h"
#include "tests/property.h"
#include "tests/source_files.h"

namespace ntk::session {
namespace {

using namespace property;

std::vector<Session> opened_scenarios() {
  auto files = shipped_scenarios();
  files.push_back("tests/session/day.json");
  files.push_back("tests/session/office.json");
  std::vector<Session> sessions;
  for (const auto& file : files) {
    auto read = scenario::read_scenario(source_text(file), file.string());
    CAPTURE(file.string());
    REQUIRE(read.scenario);
    sessions.emplace_back(*std::move(read.scenario));
  }
  return sessions;
}

template <class E>
E any_word() {
  const auto all = policy::words<E>();
  return all[below(all.size())].value;
}

template <class List>
policy::Ref<typename List::value_type> one_ref(const List& things) {
  return {static_cast<std::uint32_t>(below(things.size()))};
}

/// Any request of the student's own: half of them like one of the script, asked by somebody else.
AskCommand any_asked(const Session& session, std::size_t number) {
  const policy::World& world = session.world();
  AskCommand command;
  command.id = "own-" + std::to_string(number);
  policy::Request& request = command.request;
  if (either()) {
    command.like = static_cast<std::uint32_t>(below(session.scenario().requests.size()));
    request = session.scenario().requests[*command.like].request;
    request.user = one_ref(world.users);
    return command;
  }
  request.user = one_ref(world.users);
  request.function = any_word<policy::Function>();
  request.operation = any_word<policy::Operation>();
  request.purpose = one_ref(world.purposes);
  request.place = "Port of Entry";
  request.moment = session.clock();
  if (policy::has_no_target(request.operation)) {
    request.target = policy::NoTarget{};
  } else if (policy::is_search(request.operation)) {
    request.target = policy::Search{};
  } else {
    request.target = one_ref(world.records);
  }
  return command;
}

/// Permits are predicted, since some lessons run nothing before.
void predict_all(Session& session) {
  for (const auto& each : session.scenario().predictions)
    session.apply(Command{PredictCommand{session.scenario().requests[each.request].id, true, std::nullopt}});
}

TEST_CASE("every event that random requests write, in any lesson, is an event: the trail is intact") {
  static const std::vector<Session> sessions = opened_scenarios();
  std::size_t events = 0;
  const auto body = [&] {
    Session session = one_of(sessions);
    predict_all(session);
    if (either()) session.apply("run all");
    for (std::size_t number = 1; number <= 20; ++number) {
      const AskCommand asked = any_asked(session, number);
      if (!session.apply(Command{asked})) session.apply("run " + asked.id);
    }
    session.apply("run all");
    const auto faults = verify(to_json_lines(session.trail(), session.world()), session.trail().seal());
    if (!faults.empty()) fail(session.scenario().id + ": " + faults[0].message);
    events += session.trail().events().size();
  };
  for_all("verify(trail of any requests)", body, 2 * usual_cases);
  CHECK(events > 1000);
}

}  // namespace
}  // namespace ntk::session
