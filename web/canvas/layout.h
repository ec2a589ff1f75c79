// Where each panel stands, for any size of the canvas. Plain arithmetic, without Dear ImGui.
//
// Lengths are CSS pixels. What counts for the choice of an arrangement is the size in text: larger
// text on the same screen is a smaller page.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace ntk::web {

/// The panels, in the order of reading. On a phone, what the bottom bar shows one of.
enum class Panel : std::uint8_t { brief, assign, requests, why, trail };
inline constexpr std::size_t panel_count = 5;

enum class Arrangement : std::uint8_t {
  phone,  ///< one panel at a time
  two,    ///< brief or assign; requests over why
  three,  ///< brief; assign; requests over why
  four,   ///< all side by side
};

struct Rectangle {
  float x = 0, y = 0, width = 0, height = 0;

  bool empty() const { return width <= 0 || height <= 0; }
  bool operator==(const Rectangle&) const = default;
};

/// What the user can drag: shares of the room there is.
struct Shares {
  float brief = 0.225f;   ///< of the width
  float assign = 0.46f;   ///< of the width that is left
  float requests = 0.5f;  ///< of the height (three and two), of the width that is left (four)
  float trail = 0.22f;    ///< of the height

  bool operator==(const Shares&) const = default;
};

/// A border between panels: a hairline in the middle of a rectangle by which it can be dragged.
struct Divider {
  Rectangle at;
  bool upright = false;             ///< dragged sideways
  float Shares::* share = nullptr;  ///< null: cannot be dragged
  float per_pixel = 0;              ///< how much the share changes
};

struct Layout {
  Arrangement arrangement = Arrangement::three;
  Rectangle header;
  Rectangle body;  ///< what the header (and on a phone the bar) leave
  Rectangle bar;   ///< which panel is shown: at the bottom of a phone, on top of the left column of two
  std::array<Rectangle, panel_count> panels;  ///< empty: not shown
  std::vector<Divider> dividers;

  const Rectangle& operator[](Panel panel) const { return panels[static_cast<std::size_t>(panel)]; }
};

/// `shown` is the panel that a phone shows; two columns heed whether it is `brief`. `trail_open`:
/// whether more of the trail than its heading is seen. `one_panel`: one at a time, as on a phone, whatever
/// the width.
Layout arrange(float width, float height, float scale, const Shares& shares, Panel shown, bool trail_open,
               bool one_panel = false);

}  // namespace ntk::web
