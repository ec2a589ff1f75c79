#include "web/app/matrix_view.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "sim/analysis/edits.h"
#include "sim/analysis/forecast.h"
#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "web/app/lines.h"

namespace ntk::web {

using analysis::Axis;
using analysis::Matrix;
using session::AssignCommand;
using session::Session;

namespace {

std::string cells_in_words(std::size_t count) {
  return policy::counted(count, "cell", "cells");
}

/// The last assignment, with the value that its field had before it.
std::optional<AssignCommand> last_assignment(const Session& session) {
  const auto history = session.history();
  const scenario::Scenario& scenario = session.scenario();
  std::optional<AssignCommand> last;
  std::vector<std::optional<scenario::AssignedValue>> values(scenario.assignables.size());
  for (const session::Command& each : history) {
    if (std::holds_alternative<session::ResetCommand>(each)) {
      last.reset();
      values.assign(values.size(), std::nullopt);
    }
    const auto* made = std::get_if<AssignCommand>(&each);
    if (made == nullptr) continue;
    auto& value = values[made->assignable];
    const scenario::Assignable& field = scenario.assignables[made->assignable];
    last = AssignCommand{made->assignable, value ? *value : current_value(scenario.world, field)};
    value = made->value;
  }
  return last;
}

std::size_t cells_of(const std::optional<Matrix>& matrix) {
  return matrix ? matrix->size() : 0;
}
std::size_t filled_of(const std::optional<Matrix>& matrix) {
  return matrix ? matrix->filled() : 0;
}

}  // namespace

// ---- Computing ---------------------------------------------------------------------------------

void MatrixView::follow(const Session& session, std::uint64_t sessions_begun) {
  if (session_seen_ != sessions_begun) {
    tried_.reset();
    day_.reset();
    stopped_ = false;
    fresh_ = false;
  }
  if (fresh_ && revision_seen_ == session.revision()) return;
  session_seen_ = sessions_begun;
  revision_seen_ = session.revision();
  fresh_ = true;
  begin(session);
}

namespace {

/// Of the world as it is, and as the forecast plays it: from each of its days the matrix of that day is
/// opened.
std::vector<policy::Date> days_to_show(const analysis::Setting& now, const Session& session) {
  const std::vector<policy::Date> days = analysis::days_of_change(now);
  const analysis::Setting assigned = analysis::assigned_setting(session);
  if (assigned.world == now.world) return days;  // nothing that was run has changed it
  const std::vector<policy::Date> forecast = analysis::days_of_change(assigned);
  std::vector<policy::Date> all;
  std::set_union(days.begin(), days.end(), forecast.begin(), forecast.end(), std::back_inserter(all));
  return all;
}

}  // namespace

void MatrixView::begin(const Session& session) {
  assignables_ = session.scenario().assignables;
  last_ = last_assignment(session);
  if (tried_ && current_value(session.world(), assignables_[tried_->assignable]) == tried_->value)
    tried_.reset();
  now_ = analysis::setting_of(session);
  days_ = days_to_show(now_, session);
  if (day_ && std::find(days_.begin() + 1, days_.end(), *day_) == days_.end()) day_.reset();
  too_many_cells_ = analysis::too_many_cells(now_, axis_);
  if (!too_many_cells_.empty()) now_ = {std::make_shared<const policy::World>(), now_.moment, {}, {}};
  matrix_.emplace(day_ ? analysis::on_day(now_, *day_) : now_, axis_);
  if (!too_many_cells_.empty()) return show_nothing();
  find_trials(session);
  group();
  begin_other();
}

void MatrixView::show_nothing() {
  trials_.clear();
  other_.reset();
  group();
  add_up();
}

std::string MatrixView::nothing_because() const {
  if (!too_many_cells_.empty()) return too_many_cells_;
  const bool nothing = agencies_.empty() || groups_.empty();
  return nothing ? "This lesson has no users, or none of these columns." : "";
}

void MatrixView::begin_other() {
  other_.reset();
  const auto& edit = tried_ ? tried_ : last_;
  if (day_ && !tried_) {
    other_.emplace(now_, axis_);
  } else if (edit) {
    other_.emplace(analysis::edited(matrix_->setting(), assignables_[edit->assignable], edit->value), axis_);
  }
  add_up();
}

bool MatrixView::done() const {
  return matrix_ && matrix_->done() && (!other_ || other_->done());
}

bool MatrixView::step(double milliseconds) {
  using Clock = std::chrono::steady_clock;
  if (!is_working()) return false;
  const auto until = Clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
  do {
    Matrix& next = matrix_->done() ? *other_ : *matrix_;
    next.step(16);  // of records, a row
  } while (!done() && Clock::now() < until);
  if (done()) add_up();
  return !done();
}

void MatrixView::stop() {
  if (!is_working()) return;
  stopped_ = true;
  add_up();
}

int MatrixView::progress() const {
  const std::size_t all = cells_of(matrix_) + cells_of(other_);
  return all == 0 ? 100 : static_cast<int>((filled_of(matrix_) + filled_of(other_)) * 100 / all);
}

std::string MatrixView::progress_in_words() const {
  const std::string cells = std::to_string(matrix_->users()) + " users by " +
                            std::to_string(matrix_->columns()) + " " + std::string(word(axis_));
  const std::string far = std::to_string(progress()) + " %";
  return stopped_ ? "Stopped at " + far + " of " + cells + "." : "Computing " + cells + ": " + far;
}

void MatrixView::choose(Axis axis) {
  if (axis == axis_) return;
  axis_ = axis;
  stopped_ = false;
  fresh_ = false;
}

void MatrixView::show_on(policy::Date day) {
  if (day == this->day()) return;
  day_ = day == days_.front() ? std::nullopt : std::optional(day);
  stopped_ = false;
  fresh_ = false;
}

// ---- What if -----------------------------------------------------------------------------------

void MatrixView::find_trials(const Session& session) {
  trials_.clear();
  if (session.requests().empty() || session.scenario().assignables.empty()) return;
  const analysis::Edits edits(session, 0);
  for (std::uint32_t at = 0; at < session.scenario().assignables.size(); ++at) {
    const scenario::Assignable& field = session.scenario().assignables[at];
    Trial trial;
    for (const std::uint32_t number : edits.of_field(at)) {
      const analysis::Atom& atom = edits.atoms()[number];
      const AssignCommand edit = edits.commands({number}).front();
      if (!scenario::allows(field, edit.value)) continue;
      const std::string value = session::value_in_words(atom.value, field, edits.world());
      trial.field = field_title(session.scenario(), edit);
      const bool is_set = scenario::field_word(field.field).is_set;
      trial.values.push_back({is_set ? (atom.puts_in ? "with " : "without ") + value : value, edit});
    }
    if (!trial.values.empty()) trials_.push_back(std::move(trial));
  }
}

void MatrixView::try_out(std::optional<AssignCommand> edit) {
  if (edit == tried_) return;
  tried_ = std::move(edit);
  if (!matrix_) return;
  stopped_ = stopped_ && !matrix_->done();
  begin_other();
}

// ---- Blocks ------------------------------------------------------------------------------------

void MatrixView::group() {
  const policy::World& in = world();
  agencies_.clear();
  groups_.clear();
  users_.clear();
  columns_.clear();
  agency_of_.assign(in.users.size(), 0);
  group_of_.assign(matrix_->columns(), 0);
  for (std::uint32_t agency = 0; agency < in.agencies.size(); ++agency) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t user = 0; user < in.users.size(); ++user) {
      if (in.users[user].agency.at != agency) continue;
      agency_of_[user] = static_cast<std::uint32_t>(agencies_.size());
      members.push_back(user);
    }
    if (members.empty()) continue;
    agencies_.push_back({agency});
    users_.push_back(std::move(members));
  }
  const auto add = [&](MatrixHead head, std::vector<std::uint32_t> members) {
    if (members.empty()) return;
    for (const std::uint32_t each : members) group_of_[each] = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back(std::move(head));
    columns_.push_back(std::move(members));
  };
  if (axis_ == Axis::records) {
    for (const auto& each : policy::words<policy::Category>()) {
      std::vector<std::uint32_t> members;
      for (std::uint32_t at = 0; at < in.records.size(); ++at) {
        if (in.records[at].category == each.value) members.push_back(at);
      }
      add({std::string(each.title), {}, std::string(each.word)}, std::move(members));
    }
    return;
  }
  std::vector<std::uint32_t> all;
  for (std::uint32_t at = 0; at < matrix_->columns(); ++at) all.push_back(at);
  add({axis_ == Axis::requests ? "Requests" : "Functions", {}, std::string(word(axis_))}, std::move(all));
}

/// Shares and flips: once, since it goes through all cells.
void MatrixView::add_up() {
  shares_.assign(agencies_.size() * groups_.size(), {});
  flip_counts_.assign(shares_.size(), {});
  flips_.clear();
  if (is_working()) return;
  for (std::uint32_t user = 0; user < matrix_->users(); ++user) {
    analysis::Share* const row = shares_.data() + agency_of_[user] * groups_.size();
    for (std::uint32_t column = 0; column < matrix_->columns(); ++column) {
      const analysis::Cell cell = matrix_->at({user}, column);
      analysis::Share& share = row[group_of_[column]];
      share.decided += cell.is_decided();
      share.permitted += cell.grants();
      share.in_part += cell.state() == analysis::CellState::in_part;
    }
  }
  if (!other_) return;
  flips_ = tried_ ? analysis::flips(*matrix_, *other_) : analysis::flips(*other_, *matrix_);
  for (const CellFlip& each : flips_) {
    FlipCount& count = flip_counts_[agency_of_[each.user.at] * groups_.size() + group_of_[each.column]];
    ++(each.gained() ? count.gained : each.lost() ? count.lost : count.otherwise);
  }
}

analysis::Share MatrixView::share(std::size_t agency, std::size_t group) const {
  return shares_[agency * groups_.size() + group];
}
FlipCount MatrixView::flips(std::size_t agency, std::size_t group) const {
  return flip_counts_[agency * groups_.size() + group];
}

std::string MatrixView::block_title(std::size_t agency, std::size_t group) const {
  const std::string rows = policy::called(world()[agencies_[agency]]) + ", " +
                           policy::counted(users_[agency].size(), "user", "users");
  const std::size_t columns = columns_[group].size();
  if (axis_ == Axis::requests) return rows + "; " + policy::counted(columns, "request", "requests");
  if (axis_ == Axis::functions) return rows + "; " + policy::counted(columns, "function", "functions");
  return rows + "; " + groups_[group].title + ", " + policy::counted(columns, "record", "records");
}

// ---- Cells -------------------------------------------------------------------------------------

MatrixHead MatrixView::head(std::uint32_t column) const {
  if (axis_ == Axis::requests) {
    const scenario::ScriptedRequest& request = matrix_->setting().requests[column];
    return {std::to_string(column + 1) + ". " + request.title, {}, request.id};
  }
  if (axis_ == Axis::functions) {
    const auto& row = policy::words<policy::Function>()[column];
    return {std::string(row.title), {}, std::string(row.word)};
  }
  const policy::Record& record = world().records[column];
  const bool levels = policy::has_levels(record.category);
  return {record.title, levels ? std::string(policy::title(record.level)) : "no level", record.id};
}

const CellFlip* MatrixView::flip(std::uint32_t user, std::uint32_t column) const {
  const auto found =
      std::lower_bound(flips_.begin(), flips_.end(), std::pair(user, column),
                       [](const CellFlip& each, const std::pair<std::uint32_t, std::uint32_t>& cell) {
                         return std::pair(each.user.at, each.column) < cell;
                       });
  if (found == flips_.end() || found->user.at != user || found->column != column) return nullptr;
  return &*found;
}

std::string MatrixView::flips_in_words() const {
  if (!done()) return stopped_ ? "What flips is known when all of it is computed." : "";
  if (!too_many_cells_.empty()) return "";
  if (!other_) return "Nothing has been assigned yet.";
  FlipCount all;
  for (const FlipCount& each : flip_counts_) {
    all.gained += each.gained;
    all.lost += each.lost;
    all.otherwise += each.otherwise;
  }
  const bool would = tried_ || day_;
  if (all.all() == 0) return (would ? "No cell would flip" : "No cell has flipped") + std::string(since());
  std::string words = cells_in_words(all.gained) + (would ? " would be gained, " : " gained, ") +
                      std::to_string(all.lost) + " lost";
  if (all.otherwise > 0) words += ", " + std::to_string(all.otherwise) + " otherwise changed";
  return words + since();
}

/// Against what the flips are: the end of a sentence.
const char* MatrixView::since() const {
  if (tried_) return day_ ? " then, if this were assigned." : " if this were assigned.";
  return day_ ? " from today to then, if nothing else changes." : " since the last assignment.";
}

CellStory MatrixView::story(const Session& session, std::uint32_t user, std::uint32_t column) const {
  const policy::World& in = world();
  const analysis::Cell cell = matrix_->at({user}, column);
  const std::string title = head(column).title;
  CellStory story;
  story.title = in.users[user].name + " (" + policy::called(in[in.users[user].agency]) + "), " +
                (axis_ == Axis::functions ? title : policy::in_quotes(title));
  if (const CellFlip* found = flip(user, column)) story.flip = flip_in_words(*found, tried_.has_value());
  const auto request = matrix_->question({user}, column);
  if (!cell.is_decided() || !request) {
    story.outcome = cell.state() == analysis::CellState::absent
                        ? "The record is not on the platform: nothing is found, whoever asks."
                    : cell.state() == analysis::CellState::pending ? "Not computed yet."
                                                                   : "There is nothing to ask.";
    return story;
  }
  if (const auto primary = cell.primary()) {
    story.rule =
        std::string(policy::check(*primary).code) + ": " + std::string(policy::check(*primary).sentence);
  }
  story.outcome = policy::in_words(in, *request) + " " +
                  policy::outcome_in_words(in, *request, policy::decide(in, *request));
  if (day_) return story;  // it is not asked today
  if (axis_ == Axis::requests && session.requests()[column].request.user.at == user) {
    story.asking = {session::RunCommand{session.requests()[column].id}};
  } else if (analysis::can_be_asked(*request)) {
    const std::string id = session::next_own_id(session);
    story.asking = {session::AskCommand{id, *request, true, {}}, session::RunCommand{id}};
  }
  return story;
}

// ---- Words -------------------------------------------------------------------------------------

std::string field_title(const scenario::Scenario& scenario, const AssignCommand& edit) {
  std::string words = session::in_words(edit, scenario);
  const std::string_view verb = "assign ";
  if (words.starts_with(verb)) words.erase(0, verb.size());
  Lines lines;
  add(lines, std::move(words));
  return lines.front();
}

std::string cell_in_words(analysis::Cell cell) {
  if (const auto primary = cell.primary()) return "deny " + std::string(policy::check(*primary).code);
  if (cell.state() == analysis::CellState::pending) return "not computed yet";
  return std::string(word(cell));
}

const char* sign(const CellFlip& flip) {
  return flip.gained() ? "+" : flip.lost() ? "−" : "~";
}

std::string flip_in_words(const CellFlip& flip, bool tried) {
  const std::string what = flip.gained() ? "gained" : flip.lost() ? "lost" : "changed";
  return tried
             ? (what == "changed" ? "would change" : "would be " + what) + " to " + cell_in_words(flip.after)
             : what + ": was " + cell_in_words(flip.before);
}

std::string share_in_words(const analysis::Share& share) {
  if (share.decided == 0) return "nothing to decide";
  return std::to_string(share.permitted) + " of " + std::to_string(share.decided) + " permitted";
}

std::string signs(const FlipCount& count) {
  std::string text;
  const auto add = [&](std::size_t number, const char* sign) {
    if (number > 0) text += (text.empty() ? "" : " ") + (sign + std::to_string(number));
  };
  add(count.gained, "+");
  add(count.lost, "−");
  add(count.otherwise, "~");
  return text;
}

std::string story_in_words(const CellStory& story) {
  std::string words;
  for (const std::string* each : {&story.title, &story.flip, &story.outcome, &story.rule}) {
    if (each->empty()) continue;
    words += (words.empty() ? "" : " ") + *each;
    if (words.back() != '.') words += '.';
  }
  return words;
}

}  // namespace ntk::web
