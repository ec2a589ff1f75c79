// A member of a JSON object that a test takes to be there.
#pragma once

#include <doctest/doctest.h>

#include <string_view>

#include "sim/scenario/located_json.h"

namespace ntk::scenario {

inline const JsonValue& member(const JsonValue& object, std::string_view key) {
  for (const JsonMember& each : object.members) {
    if (each.key == key) return each.value;
  }
  FAIL("no key " << key);
  return object;
}

}  // namespace ntk::scenario
