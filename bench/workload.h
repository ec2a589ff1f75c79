// What the engine's benchmarks decide: a made-up world of the size of a class exercise, and every
// user's request to display every record in it.
#pragma once

#include <vector>

#include "sim/policy/decide.h"

namespace ntk::bench {

struct Workload {
  policy::World world;
  std::vector<policy::Request> requests;
};

/// `users` users of four agencies (host, component, two external) and `records` records of all four, at
/// every level and of levelled and other categories; a third of the users hold an ANACI.
Workload make_workload(std::uint32_t users, std::uint32_t records);

/// Decides every request once; how many were permitted.
std::size_t decide_all(const Workload& workload);

}  // namespace ntk::bench
