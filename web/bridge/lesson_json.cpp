// The part of the model that says what the lesson is about and how far it is done.
#include "sim/session/report.h"
#include "web/app/shared_words.h"
#include "web/bridge/model.h"
#include "web/view/brief_view.h"
#include "web/view/goals_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
  json.begin_array();
  for (const std::string& each : texts) json.value(each);
  json.end_array();
}

void write_brief(JsonWriter& json, const BriefView& view) {
  json.begin_object().member("lesson", view.lesson);
  write_texts(json.key("paragraphs"), view.paragraphs);
  json.member("objectives_title", view.objectives_title);
  write_texts(json.key("objectives"), view.objectives);
  json.member("clock", view.clock).member("moment", policy::to_text(view.moment)).end_object();
}

void write_hints(JsonWriter& json, const std::vector<HintRow>& hints) {
  json.begin_array();
  for (const HintRow& each : hints) json.value(each.text);
  json.end_array();
}

void write_goal(JsonWriter& json, const GoalRow& goal) {
  json.begin_object()
      .member("id", goal.id)
      .member("title", goal.title)
      .member("points", goal.points)
      .member("state", session::word(goal.state))
      .member("state_words", goal.state_words)
      .member("evidence", goal.evidence);
  write_hints(json.key("hints"), goal.hints);
  json.end_object();
}

void write_misconceptions(JsonWriter& json, const MisconceptionsView& view) {
  if (!view.shown) {
    json.null();
    return;
  }
  json.begin_object().member("title", view.title).member("empty", view.empty);
  json.key("rules").begin_array();
  for (const MisconceptionRow& each : view.rules) {
    json.begin_object()
        .member("code", each.code)
        .member("words", each.words)
        .member("sentence", each.sentence)
        .end_object();
  }
  json.end_array().end_object();
}

void write_goals(JsonWriter& json, const GoalsView& view) {
  json.begin_object()
      .member("progress", view.progress)
      .member("empty", view.empty)
      .member("points_met", view.points_met)
      .member("points", view.points)
      .member("predictions", view.predictions)
      .member("hint_label", hint_label)
      .member("hint_button", view.hint_button)
      .member("hints_left", view.hints_left);
  json.key("rows").begin_array();
  for (const GoalRow& each : view.goals) write_goal(json, each);
  json.end_array();
  write_hints(json.key("hints"), view.hints);
  write_misconceptions(json.key("misconceptions"), view.misconceptions);
  json.end_object();
}

}  // namespace

void write_lesson(ModelWriter& model, const session::Session& session) {
  const scenario::Scenario& lesson = session.scenario();
  model.section("scenario").begin_object().member("id", lesson.id).member("title", lesson.title).end_object();
  write_moment(model.section("clock"), session.clock());
  write_brief(model.section("brief"), view_brief(session));
  write_goals(model.section("goals"), view_goals(session));
  model.section("conceals").value(session.conceals());
  model.section("shut").value(shut_because(session));
}

}  // namespace ntk::web
