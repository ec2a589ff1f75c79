#include "cli/session_input.h"

#include <cstdio>
#include <utility>

#include "cli/files.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/suggestion.h"
#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

using scenario::Diagnostic;
using scenario::JsonWriter;
using scenario::Severity;

bool same_input_twice(const SessionInput& input) {
  return input.scenario == "-" && input.commands == "-";
}

void report_diagnostics(const scenario::ReadResult& read, bool json) {
  JsonWriter all(JsonWriter::Layout::pretty);
  all.begin_object().key("diagnostics").begin_array();
  for (const Diagnostic& each : read.diagnostics) {
    if (read.scenario && each.severity() == Severity::note) continue;  // `ntk lint` tells them
    std::fputs(format_text(each, read.file_name).c_str(), stderr);
    write_json(all, each, read.file_name);
  }
  all.end_array().end_object();
  if (read.scenario) return;
  complain("`" + read.file_name + "` is not loaded: " + count_in_words(read.diagnostics));
  if (json) print(all.take() + '\n');
}

/// The line of a command file on which a command was refused.
struct RefusedLine {
  std::string_view text;
  scenario::Span span;  ///< of the words at fault, in the file
};

RefusedLine refused_line(std::string_view file, const session::ReplayResult& result) {
  RefusedLine refused;
  std::size_t begin = 0;
  for (std::size_t line = 1; line < result.line; ++line) begin = file.find('\n', begin) + 1;
  if (result.line == 1 && file.starts_with("\xEF\xBB\xBF")) begin = 3;
  refused.text = file.substr(begin, file.find('\n', begin) - begin);
  if (refused.text.ends_with('\r')) refused.text.remove_suffix(1);
  const std::size_t column = result.refusal->column;
  refused.span.offset = static_cast<std::uint32_t>(begin + column);
  refused.span.length = static_cast<std::uint32_t>(result.refusal->length);
  refused.span.line = static_cast<std::uint32_t>(result.line);
  for (std::size_t at = 0; at < column; at += scenario::code_point_at(refused.text, at).length) {
    ++refused.span.column;
  }
  return refused;
}

void report_refusal(const std::string& file, std::string_view text, const session::ReplayResult& result,
                    bool json) {
  const session::Refusal& refusal = *result.refusal;
  const RefusedLine refused = refused_line(text, result);
  const auto safe = scenario::safe_on_terminal;
  std::string out = safe(file) + ':' + std::to_string(refused.span.line) + ':' +
                    std::to_string(refused.span.column) + ": error[" + refusal.code +
                    "]: " + safe(refusal.message) + '\n';
  Diagnostic shown;
  shown.span = refused.span;
  shown.excerpt = scenario::excerpt_around(text, refused.span);
  out += format_excerpts(shown, file);
  if (!refusal.help.empty()) out += "       = help: " + safe(refusal.help) + '\n';
  std::fputs(out.c_str(), stderr);
  complain("a command of `" + file + "` was refused, so nothing is decided");
  if (!json) return;
  JsonWriter rejected(JsonWriter::Layout::pretty);
  rejected.begin_object()
      .key("rejected")
      .begin_object()
      .member("file", file)
      .member("line", refused.span.line)
      .member("column", refused.span.column)
      .member("command", refused.text)
      .member("code", refusal.code)
      .member("message", refusal.message)
      .member("help", refusal.help)
      .member("applied", result.applied)
      .end_object()
      .end_object();
  print(rejected.take() + '\n');
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

}  // namespace

std::optional<std::uint32_t> find_request(const session::Session& session, const std::string& id) {
  const auto found = session.find_request(id);
  if (!found) complain_of_request(session, id);
  return found;
}

bool write_trail(const session::Session& session, const std::string& file) {
  return write_file(file, to_json_lines(session.trail(), session.world())) &&
         write_file(file + ".seal", to_json(session.trail().seal()) + '\n');
}

bool apply_file(session::Session& session, const std::string& file, bool json) {
  const auto text = read_file(file);
  if (!text) return false;
  const session::ReplayResult result = session::replay(session, *text);
  if (result.refusal) report_refusal(shown_name(file), *text, result, json);
  return !result.refusal;
}

std::optional<session::Session> open_session(const SessionInput& input, ExitCode& status) {
  if (same_input_twice(input)) {
    complain("scenario and commands cannot both come from standard input");
    status = wrong_usage;
    return std::nullopt;
  }
  status = bad_input;
  const auto text = read_file(input.scenario);
  if (!text) return std::nullopt;
  auto read = scenario::read_scenario(*text, shown_name(input.scenario));
  report_diagnostics(read, input.json());
  if (!read.scenario) return std::nullopt;
  session::Session session(*std::move(read.scenario));
  if (!input.commands.empty() && !apply_file(session, input.commands, input.json())) return std::nullopt;
  status = done;
  return session;
}

}  // namespace ntk::cli
