#include "cli/explain_text.h"

#include <algorithm>

#include "cli/marks.h"
#include "sim/policy/explain.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using policy::Check;
using policy::Hit;
using policy::Record;
using policy::Ref;
using policy::Scope;
using policy::Verdict;
using policy::Verdicts;
using scenario::JsonWriter;

/// The one record that is asked for; none in a search.
std::optional<Ref<Record>> target_of(const Explained& explained) {
  const auto* one = std::get_if<Ref<Record>>(&explained.request.target);
  return one ? std::optional(*one) : std::nullopt;
}

bool is_search(const Explained& explained) {
  return !target_of(explained);
}

/// One check of a decision, or of one hit of it.
struct Judged {
  const Check& check;
  Verdict verdict;
  std::optional<Ref<Record>> record;  ///< where the check is one on a record
};

std::string why(const Explained& explained, const Judged& judged) {
  return explain(explained.world, explained.request, judged.check.id, judged.verdict, judged.record);
}

/// The checks that are told of a hit, with their verdicts.
std::vector<Judged> judged(const Hit& hit) {
  std::vector<Judged> all;
  for (const policy::CheckId each : policy::checks_of(hit))
    all.push_back({policy::check(each), hit.verdicts[each], hit.record});
  return all;
}

/// The checks of a scope with their verdicts: those of the request, or those of a record.
std::vector<Judged> judged(const Verdicts& verdicts, Scope scope, std::optional<Ref<Record>> record) {
  std::vector<Judged> all;
  for (const Check& each : policy::checks()) {
    if (each.scope == scope)
      all.push_back({each, verdicts[each.id], scope == Scope::record ? record : std::nullopt});
  }
  return all;
}

/// Text with spaces up to `size` bytes: columns that line up from one gate to the next.
std::string padded(std::string_view text, std::size_t size) {
  return std::string(text) + std::string(size - std::min(size, text.size()), ' ');
}

std::size_t longest_source() {
  std::size_t longest = 0;
  for (const Check& each : policy::checks()) longest = std::max(longest, each.source.size());
  return longest;
}

void add_check(std::vector<Row>& rows, const Explained& explained, const Judged& judged) {
  const Check& check = judged.check;
  Cell verdict = mark(judged.verdict);
  if (judged.verdict == Verdict::not_applicable) verdict.text += ' ';  // as wide as the others
  const Ink ink = judged.verdict == Verdict::not_applicable ? Ink::quiet : Ink::plain;
  rows.push_back({verdict,
                  {std::string(check.code), Ink::strong},
                  {padded(check.source, longest_source()), Ink::quiet},
                  {why(explained, judged), ink}});
  if (judged.verdict != Verdict::not_applicable && !check.reading.empty()) {
    rows.push_back({{}, {}, {}, {"simulator’s reading: " + std::string(check.reading), Ink::quiet}});
  }
}

/// The ladder: every check, gate by gate. In a search the checks on records are asked of each hit.
void add_ladder(Page& page, const Explained& explained) {
  for (const policy::Gate gate :
       {policy::Gate::account, policy::Gate::agency, policy::Gate::function, policy::Gate::data}) {
    std::vector<Row> rows;
    for (const Check& each : policy::checks()) {
      if (each.gate != gate || (is_search(explained) && each.scope == Scope::record)) continue;
      const auto record = each.scope == Scope::record ? target_of(explained) : std::nullopt;
      add_check(rows, explained, {each, explained.decision.verdicts[each.id], record});
    }
    page.heading("Gate " + std::to_string(static_cast<int>(gate) + 1) + ": " + std::string(gate_title(gate)));
    page.table(rows);
  }
}

constexpr std::size_t hit_indent = 6;

void add_hits(Page& page, const Explained& explained) {
  page.heading("What the user sees");
  std::vector<Row> shown;
  for (const Hit& each : explained.decision.hits) {
    const Record& record = explained.world[each.record];
    if (!each.withheld()) shown.push_back({{record.id, Ink::strong}, {record.title}});
  }
  if (shown.empty()) page.paragraph("Nothing was found, as far as the user is told.", 2);
  page.table(shown);

  page.heading("What the audit trail records");
  if (explained.decision.hits.empty()) page.paragraph("Nothing was found.", 2);
  for (const Hit& hit : explained.decision.hits) {
    const Record& record = explained.world[hit.record];
    page.table({{hit.withheld() ? Cell{"✗ withheld", Ink::bad} : Cell{"✓ returned", Ink::good},
                 {record.id, Ink::strong},
                 {record.title}}});
    std::vector<Row> rows;
    for (const Judged& each : judged(hit)) {
      if (each.verdict != Verdict::not_applicable) add_check(rows, explained, each);
    }
    page.table(rows, hit_indent);
  }
}

void write_check(JsonWriter& json, const Explained& explained, const Judged& judged) {
  json.begin_object()
      .member("id", judged.check.code)
      .member("gate", static_cast<int>(judged.check.gate) + 1)
      .member("verdict", session::word(judged.verdict))
      .member("explanation", why(explained, judged))
      .member("sentence", judged.check.sentence)
      .member("source", judged.check.source)
      .member("reading", judged.check.reading)
      .end_object();
}

void write_codes(JsonWriter& json, const std::vector<policy::CheckId>& checks) {
  json.key("failed").begin_array();
  for (const policy::CheckId id : checks) json.value(policy::check(id).code);
  json.end_array();
}

void write_hits(JsonWriter& json, const Explained& explained) {
  json.key("hits").begin_array();
  for (const Hit& hit : explained.decision.hits) {
    json.begin_object().member("record", explained.world[hit.record].id).member("withheld", hit.withheld());
    write_codes(json, hit.verdicts.failed());
    json.key("checks").begin_array();
    for (const Judged& each : judged(hit)) write_check(json, explained, each);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string explain_text(const Explained& explained, Medium medium) {
  Page page(medium);
  const policy::Decision& decision = explained.decision;
  page.heading(explained.scripted.title);
  page.paragraph(in_words(explained.world, explained.request));
  page.paragraph(policy::in_words(explained.request.moment) + ", " + explained.request.place, 0, Ink::quiet);
  page.empty_line();
  page.table(
      {{mark(decision.permitted()), {outcome_in_words(explained.world, explained.request, decision)}}});
  add_ladder(page, explained);
  if (policy::finds_records(explained.request.operation) && decision.permitted()) add_hits(page, explained);
  return page.text();
}

std::string explain_json(const Explained& explained, std::string_view scenario) {
  const policy::Decision& decision = explained.decision;
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("scenario", scenario)
      .member("request", explained.scripted.id)
      .member("title", explained.scripted.title)
      .member("moment", policy::to_text(explained.request.moment))
      .member("asked", in_words(explained.world, explained.request))
      .member("outcome", decision.permitted() ? "permit" : "deny")
      .member("explanation", outcome_in_words(explained.world, explained.request, decision))
      .key("primary");
  if (const auto primary = decision.primary()) {
    json.value(policy::check(*primary).code);
  } else {
    json.null();
  }
  write_codes(json, decision.verdicts.failed());
  json.key("checks").begin_array();
  for (const Scope scope : {Scope::request, Scope::record}) {
    if (scope == Scope::record && is_search(explained)) continue;
    for (const Judged& each : judged(decision.verdicts, scope, target_of(explained))) {
      write_check(json, explained, each);
    }
  }
  json.end_array();
  if (policy::finds_records(explained.request.operation)) write_hits(json, explained);
  json.end_object();
  return json.take() + '\n';
}

}  // namespace ntk::cli
