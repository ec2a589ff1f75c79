#include "web/panels/trail.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "web/panels/panel.h"
#include "web/panels/wording.h"
#include "web/platform/widget_map.h"

namespace ntk::web::panels {
namespace {

using scenario::AuditOutcome;
using session::AuditEvent;
using session::Session;
using ui::ButtonKind;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

struct Shape {
  Mark mark;
  Role role;
};
Shape shape_of(AuditOutcome outcome) {
  switch (outcome) {
    case AuditOutcome::permitted:
      return {Mark::permit, Role::permit};
    case AuditOutcome::denied:
      return {Mark::deny, Role::deny};
    case AuditOutcome::permitted_with_withheld:
      break;
  }
  return {Mark::partial, Role::partial};
}

/// Which columns there is room for, and how wide each is at normal text size.
struct ColumnWidth {
  TrailColumn column;
  float width;       ///< 0: takes its share of what is left
  float from_width;  ///< of the table: narrower ones do without the column
};
constexpr ColumnWidth widths[] = {
    {TrailColumn::sequence, 48, 0},   {TrailColumn::moment, 140, 0},   {TrailColumn::user, 130, 0},
    {TrailColumn::agency, 72, 900},   {TrailColumn::action, 190, 900}, {TrailColumn::target, 0, 0},
    {TrailColumn::purpose, 0, 1500},  {TrailColumn::place, 0, 1700},   {TrailColumn::outcome, 210, 0},
    {TrailColumn::returned, 0, 1300}, {TrailColumn::withheld, 0, 0},   {TrailColumn::failed, 110, 0},
};

bool selected(const Desk& desk, const AuditEvent& event) {
  return desk.selected_run() && *desk.selected_run() + 1 == event.sequence;
}

void select(const AuditEvent& event, Actions& actions) {
  actions.push_back(SelectRun{static_cast<std::size_t>(event.sequence - 1)});
  actions.push_back(ShowPanel{Panel::why});
}

void draw_cell(const Session& session, const AuditEvent& event, TrailColumn column) {
  const std::string words = cell(session, event, column);
  if (column == TrailColumn::outcome) {
    const Shape shape = shape_of(event.outcome);
    ui::mark(shape.mark, shape.role, 14);
    ImGui::SameLine(0, px(6));
    ui::draw_text_cut(ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail().x, words, shape.role,
                      Face::regular);
    return;
  }
  const Role role =
      column == TrailColumn::sequence || column == TrailColumn::moment ? Role::muted : Role::ink;
  const float width = ImGui::GetContentRegionAvail().x;
  ui::draw_text_cut(ImGui::GetCursorScreenPos(), width, words, role, Face::regular);
  if (ui::text_size(words, Face::regular).x > width) {
    ImGui::Dummy({width, ui::line_height(Face::regular)});
    ui::tooltip(words);
  }
}

void draw_seal(const Session& session) {
  const session::Seal seal = session.trail().seal();
  if (seal.count == 0) return;
  ui::note("Seal: " + counted(static_cast<std::size_t>(seal.count), "event", "events") + ", SHA-256 " +
           seal.hash.substr(0, 16) + "…");
  ui::tooltip(
      "Each event carries the hash of the one before it. The seal, kept apart, is the number of events and "
      "the hash of "
      "the last: " +
      seal.hash);
}

}  // namespace

void Trail::refresh(const Desk& desk) {
  const bool same = fresh_at_ == desk.revision() && fresh_for_.filter == query_.filter &&
                    fresh_for_.column == query_.column && fresh_for_.descending == query_.descending;
  if (same) return;
  fresh_at_ = desk.revision();
  fresh_for_ = query_;
  order_ = select_events(*desk.session(), query_);
}

void Trail::draw(const Desk& desk, const Rectangle& at, bool open, bool narrow, Actions& actions) {
  const Frame frame("Trail", at);
  const Session& session = *desk.session();
  draw_heading(session, open, narrow, actions);
  if (!open && !narrow) return;
  refresh(desk);
  if (session.trail().events().empty()) {
    ui::hairline();
    empty_state("The trail is empty.", "Every request that is run adds an event, permitted or denied.");
    return;
  }
  if (order_.empty()) {
    ui::hairline();
    empty_state("No event fits the filter.",
                "Each of its words must stand somewhere in the event; take some away.");
    return;
  }
  narrow ? draw_list(desk, actions) : draw_table(desk, actions);
}

void Trail::draw_heading(const Session& session, bool open, bool narrow, Actions& actions) {
  const float raised = ImGui::GetCursorStartPos().y - px(6);
  const auto next = [&](float space) {
    ImGui::SameLine(0, px(space));
    ImGui::SetCursorPosY(raised);
  };
  ui::heading("Audit trail");
  const std::size_t events = session.trail().events().size();
  if (!narrow) {
    ImGui::SameLine(0, px(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(2));
    events == 0 ? ui::note("no events") : draw_seal(session);
  }
  if (open || narrow) {
    const float files = ui::text_size("JSON Lines", Face::regular).x + ui::text_size("CSV", Face::regular).x +
                        ui::text_size("Seal", Face::regular).x + px(3 * 16);
    const float close = narrow ? 0 : ui::control_height() + px(8);
    if (!narrow) ImGui::SameLine();
    const float room = ImGui::GetContentRegionAvail().x - files - close - px(16);
    const float filter = narrow ? std::max(px(120), room) : std::min(px(260), room);
    if (!narrow) {
      ui::align_right(filter + px(8) + files + close);
      ImGui::SetCursorPosY(raised);
    }
    ui::field("###Filter", query_.filter, "Filter: DA-7, a name …", filter);
    ImGui::BeginDisabled(events == 0);
    next(8);
    if (ui::button("JSON Lines", ButtonKind::quiet)) actions.push_back(Export{"events"});
    ui::tooltip("Save the trail as JSON Lines, as `ntk verify` reads it");
    next(0);
    if (ui::button("CSV", ButtonKind::quiet)) actions.push_back(Export{"table"});
    ui::tooltip("Save the trail as a table for a spreadsheet");
    next(0);
    if (ui::button("Seal", ButtonKind::quiet)) actions.push_back(Export{"seal"});
    ui::tooltip("Save the seal, by which a cut-off trail is found out");
    ImGui::EndDisabled();
  }
  if (!narrow) {
    if (open) next(8);
    if (!open) {
      ImGui::SameLine();
      ui::align_right(ui::control_height());
      ImGui::SetCursorPosY(raised);
    }
    if (ui::mark_button(open ? "Close the trail" : "Open the trail", open ? Mark::down : Mark::up))
      actions.push_back(OpenTrail{!open});
    ui::tooltip(open ? "Show the heading only" : "Show the events");
  }
}

void Trail::draw_table(const Desk& desk, Actions& actions) {
  const Session& session = *desk.session();
  const std::vector<AuditEvent>& events = session.trail().events();
  const float width = ImGui::GetContentRegionAvail().x / ui::look().scale;
  std::vector<ColumnWidth> shown;
  for (const ColumnWidth& each : widths) {
    if (width >= each.from_width) shown.push_back(each);
  }
  constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_Resizable |
                                    ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                    ImGuiTableFlags_NoBordersInBody | ImGuiTableFlags_SizingFixedFit |
                                    ImGuiTableFlags_NoSavedSettings;
  const ImGuiID id = static_cast<ImGuiID>(shown.size());
  const platform::NamedScope scope("Events");
  if (!ImGui::BeginTable(("events" + std::to_string(id)).c_str(), static_cast<int>(shown.size()), flags))
    return;
  for (const ColumnWidth& each : shown) {
    const auto column_flags =
        each.width > 0 ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch;
    const TrailColumnRow& row = trail_columns()[static_cast<std::size_t>(each.column)];
    ImGui::TableSetupColumn(std::string(row.title).c_str(), column_flags,
                            each.width > 0 ? px(each.width) : 1.0f);
  }
  ImGui::TableSetupScrollFreeze(0, 1);
  {
    const ui::WithFace small(Face::small);
    ImGui::TableHeadersRow();
  }
  if (const ImGuiTableSortSpecs* sort = ImGui::TableGetSortSpecs(); sort != nullptr && sort->SpecsCount > 0) {
    query_.column = shown[static_cast<std::size_t>(sort->Specs[0].ColumnIndex)].column;
    query_.descending = sort->Specs[0].SortDirection == ImGuiSortDirection_Descending;
    refresh(desk);
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(order_.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const AuditEvent& event = events[order_[static_cast<std::size_t>(i)]];
      const std::string label = "###Event " + std::to_string(event.sequence);
      ImGui::TableNextRow();
      for (const ColumnWidth& each : shown) {
        ImGui::TableNextColumn();
        if (each.column == TrailColumn::sequence) {
          const ImGuiSelectableFlags row =
              ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap;
          if (ImGui::Selectable(label.c_str(), selected(desk, event), row)) select(event, actions);
          ImGui::SameLine(0, 0);
        }
        draw_cell(session, event, each.column);
      }
    }
  }
  ImGui::EndTable();
}

void Trail::draw_list(const Desk& desk, Actions& actions) {
  const Session& session = *desk.session();
  const std::vector<AuditEvent>& events = session.trail().events();
  ui::hairline();
  const Body body;
  draw_seal(session);
  const float line = ui::line_height(Face::regular), small = ui::line_height(Face::small);
  const float height = std::round(px(20) + line + 2 * small);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(order_.size()), height + ImGui::GetStyle().ItemSpacing.y);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const AuditEvent& event = events[order_[static_cast<std::size_t>(i)]];
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float width = ImGui::GetContentRegionAvail().x;
      if (ui::row("Event " + std::to_string(event.sequence), height, selected(desk, event)))
        select(event, actions);
      const Shape shape = shape_of(event.outcome);
      const auto words = [&](TrailColumn column) { return cell(session, event, column); };
      const float text = at.x + px(28), room = width - px(36);
      std::string third = words(TrailColumn::outcome);
      if (!event.failed.empty()) third += ": " + words(TrailColumn::failed);
      if (!event.withheld.empty()) third += ": " + words(TrailColumn::withheld);
      ui::draw_mark(shape.mark, {at.x + px(14), at.y + px(8) + line / 2}, px(15), shape.role);
      ui::draw_text_cut({text, at.y + px(8)}, room,
                        words(TrailColumn::user) + ", " + words(TrailColumn::target), Role::ink,
                        Face::regular);
      ui::draw_text_cut({text, at.y + px(10) + line}, room,
                        words(TrailColumn::sequence) + " · " + words(TrailColumn::moment) + " · " +
                            words(TrailColumn::action),
                        Role::muted, Face::small);
      ui::draw_text_cut({text, at.y + px(10) + line + small}, room, third, shape.role, Face::small);
      ImGui::Dummy({width, height});
    }
  }
}

}  // namespace ntk::web::panels
