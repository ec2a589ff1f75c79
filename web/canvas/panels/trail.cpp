#include "web/canvas/panels/trail.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/policy/phrases.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/exports.h"
#include "web/view/header_view.h"
#include "web/view/table_text.h"

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
    {TrailColumn::sequence, 48, 0},   {TrailColumn::moment, 140, 920},  {TrailColumn::user, 130, 0},
    {TrailColumn::agency, 72, 1380},  {TrailColumn::action, 180, 1240}, {TrailColumn::target, 0, 0},
    {TrailColumn::purpose, 0, 1700},  {TrailColumn::place, 0, 1880},    {TrailColumn::outcome, 208, 0},
    {TrailColumn::returned, 0, 1500}, {TrailColumn::withheld, 0, 1100}, {TrailColumn::failed, 120, 0},
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

/// The heading row, each heading named for the widget map: Dear ImGui names none.
void draw_headers() {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (int column = 0; column < ImGui::TableGetColumnCount(); ++column) {
    if (!ImGui::TableSetColumnIndex(column)) continue;
    ImGui::PushID(column);
    ImGui::TableHeader(ImGui::TableGetColumnName(column));
    platform::note(ImGui::TableGetColumnName(column));
    platform::record_text(ImGui::TableGetColumnName(column));
    ImGui::PopID();
  }
}

std::string seal_words(const Session& session) {
  const session::Seal seal = session.trail().seal();
  return "Seal: " + policy::counted(seal.count, "event", "events") + ", SHA-256 " + seal.hash.substr(0, 12) +
         "…";
}

std::string seal_explained(const Session& session) {
  return "Each event carries the hash of the one before it. The seal, kept apart, is the number of events "
         "and the hash of "
         "the last: " +
         session.trail().seal().hash;
}

constexpr const char* save_label = "Save";
constexpr const char* copy_label = "Copy";

/// Of the filter and the buttons beside it; where it is narrow, one button stands for all.
float tools_width(float filter_width, bool narrow) {
  float width = filter_width + px(8);
  if (narrow) return width + ui::text_size(save_label, Face::regular).x + px(16);
  width += ui::text_size(copy_label, Face::regular).x + px(16);
  for (const ExportRow& each : exports()) width += ui::text_size(each.label, Face::regular).x + px(16);
  return width;
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
    end_heading();
    empty_state("The trail is empty.", "Every request that is run adds an event, permitted or denied.");
    return;
  }
  if (order_.empty()) {
    end_heading();
    empty_state("No event fits the filter.",
                "Each of its words must stand somewhere in the event; take some away.");
    return;
  }
  narrow ? draw_list(desk, actions) : draw_table(desk, actions);
}

void Trail::draw_heading(const Session& session, bool open, bool narrow, Actions& actions) {
  const bool empty = session.trail().events().empty();
  panel_heading(title(Screen::trail));
  if (!narrow) {
    if (empty)
      return heading_note(
          "Nothing recorded yet. Every request that is run adds an event, permitted or denied.");
    ImGui::SameLine(0, px(12));
    const float room = ImGui::GetContentRegionAvail().x - ui::control_height();
    const std::string seal = seal_words(session);
    const float beside_seal = room - ui::text_size(seal, Face::small).x - px(20);
    const float all = open ? tools_width(px(240), false) + px(8) : 0;
    const float few = open ? tools_width(px(200), true) + px(8) : 0;
    const bool folds = all > beside_seal;  // then one button stands for the tools
    if ((folds ? few : all) <= beside_seal) {
      ImGui::NewLine();
      heading_note(seal);
      ui::tooltip(seal_explained(session));
      ImGui::SameLine();
    }
    const float filter = folds ? std::clamp(room - tools_width(0, true) - px(8), px(80), px(200)) : px(240);
    ui::align_right((open ? tools_width(filter, folds) + px(8) : 0) + ui::control_height());
    if (open) {
      draw_tools(session, filter, empty, folds, actions);
      ImGui::SameLine(0, px(8));
    }
    if (ui::mark_button(open ? "Close the trail" : "Open the trail", open ? Mark::down : Mark::up)) {
      actions.push_back(OpenTrail{!open});
    }
    ui::tooltip(open ? "Show the heading only" : "Show the events");
    return;
  }
  draw_tools(session, ImGui::GetContentRegionAvail().x - tools_width(0, true), empty, true, actions);
}

void Trail::copy(const Session& session, Actions& actions) const {
  TableText table = trail_as_text(session, query_);
  const std::string said = copied_in_words(table);
  actions.push_back(CopyText{std::move(table.text), said});
}

void Trail::draw_tools(const Session& session, float filter_width, bool empty, bool narrow,
                       Actions& actions) {
  ui::field("###Filter", query_.filter, ui::look().touch ? "Filter" : "Filter: DA-7, a name …", filter_width);
  ImGui::BeginDisabled(empty);
  ImGui::SameLine(0, px(8));
  if (narrow) {
    if (ui::button(save_label, ButtonKind::quiet)) ImGui::OpenPopup(save_label);
    if (ImGui::BeginPopup(save_label)) {
      if (ui::option(copy_label, false)) {
        copy(session, actions);
        ImGui::CloseCurrentPopup();
      }
      for (const ExportRow& each : exports()) {
        if (!ui::option(each.label, false)) continue;
        actions.push_back(Export{each.word.data()});
        ImGui::CloseCurrentPopup();
      }
      ImGui::EndPopup();
    }
  } else {
    if (ui::button(copy_label, ButtonKind::quiet)) copy(session, actions);
    ui::tooltip("The events that are shown, as text for a spreadsheet");
    for (const ExportRow& each : exports()) {
      ImGui::SameLine(0, 0);
      if (ui::button(each.label, ButtonKind::quiet)) actions.push_back(Export{each.word.data()});
      ui::tooltip(each.about);
    }
  }
  ImGui::EndDisabled();
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
    draw_headers();
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
          if (ImGui::Selectable(label.c_str(), selected(desk, event), ImGuiSelectableFlags_SpanAllColumns)) {
            select(event, actions);
          }
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
  ui::note(seal_words(session));
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
