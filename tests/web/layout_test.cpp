// The panels of the canvas share it out without overlapping, at every size that a screen has.
#include <doctest/doctest.h>

#include <vector>

#include "web/canvas/layout.h"

using namespace ntk::web;

namespace {

bool overlap(const Rectangle& a, const Rectangle& b) {
  return !a.empty() && !b.empty() && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

struct CanvasSize {
  float width, height;
};
constexpr CanvasSize canvas_sizes[] = {{360, 640},  {390, 844},   {430, 932},  {699, 500},  {700, 1000},
                                       {844, 390},  {999, 700},   {1000, 600}, {1280, 800}, {1559, 900},
                                       {1560, 900}, {1920, 1080}, {3840, 2160}};

std::vector<Rectangle> parts_of(const Layout& layout) {
  std::vector<Rectangle> parts(layout.panels.begin(), layout.panels.end());
  parts.push_back(layout.header);
  parts.push_back(layout.bar);
  return parts;
}

}  // namespace

TEST_CASE("the panels fill the canvas and no two of them overlap") {
  for (const CanvasSize& screen : canvas_sizes) {
    for (const float scale : {0.85f, 1.0f, 1.6f, 2.0f}) {
      for (const bool trail_open : {false, true}) {
        const Layout layout = arrange(screen.width, screen.height, scale, {}, Panel::requests, trail_open);
        const std::vector<Rectangle> parts = parts_of(layout);
        CAPTURE(screen.width);
        CAPTURE(screen.height);
        CAPTURE(scale);
        float area = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
          const Rectangle& part = parts[i];
          if (part.empty()) continue;
          area += part.width * part.height;
          CHECK(part.x >= 0);
          CHECK(part.y >= 0);
          CHECK(part.x + part.width <= screen.width);
          CHECK(part.y + part.height <= screen.height);
          for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(part, parts[j]));
        }
        CHECK(area == doctest::Approx(screen.width * screen.height).epsilon(0.001));
      }
    }
  }
}

TEST_CASE("a phone shows one panel at a time, and every one of them when asked") {
  for (std::size_t i = 0; i < panel_count; ++i) {
    const auto shown = static_cast<Panel>(i);
    const Layout layout = arrange(390, 844, 1, {}, shown, true);
    REQUIRE(layout.arrangement == Arrangement::phone);
    for (std::size_t j = 0; j < panel_count; ++j) {
      CHECK(layout.panels[j].empty() == (i != j));
    }
    CHECK(layout[shown].width == 390);
    CHECK_FALSE(layout.bar.empty());
  }
}

TEST_CASE("a wide screen shows every panel at once") {
  for (const float width : {1000.0f, 1280.0f, 1920.0f}) {
    const Layout layout = arrange(width, 800, 1, {}, Panel::brief, true);
    CAPTURE(width);
    for (const Rectangle& panel : layout.panels) CHECK_FALSE(panel.empty());
    CHECK(layout.bar.empty());
  }
}

TEST_CASE("larger text is a smaller page") {
  CHECK(arrange(1280, 800, 1, {}, Panel::brief, true).arrangement == Arrangement::three);
  CHECK(arrange(1280, 800, 1.35f, {}, Panel::brief, true).arrangement == Arrangement::two);
  CHECK(arrange(1280, 800, 2, {}, Panel::brief, true).arrangement == Arrangement::phone);
}

TEST_CASE("a border that is dragged to the edge leaves each panel room to be read") {
  for (const float share : {0.1f, 0.9f}) {
    const Layout layout = arrange(1280, 800, 1, {share, share, share, share}, Panel::brief, true);
    CAPTURE(share);
    for (const Rectangle& panel : layout.panels) {
      CHECK(panel.width >= 240);
      CHECK(panel.height >= 100);
    }
  }
}

TEST_CASE("dragging a border moves it as far as the pointer") {
  const Shares shares;
  for (const Divider& divider : arrange(1280, 800, 1, shares, Panel::brief, true).dividers) {
    if (divider.share == nullptr) continue;
    Shares dragged = shares;
    dragged.*divider.share += 10 * divider.per_pixel;
    bool moved = false;
    for (const Divider& after : arrange(1280, 800, 1, dragged, Panel::brief, true).dividers) {
      if (after.share != divider.share) continue;
      moved = true;
      const float distance = divider.upright ? after.at.x - divider.at.x : after.at.y - divider.at.y;
      CHECK(distance == doctest::Approx(10).epsilon(0.11));
    }
    CHECK(moved);
  }
}
