#include "web/canvas/panels/ask_form.h"

#include <algorithm>

#include "sim/policy/explain.h"
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

/// A named list of things by title. Two stand beside each other where there is room.
template <class Items, class Ref>
void choose(const char* name, const char* label, const Items& items, Ref& chosen, auto title) {
  ImGui::BeginGroup();
  ui::field_name(name);
  const float width = half_width();
  if (ui::begin_choice(label, items.empty() ? std::string() : title(chosen.at), width)) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (ui::option(title(i) + "###" + items[i].id, chosen.at == i)) chosen.at = i;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

void beside() {
  const float width = ImGui::GetContentRegionMax().x - ImGui::GetCursorStartPos().x;
  if (width >= px(400)) ImGui::SameLine(0, px(12));
}

std::vector<std::string> field_names(const policy::World& world) {
  std::vector<std::string> names;
  for (const policy::Record& record : world.records) {
    for (const policy::Field& field : record.fields) {
      if (std::find(names.begin(), names.end(), field.name) == names.end()) names.push_back(field.name);
    }
  }
  return names;
}

bool offers(Function function, Operation operation) {
  return session::can_ask_oneself(operation) && policy::scope(function).operations.contains(operation);
}

}  // namespace

void AskForm::clear(const Session& session) {
  *this = {};
  if (!session.scenario().places.empty()) place_ = session.scenario().places.front();
}

void AskForm::draw(const Session& session, Actions& actions) {
  const policy::World& world = session.world();
  draw_beginning(session);
  choose("Who asks", "###User", world.users, user_, [&](std::uint32_t i) { return with_agency(world, {i}); });
  beside();
  choose("For what purpose", "###Purpose", world.purposes, purpose_,
         [&](std::uint32_t i) { return world.purposes[i].title; });
  if (!like_) draw_function();
  draw_target(world);
  draw_circumstances(session);
  ui::gap(4);
  const bool possible = !world.users.empty() && !world.purposes.empty() &&
                        (!names_record() || !world.records.empty()) && !place_.empty() &&
                        (moment_.empty() || policy::parse_moment(moment_));
  ImGui::BeginDisabled(!possible);
  if (ui::button("Ask and run")) {
    const std::string id = session::next_own_id(session);
    actions.push_back(session::AskCommand{id, request(session), moment_.empty(), like_});
    actions.push_back(session::RunCommand{id});
  }
  ImGui::EndDisabled();
  ui::gap(8);
}

/// What the request begins from: the script can do what cannot be made from nothing.
void AskForm::draw_beginning(const Session& session) {
  const auto& script = session.scenario().requests;
  const std::string nothing = "Nothing: I say all of it";
  ui::field_name("Begin from");
  if (ui::begin_choice("###Begin from", like_ ? script[*like_].title : nothing,
                       ImGui::GetContentRegionAvail().x)) {
    if (ui::option(nothing + "###nothing", !like_)) like_.reset();
    for (std::uint32_t i = 0; i < script.size(); ++i) {
      if (ui::option(script[i].title + "###" + script[i].id, like_ == i)) begin_like(session, i);
    }
    ui::end_choice();
  }
  if (!like_) level_.reset();
  if (like_) {
    ui::note("The script: " + policy::in_words(session.world(), script[*like_].request));
  } else if (!session::can_ask_oneself(operation_)) {
    operation_ = Operation::display;
    function_ = Function::subject_query;
  }
}

void AskForm::begin_like(const Session& session, std::uint32_t request) {
  const policy::Request& model = session.scenario().requests[request].request;
  like_ = request;
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

bool AskForm::names_record() const {
  return !policy::is_search(operation_) && !policy::has_no_target(operation_) &&
         !policy::is_creating(operation_);
}

void AskForm::draw_target(const policy::World& world) {
  if (policy::is_search(operation_)) {
    if (!like_) draw_search(world);
    ui::field_name(like_ ? "Terms (none: what the script looks for)"
                         : "Terms (all must match; none match everything)");
    draw_terms(world);
  } else if (names_record()) {
    choose("Which record", "###Record", world.records, record_,
           [&](std::uint32_t i) { return world.records[i].title; });
  }
  if (like_ && session::gives_access(operation_)) {
    if (names_record()) beside();
    draw_level();
  }
}

void AskForm::draw_level() {
  const std::string unchanged = "As in the script";
  ImGui::BeginGroup();
  ui::field_name("At what level");
  if (ui::begin_choice("###Level", level_ ? std::string(policy::title(*level_)) : unchanged, half_width())) {
    if (ui::option(unchanged + "###unchanged", !level_)) level_.reset();
    for (const auto& each : policy::words<policy::Level>()) {
      if (ui::option(std::string(each.title) + "###" + std::string(each.word), level_ == each.value))
        level_ = each.value;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

void AskForm::draw_function() {
  ImGui::BeginGroup();
  ui::field_name("By which function");
  if (ui::begin_choice("###Function", policy::title(function_), half_width())) {
    for (const auto& each : policy::words<Function>()) {
      if (!session::can_ask_oneself(each.value)) continue;
      if (ui::option(std::string(each.title) + "###" + std::string(each.word), function_ == each.value)) {
        function_ = each.value;
      }
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
  beside();
  ImGui::BeginGroup();
  ui::field_name("What to do");
  bool first = true;
  std::vector<const policy::Word<Operation>*> offered;
  for (const auto& each : policy::words<Operation>()) {
    if (offers(function_, each.value)) offered.push_back(&each);
  }
  for (const auto* each : offered) {
    const bool last = each == offered.back();
    if (!offers(function_, operation_)) operation_ = each->value;
    if (ui::segment(std::string(each->title) + "###" + std::string(each->word), operation_ == each->value,
                    first, last)) {
      operation_ = each->value;
    }
    first = false;
  }
  ImGui::EndGroup();
}

void AskForm::draw_search(const policy::World& world) {
  ui::field_name("Which data (none ticked: all that the function covers)");
  for (const auto& each : policy::words<policy::Category>()) {
    const bool held =
        std::any_of(world.records.begin(), world.records.end(),
                    [&](const policy::Record& record) { return record.category == each.value; });
    if (!held) continue;
    const bool on = categories_.contains(each.value);
    if (ui::check(std::string(each.title) + "###" + std::string(each.word), on)) {
      on ? categories_.erase(each.value) : categories_.insert(each.value);
    }
  }
}

void AskForm::draw_terms(const policy::World& world) {
  const std::vector<std::string> names = field_names(world);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const platform::NamedScope scope("Term " + std::to_string(i + 1));
    if (ui::begin_choice("###Field", terms_[i].name, px(140))) {
      for (const std::string& name : names) {
        if (ui::option(name, name == terms_[i].name)) terms_[i].name = name;
      }
      ui::end_choice();
    }
    ImGui::SameLine();
    const float remove = ui::button_width("Remove");
    ui::field("###Value", terms_[i].value, "is exactly",
              std::max(px(80), ImGui::GetContentRegionAvail().x - remove - px(8)));
    ImGui::SameLine();
    if (ui::button("Remove", ui::ButtonKind::quiet)) {
      terms_.erase(terms_.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
  ImGui::BeginDisabled(names.empty() || terms_.size() >= most_terms);
  if (ui::button("Add a term")) terms_.push_back({names.front(), ""});
  ImGui::EndDisabled();
}

void AskForm::draw_circumstances(const Session& session) {
  ImGui::BeginGroup();
  ui::field_name("Where");
  const float width = half_width();
  const std::vector<std::string>& places = session.scenario().places;
  if (places.empty()) {
    ui::field("###Place", place_, "a port, an office", width);
  } else if (ui::begin_choice("###Place", place_, width)) {
    for (const std::string& place : places) {
      if (ui::option(place, place == place_)) place_ = place;
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
  beside();
  ImGui::BeginGroup();
  ui::field_name("When");
  ui::field("###Moment", moment_, "by the clock", width);
  ImGui::EndGroup();
  const std::optional<policy::Moment> moment = policy::parse_moment(moment_);
  if (moment_.empty()) {
    ui::note("Asked at the lesson’s clock: " + policy::in_words(session.clock()) + ".");
  } else if (moment) {
    ui::note("Asked on " + policy::in_words(*moment) + ".");
  } else {
    ui::note("Write the moment as 2016-08-12T09:00, or leave it empty.", ui::Role::deny);
  }
}

policy::Request AskForm::request(const Session& session) const {
  policy::Request request;
  if (like_) request = session.scenario().requests[*like_].request;
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
  } else if (policy::is_search(operation_) && !(like_ && stated.empty())) {
    request.target = policy::Search{like_ ? policy::CategorySet() : categories_, std::move(stated)};
  }
  return request;
}

}  // namespace ntk::web::panels
