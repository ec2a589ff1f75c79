#include "web/canvas/app.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "web/app/shared_words.h"
#include "web/canvas/page_calls.h"
#include "web/canvas/panels/bar.h"
#include "web/canvas/panels/diagnostics.h"
#include "web/canvas/panels/header.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/toast.h"
#include "web/canvas/panels/welcome.h"
#include "web/view/announcement.h"
#include "web/view/inquiry_view.h"
#include "web/view/work_view.h"

namespace ntk::web {

using panels::Actions;
using panels::View;
using ui::Theme;

namespace {

constexpr const char* theme_key = "need-to-know.theme";
constexpr const char* scale_key = "need-to-know.text-size";
constexpr const char* trail_key = "need-to-know.trail";
constexpr const char* student_key = "need-to-know.student";
/// Of a frame, in milliseconds, while what would change a decision is searched: the rest is for drawing.
constexpr double search_slice = 8;
constexpr const char* projector_key = "need-to-know.projector";
constexpr float projector_scale = 1.6f;

/// The panel that each view leads to.
constexpr const char* view_names[] = {"Requests", "Catalogue",       "Calendar", "Your work", "Access matrix",
                                      "Compare",  "Least privilege", "Check",    "Lab"};
/// How long of a frame the access matrix may take while it is being computed.
constexpr double compute_milliseconds = 3;
/// How often it is looked whether the rest of the page has arrived, where something waits for it.
constexpr double milliseconds_between_looks = 100;
constexpr const char* panel_names[panel_count] = {"Brief", "Assign", "Requests", "Why", "Trail"};

Theme theme_of(const platform::Preferences& preferences) {
  if (preferences.high_contrast) return Theme::contrast;
  return preferences.dark ? Theme::dark : Theme::light;
}

std::optional<Theme> theme_called(std::string_view name) {
  for (std::size_t i = 0; i < ui::theme_count; ++i) {
    if (word(static_cast<Theme>(i)) == name) return static_cast<Theme>(i);
  }
  return std::nullopt;
}

bool fits_a_finger(float width, float scale) {
  return width < 700 * scale;
}

}  // namespace

App::App(Desk& desk) : desk_(desk) {
  restore_settings();
  panels::focus_panel("Requests");
}

void App::restore_settings() {
  theme_ = theme_called(page::setting(theme_key));
  const float scale = std::strtof(page::setting(scale_key).c_str(), nullptr);
  if (scale > 0) platform::set_text_scale(scale);
  trail_open_ = page::setting(trail_key) != "closed";
  if (page::setting(projector_key) == "on") perform(panels::ChooseProjector{true});
}

void App::restyle(float text_scale, const platform::Preferences& preferences) {
  const float width = ImGui::GetIO().DisplaySize.x;
  ui::use_look(
      {theme_.value_or(theme_of(preferences)), text_scale, projector_ || fits_a_finger(width, text_scale)});
}

bool App::wants_large_controls() const {
  return projector_ || fits_a_finger(ImGui::GetIO().DisplaySize.x, ui::look().scale);
}

void App::use_theme(std::string_view word) {
  theme_ = theme_called(word);
  restyle(ui::look().scale, platform::preferences());
  platform::request_frame();
}

bool App::takes_key(ImGuiKeyChord chord) {
  return chord == (ImGuiMod_Ctrl | ImGuiKey_Z) || chord == (ImGuiMod_Ctrl | ImGuiKey_Y) ||
         chord == (ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
}

void App::read_keys(Actions& actions) {
  if (ImGui::GetIO().WantTextInput) return;
  const bool inner = view_ == View::matrix && matrix_.takes_escape();
  if (view_ != View::desk && !inner && ImGui::IsKeyPressed(ImGuiKey_Escape) &&
      !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
    actions.push_back(panels::OpenView{});
  if (desk_.session() == nullptr) return;
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z)) actions.push_back(panels::Undo{});
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Y) ||
      ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z)) {
    actions.push_back(panels::Redo{});
  }
  for (std::size_t i = 0; i < panel_count; ++i) {
    if (!ImGui::IsKeyChordPressed(static_cast<ImGuiKeyChord>(ImGuiKey_1) + static_cast<int>(i))) continue;
    actions.push_back(panels::ShowPanel{static_cast<Panel>(i)});
    panels::focus_panel(panel_names[i]);
  }
}

void App::draw() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float scale = ui::look().scale;
  if (ui::look().touch != wants_large_controls()) restyle(scale, platform::preferences());
  if (session_seen_ != desk_.sessions_begun()) {
    session_seen_ = desk_.sessions_begun();
    shown_ = Panel::brief;
    shows_warnings_ = false;
    view_ = View::desk;
  }
  const bool recorded = desk_.session() != nullptr && !desk_.session()->runs().empty();
  refresh_diagnostics();
  const bool warns = !diagnostics_.rows.empty() && !shows_diagnostics();
  strip_ = warns ? panels::warnings_height(diagnostics_, size.x) : 0;
  layout_ = arrange(size.x, size.y - strip_, scale, shares_, shown_, trail_open_ && recorded, projector_);
  Actions actions;
  read_keys(actions);
  if (desk_.session() != nullptr) compute();
  panels::draw_header(desk_, layout_.header, {theme_, platform::text_scale(), view_, projector_}, actions);
  draw_content(actions);
  draw_toasts(actions);
  draw_spotlight();
  perform_all(actions);
  if (!actions.empty()) platform::request_frame();
  if (desk_.session() != nullptr && search()) platform::request_working_frame();
}

void App::perform_all(Actions& actions) {
  if (actions.empty() && waiting_.empty()) return;
  if (page::is_arriving()) {
    if (!actions.empty()) desk_.say(Toast::Kind::done, "One moment: the rest of the page is still arriving.");
    std::move(actions.begin(), actions.end(), std::back_inserter(waiting_));
    return platform::request_frame_in(milliseconds_between_looks);
  }
  actions.insert(actions.begin(), std::make_move_iterator(waiting_.begin()),
                 std::make_move_iterator(waiting_.end()));
  if (!waiting_.empty()) notice_dismissed_ = true;
  waiting_.clear();
  for (const panels::Action& action : actions) perform(action);
}

void App::perform(const panels::Action& action) {
  std::visit([this](const auto& asked) { perform(asked); }, action);
}

/// What the open view shows and takes time: the matrix, and the findings of a large lesson, a part of it in
/// each frame.
void App::compute() {
  const session::Session* session = desk_.session();
  if (view_ == View::check) return work_out(FindingsKind::check);
  if (!shut_because(*session).empty()) return;
  if (view_ == View::matrix || view_ == View::compare || view_ == View::excess || view_ == View::calendar ||
      view_ == View::lab)
    desk_.look();
  if (view_ == View::matrix) {
    desk_.matrix().follow(*session, desk_.sessions_begun());
    if (desk_.matrix().step(compute_milliseconds)) platform::request_working_frame();
  }
  if (view_ == View::compare) work_out(FindingsKind::compare);
  if (view_ == View::excess) work_out(FindingsKind::excess);
}

void App::work_out(FindingsKind kind) {
  const session::Session* session = desk_.session();
  FindingsView& view = desk_.findings(kind);
  view.follow(*session, desk_.sessions_begun());
  if (view.work(*session, desk_.steps(), compute_milliseconds)) desk_.touch();
  if (view.is_working()) platform::request_working_frame();
}

bool App::search() {
  const Inquiry* inquiry = desk_.inquiry();
  if (inquiry == nullptr || inquiry->state() != Inquiry::State::searching) return false;
  if (desk_.go_on_inquiring(search_slice)) return true;
  page::tell(true, end_in_words(*inquiry));
  return false;
}

void App::refresh_diagnostics() {
  if (diagnostics_fresh_at_ == desk_.revision()) return;
  diagnostics_fresh_at_ = desk_.revision();
  diagnostics_ = desk_.diagnostics().empty() ? DiagnosticsView() : view_diagnostics(desk_);
}

bool App::shows_diagnostics() const {
  return !diagnostics_.rows.empty() && (shows_warnings_ || !diagnostics_.is_loaded);
}

void App::draw_content(Actions& actions) {
  const bool phone = fits_a_finger(ImGui::GetIO().DisplaySize.x, ui::look().scale);
  Rectangle at = layout_.body;
  at.height += layout_.arrangement == Arrangement::phone ? layout_.bar.height : 0;
  if (is_home()) {
    panels::draw_welcome(desk_, at, actions);
  } else {
    draw_view(at, phone, actions);
  }
}

bool App::is_home() const {
  return desk_.session() == nullptr && !shows_diagnostics() && view_ != View::catalogue &&
         view_ != View::work;
}

void App::draw_view(const Rectangle& at, bool phone, Actions& actions) {
  if (shows_diagnostics()) {
    panels::draw_diagnostics(desk_, diagnostics_, at, actions);
  } else if (view_ == View::catalogue) {
    catalogue_.draw(at, phone, actions);
  } else if (view_ == View::work) {
    work_.draw(desk_, at, phone, actions);
  } else {
    draw_view_of_lesson(at, phone, actions);
  }
}

void App::draw_view_of_lesson(const Rectangle& at, bool phone, Actions& actions) {
  const bool only_the_trail = desk_.session()->conceals();
  const bool tells_values = view_ == View::matrix || view_ == View::compare || view_ == View::excess;
  switch (only_the_trail && tells_values ? View::desk : view_) {
    case View::calendar:
      return calendar_.draw(desk_, at, phone, actions);
    case View::matrix:
      return matrix_.draw(desk_, at, phone, actions);
    case View::compare:
      return comparison_.draw(desk_, at, phone, actions);
    case View::excess:
      return excess_.draw(desk_, at, phone, actions);
    case View::check:
      return check_.draw(desk_, at, phone, actions);
    case View::lab:
      return lab_.draw(desk_, at, phone, actions);
    case View::desk:
    case View::catalogue:  // these two are drawn above
    case View::work:
      break;
  }
  draw_panels(actions);
}

void App::draw_panels(Actions& actions) {
  const bool phone = fits_a_finger(ImGui::GetIO().DisplaySize.x, ui::look().scale);
  if (!layout_[Panel::brief].empty()) brief_.draw(desk_, layout_[Panel::brief], actions);
  if (!layout_[Panel::assign].empty()) assign_.draw(desk_, layout_[Panel::assign], actions);
  if (!layout_[Panel::requests].empty()) requests_.draw(desk_, layout_[Panel::requests], actions);
  if (!layout_[Panel::why].empty()) why_.draw(desk_, layout_[Panel::why], actions);
  if (!layout_[Panel::trail].empty()) {
    const bool open = trail_open_ && !desk_.session()->runs().empty();
    trail_.draw(desk_, layout_[Panel::trail], open, phone, actions);
  }
  if (!layout_.bar.empty()) panels::draw_bar(layout_, shown_, actions);
  for (std::size_t i = 0; i < layout_.dividers.size(); ++i)
    draw_divider(layout_.dividers[i], static_cast<int>(i));
}

void App::draw_divider(const Divider& divider, int number) {
  const Rectangle& at = divider.at;
  ImGui::SetNextWindowPos({at.x, at.y});
  ImGui::SetNextWindowSize({at.width, at.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin(("Divider " + std::to_string(number)).c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoFocusOnAppearing |
                   (divider.share == nullptr ? ImGuiWindowFlags_NoInputs : 0));
  ImGui::PopStyleVar();
  bool held = false;
  if (divider.share != nullptr) {
    ImGui::InvisibleButton("Drag", {at.width, at.height});
    held = ImGui::IsItemActive() || ImGui::IsItemHovered();
    if (held) ImGui::SetMouseCursor(divider.upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    if (ImGui::IsItemActive()) {
      const ImVec2 moved = ImGui::GetIO().MouseDelta;
      float& share = shares_.*divider.share;
      share = std::clamp(share + (divider.upright ? moved.x : moved.y) * divider.per_pixel, 0.1f, 0.9f);
    }
  }
  const float width = held ? 3.0f : 1.0f;
  const ImVec2 middle = {std::floor(at.x + at.width / 2), std::floor(at.y + at.height / 2)};
  const ImVec2 from = divider.upright ? ImVec2{middle.x, at.y} : ImVec2{at.x, middle.y};
  const ImVec2 to = divider.upright ? ImVec2{middle.x + width, at.y + at.height}
                                    : ImVec2{at.x + at.width, middle.y + width};
  ImGui::GetWindowDrawList()->AddRectFilled(from, to, ui::colour(held ? ui::Role::accent : ui::Role::line));
  ImGui::End();
}

void App::draw_toasts(Actions& actions) {
  const Toast& toast = desk_.toast();
  if (toast.number != toast_seen_) {
    toast_seen_ = toast.number;
    notice_revision_ = desk_.revision();
    notice_dismissed_ = false;
  }
  if (notice_revision_ != desk_.revision()) notice_dismissed_ = true;
  if (!notice_dismissed_) panels::draw_toast(toast, layout_.body, actions);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  if (strip_ > 0) panels::draw_warnings(diagnostics_, {0, size.y - strip_, size.x, strip_}, actions);
}

/// What is done here is told as the text page tells it; what is met or refused stands on the canvas too.
template <class Act, class Said>
void App::do_and_tell(Act act, Said said) {
  if (desk_.session() == nullptr) return;
  const session::Session& session = *desk_.session();
  const std::vector<bool> before = goals_met(session);
  if (!act()) return page::tell(false, desk_.toast().message, desk_.toast().help);
  page::tell(true, said(session, before));
  std::string met = newly_met_in_words(session, before);
  if (!met.empty()) desk_.say(Toast::Kind::done, std::move(met));
}

/// One step back, or forward again, where there is one.
void App::take_step(const session::Command* next, StepWay way) {
  if (next == nullptr) return;
  const session::Command command = *next;
  do_and_tell(
      [&] {
        way == StepWay::undone ? desk_.undo() : desk_.redo();
        return true;
      },
      [&](const session::Session& session, const std::vector<bool>& before) {
        return said_of_step(session, command, way, before);
      });
}

void App::perform(const session::Command& command) {
  do_and_tell([&] { return desk_.apply(command); },
              [&](const session::Session& session, const std::vector<bool>& before) {
                return said_of_command(session, *desk_.next_undo(), before);
              });
}
void App::perform(const panels::SelectRun& select) {
  desk_.select_run(select.run);
}
void App::perform(const panels::Undo&) {
  take_step(desk_.next_undo(), StepWay::undone);
}
void App::perform(const panels::Redo&) {
  take_step(desk_.next_redo(), StepWay::redone);
}
void App::perform(const panels::DismissDiagnostics&) {
  shows_warnings_ = false;
  desk_.dismiss_diagnostics();
}
void App::perform(const panels::DismissNotice&) {
  notice_dismissed_ = true;
}
void App::perform(const panels::ShowDiagnostics&) {
  shows_warnings_ = true;
}
void App::perform(const panels::ChooseLesson& choice) {
  page::choose_lesson(choice.id);
}
void App::perform(const panels::OpenFile&) {
  page::open_file();
}
void App::perform(const panels::VetFile& file) {
  page::vet_file(file.request);
}

void App::perform(const panels::ShowTextPage&) {
  page::show_text_page();
}
void App::perform(const panels::Export& file) {
  page::export_file(file.what);
}

void App::perform(const panels::ChooseTheme& choice) {
  theme_ = choice.theme;
  page::keep_setting(theme_key, theme_ ? std::string(word(*theme_)) : std::string());
  restyle(ui::look().scale, platform::preferences());
}

void App::perform(const panels::ChooseTextScale& choice) {
  platform::set_text_scale(choice.scale);
  page::keep_setting(scale_key, std::to_string(choice.scale));
}

void App::perform(const panels::ShowPanel& show) {
  const bool fits =
      layout_.arrangement == Arrangement::phone || show.panel == Panel::brief || show.panel == Panel::assign;
  if (fits) shown_ = show.panel;
  view_ = View::desk;
}

void App::perform(const panels::OpenTrail& trail) {
  trail_open_ = trail.open;
  page::keep_setting(trail_key, trail_open_ ? "open" : "closed");
}

void App::perform(const panels::OpenView& open) {
  view_ = open.view;
  if (view_ == View::catalogue) catalogue_.open();
  if (view_ == View::calendar) calendar_.open();
  if (view_ == View::work) work_.open(page::setting(student_key));
  if (view_ == View::matrix) matrix_.open();
  if (view_ == View::lab) lab_.open();
  panels::focus_panel(view_names[static_cast<std::size_t>(view_)]);
}

void App::perform(const panels::GoTo& go) {
  do_and_tell(
      [&] {
        desk_.go_to(go.position);
        return true;
      },
      [&](const session::Session&, const std::vector<bool>& before) { return said_of_jump(desk_, before); });
}
void App::perform(const panels::ChangeMatrix& change) {
  MatrixView& view = desk_.matrix();
  view.follow(*desk_.session(), desk_.sessions_begun());
  const auto tried = view.tried();
  const policy::Date day = view.day();
  change.change(view);
  desk_.touch();
  if (view.tried() == tried && view.day() == day) return;
  view.step(compute_milliseconds);
  page::tell(true, view.done() ? view.flips_in_words() : view.progress_in_words());
}
void App::perform(const panels::Tell& tell) {
  page::tell(true, tell.words);
}
void App::perform(const panels::ChooseBaseline& choice) {
  desk_.findings(FindingsKind::compare).choose(*desk_.session(), choice.baseline);
  desk_.touch();
}
void App::perform(const panels::WorkOut& work) {
  FindingsView& view = desk_.findings(work.kind);
  if (work.cancels) {
    view.cancel();
  } else {
    view.ask();
    if (work.kind == FindingsKind::check) desk_.look();  // it tells right answers
  }
  desk_.touch();
}
void App::perform(const panels::AskPage& ask) {
  page::work(ask.what, ask.attempt, ask.text);
}
void App::perform(const panels::Inquire& ask) {
  using What = panels::Inquire::What;
  if (ask.what == What::begin && desk_.inquire(ask.question)) {
    if (desk_.inquiry()->state() == Inquiry::State::searching) {
      page::tell(true, std::string(search_begun));
    } else {
      page::tell(true, end_in_words(*desk_.inquiry()));
    }
  }
  if (ask.what == What::cancel) {
    desk_.cancel_inquiry();
    page::tell(true, end_in_words(*desk_.inquiry()));
  }
  if (ask.what == What::apply) {
    const auto apply = [&] {
      const bool applied = desk_.apply_set(ask.set);
      if (!applied)
        desk_.say(Toast::Kind::refused, std::string(set_not_applied), std::string(set_not_applied_help));
      return applied;
    };
    do_and_tell(apply, [&](const session::Session&, const std::vector<bool>&) {
      return set_applied_in_words(*desk_.inquiry(), ask.set);
    });
  }
  if (ask.what == What::take_back) {
    const auto take_back = [&] {
      const bool taken = desk_.take_back_set();
      if (!taken)
        desk_.say(Toast::Kind::refused, std::string(set_not_taken_back),
                  std::string(set_not_taken_back_help));
      return taken;
    };
    do_and_tell(take_back, [](const session::Session&, const std::vector<bool>&) {
      return std::string(set_taken_back);
    });
  }
}
void App::perform(const panels::PageAct& act) {
  page::act(act.what);
}
void App::perform(const panels::CopyText& copy) {
  ImGui::SetClipboardText(copy.text.c_str());
  desk_.say(Toast::Kind::done, copy.said);
  page::tell(true, copy.said);
}

void App::perform(const panels::ChooseProjector& choice) {
  if (choice.on && !projector_) {
    scale_before_projector_ = platform::text_scale();
    const bool run = desk_.session() != nullptr && !desk_.session()->runs().empty();
    shown_ = run ? Panel::why : Panel::brief;
  }
  if (choice.on != projector_) {
    platform::set_text_scale(choice.on ? std::max(projector_scale, platform::text_scale())
                                       : scale_before_projector_);
  }
  projector_ = choice.on;
  page::keep_setting(projector_key, projector_ ? "on" : "");
}

}  // namespace ntk::web
