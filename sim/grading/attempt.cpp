#include "sim/grading/attempt.h"

#include <utility>

#include "sim/policy/phrases.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"
#include "sim/session/command_check.h"

namespace ntk::grading {
namespace {

using scenario::in_backticks;
using session::Session;

// Of commands that were left out.
constexpr std::size_t most_named = 20;
constexpr std::size_t most_left_out = 1'000;

/// The line of a file that was refused, and the place of the words at fault.
Rejection refused_line(std::string_view file, session::ReplayResult result) {
  std::string_view rest = file.substr(scenario::byte_order_mark_size(file)), text;
  std::size_t begin = 0;
  for (std::size_t line = 1; line <= result.line; ++line) {
    begin = file.size() - rest.size();
    text = scenario::take_line(rest);
  }
  const std::size_t column = result.refusal->column;
  scenario::Span at;
  at.offset = static_cast<std::uint32_t>(begin + column);
  at.length = static_cast<std::uint32_t>(result.refusal->length);
  at.line = static_cast<std::uint32_t>(result.line);
  for (std::size_t byte = 0; byte < column; byte += scenario::code_point_at(text, byte).length) ++at.column;
  return {*std::move(result.refusal), at, std::string(text), result.applied};
}

/// The rejection of a file of which even a lenient grader has read enough.
Rejection too_many_refused(std::size_t line) {
  Rejection rejection;
  rejection.refusal = {"too-many-refused", policy::in_digits(most_left_out) + " commands were refused",
                       "is it a file of this lesson?"};
  rejection.at.line = static_cast<std::uint32_t>(line);
  return rejection;
}

/// Applies command after command, and says which were left out.
class Lenient {
 public:
  Lenient(Session& session, std::vector<std::string>& warnings) : session_(session), warnings_(warnings) {
    session_.note_unrecorded();
  }
  ~Lenient() {
    if (left_out_ <= most_named) return;
    warnings_.push_back(policy::counted(left_out_ - most_named, "more command was", "more commands were") +
                        " refused and left out");
  }
  Lenient(const Lenient&) = delete;
  Lenient& operator=(const Lenient&) = delete;

  /// False once so many were refused that the file can't be meant for this lesson.
  bool apply(std::string_view command, const std::string& place) {
    const auto refused = session_.apply(command);
    if (!refused || ++left_out_ > most_named) return left_out_ < most_left_out;
    warnings_.push_back(place + ", " + in_backticks(command) +
                        ", was refused and left out: " + refused->message);
    return true;
  }

 private:
  Session& session_;
  std::vector<std::string>& warnings_;
  std::size_t left_out_ = 0;
};

void apply_leniently(Session& session, std::string_view file, AppliedText& result) {
  Lenient lenient(session, result.warnings);
  file.remove_prefix(scenario::byte_order_mark_size(file));
  for (std::size_t number = 1; !file.empty(); ++number) {
    const std::string_view line = scenario::take_line(file);
    if (session::is_blank_or_comment(line)) continue;
    if (lenient.apply(line, "line " + std::to_string(number))) continue;
    result.rejection = too_many_refused(number);
    return;
  }
}

void apply_commands(Session& session, std::string_view text, Refused refused, AppliedText& result) {
  scenario::Diagnostics form(text);
  if (check_text_form(form)) session::check_command_file(form);
  result.is_sound = !form.has_errors();
  result.diagnostics = form.take_sorted();
  if (!result.is_sound) return;
  if (refused == Refused::is_left_out) return apply_leniently(session, text, result);
  session.note_unrecorded();
  session::ReplayResult replayed = session::replay(session, text);
  if (replayed.refusal) result.rejection = refused_line(text, std::move(replayed));
}

/// The session as the commands leave it, those that are refused left out.
void replay_leniently(Session& session, AppliedText& result) {
  Lenient lenient(session, result.warnings);
  std::size_t number = 0;
  for (const std::string& each : result.submission->commands) {
    if (lenient.apply(each, "command " + std::to_string(++number))) continue;
    result.rejection = too_many_refused(0);
    return;
  }
}

void apply_submission(Session& session, session::SubmissionReadResult read, std::string_view scenario_sha256,
                      Refused refused, AppliedText& result) {
  result.diagnostics = std::move(read.diagnostics);
  result.submission = std::move(read.submission);
  result.is_sound = result.submission.has_value();
  if (!result.is_sound) return;
  const session::ScenarioReference& made_for = result.submission->scenario;
  if (made_for.id != session.scenario().id) {
    result.rejection = {{std::string(another_scenario),
                         "this is a submission of the scenario " + in_backticks(made_for.id) +
                             ", and this is " + in_backticks(session.scenario().id),
                         "apply it to the scenario that it was made for"},
                        read.scenario_id,
                        {},
                        0};
    return;
  }
  if (made_for.sha256 != scenario_sha256) {
    result.warnings.push_back("the scenario was another when this was made: its SHA-256 was " +
                              made_for.sha256);
  }
  std::optional<Session> fresh;
  if (refused == Refused::is_left_out) fresh = session;
  std::string of_journal;
  session::ReplayResult replayed = replay(session, *result.submission, of_journal);
  if (!of_journal.empty()) result.warnings.push_back(of_journal);
  if (replayed.refusal && fresh) {
    session = *std::move(fresh);
    replay_leniently(session, result);
    if (result.rejection) return;
  } else if (replayed.refusal) {
    const std::size_t at = replayed.line - 1;
    result.rejection = {*std::move(replayed.refusal), read.commands[at], result.submission->commands[at],
                        replayed.applied};
    return;
  }
  for (std::string& each : contradictions(*result.submission, session))
    result.warnings.push_back(std::move(each));
}

}  // namespace

AppliedText apply_text(Session& session, std::string_view text, std::string_view file_name,
                       std::string_view scenario_sha256, Refused refused, std::size_t most_values) {
  AppliedText result;
  if (session::is_submission(text)) {
    apply_submission(session, session::read_submission(text, file_name, most_values), scenario_sha256,
                     refused, result);
  } else {
    apply_commands(session, text, refused, result);
  }
  return result;
}

}  // namespace ntk::grading
