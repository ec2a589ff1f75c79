// Notices to the agencies that entered lookouts.
//
// A lookout whose creator asked for it: date, time and place of every query hit or encounter by another user,
// also where the hit was withheld or the request denied by the data (OB-3, P12). One on Primary: a warning
// before the designation ends, and that it ended (LO-5, P25).
#pragma once

#include <cstdint>
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

/// The notices that fall due after the day `from`, up to the day `to`.
std::vector<Notice> notices_due(const policy::World& world, policy::Date from, policy::Date to);

}  // namespace ntk::session
