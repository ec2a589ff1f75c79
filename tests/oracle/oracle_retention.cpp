#include "tests/oracle/oracle_case.h"
#include "tests/oracle/oracle_dates.h"

namespace ntk::oracle {
namespace {

using namespace policy;  // the types alone

char verdict_of(bool passes) {
  return passes ? 'p' : 'f';
}

/// `keep_until` and `expires` are the last day. An open matter takes the last day away.
char through(const std::optional<Date>& last_day, bool open, int today) {
  if (!last_day.has_value()) return '-';
  return verdict_of(open || today <= number(*last_day));
}

/// "SEACATS until `closed` + 5 years, or 2 years after `limitation_expired` where that came first."
char seizure(const Retention& kept, int today) {
  if (!kept.limitation_expired.has_value() && !kept.closed.has_value()) return '-';
  if (kept.open_matter) return 'p';
  bool limitation_came_first = kept.limitation_expired.has_value();
  if (kept.limitation_expired.has_value() && kept.closed.has_value()) {
    limitation_came_first = number(*kept.limitation_expired) < number(*kept.closed);
  }
  if (limitation_came_first) return verdict_of(today < years_later(number(*kept.limitation_expired), 2));
  return verdict_of(today < years_later(number(*kept.closed), 5));
}

/// Years from `collected`; 0 where the category has no such period.
int years_kept(std::string_view category, std::string_view system, bool us_person) {
  if (category == "travel_document") return system == "acrq" ? 100 : 0;
  if (category == "lookout") return 75;
  if (category == "user_profile") return 75;
  if (category == "audit") return 25;
  if (category == "apis") return 1;
  if (category == "border_crossing") return us_person ? 15 : 75;
  if (category == "i94") return 75;
  if (category == "watchlist") return 75;
  return 0;
}

}  // namespace

char within_retention(const World& world, const Record& record, int today) {
  const Retention& kept = record.retention;
  const std::string_view category = word(record.category);

  // External agencies' records, lookouts included, are kept by their owner's schedule; a lookout that is not
  // the host's is kept so too.
  const bool external = world.agencies[record.owner.at].standing == Standing::external;
  const bool lookout_of_another = category == "lookout" && record.owner.at != world.host.at;
  if (external || lookout_of_another) return through(kept.keep_until, kept.open_matter, today);

  if (category == "seizure") return seizure(kept, today);
  if (category == "enhanced_document") return through(kept.expires, kept.open_matter, today);

  const int years = years_kept(category, record.system, kept.us_person);
  if (years == 0 || !kept.collected.has_value()) return '-';
  // While a matter is open there is no last day, but a collection still to come is not current.
  if (kept.open_matter) return verdict_of(number(*kept.collected) <= today);
  return verdict_of(is_current(kept.collected, years, today));
}

}  // namespace ntk::oracle
