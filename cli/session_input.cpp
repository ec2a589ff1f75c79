#include "cli/session_input.h"

#include <cstdio>
#include <utility>

#include "cli/files.h"
#include "sim/grading/attempt.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/suggestion.h"
#include "sim/scenario/utf8.h"
#include "sim/session/sha256.h"

namespace ntk::cli {
namespace {

using scenario::Diagnostic;
using scenario::JsonWriter;
using scenario::Severity;

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

void report_rejection(const std::string& file, std::string_view text, const grading::Rejection& rejection,
                      bool json) {
  const bool other = rejection.refusal.code == grading::another_scenario;
  report_place(file, text, rejection.refusal, rejection.at);
  complain((other ? "`" + file + "` is of another scenario" : "a command of `" + file + "` was refused") +
           ", so nothing is decided");
  if (json) write_rejected(file, rejection.at, rejection.command, rejection.refusal, rejection.applied);
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
  const grading::AppliedText applied = grading::apply_text(session, *text, name, scenario_sha256);
  report_diagnostics(applied.diagnostics, name, applied.is_sound, json);
  for (const std::string& each : applied.warnings) warn(name, each);
  if (applied.rejection) report_rejection(name, *text, *applied.rejection, json);
  return applied.applied();
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
