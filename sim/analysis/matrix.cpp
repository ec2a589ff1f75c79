#include "sim/analysis/matrix.h"

#include <algorithm>

#include "sim/policy/decide.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {

using policy::Ref;
using policy::Request;
using policy::User;
using policy::World;

// ---- Cells -------------------------------------------------------------------------------------

namespace {

/// Above the checks, states from the top down.
std::uint8_t byte_of(CellState state) {
  return static_cast<std::uint8_t>(255 - static_cast<unsigned>(state));
}
static_assert(policy::check_count < 255 - static_cast<unsigned>(CellState::not_asked));

}  // namespace

Cell::Cell(CellState state) : byte_(byte_of(state)) {}

Cell::Cell(policy::PackedOutcome outcome)
    : byte_(outcome.permitted() ? byte_of(CellState::permitted)
                                : static_cast<std::uint8_t>(*outcome.primary())) {}

CellState Cell::state() const {
  return byte_ < policy::check_count ? CellState::denied : static_cast<CellState>(255 - byte_);
}

std::optional<policy::CheckId> Cell::primary() const {
  if (state() != CellState::denied) return std::nullopt;
  return static_cast<policy::CheckId>(byte_);
}

std::string_view word(Cell cell) {
  switch (cell.state()) {
    case CellState::pending:
      return "pending";
    case CellState::permitted:
      return "permit";
    case CellState::in_part:
      return "in part";
    case CellState::denied:
      return policy::check(*cell.primary()).code;
    case CellState::absent:
      return "absent";
    case CellState::not_asked:
      return "not asked";
  }
  return {};
}

std::string_view word(Axis axis) {
  switch (axis) {
    case Axis::records:
      return "records";
    case Axis::requests:
      return "requests";
    case Axis::functions:
      return "functions";
  }
  return {};
}

std::optional<Axis> axis_from_word(std::string_view text) {
  for (const Axis each : {Axis::records, Axis::requests, Axis::functions}) {
    if (word(each) == text) return each;
  }
  return std::nullopt;
}

// ---- Settings ----------------------------------------------------------------------------------

namespace {

Setting setting_in(const session::Session& session, const World& world) {
  const auto& places = session.scenario().places;
  Setting setting{std::make_shared<const World>(world),
                  session.clock(),
                  {session.requests().begin(), session.requests().end()},
                  places.empty() ? std::string() : places.front()};
  const bool enters = std::any_of(
      setting.requests.begin(), setting.requests.end(),
      [](const scenario::ScriptedRequest& each) { return policy::is_creating(each.request.operation); });
  if (enters && &world != &session.assigned())
    setting.assigned = std::make_shared<const World>(session.assigned());
  return setting;
}

}  // namespace

Setting setting_of(const session::Session& session) {
  return setting_in(session, session.world());
}

Setting assigned_setting(const session::Session& session) {
  return setting_in(session, session.assigned());
}

Setting on_day(Setting setting, policy::Date day) {
  setting.moment.day = day;
  for (scenario::ScriptedRequest& each : setting.requests)
    each.request.moment.day = std::max(each.request.moment.day, day);
  return setting;
}

Setting edited(const Setting& setting, const scenario::Assignable& field,
               const scenario::AssignedValue& value) {
  const auto with_the_edit = [&](const World& before) {
    auto world = std::make_shared<World>(before);
    scenario::assign(*world, field, value);
    return world;
  };
  Setting after{with_the_edit(*setting.world), setting.moment, setting.requests, setting.place};
  if (setting.assigned) after.assigned = with_the_edit(*setting.assigned);
  return after;
}

policy::Stated stated_by(const Setting& setting, Ref<User> ref) {
  const User& user = (*setting.world)[ref];
  return {user.duties.empty() ? Ref<policy::Purpose>{0} : user.duties.front(),
          user.duty_station.empty() ? setting.place : user.duty_station};
}

// ---- The matrix --------------------------------------------------------------------------------

namespace {

std::size_t columns_of(const Setting& setting, Axis axis) {
  switch (axis) {
    case Axis::records:
      return setting.world->records.size();
    case Axis::requests:
      return setting.requests.size();
    case Axis::functions:
      return policy::words<policy::Function>().size();
  }
  return 0;
}

/// An operation that the function covers: a search where there is one, since it names no record.
policy::Operation typical_operation(policy::Function function) {
  const policy::OperationSet covered = policy::scope(function).operations;
  for (const auto& each : policy::words<policy::Operation>()) {
    if (covered.contains(each.value) && policy::is_search(each.value)) return each.value;
  }
  for (const auto& each : policy::words<policy::Operation>()) {
    if (covered.contains(each.value)) return each.value;
  }
  return policy::Operation::use;
}

bool is_absent(const Request& request, const World& world) {
  const auto* one = std::get_if<Ref<policy::Record>>(&request.target);
  return one != nullptr && world[*one].absent;
}

}  // namespace

std::string too_many_cells(const Setting& setting, Axis axis, std::size_t most) {
  const std::size_t users = setting.world->users.size(), columns = columns_of(setting, axis);
  if (columns == 0 || users <= most / columns) return {};
  return policy::in_digits(users) + " users by " + policy::in_digits(columns) + ' ' +
         std::string(word(axis)) + " are more than the " + policy::in_digits(most) +
         " cells that an access matrix can have. What the goals don't need, a comparison, and what would "
         "change "
         "a decision are found in a world of any size.";
}

Matrix::Matrix(Setting setting, Axis axis)
    : setting_(std::move(setting)),
      axis_(axis),
      users_(static_cast<std::uint32_t>(setting_.world->users.size())),
      columns_(static_cast<std::uint32_t>(columns_of(setting_, axis))),
      cells_(std::size_t{users_} * columns_) {}

bool Matrix::step(std::size_t cells) {
  const std::size_t until = std::min(cells_.size(), filled_ + std::max<std::size_t>(cells, 1));
  while (filled_ < until) {
    const Ref<User> user{static_cast<std::uint32_t>(filled_ / columns_)};
    const auto column = static_cast<std::uint32_t>(filled_ % columns_);
    if (axis_ == Axis::records) {
      fill_row_of_records(user);
      filled_ += columns_;
    } else {
      cells_[filled_++] =
          axis_ == Axis::requests ? cell_of_request(user, column) : cell_of_function(user, column);
    }
  }
  if (done()) compiled_.reset();
  return done();
}

void Matrix::finish() {
  while (!done()) step(cells_.size());
}

void Matrix::fill_row_of_records(Ref<User> user) {
  const auto& records = setting_.world->records;
  if (!compiled_) compiled_.emplace(*setting_.world, setting_.moment);
  row_.resize(columns_);
  if (can_ask()) compiled_->row(user, stated(user), row_);
  Cell* cells = &cells_[std::size_t{user.at} * columns_];
  for (std::uint32_t at = 0; at < columns_; ++at) {
    cells[at] = records[at].absent ? Cell(CellState::absent)
                : can_ask()        ? Cell(row_[at])
                                   : Cell(CellState::not_asked);
  }
}

Request Matrix::request_for(Ref<User> user, std::uint32_t column) const {
  const scenario::ScriptedRequest& scripted = setting_.requests[column];
  Request request = scripted.request;
  if (scripted.at_clock) request.moment = setting_.moment;
  session::put_as_asked(request, setting_.described());
  request.user = user;
  return request;
}

Cell Matrix::cell_of_request(Ref<User> user, std::uint32_t column) const {
  const Request request = request_for(user, column);
  const policy::Decision decision = policy::decide(*setting_.world, request);
  if (!decision.permitted()) return Cell(policy::PackedOutcome(decision.primary()));
  if (is_absent(request, *setting_.world)) return Cell(CellState::absent);
  const bool withholds = std::any_of(decision.hits.begin(), decision.hits.end(),
                                     [](const policy::Hit& each) { return each.withheld(); });
  return Cell(withholds ? CellState::in_part : CellState::permitted);
}

Request Matrix::function_for(Ref<User> user, std::uint32_t column) const {
  const policy::Function function = policy::words<policy::Function>()[column].value;
  const policy::Stated said = stated(user);
  Request request;
  request.user = user;
  request.function = function;
  request.operation = typical_operation(function);
  request.target = policy::NoTarget{};
  request.purpose = said.purpose;
  request.place = said.place;
  request.moment = setting_.moment;
  request.disclosure = policy::Disclosure{{}, {}, policy::all<policy::Statement>()};
  return request;
}

Cell Matrix::cell_of_function(Ref<User> user, std::uint32_t column) const {
  if (!can_ask()) return Cell(CellState::not_asked);
  return Cell(policy::PackedOutcome(policy::decide(*setting_.world, function_for(user, column)).primary()));
}

std::optional<Request> Matrix::question(Ref<User> user, std::uint32_t column) const {
  const World& world = *setting_.world;
  if (axis_ == Axis::requests) return request_for(user, column);
  if (!can_ask()) return std::nullopt;
  if (axis_ == Axis::functions) {
    Request request = function_for(user, column);
    if (policy::is_search(request.operation)) request.target = policy::Search{};
    return request;
  }
  const policy::Stated said = stated(user);
  const auto& ways = policy::reading_ways()[static_cast<std::size_t>(world.records[column].category)];
  const auto best = policy::best_way(world, user, ways, {column}, said, setting_.moment);
  if (!best) return std::nullopt;
  return policy::asking(world, user, best->way, {column}, said, setting_.moment);
}

Matrix filled(Setting setting, Axis axis) {
  Matrix matrix(std::move(setting), axis);
  matrix.finish();
  return matrix;
}

bool can_be_asked(const Request& request) {
  const bool names_nothing = std::holds_alternative<policy::NoTarget>(request.target);
  return session::can_ask_oneself(request.operation) && !request.place.empty() &&
         names_nothing == policy::has_no_target(request.operation) &&
         !std::holds_alternative<policy::Record>(request.target);
}

// ---- Before and after --------------------------------------------------------------------------

std::vector<CellFlip> flips(const Matrix& before, const Matrix& after, Difference counts) {
  std::vector<CellFlip> found;
  const std::uint32_t users = std::min(before.users(), after.users());
  const std::uint32_t columns = std::min(before.columns(), after.columns());
  for (std::uint32_t user = 0; user < users; ++user) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      const Cell was = before.at({user}, column), is = after.at({user}, column);
      if (was == is || was == Cell() || is == Cell()) continue;
      const bool counted = counts == Difference::reason || was.grants() || is.grants();
      if (counted) found.push_back({{user}, column, was, is});
    }
  }
  return found;
}

// ---- From afar ---------------------------------------------------------------------------------

namespace {

/// The categories of the records that there are, and the position among them of each column.
std::vector<std::uint32_t> group_by_category(const World& world, Summary& sum) {
  policy::CategorySet present;
  for (const policy::Record& each : world.records) present.insert(each.category);
  std::vector<std::uint32_t> group_of(policy::words<policy::Category>().size()), groups;
  for (const auto& each : policy::words<policy::Category>()) {
    if (!present.contains(each.value)) continue;
    group_of[static_cast<std::size_t>(each.value)] = static_cast<std::uint32_t>(sum.categories.size());
    sum.categories.push_back(each.value);
  }
  for (const policy::Record& each : world.records)
    groups.push_back(group_of[static_cast<std::size_t>(each.category)]);
  sum.groups = static_cast<std::uint32_t>(sum.categories.size());
  return groups;
}

/// The agencies that have users, and the position among them of each user's.
std::vector<std::uint32_t> group_by_agency(const World& world, Summary& sum) {
  std::vector<bool> has_users(world.agencies.size());
  for (const User& each : world.users) has_users[each.agency.at] = true;
  std::vector<std::uint32_t> row_of(world.agencies.size()), rows;
  for (std::uint32_t at = 0; at < row_of.size(); ++at) {
    row_of[at] = static_cast<std::uint32_t>(sum.agencies.size());
    if (has_users[at]) sum.agencies.push_back({at});
  }
  for (const User& each : world.users) rows.push_back(row_of[each.agency.at]);
  return rows;
}

}  // namespace

Summary summary(const Matrix& matrix) {
  const World& world = *matrix.setting().world;
  Summary sum;
  const auto row_of_user = group_by_agency(world, sum);
  std::vector<std::uint32_t> group_of_column;
  if (matrix.axis() == Axis::records) {
    group_of_column = group_by_category(world, sum);
  } else {
    sum.groups = matrix.columns();
    for (std::uint32_t at = 0; at < sum.groups; ++at) group_of_column.push_back(at);
  }
  sum.shares.resize(sum.agencies.size() * sum.groups);
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    Share* const row = sum.shares.data() + std::size_t{row_of_user[user]} * sum.groups;
    for (std::uint32_t column = 0; column < matrix.columns(); ++column) {
      const Cell cell = matrix.at({user}, column);
      Share& share = row[group_of_column[column]];
      share.permitted += cell.grants();
      share.in_part += cell.state() == CellState::in_part;
      share.decided += cell.is_decided();
    }
  }
  return sum;
}

}  // namespace ntk::analysis
