#include "web/canvas/layout.h"

#include <algorithm>
#include <cmath>

namespace ntk::web {
namespace {

constexpr float header_height = 52;
constexpr float bar_height = 56;
constexpr float closed_trail_height = 48;
constexpr float divider_width = 9;

Arrangement arrangement_for(float width) {
  if (width < 700) return Arrangement::phone;
  if (width < 1000) return Arrangement::two;
  return width < 1560 ? Arrangement::three : Arrangement::four;
}

/// One layout in the making: cuts rectangles off what is left.
class Sheet {
 public:
  Sheet(Layout& layout, Rectangle room) : layout_(layout), room_(room) {}

  Rectangle room() const { return room_; }
  Rectangle left(float width) {
    const float cut = std::round(std::min(width, room_.width));
    const Rectangle taken = {room_.x, room_.y, cut, room_.height};
    room_.x += cut;
    room_.width -= cut;
    return taken;
  }
  Rectangle top(float height) {
    const float cut = std::round(std::min(height, room_.height));
    const Rectangle taken = {room_.x, room_.y, room_.width, cut};
    room_.y += cut;
    room_.height -= cut;
    return taken;
  }
  Rectangle bottom(float height) {
    const float cut = std::round(std::min(height, room_.height));
    room_.height -= cut;
    return {room_.x, room_.y + room_.height, room_.width, cut};
  }
  void place(Panel panel, Rectangle at) { layout_.panels[static_cast<std::size_t>(panel)] = at; }

  /// A divider at the left edge of what is left; dragging it changes a share of `whole`.
  void divide_left(float Shares::* share, float whole) {
    layout_.dividers.push_back(
        {{room_.x - divider_width / 2, room_.y, divider_width, room_.height}, true, share, 1 / whole});
  }
  void divide_top(float Shares::* share, float whole) {
    layout_.dividers.push_back(
        {{room_.x, room_.y - divider_width / 2, room_.width, divider_width}, false, share, 1 / whole});
  }

 private:
  Layout& layout_;
  Rectangle room_;
};

/// A share of a length, but never so little that what it is for cannot be read.
float part(float whole, float share, float least, float least_of_rest) {
  const float most = std::max(least, whole - least_of_rest);
  return std::clamp(whole * share, std::min(least, whole), most);
}

void place_requests_over_why(Sheet sheet, const Shares& shares, float scale) {
  const float whole = sheet.room().height;
  sheet.place(Panel::requests, sheet.top(part(whole, shares.requests, 140 * scale, 160 * scale)));
  sheet.divide_top(&Shares::requests, whole);
  sheet.place(Panel::why, sheet.room());
}

void place_trail(Layout& layout, Sheet& sheet, const Shares& shares, float scale, bool open) {
  const float whole = sheet.room().height;
  const float height =
      open ? part(whole, shares.trail, 130 * scale, 300 * scale) : closed_trail_height * scale;
  const Rectangle at = sheet.bottom(height);
  sheet.place(Panel::trail, at);
  layout.dividers.push_back({{at.x, at.y - divider_width / 2, at.width, divider_width},
                             false,
                             open ? &Shares::trail : nullptr,
                             -1 / whole});
}

void place_columns(Layout& layout, Sheet& sheet, const Shares& shares, float scale) {
  const float whole = sheet.room().width;
  sheet.place(Panel::brief,
              sheet.left(part(std::min(whole, 1440 * scale), shares.brief, 240 * scale, 760 * scale)));
  sheet.divide_left(&Shares::brief, std::min(whole, 1440 * scale));
  const float rest = sheet.room().width;
  const bool four = layout.arrangement == Arrangement::four;
  const float assign_share = four ? shares.assign * 0.72f : shares.assign;
  sheet.place(Panel::assign, sheet.left(part(rest, assign_share, 340 * scale, 380 * scale)));
  sheet.divide_left(&Shares::assign, four ? rest * 0.72f : rest);
  if (!four) {
    place_requests_over_why(sheet, shares, scale);
    return;
  }
  const float last = sheet.room().width;
  sheet.place(Panel::requests, sheet.left(part(last, shares.requests, 320 * scale, 380 * scale)));
  sheet.divide_left(&Shares::requests, last);
  sheet.place(Panel::why, sheet.room());
}

}  // namespace

Layout arrange(float width, float height, float scale, const Shares& shares, Panel shown, bool trail_open,
               bool one_panel) {
  Layout layout;
  layout.arrangement = one_panel ? Arrangement::phone : arrangement_for(width / scale);
  Sheet sheet(layout, {0, 0, width, height});
  layout.header = sheet.top(header_height * scale);
  if (layout.arrangement == Arrangement::phone) {
    layout.bar = sheet.bottom(bar_height * scale);
    layout.body = sheet.room();
    sheet.place(shown, layout.body);
    return layout;
  }
  layout.body = sheet.room();
  place_trail(layout, sheet, shares, scale, trail_open);
  if (layout.arrangement == Arrangement::two) {
    const float whole = sheet.room().width;
    Sheet column(layout, sheet.left(part(whole, 0.46f, 320 * scale, 340 * scale)));
    layout.bar = column.top(header_height * scale);
    column.place(shown == Panel::brief ? Panel::brief : Panel::assign, column.room());
    sheet.divide_left(nullptr, 1);
    place_requests_over_why(sheet, shares, scale);
    return layout;
  }
  place_columns(layout, sheet, shares, scale);
  return layout;
}

}  // namespace ntk::web
