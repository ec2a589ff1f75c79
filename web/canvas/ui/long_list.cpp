#include "web/canvas/ui/long_list.h"

#include "web/canvas/ui/look.h"

namespace ntk::web::ui {

void LongList::begin(std::size_t entries) {
  const float width = ImGui::GetContentRegionAvail().x, scale = look().scale;
  usual_ = px(100);
  if (heights_.size() == entries && width_ == width && scale_ == scale) return;
  heights_.assign(entries, 0);
  width_ = width;
  scale_ = scale;
}

bool LongList::passes_over(std::size_t entry) {
  constexpr std::size_t few = 60;
  top_ = ImGui::GetCursorPosY();
  const float height = heights_[entry] > 0 ? heights_[entry] : usual_;
  // The arrow keys go on to what is drawn: so that there always is more of it in their direction.
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool near = ImGui::IsRectVisible({at.x, at.y - px(200)}, {at.x + width_, at.y + height + px(200)});
  if (heights_.size() <= few || near) return false;
  ImGui::Dummy({width_, height - ImGui::GetStyle().ItemSpacing.y});
  return true;
}

void LongList::drawn(std::size_t entry) {
  heights_[entry] = ImGui::GetCursorPosY() - top_;
}

}  // namespace ntk::web::ui
