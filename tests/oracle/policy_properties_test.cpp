// What the policy promises of every world and every request, tried on random ones: grants only ever add, time
// only ever takes, a search shows no more than a display would, and what is withheld leaves no trace.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "sim/policy/decide.h"
#include "tests/oracle/random_world.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using namespace property;

constexpr int worlds = 60;
constexpr int requests_of_each_world = 20;

/// Tries a property on many requests in each of many worlds.
void for_requests(const char* what, const std::function<void(const World&, const Request&)>& body) {
  for_all(
      what,
      [&] {
        const World world = any_world();
        for (int n = 0; n < requests_of_each_world; ++n) body(world, any_request());
      },
      worlds);
}

/// What the user is told: a refusal, or the records shown. What is withheld, and that something is, is no
/// part.
std::string screen(const World& world, const Decision& decision) {
  if (!decision.permitted()) return "denied";
  std::string text = "permitted";
  for (const Hit& each : decision.hits) {
    if (each.withheld()) continue;
    const Record& record = world[each.record];
    text += '\n' + record.title + ' ' + std::string(word(record.category));
    for (const Field& field : record.fields) text += ' ' + field.name + '=' + field.value;
  }
  return text;
}

bool is_shown(const Decision& decision, Ref<Record> record) {
  return decision.permitted() &&
         std::any_of(decision.hits.begin(), decision.hits.end(),
                     [&](const Hit& each) { return each.record == record && !each.withheld(); });
}

template <class T>
void remove_any(std::vector<T>& things) {
  if (!things.empty()) things.erase(things.begin() + static_cast<std::ptrdiff_t>(below(things.size())));
}

template <class E>
void remove_any(EnumSet<E>& set) {
  const auto all_words = words<E>();
  set.erase(all_words[below(all_words.size())].value);
}

/// Takes one grant away: of the agency, of an owner, of the user.
void remove_any_grant(World& world, Ref<User> asker) {
  User& user = world.users[asker.at];
  const auto any = [](auto& things) -> auto& { return things[below(things.size())]; };
  switch (below(10)) {
    case 0:
      return remove_any(world.agreements);
    case 1:
      if (!world.agreements.empty()) remove_any(any(world.agreements).categories);
      return;
    case 2:
      if (!world.agreements.empty()) remove_any(any(world.agreements).functions);
      return;
    case 3:
      if (!world.agreements.empty()) remove_any(any(world.agreements).anaci_categories);
      return;
    case 4:
      return remove_any(world.memos);
    case 5:
      if (!world.memos.empty()) any(world.memos).anaci = false;
      return;
    case 6:
      return remove_any(user.functions);
    case 7:
      return remove_any(user.transactions);
    case 8:
      return remove_any(user.duties);
    default:
      return remove_any(world.approvals);
  }
}

Date later(Date day, std::size_t days) {
  return Date{std::chrono::sys_days{day} + std::chrono::days{static_cast<int>(days)}};
}

TEST_CASE("removing a grant never turns a denial into a permit, nor shows what was withheld") {
  for_requests("a grant less", [](const World& world, const Request& request) {
    World without = world;
    remove_any_grant(without, request.user);
    const Decision before = decide(world, request), after = decide(without, request);
    HOLDS(before.permitted() || !after.permitted());
    for (const Hit& each : after.hits) HOLDS(each.withheld() || is_shown(before, each.record));
  });
}

TEST_CASE("adding days never revives a period that has lapsed") {
  using enum CheckId;
  constexpr CheckId periods[] = {AC_3, AC_4, AC_6, AG_3, FN_4, DA_10};
  for_requests("a day more", [&](const World& world, Request request) {
    Decision at[3];
    for (Decision& each : at) {
      each = decide(world, request);
      request.moment.day = later(request.moment.day, 1 + below(4000));
    }
    for (const CheckId id : periods) {
      const bool lapsed = at[0].verdicts[id] == Verdict::pass && at[1].verdicts[id] == Verdict::fail;
      HOLDS(!lapsed || at[2].verdicts[id] != Verdict::pass);
    }
  });
}

TEST_CASE("a search never returns what a display by the same user would deny") {
  for_requests("every hit that is shown can be displayed", [](const World& world, const Request& search) {
    for (const Hit& each : decide(world, search).hits) {
      if (each.withheld()) continue;
      Request display = search;
      display.operation = Operation::display;
      display.target = each.record;
      display.change = {};
      const Decision shown = decide(world, display);
      for (const Check& check : checks())
        HOLDS(check.scope == Scope::request || shown.verdicts[check.id] != Verdict::fail);
    }
  });
}

TEST_CASE("a withheld record changes nothing in what the user is shown: as if it were not there") {
  for_requests("the screen with the record, and without", [](const World& world, const Request& request) {
    const Decision with = decide(world, request);
    for (const Hit& each : with.hits) {
      if (!each.withheld()) continue;
      World without = world;
      without.records[each.record.at].absent = true;
      HOLDS(screen(without, decide(without, request)) == screen(world, with));
    }
  });
}

TEST_CASE("the same world and the same request have the same answer") {
  for_requests("decide twice", [](const World& world, const Request& request) {
    HOLDS(decide(world, request) == decide(World(world), Request(request)));
  });
}

}  // namespace
}  // namespace ntk::oracle
