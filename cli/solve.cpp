// ntk solve: whether a scenario can be solved, in how many ways, and by which assignment that grants least.
#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/files.h"
#include "cli/session_input.h"
#include "cli/solve_text.h"
#include "cli/verbs.h"

namespace ntk::cli {
namespace {

using session::Session;

struct SolveVerb {
  SessionInput input;  ///< without commands
  std::string key;
  std::size_t all = 0;  ///< solutions to print
  bool least = false;
  std::size_t seconds = 60;
};

/// Works until it is done or the time is over.
analysis::SolveResult solved(const scenario::Scenario& scenario, const SolveVerb& options) {
  analysis::SolveOptions limits;
  limits.examples = std::max<std::size_t>(options.all, 1);
  analysis::SolveWork work(scenario, limits);
  const auto start = std::chrono::steady_clock::now();
  const std::chrono::seconds most(options.seconds);
  while (work.step()) {
    if (std::chrono::steady_clock::now() - start >= most) work.cut_short();
  }
  return work.result();
}

/// The goals that the key's assignment misses; nothing where the key can't be applied.
std::optional<std::vector<std::uint32_t>> missed_by_key(Session session, const SolveVerb& options,
                                                        const std::string& hash) {
  if (!apply_file(session, options.key, options.input.json(), hash)) return std::nullopt;
  return analysis::goals_missed(session.scenario(), session.assigned());
}

ExitCode solve(const SolveVerb& options) {
  if (same_input_twice({options.input.scenario, options.key})) return wrong_usage;
  ExitCode status = done;
  std::string hash;
  const auto session = open_session(options.input, status, &hash);
  if (!session) return status;
  Solved solved_scenario{
      session->scenario(), solved(session->scenario(), options), shown_name(options.key), {}};
  if (!options.key.empty()) {
    solved_scenario.missed_by_key = missed_by_key(*session, options, hash);
    if (!solved_scenario.missed_by_key) return bad_input;
  }
  const analysis::SolveResult& found = solved_scenario.found;
  for (const std::string& each : found.faults) complain("internal fault: " + each);
  if (options.least) {
    write_output(least_as_commands(solved_scenario));
  } else {
    write_output(options.input.json() ? as_json(solved_scenario) : as_text(solved_scenario, options.all > 0));
  }
  const bool key_misses = solved_scenario.missed_by_key && !solved_scenario.missed_by_key->empty();
  return found.outcome == analysis::Solvability::solvable && !key_misses ? done : answer_is_no;
}

}  // namespace

void add_solve(Program& program) {
  auto options = std::make_shared<SolveVerb>();
  program.verb("solve", "Tell whether a scenario can be solved, and in how many ways")
      .argument("SCENARIO", options->input.scenario, "The scenario file")
      .option("--key", "FILE", options->key, "A file of commands, or a submission: is it a solution?")
      .number("--all", options->all, "Print so many solutions", 1, 10'000)
      .flag("--least", options->least, "Print only the solution with least privilege, as a file of commands")
      .number("--limit", options->seconds, "Stop after so many seconds (60)", 1, 86'400)
      .format(options->input.format)
      .footer(
          R"(A solution meets, when everything is run once, every goal that depends on what is assigned. Exit status: 0
there is one, and the key is one; 1 there is none, none was found in time, or the key is none; 2 wrong
usage; 3 a file cannot be read, the scenario is faulty, or a command was refused.)")
      .does([options] { return solve(*options); });
}

}  // namespace ntk::cli
