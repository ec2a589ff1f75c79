// ntk run: applies a student's commands, runs what has no current run, prints what came of it.
#include <map>
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
  std::string format = "text";
  std::string trail;  ///< file to write; empty: none
};

/// Runs every request that has no current run. Those that a missing prediction keeps from being run
/// are told in the output.
NotRun run_the_rest(session::Session& session) {
  NotRun not_run;
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (session.freshness(i) == session::Freshness::current) continue;
    const auto refused = session.apply(session::Command(session::RunCommand{session.requests()[i].id}));
    if (refused) not_run.emplace(i, *refused);
  }
  return not_run;
}

bool write_trail(const session::Session& session, const std::string& file) {
  return write_file(file, to_json_lines(session.trail(), session.world())) &&
         write_file(file + ".seal", to_json(session.trail().seal()) + '\n');
}

ExitCode run(const RunOptions& options) {
  ExitCode status = done;
  auto session = open_session(options.input, status);
  if (!session) return status;
  const NotRun not_run = run_the_rest(*session);
  if (options.format == "json") {
    print(report_json(*session));
  } else {
    print(run_text(*session, not_run, standard_output()));
  }
  if (!options.trail.empty() && !write_trail(*session, options.trail)) return bad_input;
  const session::Progress progress = session->progress();
  return progress.goals_met == progress.goals ? done : answer_is_no;
}

}  // namespace

void add_run(CLI::App& program, ExitCode& status) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* verb = program.add_subcommand("run", "Decide every request of a scenario and judge its goals");
  verb->add_option("SCENARIO", options->input.scenario, "The scenario file")->required()->option_text(" ");
  verb->add_option("--apply", options->input.commands, "A file of commands, or a submission, to apply first")
      ->type_name("COMMANDS");
  verb->add_option("--format", options->format, "text (for people) or json (the report)")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  verb->add_option("--trail", options->trail, "Write the audit trail to FILE and its seal to FILE.seal")
      ->type_name("FILE");
  verb->footer(
      "Requests that have no current run are run in the end. Exit status: 0 every goal is met; 1 a goal is\n"
      "not met; 2 wrong usage; 3 a file cannot be read or written, the scenario is faulty, or a command was\n"
      "refused.");
  verb->callback([options, &status] {
    options->input.json = options->format == "json";
    status = run(*options);
  });
}

}  // namespace ntk::cli
