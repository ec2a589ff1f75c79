// ntk grade: a class at once. One scenario, any number of submissions, a row for each.
#include <memory>
#include <utility>

#include "cli/files.h"
#include "cli/grade_class.h"
#include "cli/grade_jobs.h"
#include "cli/grade_output.h"
#include "cli/verbs.h"

namespace ntk::cli {
namespace {

struct GradeVerb {
  GradeFiles by;
  std::vector<std::string> files;
  GradeOutput output;
  std::size_t jobs = 0;  ///< 0: as many as there are processors
  bool lenient = false;
};

bool any_input_twice(const GradeVerb& options) {
  std::vector<std::string> all = options.files;
  for (const auto& each :
       {options.by.scenario, options.by.hidden, options.by.roster, options.by.regrade, options.by.metadata}) {
    all.push_back(each);
  }
  return same_input_twice(all);
}

ExitCode grade(const GradeVerb& options) {
  if (any_input_twice(options)) return wrong_usage;
  if (!options.output.pseudonym_key.empty() && !options.output.pseudonyms) {
    complain("--who is of use with --pseudonyms only");
    return wrong_usage;
  }
  grading::GraderOptions grading;
  grading.refused = options.lenient ? grading::Refused::is_left_out : grading::Refused::ends_it;
  grading.keeps_steps = options.output.similar;
  const auto by = read_graded_by(options.by, grading);
  if (!by) return bad_input;
  GradeWriter writer(options.output, *by);
  GradeJobs jobs(by->grader, options.jobs > 0 ? options.jobs : usual_jobs(),
                 [&](grading::Row row) { writer.add(std::move(row)); });
  for_each_item(options.files, [&](GradeItem item) { jobs.add(std::move(item)); });
  jobs.finish();
  if (!writer.finish()) return bad_input;
  return writer.all_graded() ? done : answer_is_no;
}

}  // namespace

void add_grade(Program& program) {
  auto options = std::make_shared<GradeVerb>();
  GradeOutput& output = options->output;
  program.verb("grade", "Grade what a class handed in, a row for each file")
      .argument("SCENARIO", options->by.scenario, "The scenario file")
      .arguments("FILE", options->files,
                 "Submissions, files of commands, folders, ZIP archives, or JSON Lines (.jsonl)", Needed::yes)
      .format(output.format, "text, csv, json, jsonl, gradescope, prairielearn, autolab or junit",
              {"text", "csv", "json", "jsonl", "gradescope", "prairielearn", "autolab", "junit"})
      .number("--jobs", options->jobs, "Grade on so many processors (all there are)", 1, 1'024)
      .option("--hidden", "SCENARIO", options->by.hidden,
              "A copy of the scenario with goals that only you have")
      .option("--roster", "CSV", options->by.roster,
              "The class: name each student by it, and list who is missing")
      .flag("--best-of", output.best, "Of several files of one student, count the best")
      .flag("--lenient", options->lenient,
            "Leave out commands that are refused, with a warning, and grade the rest")
      .flag("--pseudonyms", output.pseudonyms, "Number the students in place of their names")
      .option("--who", "FILE", output.pseudonym_key, "Write to FILE who has which pseudonym")
      .flag("--similar", output.similar, "Find submissions of different students that are alike")
      .option("--feedback", "DIR", output.feedback, "Write a page for each student into the folder DIR")
      .option("--regrade", "CSV", options->by.regrade, "Compare with what --format csv wrote before")
      .option("--metadata", "FILE", options->by.metadata, "Gradescope's submission_metadata.json")
      .footer(
          R"(Each file is graded as `ntk run` grades it. What can't be graded is a row too, with the reason and the
place. Exit status: 0 everything was graded; 1 something couldn't be graded, or somebody on the roster
handed in nothing; 2 wrong usage; 3 the scenario, or another file that is graded by, can't be read.)")
      .does([options] { return grade(*options); });
}

}  // namespace ntk::cli
