// How many requests a property asks in worlds drawn at random, and which of them.
#pragma once

#include <cstdlib>

namespace ntk::oracle {

inline constexpr int requests_of_each_world = 24;

/// NTK_CASES=N asks so many requests, and NTK_SHARD=i/n the i-th of n runs (from 1) that share them: each draws other
/// worlds, the same each time. scripts/soak runs all shards of many.
struct Run {
  long cases;
  unsigned shard = 1, shards = 1;

  /// What the environment says, "3/10" as two numbers; the usual number of cases where it says none.
  static Run wanted(long usual_cases) {
    Run run{usual_cases};
    if (const char* wanted = std::getenv("NTK_CASES")) run.cases = std::strtol(wanted, nullptr, 10);
    if (const char* wanted = std::getenv("NTK_SHARD")) {
      char* rest = nullptr;
      run.shard = static_cast<unsigned>(std::strtoul(wanted, &rest, 10));
      if (*rest == '/') run.shards = static_cast<unsigned>(std::strtoul(rest + 1, nullptr, 10));
    }
    return run;
  }
  bool in_order() const { return cases > 0 && shard >= 1 && shard <= shards; }
  int worlds() const { return static_cast<int>(cases / shards / requests_of_each_world) + 1; }
};

}  // namespace ntk::oracle
