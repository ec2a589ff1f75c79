#include "web/canvas/panels/check_row.h"

#include <algorithm>
#include <string>

#include "sim/policy/explain.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using policy::Basis;
using policy::Check;
using policy::Verdict;
using ui::Face;
using ui::px;
using ui::Role;

constexpr float mark_column = 24;
constexpr float code_column = 48;
constexpr float source_column = 140;

/// Under the page: that not all of the rule is the source's word.
std::string_view basis_words(const Check& check) {
  return check.basis == Basis::source ? "" : "simulator’s reading";
}

/// The rule in the words that are taught, and what of it is ours.
std::string rule_words(const Check& check) {
  std::string words = std::string(check.sentence) + " (" + std::string(check.source) + ")";
  if (check.basis == Basis::partly)
    words += "\nOf this the simulator’s reading: " + std::string(check.reading) + ".";
  if (check.basis == Basis::reading)
    words += "\nThe simulator’s reading: " + std::string(check.reading) + ".";
  return words;
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

void draw_source(const Check& check, ImVec2 at) {
  ui::draw_text(at, "Source " + std::string(check.source), Role::muted, Face::small);
  ui::draw_text({at.x, at.y + ui::line_height(Face::small)}, basis_words(check), Role::muted, Face::small);
}

}  // namespace

void draw_check(const session::Run& run, policy::CheckId id, Verdict verdict,
                std::optional<policy::Ref<policy::Record>> record) {
  const Check& check = policy::check(id);
  const platform::NamedScope scope(check.code);
  const OutcomeStyle outcome = style_of(verdict);
  const std::string sentence = policy::explain(*run.world, run.asked, id, verdict, record);
  const float width = ImGui::GetContentRegionAvail().x;
  const Columns columns(width);
  const float sentence_height = ui::text_size(sentence, Face::regular, columns.sentence_width).y;
  const float beside = ui::line_height(Face::small) * (check.basis == Basis::source ? 1.0f : 2.0f);
  float height = columns.source_beside ? std::max(sentence_height, beside) : sentence_height + beside;

  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("open");
  const bool open = storage->GetBool(key, false);
  const std::string rule = open ? rule_words(check) : std::string();
  if (open) height += px(4) + ui::text_size(rule, Face::small, columns.sentence_width).y;

  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (ui::row("Check", height + px(8), false)) storage->SetBool(key, !open);
  platform::note(std::string(outcome.words));
  const ImVec2 text = {at.x, at.y + px(4)};
  const float middle = text.y + ui::line_height(Face::regular) / 2;
  const bool failed = verdict == Verdict::fail;
  ui::draw_mark(outcome.mark, {text.x + px(10), middle}, px(13), outcome.role);
  ui::draw_text({text.x + px(mark_column), text.y}, check.code, failed ? Role::deny : Role::muted,
                failed ? Face::strong : Face::regular);
  ui::draw_text({text.x + columns.sentence, text.y}, sentence,
                verdict == Verdict::not_applicable ? Role::muted : Role::ink, Face::regular,
                columns.sentence_width);
  const float below = text.y + (columns.source_beside ? px(2) : sentence_height);
  draw_source(check, {text.x + columns.source, below});
  if (open) {
    const float rule_top = text.y + height - ui::text_size(rule, Face::small, columns.sentence_width).y;
    ui::draw_text({text.x + columns.sentence, rule_top}, rule, Role::muted, Face::small,
                  columns.sentence_width);
  }
  ImGui::Dummy({width, height + px(8)});
}

}  // namespace ntk::web::panels
