// The flow of one request: the path from the user to the record as a row of stations, and where it broke.
//
//   for (const Station& each : flow_of(*run.world, run.asked, run.decision)) ...
//
// A station is what the request comes to next: the account, the agency, the function, the level, the owner's memo,
// the record. The link before it holds where the checks that stand for it pass. Each check stands for one link
// (traits.h), and links and checks have the same order. So a denied request breaks first at its primary reason.
//
// It holds no rule: every state comes from the verdicts, and the facts are those that the checks read.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/policy/decide.h"
#include "sim/policy/traits.h"

namespace ntk::analysis {

using policy::Link;

inline constexpr std::size_t link_count = static_cast<std::size_t>(Link::record) + 1;

enum class LinkState : std::uint8_t {
  holds,
  partly,          ///< of what a search found, it broke for some
  broken,          ///< a check fails; of what a search found, for every record
  not_applicable,  ///< so are all of its checks
};

struct Station {
  Link link = Link::account;  ///< the one before it
  std::string title;          ///< "Owner’s memo"
  std::string facts;          ///< a line: "DEA’s memo to FBI covers it"
  LinkState state = LinkState::not_applicable;
  std::vector<policy::CheckId> failed;  ///< in order, each once
  bool primary = false;  ///< whether the primary reason is among them: then it is the first that broke
  std::size_t hits = 0, broken_for = 0;  ///< records that a search found, and those withheld at this link
};

using Flow = std::array<Station, link_count>;

/// Of a request and the decision on it, in the world in which it was decided.
Flow flow_of(const policy::World& world, const policy::Request& request, const policy::Decision& decision);

/// "holds"; "broken: DA-5, DA-7"; "broken for 1 of 3 records: DA-7"; "not asked"
std::string state_in_words(const Station& station);

}  // namespace ntk::analysis
