// What the engine's benchmarks decide: a made-up world of the size of a class exercise, and every
// user's request to display every record in it; and the access matrix of a larger one.
#pragma once

#include <vector>

#include "sim/analysis/matrix.h"
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

/// The users and records of such a workload, as an access matrix takes them.
analysis::Setting matrix_setting(std::uint32_t users, std::uint32_t records);

/// All of the matrix of users by records.
analysis::Matrix fill_matrix(const analysis::Setting& setting);

/// Takes an agreement back and fills the matrix of that; how many cells it flips.
std::size_t flips_of_an_edit(const analysis::Matrix& before);

}  // namespace ntk::bench
