#include "web/canvas/panels/assign.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "web/canvas/panels/choice_grid.h"
#include "web/canvas/panels/facts.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::panels {
namespace {

using scenario::AssignableKind;
using session::Session;
using ui::Face;
using ui::px;
using ui::Role;

void draw_notes(const ThingView& thing) {
  ui::gap(-6);
  draw_facts(thing.facts);
  if (!thing.content.empty()) {
    ui::gap(-6);
    draw_facts(thing.content);
  }
  if (thing.note.empty()) return;
  ui::gap(-6);
  ui::note(thing.note);
}

void draw_locked(const ThingView& thing) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ui::draw_mark(ui::Mark::lock, {from.x + px(6), from.y + ui::line_height(Face::strong) / 2}, px(13),
                Role::muted);
  ImGui::Indent(px(24));
  ui::text(thing.title, Role::ink, Face::strong);
  platform::note(thing.id + " locked");
  draw_notes(thing);
  std::vector<Fact> fields;
  for (const FieldView& each : thing.fields) fields.push_back({std::string(each.title), each.words});
  if (!fields.empty()) ui::gap(-6);
  draw_facts(fields);
  ImGui::Unindent(px(24));
  ui::gap(4);
}

void draw_separator() {
  ui::gap(4);
  ui::hairline();
  ui::gap(4);
}

}  // namespace

void Assign::draw_open(const Session& session, const ThingView& thing, Actions& actions) {
  const platform::NamedScope scope(thing.id);
  ui::text(thing.title, Role::ink, Face::strong);
  draw_notes(thing);
  const CrossingView crossing =
      thing.kind == AssignableKind::agreement ? view_crossing(session.world(), thing) : CrossingView();
  for (const FieldView& each : thing.fields) {
    const bool in_grid = !crossing.empty() && crosses(each.field) && !each.locked();
    if (!in_grid) field_.draw(session, each, actions);
  }
  if (!crossing.empty()) draw_crossing(thing, crossing, actions);
}

void Assign::refresh(const Desk& desk) {
  if (fresh_at_ == desk.revision()) return;
  fresh_at_ = desk.revision();
  view_ = view_assign(*desk.session());
  if (seen_ == desk.sessions_begun()) return;
  seen_ = desk.sessions_begun();
  field_.clear();
  marked_.reset();
  lists_ = {};
  const auto first = std::find_if(view_.kinds.begin(), view_.kinds.end(),
                                  [](const AssignKind& each) { return each.open > 0; });
  kind_ = first == view_.kinds.end() ? AssignableKind::record : first->kind;
}

void Assign::draw_tabs() {
  bool counts = true;
  const auto open_count = [&](const AssignKind& kind) { return counts ? static_cast<int>(kind.open) : 0; };
  const auto room_beside = [&](auto title_of) {
    float room = ImGui::GetContentRegionAvail().x;
    for (const AssignKind& each : view_.kinds) room -= ui::tab_width(each.*title_of, open_count(each));
    return room / static_cast<float>(view_.kinds.size() - 1);
  };
  const bool brief = ui::look().touch || room_beside(&AssignKind::title) < px(6);
  const auto title_of = brief ? &AssignKind::short_title : &AssignKind::title;
  counts = room_beside(title_of) >= px(6);
  const float space = std::clamp(room_beside(title_of), px(6), px(20));
  float room = ImGui::GetContentRegionAvail().x;
  for (const AssignKind& each : view_.kinds) {
    const std::string words(each.*title_of);
    const float width = ui::tab_width(words, open_count(each));
    const bool fits = width <= room + 1;  // the room was divided into fractions of a pixel
    if (&each != &view_.kinds.front() && fits) ImGui::SameLine(0, space);
    if (!fits) room = ImGui::GetContentRegionAvail().x;
    room -= width + space;
    if (!ui::tab(with_id(words, each.title), each.kind == kind_, open_count(each))) continue;
    kind_ = each.kind;
    marked_.reset();
  }
}

void Assign::show(AssignableKind kind, std::uint32_t at) {
  kind_ = kind;
  marked_ = at;
  scrolls_to_marked_ = true;
}

void Assign::begin_thing(std::uint32_t at) {
  if (marked_ != at) return;
  if (scrolls_to_marked_) ImGui::SetScrollHereY(0.1f);
  scrolls_to_marked_ = false;
  marked_top_ = ImGui::GetCursorScreenPos().y;
}

void Assign::end_thing(std::uint32_t at) const {
  if (marked_ != at) return;
  const ImVec2 end = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled({end.x - px(7), marked_top_}, {end.x - px(4), end.y - px(8)},
                                            ui::colour(Role::accent));
}

void Assign::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Assign", at);
  refresh(desk);
  draw_tabs();
  end_heading();
  const AssignKind& kind = view_.kind(kind_);
  const Body body(std::string(kind.title).c_str());
  ui::note(view_.about);
  if (kind.kind == AssignableKind::agreement && view_.crosses) draw_crossing_legend();
  draw_things(*desk.session(), kind, actions);
  if (!kind.empty.empty()) ui::text(kind.empty, Role::muted);
}

void Assign::draw_things(const Session& session, const AssignKind& kind, Actions& actions) {
  ui::LongList& list = lists_[static_cast<std::size_t>(kind.kind)];
  list.begin(kind.things.size());
  for (std::size_t i = 0; i < kind.things.size(); ++i) {
    const std::uint32_t at = kind.things[i];
    if (i == kind.open) {
      if (i > 0) ui::gap(8);
      ui::note(kind.locked);
      ui::hairline();
      ui::gap(4);
    }
    begin_thing(at);
    if (list.passes_over(i)) continue;
    const ThingView thing = view_thing(session, view_.open, kind.kind, at);
    if (i < kind.open) {
      draw_open(session, thing, actions);
    } else {
      draw_locked(thing);
    }
    end_thing(at);
    if (i + 1 < kind.open) draw_separator();
    list.drawn(i);
  }
}

}  // namespace ntk::web::panels
