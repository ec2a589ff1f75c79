#include "sim/session/submission.h"

#include <array>
#include <utility>

#include "sim/scenario/json_writer.h"
#include "sim/scenario/object_reader.h"
#include "sim/scenario/text_form.h"
#include "sim/session/refusal.h"
#include "sim/session/report.h"

namespace ntk::session {
namespace {

using scenario::JsonWriter;
using scenario::Node;
using scenario::ObjectReader;
using scenario::Reading;

constexpr std::string_view blanks = " \t\r\n";

constexpr std::array<std::string_view, 2> outcomes = {"permit", "deny"};
constexpr std::array<std::string_view, 4> results = {"pending", "hit", "wrong-reason", "miss"};

// ---- Writing ------------------------------------------------------------------------------------------

void write_line(JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) json.member(key, text);
}

void write_scenario(JsonWriter& json, const ScenarioReference& scenario) {
  json.key("scenario").begin_object().member("id", scenario.id);
  write_line(json, "title", scenario.title);
  json.member("sha256", scenario.sha256);
  write_line(json, "file", scenario.file);
  write_line(json, "text", scenario.text);
  json.end_object();
}

void write_commands(JsonWriter& json, std::string_view key, const std::vector<std::string>& commands) {
  json.key(key).begin_array();
  for (const std::string& each : commands) json.value(each);
  json.end_array();
}

void write_predictions(JsonWriter& json, const std::vector<StatedPrediction>& predictions) {
  json.key("predictions").begin_array();
  for (const StatedPrediction& each : predictions) {
    json.begin_object().member("request", each.request).member("outcome", outcomes[each.permitted ? 0 : 1]);
    write_line(json, "reason", each.reason);
    json.member("result", each.result).end_object();
  }
  json.end_array();
}

std::vector<StatedPrediction> predictions_of(const Session& session) {
  std::vector<StatedPrediction> stated;
  for (const Prediction& each : session.predictions()) {
    stated.push_back({session.requests()[each.request].id, each.permitted,
                      each.reason ? std::string(policy::check(*each.reason).code) : std::string(),
                      std::string(word(each.result))});
  }
  return stated;
}

// ---- Reading ------------------------------------------------------------------------------------------

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

void read_digest(Reading& reading, ObjectReader& object, std::string& out) {
  constexpr std::string_view noun = "a SHA-256 digest, 64 digits and letters `a` to `f`";
  const auto node = object.need("sha256", noun);
  if (!node) return;
  if (node->is(scenario::JsonKind::string) && is_digest(node->value->string)) {
    out = node->value->string;
  } else {
    report_kind(reading.diagnostics, *node, noun);
  }
}

ScenarioReference read_scenario(Reading& reading, const Node& node) {
  ScenarioReference scenario;
  ObjectReader object(reading, node, "the scenario of a submission");
  object.id(scenario.id);
  object.line("title", scenario.title);
  read_digest(reading, object, scenario.sha256);
  object.line("file", scenario.file);
  if (const auto text = object.find("text")) {
    scenario.text = scenario::read_text(reading.diagnostics, *text).value_or("");
  }
  return scenario;
}

void read_commands(Reading& reading, const Node& list, std::vector<std::string>& out,
                   std::vector<scenario::Span>* places) {
  const auto items = read_items(reading.diagnostics, list);
  if (!items) return;
  for (const Node& item : *items) {
    out.push_back(scenario::read_line(reading.diagnostics, item).value_or(""));
    if (places != nullptr) places->push_back(item.span());
  }
}

void read_prediction(Reading& reading, const Node& node, StatedPrediction& prediction) {
  ObjectReader object(reading, node, "a prediction");
  object.need_line("request", prediction.request);
  if (const auto outcome = object.need("outcome", "`permit` or `deny`")) {
    const auto at = read_word(reading.diagnostics, *outcome, outcomes, "an outcome");
    prediction.permitted = at == std::size_t{0};
  }
  object.line("reason", prediction.reason);
  if (const auto result = object.need("result", "how it turned out")) {
    const auto at = read_word(reading.diagnostics, *result, results, "a result of a prediction");
    if (at) prediction.result = results[*at];
  }
}

/// Whether the file is of a version that can be read.
bool read_version(Reading& reading, ObjectReader& top) {
  const auto version = top.need("submission", "1, the version of the format");
  if (!version) return true;
  if (!version->is(scenario::JsonKind::integer)) {
    report_kind(reading.diagnostics, *version, scenario::number_noun);
    return true;
  }
  if (version->value->integer == submission_version) return true;
  report(reading.diagnostics, scenario::Code::unsupported_format, *version,
         "this is not a submission of version 1",
         "it may be meant for a later version of this program; the rest of the file was not looked at");
  return false;
}

void read_top(Reading& reading, const Node& document, Submission& submission,
              std::vector<scenario::Span>& places) {
  constexpr int most = 1'000'000'000;
  ObjectReader top(reading, document, "a submission");
  if (!top.is_object()) return;
  if (!read_version(reading, top)) return top.overlook_the_rest();
  if (const auto schema = top.find("$schema")) read_string(reading.diagnostics, *schema);
  top.line("student", submission.student);
  top.line("attempt", submission.attempt);
  if (const auto scenario = top.need("scenario", "`id` and `sha256` of the scenario")) {
    submission.scenario = read_scenario(reading, *scenario);
  }
  top.integer("seed", 0, most, submission.seed);
  if (const auto commands = top.need("commands", "the list of commands, each as text")) {
    read_commands(reading, *commands, submission.commands, &places);
  }
  if (const auto undone = top.find("undone")) read_commands(reading, *undone, submission.undone, nullptr);
  int selected = 0, hints = 0;
  top.integer("selected", 1, most, selected);
  if (selected > 0) submission.selected = static_cast<std::uint32_t>(selected);
  read_list(reading, top.find("predictions"), submission.predictions, read_prediction);
  top.integer("hints_used", 0, most, hints);
  submission.hints_used = static_cast<std::size_t>(hints);
}

std::string in_words(const StatedPrediction& prediction) {
  return in_backticks(prediction.request) + (prediction.permitted ? " permit" : " deny") +
         (prediction.reason.empty() ? "" : " " + prediction.reason) + " (" + prediction.result + ")";
}

}  // namespace

Submission submission_of(const Session& session, ScenarioReference scenario) {
  Submission submission;
  submission.scenario = std::move(scenario);
  for (const Command& each : session.history()) {
    submission.commands.push_back(to_text(each, session.scenario()));
  }
  submission.predictions = predictions_of(session);
  submission.hints_used = session.hints_revealed();
  return submission;
}

std::string to_json(const Submission& submission, SubmissionLayout layout) {
  const bool file = layout == SubmissionLayout::file;
  JsonWriter json(file ? JsonWriter::Layout::pretty : JsonWriter::Layout::compact);
  json.begin_object().member("submission", submission_version);
  write_line(json, "student", submission.student);
  write_line(json, "attempt", submission.attempt);
  write_scenario(json, submission.scenario);
  json.member("seed", submission.seed);
  write_commands(json, "commands", submission.commands);
  if (!submission.undone.empty()) write_commands(json, "undone", submission.undone);
  if (submission.selected) json.member("selected", *submission.selected);
  if (file) {
    write_predictions(json, submission.predictions);
    json.member("hints_used", submission.hints_used);
  }
  json.end_object();
  return file ? json.take() + '\n' : json.take();
}

SubmissionReadResult read_submission(std::string_view text, std::string_view file_name) {
  scenario::Diagnostics diagnostics(text);
  SubmissionReadResult result;
  result.file_name = file_name;
  if (const auto document = parse_json(diagnostics)) {
    Reading reading{diagnostics, {}};
    Submission submission;
    read_top(reading, Node{&*document, "", "", 0}, submission, result.commands);
    if (!diagnostics.has_errors()) result.submission = std::move(submission);
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

bool is_submission(std::string_view text) {
  text.remove_prefix(scenario::byte_order_mark_size(text));
  const std::size_t first = text.find_first_not_of(blanks);
  return first != text.npos && text[first] == '{';
}

ReplayResult replay(Session& session, const Submission& submission) {
  ReplayResult result;
  for (const std::string& each : submission.commands) {
    result.refusal = session.apply(each);
    if (result.refusal) {
      result.line = result.applied + 1;
      return result;
    }
    ++result.applied;
  }
  return result;
}

std::vector<std::string> contradictions(const Submission& submission, const Session& replayed) {
  std::vector<std::string> found;
  const auto times = [](std::size_t hints) {
    return std::to_string(hints) + (hints == 1 ? " hint" : " hints");
  };
  if (submission.hints_used != replayed.hints_revealed()) {
    found.push_back("the file says that " + times(submission.hints_used) +
                    " were used, and its commands use " + times(replayed.hints_revealed()));
  }
  const std::vector<StatedPrediction> made = predictions_of(replayed);
  if (submission.predictions.size() != made.size()) {
    found.push_back("the file lists " + std::to_string(submission.predictions.size()) +
                    " predictions, and its commands make " + std::to_string(made.size()));
    return found;
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (submission.predictions[i] == made[i]) continue;
    found.push_back("the file states the prediction " + in_words(submission.predictions[i]) +
                    ", and its commands come to " + in_words(made[i]));
  }
  return found;
}

}  // namespace ntk::session
