#include "cli/trail_input.h"

#include <algorithm>

#include "cli/files.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/located_json.h"

namespace ntk::cli {
namespace {

using scenario::JsonKind;
using scenario::JsonValue;
using scenario::JsonWriter;
using session::Seal;

constexpr std::size_t hash_digits = 64;

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

std::optional<Seal> seal_of(const JsonValue& value) {
  const JsonValue* count = member_named(value, "count", JsonKind::integer);
  const JsonValue* hash = member_named(value, "hash", JsonKind::string);
  if (!count || !hash || count->integer < 0 || hash->string.size() != hash_digits) return std::nullopt;
  return Seal{static_cast<std::uint64_t>(count->integer), hash->string};
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
  if (seal) input.seal = seal_of(*seal);
  input.seal_of_report = input.seal.has_value();
}

bool read_seal(const std::string& file, TrailInput& input) {
  const auto text = read_file(file);
  if (!text) return false;
  const auto value = parsed(*text);
  input.seal = value ? seal_of(*value) : std::nullopt;
  input.seal_of_report = false;
  if (!input.seal)
    complain("`" + shown_name(file) + "` is no seal: it should hold {\"count\":N,\"hash\":\"...\"}");
  return input.seal.has_value();
}

}  // namespace

std::optional<TrailInput> read_trail(const std::string& trail_file, const std::string& seal_file) {
  auto text = read_file(trail_file, longest_trail);
  if (!text) return std::nullopt;
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
  if (!seal_file.empty() && !read_seal(seal_file, input)) return std::nullopt;
  if (seal_file.empty() && is_beside && !read_seal(beside, input)) return std::nullopt;
  return input;
}

}  // namespace ntk::cli
