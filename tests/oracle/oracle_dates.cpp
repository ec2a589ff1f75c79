#include "tests/oracle/oracle_dates.h"

namespace ntk::oracle {

int number(policy::Date date) {
  return static_cast<int>(date.year()) * 10000 + static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(date.day()));
}

int years_later(int date, int years) {
  const int later = date + years * 10000;
  const int year = later / 10000;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (later % 10000 == 229 && !leap) return year * 10000 + 228;
  return later;
}

bool is_current(const std::optional<policy::Date>& from, int years, int today) {
  if (!from.has_value()) return false;
  return number(*from) <= today && today < years_later(number(*from), years);
}

bool in_force(const std::optional<policy::Term>& term, int today) {
  if (!term.has_value()) return false;
  if (today < number(term->first)) return false;
  if (!term->last.has_value()) return true;
  return today <= number(*term->last);
}

}  // namespace ntk::oracle
