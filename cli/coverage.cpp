// ntk coverage: which rules the requests of scenarios reach, and how they come out there.
#include <memory>
#include <vector>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/analysis/coverage.h"
#include "sim/scenario/json_writer.h"
#include "sim/session/refusal.h"

namespace ntk::cli {
namespace {

using analysis::CheckCount;
using analysis::Coverage;

struct CoverageOptions {
  std::vector<std::string> scenarios;
  std::string commands;
  std::string format = "text";
  bool all = false;  ///< every rule, also of one scenario
};

bool is_reached(policy::CheckId id, const CheckCount& count) {
  return count.passed > 0 && (count.failed > 0 || !analysis::can_fail(id));
}

Cell counted(int times, bool possible) {
  if (!possible) return {"never", Ink::quiet};
  return times > 0 ? Cell{std::to_string(times), Ink::plain} : Cell{"not reached", Ink::doubtful};
}

std::string as_text(const Coverage& coverage) {
  Page page(standard_output());
  page.heading("Checks");
  std::vector<Row> rows = {
      {{"rule", Ink::quiet}, {"passes", Ink::quiet}, {"fails", Ink::quiet}, {"", Ink::quiet}}};
  for (const policy::Check& each : policy::checks()) {
    const CheckCount& count = coverage[each.id];
    rows.push_back({{std::string(each.code), Ink::strong},
                    counted(count.passed, true),
                    counted(count.failed, analysis::can_fail(each.id)),
                    {std::string(each.sentence), Ink::quiet}});
  }
  page.table(rows);
  page.heading("What follows from decisions");
  rows.clear();
  for (const analysis::Happened& each : coverage.followed)
    rows.push_back({{std::string(each.code), Ink::strong}, counted(each.times, true)});
  page.table(rows);
  return page.text();
}

/// The codes of checks in a row: "AC-3, DA-5"; a dash where there are none.
template <class Fits>
std::string codes_where(Fits fits) {
  std::string codes;
  for (const policy::Check& each : policy::checks()) {
    if (fits(each.id)) codes += (codes.empty() ? "" : ", ") + std::string(each.code);
  }
  return codes.empty() ? "-" : codes;
}

/// What one lesson reaches, in some ten lines.
std::string in_short(const Coverage& coverage) {
  const auto passes = [&](policy::CheckId id) { return coverage[id].passed > 0; };
  const auto fails = [&](policy::CheckId id) { return coverage[id].failed > 0; };
  std::string followed;
  for (const analysis::Happened& each : coverage.followed) {
    if (each.times > 0) followed += (followed.empty() ? "" : ", ") + std::string(each.code);
  }
  Page page(standard_output());
  const auto add = [&](const char* what, const std::string& codes) { page.paragraph(what + codes, 0); };
  add("Pass and fail: ", codes_where([&](auto id) { return passes(id) && fails(id); }));
  add("Only pass: ", codes_where([&](auto id) { return passes(id) && !fails(id); }));
  add("Only fail: ", codes_where([&](auto id) { return !passes(id) && fails(id); }));
  add("Not reached: ", codes_where([&](auto id) { return !passes(id) && !fails(id); }));
  add("Took effect: ", followed.empty() ? "-" : followed);
  return page.text();
}

std::string as_json(const Coverage& coverage) {
  scenario::JsonWriter json(scenario::JsonWriter::Layout::pretty);
  json.begin_object().key("checks").begin_object();
  for (const policy::Check& each : policy::checks()) {
    json.key(each.code)
        .begin_object()
        .member("passed", coverage[each.id].passed)
        .member("failed", coverage[each.id].failed)
        .end_object();
  }
  json.end_object().key("followed").begin_object();
  for (const analysis::Happened& each : coverage.followed) json.member(each.code, each.times);
  json.end_object().end_object();
  return json.take() + '\n';
}

/// The files in the order in which they are read: the commands again for each scenario.
std::vector<std::string> files_read(const CoverageOptions& options) {
  std::vector<std::string> files;
  for (const std::string& each : options.scenarios) {
    files.push_back(each);
    files.push_back(options.commands);
  }
  return files;
}

ExitCode cover(const CoverageOptions& options) {
  if (same_input_twice(files_read(options))) return wrong_usage;
  ExitCode status = done;
  Coverage all;
  for (const std::string& each : options.scenarios) {
    auto session = open_session({each, options.commands, options.format}, status);
    if (!session) return status;
    if (options.scenarios.size() > 1 && session->conceals()) {
      complain(session::in_backticks(shown_name(each)) + " gives only its trail, and is left out");
      continue;
    }
    if (!reveals_assignment(*session, status)) return status;
    analysis::run_everything(*session);
    all = std::move(all) + analysis::coverage(*session);
  }
  const bool is_short = options.scenarios.size() == 1 && !options.all;
  write_output(options.format == "json" ? as_json(all) : is_short ? in_short(all) : as_text(all));
  for (const policy::Check& each : policy::checks()) {
    if (!is_reached(each.id, all[each.id])) return answer_is_no;
  }
  return done;
}

}  // namespace

void add_coverage(Program& program) {
  auto options = std::make_shared<CoverageOptions>();
  program.verb("coverage", "Count which rules the requests of scenarios reach, passing and failing")
      .arguments("SCENARIO", options->scenarios, "The scenario files, counted together", Needed::yes)
      .commands(options->commands, "A file of commands to apply to each first")
      .flag("--all", options->all, "Print every rule with its numbers, also of one scenario")
      .format(options->format)
      .footer(
          R"(Exit status: 0 every check both passes and fails somewhere; 1 some do not; 2 wrong usage; 3 a file cannot
be read, a scenario is faulty, or a command was refused.)")
      .does([options] { return cover(*options); });
}

}  // namespace ntk::cli
