// A lesson that checks clean, to put mistakes into: tests/proving/quay.json.
#pragma once

#include <string>
#include <string_view>

#include "sim/proving/check.h"
#include "sim/session/session.h"

namespace ntk::proving {

/// The text of the lesson, with one part of it replaced. Fails where that isn't there.
std::string quay_with(std::string_view part = {}, std::string_view instead = {});
scenario::Scenario read_lesson(const std::string& text);
inline scenario::Scenario quay() {
  return read_lesson(quay_with());
}

}  // namespace ntk::proving
