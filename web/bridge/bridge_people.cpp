// The verbs for people: the palette's list, shortcuts, tables as text, what is printed, and what is foreseen.
#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/scenario/json_writer.h"
#include "web/bridge/bridge_call.h"
#include "web/view/forecast_view.h"
#include "web/view/palette_list.h"
#include "web/view/shortcuts.h"
#include "web/view/table_text.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

constexpr std::size_t decisions_in_a_slice = 2000;

/// "catalogue agencies", "calendar notices", "requests", "trail"; the order is the trail's.
std::optional<TableText> table_to_copy(const Desk& desk, std::string_view table, const TrailQuery& query) {
  const std::size_t blank = std::min(table.find(' '), table.size());
  const std::string_view part = table.substr(std::min(blank + 1, table.size()));
  for (const CatalogueListRow& each : catalogue_lists()) {
    if (table.starts_with("catalogue ") && each.word == part)
      return catalogue_as_text(each.list, query.filter);
  }
  if (desk.session() == nullptr) return std::nullopt;
  const session::Session& session = *desk.session();
  if (table == "requests") return requests_as_text(session);
  if (table == "trail") return trail_as_text(session, query);
  for (const CalendarPartRow& each : calendar_parts()) {
    if (table.starts_with("calendar ") && each.word == part)
      return calendar_as_text(view_calendar(session), each.part);
  }
  return std::nullopt;
}

/// Where the session conceals, the sentence of the rule: the case's own would tell of the values.
void write_reasons(JsonWriter& json, const session::Session& session, const session::Run& run) {
  const auto* target = std::get_if<policy::Ref<policy::Record>>(&run.asked.target);
  const auto record = target != nullptr ? std::optional(*target) : std::nullopt;
  json.key("reasons").begin_array();
  for (const policy::CheckId each : run.decision.verdicts.failed()) {
    json.begin_object()
        .member("code", policy::check(each).code)
        .member("why", session.conceals()
                           ? std::string(policy::check(each).sentence)
                           : policy::explain(*run.world, run.asked, each, policy::Verdict::fail, record))
        .end_object();
  }
  json.end_array();
}

void write_shortcut(JsonWriter& json, const Shortcut& shortcut) {
  json.begin_object().key("keys").begin_array();
  for (const std::string_view key : shortcut.keys) {
    if (!key.empty()) json.value(key);
  }
  json.end_array().member("words", shortcut.words).key("act");
  shortcut.act ? json.value(word(*shortcut.act)) : json.null();
  json.member("while_typing", shortcut.while_typing)
      .member("can_be_switched_off", shortcut.can_be_switched_off)
      .member("on_text_page_only", shortcut.on_text_page_only)
      .end_object();
}

}  // namespace

namespace verbs {

void palette(Call& call) {
  JsonWriter json;
  json.begin_array();
  for (const PaletteEntry& each : palette_list(call.desk)) {
    json.begin_object()
        .member("kind", each.kind)
        .member("title", each.title)
        .member("note", each.note)
        .member("act", word(each.act))
        .member("subject", each.subject)
        .end_object();
  }
  call.value = json.end_array().take();
}

void shortcuts(Call& call) {
  JsonWriter json;
  json.begin_array();
  for (const ShortcutGroup& group : shortcut_groups()) {
    json.begin_object().member("title", group.title).key("shortcuts").begin_array();
    for (const Shortcut& each : group.shortcuts) write_shortcut(json, each);
    json.end_array().end_object();
  }
  call.value = json.end_array().take();
}

void copy_table(Call& call, Text table, MaybeText column, MaybeFlag descending, MaybeText words) {
  const auto by = trail_column_from_word(column.value_or("sequence"));
  if (!by) return call.refuse("the trail has no column `" + std::string(*column) + "`");
  const auto copied =
      table_to_copy(call.desk, table, {std::string(words.value_or("")), *by, descending.value_or(false)});
  if (!copied) return call.refuse("no such table: `" + std::string(table) + "`");
  call.message = copied_in_words(*copied);
  JsonWriter json;
  json.begin_object().member("text", copied->text).member("rows", copied->rows).end_object();
  call.value = json.take();
}

void forecast(Call& call, Count first) {
  if (shows_outcomes(call)) call.value = forecast_model(*call.desk.session(), first, decisions_in_a_slice);
}

void reasons(Call& call) {
  if (!has_session(call)) return;
  const session::Session& session = *call.desk.session();
  JsonWriter json;
  json.begin_array();
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const session::Run* run = session.latest_run(i);
    if (run == nullptr) continue;
    json.begin_object().member("request", session.requests()[i].id);
    write_reasons(json, session, *run);
    json.end_object();
  }
  call.value = json.end_array().take();
}

}  // namespace verbs
}  // namespace ntk::web
