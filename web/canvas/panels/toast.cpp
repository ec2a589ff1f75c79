#include "web/canvas/panels/toast.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "web/canvas/panels/panel.h"
#include "web/view/announcement.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

/// A box at the foot of the page. The caller ends it.
void begin_toast(const char* name, const Rectangle& over, Role ground, Role edge) {
  const float width = std::min(over.width - px(32), px(560));
  ImGui::SetNextWindowPos({over.x + over.width / 2, over.y + over.height - px(16)}, 0, {0.5f, 1});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, FLT_MAX});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ui::colour_value(ground));
  ImGui::PushStyleColor(ImGuiCol_Border, ui::colour_value(edge));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(2);
}

/// Words with a mark before and buttons of a given width after them.
void draw_words(Mark mark, Role role, std::string_view words, std::string_view help, float buttons) {
  ui::mark(mark, role, 17);
  ImGui::SameLine();
  ImGui::BeginGroup();
  const float width = ImGui::GetContentRegionAvail().x - buttons - px(12);
  ui::text(words, Role::ink, Face::strong, width);
  if (!help.empty()) ui::text(help, Role::ink, Face::regular, width);
  ImGui::EndGroup();
  ImGui::SameLine();
  ui::align_right(buttons);
}

}  // namespace

void draw_toast(const Toast& toast, const Rectangle& over, Actions& actions) {
  const bool refused = toast.kind == Toast::Kind::refused;
  const Role role = refused ? Role::deny : Role::permit;
  begin_toast("Notice", over, refused ? Role::deny_soft : Role::permit_soft, role);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  draw_words(refused ? Mark::deny : Mark::permit, role, as_sentence(toast.message), as_sentence(toast.help),
             ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(DismissNotice{});
  ImGui::End();
}

namespace {

constexpr float strip_padding = 8;

float strip_buttons() {
  return ui::button_width(show_diagnostics) + px(8) + ui::button_width(dismiss_diagnostics);
}

/// Of a strip that is so wide, what the words have beside the mark, and beside the buttons unless these stand below.
struct StripLayout {
  float words = 0;
  bool buttons_below = false;

  explicit StripLayout(float width) {
    const float room = width - px(2 * 16) - px(17 + 8);
    buttons_below = room - strip_buttons() < px(200);
    words = buttons_below ? room : room - strip_buttons() - px(12);
  }
};

float words_height(const DiagnosticsView& found, const StripLayout& layout) {
  return ui::text_size(found.title, Face::strong, layout.words).y;
}

}  // namespace

float warnings_height(const DiagnosticsView& found, float width) {
  const StripLayout layout(width);
  const float words = words_height(found, layout), buttons = ui::control_height();
  const float inside =
      layout.buttons_below ? words + ImGui::GetStyle().ItemSpacing.y + buttons : std::max(words, buttons);
  return std::round(inside + px(2 * strip_padding));
}

void draw_warnings(const DiagnosticsView& found, const Rectangle& at, Actions& actions) {
  const Frame frame("Warnings", at, Role::partial_soft, {16, strip_padding});
  edge_line({at.x, at.y, at.width, 1});
  const StripLayout layout(at.width);
  ui::mark(Mark::outdated, Role::partial, 17, layout.buttons_below ? 0 : ui::control_height());
  ImGui::SameLine(0, px(8));
  if (!layout.buttons_below) ImGui::AlignTextToFramePadding();
  ui::text(found.title, Role::ink, Face::strong, layout.words);
  if (!layout.buttons_below) {
    ImGui::SameLine();
    ui::align_right(strip_buttons());
  }
  if (ui::button(std::string(show_diagnostics))) actions.push_back(ShowDiagnostics{});
  ImGui::SameLine(0, px(8));
  if (ui::button(std::string(dismiss_diagnostics))) actions.push_back(DismissDiagnostics{});
}

}  // namespace ntk::web::panels
