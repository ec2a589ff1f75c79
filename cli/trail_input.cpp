#include "cli/trail_input.h"

#include <algorithm>

#include "cli/files.h"
#include "cli/session_input.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/located_json.h"
#include "sim/scenario/text_form.h"
#include "sim/session/seal.h"

namespace ntk::cli {
namespace {

using scenario::JsonKind;
using scenario::JsonValue;
using scenario::JsonWriter;

const JsonValue* member_named(const JsonValue& object, std::string_view key, JsonKind kind) {
  for (const auto& each : object.members) {
    if (each.key == key && each.value.kind == kind) return &each.value;
  }
  return nullptr;
}

std::optional<JsonValue> parsed(std::string_view text) {
  scenario::Diagnostics diagnostics(text);
  return scenario::parse_json(diagnostics);
}

void write_compact(JsonWriter& json, const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::null:
    case JsonKind::fraction:
      json.null();
      return;
    case JsonKind::boolean:
      json.value(value.boolean);
      return;
    case JsonKind::integer:
      json.value(value.integer);
      return;
    case JsonKind::string:
      json.value(value.string);
      return;
    case JsonKind::array:
      json.begin_array();
      for (const JsonValue& each : value.items) write_compact(json, each);
      json.end_array();
      return;
    case JsonKind::object:
      break;
  }
  json.begin_object();
  for (const auto& each : value.members) write_compact(json.key(each.key), each.value);
  json.end_object();
}

/// The report that a text is; nothing where it is a trail, whose every line is a value of its own.
std::optional<JsonValue> report_in(std::string_view text) {
  const std::string_view first_line = text.substr(0, text.find('\n'));
  auto first = parsed(first_line);
  if (first && member_named(*first, "audit", JsonKind::array)) return first;
  if (first) return std::nullopt;
  auto whole = parsed(text);
  if (!whole || !member_named(*whole, "audit", JsonKind::array)) return std::nullopt;
  return whole;
}

void take_trail_of(const JsonValue& report, TrailInput& input) {
  input.json_lines.clear();
  for (const JsonValue& each : member_named(report, "audit", JsonKind::array)->items) {
    JsonWriter line;
    write_compact(line, each);
    input.json_lines += line.text() + '\n';
  }
  const JsonValue* seal = member_named(report, "seal", JsonKind::object);
  if (seal) input.seal = session::seal_of(*seal);
  input.seal_of_report = input.seal.has_value();
}

bool read_seal(const std::string& file, TrailInput& input, bool json) {
  const auto text = read_file(file);
  if (!text) return false;
  const session::SealResult read = session::read_seal(*text);
  report_diagnostics(read.diagnostics, shown_name(file), read.seal.has_value(), json);
  input.seal = read.seal;
  input.seal_of_report = false;
  return input.seal.has_value();
}

/// Whether the trail is in UTF-8; says so where it is not.
bool is_utf8(const std::string& text, const std::string& file, bool json) {
  if (!scenario::other_encoding(text)) return true;
  scenario::Diagnostics diagnostics(
      std::string_view(text).substr(0, 4));  // a trail may be larger than what else is read
  check_text_form(diagnostics);
  report_diagnostics(diagnostics.take_sorted(), shown_name(file), false, json);
  return false;
}

}  // namespace

std::optional<TrailInput> read_trail(const std::string& trail_file, const std::string& seal_file, bool json) {
  auto text = read_file(trail_file, longest_trail);
  if (!text || !is_utf8(*text, trail_file, json)) return std::nullopt;
  TrailInput input;
  if (const auto report = report_in(*text)) {
    take_trail_of(*report, input);
  } else {
    input.json_lines = *std::move(text);
  }
  input.lines = static_cast<std::size_t>(std::count(input.json_lines.begin(), input.json_lines.end(), '\n'));
  if (!input.json_lines.empty() && input.json_lines.back() != '\n') ++input.lines;

  const std::string beside = trail_file + ".seal";
  const bool is_beside = trail_file != "-" && is_file(beside);
  if (!seal_file.empty() && !read_seal(seal_file, input, json)) return std::nullopt;
  if (seal_file.empty() && is_beside && !read_seal(beside, input, json)) return std::nullopt;
  return input;
}

}  // namespace ntk::cli
