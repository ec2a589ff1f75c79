#include "sim/policy/date.h"

#include <array>

namespace ntk::policy {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

/// A number written with exactly text.size() digits.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

}  // namespace

Date plus_years(Date date, int years) {
  const Date moved = date + std::chrono::years{years};
  return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

Date next_day(Date date) {
  return Date{sys_days{date} + std::chrono::days{1}};
}

Date day_before(Date date) {
  return Date{sys_days{date} - std::chrono::days{1}};
}

bool current(Date from, int years, Date date) {
  return from <= date && date < plus_years(from, years);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d || *y == 0) return std::nullopt;
  const Date date = year{*y} / month{static_cast<unsigned>(*m)} / day{static_cast<unsigned>(*d)};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Moment> parse_moment(std::string_view text) {
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto hours = digits(text.substr(11, 2));
  const auto minutes = digits(text.substr(14, 2));
  if (!date || !hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return Moment{*date, *hours * 60 + *minutes};
}

std::string to_text(Date date) {
  return padded(static_cast<int>(date.year()), 4) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string to_text(Moment moment) {
  return to_text(moment.day) + 'T' + time_of(moment);
}

std::string time_of(Moment moment) {
  return padded(moment.minute / 60, 2) + ':' + padded(moment.minute % 60, 2);
}

std::string in_words(Date date) {
  const unsigned month_number = static_cast<unsigned>(date.month());
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         std::string(month_names[month_number - 1]) + ' ' + std::to_string(static_cast<int>(date.year()));
}

std::string in_words(Moment moment) {
  return in_words(moment.day) + ", " + time_of(moment);
}

std::string in_words(const Term& term) {
  const std::string first = "from " + in_words(term.first);
  return term.last ? first + " to " + in_words(*term.last) : first + " on";
}

}  // namespace ntk::policy
