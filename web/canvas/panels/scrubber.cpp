#include "web/canvas/panels/scrubber.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "web/canvas/panels/panel.h"
#include "web/view/forecast_view.h"

namespace ntk::web::panels {
namespace {

using ui::ButtonKind;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

constexpr std::size_t decisions_a_frame = 400;
constexpr float track_height = 44;
constexpr float outcome_padding = 7;

struct OutcomeShape {
  Mark mark;
  Role role;
};
OutcomeShape shape_of(const analysis::Outcome& outcome) {
  if (!outcome.permitted) return {Mark::deny, Role::deny};
  if (outcome.withheld > 0) return {Mark::partial, Role::partial};
  return {Mark::permit, Role::permit};
}

/// A diamond: there an outcome flips.
void draw_flip(ImDrawList& list, ImVec2 at, float half) {
  list.AddQuadFilled({at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y},
                     ui::colour(Role::accent));
}

}  // namespace

void Scrubber::refresh(const Desk& desk) {
  const session::Session& session = *desk.session();
  if (forecast_ && seen_ == desk.sessions_begun() && fresh_at_ == session.revision()) return;
  // The day that was chosen stays so, or the last one before it.
  const bool keeps = forecast_ && seen_ == desk.sessions_begun();
  const policy::Date chosen = keeps ? forecast_->days()[day()] : policy::Date{};
  seen_ = desk.sessions_begun();
  fresh_at_ = session.revision();
  forecast_.emplace(analysis::assigned_setting(session));
  flips_.clear();
  stopped_ = false;
  chosen_ = 0;
  const std::vector<policy::Date>& days = forecast_->days();
  while (keeps && chosen_ + 1 < days.size() && days[chosen_ + 1] <= chosen) ++chosen_;
}

std::size_t Scrubber::day() const {
  return flips_.empty() ? 0 : std::min(chosen_, flips_.size() - 1);
}

bool Scrubber::flips_on(std::size_t day) const {
  return !flips_[day].empty();
}

std::optional<std::size_t> Scrubber::flip_beside(int direction) const {
  std::size_t day = this->day();
  while (direction > 0 ? day + 1 < flips_.size() : day > 0) {
    day = direction > 0 ? day + 1 : day - 1;
    if (flips_on(day)) return day;
  }
  return std::nullopt;
}

void Scrubber::draw_progress() {
  if (!forecast_->done() && !stopped_) {
    forecast_->advance(decisions_a_frame);
    platform::request_working_frame();
  }
  for (std::size_t i = flips_.size(); i < forecast_->computed(); ++i) {
    flips_.push_back(i == 0 ? std::vector<analysis::OutcomeFlip>()
                            : analysis::flips_between(forecast_->outcomes(i - 1), forecast_->outcomes(i),
                                                      forecast_->days()[i]));
  }
  if (forecast_->done()) return ui::note(forecast_in_words(*forecast_));
  ImGui::AlignTextToFramePadding();
  ui::note(std::to_string(forecast_->computed()) + " of " + std::to_string(forecast_->days().size()) +
           " days foreseen.");
  ImGui::SameLine(0, px(12));
  if (ui::button(stopped_ ? "Go on###Stop" : "Stop###Stop", ButtonKind::quiet)) stopped_ = !stopped_;
}

void Scrubber::draw_track() {
  const float width = ImGui::GetContentRegionAvail().x, inset = px(12);
  const std::size_t days = forecast_->days().size();
  const ui::Hit track = ui::hit("###Track", {width, px(track_height)});
  if (!track.visible) return;
  const float room = width - 2 * inset, steps = static_cast<float>(std::max<std::size_t>(days - 1, 1));
  const auto x_of = [&](std::size_t day) {
    return track.min.x + inset + room * static_cast<float>(day) / steps;
  };
  if (track.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const float share = (ImGui::GetIO().MousePos.x - track.min.x - inset) / room;
    const float nearest = std::round(std::clamp(share, 0.0f, 1.0f) * steps);
    chosen_ = std::min(static_cast<std::size_t>(nearest), flips_.size() - 1);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = std::round((track.min.y + track.max.y) / 2);
  list.AddRectFilled({x_of(0), middle - px(2)}, {x_of(days - 1), middle + px(2)}, ui::colour(Role::edge),
                     px(2));
  for (std::size_t i = 0; i < days; ++i) {
    const float x = x_of(i);
    if (i < flips_.size() && flips_on(i)) {
      draw_flip(list, {x, track.min.y + px(6)}, px(6));
    }
    if (room / steps >= px(4))
      list.AddLine({x, middle - px(5)}, {x, middle + px(5)}, ui::colour(Role::edge), px(1));
  }
  list.AddCircleFilled({x_of(day()), middle}, px(9), ui::colour(Role::accent));
  list.AddCircleFilled({x_of(day()), middle}, px(4), ui::colour(Role::paper));
}

void Scrubber::draw_steps(Actions& actions, const CalendarView& calendar, bool narrow) {
  const auto step = [&](const char* label, bool there, std::size_t day) {
    ImGui::BeginDisabled(!there);
    if (ui::button(label)) chosen_ = day;
    ImGui::EndDisabled();
  };
  const auto before = flip_beside(-1), after = flip_beside(1);
  step("Earlier", day() > 0, day() - 1);
  ImGui::SameLine();
  step("Later", day() + 1 < flips_.size(), day() + 1);
  if (!narrow) ImGui::SameLine(0, px(20));
  step("Previous flip", before.has_value(), before.value_or(0));
  ImGui::SameLine();
  step("Next flip", after.has_value(), after.value_or(0));
  const auto move = move_to(forecast_->days()[day()], calendar.clock);
  if (!narrow) ImGui::SameLine(0, px(20));
  ImGui::BeginDisabled(!move);
  if (ui::button("Move the clock here")) actions.push_back(*move);
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ui::button("Access matrix then")) {
    actions.push_back(
        ChangeMatrix{[on = forecast_->days()[day()]](MatrixView& matrix) { matrix.show_on(on); }});
    actions.push_back(OpenView{View::matrix});
  }
}

void Scrubber::draw_changes(const CalendarView& calendar) const {
  for (const CalendarDay& each : calendar.days) {
    if (each.day != forecast_->days()[day()]) continue;
    for (const CalendarChange& change : each.changes) {
      ui::note(std::string(word(change)) + " (" + std::string(change.code) + "): " + change.what, Role::ink);
    }
  }
}

void Scrubber::draw_endings(bool narrow) const {
  const std::span<const analysis::Outcome> outcomes = forecast_->outcomes(day());
  const float line = ui::line_height(Face::regular);
  for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
    const scenario::ScriptedRequest& request = forecast_->setting().requests[i];
    const auto flip = std::find_if(flips_[day()].begin(), flips_[day()].end(),
                                   [&](const analysis::OutcomeFlip& each) { return each.request == i; });
    const bool flips = flip != flips_[day()].end();
    const std::string title = std::to_string(i + 1) + "  " + request.title;
    const std::string said = flips ? flip_in_words(*flip) : outcome_in_words(outcomes[i]);
    const Face face = flips ? Face::strong : Face::regular;
    const float width = ImGui::GetContentRegionAvail().x, left = px(26);
    const float column = narrow ? left : std::round(width * 0.56f);
    const float title_width = narrow ? width - left : column - left - px(16);
    const float title_height = ui::text_size(title, face, title_width).y;
    const float said_height = ui::text_size(said, face, width - column).y;
    const float below = narrow ? title_height + px(2) : 0;
    const float height =
        std::max(title_height, std::max(line, below + said_height)) + 2 * px(outcome_padding);
    const ui::Hit place = ui::hit("###Foreseen " + request.id, {width, height});
    const OutcomeShape shape = shape_of(outcomes[i]);
    if (place.visible) {
      const float top = place.min.y + px(outcome_padding);
      if (flips) {
        ImGui::GetWindowDrawList()->AddRectFilled(place.min, place.max, ui::colour(Role::accent_soft), px(4));
      }
      ui::draw_mark(shape.mark, {place.min.x + px(11), top + line / 2}, px(15), shape.role,
                    flips ? Role::accent_soft : Role::paper);
      ui::draw_text({place.min.x + left, top}, title, Role::ink, face, title_width);
      ui::draw_text({place.min.x + column, top + below}, said, shape.role, face, width - column);
    }
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
  }
}

void Scrubber::draw(const Desk& desk, const CalendarView& calendar, bool narrow, Actions& actions) {
  refresh(desk);
  const Body body("Forecast");
  ui::note(about_forecast());
  draw_progress();
  if (flips_.empty()) return;
  draw_track();
  ui::heading(day_in_words(forecast_->days()[day()], calendar.clock.day));
  ui::text(flips_in_words(flips_[day()].size(), day() == 0), Role::muted);
  const std::string moved = analysis::moved_in_words(forecast_->setting(), forecast_->days()[day()]);
  if (!moved.empty()) ui::note(moved);
  draw_steps(actions, calendar, narrow);
  draw_changes(calendar);
  ui::hairline();
  ui::gap(-8);
  draw_endings(narrow);
}

}  // namespace ntk::web::panels
