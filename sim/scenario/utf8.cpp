#include "sim/scenario/utf8.h"

#include <algorithm>
#include <array>

#include "sim/scenario/invisible.h"

namespace ntk::scenario {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 7> zero_width = {{{0x0300, 0x036F},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x200B, 0x200D},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F}}};

constexpr std::array<Range, 11> double_width = {{{0x1100, 0x115F},
                                                 {0x2E80, 0x303E},
                                                 {0x3041, 0xA4CF},
                                                 {0xAC00, 0xD7A3},
                                                 {0xF900, 0xFAFF},
                                                 {0xFE30, 0xFE6F},
                                                 {0xFF00, 0xFF60},
                                                 {0xFFE0, 0xFFE6},
                                                 {0x1F300, 0x1F64F},
                                                 {0x1F900, 0x1F9FF},
                                                 {0x20000, 0x3FFFD}}};

constexpr std::array<Range, 10> disturbing = {{{0x0000, 0x001F},
                                               {0x007F, 0x009F},
                                               {0x061C, 0x061C},
                                               {0x200B, 0x200B},
                                               {0x200E, 0x200F},
                                               {0x2028, 0x202E},
                                               {0x2060, 0x206F},
                                               {0xFEFF, 0xFEFF},
                                               {0xFFF9, 0xFFFB},
                                               {0xE0001, 0xE007F}}};

template <std::size_t N>
bool within(char32_t value, const std::array<Range, N>& ranges) {
  for (const Range& range : ranges) {
    if (value >= range.first && value <= range.last) return true;
  }
  return false;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (!point.valid) return offset;
    offset += point.length;
  }
  return std::string_view::npos;
}

std::size_t display_width(char32_t value) {
  if (within(value, zero_width)) return 0;
  return within(value, double_width) ? 2 : 1;
}

bool disturbs_a_terminal(char32_t value) {
  return within(value, disturbing);
}

std::string safe_on_terminal(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char each) { return each >= ' ' && each <= '~'; }))
    return std::string(text);
  std::string shown;
  for_each_shown(text, [&](CodePoint, std::size_t, char32_t each) { append_utf8(shown, each); });
  return shown;
}

}  // namespace ntk::scenario
