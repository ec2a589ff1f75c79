#include "web/bridge/arguments.h"

#include <charconv>

namespace ntk::web {
namespace {

constexpr int deepest = 8;  // no verb takes more

std::optional<Value::Kind> kind_of(char letter) {
  switch (letter) {
    case 'z':
      return Value::Kind::null;
    case 'b':
      return Value::Kind::flag;
    case 'n':
      return Value::Kind::number;
    case 't':
      return Value::Kind::text;
    case 'l':
      return Value::Kind::list;
    case 'o':
      return Value::Kind::object;
    default:
      return std::nullopt;
  }
}

/// Takes one value from the beginning of `rest`.
bool take_value(std::string_view& rest, Value& value, int depth) {
  const std::size_t colon = rest.find(':');
  if (depth > deepest || colon == std::string_view::npos || colon == 0) return false;
  const auto kind = kind_of(rest[0]);
  const auto count = number(rest.substr(1, colon - 1));
  rest.remove_prefix(colon + 1);
  if (!kind || !count || *count > rest.size()) return false;
  value.kind = *kind;
  if (value.kind != Value::Kind::list && value.kind != Value::Kind::object) {
    value.text = rest.substr(0, *count);
    rest.remove_prefix(*count);
    return true;
  }
  for (std::size_t i = 0; i < *count; ++i) {
    if (value.kind == Value::Kind::object) {
      Value key;
      if (!take_value(rest, key, depth + 1) || key.kind != Value::Kind::text) return false;
      value.keys.push_back(key.text);
    }
    if (!take_value(rest, value.items.emplace_back(), depth + 1)) return false;
  }
  return true;
}

}  // namespace

const Value* Value::member(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key && items[i].kind != Kind::null) return &items[i];
  }
  return nullptr;
}

std::optional<Value> read_value(std::string_view text) {
  Value value;
  if (!take_value(text, value, 0) || !text.empty()) return std::nullopt;
  return value;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace ntk::web
