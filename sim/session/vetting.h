// Vetting a file of persons: a file of responses comes back, and the trail has an event for each person (P8).
//
// Each person is put to a request that vets, by one `vet` command. What was withheld from whoever asked is in
// the audit trail alone.
#pragma once

#include <string>
#include <vector>

#include "sim/session/session.h"

namespace ntk::session {

/// What a vetting request answers for one person.
struct VettingResponse {
  std::vector<policy::Field> person;  ///< as the file stated
  bool permitted = false;
  std::vector<policy::Ref<policy::Record>> returned;  ///< in the order of the world's records
  std::uint64_t event = 0;                            ///< sequence number in the audit trail
};

/// The responses to the persons that were put to the request (its position), in order.
std::vector<VettingResponse> vetting_responses(const Session& session, std::uint32_t request);

/// The commands that put the persons to the request of that id, in order.
std::vector<Command> vetting_commands(const std::string& request,
                                      const std::vector<std::vector<policy::Field>>& persons);

/// The file of responses: {"scenario", "request", "responses": [{"person": {...}, "outcome", "matches",
/// "returned": [ids], "event"}]}.
std::string vetting_json(const Session& session, std::uint32_t request);

}  // namespace ntk::session
