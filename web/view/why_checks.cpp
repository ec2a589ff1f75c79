// The checks of a run, gate by gate, and those of each record that a search found.
#include <algorithm>
#include <array>
#include <utility>

#include "sim/policy/explain.h"
#include "sim/policy/models.h"
#include "web/view/why_parts.h"

namespace ntk::web {
namespace {

using policy::Check;
using policy::Gate;
using policy::Verdict;
using session::Run;
using session::Session;

constexpr std::array gates = {Gate::account, Gate::agency, Gate::function, Gate::data};
constexpr std::string_view reading_title = "Simulator’s reading";

/// Where the session conceals, the rule stands in the place of the sentence about the case.
WhyCheck view_check(const Session& session, const Run& run, const Check& check, Verdict verdict,
                    std::optional<policy::Ref<policy::Record>> record) {
  WhyCheck view;
  view.id = check.id;
  view.verdict = verdict;
  view.code = check.code;
  view.verdict_words = verdict_word(verdict);
  view.source = "Source " + std::string(check.source);
  if (session.conceals()) {
    view.words = check.sentence;
  } else {
    view.words = policy::explain(*run.world, run.asked, check.id, verdict, record);
    view.rule = check.sentence;
  }
  if (!check.reading.empty()) {
    view.reading_title = reading_title;
    view.reading = std::string(reading_title) + ": " + std::string(check.reading) + ".";
  }
  const policy::ModelInfo& model = policy::model_of(check.id);
  view.model = "Model: " + std::string(model.title) + ". " + std::string(model.sentence);
  return view;
}

/// "2 failed, 3 passed, 12 not applicable"
std::string tally_in_words(const std::vector<WhyCheck>& checks) {
  std::string text;
  const auto add = [&](Verdict verdict, std::string_view what) {
    const auto count = std::count_if(checks.begin(), checks.end(),
                                     [&](const WhyCheck& each) { return each.verdict == verdict; });
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + std::string(what);
  };
  add(Verdict::fail, " failed");
  add(Verdict::pass, " passed");
  add(Verdict::not_applicable, " not applicable");
  return text;
}

/// Of a search, the checks on records are asked of each hit.
bool is_asked_of_the_request(const Check& check, const policy::Request& request) {
  return check.scope == policy::Scope::request || !policy::is_search(request.operation);
}

WhyGate view_gate(const Session& session, const Run& run, std::size_t at) {
  WhyGate view;
  view.gate = gates[at];
  view.heading = std::to_string(at + 1) + ". " + std::string(policy::gate_title(view.gate));
  for (const Check& check : policy::checks()) {
    const Verdict verdict = run.decision.verdicts[check.id];
    if (check.gate != view.gate || !is_asked_of_the_request(check, run.asked)) continue;
    if (session.conceals() && verdict != Verdict::fail) continue;
    view.fails |= verdict == Verdict::fail;
    view.checks.push_back(view_check(session, run, check, verdict, record_asked(run.asked)));
  }
  view.tally = tally_in_words(view.checks);
  if (view.gate == Gate::data && policy::is_search(run.asked.operation) && run.decision.hits.empty()) {
    view.note = run.decision.permitted() ? "The search found no record, so no check on a record applies."
                                         : "A denied search is not run, so no record was checked.";
  }
  return view;
}

}  // namespace

std::vector<WhyGate> view_gates(const Session& session, const Run& run) {
  std::vector<WhyGate> views;
  for (std::size_t at = 0; at < gates.size(); ++at) {
    WhyGate gate = view_gate(session, run, at);
    if (gate.fails || !session.conceals()) views.push_back(std::move(gate));
  }
  return views;
}

std::vector<WhyHit> view_hits(const Session& session, const Run& run) {
  std::vector<WhyHit> views;
  for (const policy::Hit& hit : run.decision.hits) {
    if (session.conceals() && !hit.withheld()) continue;
    const policy::Record& record = (*run.world)[hit.record];
    WhyHit view{hit.record, record.id, hit.withheld(), record.title, record.title, {}};
    view.heading += hit.withheld() ? ": withheld, " + codes_in_words(hit.verdicts.failed()) : ": shown";
    for (const policy::CheckId each : policy::checks_of(hit)) {
      const Verdict verdict = hit.verdicts[each];
      if (session.conceals() && verdict != Verdict::fail) continue;
      view.checks.push_back(view_check(session, run, policy::check(each), verdict, hit.record));
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace ntk::web
