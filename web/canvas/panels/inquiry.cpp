#include "web/canvas/panels/inquiry.h"

#include "web/app/shared_words.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;
using Kind = InquirySet::Effect::Kind;
using What = Inquire::What;

/// A text with its mark before it, wrapped beside the mark.
void draw_marked(Mark mark, Role role, std::string_view words) {
  const float left = ImGui::GetCursorPosX();
  ui::mark(mark, role, 14);
  ImGui::SameLine(0, 0);
  ImGui::SetCursorPosX(left + px(22));
  ui::text(words);
}

void draw_effect(const InquirySet::Effect& effect) {
  const bool good = effect.kind == Kind::better || effect.kind == Kind::goal_met;
  const bool goal = effect.kind == Kind::goal_met || effect.kind == Kind::goal_lost;
  const Mark mark = goal ? (good ? Mark::pass : Mark::fail) : (good ? Mark::permit : Mark::deny);
  draw_marked(mark, good ? Role::permit : Role::deny, effect.words);
}

void draw_set(const InquiryView& view, std::size_t number, Actions& actions) {
  const InquirySet& set = view.sets[number];
  const std::string name = "Set " + std::to_string(number + 1);
  const platform::NamedScope scope(name);
  ui::gap(4);
  ImGui::AlignTextToFramePadding();
  ui::text(std::to_string(number + 1) + "  " + set.heading, Role::ink, Face::strong);
  if (set.applied && view.can_take_back) {
    ImGui::SameLine(0, px(16));
    ui::align_right(ui::button_width("Take back"));
    if (ui::button("Take back")) actions.push_back(Inquire{What::take_back, {}, number});
  } else if (view.can_apply) {
    ImGui::SameLine(0, px(16));
    ui::align_right(ui::button_width("Apply"));
    if (ui::button("Apply")) actions.push_back(Inquire{What::apply, {}, number});
  }
  if (set.applied) draw_marked(Mark::pass, Role::permit, "Applied");
  for (const std::string& each : set.edits) ui::text(each);
  if (!set.granted.empty()) ui::note(set.granted);
  for (const InquirySet::Effect& each : set.effects) draw_effect(each);
  ui::hairline();
}

void draw_power(const InquiryPower& power) {
  ui::gap(4);
  ui::text("Who could turn " + power.rule + ": " + power.who, Role::ink, Face::strong);
  ui::text(power.why);
  ui::note("Source " + power.source);
}

void draw_answer(const Desk& desk, Actions& actions) {
  const InquiryView view = view_inquiry(*desk.inquiry(), *desk.session());
  ui::gap(4);
  ui::heading(view.title);
  if (view.searching) {
    ui::text(view.summary);
    if (ui::button("Cancel")) actions.push_back(Inquire{What::cancel, {}, 0});
    return;
  }
  ui::text(view.summary);
  platform::note("Answer: " + view.summary);
  if (!view.caution.empty()) draw_marked(Mark::outdated, Role::partial, view.caution);
  if (view.can_search_again) {
    if (ui::button("Search again"))
      actions.push_back(Inquire{What::begin, desk.inquiry()->answer().question, 0});
  }
  for (std::size_t i = 0; i < view.sets.size(); ++i) draw_set(view, i, actions);
  if (!view.left_out.empty()) ui::note(view.left_out);
  for (const InquiryPower& each : view.powers) draw_power(each);
}

}  // namespace

bool is_asked_about(const Desk& desk, const session::Run& run) {
  return desk.inquiry() != nullptr && desk.inquiry()->answer().question.request == run.request && !run.vets;
}

void draw_inquiry(const Desk& desk, const session::Run& run, Actions& actions) {
  if (is_asked_about(desk, run)) draw_answer(desk, actions);
}

void draw_ask_for_record(const Desk& desk, const session::Run& run, policy::Ref<policy::Record> record,
                         Actions& actions) {
  if (!shut_because(*desk.session()).empty()) return;
  if (is_asked_about(desk, run) && desk.inquiry()->answer().question.record == record)
    return ui::note("What would show it is said above.");
  if (ui::button("What would show it?")) actions.push_back(Inquire{What::begin, {run.request, record}, 0});
}

}  // namespace ntk::web::panels
