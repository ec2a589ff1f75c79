// The oracle: the same policy once more, written to be believed rather than to be good.
//
// It reads from top to bottom like docs/rules.md, check by check, and shares with the engine only
// the plain types of world.h and the words of the vocabulary: the dates, the terms, the tables of
// functions and categories and the matching of search terms are its own. It is slow, repeats
// itself, explains nothing, and is linked into tests alone. Where the two differ, one of them has
// misread the policy, and the policy's text says which.
//
// Its files: oracle.cpp, gates 1 to 3, what is asked of a request as a whole, and searches;
// oracle_record.cpp, what is asked of each record; oracle_retention.cpp, oracle_dates.cpp and
// oracle_tables.cpp.
//
// Left out is a case that the rules leave open: images that are each other's parents.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"

namespace ntk::oracle {

/// Check -> 'p' pass, 'f' fail, '-' not applicable, ' ' not asked at all, as of a hit the checks of its
/// request. The keys are the codes: "AC-1".
class Verdicts {
 public:
  Verdicts() { at_.fill(' '); }
  char& operator[](std::string_view code) { return at_[position(code)]; }
  char operator[](std::string_view code) const { return at_[position(code)]; }

  /// All codes, in the order of reasons.
  static const std::vector<std::string_view>& codes();
  /// By position in `codes`.
  char at(std::size_t position) const { return at_[position]; }

 private:
  static std::size_t position(std::string_view code);
  std::array<char, policy::check_count> at_{};
};

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
