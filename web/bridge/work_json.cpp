// Your work as JSON: the attempts, the history, and what is to be kept.
#include <algorithm>

#include "web/bridge/model.h"
#include "web/view/work_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

std::string_view word(Attempt::State state) {
  switch (state) {
    case Attempt::State::kept:
      return "kept";
    case Attempt::State::at_hand:
      return "at-hand";
    case Attempt::State::deleted:
      break;
  }
  return "deleted";
}

void write_empty(JsonWriter& json, const EmptyWork& empty) {
  json.begin_object().member("what", empty.what).member("what_to_do", empty.what_to_do).end_object();
}

void write_attempt(JsonWriter& json, const AttemptRow& attempt) {
  json.begin_object()
      .member("id", attempt.id)
      .member("name", attempt.name)
      .member("heading", attempt.heading)
      .member("about", attempt.about)
      .member("state", word(attempt.state));
  json.key("acts").begin_array();
  for (const AttemptAct& each : attempt.acts) {
    json.begin_object()
        .member("word", each.word)
        .member("label", each.label)
        .member("about", each.about)
        .end_object();
  }
  json.end_array().end_object();
}

void write_hand_in(JsonWriter& json) {
  json.begin_object()
      .member("title", hand_in_title)
      .member("about", hand_in_about)
      .member("student", student_label)
      .member("remember", remember_student)
      .member("save", save_submission)
      .member("share_title", share_title)
      .member("share_about", share_about)
      .member("save_attempt", save_attempt)
      .member("copy_link", copy_link)
      .end_object();
}

}  // namespace

void write_work(JsonWriter& json, const Desk& desk) {
  const WorkView view = view_work(desk);
  json.begin_object()
      .member("keeping", view.keeping)
      .member("is_kept", view.is_kept)
      .member("attempts_title", attempts_title)
      .member("name", name_label)
      .member("rename", rename_label)
      .member("new_attempt", new_attempt)
      .member("new_attempt_about", new_attempt_about)
      .member("can_begin", view.can_begin);
  write_empty(json.key("no_attempts"), no_attempts);
  json.key("attempts").begin_array();
  for (const AttemptRow& each : view.attempts) write_attempt(json, each);
  json.end_array();
  write_hand_in(json.key("hand_in"));
  json.end_object();
}

void write_history(JsonWriter& json, const Desk& desk) {
  const HistoryView view = view_history(desk);
  json.begin_object()
      .member("title", history_title)
      .member("about", history_about)
      .member("summary", view.summary)
      .member("before", view.before)
      .member("after", view.after);
  write_empty(json.key("no_steps"), no_steps);
  json.key("steps").begin_array();
  for (const HistoryRow& each : view.steps) {
    json.begin_object()
        .member("number", each.number)
        .member("words", each.words)
        .member("note", each.note)
        .member("applied", each.is_applied)
        .member("here", each.is_here)
        .end_object();
  }
  json.end_array().end_object();
}

void write_steps(JsonWriter& json, const Desk& desk, std::size_t block) {
  const std::size_t from = std::min(desk.unkept_from(), desk.journal().size()) / block * block;
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
}

void write_keeping_problems(JsonWriter& json) {
  const auto write = [&](std::string_view word, Keeping keeping) {
    const KeepingProblem problem = keeping_problem(keeping);
    json.key(word)
        .begin_object()
        .member("message", problem.message)
        .member("help", problem.help)
        .end_object();
  };
  json.begin_object();
  write("refused", Keeping::refused);
  write("full", Keeping::full);
  json.end_object();
}

}  // namespace ntk::web
