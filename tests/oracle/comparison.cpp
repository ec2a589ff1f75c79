#include "tests/oracle/comparison.h"

#include <algorithm>

#include "tests/size.h"

namespace ntk::oracle {
namespace {

using namespace policy;

char letter(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return 'p';
    case Verdict::fail:
      return 'f';
    case Verdict::not_applicable:
      return '-';
  }
  return '?';
}

std::string joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += " " + code;
  return text.empty() ? " none" : text;
}

std::string difference_of(const std::string& where, const std::string& engine, const std::string& oracle) {
  return where + ": engine " + engine + ", oracle " + oracle + "\n";
}

/// Every check of the engine against the oracle's of the same code. The oracle has no others, nor another
/// order: `comparison_test.cpp` sees to it.
std::string verdict_differences(const std::string& where, const Verdicts& oracle,
                                const policy::Verdicts& engine, bool of_a_hit) {
  std::string text;
  for (const policy::Check& check : checks()) {
    if (of_a_hit && check.scope == policy::Scope::request) continue;
    const char expected = oracle[check.code];
    if (letter(engine[check.id]) != expected) {
      text += difference_of(where + std::string(check.code), {letter(engine[check.id])}, {expected});
    }
  }
  return text;
}

std::vector<std::string> codes_of_failed(const policy::Verdicts& verdicts) {
  std::vector<std::string> codes;
  for (const CheckId id : verdicts.failed()) codes.emplace_back(policy::check(id).code);
  return codes;
}

std::string hit_differences(const policy::Hit& engine, const Hit& oracle) {
  const std::string where = "hit on record " + std::to_string(oracle.record) + ": ";
  if (engine.record.at != oracle.record) {
    return difference_of(where, std::to_string(engine.record.at), std::to_string(oracle.record));
  }
  std::string text = verdict_differences(where, oracle.verdicts, engine.verdicts, true);
  if (codes_of_failed(engine.verdicts) != oracle.failed || engine.withheld() != !oracle.failed.empty()) {
    text += difference_of(where + "reasons", joined(codes_of_failed(engine.verdicts)), joined(oracle.failed));
  }
  return text;
}

}  // namespace

std::string differences(const Decision& decision, const Answer& answer) {
  std::string text = verdict_differences("", answer.verdicts, decision.verdicts, false);
  if (decision.permitted() != answer.permitted) {
    text += difference_of("permitted", decision.permitted() ? "yes" : "no", answer.permitted ? "yes" : "no");
  }
  if (codes_of_failed(decision.verdicts) != answer.failed) {
    text += difference_of("reasons", joined(codes_of_failed(decision.verdicts)), joined(answer.failed));
  }
  const auto primary = decision.primary();
  const std::string engine_primary = primary ? std::string(policy::check(*primary).code) : "none";
  const std::string oracle_primary = answer.failed.empty() ? "none" : answer.failed.front();
  if (engine_primary != oracle_primary) text += difference_of("primary", engine_primary, oracle_primary);

  if (decision.hits.size() != answer.hits.size()) {
    text += difference_of("hits", std::to_string(decision.hits.size()), std::to_string(answer.hits.size()));
  }
  for (std::size_t at = 0; at < std::min(decision.hits.size(), answer.hits.size()); ++at) {
    text += hit_differences(decision.hits[at], answer.hits[at]);
  }
  return text;
}

std::string Comparison::ask(const World& world, const Request& request) {
  if (!is_tried(cases_++)) return {};
  const Decision decision = decide(world, request);
  const Answer answer = consult(world, request);
  hits_ += answer.hits.size();
  if (answer.permitted) ++permitted_;
  note(answer.verdicts);
  for (const Hit& hit : answer.hits) note(hit.verdicts);

  const std::string found = differences(decision, answer);
  if (found.empty()) return {};
  const std::string in_words = "\n" + in_full(world, request) + found;
  if (first_difference_.empty()) first_difference_ = in_words;
  return in_words;
}

std::string Comparison::seen(std::string_view code) const {
  std::string text;
  for (std::size_t at = 0; at < seen_.size(); ++at) {
    if (Verdicts::codes()[at] != code) continue;
    for (const char verdict : seen_[at]) text += verdict;
  }
  return text;
}

void Comparison::note(const Verdicts& verdicts) {
  for (std::size_t at = 0; at < seen_.size(); ++at) {
    if (verdicts.at(at) != ' ') seen_[at].insert(verdicts.at(at));
  }
}

}  // namespace ntk::oracle
