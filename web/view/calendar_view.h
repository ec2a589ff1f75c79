// The calendar as pages show it: what changes by itself on which day, which notices were sent, and which
// disclosures were recorded (DHS Form 191). Both pages take it from here.
//
// Made of a session whenever that has changed. Of each part there are at most `calendar_most` rows: of what
// is to come the nearest, of notices and forms the latest; how many are left out is said.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

enum class CalendarPart : std::uint8_t { changes, notices, disclosures };
inline constexpr std::size_t calendar_part_count = 3;
inline constexpr std::size_t calendar_most = 200;

struct CalendarPartRow {
  CalendarPart part;
  std::string_view word;                        ///< "notices"
  std::string_view tab;                         ///< "Notices"
  std::string_view title;                       ///< "Notices sent"
  std::string_view one, several;                ///< "notice", "notices"
  std::string_view about;                       ///< a sentence
  std::span<const std::string_view> columns{};  ///< their titles
};
std::span<const CalendarPartRow> calendar_parts();
const CalendarPartRow& row(CalendarPart part);

/// One thing that begins to hold on a day, or lapses.
struct CalendarChange {
  bool begins = false;
  std::string_view code;  ///< of the rule that reads it
  std::string what;       ///< a sentence
};
std::string_view word(const CalendarChange& change);  ///< "Begins", "Lapses"

struct CalendarDay {
  policy::Date day{};
  std::string words;                            ///< "1 September 2016, in 20 days"
  std::optional<session::AdvanceCommand> move;  ///< to this day
  std::vector<CalendarChange> changes;
};

/// A notice or a form.
struct CalendarRow {
  std::string name;
  std::string note;  ///< when, and by which event
  /// The further columns: of each its lines.
  std::vector<std::vector<std::string>> cells;
};

struct CalendarView {
  policy::Moment clock;
  std::vector<CalendarDay> days;
  std::vector<CalendarRow> notices, disclosures;
  std::array<std::size_t, calendar_part_count> all{};  ///< how many there are of each part, shown or not

  std::size_t count(CalendarPart part) const { return all[static_cast<std::size_t>(part)]; }
  /// Of notices or disclosures; changes are in `days`.
  const std::vector<CalendarRow>& rows(CalendarPart part) const {
    return part == CalendarPart::notices ? notices : disclosures;
  }
};
CalendarView view_calendar(const session::Session& session);

/// Moves the clock to the morning of a day; none where the clock already shows that day or a later one.
std::optional<session::AdvanceCommand> move_to(policy::Date day, policy::Moment clock);

/// "1 September 2016, in 20 days"; "12 August 2016, today"
std::string day_in_words(policy::Date day, policy::Date today);
/// "It is 12 August 2016, 09:00."
std::string clock_in_words(const CalendarView& view);
/// "3 changes after 12 August 2016", "200 of 312 notices, the latest first"
std::string caption(const CalendarView& view, CalendarPart part);
/// "112 more, later than these, are not shown."; empty where all are.
std::string left_out_in_words(const CalendarView& view, CalendarPart part);

/// What is said in the place of a part that has no rows.
struct CalendarEmpty {
  std::string what;
  std::string_view what_to_do;
};
CalendarEmpty empty_part(const CalendarView& view, CalendarPart part);

}  // namespace ntk::web
