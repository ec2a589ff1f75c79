// ntk rules: what every rule asks, with its source and how it shows, and the words of scenario files.
#include <algorithm>
#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/verbs.h"
#include "sim/policy/checks.h"
#include "sim/policy/models.h"
#include "sim/policy/obligations.h"
#include "sim/policy/vocabulary.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/suggestion.h"

namespace ntk::cli {
namespace {

using policy::Basis;
using policy::Check;
using policy::Obligation;
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

/// What is asked for, in the policy's order.
struct Chosen {
  std::vector<Check> checks;
  std::vector<Obligation> obligations;
};

/// All rules where none is named. Nothing where one is unknown.
std::optional<Chosen> chosen(const std::vector<std::string>& rules) {
  std::vector<std::string_view> codes;
  for (const Check& each : policy::checks()) codes.push_back(each.code);
  for (const Obligation& each : policy::obligations()) codes.push_back(each.code);
  for (const std::string& each : rules) {
    if (std::find(codes.begin(), codes.end(), each) != codes.end()) continue;
    const auto nearest = scenario::nearest_word(each, codes);
    complain("no rule has the id `" + each + '`' +
             (nearest ? ": did you mean `" + std::string(*nearest) + "`?" : "; `ntk rules` lists them"));
    return std::nullopt;
  }
  const auto is_asked_for = [&](std::string_view code) {
    return rules.empty() || std::find(rules.begin(), rules.end(), code) != rules.end();
  };
  Chosen found;
  for (const Check& each : policy::checks()) {
    if (is_asked_for(each.code)) found.checks.push_back(each);
  }
  for (const Obligation& each : policy::obligations()) {
    if (is_asked_for(each.code)) found.obligations.push_back(each);
  }
  return found;
}

/// A rule with its source, and below it whatever else there is to say.
void add_rule(Page& page, std::string_view code, std::string_view sentence, std::string_view source,
              std::initializer_list<std::pair<std::string_view, std::string_view>> notes) {
  std::vector<Row> rows = {
      {{std::string(code), Ink::strong}, {std::string(sentence) + " (" + std::string(source) + ')'}}};
  for (const auto& [title, note] : notes) {
    if (note.empty()) continue;
    rows.push_back(
        {{std::string(code.size(), ' ')}, {std::string(title) + ": " + std::string(note), Ink::quiet}});
  }
  page.table(rows);
}

void print_text(const Chosen& rules) {
  Page page(standard_output());
  const std::vector<Check>& checks = rules.checks;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    const Check& check = checks[i];
    if (i == 0 || checks[i - 1].gate != check.gate) {
      page.heading("Gate " + std::to_string(static_cast<int>(check.gate) + 1) + ": " +
                   std::string(gate_title(check.gate)));
    }
    add_rule(page, check.code, check.sentence, check.source,
             {{"simulator’s reading", check.reading}, {"model", policy::model_of(check.id).title}});
  }
  if (!rules.obligations.empty()) page.heading("What follows, and what records hold");
  for (const Obligation& each : rules.obligations) {
    add_rule(page, each.code, each.sentence, each.source,
             {{"simulator’s reading", each.reading}, {"shows as", each.shown}});
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
        .member("model", policy::model_of(each.id).word)
        .end_object();
  }
  json.end_array();
}

/// The general models that the rules are examples of.
void write_models(JsonWriter& json) {
  json.key("models").begin_array();
  for (const policy::ModelInfo& each : policy::models()) {
    json.begin_object()
        .member("word", each.word)
        .member("title", each.title)
        .member("sentence", each.sentence)
        .end_object();
  }
  json.end_array();
}

void write_obligations(JsonWriter& json, const std::vector<Obligation>& obligations) {
  json.key("obligations").begin_array();
  for (const Obligation& each : obligations) {
    json.begin_object()
        .member("id", each.code)
        .member("sentence", each.sentence)
        .member("source", each.source)
        .member("reading", each.reading)
        .member("shown", each.shown)
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
  const auto found = chosen(options.rules);
  if (!found) return wrong_usage;
  if (options.format == "text") {
    if (options.words) {
      print_words();
    } else {
      print_text(*found);
    }
    return done;
  }
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  if (options.words) {
    write_words(json);
  } else {
    write_checks(json, found->checks);
    write_obligations(json, found->obligations);
    write_models(json);
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
