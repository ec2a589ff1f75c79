#include "web/view/ask_view.h"

#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "web/view/requests_view.h"

namespace ntk::web {
namespace {

using policy::Category;
using policy::Function;
using policy::Operation;
using policy::World;
using session::Session;

bool names_record(Operation operation) {
  return !policy::is_search(operation) && !policy::has_no_target(operation) &&
         !policy::is_creating(operation);
}

template <class Items>
std::vector<AskChoice> titles_of(const Items& items) {
  std::vector<AskChoice> choices;
  choices.reserve(items.size());
  for (const auto& each : items) choices.push_back({each.id, each.title});
  return choices;
}

std::vector<AskChoice> users_of(const World& world) {
  std::vector<AskChoice> choices;
  choices.reserve(world.users.size());
  for (std::uint32_t i = 0; i < world.users.size(); ++i) {
    choices.push_back({world.users[i].id, policy::with_agency(world, {i})});
  }
  return choices;
}

std::vector<AskChoice> level_choices() {
  std::vector<AskChoice> choices;
  for (const policy::Word<policy::Level>& each : policy::words<policy::Level>()) {
    choices.push_back({std::string(each.word), std::string(each.title)});
  }
  return choices;
}

/// What can be done with a function. Displaying comes first where it can be: it asks the least of who asks.
AskFunction function_of(const policy::Word<Function>& word) {
  AskFunction function{word.value, word.word, word.title, {}, {}};
  for (const policy::Word<Operation>& each : policy::words<Operation>()) {
    const bool offered =
        session::can_ask_oneself(each.value) && policy::scope(word.value).operations.contains(each.value);
    if (offered) function.covers.push_back(each.value);
  }
  if (!function.covers.empty()) function.first = function.covers.front();
  if (covers(function, Operation::display)) function.first = Operation::display;
  return function;
}

void add_functions(AskView& view) {
  for (const policy::Word<Function>& each : policy::words<Function>()) {
    if (session::can_ask_oneself(each.value)) view.functions.push_back(function_of(each));
  }
  for (const policy::Word<Operation>& each : policy::words<Operation>()) {
    const bool offered =
        std::any_of(view.functions.begin(), view.functions.end(),
                    [&](const AskFunction& function) { return covers(function, each.value); });
    if (!offered) continue;
    view.operations.push_back(
        {each.value, each.word, each.title, policy::is_search(each.value), names_record(each.value)});
  }
  view.function = Function::subject_query;
}

/// What of the lesson's records a search can ask for: their categories, and the names of their fields, each once.
void add_what_is_searched(AskView& view, const World& world) {
  policy::CategorySet held;
  for (const policy::Record& record : world.records) {
    held.insert(record.category);
    for (const policy::Field& field : record.fields) {
      const bool known = std::any_of(view.terms.begin(), view.terms.end(),
                                     [&](const AskTerm& term) { return term.name == field.name; });
      if (!known) view.terms.push_back({field.name, policy::field_label(field.name)});
    }
  }
  for (const policy::Word<Category>& each : policy::words<Category>()) {
    if (held.contains(each.value)) view.categories.push_back(each);
  }
}

void add_likes(AskView& view, const Session& session) {
  const World& world = session.world();
  const auto& script = session.scenario().requests;
  for (std::uint32_t i = 0; i < script.size(); ++i) {
    const policy::Request& request = script[i].request;
    AskLike like;
    like.request = i;
    like.id = script[i].id;
    like.title = script[i].title;
    like.detail = "The lesson’s request: " + policy::in_words(world, request);
    like.user = world[request.user].id;
    like.purpose = world[request.purpose].id;
    like.place = request.place;
    const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target);
    if (record != nullptr && names_record(request.operation)) like.record = world[*record].id;
    like.searches = policy::is_search(request.operation);
    like.gives_level = session::gives_access(request.operation);
    view.likes.push_back(std::move(like));
  }
}

}  // namespace

AskView view_ask(const Session& session) {
  const World& world = session.world();
  AskView view;
  view.id = session::next_own_id(session);
  if (session.conceals()) view.waits_for = nothing_runs;
  view.users = users_of(world);
  view.purposes = titles_of(world.purposes);
  view.records = titles_of(world.records);
  view.levels = level_choices();
  add_functions(view);
  add_what_is_searched(view, world);
  view.places = session.scenario().places;
  add_likes(view, session);
  view.moment_note = read_moment(session, {}).note;
  return view;
}

const AskFunction& row(const AskView& view, Function function) {
  const auto found = std::find_if(view.functions.begin(), view.functions.end(),
                                  [&](const AskFunction& each) { return each.function == function; });
  return found == view.functions.end() ? view.functions.front() : *found;
}

bool covers(const AskFunction& function, Operation operation) {
  return std::find(function.covers.begin(), function.covers.end(), operation) != function.covers.end();
}

AskMoment read_moment(const Session& session, std::string_view text) {
  if (text.empty()) {
    return {true, std::nullopt,
            "Leave it empty to ask at the lesson’s clock: " + policy::in_words(session.clock()) + "."};
  }
  if (const auto moment = policy::parse_moment(text)) {
    return {true, moment, "Asked on " + policy::in_words(*moment) + "."};
  }
  return {false, std::nullopt, "Write the moment as 2016-08-12T09:00, or leave it empty."};
}

}  // namespace ntk::web
