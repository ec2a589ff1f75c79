#include "web/canvas/ui/control.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::ui {
namespace {

ImVec2 middle(ImVec2 a, ImVec2 b) {
  return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

void fill_control(const Hit& on, Role role, float rounding) {
  ImGui::GetWindowDrawList()->AddRectFilled(on.min, on.max, colour(role), rounding);
}
void outline(const Hit& on, Role role, float rounding, float width = 1) {
  ImGui::GetWindowDrawList()->AddRect(on.min, on.max, colour(role), rounding, 0, width);
}

/// Around what cannot be pressed: told by its shape too, where colours are few.
void dashed_outline(const Hit& on, Role role, float rounding) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 ink = colour(role);
  const float dash = px(4), step = px(7);
  const ImVec2 least = {on.min.x + 0.5f, on.min.y + 0.5f}, most = {on.max.x - 0.5f, on.max.y - 0.5f};
  for (float x = least.x + rounding; x < most.x - rounding; x += step) {
    const float end = std::min(x + dash, most.x - rounding);
    list->AddLine({x, least.y}, {end, least.y}, ink);
    list->AddLine({x, most.y}, {end, most.y}, ink);
  }
  for (float y = least.y + rounding; y < most.y - rounding; y += step) {
    const float end = std::min(y + dash, most.y - rounding);
    list->AddLine({least.x, y}, {least.x, end}, ink);
    list->AddLine({most.x, y}, {most.x, end}, ink);
  }
}

void centred(const Hit& on, std::string_view words, Role role, Face face) {
  const ImVec2 size = text_size(words, face);
  const ImVec2 centre = middle(on.min, on.max);
  draw_text({std::round(centre.x - size.x / 2), std::round(centre.y - size.y / 2)}, words, role, face);
}

Ticked ticked_as(bool on) {
  return on ? Ticked::on : Ticked::off;
}

/// A box or a circle with its label: the line that check and radio share.
Hit tickable(Label label, bool ticked, float width, ImVec2& centre) {
  const std::string_view words = shown(label);
  const float side = px(18), space = px(8);
  const float wrap = (width > 0 ? width : ImGui::GetContentRegionAvail().x) - side - space;
  const ImVec2 size = text_size(words, Face::regular, std::max(wrap, px(40)));
  const float line = line_height(Face::regular);
  const float padding = std::round((look().touch ? control_height() - line : px(6)) / 2);
  const Hit on = hit(label, {side + space + size.x, size.y + 2 * padding}, ticked_as(ticked));
  if (!on.visible) return on;
  centre = {on.min.x + side / 2, on.min.y + padding + line / 2};
  draw_text({on.min.x + side + space, on.min.y + padding}, words, on.enabled ? Role::ink : Role::muted,
            Face::regular, std::max(wrap, px(40)));
  return on;
}

}  // namespace

std::string_view shown(Label label) {
  return {label.text, static_cast<std::size_t>(ImGui::FindRenderedTextEnd(label.text) - label.text)};
}

Hit hit(Label label, ImVec2 size, Ticked ticked) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  Hit on;
  if (window->SkipItems) return on;
  const ImGuiID id = window->GetID(label.text);
  const ImVec2 at = window->DC.CursorPos;
  const ImRect box(at, {at.x + std::round(size.x), at.y + std::round(size.y)});
  ImGui::ItemSize(box.GetSize());
  on.min = box.Min;
  on.max = box.Max;
  const bool in_sight = ImGui::ItemAdd(box, id);
  ImGuiItemStatusFlags status = g.LastItemData.StatusFlags;
  if (ticked != Ticked::neither) status |= ImGuiItemStatusFlags_Checkable;
  if (ticked == Ticked::on) status |= ImGuiItemStatusFlags_Checked;
  IMGUI_TEST_ENGINE_ITEM_INFO(id, label.text, status);
  on.enabled = (g.LastItemData.ItemFlags & ImGuiItemFlags_Disabled) == 0;
  // The widget map keeps texts that are scrolled out of sight too, so then they are drawn, and clipped.
  on.visible = in_sight || platform::is_recording();
  if (!in_sight) return on;
  on.pressed = ImGui::ButtonBehavior(box, id, &on.hovered, &on.held);
  if (on.hovered && on.enabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImGui::RenderNavCursor(box, id);
  return on;
}

float button_width(std::string_view words) {
  return text_size(words, Face::strong).x + px(24);
}

bool button(Label label, ButtonKind kind, float width) {
  const std::string_view words = shown(label);
  const Face face = kind == ButtonKind::quiet ? Face::regular : Face::strong;
  const float own_width = kind == ButtonKind::quiet ? text_size(words, face).x + px(16) : button_width(words);
  const Hit on = hit(label, {width > 0 ? width : own_width, control_height()});
  if (!on.visible) return false;
  Role words_in = Role::ink;
  if (!on.enabled) {
    if (kind != ButtonKind::quiet) dashed_outline(on, Role::line, px(6));
    words_in = Role::muted;
  } else if (kind == ButtonKind::primary) {
    fill_control(on, on.hovered ? Role::accent_held : Role::accent, px(6));
    words_in = Role::on_accent;
  } else if (kind == ButtonKind::secondary) {
    fill_control(on, on.held ? Role::accent_soft : on.hovered ? Role::band : Role::sheet, px(6));
    outline(on, Role::edge, px(6));
  } else {
    if (on.hovered) fill_control(on, on.held ? Role::accent_soft : Role::band, px(6));
    words_in = Role::accent;
  }
  centred(on, words, words_in, face);
  return on.pressed;
}

bool mark_button(Label label, Mark mark) {
  const Hit on = hit(label, {control_height(), control_height()});
  if (!on.visible) return false;
  if (on.hovered) fill_control(on, on.held ? Role::accent_soft : Role::band, px(6));
  draw_mark(mark, middle(on.min, on.max), px(12), on.enabled ? Role::ink : Role::muted);
  return on.pressed;
}

bool check(Label label, bool ticked, float width) {
  ImVec2 centre;
  const Hit on = tickable(label, ticked, width, centre);
  if (!on.visible) return false;
  const float half = px(9);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 from = {std::round(centre.x - half), std::round(centre.y - half)};
  const ImVec2 to = {from.x + 2 * half, from.y + 2 * half};
  const bool filled = ticked && on.enabled;
  list->AddRectFilled(from, to,
                      colour(filled                     ? Role::accent
                             : on.hovered && on.enabled ? Role::band
                                                        : Role::sheet),
                      px(4));
  if (!filled) list->AddRect(from, to, colour(on.enabled ? Role::edge : Role::line), px(4));
  if (ticked) draw_mark(Mark::pass, middle(from, to), px(12), filled ? Role::on_accent : Role::muted);
  return on.pressed;
}

bool radio(Label label, bool chosen, float width) {
  ImVec2 centre;
  const Hit on = tickable(label, chosen, width, centre);
  if (!on.visible) return false;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddCircleFilled(centre, px(9), colour(on.hovered && on.enabled ? Role::band : Role::sheet));
  const Role ring = !on.enabled ? Role::line : chosen ? Role::accent : Role::edge;
  list->AddCircle(centre, px(8.5f), colour(ring), 0, chosen ? px(2) : 1);
  if (chosen) list->AddCircleFilled(centre, px(4.5f), colour(on.enabled ? Role::accent : Role::muted));
  return on.pressed;
}

bool segment(Label label, bool chosen, bool first, bool last) {
  const std::string_view words = shown(label);
  if (!first) {
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - 1);  // they share a border
  }
  const Hit on =
      hit(label,
          {std::max(text_size(words, Face::strong).x + px(24), control_height() * 1.25f), control_height()},
          ticked_as(chosen));
  if (!on.visible) return false;
  ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
  if (first) corners |= ImDrawFlags_RoundCornersLeft;
  if (last) corners |= ImDrawFlags_RoundCornersRight;
  if (first || last) corners &= ~ImDrawFlags_RoundCornersNone;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Role ground = chosen ? Role::accent : on.hovered && on.enabled ? Role::band : Role::sheet;
  list->AddRectFilled(on.min, on.max, colour(ground), px(6), corners);
  list->AddRect(on.min, on.max, colour(chosen ? Role::accent : Role::edge), px(6), corners);
  const Role words_in = chosen ? Role::on_accent : on.enabled ? Role::ink : Role::muted;
  centred(on, words, words_in, chosen ? Face::strong : Face::regular);
  return on.pressed;
}

float tab_width(std::string_view words, int count) {
  const float number = count > 0 ? text_size(std::to_string(count), Face::small).x + px(6) : 0;
  return text_size(words, Face::strong).x + number;
}

bool tab(Label label, bool chosen, int count) {
  const std::string_view words = shown(label);
  const Hit on = hit(label, {tab_width(words, count), control_height()}, ticked_as(chosen));
  if (!on.visible) return false;
  const float top = std::round((on.min.y + on.max.y - line_height(Face::regular)) / 2);
  draw_text({on.min.x, top}, words, chosen || on.hovered ? Role::ink : Role::muted,
            chosen ? Face::strong : Face::regular);
  if (count > 0) {
    const float beside = text_size(words, chosen ? Face::strong : Face::regular).x + px(5);
    draw_text({on.min.x + beside, top + px(1)}, std::to_string(count), chosen ? Role::accent : Role::muted,
              Face::small);
  }
  if (chosen) {
    const float bottom = on.max.y + px(4);  // on the hairline below
    ImGui::GetWindowDrawList()->AddRectFilled({on.min.x, bottom - px(1)}, {on.max.x, bottom + px(1)},
                                              colour(Role::accent), px(1));
  }
  return on.pressed;
}

bool disclosure(Label label, bool open) {
  const std::string_view words = shown(label);
  const float wrap = ImGui::GetContentRegionAvail().x - px(20);
  const float height =
      std::max(text_size(words, Face::strong, wrap).y, look().touch ? control_height() : px(28));
  const Hit on = hit(label, {ImGui::GetContentRegionAvail().x, height});
  if (!on.visible) return false;
  ImGuiContext& g = *ImGui::GetCurrentContext();
  IMGUI_TEST_ENGINE_ITEM_INFO(
      g.LastItemData.ID, label.text,
      g.LastItemData.StatusFlags | ImGuiItemStatusFlags_Openable | (open ? ImGuiItemStatusFlags_Opened : 0));
  const float middle_y = (on.min.y + on.max.y) / 2;
  draw_mark(open ? Mark::down : Mark::right, {on.min.x + px(6), middle_y}, px(10),
            on.hovered ? Role::accent : Role::muted);
  draw_text({on.min.x + px(20), std::round(middle_y - text_size(words, Face::strong, wrap).y / 2)}, words,
            on.hovered ? Role::accent : Role::ink, Face::strong, wrap);
  return on.pressed;
}

bool begin_choice(Label label, std::string_view preview, float width) {
  const Hit on = hit(label, {width, control_height()});
  const ImGuiID popup = ImHashStr("list", 0, ImGui::GetCurrentWindow()->GetID(label.text));
  if (on.pressed) ImGui::OpenPopupEx(popup);
  const bool open = ImGui::IsPopupOpen(popup, 0);
  if (on.visible) {
    fill_control(on, on.enabled && on.hovered ? Role::band : Role::sheet, px(6));
    outline(on, open ? Role::accent : on.enabled ? Role::edge : Role::line, px(6));
    const float middle_y = (on.min.y + on.max.y) / 2;
    draw_text_cut({on.min.x + px(10), std::round(middle_y - line_height(Face::regular) / 2)}, width - px(36),
                  preview, on.enabled ? Role::ink : Role::muted, Face::regular);
    draw_mark(Mark::down, {on.max.x - px(15), middle_y}, px(10), Role::muted);
  }
  if (!open) return false;
  ImGui::SetNextWindowSizeConstraints({width, 0}, {FLT_MAX, px(420)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(6), px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(6), px(6)});  // which a list takes for its own
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const bool began = ImGui::BeginComboPopup(popup, {on.min, on.max}, ImGuiComboFlags_HeightLargest);
  if (!began) ImGui::PopStyleVar(3);
  return began;
}

bool option(Label label, bool chosen) {
  // As wide as its words, but no wider than is read at a glance: then they are wrapped.
  const float widest = std::min(ImGui::GetIO().DisplaySize.x - px(40), px(520));
  const float width = std::max(ImGui::GetContentRegionAvail().x,
                               std::min(text_size(shown(label), Face::regular).x + px(36), widest));
  const float text_width = width - px(32), line = line_height(Face::regular);
  const ImVec2 text = text_size(shown(label), chosen ? Face::strong : Face::regular, text_width);
  const float height = (look().touch ? control_height() : px(30)) + std::max(text.y - line, 0.0f);
  const Hit on = hit(label, {width, height});
  if (chosen && ImGui::IsWindowAppearing()) ImGui::SetItemDefaultFocus();
  if (!on.visible) return false;
  if (on.hovered) fill_control(on, Role::band, px(4));
  const float middle_y = (on.min.y + on.max.y) / 2;
  if (chosen) draw_mark(Mark::pass, {on.min.x + px(12), middle_y}, px(11), Role::accent);
  draw_text({on.min.x + px(26), std::round(middle_y - text.y / 2)}, shown(label),
            on.enabled ? Role::ink : Role::muted, chosen ? Face::strong : Face::regular, text_width);
  if (on.pressed) ImGui::CloseCurrentPopup();
  return on.pressed;
}

void end_choice() {
  ImGui::EndCombo();
  ImGui::PopStyleVar(3);
}

namespace {

int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    std::string& text = *static_cast<std::string*>(data->UserData);
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
  }
  return 0;
}

}  // namespace

bool field(Label label, std::string& text, const char* hint, float width) {
  ImGui::SetNextItemWidth(width);
  ImGui::InputTextWithHint(label.text, hint, text.data(), text.capacity() + 1,
                           ImGuiInputTextFlags_CallbackResize, grow, &text);
  return ImGui::IsItemDeactivatedAfterEdit();
}

bool row(Label label, float height, bool chosen, float kept_free) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  Hit on = hit(label, {width - kept_free, height});
  if (on.visible && (chosen || on.hovered)) {
    on.max.x = from.x + width;
    fill_control(on, chosen ? Role::accent_soft : Role::band, px(6));
    if (chosen) {
      ImGui::GetWindowDrawList()->AddRectFilled(on.min, {on.min.x + px(3), on.max.y}, colour(Role::accent),
                                                px(2));
    }
  }
  ImGui::SetCursorScreenPos(from);
  return on.pressed;
}

float badge_width(std::string_view words) {
  return text_size(words, Face::strong).x + px(36);
}

void progress_bar(int percent, std::string_view words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = px(120), height = px(8), top = std::round(at.y + (control_height() - height) / 2);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({at.x, top}, {at.x + width * static_cast<float>(percent) / 100, top + height},
                      colour(Role::accent), px(4));
  list->AddRect({at.x, top}, {at.x + width, top + height}, colour(Role::edge), px(4));
  ImGui::Dummy({width, control_height()});
  ImGui::SameLine(0, px(12));
  ImGui::AlignTextToFramePadding();
  text(words, Role::muted);
}

void badge(Mark mark, std::string_view words, Role role, Role ground) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = px(28), width = badge_width(words);
  ImGui::Dummy({width, height});
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, colour(ground), height / 2);
  draw_mark(mark, {at.x + px(15), at.y + height / 2}, px(16), role, ground);
  draw_text({at.x + px(28), std::round(at.y + (height - line_height(Face::strong)) / 2)}, words, role,
            Face::strong);
}

void tooltip(std::string_view words) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(10), px(6)});
  if (ImGui::BeginTooltip()) {
    text(words, Role::ink, Face::small, std::min(px(320), text_size(words, Face::small).x + 1));
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

void align_right(float width) {
  const float free = ImGui::GetContentRegionAvail().x - width;
  if (free > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
}

}  // namespace ntk::web::ui
