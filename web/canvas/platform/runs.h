// Runs: texts that are drawn as one letter each, since their script joins letters, stacks them or is written from right to
// left. Dear ImGui places one letter after the other; for a run it gets a code point that stands for the whole of it.
//
// Code points are of Unicode's private use area, and are given out until there are none left. Then all are taken back
// before the next frame (`fit_fonts`), and `text_generation` counts up: who keeps one asks again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace ntk::web::platform {

enum class Face;

struct Run {
  std::string text;
  bool right_to_left = false;
};

/// The code point that stands for a run, and its UTF-8. U+FFFD where there is none left in this frame.
ImWchar code_point_of(std::string_view text, bool right_to_left);
std::string in_utf8(ImWchar code_point);

/// The run that a code point stands for; null for a letter.
const Run* run_of(ImWchar code_point);

/// CSS pixels that a run takes.
float run_width(std::string_view text, bool right_to_left, Face face);

/// Where the words of a text end that is written without spaces, in bytes.
std::vector<int> word_ends(std::string_view text);

/// For the fonts: whether code points have run out, and to give them out anew.
bool runs_are_full();
void forget_runs();

}  // namespace ntk::web::platform
