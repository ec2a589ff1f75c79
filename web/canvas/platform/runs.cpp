#include "web/canvas/platform/runs.h"

#include <array>
#include <map>
#include <utility>

#include "web/canvas/platform/glyphs.h"

namespace ntk::web::platform {
namespace {

constexpr ImWchar first_point = 0xE000, last_point = 0xF8FF;

std::vector<Run> runs;  // the first stands for `first_point`
std::map<std::pair<bool, std::string>, ImWchar, std::less<>> code_points;
bool all_given = false;

}  // namespace

ImWchar code_point_of(std::string_view text, bool right_to_left) {
  const auto [found, is_new] = code_points.try_emplace({right_to_left, std::string(text)}, 0);
  if (!is_new) return found->second;
  const ImWchar code_point = first_point + static_cast<ImWchar>(runs.size());
  if (code_point > last_point) {
    all_given = true;
    code_points.erase(found);
    return IM_UNICODE_CODEPOINT_INVALID;
  }
  runs.push_back({std::string(text), right_to_left});
  return found->second = code_point;
}

std::string in_utf8(ImWchar code_point) {
  // All of them, and U+FFFD, take three bytes.
  return {static_cast<char>(0xE0 | code_point >> 12), static_cast<char>(0x80 | (code_point >> 6 & 0x3F)),
          static_cast<char>(0x80 | (code_point & 0x3F))};
}

const Run* run_of(ImWchar code_point) {
  if (code_point < first_point || code_point - first_point >= runs.size()) return nullptr;
  return &runs[code_point - first_point];
}

std::vector<int> word_ends(std::string_view text) {
  std::vector<int> ends(text.size());
  const int count =
      ntk_glyph_word_ends(std::string(text).c_str(), ends.data(), static_cast<int>(ends.size()));
  ends.resize(static_cast<std::size_t>(count));
  return ends;
}

bool runs_are_full() {
  return all_given;
}

void forget_runs() {
  runs.clear();
  code_points.clear();
  all_given = false;
}

}  // namespace ntk::web::platform
