// Civil dates, terms and periods: the only arithmetic of time in the rules.
//
// A date is a day of the proleptic Gregorian calendar with no time zone. A request's day is the
// date of its moment. Nothing here reads a clock: time is always handed in.
//
// A *term* (of an agreement, a memo, a transaction) includes its first and its last day; without a
// last day it runs until further notice. A *period* of N years from day D covers D <= day < D + N
// years; 29 February + N years is 28 February in a common year. Both are the simulator's readings:
// the source gives the lengths (P6 note 15, P21, P31) but not the edges.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ntk::policy {

/// A civil date.
using Date = std::chrono::year_month_day;

/// The same day `years` later; 28 February where 29 February does not exist.
Date plus_years(Date day, int years);

/// The day after.
Date next_day(Date day);
/// The day before.
Date day_before(Date day);

/// Whether a period of `years` years that began on `from` covers `day`. A period that has not yet
/// begun is not current.
bool current(Date from, int years, Date day);

/// First and last day, both included.
struct Term {
  Date first{};
  std::optional<Date> last;  ///< none: until further notice

  bool covers(Date day) const { return first <= day && (!last || day <= *last); }
  bool operator==(const Term&) const = default;
};

/// A day and a minute of it (0 to 1439), as a request states when it is asked.
struct Moment {
  Date day{};
  int minute = 0;

  bool operator==(const Moment&) const = default;
  // Spelt out: the library of the WebAssembly build compares dates by `<` only.
  bool operator<(const Moment& other) const {
    return day != other.day ? day < other.day : minute < other.minute;
  }
};

/// The last day that can be written.
inline constexpr Date last_date = Date{std::chrono::year{9999} / 12 / 31};

/// "2016-08-12". Nothing for any other shape, for a day that does not exist, or for the year 0000.
std::optional<Date> parse_date(std::string_view text);
/// "2016-08-12T09:30". Nothing for any other shape, or for a day or minute that does not exist.
std::optional<Moment> parse_moment(std::string_view text);

std::string to_text(Date day);           ///< "2016-08-12"
std::string to_text(Moment moment);      ///< "2016-08-12T09:30"
std::string time_of(Moment moment);      ///< "09:30"
std::string in_words(Date day);          ///< "12 August 2016", for sentences
std::string in_words(Moment moment);     ///< "12 August 2016, 09:30"
std::string in_words(const Term& term);  ///< "from 1 May 2016 to 12 August 2016", "from 1 May 2016 on"

}  // namespace ntk::policy
