// The oracle: the same policy once more, written to be believed rather than to be good.
//
// It reads from top to bottom like docs/rules.md, check by check, and shares with the engine only
// the plain types of world.h and the words of the vocabulary: the dates, the terms, the tables of
// functions and categories and the matching of search terms are its own. It is slow, repeats
// itself, explains nothing, and is linked into tests alone. Where the two differ, one of them has
// misread the policy, and the policy's text says which.
//
// Left out is what the engine leaves out: the checks that checks.def does not list.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/world.h"

namespace ntk::oracle {

/// Check -> 'p' pass, 'f' fail, '-' not applicable. The keys are the codes: "AC-1".
using Verdicts = std::map<std::string_view, char>;

/// A record that a permitted search found.
struct Hit {
  std::size_t record;               ///< position in the world's records
  Verdicts verdicts;                ///< of the checks that are asked of each record
  std::vector<std::string> failed;  ///< in the order of reasons; the hit is withheld unless empty
};

struct Answer {
  bool permitted = false;
  Verdicts verdicts;                ///< of every check
  std::vector<std::string> failed;  ///< in the order of reasons
  std::vector<Hit> hits;
};

Answer consult(const policy::World& world, const policy::Request& request);

}  // namespace ntk::oracle
