#include "web/view/lab_view.h"

#include <algorithm>
#include <array>

#include "sim/policy/phrases.h"

namespace ntk::web {
namespace {

using analysis::Change;
using session::Session;

constexpr std::size_t most_rows = 200;

std::string user_with_agency(const policy::World& world, policy::Ref<policy::User> user) {
  return world[user].name + " (" + policy::called(world[world[user].agency]) + ")";
}

LabRow row_of(const Session& session, const Change& change, scenario::CombiningAlgorithm algorithm) {
  const policy::World& world = session.world();
  LabRow row;
  row.name =
      change.scripted ? session.requests()[*change.scripted].title : user_with_agency(world, change.user);
  if (change.scripted) row.note = user_with_agency(world, change.user);
  if (change.record && (change.hit || !change.scripted)) {
    row.note += (row.note.empty() ? "" : ": ") + world[*change.record].title;
  }
  const auto code = [](policy::CheckId id) { return std::string(policy::check(id).code); };
  row.cells = {{(change.hit ? "Withheld, " : "Denied, ") + code(change.platform())},
               {(change.hit ? "Shown, " : "Permitted, ") + code(change.overruled.front().by)},
               {analysis::what_goes_wrong(change, algorithm)}};
  return row;
}

LabAlgorithm algorithm_of(const Session& session, scenario::CombiningAlgorithm algorithm) {
  const analysis::LabResult result = analysis::try_algorithm(session, algorithm);
  LabAlgorithm shown{algorithm,
                     word(algorithm),
                     title(algorithm),
                     analysis::explained(algorithm),
                     in_words(result, algorithm),
                     {},
                     {}};
  for (const auto* list : {&result.requests, &result.cells}) {
    for (const Change& each : *list) {
      if (shown.rows.size() < most_rows) shown.rows.push_back(row_of(session, each, algorithm));
    }
  }
  const std::size_t all = result.requests.size() + result.cells.size();
  if (all > most_rows) shown.left_out = std::to_string(all - most_rows) + " more are not shown.";
  return shown;
}

}  // namespace

std::span<const std::string_view> lab_columns() {
  static constexpr std::array<std::string_view, 4> titles = {"Who asks what", "The platform",
                                                             "This algorithm", "What goes wrong"};
  return titles;
}

bool has_lab(const Session& session) {
  return !session.scenario().lab.empty();
}

LabView view_lab(const Session& session) {
  LabView view{analysis::lab_waits_for(session), {}};
  if (!view.waits_for.empty()) return view;
  for (const scenario::CombiningAlgorithm algorithm : session.scenario().lab)
    view.algorithms.push_back(algorithm_of(session, algorithm));
  return view;
}

}  // namespace ntk::web
