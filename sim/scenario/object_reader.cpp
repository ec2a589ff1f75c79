#include "sim/scenario/object_reader.h"

#include <algorithm>
#include <utility>

#include "sim/scenario/suggestion.h"

namespace ntk::scenario {

ObjectReader::ObjectReader(Reading& reading, const Node& node, std::string_view noun)
    : reading_(reading), node_(node), noun_(noun) {
  if (!is_object()) report_kind(reading_.diagnostics, node_, noun_);
}

ObjectReader::~ObjectReader() {
  if (!overlooks_the_rest_) report_keys();
}

std::optional<Node> ObjectReader::find(std::string_view key) {
  asked_.push_back(key);
  const JsonMember* member = find_member(*node_.value, key);
  if (!member) return std::nullopt;
  return Node{&member->value, pointer_to(node_.pointer, key), member->key, 0};
}

std::optional<Node> ObjectReader::need(std::string_view key, std::string_view what) {
  auto member = find(key);
  if (!member && is_object()) missing_.push_back({key, what});
  return member;
}

std::optional<Node> ObjectReader::find_or_null(std::string_view key) {
  auto member = find(key);
  return member && member->is(JsonKind::null) ? std::nullopt : std::move(member);
}

void ObjectReader::bar(std::string_view key, const std::string& message, std::string_view help) {
  asked_.push_back(key);
  const JsonMember* member = find_member(*node_.value, key);
  if (!member) return;
  reading_.diagnostics.add(Code::misplaced_key, member->key_span, pointer_to(node_.pointer, key), message,
                           std::string(help));
}

void ObjectReader::id(std::string& out) {
  const auto member = need("id", "an id of your choice: letters, digits and hyphens");
  if (!member) return;
  if (auto value = read_id(reading_.diagnostics, *member)) out = *std::move(value);
}

void ObjectReader::need_line(std::string_view key, std::string& out) {
  const auto member = need(key, "one line of text");
  if (!member) return;
  if (auto value = read_line(reading_.diagnostics, *member)) out = *std::move(value);
}

void ObjectReader::line(std::string_view key, std::string& out) {
  const auto member = find(key);
  if (!member) return;
  if (auto value = read_line(reading_.diagnostics, *member)) out = *std::move(value);
}

void ObjectReader::need_prose(std::string_view key, std::string& out) {
  const auto member = need(key, "text; an empty line parts paragraphs");
  if (!member) return;
  if (auto value = read_prose(reading_.diagnostics, *member)) out = *std::move(value);
}

void ObjectReader::integer(std::string_view key, int least, int most, int& out) {
  const auto member = find(key);
  if (!member) return;
  if (const auto value = read_integer(reading_.diagnostics, *member, least, most)) out = *value;
}

void ObjectReader::boolean(std::string_view key, bool& out) {
  const auto member = find(key);
  if (!member) return;
  if (const auto value = read_boolean(reading_.diagnostics, *member)) out = *value;
}

void ObjectReader::date(std::string_view key, std::optional<policy::Date>& out) {
  const auto member = find(key);
  if (!member) return;
  out = member->is(JsonKind::null) ? std::nullopt : read_date(reading_.diagnostics, *member);
}

std::optional<std::uint32_t> ObjectReader::reference(std::string_view key, IdKind kind) {
  const auto member = find(key);
  return member ? reading_.ids.resolve(reading_.diagnostics, kind, *member) : std::nullopt;
}

std::optional<std::uint32_t> ObjectReader::need_reference(std::string_view key, IdKind kind) {
  const auto member = need(key, id_kind_words(kind).reference);
  return member ? reading_.ids.resolve(reading_.diagnostics, kind, *member) : std::nullopt;
}

std::vector<std::uint32_t> ObjectReader::references(std::string_view key, IdKind kind) {
  const auto member = find(key);
  return member ? read_references(reading_, *member, kind) : std::vector<std::uint32_t>();
}

void ObjectReader::report_keys() {
  Diagnostics& diagnostics = reading_.diagnostics;
  if (const auto comment = find("comment")) read_string(diagnostics, *comment);
  std::vector<std::string_view> absent;  // what an unknown key can have meant
  for (const std::string_view key : asked_) {
    if (!find_member(*node_.value, key)) absent.push_back(key);
  }
  for (const JsonMember& each : node_.value->members) {
    if (std::find(asked_.begin(), asked_.end(), each.key) != asked_.end()) continue;
    const auto meant = diagnostics.is_full() ? std::nullopt : nearest_word(each.key, absent);
    const auto given = diagnostics.is_full() ? std::nullopt : nearest_word(each.key, asked_);
    diagnostics.add(Code::unknown_key, each.key_span, pointer_to(node_.pointer, each.key),
                    std::string(noun_) + " has no key " + in_backticks(each.key),
                    meant   ? "did you mean " + in_backticks(*meant) + "?"
                    : given ? in_backticks(*given) + " is there already: remove this"
                            : "keys are " + list_in_backticks(asked_));
    if (meant) std::erase_if(missing_, [&](const MissingKey& missing) { return missing.key == *meant; });
  }
  for (const MissingKey& missing : missing_) {
    report(diagnostics, Code::missing_key, node_,
           std::string(noun_) + " needs the key " + in_backticks(missing.key),
           "add `\"" + std::string(missing.key) + "\"`: " + std::string(missing.what));
  }
}

std::vector<std::uint32_t> read_references(Reading& reading, const Node& list, IdKind kind) {
  std::vector<std::uint32_t> positions;
  const auto items = read_items(reading.diagnostics, list);
  if (!items) return positions;
  std::vector<std::uint8_t> seen;  // by position
  for (const Node& item : *items) {
    const auto at = reading.ids.resolve(reading.diagnostics, kind, item);
    if (!at) continue;
    if (*at >= seen.size()) seen.resize(*at + 1);
    if (seen[*at]) {
      report_repeated(reading.diagnostics, item);
    } else {
      positions.push_back(*at);
    }
    seen[*at] = 1;
  }
  return positions;
}

}  // namespace ntk::scenario
