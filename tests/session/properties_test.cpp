// What holds of every command, every session and every trail, tried on random ones by RapidCheck. A failure
// prints the smallest case found and the seed; RC_PARAMS="seed=..." runs it again.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <ostream>

#include "sim/session/report.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

using namespace policy;
using namespace scenario;

const Scenario& lesson() {
  static const Scenario lesson = example_lesson();
  return lesson;
}

// ---- Random commands ---------------------------------------------------------------------------

template <class E>
EnumSet<E> any_set(EnumSet<E> of) {
  EnumSet<E> set;
  for (const auto& each : words<E>()) {
    if (of.contains(each.value) && *rc::gen::arbitrary<bool>()) set.insert(each.value);
  }
  return set;
}

template <class T>
Ref<T> any_ref(const std::vector<T>& things) {
  return {static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, things.size()))};
}

Date any_date() {
  const auto days =
      std::chrono::sys_days(*parse_date("1990-01-01")) + std::chrono::days(*rc::gen::inRange(0, 15000));
  return Date(days);
}

Moment any_moment() {
  return {any_date(), *rc::gen::inRange(0, 24 * 60)};
}

/// UTF-8 with everything in it that a command line gives a meaning to.
std::string any_text(bool may_be_empty) {
  const auto piece = rc::gen::element<std::string>("a", "Z", "7", " ", "\"", "\\", "=", "#", ",", "+", ":",
                                                   "'", "ä", "–", "\u00a0", "🙂", "all", "term:", "none");
  const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
  std::string text = may_be_empty ? "" : "x";
  for (const std::string& each : pieces) text += each;
  return text;
}

DesignationClass any_class() {
  DesignationClass designated;
  const World& world = lesson().world;
  for (std::uint32_t i = 0; i < world.agencies.size(); ++i) {
    if (*rc::gen::arbitrary<bool>()) designated.agencies.push_back({i});
  }
  for (std::uint32_t i = 0; i < world.users.size(); ++i) {
    if (*rc::gen::arbitrary<bool>()) designated.users.push_back({i});
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
    for (int left = *rc::gen::inRange(0, 3); left > 0; --left) add(any_class());
    return classes;
  }
  for (const DesignationClass& each : std::get<Designation>(field.choices.front())) {
    if (*rc::gen::arbitrary<bool>()) add(each);
  }
  return classes;
}

std::optional<Term> any_term() {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  Term term{any_date(), std::nullopt};
  if (*rc::gen::arbitrary<bool>()) {
    term.last = Date(std::chrono::sys_days(term.first) + std::chrono::days(*rc::gen::inRange(0, 2000)));
  }
  return term;
}

std::optional<Investigation> any_investigation() {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  return Investigation{
      *rc::gen::element(InvestigationType::anaci, InvestigationType::bi), any_date(),
      *rc::gen::element(Adjudication::favorable, Adjudication::unfavorable, Adjudication::pending)};
}

/// A value that the field allows.
AssignedValue any_value(const Assignable& field) {
  using enum AssignableField;
  const bool is_set = field_word(field.field).is_set;
  if (!field.open && !is_set) return *rc::gen::elementOf(field.choices);
  switch (field.field) {
    case record_designation:
      return any_designation(field);
    case user_investigation:
      return any_investigation();
    case user_functions:
    case agreement_functions:
      return any_set(field.open ? all<Function>() : std::get<FunctionSet>(field.choices.front()));
    case agreement_categories:
    case agreement_anaci_categories:
    case memo_categories:
      return any_set(field.open ? possible_categories(field.field)
                                : std::get<CategorySet>(field.choices.front()));
    case memo_levels:
      return any_set(LevelSet{Level::level_3, Level::level_4});
    case agreement_term:
    case memo_term:
      return any_term();
    case memo_access:
      return *rc::gen::element(Access::read, Access::update);
    case memo_anaci:
      return *rc::gen::arbitrary<bool>();
    case record_level:
      break;
  }
  return Level::level_3;
}

Search any_search() {
  Search search;
  for (const auto& each : words<Category>()) {
    if (is_simulated(each.value) && *rc::gen::inRange(0, 3) == 0) search.categories.insert(each.value);
  }
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left) {
    search.terms.push_back({std::to_string(left) + any_text(true), any_text(true)});
  }
  if (*rc::gen::arbitrary<bool>()) search.terms = {{"last_name", "Vale"}};
  return search;
}

AskCommand any_ask() {
  const World& world = lesson().world;
  AskCommand command;
  command.id = "own-" + std::to_string(*rc::gen::inRange(1, 6));
  Request& request = command.request;
  request.user = any_ref(world.users);
  request.function =
      *rc::gen::element(Function::subject_query, Function::printing, Function::primary_query_history);
  request.operation = *rc::gen::element(Operation::search, Operation::display, Operation::print);
  if (is_search(request.operation)) {
    request.target = any_search();
  } else {
    request.target = any_ref(world.records);
  }
  request.purpose = any_ref(world.purposes);
  request.place = any_text(false);
  command.at_clock = *rc::gen::arbitrary<bool>();
  request.moment = command.at_clock ? lesson().clock : any_moment();
  return command;
}

std::string any_request_id() {
  return *rc::gen::element<std::string>("own-file", "foreign-file", "look-up", "at-noon", "own-1", "own-2",
                                        "own-3");
}

PredictCommand any_prediction() {
  PredictCommand command{any_request_id(), *rc::gen::arbitrary<bool>(), std::nullopt};
  if (!command.permitted && *rc::gen::arbitrary<bool>()) {
    command.reason = static_cast<CheckId>(*rc::gen::inRange<std::size_t>(0, check_count));
  }
  return command;
}

struct Step {
  Command command;
};

std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << to_text(step.command, lesson());
}

AssignCommand any_assignment() {
  const auto field = *rc::gen::inRange<std::size_t>(0, lesson().assignables.size());
  return {static_cast<std::uint32_t>(field), any_value(lesson().assignables[field])};
}

/// Any command; those that make sessions long and full are likelier.
rc::Gen<Step> any_step() {
  return rc::gen::exec([]() -> Step {
    switch (*rc::gen::inRange(0, 14)) {
      case 0:
      case 1:
      case 2:
        return {any_ask()};
      case 3:
      case 4:
      case 5:
      case 6:
        return {any_assignment()};
      case 7:
      case 8:
        return {any_prediction()};
      case 9:
      case 10:
        return {RunCommand{any_request_id()}};
      case 11:
        return {*rc::gen::arbitrary<bool>() ? Command(RunAllCommand{})
                                            : Command(AdvanceCommand{any_moment()})};
      case 12:
        return {HintCommand{}};
      default:
        return {*rc::gen::inRange(0, 4) == 0 ? Command(ResetCommand{}) : Command(RunAllCommand{})};
    }
  });
}

rc::Gen<std::vector<Step>> any_steps() {
  return rc::gen::container<std::vector<Step>>(any_step());
}

/// A session to which the steps were applied, but for those that it refused.
Session after(const std::vector<Step>& steps) {
  Session session(lesson());
  for (const Step& each : steps) session.apply(each.command);
  return session;
}

// ---- What holds of them ------------------------------------------------------------------------

TEST_CASE("every command is read back from its text as it was") {
  CHECK(rc::check("parse_command(to_text(command)) == command", [] {
    const Step step = *any_step();
    const std::string text = to_text(step.command, lesson());
    const ParsedCommand parsed = parse_command(text, lesson());
    if (const auto* refusal = std::get_if<Refusal>(&parsed)) RC_FAIL(text + ": " + refusal->message);
    RC_ASSERT(std::get<Command>(parsed) == step.command);
    RC_ASSERT(text.find('\n') == text.npos);
    RC_ASSERT_FALSE(is_blank_or_comment(text));
  }));
}

TEST_CASE("no line of text does harm: it is read or refused, and a refusal points into the line") {
  CHECK(rc::check("parse_command(any line)", [] {
    std::string line = to_text((*any_step()).command, lesson());
    for (int left = *rc::gen::inRange(0, 4); left > 0 && !line.empty(); --left) {
      const auto at = *rc::gen::inRange<std::size_t>(0, line.size());
      line[at] = *rc::gen::arbitrary<char>();
      if (*rc::gen::arbitrary<bool>()) line.erase(at);
    }
    const ParsedCommand parsed = parse_command(line, lesson());
    if (const auto* refusal = std::get_if<Refusal>(&parsed)) {
      RC_ASSERT(refusal->column + refusal->length <= line.size());
      RC_ASSERT_FALSE(refusal->code.empty());
    }
  }));
}

TEST_CASE("undo restores the session to what it was before any command, and redo brings the command back") {
  CHECK(rc::check("undo(apply(session, command)) == session", [] {
    Session session = after(*any_steps());
    const std::string before = report_json(session);
    const auto refused = session.apply((*any_step()).command);
    const std::string applied = report_json(session);
    if (refused) {
      RC_ASSERT(applied == before);
      return;
    }
    session.undo();
    RC_ASSERT(report_json(session) == before);
    session.redo();
    RC_ASSERT(report_json(session) == applied);
  }));
}

TEST_CASE("all commands can be undone, one by one, down to the scenario, and redone up to the end") {
  CHECK(rc::check("undo all, redo all", [] {
    Session session = after(*any_steps());
    const std::string end = report_json(session);
    while (session.can_undo()) session.undo();
    RC_ASSERT(report_json(session) == report_json(Session(lesson())));
    while (session.can_redo()) session.redo();
    RC_ASSERT(report_json(session) == end);
  }));
}

TEST_CASE("the command file of any session is replayed without a refusal, to the same report byte for byte") {
  CHECK(rc::check("replay(to_command_file(session)) == session", [] {
    const Session session = after(*any_steps());
    Session again(lesson());
    const ReplayResult result = replay(again, to_command_file(session));
    if (result.refusal) RC_FAIL(result.refusal->message);
    RC_ASSERT(result.applied == session.history().size());
    RC_ASSERT(report_json(again) == report_json(session));
  }));
}

TEST_CASE("every trail is intact as it is exported") {
  CHECK(rc::check("verify(to_json_lines(trail), seal)", [] {
    const Session session = after(*any_steps());
    RC_ASSERT(verify(to_json_lines(session.trail(), session.world()), session.trail().seal()).empty());
  }));
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
  Session session = after(*any_steps());
  session.apply("run own-file");
  session.apply("run at-noon");
  return session;
}

std::size_t any_position(std::size_t size) {
  return *rc::gen::inRange<std::size_t>(0, size);
}

TEST_CASE("any one changed byte of a trail is found") {
  CHECK(rc::check("verify(one byte changed)", [] {
    const Session session = with_events();
    std::string text = joined(lines_of(session));
    const std::size_t at = any_position(text.size());
    const char changed = *rc::gen::suchThat<char>([&](char each) { return each != text[at]; });
    text[at] = changed;
    RC_ASSERT_FALSE(verify(text, session.trail().seal()).empty());
  }));
}

TEST_CASE("any one byte removed from a trail, or added to it, is found") {
  CHECK(rc::check("verify(one byte more or less)", [] {
    const Session session = with_events();
    std::string text = joined(lines_of(session));
    const std::size_t at = any_position(text.size());
    if (*rc::gen::arbitrary<bool>()) {
      text.erase(at, 1);
    } else {
      text.insert(at, 1, *rc::gen::arbitrary<char>());
    }
    RC_ASSERT_FALSE(verify(text, session.trail().seal()).empty());
  }));
}

TEST_CASE("events removed, repeated, exchanged or cut off anywhere in a trail are found") {
  CHECK(rc::check("verify(lines tampered with)", [] {
    const Session session = with_events();
    std::vector<std::string> lines = lines_of(session);
    const auto at = static_cast<std::ptrdiff_t>(any_position(lines.size()));
    const auto other = static_cast<std::ptrdiff_t>(any_position(lines.size()));
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        lines.erase(lines.begin() + at);
        break;
      case 1:
        lines.insert(lines.begin() + other, lines[static_cast<std::size_t>(at)]);
        break;
      case 2:
        RC_PRE(at != other);
        std::swap(lines[static_cast<std::size_t>(at)], lines[static_cast<std::size_t>(other)]);
        break;
      default:
        lines.resize(static_cast<std::size_t>(at));
        break;
    }
    RC_ASSERT_FALSE(verify(joined(lines), session.trail().seal()).empty());
  }));
}

TEST_CASE("a trail under the seal of another is found") {
  CHECK(rc::check("verify(trail, other seal)", [] {
    const Session session = with_events();
    Session other = session;
    other.apply("run own-file");
    RC_ASSERT_FALSE(verify(joined(lines_of(session)), other.trail().seal()).empty());
    RC_ASSERT_FALSE(verify(joined(lines_of(other)), session.trail().seal()).empty());
  }));
}

}  // namespace
}  // namespace ntk::session
