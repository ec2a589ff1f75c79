// Whatever is done to an input of any kind, the program neither crashes nor hangs, and every refusal has a place. The inputs
// are damaged by numbers drawn from a fixed seed, so that two runs try the same. NTK_MUTATIONS=20000 tries more, as
// `make soak` does.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "sim/scenario/catalogue.h"
#include "sim/scenario/lint.h"
#include "sim/scenario/persons.h"
#include "sim/scenario/utf8.h"
#include "sim/session/report.h"
#include "sim/session/seal.h"
#include "sim/session/submission.h"
#include "tests/damage.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

namespace ntk::session {
namespace {

using scenario::Diagnostic;
using scenario::Severity;

/// Longer than any input takes, on the slowest machine and with sanitizers.
constexpr std::chrono::seconds too_long{20};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {  // SplitMix64
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % bound);
  }

 private:
  std::uint64_t state_;
};

enum class Input : std::uint8_t { scenario, commands, submission, trail, seal, persons, catalogue };
constexpr std::size_t input_count = 7;

Session played() {
  return session_after({"predict foreign-file deny DA-5", "run all",
                        "assign record ring designation agency:fbi", "hint", "run all"});
}

std::vector<std::string> texts_of(Input kind) {
  const Session session = played();
  switch (kind) {
    case Input::scenario: {
      std::vector<std::string> texts;
      for (const auto& file : shipped_scenarios()) texts.push_back(source_text(file));
      return texts;
    }
    case Input::commands: {
      std::vector<std::string> texts = {to_command_file(session) +
                                        "ask own-1 like=look-up term:last_name=\"Ådahl\"\nrun own-1\nadvance "
                                        "2017-01-01T08:00\nundo\nmark own-file\nreset\n"};
      for (const auto& file : source_files("tests/keys", "", ".commands")) texts.push_back(source_text(file));
      return texts;
    }
    case Input::submission:
      return {to_json(submission_of(session, {"example", "Example", std::string(64, 'a'), "", ""})),
              to_json(submission_of(session, {"example", "", std::string(64, '0'), "own.json", "{}"}),
                      SubmissionLayout::link)};
    case Input::trail:
      return {to_json_lines(session.trail(), session.world())};
    case Input::seal:
      return {to_json(session.trail().seal()) + '\n'};
    case Input::persons:
      return {"[{\"last_name\": \"Vale\", \"born\": \"1980-02-29\"},\n {\"last_name\": \"Ng\"}]\n"};
    case Input::catalogue:
      break;
  }
  return {source_text("scenarios/catalogue.json")};
}

const std::vector<std::string>& texts(Input kind) {
  static const std::array<std::vector<std::string>, input_count> all = [] {
    std::array<std::vector<std::string>, input_count> made;
    for (std::size_t at = 0; at < input_count; ++at) made[at] = texts_of(static_cast<Input>(at));
    return made;
  }();
  return all[static_cast<std::size_t>(kind)];
}

std::string mutated(Dice& dice, Input kind) {
  std::string text = texts(kind)[dice.below(texts(kind).size())];
  for (std::size_t times = 1 + dice.below(4); times > 0 && !text.empty(); --times) {
    const std::size_t at = dice.below(text.size());
    const std::size_t size = dice.below(std::min<std::size_t>(40, text.size() - at) + 1);
    switch (dice.below(8)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, damaging_pieces[dice.below(damaging_pieces.size())]);
        break;
      case 2:
        text.replace(at, size, damaging_pieces[dice.below(damaging_pieces.size())]);
        break;
      case 3:
        text[at] = static_cast<char>(dice.below(256));
        break;
      case 4:
        text.insert(dice.below(text.size()), text.substr(at, size));
        break;
      case 5:
        text += damaging_pieces[dice.below(damaging_pieces.size())];
        break;
      case 6: {  // a part of an input of another kind
        const auto& others = texts(static_cast<Input>(dice.below(input_count - 1)));
        const std::string& other = others[dice.below(others.size())];
        text.insert(at, other.substr(dice.below(other.size()), dice.below(200)));
        break;
      }
      default:
        if (dice.below(4) == 0) text.resize(at);
        break;
    }
  }
  return text;
}

/// "" where all findings stand in the text, and what is read is read without an error.
std::string mistake_in(const std::vector<Diagnostic>& found, std::string_view text, bool was_read) {
  bool any_error = false;
  for (const Diagnostic& each : found) {
    any_error = any_error || each.severity() == Severity::error;
    if (each.span.line < 1 || each.span.column < 1) return "no place: " + each.message;
    if (each.span.offset > text.size() || each.span.length > text.size() - each.span.offset) {
      return "a place beyond the text: " + each.message;
    }
    if (each.message.empty()) return "no message";
    for (const char byte : format_text(each, "input")) {
      if (static_cast<unsigned char>(byte) < 0x20 && byte != '\n') return "a control character in the report";
    }
  }
  if (was_read && any_error) return "read in spite of an error";
  return was_read || any_error ? "" : "refused without a reason";
}

std::string mistake_in_session(Session& session, const std::optional<Refusal>& refusal,
                               std::string_view line) {
  if (!refusal) return report_json(session).empty() ? "no report" : "";
  if (refusal->code.empty() || refusal->message.empty()) return "a refusal without words";
  return refusal->column + refusal->length > line.size() ? "a refusal beyond its line" : "";
}

std::string mistake_in_commands(std::string_view text) {
  Session session(example_lesson());
  const ReplayResult result = replay(session, text);
  if (!result.refusal) return mistake_in_session(session, {}, "");
  return result.line < 1 ? "a refusal without a line" : mistake_in_session(session, result.refusal, text);
}

std::string mistake_in_submission(const std::string& text) {
  const SubmissionReadResult read = read_submission(text, "input");
  const std::string mistake = mistake_in(read.diagnostics, text, read.submission.has_value());
  if (!mistake.empty() || !read.submission) return mistake;
  if (read.commands.size() != read.submission->commands.size()) return "commands without places";
  Session session(example_lesson());
  const ReplayResult result = replay(session, *read.submission);
  if (!result.refusal) return mistake_in_session(session, {}, "");
  if (result.line < 1 || result.line > read.commands.size()) return "a refusal without a command";
  return mistake_in_session(session, result.refusal, read.submission->commands[result.line - 1]);
}

std::string mistake_in_trail(const std::string& text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  const Session session = played();
  for (const TrailFault& each : verify(text, session.trail().seal())) {
    if (each.code.empty() || each.message.empty()) return "a fault without words";
    if (each.line > lines || each.column < 1) return "a fault beyond the trail";
  }
  return "";
}

std::string mistake_in_reading(Input kind, const std::string& text) {
  switch (kind) {
    case Input::scenario: {
      auto read = scenario::lint_scenario(text, "input");
      const std::string mistake = mistake_in(read.diagnostics, text, read.scenario.has_value());
      if (!mistake.empty() || !read.scenario) return mistake;
      Session session(*std::move(read.scenario));
      session.apply("run all");
      return mistake_in_session(session, {}, "");
    }
    case Input::commands:
      return mistake_in_commands(text);
    case Input::submission:
      return mistake_in_submission(text);
    case Input::trail:
      return mistake_in_trail(text);
    case Input::seal: {
      const SealResult read = read_seal(text);
      return mistake_in(read.diagnostics, text, read.seal.has_value());
    }
    case Input::persons: {
      const auto read = scenario::read_persons(text);
      return mistake_in(read.diagnostics, text, read.persons.has_value());
    }
    case Input::catalogue:
      break;
  }
  const auto read = scenario::read_catalogue(text, "input");
  return mistake_in(read.diagnostics, text, read.catalogue.has_value());
}

std::size_t mutations() {
  const char* wanted = std::getenv("NTK_MUTATIONS");
  return wanted != nullptr ? static_cast<std::size_t>(std::atol(wanted)) : 350;
}

TEST_CASE("whatever is done to an input of any kind, it is read or refused with a place, and soon") {
  const std::size_t all = mutations();
  REQUIRE(all > 0);
  for (std::size_t number = 0; number < all; ++number) {
    const auto kind = static_cast<Input>(number % input_count);
    Dice dice(number);
    const std::string text = mutated(dice, kind);
    const auto begun = std::chrono::steady_clock::now();
    const std::string mistake = mistake_in_reading(kind, text);
    const bool was_soon = std::chrono::steady_clock::now() - begun < too_long;
    if (mistake.empty() && was_soon) continue;
    CAPTURE(number);
    CAPTURE(text.substr(0, 2000));
    CHECK(mistake == "");
    CHECK(was_soon);
  }
  MESSAGE(all, " mutated inputs");
}

TEST_CASE("an input that nothing was done to is read") {
  for (const Input kind :
       {Input::scenario, Input::submission, Input::seal, Input::persons, Input::catalogue}) {
    for (const std::string& text : texts(kind)) CHECK(mistake_in_reading(kind, text).empty());
  }
  const Session session = played();
  CHECK(verify(texts(Input::trail)[0], session.trail().seal()).empty());
}

}  // namespace
}  // namespace ntk::session
