#include "web/canvas/panels/date_field.h"

#include <imgui_internal.h>

#include <algorithm>

#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"
#include "web/view/field_view.h"

namespace ntk::web::panels {
namespace {

using ui::px;

policy::Date days_later(policy::Date day, int days) {
  return std::min(policy::Date{std::chrono::sys_days{day} + std::chrono::days{days}}, policy::last_date);
}

}  // namespace

DateFields::Draft& DateFields::draft(ImGuiID id) {
  for (Draft& each : drafts_) {
    if (each.id == id) return each;
  }
  return drafts_.emplace_back(Draft{id, {}, false});
}

std::optional<policy::Date> DateFields::edit(std::string_view label, policy::Date current) {
  const platform::NamedScope scope(label);
  std::optional<policy::Date> entered;
  Draft& typed = draft(ImGui::GetID("date"));
  const bool active = ImGui::GetCurrentContext()->ActiveId == ImGui::GetID("###Date");
  if (!active && !typed.faulty) typed.text = policy::to_text(current);
  ImGui::BeginGroup();
  ui::field_name(label);
  if (ui::field("###Date", typed.text, "2016-08-12", px(116))) {
    entered = policy::parse_date(typed.text);
    typed.faulty = !entered;
  }
  ImGui::SameLine(0, px(2));
  if (ui::mark_button("A day earlier", ui::Mark::left)) entered = days_later(current, -1);
  ui::tooltip("A day earlier");
  ImGui::SameLine(0, 0);
  if (ui::mark_button("A day later", ui::Mark::right)) entered = days_later(current, 1);
  ui::tooltip("A day later");
  if (entered) typed.faulty = false;
  if (typed.faulty) ui::note(field_words::no_such_day, ui::Role::deny);
  ImGui::EndGroup();
  return entered == current ? std::nullopt : entered;
}

}  // namespace ntk::web::panels
