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

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& each : texts) json.value(each);
  json.end_array();
}

/// What an attempt without a journal comes to as one: its steps, then the way back to where it was left.
std::vector<std::string> as_journal(std::vector<std::string> steps, std::size_t position) {
  std::erase_if(steps, [](const std::string& each) { return session::is_blank_or_comment(each); });
  const bool goes_back = position < steps.size();
  steps.insert(steps.begin(), "unrecorded");
  if (goes_back) steps.push_back("go " + std::to_string(position));
  return steps;
}

/// Gives the session the lines of a journal. `added`: how many of them, at the beginning, nobody wrote.
void restore(Call& call, const std::vector<std::string>& lines, std::string_view what, std::size_t added) {
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
  call.refuse(std::string(what) + " " + std::to_string(result.line - added) + ", `" + lines[result.line - 1] +
                  "`, was refused: " + result.refusal->message,
              result.refusal->help);
}

std::vector<std::string> owned(const std::vector<std::string_view>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

namespace verbs {

void keep_in_blocks(Call& call, Count lines) {
  call.kept_block = lines;
}

void steps(Call& call, Count block) {
  if (!has_session(call)) return;
  if (block == 0) return call.refuse("a block has at least one line");
  JsonWriter json;
  write_steps(json, call.desk, block);
  call.value = json.take();
}

void keep(Call& call) {
  call.desk.keep();
}

void history(Call& call, Count first, Count count) {
  if (!has_session(call)) return;
  const Desk& desk = call.desk;
  JsonWriter json;
  json.begin_object().member("position", desk.position()).member("count", desk.steps().size());
  json.key("steps").begin_array();
  for (std::size_t i = first; i < desk.steps().size() && i - first < count; ++i) {
    json.begin_object()
        .member("number", i + 1)
        .member("words", step_in_words(*desk.session(), desk.steps()[i]))
        .member("applied", i < desk.position())
        .end_object();
  }
  json.end_array().end_object();
  call.value = json.take();
}

void restore_journal(Call& call, Texts lines) {
  if (has_session(call)) restore(call, owned(lines), "line", 0);
}

void restore_steps(Call& call, Texts lines, Count position) {
  if (has_session(call)) restore(call, as_journal(owned(lines), position), "command", 1);
}

void recall(Call& call, Texts lines) {
  if (has_session(call)) call.desk.recall(lines);
}

void steps_of(Call& call, Texts journal) {
  const session::JournalSteps made = session::steps_of(owned(journal));
  JsonWriter json;
  json.begin_object().member("position", made.position);
  write_texts(json, "steps", made.steps);
  call.value = json.end_object().take();
}

void attempts(Call& call, Attempts attempts, Text keeping, Flag kept) {
  if (keeping != "works" && keeping != "refused" && keeping != "full")
    return call.refuse("keeping works, or is refused or full: `" + std::string(keeping) + "`");
  if (kept) call.desk.keep();
  call.desk.set_attempts(attempts, keeping == "refused" ? Keeping::refused
                                   : keeping == "full"  ? Keeping::full
                                                        : Keeping::works);
  JsonWriter json;
  write_keeping_problems(json);
  call.value = json.take();
}

void submission(Call& call, Text layout, Text student, Text attempt) {
  if (!has_session(call)) return;
  session::Submission submission = call.desk.submission();
  submission.student = student;
  submission.attempt = attempt;
  JsonWriter json;
  json.begin_object()
      .member("name", submission.scenario.id + "-submission.json")
      .member("type", "application/json")
      .member("text", to_json(submission, layout == "link" ? session::SubmissionLayout::link
                                                           : session::SubmissionLayout::file))
      .end_object();
  call.value = json.take();
}

void read_submission(Call& call, Text file_name, Bytes submission) {
  const auto read = call.desk.read_submission(file_name, submission);
  if (!read) {
    call.refuse(
        std::string(file_name) + " was not opened: " + scenario::count_in_words(call.desk.diagnostics()),
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

void digest(Call& call, Bytes bytes) {
  JsonWriter json;
  json.value(session::sha256(bytes));
  call.value = json.take();
}

}  // namespace verbs
}  // namespace ntk::web
