// Scripts: where a text can be cut into letters that stand side by side, and where it can't.
//
// Dear ImGui draws one letter after the other and breaks lines at spaces. That is right for Latin, Greek, Cyrillic and their
// like. Other scripts join letters (Arabic, Devanagari), put marks over them (Thai, and accents that are characters of their
// own), are written from right to left (Hebrew) or without spaces (Chinese, Thai). This cuts a text into pieces that a line
// can be made of, each with what there is to know of it. No Dear ImGui and no browser: what needs them is handed in.
//
// Left out: the Unicode rules of bidirectional text beyond what a line of English with words of another script needs, and
// hyphenation.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace ntk::web::ui {

/// How the text of a piece is drawn.
enum class Shape {
  letters,  ///< one after the other
  run,      ///< as a whole, by the browser
  run_rtl,  ///< so too, from right to left
};

struct Piece {
  std::string_view text;
  Shape shape = Shape::letters;
  bool blank = false;           ///< space: left out at the end of a line
  bool ends_line = false;       ///< a line break, and nothing of it is seen
  bool may_begin_line = false;  ///< a line may be broken before it, where no space is
};

/// Where the words of a text end that is written without spaces, in bytes.
using WordEnds = std::function<std::vector<int>(std::string_view)>;

/// Whether Dear ImGui can draw and wrap the text as it is.
bool is_simple(std::string_view text);

/// The pieces of a text, in its order; together they are the whole of it.
std::vector<Piece> pieces_of(std::string_view text, const WordEnds& word_ends);

/// The same text in parts that are as short as can be: a letter with its marks each. For what is wider than a line.
std::vector<Piece> letters_of(const Piece& piece);

/// Whether a piece is of no script: figures and signs, which go with what is around them.
bool is_neutral(const Piece& piece);

}  // namespace ntk::web::ui
