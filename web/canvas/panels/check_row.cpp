#include "web/canvas/panels/check_row.h"

#include <algorithm>
#include <array>

#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using policy::Verdict;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

constexpr float mark_column = 24;
constexpr float code_column = 48;
constexpr float source_column = 160;

struct Sign {
  Mark mark;
  Role role;
};

Sign sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return {Mark::pass, Role::permit};
    case Verdict::fail:
      return {Mark::fail, Role::deny};
    case Verdict::not_applicable:
      break;
  }
  return {Mark::not_applicable, Role::muted};
}

/// Where everything in the row stands, from its left edge.
struct Columns {
  float sentence, sentence_width, source;
  bool source_beside;

  explicit Columns(float width) {
    sentence = px(mark_column + code_column);
    source_beside = width > px(460);
    source = source_beside ? width - px(source_column) : sentence;
    sentence_width = (source_beside ? source - px(12) : width) - sentence;
  }
};

/// How the check came out, and where it is written.
void draw_source(const WhyCheck& check, ImVec2 at) {
  const bool failed = check.verdict == Verdict::fail;
  ui::draw_text(at, check.verdict_words, failed ? Role::deny : Role::muted, Face::small);
  const float beside = ui::text_size(check.verdict_words, Face::small).x + px(8);
  ui::draw_text({at.x + beside, at.y}, check.source, Role::muted, Face::small);
  if (check.reading_title.empty()) return;
  ui::draw_text({at.x, at.y + ui::line_height(Face::small)}, check.reading_title, Role::muted, Face::small);
}

/// Under the sentence, once the row is open: the rule, what of it is a reading, and its model.
struct Rule {
  const WhyCheck& check;
  float width;

  float height_of(std::string_view words) const {
    return words.empty() ? 0 : px(4) + ui::text_size(words, Face::small, width).y;
  }
  std::array<std::string_view, 3> lines() const { return {check.rule, check.reading, check.model}; }
  float height() const {
    float sum = 0;
    for (const std::string_view each : lines()) sum += height_of(each);
    return sum;
  }

  void draw(ImVec2 at) const {
    for (const std::string_view each : lines()) {
      if (each.empty()) continue;
      ui::draw_text({at.x, at.y + px(4)}, each, Role::muted, Face::small, width);
      at.y += height_of(each);
    }
  }
};

}  // namespace

void draw_check(const WhyCheck& check, bool rules_shown) {
  const platform::NamedScope scope(check.code);
  const Sign sign = sign_of(check.verdict);
  const float width = ImGui::GetContentRegionAvail().x;
  const Columns columns(width);
  const float sentence_height = ui::text_size(check.words, Face::regular, columns.sentence_width).y;
  const float beside = ui::line_height(Face::small) * (check.reading_title.empty() ? 1.0f : 2.0f);
  const float closed = columns.source_beside ? std::max(sentence_height, beside) : sentence_height + beside;
  const Rule rule{check, columns.sentence_width};

  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID(rules_shown ? "closed again" : "open");
  const bool pressed = storage->GetBool(key, false);
  const bool open = pressed != rules_shown;
  const float height = closed + (open ? rule.height() : 0);

  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (ui::row("Check", height + px(8), false)) storage->SetBool(key, !pressed);
  platform::note(check.verdict_words);
  const ImVec2 text = {at.x, at.y + px(4)};
  const float middle = text.y + ui::line_height(Face::regular) / 2;
  const bool failed = check.verdict == Verdict::fail;
  ui::draw_mark(sign.mark, {text.x + px(10), middle}, px(13), sign.role);
  ui::draw_text({text.x + px(mark_column), text.y}, check.code, failed ? Role::deny : Role::muted,
                failed ? Face::strong : Face::regular);
  ui::draw_text({text.x + columns.sentence, text.y}, check.words,
                check.verdict == Verdict::not_applicable ? Role::muted : Role::ink, Face::regular,
                columns.sentence_width);
  draw_source(check, {text.x + columns.source, text.y + (columns.source_beside ? px(2) : sentence_height)});
  if (open) rule.draw({text.x + columns.sentence, text.y + closed});
  ImGui::Dummy({width, height + px(8)});
}

}  // namespace ntk::web::panels
