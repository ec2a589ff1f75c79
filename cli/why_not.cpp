// ntk why-not: which edits would turn a decision round, and what else they would change.
#include "sim/analysis/why_not.h"

#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Answer;
using analysis::EditSet;
using analysis::Flip;
using scenario::JsonWriter;
using session::Session;

struct WhyNotOptions {
  SessionInput input;
  std::string request;
  std::string record;  ///< id; empty: the question is about the request
  analysis::Limits limits;
};

std::string_view outcome_word(bool permitted) {
  return permitted ? "permit" : "deny";
}

std::string_view code_of(const std::optional<policy::CheckId>& rule) {
  return rule ? policy::check(*rule).code : std::string_view();
}

// ---- Text --------------------------------------------------------------------------------------

void add_set(Page& page, const EditSet& set, std::size_t number, const Answer& answer,
             const Session& session) {
  const policy::World& world = session.scenario().world;
  page.heading(std::to_string(number) + ". " + side_effects_in_words(set));
  for (const analysis::Edit& each : set.edits) {
    page.paragraph(each.words, 2);
    page.paragraph(each.text, 4, Ink::quiet);
  }
  if (const std::string granted = granted_in_words(set, answer); !granted.empty()) page.paragraph(granted, 2);
  std::vector<Row> rows;
  for (const Flip& each : set.flips) {
    rows.push_back({{session.requests()[each.request].id, Ink::strong},
                    {in_words(each, world), each.becomes ? Ink::good : Ink::bad}});
  }
  const auto goals = [&](const std::vector<std::uint32_t>& list, const char* what, Ink ink) {
    for (const std::uint32_t at : list)
      rows.push_back({{what, ink}, {session.scenario().goals[at].title, Ink::plain}});
  };
  goals(set.goals_met, "goal met", Ink::good);
  goals(set.goals_lost, "goal lost", Ink::bad);
  page.table(rows);
}

std::string as_text(const Answer& answer, const Session& session) {
  Page page(standard_output());
  const auto& asked = session.requests()[answer.question.request];
  page.heading(asked.title);
  page.paragraph(standing_in_words(answer) + ' ' + in_words(answer));
  std::size_t number = 0;
  for (const EditSet& each : answer.sets) add_set(page, each, ++number, answer, session);
  if (!answer.who_could.empty()) page.heading("Who could");
  for (const analysis::Power& each : answer.who_could) {
    const std::string rule = std::string(code_of(each.rule)) + " (" + std::string(each.source) + ")";
    page.table({{{rule, Ink::strong}, {each.who.empty() ? "nobody" : each.who, Ink::strong}}});
    page.paragraph(each.why, 4);
  }
  page.empty_line();
  if (!answer.exhaustive) page.paragraph(limits_in_words(answer), 0, Ink::doubtful);
  page.paragraph("Tried: " + policy::counted(answer.tried, "set.", "sets."), 0, Ink::quiet);
  return page.text();
}

// ---- JSON --------------------------------------------------------------------------------------

void write_rule(JsonWriter& json, std::string_view name, const std::optional<policy::CheckId>& rule) {
  json.key(name);
  if (rule) {
    json.value(code_of(rule));
  } else {
    json.null();
  }
}

void write_records(JsonWriter& json, std::string_view name,
                   const std::vector<policy::Ref<policy::Record>>& records, const policy::World& world) {
  json.key(name).begin_array();
  for (const auto each : records) json.value(world[each].id);
  json.end_array();
}

void write_goals(JsonWriter& json, std::string_view name, const std::vector<std::uint32_t>& goals,
                 const Session& session) {
  json.key(name).begin_array();
  for (const std::uint32_t at : goals) json.value(session.scenario().goals[at].id);
  json.end_array();
}

void write_set(JsonWriter& json, const EditSet& set, const Answer& answer, const Session& session) {
  const policy::World& world = session.scenario().world;
  json.begin_object().key("edits").begin_array();
  for (const analysis::Edit& each : set.edits)
    json.begin_object().member("command", each.text).member("words", each.words).end_object();
  json.end_array().key("flips").begin_array();
  for (const Flip& each : set.flips) {
    json.begin_object()
        .member("request", session.requests()[each.request].id)
        .member("was", outcome_word(each.was))
        .member("becomes", outcome_word(each.becomes));
    write_rule(json, "rule", each.rule);
    write_records(json, "shown", each.shown, world);
    write_records(json, "withheld", each.withheld, world);
    json.end_object();
  }
  json.end_array();
  write_goals(json, "goals_met", set.goals_met, session);
  write_goals(json, "goals_lost", set.goals_lost, session);
  json.key("granted");
  if (answer.was) {
    json.null();
  } else {
    json.begin_object().member("permits", set.granted.permits);
    for (const analysis::Privilege each : analysis::all_privileges)
      json.member(session::word(each), set.granted.privileges[static_cast<std::size_t>(each)]);
    json.member("opened", set.granted.opened).member("least", grants_least(set, answer)).end_object();
  }
  json.end_object();
}

std::string as_json(const Answer& answer, const Session& session) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().member("request", session.requests()[answer.question.request].id);
  if (answer.question.record) {
    json.member("record", session.world()[*answer.question.record].id);
    json.member("outcome", answer.was ? "shown" : "not shown");
  } else {
    json.member("outcome", outcome_word(answer.was));
  }
  write_rule(json, "primary", answer.primary);
  json.member("exhaustive", answer.exhaustive).member("tried", answer.tried).key("sets").begin_array();
  for (const EditSet& each : answer.sets) write_set(json, each, answer, session);
  json.end_array().key("who_could").begin_array();
  for (const analysis::Power& each : answer.who_could) {
    json.begin_object().member("rule", code_of(each.rule)).key("who");
    if (each.who.empty()) {
      json.null();
    } else {
      json.value(each.who);
    }
    json.member("why", each.why).member("source", each.source).end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

// ---- The verb ----------------------------------------------------------------------------------

/// The question that the options ask; nothing, and a complaint, where there is no such thing.
std::optional<analysis::Question> question_of(const WhyNotOptions& options, const Session& session) {
  const auto request = find_request(session, options.request);
  if (!request) return std::nullopt;
  analysis::Question question{*request};
  if (options.record.empty()) return question;
  const auto operation = session.requests()[*request].request.operation;
  if (!policy::finds_records(operation)) {
    complain("`" + options.request + "` is no search: ask about it without --record");
    return std::nullopt;
  }
  const auto& records = session.world().records;
  for (std::uint32_t at = 0; at < records.size(); ++at) {
    if (records[at].id == options.record) question.record = policy::Ref<policy::Record>{at};
  }
  if (question.record) return question;
  complain("no record has the id `" + options.record + '`');
  return std::nullopt;
}

ExitCode why_not(const WhyNotOptions& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session || !reveals_assignment(*session, status)) return status;
  const auto question = question_of(options, *session);
  if (!question) return wrong_usage;
  const Answer answer = analysis::why_not(*session, *question, options.limits);
  write_output(options.input.json() ? as_json(answer, *session) : as_text(answer, *session));
  return answer.sets.empty() ? answer_is_no : done;
}

}  // namespace

void add_why_not(Program& program) {
  auto options = std::make_shared<WhyNotOptions>();
  program.verb("why-not", "Find the fewest edits that turn a decision round")
      .session(options->input)
      .argument("REQUEST", options->request, "The id of a request")
      .option("--record", "ID", options->record, "Ask whether a search shows this record")
      .number("--limit", options->limits.atoms, "The most changes in a set (any)", 1, 100)
      .format(options->input.format)
      .footer(
          R"(Each set is proven by running the day with it. Exit status: 0 some set of edits turns the decision; 1
none does; 2 wrong usage, or no such request or record; 3 a file cannot be read, the scenario is faulty,
or a command was refused.)")
      .does([options] { return why_not(*options); });
}

}  // namespace ntk::cli
