#include "web/canvas/panels/flow.h"

#include <algorithm>

#include "sim/policy/phrases.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using analysis::LinkState;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

constexpr float least_box = 168;  ///< width
constexpr float beside = 76;      ///< between two boxes of a row
constexpr float above = 24;       ///< between two rows, and where the path begins
constexpr float padding = 10;
constexpr float title_beside = 164;  ///< of a box as wide as the panel: the facts follow on the same line

struct Sign {
  Mark mark;
  Role role, ground;
};

Sign sign_of(LinkState state) {
  switch (state) {
    case LinkState::holds:
      return {Mark::pass, Role::permit, Role::sheet};
    case LinkState::partly:
      return {Mark::partial, Role::partial, Role::partial_soft};
    case LinkState::broken:
      return {Mark::fail, Role::deny, Role::deny_soft};
    case LinkState::not_applicable:
      break;
  }
  return {Mark::not_applicable, Role::muted, Role::paper};
}

/// How many boxes stand in a row.
std::size_t columns_at(float width) {
  const float scaled = width / ui::look().scale;
  for (const std::size_t count : {std::size_t{6}, std::size_t{3}}) {
    const auto boxes = static_cast<float>(count);
    if (scaled >= boxes * least_box + (boxes - 1) * beside) return count;
  }
  return 1;
}

/// A stretch of the path, as solid as the link is; dashed where nothing was asked.
void draw_stretch(ImVec2 from, ImVec2 to, const PathStation& station) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = ui::colour(sign_of(station.state).role);
  if (station.state != LinkState::not_applicable) return list.AddLine(from, to, colour, px(3));
  const float length = std::max(to.x - from.x, to.y - from.y), dash = px(4);
  const ImVec2 way = {(to.x - from.x) / length, (to.y - from.y) / length};
  for (float at = 0; at < length; at += 2 * dash) {
    const float end = std::min(at + dash, length);
    list.AddLine({from.x + way.x * at, from.y + way.y * at}, {from.x + way.x * end, from.y + way.y * end},
                 colour, px(2));
  }
}

/// The words on a link that leads down: how it fared.
void draw_link_words(ImVec2 middle, const PathStation& station) {
  const ImVec2 size = ui::text_size(station.words, Face::small);
  ui::draw_text({middle.x + px(16), middle.y - size.y / 2}, station.words, sign_of(station.state).role,
                Face::small);
}

/// The link from one point to the next; where it broke, with a gap and a cross in it. Beside two boxes there is room for
/// the codes of the rules alone.
void draw_link(ImVec2 from, ImVec2 to, const PathStation& station) {
  const bool upright = to.y > from.y;
  const ImVec2 middle = {(from.x + to.x) / 2, (from.y + to.y) / 2};
  if (upright) draw_link_words(middle, station);
  if (!station.is_broken()) return draw_stretch(from, to, station);
  const float gap = px(upright ? 8 : 14);
  draw_stretch(from, upright ? ImVec2{from.x, middle.y - gap} : ImVec2{middle.x - gap, from.y}, station);
  draw_stretch(upright ? ImVec2{to.x, middle.y + gap} : ImVec2{middle.x + gap, to.y}, to, station);
  const Sign sign = sign_of(station.state);
  ui::draw_mark(Mark::fail, middle, px(upright ? 14 : 20), sign.role);
  if (upright) return;
  const float wrap = px(beside - 4);
  const ImVec2 size = ui::text_size(station.codes, Face::small, wrap);
  ui::draw_text({middle.x - size.x / 2, middle.y + px(14)}, station.codes, sign.role, Face::small, wrap);
}

/// A box in which a station stands; its facts beside the title where it is as wide as the panel.
struct Box {
  const PathStation& station;
  float width;
  bool wide;
  bool from_beside;  ///< its link has no room for words

  float text_left() const { return wide ? px(title_beside) : px(padding); }
  float text_width() const { return width - text_left() - px(padding); }
  float height() const {
    const float facts = ui::text_size(station.facts, Face::regular, text_width()).y;
    return 2 * px(8) + (wide ? facts : ui::line_height(Face::strong) + px(2) + facts) + words_height();
  }
  float words_height() const {
    return from_beside ? px(2) + ui::text_size(station.words, Face::small, text_width()).y : 0;
  }

  void draw(ImVec2 at, float height) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Sign sign = sign_of(station.state);
    const ImVec2 end = {at.x + width, at.y + height};
    const bool asked = station.state != LinkState::not_applicable;
    list.AddRectFilled(at, end, ui::colour(sign.ground), px(6));
    list.AddRect(at, end,
                 ui::colour(station.is_broken() ? sign.role
                            : asked             ? Role::edge
                                                : Role::line),
                 px(6), 0, px(station.is_broken() ? 2.0f : 1.0f));
    const float line = ui::line_height(Face::strong);
    const float top = at.y + px(8);
    ui::draw_mark(sign.mark, {at.x + px(padding) + px(7), top + line / 2}, px(14), sign.role, sign.ground);
    ui::draw_text({at.x + px(padding + 20), top}, station.title, asked ? Role::ink : Role::muted,
                  Face::strong);
    ui::draw_text({at.x + text_left(), wide ? top : top + line + px(2)}, station.facts,
                  asked ? Role::ink : Role::muted, Face::regular, text_width());
    if (!from_beside) return;
    const float facts = ui::text_size(station.facts, Face::regular, text_width()).y;
    ui::draw_text({at.x + text_left(), top + line + px(4) + facts}, station.words, sign.role, Face::small,
                  text_width());
  }
};

/// What a station is found by in the widget map: "Level: broken: DA-5".
std::string noted(const PathStation& station) {
  return station.title + ": " + policy::in_sentence(station.words);
}

/// One row: a link from above into its first box, links beside into the others.
void draw_row(const PathStation* stations, std::size_t count, float width, bool wide) {
  const float gaps = px(beside) * static_cast<float>(count - 1);
  const float each = (width - gaps) / static_cast<float>(count);
  float height = 0;
  for (std::size_t i = 0; i < count; ++i)
    height = std::max(height, Box{stations[i], each, wide, i > 0}.height());
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float top = start.y + px(above);
  draw_link({start.x + px(padding + 7), start.y}, {start.x + px(padding + 7), top}, stations[0]);
  for (std::size_t i = 0; i < count; ++i) {
    const ImVec2 at = {start.x + static_cast<float>(i) * (each + px(beside)), top};
    if (i > 0) draw_link({at.x - px(beside), at.y + height / 2}, {at.x, at.y + height / 2}, stations[i]);
    ImGui::SetCursorScreenPos(at);
    // There for the arrow keys, by which one scrolls.
    ui::hit("###Path " + stations[i].title, {each, height});
    platform::note(noted(stations[i]));
    Box{stations[i], each, wide, i > 0}.draw(at, height);
  }
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({width, px(above) + height});
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
}

/// A station in brief: a disc on the line with its mark, its name below, and the link before it.
void draw_stop(const PathStation& station, ImVec2 at, bool first, float width, float height) {
  const float radius = px(13), from_disc = radius + px(2);
  const ImVec2 centre = {at.x + width / 2, at.y + px(16) + radius};
  const Sign sign = sign_of(station.state);
  const ImVec2 from = {first ? at.x : centre.x - width + from_disc, centre.y};
  const ImVec2 to = {centre.x - from_disc, centre.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (station.is_broken()) {
    const float middle = (from.x + to.x) / 2;
    draw_stretch(from, {middle - px(9), from.y}, station);
    draw_stretch({middle + px(9), from.y}, to, station);
    ui::draw_mark(Mark::fail, {middle, centre.y}, px(14), sign.role);
    const float left = middle - ui::text_size(station.codes, Face::small).x / 2;
    ui::draw_text({std::max(left, at.x - width / 2), at.y - px(2)}, station.codes, sign.role, Face::small);
  } else {
    draw_stretch(from, to, station);
  }
  list.AddCircleFilled(centre, radius, ui::colour(sign.ground));
  list.AddCircle(centre, radius, ui::colour(sign.role), 0, px(station.is_broken() ? 2.5f : 1.5f));
  ui::draw_mark(sign.mark, centre, px(14), sign.role, sign.ground);
  const ImVec2 size = ui::text_size(station.title, Face::small, width);
  ui::draw_text({centre.x - size.x / 2, at.y + height - size.y}, station.title,
                station.state == LinkState::not_applicable ? Role::muted : Role::ink, Face::small, width);
}

}  // namespace

void draw_flow_in_brief(const std::vector<PathStation>& path) {
  const platform::NamedScope scope("Path");
  const float each = ImGui::GetContentRegionAvail().x / static_cast<float>(path.size());
  float names = 0;
  for (const PathStation& station : path)
    names = std::max(names, ui::text_size(station.title, Face::small, each).y);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float above_names = px(16) + 2 * px(13) + px(4);
  for (std::size_t i = 0; i < path.size(); ++i) {
    const ImVec2 at = {start.x + static_cast<float>(i) * each, start.y};
    const float height = above_names + ui::text_size(path[i].title, Face::small, each).y;
    ImGui::SetCursorScreenPos(at);
    ui::hit("###Stop " + path[i].title, {each, above_names + names});
    platform::note(noted(path[i]));
    draw_stop(path[i], at, i == 0, each, height);
  }
}

void draw_flow(const std::vector<PathStation>& path) {
  const platform::NamedScope scope("Path");
  const float width = ImGui::GetContentRegionAvail().x;
  const std::size_t columns = columns_at(width);
  const bool wide = columns == 1 && width > px(340);
  for (std::size_t i = 0; i < path.size(); i += columns) draw_row(&path[i], columns, width, wide);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetStyle().ItemSpacing.y);
  ImGui::Dummy({0, 0});
}

}  // namespace ntk::web::panels
