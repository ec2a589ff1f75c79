// The part of the model that is the Why screen: web/view/why_view.h, as JSON.
#include "sim/session/report.h"
#include "web/bridge/model.h"
#include "web/view/inquiry_view.h"
#include "web/view/why_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

std::string_view word(analysis::LinkState state) {
  switch (state) {
    case analysis::LinkState::holds:
      return "pass";
    case analysis::LinkState::partly:
      return "partial";
    case analysis::LinkState::broken:
      return "fail";
    case analysis::LinkState::not_applicable:
      break;
  }
  return "n/a";
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<std::string>& lines) {
  json.key(key).begin_array();
  for (const std::string& each : lines) json.value(each);
  json.end_array();
}

void write_path(JsonWriter& json, const std::vector<PathStation>& path) {
  json.key("path").begin_array();
  for (const PathStation& each : path) {
    json.begin_object()
        .member("title", each.title)
        .member("facts", each.facts)
        .member("state", word(each.state))
        .member("words", each.words)
        .member("primary", each.primary)
        .end_object();
  }
  json.end_array();
}

void write_side(JsonWriter& json, std::string_view key, const WhySide& side) {
  json.key(key)
      .begin_object()
      .member("heading", side.heading)
      .member("event", side.event)
      .member("summary", side.summary)
      .member("note", side.note);
  json.key("records").begin_array();
  for (const WhyRecord& each : side.records) {
    json.begin_object()
        .member("title", each.title)
        .member("words", each.words)
        .member("withheld", each.withheld)
        .key("fields")
        .begin_array();
    for (const WhyRecord::Field& field : each.fields)
      json.begin_object().member("label", field.label).member("value", field.value).end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_checks(JsonWriter& json, const std::vector<WhyCheck>& checks) {
  json.key("checks").begin_array();
  for (const WhyCheck& each : checks) {
    json.begin_object()
        .member("code", each.code)
        .member("verdict", session::word(each.verdict))
        .member("verdict_words", each.verdict_words)
        .member("words", each.words)
        .member("rule", each.rule)
        .member("source", each.source)
        .member("reading", each.reading)
        .member("model", each.model)
        .end_object();
  }
  json.end_array();
}

void write_gates(JsonWriter& json, const WhyView& view) {
  json.member("checks_heading", view.checks_heading).member("concealed", view.concealed);
  json.key("gates").begin_array();
  for (const WhyGate& each : view.gates) {
    json.begin_object()
        .member("heading", each.heading)
        .member("tally", each.tally)
        .member("fails", each.fails)
        .member("note", each.note);
    write_checks(json, each.checks);
    json.end_object();
  }
  json.end_array();
}

void write_hits(JsonWriter& json, const Desk& desk, const WhyView& view, const session::Run& run) {
  json.key("hits").begin_array();
  for (const WhyHit& each : view.hits) {
    const AskForRecord ask = each.withheld ? ask_for_record(desk, run, each.record) : AskForRecord{};
    json.begin_object()
        .member("record", each.id)
        .member("withheld", each.withheld)
        .member("title", each.title)
        .member("heading", each.heading)
        .member("ask", ask.button)
        .member("instead", ask.instead);
    write_checks(json, each.checks);
    json.end_object();
  }
  json.end_array();
}

void write_mark(JsonWriter& json, const WhyView& view, const session::Session& session) {
  json.key("mark");
  if (!view.mark) {
    json.null();
    return;
  }
  json.begin_object()
      .member("label", view.mark->label)
      .member("marked", view.mark->marked)
      .member("command", session::to_text(view.mark->toggle, session.scenario()))
      .end_object();
}

void write_outcome(JsonWriter& json, const WhyView& view) {
  json.member("title", view.title).member("words", view.words).member("where", view.where);
  write_moment(json.key("moment"), view.moment);
  json.member("permitted", view.outcome.state != OutcomeState::denied)
      .member("mark_word", word(view.outcome.state))
      .member("outcome_word", view.outcome.word)
      .member("outcome", view.reason)
      .member("failing", view.failing)
      .member("outdated", view.outdated)
      .member("run_again", why_run_again)
      .member("prediction", view.prediction)
      .member("ask", view.can_ask ? ask_what_would_change : std::string_view());
}

}  // namespace

void write_why(ModelWriter& model, const Desk& desk) {
  const session::Session& session = *desk.session();
  const WhyView view = view_why(session, desk.selected_run());
  JsonWriter& json = model.section("why");
  json.begin_object().member("heading", view.heading);
  json.key("empty");
  if (view.empty) {
    json.begin_object()
        .member("what", view.empty->what)
        .member("what_to_do", view.empty->what_to_do)
        .end_object()
        .end_object();
    return;
  }
  json.null();
  const session::Run& run = session.runs()[*desk.selected_run()];
  json.member("run", *desk.selected_run()).member("event", run.event).member("request", view.request);
  write_outcome(json, view);
  json.member("path_title", path_title);
  write_path(json, view.path);
  write_side(json, "seen", view.seen);
  write_side(json, "recorded", view.recorded);
  json.member("followed_heading", why_followed);
  write_lines(json, "followed", view.followed);
  write_mark(json, view, session);
  write_gates(json, view);
  write_hits(json, desk, view, run);
  json.end_object();
}

}  // namespace ntk::web
