#include "cli/requests.h"

#include "cli/files.h"
#include "sim/scenario/suggestion.h"

namespace ntk::cli {

void complain_of_request(const session::Session& session, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const auto& each : session.requests()) ids.push_back(each.id);
  const auto nearest = scenario::nearest_word(id, ids);
  std::string message = "no request has the id `" + id + '`';
  if (nearest) {
    message += ": did you mean `" + std::string(*nearest) + "`?";
  } else {
    message += "; there are:";
    for (const std::string_view each : ids) message += ' ' + std::string(each);
  }
  complain(message);
}

}  // namespace ntk::cli
