#include "sim/session/submission.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/object_reader.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"
#include "sim/session/command_check.h"
#include "sim/session/refusal.h"
#include "sim/session/report.h"
#include "sim/session/sha256.h"

namespace ntk::session {
namespace {

using scenario::JsonWriter;
using scenario::Node;
using scenario::ObjectReader;
using scenario::Reading;

constexpr std::string_view blanks = " \t\r\n";

constexpr std::array<std::string_view, 2> outcomes = {"permit", "deny"};
constexpr std::array<std::string_view, 4> results = {"pending", "hit", "wrong-reason", "miss"};
constexpr std::string_view no_prediction = "none";
constexpr std::array<std::string_view, 4> first_results = {"hit", "wrong-reason", "miss", no_prediction};
constexpr int most = 1'000'000'000;  // of whatever is counted

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
    write_line(json, "certainty", each.certainty);
    json.member("result", each.result).end_object();
  }
  json.end_array();
}

void write_first_predictions(JsonWriter& json, const std::vector<StatedFirstPrediction>& predictions) {
  json.key("first_predictions").begin_array();
  for (const StatedFirstPrediction& each : predictions) {
    json.begin_object().member("request", each.request);
    write_line(json, "outcome", each.outcome);
    write_line(json, "reason", each.reason);
    write_line(json, "certainty", each.certainty);
    json.member("result", each.result)
        .member("retries", each.retries)
        .member("hints_before", each.hints_before)
        .member("runs_before", each.runs_before);
    if (each.earlier_attempt) json.member("earlier_attempt", true);
    json.end_object();
  }
  json.end_array();
}

std::string code_of(const std::optional<policy::CheckId>& check) {
  return check ? std::string(policy::check(*check).code) : std::string();
}

std::string word_of(const std::optional<Certainty>& certainty) {
  return certainty ? std::string(word(*certainty)) : std::string();
}

std::vector<StatedPrediction> predictions_of(const Session& session) {
  std::vector<StatedPrediction> stated;
  for (const Prediction& each : session.predictions()) {
    stated.push_back({session.requests()[each.request].id, each.permitted, code_of(each.reason),
                      word_of(each.certainty), std::string(word(each.result))});
  }
  return stated;
}

std::vector<StatedFirstPrediction> first_predictions_of(const Session& session) {
  std::vector<StatedFirstPrediction> stated;
  for (const FirstPrediction& each : session.first_predictions()) {
    stated.push_back({session.requests()[each.request].id,
                      each.made ? std::string(outcomes[each.permitted ? 0 : 1]) : std::string(),
                      code_of(each.reason), word_of(each.certainty),
                      std::string(each.made ? word(each.result) : no_prediction), each.retries,
                      each.hints_before, each.runs_before, each.earlier});
  }
  return stated;
}

// ---- Reading ------------------------------------------------------------------------------------------

/// What keeps a text from being a digest; empty where it is one.
std::string fault_of_digest(std::string_view text) {
  constexpr std::size_t digits = 64;
  const std::size_t odd = text.find_first_not_of("0123456789abcdef");
  if (odd != text.npos && text.find_first_not_of("0123456789abcdefABCDEF") == text.npos)
    return "it has capital letters: write them in lower case";
  if (odd != text.npos) {
    const std::size_t length = scenario::code_point_at(text, odd).length;
    return scenario::in_backticks(text.substr(odd, length)) + " is none of them";
  }
  return text.size() == digits ? "" : "it has " + std::to_string(text.size()) + ", not 64";
}

void read_digest(Reading& reading, ObjectReader& object, std::string& out) {
  constexpr std::string_view noun = "a SHA-256 digest, 64 digits and letters `a` to `f`";
  const auto node = object.need("sha256", noun);
  if (!node) return;
  if (!node->is(scenario::JsonKind::string)) return report_kind(reading.diagnostics, *node, noun);
  const std::string& digest = node->value->string;
  const std::string fault = fault_of_digest(digest);
  if (fault.empty()) {
    out = digest;
  } else {
    report(reading.diagnostics, scenario::Code::wrong_type, *node,
           node->name() + " must be " + std::string(noun) + ": " + fault);
  }
}

ScenarioReference read_scenario(Reading& reading, const Node& node, scenario::Span& id_at) {
  ScenarioReference scenario;
  ObjectReader object(reading, node, "the scenario of a submission");
  if (const auto id = object.find("id")) id_at = id->span();
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
    if (places == nullptr) continue;
    places->push_back(item.span());
    check_stated_texts(reading.diagnostics, item, out.back());
  }
}

void read_certainty(Reading& reading, ObjectReader& object, std::string& out) {
  const auto certainty = object.find("certainty");
  if (!certainty) return;
  const auto at = read_word(reading.diagnostics, *certainty, certainty_words, "a certainty");
  if (at) out = certainty_words[*at];
}

void read_prediction(Reading& reading, const Node& node, StatedPrediction& prediction) {
  ObjectReader object(reading, node, "a prediction");
  object.need_line("request", prediction.request);
  if (const auto outcome = object.need("outcome", "`permit` or `deny`")) {
    const auto at = read_word(reading.diagnostics, *outcome, outcomes, "an outcome");
    prediction.permitted = at == std::size_t{0};
  }
  object.line("reason", prediction.reason);
  read_certainty(reading, object, prediction.certainty);
  if (const auto result = object.need("result", "how it turned out")) {
    const auto at = read_word(reading.diagnostics, *result, results, "a result of a prediction");
    if (at) prediction.result = results[*at];
  }
}

std::size_t read_count(ObjectReader& object, std::string_view key) {
  int count = 0;
  object.integer(key, 0, most, count);
  return static_cast<std::size_t>(count);
}

void read_first_prediction(Reading& reading, const Node& node, StatedFirstPrediction& first) {
  ObjectReader object(reading, node, "a first prediction");
  object.need_line("request", first.request);
  if (const auto outcome = object.find("outcome")) {
    const auto at = read_word(reading.diagnostics, *outcome, outcomes, "an outcome");
    if (at) first.outcome = outcomes[*at];
  }
  object.line("reason", first.reason);
  read_certainty(reading, object, first.certainty);
  if (const auto result = object.need("result", "how it turned out")) {
    const auto at = read_word(reading.diagnostics, *result, first_results, "a result of a first prediction");
    if (at) first.result = first_results[*at];
  }
  first.retries = read_count(object, "retries");
  first.hints_before = read_count(object, "hints_before");
  first.runs_before = read_count(object, "runs_before");
  object.boolean("earlier_attempt", first.earlier_attempt);
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

void read_top(Reading& reading, const Node& document, Submission& submission, SubmissionReadResult& places) {
  ObjectReader top(reading, document, "a submission");
  if (!top.is_object()) return;
  if (!read_version(reading, top)) return top.overlook_the_rest();
  if (const auto schema = top.find("$schema")) read_string(reading.diagnostics, *schema);
  top.line("student", submission.student);
  top.line("attempt", submission.attempt);
  if (const auto scenario = top.need("scenario", "`id` and `sha256` of the scenario")) {
    submission.scenario = read_scenario(reading, *scenario, places.scenario_id);
  }
  top.integer("seed", 0, most, submission.seed);
  if (const auto commands = top.need("commands", "the list of commands, each as text")) {
    read_commands(reading, *commands, submission.commands, &places.commands);
  }
  if (const auto undone = top.find("undone")) read_commands(reading, *undone, submission.undone, nullptr);
  if (const auto journal = top.find("journal"))
    read_commands(reading, *journal, submission.journal.emplace(), nullptr);
  int selected = 0;
  top.integer("selected", 1, most, selected);
  if (selected > 0) submission.selected = static_cast<std::uint32_t>(selected);
  if (const auto predictions = top.find("predictions"))
    read_list(reading, predictions, submission.predictions.emplace(), read_prediction);
  if (const auto firsts = top.find("first_predictions"))
    read_list(reading, firsts, submission.first_predictions.emplace(), read_first_prediction);
  if (const auto hints = top.find("hints_used")) {
    if (const auto used = read_integer(reading.diagnostics, *hints, 0, most))
      submission.hints_used = static_cast<std::size_t>(*used);
  }
}

std::string in_words(const StatedPrediction& prediction) {
  return in_backticks(prediction.request) + (prediction.permitted ? " permit" : " deny") +
         (prediction.reason.empty() ? "" : " " + prediction.reason) +
         (prediction.certainty.empty() ? "" : " " + prediction.certainty) + " (" + prediction.result + ")";
}

std::string in_words(const StatedFirstPrediction& first) {
  std::string words = in_backticks(first.request) + (first.outcome.empty() ? "" : " " + first.outcome);
  if (!first.reason.empty()) words += " " + first.reason;
  if (!first.certainty.empty()) words += " " + first.certainty;
  return words + " (" + first.result + ", retries " + std::to_string(first.retries) + ", hints before " +
         std::to_string(first.hints_before) + ", runs before " + std::to_string(first.runs_before) +
         (first.earlier_attempt ? ", in an earlier attempt)" : ")");
}

}  // namespace

Submission submission_of(const Session& session, ScenarioReference scenario) {
  Submission submission;
  submission.scenario = std::move(scenario);
  for (const Command& each : session.history()) {
    submission.commands.push_back(to_text(each, session.scenario()));
  }
  for (const Command& each : session.steps().subspan(session.position())) {
    submission.undone.push_back(to_text(each, session.scenario()));
  }
  submission.journal.emplace(session.journal().begin(), session.journal().end());
  submission.predictions = predictions_of(session);
  submission.first_predictions = first_predictions_of(session);
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
  if (submission.journal) write_commands(json, "journal", *submission.journal);
  if (submission.selected) json.member("selected", *submission.selected);
  if (file) {
    if (submission.predictions) write_predictions(json, *submission.predictions);
    if (submission.first_predictions) write_first_predictions(json, *submission.first_predictions);
    if (submission.hints_used) json.member("hints_used", *submission.hints_used);
  }
  json.end_object();
  return file ? json.take() + '\n' : json.take();
}

SubmissionReadResult read_submission(std::string_view text, std::string_view file_name) {
  return read_submission(text, file_name, scenario::most_values);
}

SubmissionReadResult read_submission(std::string_view text, std::string_view file_name,
                                     std::size_t most_values) {
  scenario::Diagnostics diagnostics(text, "a submission is one object: `{ ... }`");
  SubmissionReadResult result;
  result.file_name = file_name;
  if (const auto document = parse_json(diagnostics, nullptr, most_values)) {
    Reading reading{diagnostics, {}};
    Submission submission;
    read_top(reading, Node{&*document, "", "", 0}, submission, result);
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

namespace {

bool is_what_was_done(const Session& session, const std::vector<std::string>& commands) {
  const std::span<const Command> done = session.history();
  if (done.size() != commands.size()) return false;
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (to_text(done[i], session.scenario()) == commands[i]) continue;
    const ParsedCommand parsed = parse_command(commands[i], session.scenario());
    const Command* command = std::get_if<Command>(&parsed);
    if (!command || !(*command == done[i])) return false;
  }
  return true;
}

/// Why the journal can't be followed; empty where it was.
std::string follow_journal(Session& session, const Submission& submission) {
  Session followed = session;
  const ReplayResult result = followed.restore(*submission.journal);
  if (result.refusal) {
    return "line " + std::to_string(result.line) + " of its journal, " +
           in_backticks((*submission.journal)[result.line - 1]) + ", was refused: " + result.refusal->message;
  }
  if (!is_what_was_done(followed, submission.commands))
    return "its journal leads to other commands than it lists";
  session = std::move(followed);
  return {};
}

}  // namespace

ReplayResult replay(Session& session, const Submission& submission, std::string& warning) {
  ReplayResult result;
  if (submission.journal) {
    warning = follow_journal(session, submission);
    if (warning.empty()) {
      result.applied = submission.commands.size();
      return result;
    }
    warning += "; first predictions are computed from its commands";
  }
  session.note_unrecorded();
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

ReplayResult replay(Session& session, const Submission& submission) {
  std::string warning;
  return replay(session, submission, warning);
}

namespace {

/// Whether the session came about by the file's journal.
bool was_followed(const Submission& submission, const Session& replayed) {
  const auto journal = replayed.journal();
  return submission.journal &&
         std::equal(journal.begin(), journal.end(), submission.journal->begin(), submission.journal->end());
}

/// What is listed as undone can be redone, and where a journal was followed it is what that undid last.
void add_undone(std::vector<std::string>& found, const Submission& submission, const Session& replayed) {
  Session redone = replayed;
  for (const std::string& each : submission.undone) {
    const auto refused = redone.apply(each);
    if (!refused) continue;
    found.push_back("the file lists " + in_backticks(each) +
                    " as undone, which cannot be redone: " + refused->message);
    return;
  }
  if (!was_followed(submission, replayed)) return;
  std::vector<std::string> undone;
  for (const Command& each : replayed.steps().subspan(replayed.position()))
    undone.push_back(to_text(each, replayed.scenario()));
  if (undone != submission.undone)
    found.push_back("the commands that the file lists as undone aren't those that its journal undid last");
}

void add_nonsense(std::vector<std::string>& found, const Submission& submission, const Session& replayed) {
  if (submission.seed != 0) {
    found.push_back("the file states the seed " + std::to_string(submission.seed) +
                    ", and the simulation takes no chances: it is always 0");
  }
  const std::size_t events = replayed.trail().events().size();
  if (submission.selected && *submission.selected > events) {
    found.push_back("the file selects event " + std::to_string(*submission.selected) +
                    ", and its commands make " + std::to_string(events));
  }
  add_undone(found, submission, replayed);
  const std::string& text = submission.scenario.text;
  if (!text.empty() && sha256(text) != submission.scenario.sha256)
    found.push_back("the scenario in the file is not the one that its SHA-256 names");
  if (!text.empty() && !scenario::read_scenario(text, submission.scenario.file).scenario)
    found.push_back("the scenario in the file cannot be read");
}

/// `stated` and `made` are lists of what has an `in_words`.
template <class T>
void add_differences(std::vector<std::string>& found, const std::vector<T>& stated,
                     const std::vector<T>& made, const std::string& noun, const std::string& source) {
  if (stated.size() != made.size()) {
    found.push_back("the file lists " + policy::counted(stated.size(), noun, noun + "s") + ", and its " +
                    source + " make" + (source.back() == 's' ? " " : "s ") + std::to_string(made.size()));
    return;
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (stated[i] == made[i]) continue;
    found.push_back("the file states the " + noun + ' ' + in_words(stated[i]) + ", and its " + source +
                    (source.back() == 's' ? " come to " : " comes to ") + in_words(made[i]));
  }
}

}  // namespace

std::vector<std::string> contradictions(const Submission& submission, const Session& replayed) {
  std::vector<std::string> found;
  const std::size_t used = replayed.hints_revealed();
  if (const std::size_t stated = submission.hints_used.value_or(used); stated != used) {
    found.push_back("the file says that " + policy::counted(stated, "hint was", "hints were") +
                    " used, and its commands use " + policy::counted(used, "hint", "hints"));
  }
  if (submission.predictions)
    add_differences(found, *submission.predictions, predictions_of(replayed), "prediction", "commands");
  if (submission.first_predictions) {
    add_differences(found, *submission.first_predictions, first_predictions_of(replayed), "first prediction",
                    was_followed(submission, replayed) ? "journal" : "commands");
  }
  const auto firsts = replayed.first_predictions();
  const auto earlier =
      std::count_if(firsts.begin(), firsts.end(), [](const auto& each) { return each.earlier; });
  if (earlier > 0) {
    found.push_back(std::to_string(earlier) +
                    (earlier == 1 ? " first prediction is of an earlier attempt"
                                  : " first predictions are of earlier attempts") +
                    ", as the journal says; nothing in the file shows that attempt");
  }
  add_nonsense(found, submission, replayed);
  return found;
}

}  // namespace ntk::session
