#include "web/canvas/panels/findings.h"

#include <algorithm>

#include "web/app/shared_words.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/text_table.h"
#include "web/view/announcement.h"
#include "web/view/header_view.h"
#include "web/view/work_view.h"

namespace ntk::web::panels {
namespace {

using ui::px;
using ui::Role;

Screen screen_of(FindingsKind kind) {
  return kind == FindingsKind::compare  ? Screen::compare
         : kind == FindingsKind::excess ? Screen::excess
                                        : Screen::check;
}

/// What widgets in the panel are found by.
const char* name_of(FindingsKind kind) {
  return kind == FindingsKind::compare  ? "Compare"
         : kind == FindingsKind::excess ? "Least privilege"
                                        : "Check";
}

/// A part with its heading; the rows that offer something have a button below them.
void draw_part(const FindingPart& part, float width, bool narrow, Actions& actions) {
  ui::gap(8);
  ui::heading(part.title + (part.all > 0 ? " (" + std::to_string(part.all) + ")" : ""));
  if (part.rows.empty()) {
    ui::text(part.empty, Role::muted);
    return;
  }
  std::vector<TextColumn> columns;
  for (const std::string& each : part.columns)
    columns.push_back({each, 1 / static_cast<float>(part.columns.size()), false});
  const TextTable table(columns, width, narrow);
  table.draw_titles();
  std::size_t number = 0;
  for (const Finding& row : part.rows) {
    const std::string name = part.word + ' ' + std::to_string(++number);
    table.draw_row(name, {row.name, row.note, row.cells});
    if (!row.command) continue;
    ui::gap(6);
    if (ui::button("Take it back###Take back " + std::to_string(number))) actions.push_back(*row.command);
  }
  const std::string left_out = left_out_in_words(part);
  if (!left_out.empty()) ui::note(left_out);
}

/// The steps nearest to the one at hand; a list of thousands would help nobody.
constexpr std::size_t most_steps_on_offer = 100;

void draw_steps(const Desk& desk, const Baseline& baseline, Actions& actions) {
  const std::size_t position = desk.position();
  const std::size_t first = position > most_steps_on_offer ? position - most_steps_on_offer : 1;
  for (std::size_t step = first; step <= position; ++step) {
    const bool chosen = baseline.kind == Baseline::Kind::step && baseline.position == step;
    const std::string words = "After step " + std::to_string(step) + ": " +
                              step_in_words(*desk.session(), desk.steps()[step - 1]) + "###Step " +
                              std::to_string(step);
    if (ui::option(words, chosen)) actions.push_back(ChooseBaseline{{Baseline::Kind::step, step, {}, {}}});
  }
}

}  // namespace

void FindingsPanel::draw_baseline(const Desk& desk, float width, Actions& actions) const {
  const FindingsView& view = desk.findings(kind_);
  const Baseline& baseline = view.baseline();
  ui::field_name("My assignment now, against");
  Lines shown;
  add(shown, view.baseline_in_words());
  if (!ui::begin_choice("###Against", shown.front(), width)) return;
  if (ui::option("The lesson as shipped", baseline.kind == Baseline::Kind::shipped))
    actions.push_back(ChooseBaseline{});
  draw_steps(desk, baseline, actions);
  for (const Attempt& each : desk.attempts()) {
    if (each.state != Attempt::State::kept) continue;
    const bool chosen = baseline.kind == Baseline::Kind::commands && baseline.name == each.name;
    if (ui::option("Attempt: " + each.name + "###Attempt " + each.name, chosen))
      actions.push_back(AskPage{"compare", each.id, {}});
    ui::tooltip(about_attempt(each));
  }
  if (ui::option("A file of commands, or a submission …###A file", false))
    actions.push_back(AskPage{"compareFile", {}, {}});
  ui::end_choice();
}

void FindingsPanel::draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) const {
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 1400) / 2);
  const Frame frame(name_of(kind_), at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading(title(screen_of(kind_)));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(OpenView{});
  const std::string_view why = kind_ == FindingsKind::check ? "" : shut_because(*desk.session());
  if (!why.empty()) {
    ui::hairline();
    return empty_state("Nothing to be seen yet.", why);
  }
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  if (kind_ == FindingsKind::compare) draw_baseline(desk, std::min(width, px(480)), actions);
  if (kind_ == FindingsKind::excess)
    ui::note(
        "What is granted beyond what the goals need. Each row of the first table is one edit after which "
        "every goal that is met stays met, and nobody gains a permit.");
  const FindingsView& view = desk.findings(kind_);
  ui::hairline();
  ui::gap(-8);
  const Body body;
  if (view.found()) {
    ui::text(view.found()->summary, Role::ink, ui::Face::strong);
    if (!view.found()->details.empty()) ui::text(view.found()->details);
    for (const FindingPart& each : view.found()->parts) draw_part(each, width, narrow, actions);
  } else if (view.is_working()) {
    if (ui::button("Cancel")) actions.push_back(WorkOut{kind_, true});
    ImGui::SameLine(0, px(12));
    ui::progress_bar(view.progress(), view.progress_in_words());
  } else {
    ui::text(view.invitation(*desk.session()), Role::muted);
    if (ui::button("Work it out")) actions.push_back(WorkOut{kind_});
  }
}

}  // namespace ntk::web::panels
