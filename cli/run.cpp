// ntk run: applies a student's commands, runs the day where it has not been run since the last change, prints
// what came of it.
#include <memory>

#include "cli/files.h"
#include "cli/marks.h"
#include "cli/run_text.h"
#include "cli/session_input.h"
#include "cli/verbs.h"

namespace ntk::cli {
namespace {

struct RunOptions {
  SessionInput input;
  std::string trail;  ///< file to write; empty: none
};

ExitCode run(const RunOptions& options) {
  ExitCode status = done;
  auto session = open_session(options.input, status);
  if (!session) return status;
  const NotRun not_run = grading::run_the_rest(*session);
  if (options.input.json()) {
    write_output(report_json(*session));
  } else {
    write_output(run_text(*session, not_run, standard_output()));
  }
  if (!options.trail.empty() && !write_trail(*session, options.trail)) return bad_input;
  const session::Progress progress = session->progress();
  return progress.goals_met == progress.goals ? done : answer_is_no;
}

}  // namespace

void add_run(Program& program) {
  auto options = std::make_shared<RunOptions>();
  program.verb("run", "Decide every request of a scenario and judge its goals")
      .session(options->input)
      .format(options->input.format, "text (for people) or json (the report)")
      .option("--trail", "FILE", options->trail, "Write the audit trail to FILE and its seal to FILE.seal")
      .footer(
          R"(Requests that have not been run are run in the end; where some were run before the last change, the
day begins anew, as by `run all`. Exit status: 0 every goal is met; 1 a goal is not met; 2 wrong usage;
3 a file cannot be read or written, the scenario is faulty, or a command was refused.)")
      .does([options] { return run(*options); });
}

}  // namespace ntk::cli
