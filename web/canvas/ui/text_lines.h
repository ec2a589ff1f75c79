// Lines: a text of any script laid out in a width.
//
// Lines are broken at spaces, and where the script allows it without (scripts.h). A word that is wider than a line is broken
// between letters. The words of a line that are written from right to left become one run, with the spaces, figures and signs
// between them, so that the browser puts them in their order. The line itself goes from left to right, as its page does.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "web/canvas/ui/scripts.h"

namespace ntk::web::ui {

/// The width of a piece of text.
using Measure = std::function<float(std::string_view, Shape)>;

struct TextLine {
  std::vector<Piece> pieces;  ///< from left to right; each is a part of the text, and no blank is last
  float width = 0;
};

/// The lines of a text in a width; where that is 0, only line breaks of the text end a line. At least one line.
std::vector<TextLine> lines_of(std::string_view text, float width, const Measure& measure,
                               const WordEnds& word_ends);

}  // namespace ntk::web::ui
