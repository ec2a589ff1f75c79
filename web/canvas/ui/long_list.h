// A list of which only what is in sight is drawn, where it is long: the rest keeps its place by the height
// that it had, or by one that is the same for all that was never drawn. So nothing above what is in sight
// changes its height.
#pragma once

#include <cstddef>
#include <vector>

namespace ntk::web::ui {

class LongList {
 public:
  /// Begins to draw so many entries, one below the other in the width that there is.
  void begin(std::size_t entries);
  /// Whether the entry is out of sight: then its room is left, and it is not to be drawn.
  bool passes_over(std::size_t entry);
  /// It has been drawn, since passes_over() was asked.
  void drawn(std::size_t entry);

 private:
  std::vector<float> heights_;  ///< CSS pixels with the spacing below; 0: never drawn
  float width_ = 0, scale_ = 0, usual_ = 0, top_ = 0;
};

}  // namespace ntk::web::ui
