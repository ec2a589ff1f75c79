#include "web/canvas/ui/text_lines.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ntk::web::ui {
namespace {

/// The part of the text from one piece to another, both of the same text.
std::string_view span(const Piece& from, const Piece& to) {
  return {from.text.data(), static_cast<std::size_t>(to.text.data() + to.text.size() - from.text.data())};
}

/// Makes one run of the pieces from right to left that have nothing but neutral ones between them.
void join_right_to_left(std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].shape != Shape::run_rtl) continue;
    std::size_t last = i;
    for (std::size_t j = i + 1; j < pieces.size(); ++j) {
      if (pieces[j].shape == Shape::run_rtl) {
        last = j;
      } else if (!is_neutral(pieces[j])) {
        break;
      }
    }
    pieces[i].text = span(pieces[i], pieces[last]);
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                 pieces.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  }
}

class Lines {
 public:
  Lines(float width, const Measure& measure) : width_(width), measure_(measure) {}

  void add_blank(const Piece& piece) {
    blanks_.push_back(piece);
    blank_width_ += measure_(piece.text, piece.shape);
  }

  /// What is kept together: to the end of this line, or to the next.
  void add_word(const std::vector<Piece>& word) {
    float wide = 0;
    for (const Piece& piece : word) wide += measure_(piece.text, piece.shape);
    if (overflows(wide) && !line_.pieces.empty()) end_line();
    if (overflows(wide)) return add_letters(word);
    put(word, wide);
  }

  void end_line() {
    blanks_.clear();
    blank_width_ = 0;
    join_right_to_left(line_.pieces);
    line_.width = 0;
    for (const Piece& piece : line_.pieces) line_.width += measure_(piece.text, piece.shape);
    lines_.push_back(std::exchange(line_, {}));
    filled_ = 0;
  }

  std::vector<TextLine> take() {
    if (!line_.pieces.empty() || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  bool overflows(float wide) const { return width_ > 0 && filled_ + blank_width_ + wide > width_; }

  void put(const std::vector<Piece>& word, float wide) {
    // Space before the first word of a line is left out, but for what begins a paragraph.
    line_.pieces.insert(line_.pieces.end(), blanks_.begin(), blanks_.end());
    line_.pieces.insert(line_.pieces.end(), word.begin(), word.end());
    filled_ += blank_width_ + wide;
    blanks_.clear();
    blank_width_ = 0;
  }

  void add_letters(const std::vector<Piece>& word) {
    for (const Piece& piece : word) {
      for (const Piece& letter : letters_of(piece)) {
        const float wide = measure_(letter.text, letter.shape);
        if (overflows(wide) && !line_.pieces.empty()) end_line();
        // Those of a piece that stand on one line become one again.
        if (!line_.pieces.empty() && line_.pieces.back().shape == letter.shape &&
            line_.pieces.back().text.data() >= piece.text.data()) {
          line_.pieces.back().text = span(line_.pieces.back(), letter);
          filled_ += wide;
        } else {
          put({letter}, wide);
        }
      }
    }
  }

  float width_;
  const Measure& measure_;
  std::vector<TextLine> lines_;
  TextLine line_;
  float filled_ = 0;
  std::vector<Piece> blanks_;
  float blank_width_ = 0;
};

}  // namespace

std::vector<TextLine> lines_of(std::string_view text, float width, const Measure& measure,
                               const WordEnds& word_ends) {
  Lines lines(width, measure);
  std::vector<Piece> word;
  const auto end_word = [&] {
    if (!word.empty()) lines.add_word(word);
    word.clear();
  };
  for (const Piece& piece : pieces_of(text, word_ends)) {
    if (piece.blank || piece.ends_line || piece.may_begin_line) end_word();
    if (piece.ends_line) {
      lines.end_line();
    } else if (piece.blank) {
      lines.add_blank(piece);
    } else {
      word.push_back(piece);
    }
  }
  end_word();
  return lines.take();
}

}  // namespace ntk::web::ui
