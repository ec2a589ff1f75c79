// ntk rules: what every check asks, with its source, and the words of scenario files.
#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/verbs.h"
#include "sim/policy/checks.h"
#include "sim/policy/vocabulary.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/suggestion.h"

namespace ntk::cli {
namespace {

using policy::Basis;
using policy::Check;
using scenario::JsonWriter;

struct RulesOptions {
  std::vector<std::string> rules;
  bool words = false;
  std::string format = "text";
};

std::string_view word(Basis basis) {
  switch (basis) {
    case Basis::source:
      return "source";
    case Basis::partly:
      return "partly";
    case Basis::reading:
      return "reading";
  }
  return {};
}

/// The checks asked for, in the policy's order; all where none is named. Nothing where one is unknown.
std::optional<std::vector<Check>> chosen(const std::vector<std::string>& rules) {
  std::vector<std::string_view> codes;
  for (const Check& each : policy::checks()) codes.push_back(each.code);
  for (const std::string& each : rules) {
    if (policy::check_from_code(each)) continue;
    const auto nearest = scenario::nearest_word(each, codes);
    complain("no rule has the id `" + each + '`' +
             (nearest ? ": did you mean `" + std::string(*nearest) + "`?" : "; `ntk rules` lists them"));
    return std::nullopt;
  }
  std::vector<Check> checks;
  for (const Check& each : policy::checks()) {
    if (rules.empty() || std::find(rules.begin(), rules.end(), each.code) != rules.end())
      checks.push_back(each);
  }
  return checks;
}

void print_text(const std::vector<Check>& checks) {
  Page page(standard_output());
  for (std::size_t i = 0; i < checks.size(); ++i) {
    const Check& check = checks[i];
    if (i == 0 || checks[i - 1].gate != check.gate) {
      page.heading("Gate " + std::to_string(static_cast<int>(check.gate) + 1) + ": " +
                   std::string(gate_title(check.gate)));
    }
    std::vector<Row> rows = {{{std::string(check.code), Ink::strong},
                              {std::string(check.sentence) + " (" + std::string(check.source) + ')'}}};
    if (!check.reading.empty()) {
      rows.push_back({{std::string(check.code.size(), ' ')},
                      {"simulator’s reading: " + std::string(check.reading), Ink::quiet}});
    }
    page.table(rows);
  }
  write_output(page.text());
}

void write_checks(JsonWriter& json, const std::vector<Check>& checks) {
  json.key("rules").begin_array();
  for (const Check& each : checks) {
    json.begin_object()
        .member("id", each.code)
        .member("gate", static_cast<int>(each.gate) + 1)
        .member("gate_title", gate_title(each.gate))
        .member("asked_of", each.scope == policy::Scope::request ? "request" : "record")
        .member("sentence", each.sentence)
        .member("source", each.source)
        .member("basis", word(each.basis))
        .member("reading", each.reading)
        .end_object();
  }
  json.end_array();
}

/// Calls `use` with the name and the rows of each vocabulary that scenario files draw on.
template <class Use>
void for_each_vocabulary(Use use) {
  use("functions", policy::words<policy::Function>());
  use("categories", policy::words<policy::Category>());
  use("operations", policy::words<policy::Operation>());
  use("standings", policy::words<policy::Standing>());
  use("user_categories", policy::words<policy::UserCategory>());
  use("investigations", policy::words<policy::InvestigationType>());
  use("adjudications", policy::words<policy::Adjudication>());
  use("accounts", policy::words<policy::AccountState>());
  use("levels", policy::words<policy::Level>());
  use("accesses", policy::words<policy::Access>());
}

void print_words() {
  Page page(standard_output());
  for_each_vocabulary([&](std::string_view name, const auto& words) {
    page.heading(name);
    std::vector<Row> rows;
    for (const auto& each : words) {
      const std::string note = each.note.empty() ? "" : ": " + std::string(each.note);
      rows.push_back({{std::string(each.word), Ink::strong},
                      {std::string(each.title) + note + " (" + std::string(each.source) + ')'}});
    }
    page.table(rows);
  });
  write_output(page.text());
}

void write_words(JsonWriter& json) {
  json.key("words").begin_object();
  for_each_vocabulary([&](std::string_view name, const auto& words) {
    json.key(name).begin_array();
    for (const auto& each : words) {
      json.begin_object()
          .member("word", each.word)
          .member("title", each.title)
          .member("note", each.note)
          .member("source", each.source)
          .end_object();
    }
    json.end_array();
  });
  json.end_object();
}

ExitCode rules(const RulesOptions& options) {
  const auto checks = chosen(options.rules);
  if (!checks) return wrong_usage;
  if (options.format == "text") {
    if (options.words) {
      print_words();
    } else {
      print_text(*checks);
    }
    return done;
  }
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  if (options.words) {
    write_words(json);
  } else {
    write_checks(json, *checks);
  }
  json.end_object();
  write_output(json.text() + '\n');
  return done;
}

}  // namespace

void add_rules(Program& program) {
  auto options = std::make_shared<RulesOptions>();
  program.verb("rules", "Print the rules that decide, or the words of scenario files")
      .arguments("RULE", options->rules, "Ids of rules, such as DA-7; none: all of them", Needed::no)
      .flag("--words", options->words, "Print the words that scenarios and commands use instead")
      .format(options->format)
      .footer(
          R"(The pages are those of the Privacy Impact Assessment DHS/CBP/PIA-021. Where the source is silent,
or says two things, a rule is the simulator’s reading, and says so.)")
      .does([options] { return rules(*options); });
}

}  // namespace ntk::cli
