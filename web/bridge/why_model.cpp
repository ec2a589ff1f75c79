// The part of the model that explains one run: every check of its decision, gate by gate, in the
// world as it was when it ran.
#include <array>
#include <string>

#include "sim/policy/explain.h"
#include "sim/session/report.h"
#include "web/app/shared_words.h"
#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using policy::Verdict;
using scenario::JsonWriter;

std::string_view word(policy::Basis basis) {
  switch (basis) {
    case policy::Basis::source:
      return "source";
    case policy::Basis::partly:
      return "partly";
    case policy::Basis::reading:
      return "reading";
  }
  return "source";
}

void write_codes(JsonWriter& json, std::string_view key, const std::vector<policy::CheckId>& checks) {
  json.key(key).begin_array();
  for (policy::CheckId check : checks) json.value(policy::check(check).code);
  json.end_array();
}

/// Where the session conceals, what failed by its rule alone: the case, and what passed, would tell of the
/// values.
void write_check(JsonWriter& json, const session::Session& session, const session::Run& run,
                 const policy::Check& check, Verdict verdict,
                 std::optional<policy::Ref<policy::Record>> record) {
  if (session.conceals() && verdict != Verdict::fail) return;
  json.begin_object()
      .member("code", check.code)
      .member("verdict", session::word(verdict))
      .member("sentence", check.sentence)
      .member("why", session.conceals() ? std::string()
                                        : policy::explain(*run.world, run.asked, check.id, verdict, record))
      .member("source", check.source)
      .member("basis", word(check.basis))
      .member("reading", check.reading)
      .end_object();
}

/// The record that the request is about; none for a search.
std::optional<policy::Ref<policy::Record>> record_asked(const policy::Request& request) {
  if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target)) return *record;
  return std::nullopt;
}

void write_gates(JsonWriter& json, const session::Session& session, const session::Run& run) {
  constexpr std::array gates = {policy::Gate::account, policy::Gate::agency, policy::Gate::function,
                                policy::Gate::data};
  json.key("gates").begin_array();
  for (policy::Gate gate : gates) {
    json.begin_object().member("title", policy::gate_title(gate)).key("checks").begin_array();
    for (const policy::Check& check : policy::checks()) {
      if (check.gate == gate) {
        write_check(json, session, run, check, run.decision.verdicts[check.id], record_asked(run.asked));
      }
    }
    json.end_array().end_object();
  }
  json.end_array();
}

/// The members of a record that a user sees who may see it.
void write_content(JsonWriter& json, const policy::Record& record) {
  json.member("record", record.id)
      .member("title", record.title)
      .member("category", policy::title(record.category));
  json.key("content").begin_array();
  for (const policy::Field& field : record.fields) {
    json.begin_object().member("title", field.name).member("words", field.value).end_object();
  }
  json.end_array();
}

void write_hits(JsonWriter& json, const session::Session& session, const session::Run& run) {
  json.key("hits").begin_array();
  for (const policy::Hit& hit : run.decision.hits) {
    json.begin_object().member("withheld", hit.withheld());
    write_content(json, (*run.world)[hit.record]);
    write_codes(json, "failed", hit.verdicts.failed());
    json.key("checks").begin_array();
    for (const policy::CheckId each : policy::checks_of(hit))
      write_check(json, session, run, policy::check(each), hit.verdicts[each], hit.record);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

void write_run(JsonWriter& json, const session::Session& session, std::size_t at) {
  const session::Run& run = session.runs()[at];
  const scenario::ScriptedRequest& request = session.requests()[run.request];
  const policy::Decision& decision = run.decision;
  json.begin_object()
      .member("run", at)
      .member("event", run.event)
      .member("request", request.id)
      .member("number", run.request + 1)
      .member("title", request.title)
      .member("words", policy::in_words(*run.world, run.asked));
  write_moment(json.key("moment"), run.asked.moment);
  json.member("permitted", decision.permitted())
      .member("outcome", session::outcome_in_words(session, run))
      .member("concealed", session.conceals() ? concealed_why : std::string_view())
      .member("vets", run.vets)
      .member("outdated", run.assignment != session.assignment())
      .member("search", policy::finds_records(run.asked.operation));
  write_codes(json, "failed", decision.verdicts.failed());
  json.member("hash", session.trail().events()[at].hash);
  json.key("target");
  if (const auto record = record_asked(run.asked)) {
    json.begin_object();
    write_content(json, (*run.world)[*record]);
    json.end_object();
  } else {
    json.null();
  }
  json.key("followed").begin_array();
  for (const std::string& each : session::what_followed(session, run)) json.value(each);
  json.end_array()
      .member("review", session::asks_for_review(session.scenario()))
      .member("marked", session.is_marked(run.request));
  if (!session.conceals()) write_flow(json, run);  // its facts are what is to be found
  write_gates(json, session, run);
  write_hits(json, session, run);
  json.end_object();
}

}  // namespace ntk::web
