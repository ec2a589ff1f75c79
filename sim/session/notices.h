// Notices to the agencies that entered lookouts.
//
// A lookout whose creator asked for it: date, time and place of every query hit or encounter by another user,
// also where the hit was withheld or the request denied by the data (OB-3, P12). One on Primary: a warning
// before the designation ends, and that it ended (LO-5, P25).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/policy/decide.h"

namespace ntk::session {

enum class NoticeKind : std::uint8_t { query_hit, encounter, ends_soon, ended };
std::string_view word(NoticeKind kind);   ///< "query_hit"
std::string_view title(NoticeKind kind);  ///< "Query hit"

struct Notice {
  NoticeKind kind = NoticeKind::query_hit;
  std::uint64_t event = 0;  ///< of the audit trail; 0: the calendar's
  policy::Moment moment;
  policy::Ref<policy::Agency> to;
  policy::Ref<policy::Record> lookout;
  std::string text;  ///< a sentence

  bool operator==(const Notice&) const = default;
};

/// The notices that a decided request causes, in the order of the records.
std::vector<Notice> notices_of(const policy::World& world, const policy::Request& request,
                               const policy::Decision& decision);

/// The warning that follows at once where a decided request approves or recertifies a place on Primary that has no
/// more days to go than a warning is given before (LO-5); none where the place stood so before. `event` is left
/// open.
std::optional<Notice> warning_at_once(const policy::World& before, const policy::World& after,
                                      const policy::Request& request);

/// Of a place that such a request gives: what fell due since its day and up to the day `noticed`, through which the
/// calendar's notices were given already. An earlier request that states a later day brings that about.
std::vector<Notice> notices_missed(const policy::World& before, const policy::World& after,
                                   const policy::Request& request, policy::Date noticed);

/// The notices that fall due after the day `from`, up to the day `to`, in the order of their days.
std::vector<Notice> notices_due(const policy::World& world, policy::Date from, policy::Date to);

}  // namespace ntk::session
