// The part of the model that says what the lesson is about and how far it is done.
#include <algorithm>
#include <vector>

#include "sim/session/misconceptions.h"
#include "sim/session/report.h"
#include "web/app/shared_words.h"
#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

/// The paragraphs of a brief, which empty lines part.
void write_paragraphs(JsonWriter& json, std::string_view text) {
  json.begin_array();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (end > 0) json.value(text.substr(0, end));
    text.remove_prefix(std::min(text.find_first_not_of('\n', end), text.size()));
  }
  json.end_array();
}

/// The revealed hints that help with one goal, or with none in particular.
void write_hints(JsonWriter& json, const session::Session& session, std::optional<std::uint32_t> goal) {
  json.begin_array();
  for (std::size_t i = 0; i < session.hints_revealed(); ++i) {
    const scenario::Hint& hint = session.scenario().hints[i];
    if (hint.goal == goal) json.value(hint.text);
  }
  json.end_array();
}

void write_goals(JsonWriter& json, const session::Session& session) {
  json.begin_array();
  const std::vector<scenario::Goal>& goals = session.scenario().goals;
  for (std::uint32_t i = 0; i < goals.size(); ++i) {
    const session::GoalStatus status = session.goal_status(i);
    json.begin_object()
        .member("id", goals[i].id)
        .member("title", goals[i].title)
        .member("points", goals[i].points)
        .member("state", session::word(status.state))
        .member("evidence", status.evidence);
    write_hints(json.key("hints"), session, i);
    json.end_object();
  }
  json.end_array();
}

void write_progress(JsonWriter& json, const session::Session& session) {
  const session::Progress progress = session.progress();
  json.begin_object()
      .member("goals_met", progress.goals_met)
      .member("goals", progress.goals)
      .member("points_met", progress.points_met)
      .member("points", progress.points)
      .member("predictions", predictions_in_words(session))
      .end_object();
}

/// The rules that predictions were wrong of.
void write_misconceptions(JsonWriter& json, const session::Session& session) {
  json.key("misconceptions");
  if (!shows_misconceptions(session)) {
    json.null();
    return;
  }
  const auto log = session::misconceptions(session);
  json.begin_object()
      .member("title", misconceptions_title)
      .member("empty", log.empty() ? session::no_misconceptions(session) : std::string());
  json.key("rules").begin_array();
  for (const session::Misconception& each : log) {
    json.begin_object()
        .member("code", policy::check(each.rule).code)
        .member("words", session::in_words(each))
        .member("sentence", policy::check(each.rule).sentence)
        .end_object();
  }
  json.end_array().end_object();
}

}  // namespace

void write_lesson(JsonWriter& json, const session::Session& session) {
  const scenario::Scenario& lesson = session.scenario();
  json.key("scenario").begin_object().member("id", lesson.id).member("title", lesson.title);
  write_paragraphs(json.key("brief"), lesson.brief);
  json.key("objectives").begin_array();
  for (const std::string& objective : lesson.objectives) json.value(objective);
  json.end_array().end_object();

  write_moment(json.key("clock"), session.clock());
  write_progress(json.key("progress"), session);
  write_goals(json.key("goals"), session);
  write_misconceptions(json, session);
  json.member("conceals", session.conceals()).member("shut", shut_because(session));
  json.member("run_all_waits_for", run_all_waits_for(session));
  json.key("hints").begin_object();
  write_hints(json.key("revealed"), session, std::nullopt);
  json.member("left", lesson.hints.size() - session.hints_revealed()).end_object();
}

}  // namespace ntk::web
