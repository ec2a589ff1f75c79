#include "sim/session/canonical_form.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "sim/scenario/json_cursor.h"
#include "sim/scenario/json_writer.h"

namespace ntk::session {
namespace {

using scenario::JsonKind;
using scenario::JsonMember;
using scenario::JsonValue;
using scenario::JsonWriter;

void write_canonical(JsonWriter& json, const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::null:
      json.null();
      return;
    case JsonKind::boolean:
      json.value(value.boolean);
      return;
    case JsonKind::integer:
      json.value(value.integer);
      return;
    case JsonKind::fraction:
      json.null();
      return;  // no event has one, so the text differs, as it should
    case JsonKind::string:
      json.value(value.string);
      return;
    case JsonKind::array:
      json.begin_array();
      for (const JsonValue& each : value.items) write_canonical(json, each);
      json.end_array();
      return;
    case JsonKind::object:
      break;
  }
  std::vector<const JsonMember*> sorted;
  for (const JsonMember& each : value.members) sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto* a, const auto* b) { return a->key < b->key; });
  json.begin_object();
  for (const JsonMember* each : sorted) write_canonical(json.key(each->key), each->value);
  json.end_object();
}

bool is_beyond_all_numbers(const JsonValue& value) {
  using Limits = std::numeric_limits<std::int64_t>;
  return value.kind == JsonKind::integer &&
         (value.integer == Limits::max() || value.integer == Limits::min());
}

/// A number or text that is written otherwise: `1.0`, an escape that needs none.
std::optional<EventFault> find_writing_fault(const JsonValue& value, std::string_view line) {
  const auto written = [&](scenario::Span span) { return line.substr(span.offset, span.length); };
  const auto other_than = [&](scenario::Span span,
                              const std::string& canonical) -> std::optional<EventFault> {
    if (written(span) == canonical) return std::nullopt;
    return EventFault{
        scenario::in_backticks(written(span)) + " is written " + scenario::in_backticks(canonical), span};
  };
  for (const JsonValue& each : value.items) {
    if (auto fault = find_writing_fault(each, line)) return fault;
  }
  for (const JsonMember& each : value.members) {
    std::string key;
    scenario::append_json_string(key, each.key);
    if (auto fault = other_than(each.key_span, key)) return fault;
    if (auto fault = find_writing_fault(each.value, line)) return fault;
  }
  if (value.kind == JsonKind::array || value.kind == JsonKind::object) return std::nullopt;
  if (value.kind == JsonKind::fraction)
    return EventFault{scenario::in_backticks(written(value.span)) + " is no whole number", value.span};
  const std::string canonical = canonical_text(value);
  if (is_beyond_all_numbers(value) && written(value.span) != canonical) {
    return EventFault{scenario::in_backticks(written(value.span)) + " is beyond all numbers that are read",
                      value.span};
  }
  return other_than(value.span, canonical);
}

}  // namespace

std::string canonical_text(const JsonValue& value) {
  JsonWriter json;
  write_canonical(json, value);
  return json.take();
}

std::optional<EventFault> find_key_order_fault(const JsonValue& value) {
  for (const JsonValue& each : value.items) {
    if (auto fault = find_key_order_fault(each)) return fault;
  }
  const JsonMember* before = nullptr;
  for (const JsonMember& each : value.members) {
    if (before != nullptr && each.key < before->key) {
      return EventFault{"the key " + scenario::in_backticks(each.key) + " stands behind " +
                            scenario::in_backticks(before->key),
                        each.key_span};
    }
    if (auto fault = find_key_order_fault(each.value)) return fault;
    before = &each;
  }
  return std::nullopt;
}

std::optional<EventFault> find_form_fault(const JsonValue& value, std::string_view line) {
  const std::string canonical = canonical_text(value);
  if (canonical == line) return std::nullopt;
  if (auto fault = find_key_order_fault(value)) return fault;
  if (auto fault = find_writing_fault(value, line)) return fault;
  const auto differs = std::mismatch(line.begin(), line.end(), canonical.begin(), canonical.end()).first;
  scenario::JsonCursor cursor(line);
  cursor.take(static_cast<std::size_t>(differs - line.begin()));
  return EventFault{"a space stands outside of text", cursor.here()};
}

}  // namespace ntk::session
