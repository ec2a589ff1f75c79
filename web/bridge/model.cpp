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

void write_session(JsonWriter& json, const Desk& desk, const session::Session& session) {
  write_lesson(json, session);
  write_kinds(json, session);
  write_requests(json, session);
  write_ask(json, session);
  write_calendar(json, session);
  write_lab(json, session);

  write_why(json, desk);
  write_inquiry(json, desk);
  const session::Seal seal = session.trail().seal();
  json.key("trail").begin_object().member("events", seal.count).member("head", seal.hash).end_object();
  write_command(json.key("undo"), desk.next_undo(), session);
  write_command(json.key("redo"), desk.next_redo(), session);
}

}  // namespace

std::string model(const Desk& desk) {
  JsonWriter json;
  json.begin_object().member("revision", desk.revision());
  if (desk.session() != nullptr) {
    write_session(json, desk, *desk.session());
  } else {
    json.key("scenario").null();
  }
  write_desk(json, desk);
  const Toast& toast = desk.toast();
  json.key("notice")
      .begin_object()
      .member("number", toast.number)
      .member("kind", word(toast.kind))
      .member("message", toast.message)
      .member("help", toast.help)
      .end_object();
  return json.end_object().take();
}

void write_moment(JsonWriter& json, policy::Moment moment) {
  json.begin_object()
      .member("text", policy::to_text(moment))
      .member("words", policy::in_words(moment))
      .end_object();
}

}  // namespace ntk::web
