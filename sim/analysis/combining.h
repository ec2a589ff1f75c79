// The conflict lab: what would be decided under another combining algorithm.
//
// Checks can disagree: an agreement lists the category, and the owner's memo is missing. A policy has to say
// what holds then. The platform asks that all pass. Other systems do otherwise, and the lab shows what that
// would do here. It is a view: decisions, trail and goals are those of the platform, whatever is tried.
//
// The four gates stay, and each has to be open. What is switched is how the checks of one gate make one
// answer; a check that is not applicable has no say, and a gate where none applies is open.
//
//   all must pass    The platform's. The gate is open when no check of it fails.
//   first match      The first check of the table that applies decides; those after it are not asked (a
//                    firewall's list of rules, "first applicable").
//   deny overrides   Checks are conditions or grants (policy::CheckKind). A condition that fails is a denial,
//                    and overrides everything. Else one grant that passes is enough: a grant that fails
//                    grants nothing, which is no denial. Where grants are asked and none passes, the gate
//                    stays shut.
//   most specific    Of the checks that apply, those about the narrowest thing decide, and all of them must
//                    pass: a named person before a class of people, before an agency, before everybody
//                    (policy::Specificity).
//
// All of it is the simulator's reading, for teaching: the source knows only the platform's way. None of the
// others denies what the platform permits: where no check fails, each opens every gate. So the lab shows what each
// algorithm gives away (tests hold the lab to that).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/policy/traits.h"
#include "sim/session/session.h"

namespace ntk::analysis {

using scenario::CombiningAlgorithm;

inline constexpr std::size_t gate_count = 4;

std::string_view title(policy::Specificity specificity);  ///< "an agency"

/// How one gate stands.
struct GateAnswer {
  bool open = true;
  std::optional<policy::CheckId> by;  ///< the check that decided; none where all pass, or none applies

  bool operator==(const GateAnswer&) const = default;
};

/// What an algorithm makes of the verdicts on a request, or on a hit.
struct Combined {
  std::array<GateAnswer, gate_count> gates;  ///< in the order of policy::Gate

  bool permitted() const;
  /// The check by which the first gate that is shut was decided; none where all are open.
  std::optional<policy::CheckId> denied_by() const;
};
Combined combine(const policy::Verdicts& verdicts, CombiningAlgorithm algorithm);

/// A gate that the platform shuts and the algorithm opens.
struct Overruling {
  policy::CheckId by{};                  ///< the check that opens it
  std::vector<policy::CheckId> ignored;  ///< the checks of the gate that fail, in order
};

/// One request that comes out otherwise.
struct Change {
  policy::Request request;                ///< as it was asked, or would be
  std::optional<std::uint32_t> scripted;  ///< position in Session::requests(); none: a cell of the matrix
  policy::Ref<policy::User> user;         ///< who asks
  std::optional<policy::Ref<policy::Record>> record;  ///< the record it is about, or the hit
  bool hit = false;                                   ///< a record that a search would no longer withhold
  std::vector<Overruling> overruled;                  ///< gate by gate; at least one

  /// The primary reason of the platform's denial.
  policy::CheckId platform() const { return overruled.front().ignored.front(); }
};

/// What an algorithm does to a session.
struct LabResult {
  std::vector<Change> requests;  ///< of the latest runs, in the order of the requests
  std::vector<Change> cells;     ///< users and records, asked as in the access matrix, row by row
  std::size_t asked = 0;         ///< requests that have been run
  std::size_t decided = 0;       ///< cells that were decided; 0 where there are too many
  bool too_many_cells = false;   ///< more than most_lab_cells: they are left out
};

/// Beyond so many cells the lab looks at requests only: a view is written anew after every step.
inline constexpr std::size_t most_lab_cells = 20'000;

/// Whether the lab can be shown: the lesson opens it, all required predictions are made, and nothing is
/// concealed.
bool lab_is_open(const session::Session& session);
/// Why it cannot, in a sentence; empty where it can.
std::string lab_waits_for(const session::Session& session);

LabResult try_algorithm(const session::Session& session, CombiningAlgorithm algorithm);

/// What the algorithm is, in a sentence: "The first check of a gate that applies decides ...".
std::string_view explained(CombiningAlgorithm algorithm);
/// What goes wrong in one change: "DA-2 comes first and passes, so DA-7 is never asked."
std::string what_goes_wrong(const Change& change, CombiningAlgorithm algorithm);
/// The sum of it, and what it shows: "3 of 9 requests and 12 of 60 cells would be permitted ...".
std::string in_words(const LabResult& result, CombiningAlgorithm algorithm);

}  // namespace ntk::analysis
