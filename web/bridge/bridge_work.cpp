// The verbs of the bridge by which the page keeps work and passes it on.
#include <algorithm>

#include "sim/scenario/json_writer.h"
#include "sim/session/sha256.h"
#include "web/app/shared_words.h"
#include "web/bridge/bridge_call.h"
#include "web/bridge/model.h"
#include "web/view/announcement.h"
#include "web/view/work_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

bool has_session(Call& call) {
  if (call.desk.session() == nullptr) call.refuse("no lesson is open");
  return call.ok;
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& each : texts) json.value(each);
  json.end_array();
}

}  // namespace

void write_steps(Call& call) {
  if (!has_session(call)) return;
  const auto size = number(call.subject);
  if (!size || *size == 0) return call.refuse("not a size: `" + std::string(call.subject) + "`");
  const Desk& desk = call.desk;
  const std::size_t from = std::min(desk.unkept_from(), desk.journal().size()) / *size * *size;
  JsonWriter json;
  json.begin_object()
      .member("unkept", desk.has_unkept())
      .member("from", from)
      .member("position", desk.position())
      .member("count", desk.steps().size())
      .key("lines")
      .begin_array();
  for (const std::string& each : desk.journal().subspan(from)) json.value(each);
  json.end_array().key("first").begin_object();
  for (const session::FirstPrediction& each : desk.session()->first_predictions()) {
    json.member(desk.session()->requests()[each.request].id,
                session::earlier_line(each, desk.session()->scenario()));
  }
  json.end_object().end_object();
  call.value = json.take();
}

void write_history(Call& call) {
  if (!has_session(call)) return;
  if (call.subject.empty()) {
    JsonWriter json;
    write_history(json, call.desk);
    call.value = json.take();
    return;
  }
  const std::vector<std::string_view> words = split(call.subject, ' ');
  const auto first = words.size() == 2 ? number(words[0]) : std::nullopt;
  const auto count = words.size() == 2 ? number(words[1]) : std::nullopt;
  if (!first || !count) return call.refuse("not a part of the history: `" + std::string(call.subject) + "`");
  const Desk& desk = call.desk;
  JsonWriter json;
  json.begin_object().member("position", desk.position()).member("count", desk.steps().size());
  json.key("steps").begin_array();
  for (std::size_t i = *first; i < desk.steps().size() && i - *first < *count; ++i) {
    json.begin_object()
        .member("number", i + 1)
        .member("words", step_in_words(*desk.session(), desk.steps()[i]))
        .member("applied", i < desk.position())
        .end_object();
  }
  json.end_array().end_object();
  call.value = json.take();
}

void keep(Call& call) {
  call.desk.keep();
}

void go(Call& call) {
  const auto position = number(call.subject);
  if (!has_session(call)) return;
  if (!position || *position > call.desk.steps().size()) {
    return call.refuse("there is no step `" + std::string(call.subject) + "`");
  }
  const std::vector<bool> before = goals_met(*call.desk.session());
  call.desk.go_to(*position);
  call.message = said_of_jump(call.desk, before);
}

namespace {

/// The lines of a text, as texts of their own.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view each : split(text, '\n')) lines.emplace_back(each);
  return lines;
}

/// What an attempt without a journal comes to as one: its steps, then the way back to where it was left.
std::vector<std::string> as_journal(std::vector<std::string> steps, std::size_t position) {
  std::erase_if(steps, [](const std::string& each) { return session::is_blank_or_comment(each); });
  const bool goes_back = position < steps.size();
  steps.insert(steps.begin(), "unrecorded");
  if (goes_back) steps.push_back("go " + std::to_string(position));
  return steps;
}

}  // namespace

void restore(Call& call) {
  if (!has_session(call)) return;
  const bool is_journal = call.subject == "journal";
  const auto position = number(call.subject);
  if (!is_journal && !position) return call.refuse("not a position: `" + std::string(call.subject) + "`");
  const std::vector<std::string> lines =
      is_journal ? lines_of(call.text) : as_journal(lines_of(call.text), *position);
  const session::ReplayResult result = call.desk.restore(lines);
  JsonWriter json;
  json.begin_object().member("applied", call.desk.steps().size());
  json.member("position", call.desk.position());
  json.member("full", result.refusal && result.refusal->code == "attempt-full").end_object();
  call.value = json.take();
  if (!result.refusal) {
    call.message = steps_in_words(call.desk.steps().size()) + " restored";
    return;
  }
  const std::size_t line = result.line - (is_journal ? 0 : 1);
  std::string why = (is_journal ? "line " : "command ") + std::to_string(line) + ", `" +
                    lines[result.line - 1] + "`, was refused: " + result.refusal->message;
  call.refuse(std::move(why), result.refusal->help);
}

void recall(Call& call) {
  if (!has_session(call)) return;
  call.desk.recall(split(call.text, '\n'));
}

void look(Call& call) {
  if (has_session(call) && shut_because(*call.desk.session()).empty()) call.desk.look();
}

void write_steps_of(Call& call) {
  const session::JournalSteps made = session::steps_of(lines_of(call.text));
  JsonWriter json;
  json.begin_object().member("position", made.position);
  write_texts(json, "steps", made.steps);
  call.value = json.end_object().take();
}

namespace {

Attempt::State attempt_state(std::string_view word) {
  return word == "at-hand"   ? Attempt::State::at_hand
         : word == "deleted" ? Attempt::State::deleted
                             : Attempt::State::kept;
}

}  // namespace

void attempts(Call& call) {
  std::vector<Attempt> attempts;
  for (std::string_view line : split(call.text, '\n')) {
    const std::vector<std::string_view> parts = split(line, '\t');
    if (parts.size() != 7) continue;  // an empty line
    attempts.push_back({std::string(parts[0]), std::string(parts[1]), std::string(parts[3]),
                        std::string(parts[4]), number(parts[5]).value_or(0), std::string(parts[6]),
                        attempt_state(parts[2])});
  }
  call.desk.set_attempts(std::move(attempts), call.subject == "refused" ? Keeping::refused
                                              : call.subject == "full"  ? Keeping::full
                                                                        : Keeping::works);
  JsonWriter json;
  write_keeping_problems(json);
  call.value = json.take();
}

void write_submission(Call& call) {
  const std::vector<std::string_view> names = split(call.text, '\t');
  if (!has_session(call)) return;
  session::Submission submission = call.desk.submission();
  submission.student = names[0];
  if (names.size() > 1) submission.attempt = names[1];
  JsonWriter json;
  json.begin_object()
      .member("name", submission.scenario.id + "-submission.json")
      .member("type", "application/json")
      .member("text", to_json(submission, call.subject == "link" ? session::SubmissionLayout::link
                                                                 : session::SubmissionLayout::file))
      .end_object();
  call.value = json.take();
}

void read_submission(Call& call) {
  const auto read = call.desk.read_submission(call.subject, call.text);
  if (!read) {
    call.refuse(
        std::string(call.subject) + " was not opened: " + scenario::count_in_words(call.desk.diagnostics()),
        "the work at hand is kept");
    return;
  }
  JsonWriter json;
  json.begin_object().member("student", read->student).member("attempt", read->attempt);
  json.key("scenario")
      .begin_object()
      .member("id", read->scenario.id)
      .member("title", read->scenario.title)
      .member("sha256", read->scenario.sha256)
      .member("file", read->scenario.file)
      .member("text", read->scenario.text)
      .end_object();
  write_texts(json, "commands", read->commands);
  write_texts(json, "undone", read->undone);
  if (read->journal) {
    write_texts(json, "journal", *read->journal);
  } else {
    json.key("journal").null();
  }
  json.key("selected");
  read->selected ? json.value(*read->selected) : json.null();
  call.value = json.end_object().take();
}

void write_digest(Call& call) {
  JsonWriter json;
  json.value(session::sha256(call.text));
  call.value = json.take();
}

}  // namespace ntk::web
