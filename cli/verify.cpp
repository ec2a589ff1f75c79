// ntk verify: whether an exported audit trail is as it was recorded.
#include <algorithm>
#include <memory>

#include "cli/files.h"
#include "cli/session_input.h"
#include "cli/trail_input.h"
#include "cli/verbs.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

using session::TrailFault;

struct VerifyOptions {
  std::string trail;
  std::string seal;  ///< file; empty: the one beside the trail, or in the report
  std::string format = "text";
};

std::string caveat(const TrailInput& input) {
  if (!input.seal) {
    return "there is no seal: that the last event was changed, or events cut off after it, cannot be told";
  }
  if (input.seal_of_report)
    return "the seal comes from the report itself: whoever changed both cannot be told";
  return {};
}

void print_text(const TrailInput& input, const std::vector<TrailFault>& faults, const std::string& file) {
  std::string out;
  for (const TrailFault& each : faults) {
    std::string place = each.line > 0 ? ':' + std::to_string(each.line) : "";
    if (each.line > 0 && each.column > 1) place += ':' + std::to_string(each.column);
    out += file + place + ": " + each.code + ": " + scenario::safe_on_terminal(each.message) + '\n';
  }
  const std::string events = policy::counted(input.lines, "event", "events");
  out += file + ": " + events + ", " + (faults.empty() ? "intact" : "not intact") + '\n';
  if (!caveat(input).empty()) out += file + ": " + caveat(input) + '\n';
  write_output(out);
}

void print_json(const TrailInput& input, const std::vector<TrailFault>& faults) {
  scenario::JsonWriter json(scenario::JsonWriter::Layout::pretty);
  json.begin_object()
      .member("intact", faults.empty())
      .member("events", input.lines)
      .member("sealed", input.seal.has_value())
      .member("caveat", caveat(input))
      .key("faults")
      .begin_array();
  for (const TrailFault& each : faults) {
    json.begin_object()
        .member("line", each.line)
        .member("column", each.column)
        .member("code", each.code)
        .member("message", each.message)
        .end_object();
  }
  json.end_array().end_object();
  write_output(json.text() + '\n');
}

/// Whether no line is an event: then it is another file, not a trail that somebody tampered with.
bool is_no_trail(const TrailInput& input, const std::vector<TrailFault>& faults) {
  const auto is_no_event = [](const TrailFault& each) {
    return each.code == "not-json" || each.code == "not-an-event";
  };
  const auto count = std::count_if(faults.begin(), faults.end(), is_no_event);
  return input.lines > 0 && static_cast<std::size_t>(count) == input.lines;
}

/// The character at a place of the file.
scenario::Span span_of(std::string_view text, const TrailFault& fault) {
  std::size_t at = scenario::byte_order_mark_size(text);
  for (std::size_t line = 1; line < fault.line; ++line) at = text.find('\n', at) + 1;
  for (std::size_t column = 1; column < fault.column && at < text.size(); ++column)
    at += scenario::code_point_at(text, at).length;
  scenario::Span span;
  span.offset = static_cast<std::uint32_t>(at);
  span.line = static_cast<std::uint32_t>(fault.line);
  span.column = static_cast<std::uint32_t>(fault.column);
  return span;
}

/// Says why a file is not taken for a trail, as of every file that is not read.
ExitCode refuse(const VerifyOptions& options, const TrailInput& input, scenario::Code code,
                scenario::Span span, std::string message) {
  scenario::Diagnostics diagnostics(input.text);
  diagnostics.add(code, span, "", std::move(message),
                  "`ntk run --trail` writes a trail, `ntk run --format json` a report with one");
  report_diagnostics(diagnostics.take_sorted(), shown_name(options.trail), false, options.format == "json");
  return bad_input;
}

ExitCode refuse_other_file(const VerifyOptions& options, const TrailInput& input,
                           const std::vector<TrailFault>& faults) {
  const auto first =
      std::find_if(faults.begin(), faults.end(), [](const TrailFault& each) { return each.line > 0; });
  return refuse(options, input, scenario::Code::wrong_type, span_of(input.text, *first),
                "this is no audit trail: " + first->message);
}

ExitCode verify(const VerifyOptions& options) {
  if (same_input_twice({options.trail, options.seal})) return wrong_usage;
  const auto input = read_trail(options.trail, options.seal, options.format == "json");
  if (!input) return bad_input;
  if (input->lines == 0 && !input->seal) {
    return refuse(options, *input, scenario::Code::empty_text,
                  input->report ? input->report->events.span : scenario::Span{},
                  "there is no event, and no seal says that there should be none");
  }
  const auto faults = input->report ? session::verify(*input->report, input->seal)
                                    : session::verify(input->text, input->seal);
  if (is_no_trail(*input, faults)) return refuse_other_file(options, *input, faults);
  if (options.format == "json") {
    print_json(*input, faults);
  } else {
    print_text(*input, faults, scenario::safe_on_terminal(shown_name(options.trail)));
  }
  return faults.empty() ? done : answer_is_no;
}

}  // namespace

void add_verify(Program& program) {
  auto options = std::make_shared<VerifyOptions>();
  program.verb("verify", "Check an audit trail against its chain of hashes and its seal")
      .argument("TRAIL", options->trail, "A trail (JSON Lines), or a report of run --format json")
      .option("--seal", "FILE", options->seal, "The seal; without it TRAIL.seal where there is one")
      .format(options->format)
      .footer(
          "Exit status: 0 the trail is intact; 1 it is not; 2 wrong usage; 3 a file cannot be read, or is no "
          "trail.")
      .does([options] { return verify(*options); });
}

}  // namespace ntk::cli
