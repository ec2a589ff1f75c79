#include "sim/analysis/returned.h"

#include <algorithm>

namespace ntk::analysis {

std::vector<policy::Ref<policy::Record>> returned_by(const session::Session& session,
                                                     const session::Run& run) {
  auto returned = session.trail().events()[static_cast<std::size_t>(run.event - 1)].returned;
  std::sort(returned.begin(), returned.end());
  returned.erase(std::unique(returned.begin(), returned.end()), returned.end());
  return returned;
}

}  // namespace ntk::analysis
