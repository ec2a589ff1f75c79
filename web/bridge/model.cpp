#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

std::string_view word(Toast::Kind kind) {
  return kind == Toast::Kind::done ? "done" : "refused";
}

void write_command(JsonWriter& json, const session::Command* command, const session::Session& session) {
  if (command == nullptr) {
    json.null();
  } else {
    json.value(session::in_words(*command, session.scenario()));
  }
}

void write_session(ModelWriter& model, const Desk& desk, const session::Session& session) {
  write_lesson(model, session);
  write_kinds(model, session);
  write_requests(model, session);
  write_ask(model, session);
  write_calendar(model, session);
  write_lab(model, session);

  write_why(model, desk);
  write_inquiry(model, desk);
  write_history(model.section("history"), desk);
  const session::Seal seal = session.trail().seal();
  model.section("trail").begin_object().member("events", seal.count).member("head", seal.hash).end_object();
  write_command(model.section("undo"), desk.next_undo(), session);
  write_command(model.section("redo"), desk.next_redo(), session);
}

}  // namespace

void write_model(ModelWriter& model, const Desk& desk) {
  if (desk.session() != nullptr) {
    write_session(model, desk, *desk.session());
  } else {
    model.section("scenario").null();
  }
  write_desk(model, desk);
  const Toast& toast = desk.toast();
  model.section("notice")
      .begin_object()
      .member("number", toast.number)
      .member("kind", word(toast.kind))
      .member("message", toast.message)
      .member("help", toast.help)
      .end_object();
}

void write_moment(JsonWriter& json, policy::Moment moment) {
  json.begin_object()
      .member("text", policy::to_text(moment))
      .member("words", policy::in_words(moment))
      .end_object();
}

}  // namespace ntk::web
