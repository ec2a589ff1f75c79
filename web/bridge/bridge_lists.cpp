// The verbs of the bridge that hand out lists and files: pages of the trail, things, the catalog, exports, persons.
#include "sim/scenario/json_writer.h"
#include "sim/scenario/persons.h"
#include "sim/session/vetting.h"
#include "web/bridge/bridge_call.h"
#include "web/bridge/model.h"
#include "web/view/exports.h"
#include "web/view/trail_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void write_event_row(JsonWriter& json, const session::Session& session, const session::AuditEvent& event) {
  json.begin_object()
      .member("run", event.sequence - 1)
      .member("sequence", event.sequence)
      .member("state", scenario::word(event.outcome));
  json.key("cells").begin_array();
  for (const TrailColumnRow& each : trail_columns()) json.value(cell(session, event, each.column));
  json.end_array().end_object();
}

/// A file that is handed out.
std::string file(std::string_view name, std::string_view type, std::string_view text) {
  JsonWriter json;
  json.begin_object().member("name", name).member("type", type).member("text", text).end_object();
  return json.take();
}

/// The request that is named.
std::optional<std::uint32_t> find_request(Call& call, std::string_view id) {
  if (!has_session(call)) return std::nullopt;
  const auto request = call.desk.session()->find_request(id);
  if (!request) call.refuse("no request has the id `" + std::string(id) + "`");
  return request;
}

}  // namespace

namespace verbs {

void things(Call& call, Text kind, Count first, Count count, Text words) {
  if (!has_session(call)) return;
  auto found = locked_things_model(*call.desk.session(), kind, first, count, words);
  if (!found) return call.refuse("no such kind of things: `" + std::string(kind) + "`");
  call.value = *std::move(found);
}

void trail(Call& call, Text column, Flag descending, Count first, Count count, Text words) {
  if (!has_session(call)) return;
  const auto by = trail_column_from_word(column);
  if (!by) return call.refuse("the trail has no column `" + std::string(column) + "`");
  const session::Session& session = *call.desk.session();
  const std::vector<session::AuditEvent>& events = session.trail().events();
  const std::vector<std::uint32_t> order = select_events(session, {std::string(words), *by, descending});
  JsonWriter json;
  json.begin_object().member("events", events.size()).member("fit", order.size());
  json.key("columns").begin_array();
  for (const TrailColumnRow& each : trail_columns()) {
    json.begin_object().member("word", each.word).member("title", each.title).end_object();
  }
  json.end_array().key("rows").begin_array();
  for (std::size_t i = first; i < order.size() && i - first < count; ++i) {
    write_event_row(json, session, events[order[i]]);
  }
  json.end_array().end_object();
  call.value = json.take();
}

void catalogue(Call& call, Text list, Text words) {
  for (const CatalogueListRow& each : catalogue_lists()) {
    if (each.word != list) continue;
    call.value = catalogue_model(each.list, words);
    return;
  }
  call.refuse("no such list: `" + std::string(list) + "`");
}

void persons(Call& call, Text request, Bytes persons) {
  if (!find_request(call, request)) return;
  const auto read = scenario::read_persons(persons);
  if (!read.persons) {
    const scenario::Diagnostic& first = read.diagnostics.front();
    return call.refuse(scenario::count_in_words(read.diagnostics) + "; line " +
                           std::to_string(first.span.line) + ": " + first.message,
                       first.help);
  }
  JsonWriter json;
  json.begin_array();
  for (const session::Command& each : session::vetting_commands(std::string(request), *read.persons))
    json.value(session::to_text(each, call.desk.session()->scenario()));
  call.value = json.end_array().take();
}

void responses(Call& call, Text request) {
  const auto found = find_request(call, request);
  if (!found) return;
  const session::Session& session = *call.desk.session();
  call.value = file(session.scenario().id + "-" + std::string(request) + "-responses.json",
                    "application/json", session::vetting_json(session, *found));
}

void export_file(Call& call, Text what) {
  if (!has_session(call)) return;
  const session::Session& session = *call.desk.session();
  for (const ExportRow& each : exports()) {
    if (each.word != what) continue;
    call.value = file(session.scenario().id + std::string(each.suffix), each.type, each.text(session));
    return;
  }
  call.refuse("no such export: `" + std::string(what) + "`");
}

}  // namespace verbs
}  // namespace ntk::web
