// What holds of every command, every session and every trail, tried on random ones.
#include <doctest/doctest.h>
#include <algorithm>

#include "sim/session/report.h"
#include "tests/property.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

using namespace policy;
using namespace property;
using namespace scenario;

const Scenario& lesson() {
  static const Scenario lesson = example_lesson();
  return lesson;
}

// ---- Random commands ---------------------------------------------------------------------------

template <class E>
EnumSet<E> any_set(EnumSet<E> whole) {
  EnumSet<E> set;
  for (const auto& each : words<E>()) {
    if (whole.contains(each.value) && either()) set.insert(each.value);
  }
  return set;
}

template <class List>
Ref<typename List::value_type> any_ref(const List& things) {
  return {static_cast<std::uint32_t>(below(things.size()))};
}

Date any_date() {
  const auto days = std::chrono::sys_days(*parse_date("1990-01-01")) + std::chrono::days(below(15000));
  return Date(days);
}

Moment any_moment() {
  return {any_date(), static_cast<int>(below(24 * 60))};
}

/// UTF-8 with everything in it that a command line gives a meaning to.
std::string any_text(bool may_be_empty) {
  static const std::vector<std::string> pieces = {"a",      "Z",  "7",   " ",     "\"",  "\\", "=",
                                                  "#",      ",",  "+",   ":",     "'",   "ä",  "–",
                                                  "\u00a0", "🙂", "all", "term:", "none"};
  std::string text = may_be_empty ? "" : "x";
  for (std::size_t left = any_length(); left > 0; --left) text += one_of(pieces);
  return text;
}

DesignationClass any_class() {
  DesignationClass designated;
  const World& world = lesson().world;
  for (std::uint32_t i = 0; i < world.agencies.size(); ++i) {
    if (either()) designated.agencies.push_back({i});
  }
  for (std::uint32_t i = 0; i < world.users.size(); ++i) {
    if (either()) designated.users.push_back({i});
  }
  designated.categories = any_set(all<UserCategory>());
  return designated;
}

Designation any_designation(const Assignable& field) {
  Designation classes;
  const auto add = [&](const DesignationClass& designated) {
    if (std::find(classes.begin(), classes.end(), designated) == classes.end()) classes.push_back(designated);
  };
  if (field.open) {
    for (std::size_t left = below(3); left > 0; --left) add(any_class());
    return classes;
  }
  for (const DesignationClass& each : std::get<Designation>(field.choices.front())) {
    if (either()) add(each);
  }
  return classes;
}

std::optional<Term> any_term() {
  if (once_in(4)) return std::nullopt;
  Term term{any_date(), std::nullopt};
  if (either()) {
    term.last = Date(std::chrono::sys_days(term.first) + std::chrono::days(below(2000)));
  }
  return term;
}

std::optional<Investigation> any_investigation() {
  if (once_in(4)) return std::nullopt;
  return Investigation{
      one_of<InvestigationType>({InvestigationType::anaci, InvestigationType::bi}), any_date(),
      one_of<Adjudication>({Adjudication::favorable, Adjudication::unfavorable, Adjudication::pending})};
}

/// A value that the field allows.
AssignedValue any_value(const Assignable& field) {
  using enum AssignableField;
  const bool is_set = field_word(field.field).is_set;
  if (!field.open && !is_set) return one_of(field.choices);
  switch (field.field) {
    case record_designation:
      return any_designation(field);
    case user_investigation:
      return any_investigation();
    case user_functions:
    case agreement_functions:
      return any_set(field.open ? all<Function>() : std::get<FunctionSet>(field.choices.front()));
    case user_roles: {
      policy::Roles roles;
      for (std::uint32_t at = 0; at < lesson().world.roles.size(); ++at) {
        if (either()) roles.push_back({at});
      }
      return roles;
    }
    case agreement_categories:
    case agreement_anaci_categories:
    case memo_categories:
      return any_set(field.open ? possible_categories(field.field)
                                : std::get<CategorySet>(field.choices.front()));
    case memo_levels:
      return any_set(all<Level>());
    case agreement_term:
    case memo_term:
      return any_term();
    case memo_access:
      return one_of<Access>({Access::read, Access::update});
    case memo_anaci:
      return either();
    case letter_states:
      return any_set(all<Statement>());
    case letter_route:
      return std::optional(one_of<Route>({Route::dhs_trip, Route::appeal}));
    case record_level:
      break;
  }
  return Level::level_3;
}

Search any_search() {
  Search search;
  for (const auto& each : words<Category>()) {
    if (once_in(3)) search.categories.insert(each.value);
  }
  for (std::size_t left = below(3); left > 0; --left) {
    search.terms.push_back({std::to_string(left) + any_text(true), any_text(true)});
  }
  if (either()) search.terms = {{"last_name", "Vale"}};
  return search;
}

AskCommand any_ask() {
  const World& world = lesson().world;
  AskCommand command;
  command.id = "own-" + std::to_string(1 + below(5));
  Request& request = command.request;
  request.user = any_ref(world.users);
  request.function =
      one_of<Function>({Function::subject_query, Function::printing, Function::primary_query_history});
  request.operation = one_of<Operation>({Operation::search, Operation::display, Operation::print});
  if (is_search(request.operation)) {
    request.target = any_search();
  } else {
    request.target = any_ref(world.records);
  }
  request.purpose = any_ref(world.purposes);
  request.place = any_text(false);
  command.at_clock = either();
  request.moment = command.at_clock ? lesson().clock : any_moment();
  return command;
}

std::string any_request_id() {
  return one_of<std::string>({"own-file", "foreign-file", "look-up", "at-noon", "own-1", "own-2", "own-3"});
}

PredictCommand any_prediction() {
  PredictCommand command{any_request_id(), either(), std::nullopt};
  if (!command.permitted && either()) {
    command.reason = static_cast<CheckId>(below(check_count));
  }
  if (either()) command.certainty = static_cast<Certainty>(below(certainty_words.size()));
  return command;
}

AssignCommand any_assignment() {
  const auto field = below(lesson().assignables.size());
  return {static_cast<std::uint32_t>(field), any_value(lesson().assignables[field])};
}

/// Any command; those that make sessions long and full are likelier.
Command any_command() {
  switch (below(14)) {
    case 0:
    case 1:
      return RunAllCommand{};
    case 2:
    case 3:
      return RunCommand{any_request_id()};
    case 4:
    case 5:
    case 6:
    case 7:
      return any_assignment();
    case 8:
    case 9:
      return any_prediction();
    case 10:
      return HintCommand{};
    case 11:
      if (once_in(4)) return ResetCommand{};
      return AdvanceCommand{any_moment()};
    default:
      return any_ask();
  }
}

/// A session to which any commands were applied, but for those that it refused.
Session any_session() {
  Session session(lesson());
  for (std::size_t left = any_length(); left > 0; --left) session.apply(any_command());
  return session;
}

// ---- What holds of them ------------------------------------------------------------------------

TEST_CASE("every command is read back from its text as it was") {
  for_all("parse_command(to_text(command)) == command", [] {
    const Command command = any_command();
    const std::string text = to_text(command, lesson());
    const ParsedCommand parsed = parse_command(text, lesson());
    if (const auto* refusal = std::get_if<Refusal>(&parsed)) fail(text + ": " + refusal->message);
    HOLDS(std::get<Command>(parsed) == command);
    HOLDS(text.find('\n') == text.npos);
    HOLDS(!is_blank_or_comment(text));
  });
}

TEST_CASE("no line of text does harm: it is read or refused, and a refusal points into the line") {
  for_all("parse_command(any line)", [] {
    std::string line = to_text(any_command(), lesson());
    for (std::size_t left = below(4); left > 0 && !line.empty(); --left) {
      const auto at = below(line.size());
      line[at] = any_byte();
      if (either()) line.erase(at);
    }
    const ParsedCommand parsed = parse_command(line, lesson());
    if (const auto* refusal = std::get_if<Refusal>(&parsed)) {
      HOLDS(refusal->column + refusal->length <= line.size());
      HOLDS(!refusal->code.empty());
    }
  });
}

/// The report without what undo doesn't take back.
std::string report_of_state(const Session& session) {
  const std::string report = report_json(session);
  const std::size_t from = report.find("\"first_predictions_from\""), to = report.find("\"misconceptions\"");
  return report.substr(0, from) + report.substr(to);
}

TEST_CASE("undo restores the session to what it was before any command, and redo brings the command back") {
  for_all("undo(apply(session, command)) == session", [] {
    Session session = any_session();
    const std::string before = report_of_state(session);
    const auto refused = session.apply(any_command());
    const std::string applied = report_of_state(session);
    if (refused) {
      HOLDS(applied == before);
      return;
    }
    session.undo();
    HOLDS(report_of_state(session) == before);
    session.redo();
    HOLDS(report_of_state(session) == applied);
  });
}

TEST_CASE("all commands can be undone, one by one, down to the scenario, and redone up to the end") {
  for_all("undo all, redo all", [] {
    Session session = any_session();
    const std::string end = report_of_state(session);
    while (session.can_undo()) session.undo();
    HOLDS(report_of_state(session) == report_of_state(Session(lesson())));
    while (session.can_redo()) session.redo();
    HOLDS(report_of_state(session) == end);
  });
}

TEST_CASE("the journal of any session brings back the session, its history and its first predictions") {
  for_all("restore(journal(session)) == session", [] {
    Session session(lesson());
    for (std::size_t left = any_length(); left > 0; --left) {
      if (once_in(4)) {
        session.go_to(below(session.steps().size() + 2));
      } else if (once_in(30)) {
        session.look();
      } else {
        session.apply(any_command());
      }
    }
    Session again(lesson());
    const ReplayResult result = again.restore(session.journal());
    if (result.refusal) fail(result.refusal->message);
    HOLDS(report_json(again) == report_json(session));
    HOLDS(std::ranges::equal(again.journal(), session.journal()));
    HOLDS(std::ranges::equal(again.steps(), session.steps()));
    HOLDS(again.position() == session.position());
    const std::vector<std::string> lines(session.journal().begin(), session.journal().end());
    HOLDS(steps_of(lines).steps.size() == session.steps().size());
    HOLDS(steps_of(lines).position == session.position());
  });
}

TEST_CASE("the command file of any session is replayed without a refusal, to the same report byte for byte") {
  for_all("replay(to_command_file(session)) == session", [] {
    const Session session = any_session();
    Session again(lesson());
    const ReplayResult result = replay(again, to_command_file(session));
    if (result.refusal) fail(result.refusal->message);
    HOLDS(result.applied == session.history().size());
    HOLDS(report_of_state(again) == report_of_state(session));
  });
}

TEST_CASE("every trail is intact as it is exported") {
  for_all("verify(to_json_lines(trail), seal)", [] {
    const Session session = any_session();
    HOLDS(verify(to_json_lines(session.trail(), session.world()), session.trail().seal()).empty());
  });
}

// ---- Tampering ---------------------------------------------------------------------------------

std::vector<std::string> lines_of(const Session& session) {
  std::vector<std::string> lines;
  for (const AuditEvent& each : session.trail().events()) {
    lines.push_back(canonical_json(each, session.world()) + '\n');
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& each : lines) text += each;
  return text;
}

/// A session with at least two events in its trail.
Session with_events() {
  Session session = any_session();
  session.apply("run own-file");
  session.apply("run at-noon");
  return session;
}

TEST_CASE("any one changed byte of a trail is found") {
  for_all("verify(one byte changed)", [] {
    const Session session = with_events();
    std::string text = joined(lines_of(session));
    const std::size_t at = below(text.size());
    const char changed = any_byte();
    discard_unless(changed != text[at]);
    text[at] = changed;
    HOLDS(!verify(text, session.trail().seal()).empty());
  });
}

TEST_CASE("any one byte removed from a trail, or added to it, is found") {
  for_all("verify(one byte more or less)", [] {
    const Session session = with_events();
    std::string text = joined(lines_of(session));
    const std::size_t at = below(text.size());
    if (either()) {
      text.erase(at, 1);
    } else {
      text.insert(at, 1, any_byte());
    }
    HOLDS(!verify(text, session.trail().seal()).empty());
  });
}

TEST_CASE("events removed, repeated, exchanged or cut off anywhere in a trail are found") {
  for_all("verify(lines tampered with)", [] {
    const Session session = with_events();
    std::vector<std::string> lines = lines_of(session);
    const auto at = static_cast<std::ptrdiff_t>(below(lines.size()));
    const auto other = static_cast<std::ptrdiff_t>(below(lines.size()));
    switch (below(4)) {
      case 0:
        lines.erase(lines.begin() + at);
        break;
      case 1:
        lines.insert(lines.begin() + other, lines[static_cast<std::size_t>(at)]);
        break;
      case 2:
        discard_unless(at != other);
        std::swap(lines[static_cast<std::size_t>(at)], lines[static_cast<std::size_t>(other)]);
        break;
      default:
        lines.resize(static_cast<std::size_t>(at));
        break;
    }
    HOLDS(!verify(joined(lines), session.trail().seal()).empty());
  });
}

TEST_CASE("a trail under the seal of another is found") {
  for_all("verify(trail, other seal)", [] {
    const Session session = with_events();
    Session other = session;
    other.apply("run own-file");
    HOLDS(!verify(joined(lines_of(session)), other.trail().seal()).empty());
    HOLDS(!verify(joined(lines_of(other)), session.trail().seal()).empty());
  });
}

}  // namespace
}  // namespace ntk::session
