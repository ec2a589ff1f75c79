#include "web/canvas/panels/requests.h"

#include <algorithm>

#include "sim/policy/date.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/ask_view.h"
#include "web/view/table_text.h"

namespace ntk::web::panels {
namespace {

using session::PredictionResult;
using session::Session;
using ui::ButtonKind;
using ui::Face;
using ui::px;
using ui::Role;

constexpr float request_indent = 32;  ///< of a request's text, after its mark

/// The texts of a row, laid out before they are drawn: they decide how high the row is.
class RowText {
 public:
  explicit RowText(float width) : width_(width) {}

  void paragraph(std::string_view words, Role role, Face face = Face::small) {
    if (words.empty()) return;
    end_line();
    pieces_.push_back({{0, height_}, words, role, face, width_});
    height_ += ui::text_size(words, face, width_).y;
  }
  /// Beside what was put on the line last, where there is room.
  void beside(std::string_view words, Role role, Face face = Face::small) {
    const ImVec2 size = ui::text_size(words, face);
    if (line_ > 0 && line_ + size.x > width_) end_line();
    if (size.x > width_) return paragraph(words, role, face);
    pieces_.push_back({{line_, height_}, words, role, face, 0});
    line_ += size.x + px(12);
    line_height_ = std::max(line_height_, size.y);
  }
  /// At the right end of that line.
  void ending(std::string_view words, Role role, Face face) {
    line_ = std::max(line_, width_ - ui::text_size(words, face).x);
    beside(words, role, face);
  }
  void gap(float length) {
    end_line();
    height_ += length;
  }
  float height() const { return height_ + line_height_; }

  void draw(ImVec2 from) const {
    for (const Piece& each : pieces_)
      ui::draw_text({from.x + each.at.x, from.y + each.at.y}, each.words, each.role, each.face, each.wrap);
  }

 private:
  struct Piece {
    ImVec2 at;
    std::string_view words;
    Role role;
    Face face;
    float wrap;
  };
  void end_line() {
    height_ += line_height_;
    line_ = line_height_ = 0;
  }

  float width_;
  float height_ = 0;
  float line_ = 0, line_height_ = 0;  ///< how far the line that is being filled reaches
  std::vector<Piece> pieces_;
};

OutcomeStyle style_of_row(const RequestView& view) {
  OutcomeStyle style = style_of(view.outcome.state);
  if (view.freshness == session::Freshness::outdated) {
    style.mark = ui::Mark::outdated;
    style.role = Role::muted;
  }
  return style;
}

/// The title, and at the end of its line how the request ended, or below where there is no room.
void lay_title(RowText& text, const RequestView& view, const OutcomeStyle& style, float width) {
  if (!view.run) return text.paragraph(view.title, Role::ink, Face::strong);
  const float title = ui::text_size(view.title, Face::strong).x;
  const float word = ui::text_size(view.outcome.word, Face::strong).x;
  if (title + px(16) + word <= width) {
    text.beside(view.title, Role::ink, Face::strong);
    text.ending(view.outcome.word, style.role, Face::strong);
  } else {
    text.paragraph(view.title, Role::ink, Face::strong);
    text.beside(view.outcome.word, style.role, Face::strong);
  }
}

void lay_prediction(RowText& text, const PredictionView& prediction) {
  const bool pending = prediction.result == PredictionResult::pending;
  const bool right = prediction.result == PredictionResult::hit;
  if (!pending) text.paragraph(prediction.turned_out, right ? Role::permit : Role::partial);
  text.paragraph(prediction.predicted, Role::muted);
  if (pending) text.paragraph(prediction.turned_out, Role::muted);
  text.paragraph(prediction.was, Role::muted);
}

RowText lay_out(const RequestView& view, const OutcomeStyle& style, float width) {
  RowText text(width);
  lay_title(text, view, style, width);
  text.gap(px(2));
  text.beside(view.number, Role::muted);
  if (!view.run) text.beside(view.outcome.word, Role::muted);
  if (view.freshness == session::Freshness::outdated) text.beside(outdated_words, Role::partial);
  if (view.own) text.beside(requests_labels.own, Role::muted);
  text.paragraph(view.detail, Role::muted);
  text.paragraph(view.where, Role::muted);
  if (view.prediction) lay_prediction(text, *view.prediction);
  text.paragraph(view.reason, Role::ink);
  if (view.run) text.paragraph(requests_labels.why, Role::accent);
  text.paragraph(view.note, Role::partial);
  return text;
}

void draw_request_row(const RequestView& view, bool chosen, Actions& actions) {
  const OutcomeStyle style = style_of_row(view);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float left = px(request_indent), button = ui::button_width(requests_labels.run) + px(8);
  const RowText text = lay_out(view, style, width - left - button - px(8));
  const float height = std::max(px(18) + text.height(), ui::control_height() + px(12));

  if (view.run && ui::row("Show", height, chosen, button)) {
    actions.push_back(SelectRun{*view.run});
    actions.push_back(ShowPanel{Panel::why});
  }
  const float top = at.y + px(8);
  ui::draw_mark(style.mark, {at.x + px(16), top + ui::line_height(Face::strong) / 2}, px(17), style.role);
  text.draw({at.x + left, top});

  ImGui::SetCursorScreenPos({at.x + width - ui::button_width(requests_labels.run) - px(6), at.y + px(6)});
  ImGui::BeginDisabled(!view.waits_for.empty());
  if (ui::button(std::string(requests_labels.run))) actions.push_back(session::RunCommand{view.id});
  ImGui::EndDisabled();
  if (!view.waits_for.empty()) ui::tooltip(view.waits_for);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
  platform::note(view.freshness == session::Freshness::outdated ? outdated_words : view.outcome.word);
}

void draw_vetting(const RequestView& view, Actions& actions) {
  if (!view.vets) return;
  ImGui::Indent(px(request_indent));
  if (ui::button(std::string(requests_labels.vet))) actions.push_back(VetFile{view.id});
  ImGui::Unindent(px(request_indent));
  ui::gap(4);
}

// ---- Predictions ---------------------------------------------------------------------------------

/// The list is the same for every request, so that it gives nothing away.
void draw_reasons(std::optional<policy::CheckId>& chosen, bool is_needed) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string_view preview = chosen ? std::string_view(reason_words(*chosen)) : requests_labels.reason;
  if (!ui::begin_choice("###Reason", preview, std::min(room, px(360)))) return;
  if (!is_needed && ui::option(with_id(requests_labels.no_reason, "none"), !chosen)) chosen.reset();
  for (const ReasonGroup& group : prediction_reasons()) {
    ui::note(group.gate);
    for (const PredictionReason& each : group.reasons) {
      const std::string label = with_id(each.words, policy::check(each.check).code);
      if (ui::option(label, chosen == each.check)) chosen = each.check;
    }
  }
  ui::end_choice();
}

/// How sure the student is; pressed again, a choice is taken back.
void draw_certainty(std::optional<session::Certainty>& chosen) {
  using session::Certainty;
  ui::note(requests_labels.certainty);
  ui::gap(-4);
  for (const Certainty each : {Certainty::guess, Certainty::likely, Certainty::sure}) {
    const bool on = chosen == each;
    const std::string title(certainty_title(each));
    if (!ui::segment(title, on, each == Certainty::guess, each == Certainty::sure)) continue;
    if (on) {
      chosen.reset();
    } else {
      chosen = each;
    }
  }
}

}  // namespace

void Requests::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Requests", at);
  const Session& session = *desk.session();
  if (seen_ != desk.sessions_begun()) {
    seen_ = desk.sessions_begun();
    drafts_.clear();
    asking_ = false;
    ask_.clear();
  }
  drafts_.resize(session.requests().size());

  const RequestsView view = view_requests(session);
  draw_heading(view, actions);
  const Body body;
  ui::note(view.note);
  ui::hairline();
  draw_list(desk, actions);
  draw_below(session, view, actions);
}

void Requests::draw_heading(const RequestsView& view, Actions& actions) {
  if (!ui::look().touch) {  // there the bar at the bottom says which panel it is
    panel_heading(requests_labels.title);
    ImGui::SameLine(0, px(12));
  }
  draw_clock(view.clock, actions);
  ImGui::SameLine();
  ui::align_right(ui::button_width(requests_labels.run_all));
  ImGui::BeginDisabled(!view.waits_for.empty());
  if (ui::button(std::string(requests_labels.run_all), ButtonKind::primary))
    actions.push_back(session::RunAllCommand{});
  ImGui::EndDisabled();
  end_heading();
}

void Requests::draw_clock(const ClockView& clock, Actions& actions) {
  ui::mark(ui::Mark::outdated, Role::muted, 15, ui::control_height());
  ImGui::SameLine(0, 0);
  if (ui::button(with_id(clock.words, "Clock"), ButtonKind::quiet)) {
    moment_ = policy::to_text(clock.now);
    ImGui::OpenPopup("Clock");
  }
  ui::tooltip(requests_labels.clock_about);
  if (!ImGui::BeginPopup("Clock")) return;
  ui::heading(requests_labels.clock);
  ui::text(requests_labels.clock_about, Role::muted, Face::small, px(300));
  if (!clock.locked) draw_ways_on(clock, actions);
  ImGui::EndPopup();
}

void Requests::draw_ways_on(const ClockView& clock, Actions& actions) {
  const auto advance_by = [&](const session::AdvanceCommand& command) {
    actions.push_back(command);
    ImGui::CloseCurrentPopup();
  };
  ui::field_name(requests_labels.move_to);
  ui::field("###Moment", moment_, "2016-08-12T09:00", px(200));
  const std::optional<policy::Moment> moment = policy::parse_moment(moment_);
  if (!moment) ui::note(requests_labels.moment_form, Role::deny);
  ImGui::BeginDisabled(!moment);
  if (ui::button(std::string(requests_labels.move), ButtonKind::primary)) advance_by({*moment});
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ui::button(with_id(requests_labels.day_later, "A day"))) advance_by(clock.day_later);
  ImGui::SameLine();
  if (ui::button(with_id(requests_labels.year_later, "A year"))) advance_by(clock.year_later);
}

void Requests::draw_list(const Desk& desk, Actions& actions) {
  const Session& session = *desk.session();
  const auto selected = desk.selected_run();
  list_.begin(session.requests().size());
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (scrolls_to_ == i) ImGui::SetScrollHereY(0.1f);
    if (list_.passes_over(i)) continue;
    if (i > 0) ui::hairline();
    const RequestView view = view_request(session, i);
    const platform::NamedScope scope(view.id);
    const bool chosen = view.run && selected && session.runs()[*selected].request == i;
    draw_request_row(view, chosen, actions);
    draw_vetting(view, actions);
    draw_prediction(view, drafts_[i], actions);
    list_.drawn(i);
  }
  scrolls_to_.reset();
}

void Requests::draw_prediction(const RequestView& view, Draft& draft, Actions& actions) const {
  if (view.predicting == Predicting::closed) return;
  ImGui::Indent(px(request_indent));
  ui::gap(-8);
  const bool folded = view.predicting != Predicting::asked && !draft.unfolded;
  if (folded) {
    const bool made = view.predicting == Predicting::made;
    draft.unfolded =
        ui::button(std::string(made ? requests_labels.change : requests_labels.offer), ButtonKind::quiet);
  } else {
    draw_form(view, draft, actions);
    ui::gap(4);
  }
  ImGui::Unindent(px(request_indent));
}

void Requests::draw_form(const RequestView& view, Draft& draft, Actions& actions) const {
  ui::note(view.prompt, Role::accent);
  ui::gap(-4);
  if (ui::segment(std::string(requests_labels.permit), draft.permitted == true, true, false))
    draft.permitted = true;
  if (ui::segment(std::string(requests_labels.deny), draft.permitted == false, false, true))
    draft.permitted = false;
  const bool denies = draft.permitted == false;
  if (!denies) draft.reason.reset();
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < px(200)) ImGui::NewLine();
  ImGui::BeginDisabled(!denies);
  draw_reasons(draft.reason, view.takes_reason);
  ImGui::EndDisabled();
  draw_certainty(draft.certainty);
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < ui::button_width(requests_labels.predict)) ImGui::NewLine();
  const bool lacks_reason = view.takes_reason && denies && !draft.reason;
  ImGui::BeginDisabled(!draft.permitted || lacks_reason);
  if (ui::button(std::string(requests_labels.predict))) {
    draft.unfolded = false;
    actions.push_back(session::PredictCommand{view.id, *draft.permitted, draft.reason, draft.certainty});
  }
  ImGui::EndDisabled();
  if (!draft.permitted || lacks_reason) {
    ui::tooltip(draft.permitted ? requests_labels.needs_reason : requests_labels.needs_outcome);
  }
}

void Requests::draw_below(const Session& session, const RequestsView& view, Actions& actions) {
  ui::hairline();
  ui::gap(4);
  if (ui::button(std::string(requests_labels.copy), ButtonKind::quiet)) {
    TableText table = requests_as_text(session);
    const std::string said = copied_in_words(table);
    actions.push_back(CopyText{std::move(table.text), said});
  }
  ui::tooltip(requests_labels.copy_about);
  if (!view.ask_waits_for.empty()) {
    ui::heading(ask_labels.title);
    ui::note(view.ask_waits_for);
    return;
  }
  const bool opens = ui::disclosure(std::string(ask_labels.title), asking_);
  if (opens) asking_ = !asking_;
  if (opens && asking_) ImGui::SetScrollHereY(0);
  if (asking_) ask_.draw(session, actions);
}

}  // namespace ntk::web::panels
