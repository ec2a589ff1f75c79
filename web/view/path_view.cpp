#include "web/view/path_view.h"

#include "web/view/why_parts.h"

namespace ntk::web {
namespace {

/// "broken: DA-5" -> "Broken: DA-5"
std::string begun(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

std::vector<PathStation> view_path(const session::Run& run) {
  std::vector<PathStation> path;
  for (const analysis::Station& each : analysis::flow_of(*run.world, run.asked, run.decision)) {
    path.push_back({each.state, each.primary, each.title, each.facts, begun(analysis::state_in_words(each)),
                    codes_in_words(each.failed)});
  }
  return path;
}

}  // namespace ntk::web
