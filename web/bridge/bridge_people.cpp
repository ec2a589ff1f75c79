// The verbs for people: the palette's list, tables as text, what is printed, and what is foreseen.
#include "sim/policy/explain.h"
#include "sim/scenario/json_writer.h"
#include "web/bridge/bridge_call.h"
#include "web/view/forecast_view.h"
#include "web/view/palette_list.h"
#include "web/view/table_text.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

constexpr std::size_t decisions_in_a_slice = 2000;

/// Of WHAT with its words: "requests"; "trail user descending"; "catalogue agencies"; "calendar notices".
std::optional<TableText> table_to_copy(const Call& call) {
  const std::vector<std::string_view> words = split(call.subject, ' ');
  if (words[0] == "catalogue" && words.size() == 2) {
    for (const CatalogueListRow& each : catalogue_lists()) {
      if (each.word == words[1]) return catalogue_as_text(each.list, call.text);
    }
  }
  if (call.desk.session() == nullptr) return std::nullopt;
  const session::Session& session = *call.desk.session();
  if (call.subject == "requests") return requests_as_text(session);
  if (words[0] == "trail") {
    const auto column = words.size() == 3 ? trail_column_from_word(words[1]) : TrailColumn::sequence;
    if (column)
      return trail_as_text(session, {std::string(call.text), *column, words.back() == "descending"});
  }
  for (const CalendarPartRow& each : calendar_parts()) {
    if (words[0] == "calendar" && words.size() == 2 && each.word == words[1])
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

}  // namespace

void palette(Call& call) {
  JsonWriter json;
  json.begin_array();
  for (const PaletteEntry& each : palette_list(call.desk)) {
    json.begin_object()
        .member("kind", each.kind)
        .member("title", each.title)
        .member("note", each.note)
        .member("act", each.act)
        .member("subject", each.subject)
        .end_object();
  }
  call.value = json.end_array().take();
}

void copy_table(Call& call) {
  const std::optional<TableText> table = table_to_copy(call);
  if (!table) return call.refuse("no such table: `" + std::string(call.subject) + "`");
  call.message = copied_in_words(*table);
  JsonWriter json;
  json.begin_object().member("text", table->text).member("rows", table->rows).end_object();
  call.value = json.take();
}

void forecast(Call& call) {
  const auto first = number(call.subject);
  if (!shows_outcomes(call)) return;
  if (!first) return call.refuse("not a day of the forecast: `" + std::string(call.subject) + "`");
  call.value = forecast_model(*call.desk.session(), *first, decisions_in_a_slice);
}

void reasons(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");
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

}  // namespace ntk::web
