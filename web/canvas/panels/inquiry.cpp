#include "web/canvas/panels/inquiry.h"

#include <string>

#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/inquiry_view.h"

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

/// The heading of a set, and beside it its button: to apply it, or to take it back.
void draw_set_heading(const InquiryView& view, std::size_t number, Actions& actions) {
  const InquirySet& set = view.sets[number];
  const bool takes_back = set.applied && view.can_take_back;
  const bool has_button = takes_back || view.can_apply;
  const std::string words = takes_back ? std::string(set_take_back) : set.apply;
  const float kept_free = has_button ? ui::button_width(words) + px(16) : 0;
  ImGui::AlignTextToFramePadding();
  ui::text(set.heading, Role::ink, Face::strong, ImGui::GetContentRegionAvail().x - kept_free);
  if (!has_button) return;
  ImGui::SameLine(0, px(16));
  ui::align_right(ui::button_width(words));
  if (ui::button(with_id(words, takes_back ? "Take back" : "Apply")))
    actions.push_back(Inquire{takes_back ? What::take_back : What::apply, {}, number});
}

void draw_set(const InquiryView& view, std::size_t number, Actions& actions) {
  const InquirySet& set = view.sets[number];
  const std::string name = "Set " + std::to_string(number + 1);
  const platform::NamedScope scope(name);
  ui::gap(4);
  draw_set_heading(view, number, actions);
  if (set.applied) draw_marked(Mark::pass, Role::permit, set_applied);
  for (const std::string& each : set.edits) ui::text(each);
  if (!set.granted.empty()) ui::note(set.granted);
  for (const InquirySet::Effect& each : set.effects) draw_effect(each);
  ui::hairline();
}

void draw_power(const InquiryPower& power) {
  ui::gap(4);
  ui::text(power.heading, Role::ink, Face::strong);
  ui::text(power.why);
  ui::note(power.source);
}

void draw_answer(const Desk& desk, Actions& actions) {
  const InquiryView view = view_inquiry(*desk.inquiry(), *desk.session());
  ui::gap(4);
  ui::heading(view.title);
  if (view.searching) {
    ui::text(view.summary);
    if (ui::button(with_id(inquiry_cancel, "Cancel"))) actions.push_back(Inquire{What::cancel, {}, 0});
    return;
  }
  ui::text(view.summary);
  platform::note("Answer: " + view.summary);
  if (!view.caution.empty()) draw_marked(Mark::outdated, Role::partial, view.caution);
  if (view.can_search_again) {
    if (ui::button(std::string(inquiry_again)))
      actions.push_back(Inquire{What::begin, desk.inquiry()->answer().question, 0});
  }
  for (std::size_t i = 0; i < view.sets.size(); ++i) draw_set(view, i, actions);
  if (!view.left_out.empty()) ui::note(view.left_out);
  for (const InquiryPower& each : view.powers) draw_power(each);
}

}  // namespace

void draw_inquiry(const Desk& desk, const session::Run& run, Actions& actions) {
  if (is_asked_about(desk, run)) draw_answer(desk, actions);
}

void draw_ask_for_record(const Desk& desk, const session::Run& run, policy::Ref<policy::Record> record,
                         Actions& actions) {
  const AskForRecord ask = ask_for_record(desk, run, record);
  if (!ask.instead.empty()) return ui::note(ask.instead);
  if (ask.button.empty()) return;
  if (ui::button(std::string(ask.button))) actions.push_back(Inquire{What::begin, {run.request, record}, 0});
}

}  // namespace ntk::web::panels
