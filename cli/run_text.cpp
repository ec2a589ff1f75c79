#include "cli/run_text.h"

#include "cli/marks.h"
#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "sim/session/misconceptions.h"

namespace ntk::cli {
namespace {

using session::AuditEvent;
using session::Run;
using session::Session;

const AuditEvent& event_of(const Session& session, const Run& run) {
  return session.trail().events()[run.event - 1];
}

std::string number(std::uint64_t value) {
  return std::to_string(value);
}

// ---- Decisions ---------------------------------------------------------------------------------

/// A line for each failing check: its reason in words, with the page.
void add_reasons(std::vector<Row>& rows, const Session& session, const Run& run) {
  const auto* one = std::get_if<policy::Ref<policy::Record>>(&run.asked.target);
  for (const policy::CheckId id : run.decision.verdicts.failed()) {
    const policy::Check& check = policy::check(id);
    if (session.conceals()) {
      rows.push_back({{}, {std::string(check.code), Ink::bad}, {std::string(check.sentence)}});
      continue;
    }
    const bool of_record = check.scope == policy::Scope::record;
    const std::string why = explain(*run.world, run.asked, id, policy::Verdict::fail,
                                    of_record && one ? std::optional(*one) : std::nullopt);
    rows.push_back({{}, {std::string(check.code), Ink::bad}, {why + " (" + std::string(check.source) + ')'}});
  }
}

void add_hits(std::vector<Row>& rows, const AuditEvent& event, const policy::World& world) {
  for (const auto each : event.returned) {
    rows.push_back({{}, {"  shown"}, {world[each].id + ": " + world[each].title}});
  }
  for (const session::WithheldRecord& each : event.withheld) {
    rows.push_back(
        {{},
         {"  withheld", Ink::doubtful},
         {world[each.record].id + ": " + world[each.record].title + " (" + codes(each.failed) + ')'}});
  }
  if (event.returned.empty() && event.withheld.empty())
    rows.push_back({{}, {"  nothing found", Ink::quiet}, {}});
}

void add_decision(std::vector<Row>& rows, const Session& session, const Run& run) {
  const auto& request = session.requests()[run.request];
  rows.push_back({mark(run.decision.permitted()), {request.id, Ink::strong}, {request.title}});
  add_reasons(rows, session, run);
  const std::string followed = session::consequence_in_words(*run.world, run.asked, run.suspends);
  if (!followed.empty()) rows.push_back({{}, {"OB-4", Ink::bad}, {followed}});
  const bool reviews = run.asked.function == policy::Function::audit_review;
  if (policy::finds_records(run.asked.operation) && run.decision.permitted() && !reviews)
    add_hits(rows, event_of(session, run), *run.world);
  for (const std::string& each : what_followed(session, run))
    rows.push_back({{}, {"  so", Ink::quiet}, {each}});
}

void add_decisions(Page& page, const Session& session, const NotRun& not_run) {
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const auto kept = not_run.find(i);
    const Run* run = session.latest_run(i);
    if (kept != not_run.end()) {
      const auto& request = session.requests()[i];
      rows.push_back({{"○ not run", Ink::doubtful}, {request.id, Ink::strong}, {request.title}});
      rows.push_back({{}, {}, {kept->second.message + ": " + kept->second.help}});
    } else if (run) {
      add_decision(rows, session, *run);
    }
  }
  page.heading("Decisions");
  page.table(rows);
}

// ---- Predictions, trail, goals -----------------------------------------------------------------

void add_misconceptions(Page& page, const Session& session) {
  page.heading("Rules that were wrongly predicted");
  const auto log = session::misconceptions(session);
  if (log.empty()) page.paragraph(session::no_misconceptions(session), 2);
  std::vector<Row> rows;
  for (const session::Misconception& each : log) {
    const policy::Check& rule = policy::check(each.rule);
    rows.push_back({{std::string(rule.code), Ink::strong}, {in_words(each)}});
    rows.push_back({{}, {std::string(rule.sentence), Ink::quiet}});
  }
  page.table(rows);
}

/// "a denial by DA-5, sure"
std::string predicted(bool permitted, const std::optional<policy::CheckId>& reason,
                      const std::optional<session::Certainty>& certainty) {
  std::string words = permitted ? "a permit" : "a denial";
  if (reason) words += " by " + std::string(policy::check(*reason).code);
  return words + (certainty ? ", " + std::string(session::word(*certainty)) : "");
}

/// Of the requests that were predicted again after their outcome was shown, or in an earlier attempt.
void add_first_predictions(Page& page, const Session& session) {
  std::vector<Row> rows;
  for (const session::FirstPrediction& each : session.first_predictions()) {
    if (each.retries == 0 && !each.earlier) continue;
    std::string words = each.made
                            ? "first predicted " + predicted(each.permitted, each.reason, each.certainty)
                            : "its outcome was shown before it was predicted";
    words += "; retries: " + number(each.retries) + ", hints before: " + number(each.hints_before) +
             ", runs before: " + number(each.runs_before);
    if (each.earlier) words += ", in an earlier attempt";
    rows.push_back({mark(each.result), {session.requests()[each.request].id, Ink::strong}, {words}});
  }
  if (rows.empty()) return;
  page.heading(session.is_recorded() ? "First predictions, by the journal"
                                     : "First predictions, without a complete journal");
  page.table(rows);
}

void add_predictions(Page& page, const Session& session) {
  if (session.predictions().empty()) return;
  std::vector<Row> rows;
  for (const session::Prediction& each : session.predictions()) {
    rows.push_back({mark(each.result),
                    {session.requests()[each.request].id, Ink::strong},
                    {"predicted " + predicted(each.permitted, each.reason, each.certainty)}});
    const bool wrong = each.run && each.result != session::PredictionResult::hit;
    if (wrong) rows.push_back({{}, {}, {session::what_it_was(session, each), Ink::quiet}});
  }
  page.heading("Predictions");
  page.table(rows);
  add_misconceptions(page, session);
}

std::string asked(const AuditEvent& event, const policy::World& world) {
  const std::string operation(policy::word(event.operation));
  const auto* record = std::get_if<policy::Ref<policy::Record>>(&event.target);
  const std::string target = record ? world[*record].id : in_words(world, event.target);
  return operation + (target.empty() ? "" : ' ' + target);
}

std::string recorded(const AuditEvent& event, const policy::World& world) {
  std::string text = event.failed.empty() ? "" : "failed " + codes(event.failed);
  if (policy::finds_records(event.operation) && event.failed.empty()) {
    text = number(event.returned.size()) + " returned";
  }
  if (event.function == policy::Function::audit_review && event.failed.empty()) {
    text = policy::counted(event.reviewed.size(), "event shown", "events shown");
  }
  for (const session::WithheldRecord& each : event.withheld) {
    text += "; withheld " + world[each.record].id + " (" + codes(each.failed) + ')';
  }
  return text;
}

void add_trail(Page& page, const Session& session) {
  const policy::World& world = session.world();
  std::vector<Row> rows;
  for (const AuditEvent& each : session.trail().events()) {
    rows.push_back(
        {{number(each.sequence), Ink::quiet},
         {policy::to_text(each.moment)},
         {world[each.user].id + " (" + world[each.agency].id + ')'},
         mark(each.outcome),
         {asked(each, world) + (recorded(each, world).empty() ? "" : ": " + recorded(each, world))}});
  }
  page.heading("Audit trail");
  page.table(rows);
  const session::Seal seal = session.trail().seal();
  page.paragraph("Seal: " + policy::counted(seal.count, "event", "events") + ", SHA-256 " + seal.hash, 2,
                 Ink::quiet);
}

void add_goals(Page& page, const Session& session) {
  page.heading("Goals");
  const auto& goals = session.scenario().goals;
  if (goals.empty()) page.paragraph("The scenario states none.", 2);
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < goals.size(); ++i) {
    const session::GoalStatus status = session.goal_status(i);
    const bool met = status.state == session::GoalState::met;
    const std::string earned = number(static_cast<std::uint64_t>(status.points));
    const std::string points = number(static_cast<std::uint64_t>(goals[i].points));
    rows.push_back({mark(status.state), {earned + '/' + points}, {goals[i].title}});
    if (!met) rows.push_back({{}, {}, {status.evidence, Ink::quiet}});
  }
  page.table(rows);
  const session::Progress progress = session.progress();
  page.empty_line();
  page.paragraph(std::to_string(progress.points_met) + " of " + std::to_string(progress.points) +
                     " points, " + std::to_string(progress.goals_met) + " of " +
                     policy::counted(static_cast<std::size_t>(progress.goals), "goal", "goals"),
                 0, Ink::strong);
}

}  // namespace

std::string run_text(const Session& session, const NotRun& not_run, Medium medium) {
  Page page(medium);
  page.heading(session.scenario().title);
  page.paragraph(policy::in_words(session.clock()) + "; " +
                     policy::counted(session.history().size(), "command", "commands") + ", " +
                     policy::counted(session.runs().size(), "run", "runs"),
                 0, Ink::quiet);
  add_decisions(page, session, not_run);
  add_predictions(page, session);
  add_first_predictions(page, session);
  add_trail(page, session);
  add_goals(page, session);
  return page.text();
}

}  // namespace ntk::cli
