#include "sim/scenario/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

/// Whether the file is of a format that can be read. A later one would only yield nonsense.
bool read_format(Reading& reading, ObjectReader& top) {
  const auto format = top.need("format", "1, the version of the format");
  if (!format) return true;
  if (format->is(JsonKind::integer) && format->value->integer == format_version) return true;
  if (!format->is(JsonKind::integer)) {
    report_kind(reading.diagnostics, *format, number_noun);
    return true;
  }
  const bool is_later = format->value->integer > format_version;
  report(reading.diagnostics, Code::unsupported_format, *format, "this is not a scenario of format 1",
         is_later
             ? "it may be meant for a later version of this program; the rest of the file was not looked at"
             : "write `\"format\": 1`; the rest of the file was not looked at");
  return false;
}

void read_parameters(Reading& reading, ObjectReader& top, policy::Parameters& parameters) {
  const auto node = top.find("parameters");
  if (!node) return;
  ObjectReader object(reading, *node, "an object of parameters");
  object.integer("anaci_years", 1, 100, parameters.anaci_years);
  object.integer("bi_years", 1, 100, parameters.bi_years);
  object.integer("training_years", 1, 100, parameters.training_years);
  object.integer("account_years", 1, 100, parameters.account_years);
  object.integer("agency_years", 1, 100, parameters.agency_years);
  object.integer("ncic_years", 1, 100, parameters.ncic_years);
  object.integer("denied_attempts", 0, 100, parameters.denied_attempts);
  object.integer("warning_days", 0, 1000, parameters.warning_days);
}

void read_objectives(Reading& reading, ObjectReader& top, Scenario& scenario) {
  read_list(reading, top.find("objectives"), scenario.objectives,
            [](Reading& inner, const Node& node, std::string& objective) {
              objective = read_line(inner.diagnostics, node).value_or("");
            });
}

/// Records that requests enter have their ids from the start, after those that are there.
void define_new_records(Reading& reading, const Node& document) {
  const JsonMember* requests = find_member(*document.value, "requests");
  for (std::size_t at = 0; requests && at < requests->value.items.size(); ++at) {
    const JsonMember* record = find_member(requests->value.items[at], "new");
    if (!record) continue;
    const std::string pointer = pointer_to(pointer_to(pointer_to("", "requests"), at), "new");
    reading.ids.define_one(reading.diagnostics, IdKind::record, {&record->value, pointer, "new", 0});
  }
}

void read_top(Reading& reading, const Node& document, Scenario& scenario) {
  ObjectReader top(reading, document, "a scenario");
  if (!top.is_object()) return;
  if (!read_format(reading, top)) return top.overlook_the_rest();
  for (std::size_t kind = 0; kind < id_kind_count; ++kind) {  // first: references may come before definitions
    reading.ids.define(reading.diagnostics, static_cast<IdKind>(kind), document);
  }
  define_new_records(reading, document);
  if (const auto schema = top.find("$schema")) read_string(reading.diagnostics, *schema);
  top.id(scenario.id);
  top.need_line("title", scenario.title);
  top.need_prose("brief", scenario.brief);
  read_objectives(reading, top, scenario);
  if (const auto clock = top.need("clock", "when the lesson begins, `2016-08-12T09:30`")) {
    scenario.clock = read_moment(reading.diagnostics, *clock).value_or(policy::Moment{});
    reading.today = scenario.clock.day;
  }
  read_parameters(reading, top, scenario.world.parameters);
  read_agencies(reading, top, scenario.world);
  read_purposes(reading, top, scenario.world);
  read_users(reading, top, scenario.world);
  read_agreements(reading, top, scenario.world);
  read_owner_memos(reading, top, scenario.world);
  read_interfaces(reading, top, scenario.world);
  read_letters(reading, top, scenario.world);
  read_passing_approvals(reading, top, scenario.world);
  read_records(reading, top, scenario.world);
  read_assignables(reading, top, scenario);
  read_requests(reading, top, scenario);
  report_images_of_images(reading, top, scenario);
  read_predictions(reading, top, scenario);
  read_goals(reading, top, scenario);
  read_hints(reading, top, scenario);
  read_assist(reading, top, scenario);
  read_lab(reading, top, scenario);
  top.boolean("forensics", scenario.forensics);
}

/// Whether a finding holds whatever follows in the text: it doesn't say that something isn't there.
bool holds_of_a_part(const Diagnostic& found) {
  constexpr std::array of_what_is_not_there = {Code::missing_key, Code::needs_one_of, Code::empty_list};
  constexpr std::array of_the_whole = {Code::unknown_id, Code::one_host, Code::wrong_letter, Code::not_opened,
                                       Code::too_many_problems};
  const auto is_among = [&](const auto& codes) {
    return std::find(codes.begin(), codes.end(), found.code) != codes.end();
  };
  const bool is_closed =
      found.span.length > 1;  // of an object or list that wasn't, only the bracket is known
  return !is_among(of_the_whole) && (is_closed || !is_among(of_what_is_not_there));
}

}  // namespace

std::optional<Scenario> read_document(Diagnostics& diagnostics, const JsonValue& document) {
  Reading reading{diagnostics, {}, {}};
  std::optional<Scenario> scenario(std::in_place);
  read_top(reading, Node{&document, "", "", 0}, *scenario);
  reading.ids.report_passed_over(diagnostics);
  if (diagnostics.has_errors()) scenario.reset();
  return scenario;
}

std::optional<Scenario> read_text_of_scenario(Diagnostics& diagnostics, std::optional<JsonValue>& document) {
  JsonValue read_so_far;
  document = parse_json(diagnostics, &read_so_far);
  if (document) return read_document(diagnostics, *document);
  if (read_so_far.kind != JsonKind::object) return std::nullopt;
  Diagnostics partial(diagnostics.text());
  read_document(partial, read_so_far);
  for (Diagnostic& each : partial.take_sorted()) {
    if (holds_of_a_part(each)) diagnostics.add(std::move(each));
  }
  return std::nullopt;
}

ReadResult read_scenario(std::string_view text, std::string_view file_name) {
  Diagnostics diagnostics(text);
  ReadResult result;
  result.file_name = file_name;
  std::optional<JsonValue> document;
  result.scenario = read_text_of_scenario(diagnostics, document);
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::scenario
