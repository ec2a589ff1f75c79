// ntk verify: whether an exported audit trail is as it was recorded.
#include <algorithm>
#include <memory>
#include <set>

#include "cli/files.h"
#include "cli/trail_input.h"
#include "cli/verbs.h"
#include "sim/scenario/json_writer.h"
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
  const std::string events = std::to_string(input.lines) + (input.lines == 1 ? " event" : " events");
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
  std::set<std::size_t> no_events;
  for (const TrailFault& each : faults) {
    if (each.code == "not-json" || each.code == "not-an-event") no_events.insert(each.line);
  }
  return input.lines > 0 && no_events.size() == input.lines;
}

ExitCode verify(const VerifyOptions& options) {
  if (same_input_twice({options.trail, options.seal})) return wrong_usage;
  const auto input = read_trail(options.trail, options.seal, options.format == "json");
  if (!input) return bad_input;
  if (input->lines == 0 && !input->seal) {
    complain("`" + shown_name(options.trail) +
             "` holds no event, and no seal says that there should be none");
    return bad_input;
  }
  const auto faults = session::verify(input->json_lines, input->seal);
  if (is_no_trail(*input, faults)) {
    const auto first =
        std::find_if(faults.begin(), faults.end(), [](const TrailFault& each) { return each.line > 0; });
    complain("`" + shown_name(options.trail) + "` is no audit trail: no line of it is an event");
    complain(shown_name(options.trail) + ':' + std::to_string(first->line) + ':' +
             std::to_string(first->column) + ": " + first->code + ": " + first->message);
    return bad_input;
  }
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
