#include "web/canvas/panels/facts.h"

#include <algorithm>
#include <string>

#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::px;
using ui::Role;

constexpr Face fact_face = Face::small;

/// Where the next fact is drawn, in the width that there is.
class FactLines {
 public:
  FactLines() : from_(ImGui::GetCursorScreenPos()), width_(ImGui::GetContentRegionAvail().x) {}

  void add(const Fact& fact, Role role) {
    const std::string title = fact.title + ":";
    const float beside = ui::text_size(title, fact_face).x + px(5);
    const ImVec2 size = ui::text_size(fact.words, fact_face);
    const bool is_short = size.y < 1.5f * line_ && beside + size.x <= width_;
    if (x_ > 0 && (!is_short || x_ + beside + size.x > width_)) end_line();
    ui::draw_text({from_.x + x_, from_.y + y_}, title, Role::muted, fact_face);
    if (is_short) {
      ui::draw_text({from_.x + x_ + beside, from_.y + y_}, fact.words, role, fact_face);
      x_ += beside + size.x + px(14);
      return;
    }
    // Beside its title, unless that leaves too little room or there is much to read.
    const float rest = width_ - beside;
    const bool fits_beside =
        beside <= width_ / 2 && ui::text_size(fact.words, fact_face, rest).y < 3.5f * line_;
    const float left = fits_beside ? beside : 0, wrap = fits_beside ? rest : width_;
    if (!fits_beside) y_ += line_;
    ui::draw_text({from_.x + left, from_.y + y_}, fact.words, role, fact_face, wrap);
    y_ += ui::text_size(fact.words, fact_face, wrap).y;
  }
  /// Leaves the room of what was drawn.
  void end() {
    if (x_ > 0) end_line();
    ImGui::Dummy({width_, y_});
  }

 private:
  void end_line() {
    x_ = 0;
    y_ += line_;
  }

  ImVec2 from_;
  float width_, line_ = ui::line_height(fact_face);
  float x_ = 0, y_ = 0;
};

}  // namespace

void draw_facts(std::span<const Fact> facts, Role words) {
  if (facts.empty()) return;
  FactLines lines;
  for (const Fact& each : facts) lines.add(each, words);
  lines.end();
}

void draw_meanings(std::span<const ChoiceView> choices) {
  float left = 0;
  for (const ChoiceView& each : choices) {
    if (!each.note.empty()) left = std::max(left, ui::text_size(each.words, fact_face).x + px(10));
  }
  if (left == 0) return;
  ui::gap(-2);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  float y = 0;
  for (const ChoiceView& each : choices) {
    if (each.note.empty()) continue;
    const float wrap = std::max(width - left, px(40));
    ui::draw_text({from.x, from.y + y}, each.words, each.chosen ? Role::ink : Role::muted, fact_face);
    ui::draw_text({from.x + left, from.y + y}, each.note, each.chosen ? Role::ink : Role::muted, fact_face,
                  wrap);
    y += ui::text_size(each.note, fact_face, wrap).y;
  }
  ImGui::Dummy({width, y});
}

}  // namespace ntk::web::panels
