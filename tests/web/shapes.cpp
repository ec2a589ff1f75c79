#include "tests/web/shapes.h"

namespace ntk {
namespace {

using nlohmann::json;

std::string written(const JsonShape& shape, const std::string& indent);

std::string written_object(const JsonShape& shape, const std::string& indent) {
  std::string text = "{\n";
  for (const auto& [name, member] : shape.members) {
    const bool is_optional = member.seen < shape.objects;
    text +=
        indent + "  " + name + (is_optional ? "?: " : ": ") + written(*member.shape, indent + "  ") + ";\n";
  }
  return text + indent + "}";
}

std::string written(const JsonShape& shape, const std::string& indent) {
  std::set<std::string> parts = shape.words;
  if (shape.lists > 0) {
    const std::string item = shape.item ? written(*shape.item, indent) : "never";
    parts.insert(item.find(' ') == std::string::npos ? item + "[]" : "(" + item + ")[]");
  }
  if (shape.objects > 0) parts.insert(written_object(shape, indent));
  std::string text;
  for (const std::string& each : parts) {
    if (each != "null") text += (text.empty() ? "" : " | ") + each;
  }
  if (parts.contains("null")) text += text.empty() ? "null" : " | null";
  return text;
}

template <class Visit>
void visit_all(const JsonShape& shape, const std::string& place, const Visit& visit) {
  visit(shape, place);
  if (shape.item) visit_all(*shape.item, place + "[]", visit);
  for (const auto& [name, member] : shape.members) visit_all(*member.shape, place + "." + name, visit);
}

}  // namespace

void JsonShapes::take(JsonShape& shape, const std::string& place, const json& value) {
  if (value.is_string()) shape.words.insert("string");
  if (value.is_number()) shape.words.insert("number");
  if (value.is_boolean()) shape.words.insert("boolean");
  if (value.is_null()) shape.words.insert("null");
  const auto take_named = [&](std::unique_ptr<JsonShape>& at, const std::string& from, const json& each) {
    if (!at) at = std::make_unique<JsonShape>();
    const std::string name = each.is_null() ? std::string() : naming_(from, each);
    if (name.empty()) return take(*at, from, each);
    at->words.insert(name);
    // A name that is no type to be written: a word, or a map.
    if (each.is_object() && !name.starts_with("Record<")) take(types_[name], name, each);
  };
  if (value.is_array()) {
    ++shape.lists;
    for (const json& each : value) take_named(shape.item, place + "[]", each);
  } else if (value.is_object()) {
    ++shape.objects;
    for (const auto& [name, each] : value.items()) {
      Member& member = shape.members[name];
      ++member.seen;
      take_named(member.shape, place + "." + name, each);
    }
  }
}

std::string JsonShapes::typescript() const {
  std::string text;
  for (const auto& [name, shape] : types_) {
    const std::string type = written(shape, "");
    text += shape.objects > 0 && shape.words.empty() && shape.lists == 0
                ? "export interface " + name + " " + type + "\n"
                : "export type " + name + " = " + type + ";\n";
  }
  return text;
}

std::set<std::string> JsonShapes::unseen() const {
  std::set<std::string> found;
  for (const auto& [name, shape] : types_) {
    visit_all(shape, name, [&](const JsonShape& each, const std::string& place) {
      const bool is_only_null = each.words == std::set<std::string>{"null"} && each.objects + each.lists == 0;
      if (is_only_null || (each.lists > 0 && !each.item)) found.insert(place);
    });
  }
  return found;
}

std::set<std::string> JsonShapes::member_names() const {
  std::set<std::string> found;
  for (const auto& [type, shape] : types_) {
    visit_all(shape, type, [&](const JsonShape& each, const std::string&) {
      for (const auto& [name, member] : each.members) found.insert(name);
    });
  }
  return found;
}

}  // namespace ntk
