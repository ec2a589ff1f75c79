#include "cli/session_input.h"

#include <cstdio>
#include <utility>

#include "cli/files.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/suggestion.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"
#include "sim/session/command_check.h"
#include "sim/session/sha256.h"
#include "sim/session/submission.h"

namespace ntk::cli {
namespace {

using scenario::Diagnostic;
using scenario::JsonWriter;
using scenario::Severity;

/// The command that was refused, and where it stands: a line of a command file, or a text of a submission.
struct RefusedLine {
  std::string_view text;
  scenario::Span span;  ///< of the words at fault, in the file
};

RefusedLine refused_line(std::string_view file, const session::ReplayResult& result) {
  RefusedLine refused;
  std::string_view rest = file.substr(scenario::byte_order_mark_size(file));
  std::size_t begin = 0;
  for (std::size_t line = 1; line <= result.line; ++line) {
    begin = file.size() - rest.size();
    refused.text = scenario::take_line(rest);
  }
  const std::size_t column = result.refusal->column;
  refused.span.offset = static_cast<std::uint32_t>(begin + column);
  refused.span.length = static_cast<std::uint32_t>(result.refusal->length);
  refused.span.line = static_cast<std::uint32_t>(result.line);
  for (std::size_t at = 0; at < column; at += scenario::code_point_at(refused.text, at).length) {
    ++refused.span.column;
  }
  return refused;
}

void report_place(const std::string& file, std::string_view text, const session::Refusal& refusal,
                  scenario::Span at) {
  const auto safe = scenario::safe_on_terminal;
  std::string out = safe(file) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) +
                    ": error[" + refusal.code + "]: " + safe(refusal.message) + '\n';
  Diagnostic shown;
  shown.span = at;
  shown.excerpt = scenario::excerpt_around(text, at);
  out += format_excerpts(shown, file);
  if (!refusal.help.empty()) out += "       = help: " + safe(refusal.help) + '\n';
  std::fputs(out.c_str(), stderr);
}

void write_rejected(const std::string& file, scenario::Span at, std::string_view command,
                    const session::Refusal& refusal, std::size_t applied) {
  JsonWriter rejected(JsonWriter::Layout::pretty);
  rejected.begin_object()
      .key("rejected")
      .begin_object()
      .member("file", file)
      .member("line", at.line)
      .member("column", at.column)
      .member("command", command)
      .member("code", refusal.code)
      .member("message", refusal.message)
      .member("help", refusal.help)
      .member("applied", applied)
      .end_object()
      .end_object();
  write_output(rejected.take() + '\n');
}

void report_refusal(const std::string& file, std::string_view text, const session::ReplayResult& result,
                    const RefusedLine& refused, bool json) {
  report_place(file, text, *result.refusal, refused.span);
  complain("a command of `" + file + "` was refused, so nothing is decided");
  if (json) write_rejected(file, refused.span, refused.text, *result.refusal, result.applied);
}

void complain_of_request(const session::Session& session, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const auto& each : session.requests()) ids.push_back(each.id);
  const auto nearest = scenario::nearest_word(id, ids);
  std::string message = "no request has the id `" + id + '`';
  if (nearest) {
    message += ": did you mean `" + std::string(*nearest) + "`?";
  } else {
    message += "; there are:";
    for (const std::string_view each : ids) message += ' ' + std::string(each);
  }
  complain(message);
}

void warn(const std::string& file, const std::string& message) {
  complain("warning: `" + file + "`: " + scenario::safe_on_terminal(message));
}

/// A submission of another lesson, told at the place of the id, as a command that is refused would be.
void report_other_lesson(const std::string& file, const std::string& text, scenario::Span at,
                         const std::string& made_for, const std::string& here, bool json) {
  const session::Refusal refusal{
      "another-scenario",
      "this is a submission of the scenario `" + made_for + "`, and this is `" + here + '`',
      "apply it to the scenario that it was made for", 0, 0};
  report_place(file, text, refusal, at);
  complain("`" + file + "` is of another scenario, so nothing is decided");
  if (json) write_rejected(file, at, "", refusal, 0);
}

bool apply_submission(session::Session& session, const std::string& file, const std::string& text,
                      std::string_view scenario_sha256, bool json) {
  const session::SubmissionReadResult read = session::read_submission(text, file);
  report_diagnostics(read.diagnostics, file, read.submission.has_value(), json);
  if (!read.submission) return false;
  const session::ScenarioReference& made_for = read.submission->scenario;
  if (made_for.id != session.scenario().id) {
    report_other_lesson(file, text, read.scenario_id, made_for.id, session.scenario().id, json);
    return false;
  }
  if (made_for.sha256 != scenario_sha256) {
    warn(file, "the scenario was another when this was made: its SHA-256 was " + made_for.sha256);
  }
  std::string of_journal;
  const session::ReplayResult result = replay(session, *read.submission, of_journal);
  if (!of_journal.empty()) warn(file, of_journal);
  if (result.refusal) {
    const std::size_t at = result.line - 1;
    report_refusal(file, text, result, {read.submission->commands[at], read.commands[at]}, json);
    return false;
  }
  for (const std::string& each : contradictions(*read.submission, session)) warn(file, each);
  return true;
}

}  // namespace

void report_diagnostics(const std::vector<Diagnostic>& diagnostics, const std::string& file, bool loaded,
                        bool json) {
  JsonWriter all(JsonWriter::Layout::pretty);
  all.begin_object().key("diagnostics").begin_array();
  for (const Diagnostic& each : diagnostics) {
    if (loaded && each.severity() == Severity::note) continue;  // `ntk lint` tells them
    std::fputs(format_text(each, file).c_str(), stderr);
    write_json(all, each, file);
  }
  all.end_array().end_object();
  if (loaded) return;
  complain("`" + file + "` is not loaded: " + count_in_words(diagnostics));
  if (json) write_output(all.take() + '\n');
}

std::optional<std::uint32_t> find_request(const session::Session& session, const std::string& id) {
  const auto found = session.find_request(id);
  if (!found) complain_of_request(session, id);
  return found;
}

bool write_trail(const session::Session& session, const std::string& file) {
  const std::string lines = to_json_lines(session.trail(), session.world());
  if (lines.size() > longest_trail) {
    complain("the trail is not written: it has " + std::to_string(lines.size()) +
             " bytes, and `ntk verify` reads " + std::to_string(longest_trail));
    return false;
  }
  return write_file(file, lines) && write_file(file + ".seal", to_json(session.trail().seal()) + '\n');
}

bool apply_file(session::Session& session, const std::string& file, bool json,
                std::string_view scenario_sha256) {
  const auto text = read_file(file);
  if (!text) return false;
  const std::string name = shown_name(file);
  if (session::is_submission(*text)) return apply_submission(session, name, *text, scenario_sha256, json);
  scenario::Diagnostics form(*text);
  if (check_text_form(form)) session::check_command_file(form);
  const bool is_sound = !form.has_errors();
  report_diagnostics(form.take_sorted(), name, is_sound, json);
  if (!is_sound) return false;
  session.note_unrecorded();
  const session::ReplayResult result = session::replay(session, *text);
  if (result.refusal) report_refusal(name, *text, result, refused_line(*text, result), json);
  return !result.refusal;
}

bool reveals_assignment(const session::Session& session, ExitCode& status) {
  if (!session.conceals()) return true;
  complain(
      "this lesson gives only its trail, until all that is wrong has been named; --apply takes the commands "
      "that name it");
  status = bad_input;
  return false;
}

std::optional<session::Session> open_session(const SessionInput& input, ExitCode& status,
                                             std::string* scenario_sha256) {
  if (same_input_twice({input.scenario, input.commands})) {
    status = wrong_usage;
    return std::nullopt;
  }
  status = bad_input;
  const auto text = read_file(input.scenario);
  if (!text) return std::nullopt;
  auto read = scenario::read_scenario(*text, shown_name(input.scenario));
  report_diagnostics(read.diagnostics, read.file_name, read.scenario.has_value(), input.json());
  if (!read.scenario) return std::nullopt;
  session::Session session(*std::move(read.scenario));
  const std::string hash = session::sha256(*text);
  if (input.commands.empty()) session.note_unrecorded();
  if (!input.commands.empty() && !apply_file(session, input.commands, input.json(), hash))
    return std::nullopt;
  if (scenario_sha256 != nullptr) *scenario_sha256 = hash;
  status = done;
  return session;
}

}  // namespace ntk::cli
