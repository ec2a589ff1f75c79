// The part of the model that is the calendar: what is to come, the notices, the disclosures.
#include "web/bridge/model.h"
#include "web/view/calendar_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void write_days(JsonWriter& json, const CalendarView& view, const session::Session& session) {
  json.key("days").begin_array();
  for (const CalendarDay& day : view.days) {
    json.begin_object()
        .member("day", policy::to_text(day.day))
        .member("date", policy::in_words(day.day))
        .member("words", day.words);
    json.key("command");
    if (day.move) {
      json.value(session::to_text(*day.move, session.scenario()));
    } else {
      json.null();
    }
    json.key("changes").begin_array();
    for (const CalendarChange& each : day.changes) {
      json.begin_object()
          .member("begins", each.begins)
          .member("word", word(each))
          .member("code", each.code)
          .member("what", each.what)
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_rows(JsonWriter& json, const std::vector<CalendarRow>& rows) {
  json.key("rows").begin_array();
  for (const CalendarRow& row : rows) {
    json.begin_object().member("name", row.name).member("note", row.note);
    json.key("cells").begin_array();
    for (const std::vector<std::string>& cell : row.cells) {
      json.begin_array();
      for (const std::string& line : cell) json.value(line);
      json.end_array();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_empty(JsonWriter& json, const CalendarView& view, CalendarPart part) {
  json.key("empty");
  if (view.count(part) > 0) {
    json.null();
    return;
  }
  const CalendarEmpty empty = empty_part(view, part);
  json.begin_object().member("what", empty.what).member("what_to_do", empty.what_to_do).end_object();
}

}  // namespace

void write_calendar(ModelWriter& model, const session::Session& session) {
  const CalendarView view = view_calendar(session);
  JsonWriter& json = model.section("calendar");
  json.begin_object().member("clock", clock_in_words(view));
  json.key("parts").begin_array();
  for (const CalendarPartRow& each : calendar_parts()) {
    json.begin_object()
        .member("word", each.word)
        .member("title", each.title)
        .member("about", each.about)
        .member("caption", caption(view, each.part))
        .member("left_out", left_out_in_words(view, each.part));
    json.key("columns").begin_array();
    for (const std::string_view column : each.columns) json.value(column);
    json.end_array();
    write_empty(json, view, each.part);
    if (each.part == CalendarPart::changes) {
      write_days(json, view, session);
    } else {
      write_rows(json, view.rows(each.part));
    }
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace ntk::web
