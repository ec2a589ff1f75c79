// The verbs of the command line. Each adds itself to the program, with its options and its help.
#pragma once

#include "cli/program.h"

namespace ntk::cli {

void add_run(Program& program);
void add_lint(Program& program);
void add_explain(Program& program);
void add_rules(Program& program);
void add_glossary(Program& program);
void add_catalogue(Program& program);
void add_coverage(Program& program);
void add_timeline(Program& program);
void add_matrix(Program& program);
void add_compare(Program& program);
void add_excess(Program& program);
void add_solve(Program& program);
void add_check(Program& program);
void add_new(Program& program);
void add_format(Program& program);
void add_combine(Program& program);
void add_why_not(Program& program);
void add_schema(Program& program);
void add_verify(Program& program);
void add_vet(Program& program);
void add_grade(Program& program);

}  // namespace ntk::cli
