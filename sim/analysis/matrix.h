// The access matrix: for every user and every record, request or function, whether it is permitted, and if
// not, by which rule.
//
// A cell is what `decide` says of one request. Which request that is, is the convention of its axis;
// question() gives it, so that a cell leads to Why.
//
//   records    The user asks to read the record: displays it by any function that displays its category, or,
//              where none does (external systems), searches for it (policy::reading_ways). Permitted where
//              any of these ways is; else the reason is that of the way that gets furthest. The user states a
//              duty (the first of the profile; one without duties states the scenario's first purpose, and
//              fails DA-9) and asks from the own duty station, so that a cell is denied for what the user is
//              and has, not for what was said. A record that is not on the platform is `absent` to everybody.
//   requests   The user asks what the script, or the student, has another user ask: with the same purpose,
//              place and moment. A search that is permitted and withholds something is permitted `in_part`.
//   functions  The user uses the function for something that it covers, at the duty station, for a duty: the
//              gates of account, agency and function, and the need to know. No record is asked for.
//
// All of it is as the world stands at one moment: who has not logged on is denied by AC-7 (`run all` logs on
// whom the script logs on). Where the scenario has no purposes, nothing can be asked: `not_asked`.
//
// It is computed in steps, so that a view can spend part of a frame on it, show how far it is, and drop it;
// it keeps the world that it is of, so that an edit meanwhile does it no harm. To see what an edit flips
// before it is applied, fill a matrix of edited(), and ask flips().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/policy/compiled.h"
#include "sim/session/session.h"

namespace ntk::analysis {

/// What the columns are.
enum class Axis : std::uint8_t { records, requests, functions };
std::string_view word(Axis axis);  ///< "records", "requests", "functions"
std::optional<Axis> axis_from_word(std::string_view text);

enum class CellState : std::uint8_t {
  pending,  ///< not computed yet
  permitted,
  in_part,  ///< permitted, and at least one record that it found is withheld
  denied,
  absent,     ///< the record is not on the platform: nothing is found, whoever asks
  not_asked,  ///< there is nothing to ask
};

/// One cell, in a byte.
class Cell {
 public:
  Cell() = default;                ///< pending
  explicit Cell(CellState state);  ///< not `denied`
  explicit Cell(policy::PackedOutcome outcome);

  CellState state() const;
  /// The first failing check of a cell that is denied; else none.
  std::optional<policy::CheckId> primary() const;
  /// Permitted, in whole or in part.
  bool grants() const { return state() == CellState::permitted || state() == CellState::in_part; }
  /// Whether a decision stands behind it: permitted, in part or denied.
  bool is_decided() const { return grants() || state() == CellState::denied; }

  bool operator==(const Cell&) const = default;

 private:
  std::uint8_t byte_ = 255;
};

/// "permit", "in part", "DA-7", "absent", "not asked", "pending".
std::string_view word(Cell cell);

/// What a matrix is of.
struct Setting {
  std::shared_ptr<const policy::World> world;
  policy::Moment
      moment;  ///< at which records and functions are asked for, and requests without one of their own
  std::vector<scenario::ScriptedRequest> requests;  ///< the columns of Axis::requests
  std::string place;                                ///< of users without a duty station
  std::shared_ptr<const policy::World> assigned{};  ///< before anything was run, where that was another world

  /// The world that describes what requests enter.
  const policy::World& described() const { return assigned ? *assigned : *world; }
};

/// As a session stands: its world, its clock, its requests. Copies the world.
Setting setting_of(const session::Session& session);
/// The same, with the world as it is assigned: nothing that was run has changed it.
Setting assigned_setting(const session::Session& session);
/// The setting on another day: whatever is asked is asked then, at its own time of day; a request that states
/// a day still later, on that. What may happen until then is not foreseen.
Setting on_day(Setting setting, policy::Date day);
/// The setting after an edit that is not made yet.
Setting edited(const Setting& setting, const scenario::Assignable& field,
               const scenario::AssignedValue& value);

/// What a user states who asks to read a record: a duty, and the own duty station, else a place of the scenario's.
policy::Stated stated_by(const Setting& setting, policy::Ref<policy::User> user);

/// Cells that a matrix may have, each of a byte: so many can still be printed, or looked through.
inline constexpr std::size_t most_cells = 20'000'000;

/// Why a matrix of these columns isn't made: the sentence says what it would have, and what can be asked instead.
/// Empty where it has at most `most` cells.
std::string too_many_cells(const Setting& setting, Axis axis, std::size_t most = most_cells);

class Matrix {
 public:
  /// All its cells are pending: `too_many_cells` says beforehand whether there is room for them.
  Matrix(Setting setting, Axis axis);

  /// Computes about so many cells more, at least one; of records, whole rows. The first step prepares the
  /// world too. Returns done().
  bool step(std::size_t cells);
  /// Computes all that is left.
  void finish();
  bool done() const { return filled_ == cells_.size(); }
  std::size_t filled() const { return filled_; }      ///< cells that are computed: row by row
  std::size_t size() const { return cells_.size(); }  ///< cells there are

  Axis axis() const { return axis_; }
  const Setting& setting() const { return setting_; }
  std::uint32_t users() const { return users_; }  ///< rows, in the order of the world's users
  std::uint32_t columns() const {
    return columns_;
  }  ///< in the order of the world, the requests, functions.def

  Cell at(policy::Ref<policy::User> user, std::uint32_t column) const {
    return cells_[std::size_t{user.at} * columns_ + column];
  }

  /// The request that the cell is the outcome of: of several ways the one that it is told of. None where
  /// nothing is asked. `policy::decide` and `policy::explain` take it as it is; a student can ask it where
  /// can_be_asked().
  std::optional<policy::Request> question(policy::Ref<policy::User> user, std::uint32_t column) const;

 private:
  policy::Stated stated(policy::Ref<policy::User> user) const { return stated_by(setting_, user); }
  bool can_ask() const { return !setting_.world->purposes.empty(); }
  void fill_row_of_records(policy::Ref<policy::User> user);
  Cell cell_of_request(policy::Ref<policy::User> user, std::uint32_t column) const;
  Cell cell_of_function(policy::Ref<policy::User> user, std::uint32_t column) const;
  policy::Request request_for(policy::Ref<policy::User> user, std::uint32_t column) const;
  policy::Request function_for(policy::Ref<policy::User> user, std::uint32_t column) const;

  Setting setting_;
  Axis axis_;
  std::uint32_t users_ = 0;
  std::uint32_t columns_ = 0;
  std::vector<Cell> cells_;  ///< row by row
  std::size_t filled_ = 0;
  std::optional<policy::Compiled> compiled_;  ///< of records, while it is being filled
  std::vector<policy::PackedOutcome> row_;
};

/// A whole matrix at once.
Matrix filled(Setting setting, Axis axis = Axis::records);

/// Whether a student can ask the request, as an AskCommand.
bool can_be_asked(const policy::Request& request);

// ---- Before and after --------------------------------------------------------------------------

/// A cell that differs between two matrices.
struct CellFlip {
  policy::Ref<policy::User> user;
  std::uint32_t column = 0;
  Cell before, after;

  bool gained() const { return !before.grants() && after.grants(); }
  bool lost() const { return before.grants() && !after.grants(); }
};

/// Which differences count: what is granted, or its reason too.
enum class Difference : std::uint8_t { outcome, reason };

/// The cells that differ, row by row, of those computed in both. The matrices are of one scenario and axis;
/// columns that one of them alone has (a student's own requests) are left out.
std::vector<CellFlip> flips(const Matrix& before, const Matrix& after,
                            Difference counts = Difference::outcome);

// ---- From afar ---------------------------------------------------------------------------------

/// Cells taken together.
struct Share {
  std::uint32_t permitted = 0;  ///< of them in part, too
  std::uint32_t in_part = 0;
  std::uint32_t decided = 0;  ///< permitted or denied; neither absent nor pending

  bool operator==(const Share&) const = default;
};

/// Agencies by groups of columns: records by category; each request and each function for itself.
struct Summary {
  std::vector<policy::Ref<policy::Agency>> agencies;  ///< that have users, in the order of the world
  std::vector<policy::Category> categories;           ///< of records: those that there are records of
  std::uint32_t groups = 0;                           ///< categories, or columns
  std::vector<Share> shares;                          ///< agency by agency

  const Share& at(std::size_t agency, std::size_t group) const { return shares[agency * groups + group]; }
};
Summary summary(const Matrix& matrix);

}  // namespace ntk::analysis
