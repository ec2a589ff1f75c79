// ntk combine: the conflict lab. It shows which decisions change under another combining algorithm.
#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/analysis/combining.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Change;
using analysis::CombiningAlgorithm;
using analysis::LabResult;
using scenario::JsonWriter;
using session::Session;

struct CombineInput {
  SessionInput input;
  std::string by = "all";
};

std::vector<CombiningAlgorithm> algorithms_asked(const CombineInput& options) {
  if (const auto one = scenario::combining_algorithm_from_word(options.by)) return {*one};
  return {CombiningAlgorithm::first_match, CombiningAlgorithm::deny_overrides,
          CombiningAlgorithm::most_specific};
}

std::string code(policy::CheckId check) {
  return std::string(policy::check(check).code);
}

std::vector<Row> lab_rows(const std::vector<Change>& changes, CombiningAlgorithm algorithm,
                          const Session& session) {
  std::vector<Row> rows;
  for (const Change& each : changes) {
    const policy::World& world = session.world();
    std::string what = each.scripted ? session.requests()[*each.scripted].id : world[each.user].id;
    if (each.record && (each.hit || !each.scripted)) what += " " + world[*each.record].id;
    rows.push_back({{std::move(what), Ink::strong},
                    {code(each.platform()) + " → permit", Ink::doubtful},
                    {analysis::what_goes_wrong(each, algorithm)}});
  }
  return rows;
}

std::string as_text(const Session& session, const std::vector<CombiningAlgorithm>& algorithms) {
  Page page(standard_output());
  page.heading(session.scenario().title);
  for (const CombiningAlgorithm algorithm : algorithms) {
    const LabResult result = analysis::try_algorithm(session, algorithm);
    page.heading(std::string(title(algorithm)));
    page.paragraph(std::string(analysis::explained(algorithm)), 2);
    page.paragraph(in_words(result, algorithm), 2, Ink::strong);
    page.table(lab_rows(result.requests, algorithm, session));
    page.table(lab_rows(result.cells, algorithm, session));
  }
  return page.text();
}

void write_changes(JsonWriter& json, const std::vector<Change>& changes, CombiningAlgorithm algorithm,
                   const Session& session) {
  const policy::World& world = session.world();
  json.begin_array();
  for (const Change& each : changes) {
    json.begin_object();
    if (each.scripted) json.member("request", session.requests()[*each.scripted].id);
    json.member("user", world[each.user].id);
    if (each.record) json.member("record", world[*each.record].id);
    json.member("hit", each.hit).member("platform", code(each.platform())).key("overruled").begin_array();
    for (const analysis::Overruling& gate : each.overruled) {
      json.begin_object().member("by", code(gate.by)).key("ignored").begin_array();
      for (const auto check : gate.ignored) json.value(policy::check(check).code);
      json.end_array().end_object();
    }
    json.end_array();
    json.member("explanation", analysis::what_goes_wrong(each, algorithm)).end_object();
  }
  json.end_array();
}

std::string as_json(const Session& session, const std::vector<CombiningAlgorithm>& algorithms) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().member("scenario", session.scenario().id).key("ways").begin_array();
  for (const CombiningAlgorithm algorithm : algorithms) {
    const LabResult result = analysis::try_algorithm(session, algorithm);
    json.begin_object()
        .member("way", word(algorithm))
        .member("asked", result.asked)
        .member("decided", result.decided)
        .key("requests");
    write_changes(json, result.requests, algorithm, session);
    json.key("cells");
    write_changes(json, result.cells, algorithm, session);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

ExitCode combine(const CombineInput& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session || !reveals_assignment(*session, status)) return status;
  const auto algorithms = algorithms_asked(options);
  write_output(options.input.json() ? as_json(*session, algorithms) : as_text(*session, algorithms));
  return done;
}

}  // namespace

void add_combine(Program& program) {
  auto options = std::make_shared<CombineInput>();
  program.verb("combine", "Show which decisions change under another combining algorithm")
      .session(options->input)
      .choice("--by", "ALGORITHM", options->by,
              "all_must_pass, first_match, deny_overrides, most_specific, or all (the usual)",
              {"all", "all_must_pass", "first_match", "deny_overrides", "most_specific"})
      .format(options->input.format)
      .footer(
          R"(The lab changes nothing: decisions, trail and goals are the platform's. Of requests it looks at their
latest run, of users and records at what `ntk matrix` asks. Exit status: 0 done; 2 wrong usage; 3 a
file cannot be read, the scenario is faulty, or a command was refused.)")
      .does([options] { return combine(*options); });
}

}  // namespace ntk::cli
