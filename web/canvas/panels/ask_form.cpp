#include "web/canvas/panels/ask_form.h"

#include <algorithm>
#include <variant>

#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::panels {
namespace {

using policy::Function;
using policy::Operation;
using session::Session;
using ui::px;

constexpr std::size_t most_terms = 4;

float half_width() {
  const float width = ImGui::GetContentRegionAvail().x;
  return width < px(400) ? width : (width - px(12)) / 2;
}

/// Things of a world to choose from. Two lists stand beside each other where there is room.
template <class Ref>
void choose(std::string_view name, const char* label, const std::vector<AskChoice>& choices, Ref& chosen) {
  ImGui::BeginGroup();
  ui::field_name(name);
  const std::string_view preview =
      chosen.at < choices.size() ? std::string_view(choices[chosen.at].title) : std::string_view();
  if (ui::begin_choice(label, preview, half_width())) {
    for (std::uint32_t i = 0; i < choices.size(); ++i) {
      if (ui::option(with_id(choices[i].title, choices[i].id), chosen.at == i)) chosen.at = i;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

void beside() {
  const float width =
      ImGui::GetContentRegionAvail().x + ImGui::GetCursorPosX() - ImGui::GetCursorStartPos().x;
  if (width >= px(400)) ImGui::SameLine(0, px(12));
}

}  // namespace

void AskForm::clear() {
  *this = {};
}

void AskForm::refresh(const Session& session) {
  if (fresh_at_ == session.revision()) return;
  const bool begins = !fresh_at_;
  view_ = view_ask(session);
  fresh_at_ = session.revision();
  if (!begins) return;
  function_ = view_.function;
  operation_ = row(view_, function_).first;
  if (!view_.places.empty()) place_ = view_.places.front();
}

bool AskForm::searches() const {
  return like_ ? view_.likes[*like_].searches : policy::is_search(operation_);
}

bool AskForm::names_record() const {
  if (like_) return !view_.likes[*like_].record.empty();
  const auto chosen = std::find_if(view_.operations.begin(), view_.operations.end(),
                                   [&](const AskOperation& each) { return each.operation == operation_; });
  return chosen != view_.operations.end() && chosen->names_record;
}

bool AskForm::is_possible() const {
  return !view_.users.empty() && !view_.purposes.empty() && (!names_record() || !view_.records.empty()) &&
         !place_.empty() && (moment_.empty() || policy::parse_moment(moment_));
}

void AskForm::draw(const Session& session, Actions& actions) {
  refresh(session);
  ui::note(ask_labels.about);
  draw_beginning(session);
  choose(ask_labels.user, "###User", view_.users, user_);
  beside();
  choose(ask_labels.purpose, "###Purpose", view_.purposes, purpose_);
  if (!like_) {
    draw_function();
    beside();
    draw_operation();
  }
  draw_target();
  draw_place();
  beside();
  draw_moment(session);
  ui::gap(4);
  draw_buttons(session, actions);
  ui::gap(8);
}

void AskForm::draw_buttons(const Session& session, Actions& actions) {
  ImGui::BeginDisabled(!is_possible());
  const bool runs = ui::button(std::string(ask_labels.run));
  ImGui::SameLine();
  const bool adds = ui::button(std::string(ask_labels.add));
  ImGui::EndDisabled();
  if (!runs && !adds) return;
  std::optional<std::uint32_t> like;
  if (like_) like = view_.likes[*like_].request;
  actions.push_back(session::AskCommand{view_.id, request(session), moment_.empty(), like});
  if (runs) actions.push_back(session::RunCommand{view_.id});
}

/// What the request begins from: the lesson's can do what cannot be made from nothing.
void AskForm::draw_beginning(const Session& session) {
  ui::field_name(ask_labels.begin);
  const std::string_view preview = like_ ? std::string_view(view_.likes[*like_].title) : ask_labels.nothing;
  if (ui::begin_choice("###Begin from", preview, ImGui::GetContentRegionAvail().x)) {
    if (ui::option(with_id(ask_labels.nothing, "nothing"), !like_)) {
      like_.reset();
      level_.reset();
      function_ = view_.function;
      operation_ = row(view_, function_).first;
    }
    ui::note(ask_labels.likes);
    for (std::size_t i = 0; i < view_.likes.size(); ++i) {
      const AskLike& each = view_.likes[i];
      if (!ui::option(with_id(each.title, each.id), like_ == i)) continue;
      like_ = i;
      begin_like(session, each);
    }
    ui::end_choice();
  }
  if (like_) ui::note(view_.likes[*like_].detail);
}

void AskForm::begin_like(const Session& session, const AskLike& like) {
  const policy::Request& model = session.scenario().requests[like.request].request;
  user_ = model.user;
  function_ = model.function;
  operation_ = model.operation;
  purpose_ = model.purpose;
  place_ = model.place;
  moment_.clear();
  terms_.clear();
  level_.reset();
  if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&model.target)) record_ = *record;
}

void AskForm::draw_target() {
  if (searches()) {
    if (!like_) draw_categories();
    draw_terms();
  } else if (names_record()) {
    choose(ask_labels.record, "###Record", view_.records, record_);
  }
  if (like_ && view_.likes[*like_].gives_level) {
    if (names_record()) beside();
    draw_level();
  }
}

void AskForm::draw_level() {
  ImGui::BeginGroup();
  ui::field_name(ask_labels.level);
  const std::string_view preview = level_ ? policy::title(*level_) : ask_labels.unchanged_level;
  if (ui::begin_choice("###Level", preview, half_width())) {
    if (ui::option(with_id(ask_labels.unchanged_level, "unchanged"), !level_)) level_.reset();
    for (const auto& each : policy::words<policy::Level>()) {
      if (ui::option(with_id(each.title, each.word), level_ == each.value)) level_ = each.value;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

void AskForm::draw_function() {
  ImGui::BeginGroup();
  ui::field_name(ask_labels.function);
  if (ui::begin_choice("###Function", policy::title(function_), half_width())) {
    for (const AskFunction& each : view_.functions) {
      if (!ui::option(with_id(each.title, each.word), function_ == each.function)) continue;
      function_ = each.function;
      operation_ = each.first;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

void AskForm::draw_operation() {
  ImGui::BeginGroup();
  ui::field_name(ask_labels.operation);
  const std::vector<Operation>& covered = row(view_, function_).covers;
  for (const Operation each : covered) {
    const std::string label = with_id(policy::title(each), policy::word(each));
    if (ui::segment(label, operation_ == each, each == covered.front(), each == covered.back())) {
      operation_ = each;
    }
  }
  ImGui::EndGroup();
}

void AskForm::draw_categories() {
  ui::field_name(ask_labels.categories);
  ui::note(ask_labels.categories_about);
  for (const auto& each : view_.categories) {
    const bool on = categories_.contains(each.value);
    if (ui::check(with_id(each.title, each.word), on)) {
      on ? categories_.erase(each.value) : categories_.insert(each.value);
    }
  }
}

void AskForm::draw_terms() {
  ui::field_name(ask_labels.terms);
  ui::note(like_ ? ask_labels.terms_about_like : ask_labels.terms_about);
  const std::string remove(ask_labels.remove_term);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const platform::NamedScope scope("Term " + std::to_string(i + 1));
    const auto named = [&](const AskTerm& each) { return each.name == terms_[i].name; };
    const auto chosen = std::find_if(view_.terms.begin(), view_.terms.end(), named);
    const std::string preview = chosen == view_.terms.end() ? terms_[i].name : chosen->label;
    if (ui::begin_choice("###Field", preview, px(140))) {
      for (const AskTerm& each : view_.terms) {
        if (ui::option(with_id(each.label, each.name), named(each))) terms_[i].name = each.name;
      }
      ui::end_choice();
    }
    ImGui::SameLine();
    ui::field("###Value", terms_[i].value, "",
              std::max(px(80), ImGui::GetContentRegionAvail().x - ui::button_width(remove) - px(8)));
    ImGui::SameLine();
    if (ui::button(remove, ui::ButtonKind::quiet)) {
      terms_.erase(terms_.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
  ImGui::BeginDisabled(view_.terms.empty() || terms_.size() >= most_terms);
  if (ui::button(std::string(ask_labels.add_term))) terms_.push_back({view_.terms.front().name, ""});
  ImGui::EndDisabled();
}

void AskForm::draw_place() {
  ImGui::BeginGroup();
  ui::field_name(ask_labels.place);
  const float width = half_width();
  if (view_.places.empty()) {
    ui::field("###Place", place_, std::string(ask_labels.place_example).c_str(), width);
  } else if (ui::begin_choice("###Place", place_, width)) {
    for (const std::string& place : view_.places) {
      if (ui::option(place, place == place_)) place_ = place;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

void AskForm::draw_moment(const Session& session) {
  ImGui::BeginGroup();
  ui::field_name(ask_labels.moment);
  ui::field("###Moment", moment_, "", half_width());
  ImGui::EndGroup();
  const AskMoment moment = read_moment(session, moment_);
  ui::note(moment.note, moment.valid ? ui::Role::muted : ui::Role::deny);
}

policy::Request AskForm::request(const Session& session) const {
  policy::Request request;
  if (like_) request = session.scenario().requests[view_.likes[*like_].request].request;
  request.user = user_;
  request.function = function_;
  request.operation = operation_;
  request.purpose = purpose_;
  request.place = place_;
  if (level_) request.change.level = level_;
  if (const auto moment = policy::parse_moment(moment_)) request.moment = *moment;

  std::vector<policy::Field> stated;
  for (const policy::Field& term : terms_) {
    if (!term.value.empty()) stated.push_back(term);
  }
  if (names_record()) {
    request.target = record_;
  } else if (policy::has_no_target(operation_)) {
    request.target = policy::NoTarget{};
  } else if (searches() && !(like_ && stated.empty())) {
    request.target = policy::Search{like_ ? policy::CategorySet() : categories_, std::move(stated)};
  }
  return request;
}

}  // namespace ntk::web::panels
