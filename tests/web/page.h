// The page without a browser: a desk, and calls of the bridge with arguments as JSON.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "web/bridge/bridge.h"

namespace ntk::web {

/// Arguments as they go over (web/bridge/arguments.h): what web/page/call_text.js writes.
inline std::string written(const nlohmann::json& value) {
  const auto with = [](char kind, const std::string& text) {
    return kind + std::to_string(text.size()) + ":" + text;
  };
  if (value.is_string()) return with('t', value.get<std::string>());
  if (value.is_boolean()) return with('b', value.get<bool>() ? "1" : "0");
  if (value.is_number()) return with('n', value.dump());
  if (value.is_null()) return "z0:";
  std::string text = (value.is_array() ? "l" : "o") + std::to_string(value.size()) + ":";
  for (const auto& [key, each] : value.items())
    text += (value.is_object() ? with('t', key) : std::string()) + written(each);
  return text;
}

/// The sections that a writer writes, as one document.
template <class Writer>
nlohmann::json sections_of(Writer write) {
  ModelWriter model(ModelWriter::Layout::whole);
  write(model);
  auto document = nlohmann::json::object();
  for (const auto& [name, text] : model.take()) document[name] = nlohmann::json::parse(text);
  return document;
}

/// What a call answers.
inline nlohmann::json call(Bridge& bridge, std::string_view verb,
                           const nlohmann::json& arguments = nlohmann::json::object(),
                           std::optional<std::uint64_t> since = {}) {
  auto answer = nlohmann::json::parse(bridge.call(verb, written(arguments), since), nullptr, false);
  REQUIRE_FALSE(answer.is_discarded());
  return answer;
}

struct BridgedPage {
  Desk desk;
  Bridge bridge{desk};

  using json = nlohmann::json;

  json call(std::string_view verb, const json& arguments = json::object(),
            std::optional<std::uint64_t> since = {}) {
    return web::call(bridge, verb, arguments, since);
  }
  json load(std::string_view file_name, const std::string& text) {
    return call("load", {{"file_name", file_name}, {"scenario", text}});
  }
  json command(std::string_view text) { return call("command", {{"command", text}}); }
  json model() { return call("model")["value"]; }
};

}  // namespace ntk::web
