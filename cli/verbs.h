// The verbs of the command line. Each adds itself to the program's options, with its help, and sets
// `status` when it has been run.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/exit_code.h"

namespace ntk::cli {

void add_run(CLI::App& program, ExitCode& status);
void add_lint(CLI::App& program, ExitCode& status);
void add_explain(CLI::App& program, ExitCode& status);
void add_rules(CLI::App& program, ExitCode& status);
void add_catalogue(CLI::App& program, ExitCode& status);
void add_coverage(CLI::App& program, ExitCode& status);
void add_timeline(CLI::App& program, ExitCode& status);
void add_why_not(CLI::App& program, ExitCode& status);
void add_schema(CLI::App& program, ExitCode& status);
void add_verify(CLI::App& program, ExitCode& status);

}  // namespace ntk::cli
