// ntk: the simulator without a screen, for graders, continuous integration and authors of scenarios.
#include "cli/verbs.h"

namespace {

constexpr const char* footer =
    R"(Where a FILE is asked, - reads standard input.
Exit status: 0 done; 1 the answer is no (a goal unmet, findings, a broken trail);
2 wrong usage; 3 unreadable or invalid input.)";

}  // namespace

int main(int argc, char** argv) {
  using namespace ntk::cli;
  Program program("ntk", "Need to Know: a simulation that teaches access control by need to know.",
                  "ntk " NTK_VERSION, footer);
  add_run(program);
  add_grade(program);
  add_lint(program);
  add_explain(program);
  add_rules(program);
  add_glossary(program);
  add_catalogue(program);
  add_coverage(program);
  add_timeline(program);
  add_matrix(program);
  add_compare(program);
  add_excess(program);
  add_solve(program);
  add_check(program);
  add_new(program);
  add_format(program);
  add_combine(program);
  add_why_not(program);
  add_schema(program);
  add_verify(program);
  add_vet(program);
  return program.run(argc, argv);
}
