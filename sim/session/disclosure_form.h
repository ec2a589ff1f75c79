// DHS Form 191, the record of a disclosure (P26-27).
//
// The platform writes one whenever a record on a person is displayed or printed (OB-2), marked with whether
// who looks is outside the Department; whoever answers a written request case by case records it by hand
// (DI-2). The fields are those of rule DI-1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/policy/decide.h"

namespace ntk::session {

struct DisclosureForm {
  std::uint64_t event = 0;  ///< of the audit trail
  bool by_hand = false;
  bool outside_department = false;  ///< the one to whom it is disclosed
  std::string inquiry;              ///< "written", "oral", "on the platform"
  std::string subject;              ///< of the record sought
  std::string requester;            ///< the individual who seeks it
  std::string agency;               ///< of the requester
  std::string address;
  std::string provider;  ///< who retrieved and provided it
  std::string purpose;
  std::string system;  ///< of records: its notice
  std::string nature;  ///< of the records, in general terms
  policy::Date date{};

  bool operator==(const DisclosureForm&) const = default;
};

/// The form that a decided request leaves, if it leaves one.
std::optional<DisclosureForm> disclosure_form(const policy::World& world, const policy::Request& request,
                                              const policy::Decision& decision);

}  // namespace ntk::session
