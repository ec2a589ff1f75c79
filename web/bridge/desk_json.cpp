// The parts of the model that are there without a lesson too: names, header, home, and what is wrong with a file.
#include "web/bridge/model.h"
#include "web/view/diagnostics_view.h"
#include "web/view/exports.h"
#include "web/view/header_view.h"
#include "web/view/home_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void write_titles(JsonWriter& json) {
  json.begin_object();
  for (const ScreenRow& each : screens()) json.member(each.word, each.title);
  json.end_object();
}

void write_names(JsonWriter& json) {
  json.begin_object()
      .member("page", named::page)
      .member("start_again", named::start_again)
      .member("start_again_about", start_again_about)
      .member("open_a_file", named::open_a_file)
      .member("open_a_file_about", open_a_file_about)
      .member("theme", named::theme)
      .member("text_size", named::text_size)
      .member("projector", named::projector)
      .member("search_commands", named::search_commands)
      .member("shortcuts", named::shortcuts)
      .member("tour", named::tour)
      .member("print", named::print);
  json.key("themes").begin_array();
  for (const ThemeRow& each : theme_rows())
    json.begin_object().member("word", each.word).member("title", each.title).end_object();
  json.end_array().key("exports").begin_array();
  for (const ExportRow& each : exports())
    json.begin_object()
        .member("word", each.word)
        .member("title", each.title)
        .member("about", each.about)
        .end_object();
  json.end_array().end_object();
}

void write_step(JsonWriter& json, std::string_view key, const StepButton& button) {
  json.key(key)
      .begin_object()
      .member("label", button.label)
      .member("step", button.step)
      .member("words", button.words)
      .end_object();
}

void write_header(JsonWriter& json, const HeaderView& view) {
  json.begin_object().member("title", view.title).member("about", view.about);
  write_step(json, "undo", view.undo);
  write_step(json, "redo", view.redo);
  json.member("can_start_again", view.can_start_again).key("sections").begin_array();
  for (const SectionRow& each : view.sections) {
    json.begin_object()
        .member("word", row(each.screen).word)
        .member("title", row(each.screen).title)
        .member("count", each.count)
        .end_object();
  }
  json.end_array().end_object();
}

void write_home(JsonWriter& json, const HomeView& view) {
  json.begin_object()
      .member("choose", choose_a_lesson)
      .member("choose_another", choose_another)
      .member("empty", view.empty)
      .member("open_file", open_own_file)
      .member("open_file_note", open_own_file_note);
  json.key("lessons").begin_array();
  for (const HomeLesson& each : view.lessons) {
    json.begin_object()
        .member("id", each.id)
        .member("title", each.title)
        .member("summary", each.summary)
        .member("work", each.work)
        .member("act", each.act)
        .member("is_open", each.is_open)
        .end_object();
  }
  json.end_array().end_object();
}

void write_diagnostic(JsonWriter& json, const DiagnosticRow& each) {
  json.begin_object()
      .member("severity", scenario::to_text(each.severity))
      .member("severity_words", each.severity_words)
      .member("code", each.code)
      .member("message", each.message)
      .member("place", each.place)
      .member("related", each.related)
      .member("excerpt", each.excerpt)
      .member("excerpt_label", each.excerpt_label)
      .member("help", each.help)
      .end_object();
}

void write_diagnostics(JsonWriter& json, const DiagnosticsView& view) {
  json.begin_object()
      .member("file", view.file)
      .member("is_loaded", view.is_loaded)
      .member("title", view.title)
      .member("summary", view.summary)
      .member("show", show_diagnostics)
      .member("dismiss", dismiss_diagnostics);
  json.key("items").begin_array();
  for (const DiagnosticRow& each : view.rows) write_diagnostic(json, each);
  json.end_array().end_object();
}

}  // namespace

void write_desk(ModelWriter& model, const Desk& desk) {
  write_titles(model.section("titles"));
  write_names(model.section("names"));
  write_header(model.section("header"), view_header(desk));
  write_home(model.section("home"), view_home(desk));
  write_work(model.section("work"), desk);
  write_diagnostics(model.section("diagnostics"), view_diagnostics(desk));
}

}  // namespace ntk::web
