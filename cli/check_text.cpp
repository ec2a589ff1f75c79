#include "cli/check_text.h"

#include <set>

#include "cli/files.h"
#include "cli/page.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/diagnostic.h"
#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

using proving::Checked;
using proving::Fate;
using proving::Figures;
using scenario::Diagnostic;
using scenario::JsonWriter;
using scenario::Severity;

std::string of_points(int points, int of) {
  return std::to_string(points) + " of " + std::to_string(of);
}

std::string bot_in_words(const Figures& figures) {
  if (figures.bots.empty()) return "-";
  const auto& best = proving::best_of(figures.bots);
  return of_points(best.points, best.of) + " (" + std::string(title(best.bot)) + ")";
}

std::string detection_in_words(const Figures& figures) {
  if (!figures.detection) return "-";
  return std::to_string(figures.detection->share()) + " % (" +
         std::to_string(figures.detection->number_of(Fate::caught)) + " of " +
         std::to_string(figures.detection->counted()) + ")";
}

std::string key_in_words(const Figures& figures) {
  return figures.key ? of_points(*figures.key, figures.points) : "-";
}

/// What is said of one lesson, behind its findings.
std::string in_words(const Checked& checked) {
  const Figures& figures = checked.figures;
  Page page(standard_output());
  page.table({{{"right answer"}, {key_in_words(figures) + (figures.key ? ", by " + figures.right : "")}},
              {{"best bot"}, {bot_in_words(figures)}},
              {{"faults caught"}, {detection_in_words(figures)}},
              {{"to read"},
               {std::to_string(figures.reading.words) + " words, school grade " +
                std::to_string(figures.reading.grade) + ", about " + std::to_string(figures.reading.minutes) +
                " minutes in all"}}},
             2);
  return page.text();
}

void write_bots(JsonWriter& json, const Figures& figures) {
  json.key("bots").begin_array();
  for (const proving::BotScore& each : figures.bots) {
    json.begin_object()
        .member("bot", word(each.bot))
        .member("points", each.points)
        .member("of", each.of)
        .end_object();
  }
  json.end_array();
}

void write_faults(JsonWriter& json, const Checked& checked) {
  const auto& detection = checked.figures.detection;
  json.key("detection");
  if (!detection) {
    json.null();
    return;
  }
  const scenario::Scenario& lesson = *checked.read.scenario;
  json.begin_object()
      .member("faults", detection->counted())
      .member("caught", detection->number_of(Fate::caught))
      .member("share", detection->share());
  const auto write = [&](const char* key, Fate fate) {
    json.key(key).begin_array();
    for (const proving::Fault& each : detection->faults) {
      if (each.fate == fate) json.value(to_text(session::Command(each.edit), lesson));
    }
    json.end_array();
  };
  write("survivors", Fate::survives);
  write("without_effect", Fate::without_effect);
  json.end_object();
}

void write_lesson(JsonWriter& json, const Checked& checked) {
  const Figures& figures = checked.figures;
  json.begin_object().member("file", checked.read.file_name);
  if (!checked.read.scenario) {
    json.key("lesson").null().end_object();
    return;
  }
  json.member("lesson", checked.read.scenario->id).member("points", figures.points).key("key");
  if (figures.key) {
    json.value(*figures.key);
  } else {
    json.null();
  }
  json.member("right_answer", figures.right);
  write_bots(json, figures);
  write_faults(json, checked);
  json.member("words", figures.reading.words)
      .member("grade", figures.reading.grade)
      .member("minutes", figures.reading.minutes)
      .end_object();
}

std::string_view sarif_level(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

void write_rules(JsonWriter& json, const std::vector<Checked>& all) {
  std::set<scenario::Code> used;
  for (const Checked& each : all) {
    for (const Diagnostic& found : each.read.diagnostics) used.insert(found.code);
  }
  json.key("rules").begin_array();
  for (const scenario::Code each : used) {
    json.begin_object().member("id", row(each).word).key("shortDescription").begin_object();
    json.member("text", row(each).meaning).end_object().key("help").begin_object();
    json.member("text", proving::explain(row(each).word)).end_object().end_object();
  }
  json.end_array();
}

void write_result(JsonWriter& json, const Diagnostic& found, const std::string& file) {
  json.begin_object()
      .member("ruleId", row(found.code).word)
      .member("level", sarif_level(found.severity()))
      .key("message")
      .begin_object()
      .member("text", found.message + (found.help.empty() ? "" : ": " + found.help))
      .end_object()
      .key("locations")
      .begin_array()
      .begin_object()
      .key("physicalLocation")
      .begin_object()
      .key("artifactLocation")
      .begin_object()
      .member("uri", file)
      .end_object()
      .key("region")
      .begin_object()
      .member("startLine", found.span.line)
      .member("startColumn", found.span.column)
      .end_object()
      .end_object()
      .end_object()
      .end_array()
      .end_object();
}

}  // namespace

void CheckReport::add(Checked checked) {
  for (const Diagnostic& each : checked.read.diagnostics) {
    clean_ = clean_ && each.severity() == Severity::note;
    if (format_ == "text") write_output(format_text(each, checked.read.file_name));
    if (format_ == "github") write_output(format_github(each, checked.read.file_name));
  }
  if (format_ == "text") {
    write_output(scenario::safe_on_terminal(checked.read.file_name) + ": " +
                 count_in_words(checked.read.diagnostics) + '\n');
    if (checked.read.scenario) write_output(in_words(checked));
  }
  all_.push_back(std::move(checked));
}

void CheckReport::end() const {
  if (format_ == "json") write_output(as_json());
  if (format_ == "sarif") write_output(as_sarif());
  if (format_ != "text" || all_.size() < 2) return;
  Page page(standard_output());
  std::vector<Row> rows = {{{"lesson"}, {"points"}, {"key"}, {"best bot"}, {"faults caught"}}};
  for (const Checked& each : all_) {
    if (!each.read.scenario) continue;
    rows.push_back({{each.read.scenario->id},
                    {std::to_string(each.figures.points)},
                    {key_in_words(each.figures)},
                    {bot_in_words(each.figures)},
                    {detection_in_words(each.figures)}});
  }
  page.heading("All lessons");
  page.table(rows);
  write_output('\n' + page.text());
}

std::string CheckReport::as_json() const {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().key("lessons").begin_array();
  for (const Checked& each : all_) write_lesson(json, each);
  json.end_array().key("diagnostics").begin_array();
  for (const Checked& each : all_) {
    for (const Diagnostic& found : each.read.diagnostics) write_json(json, found, each.read.file_name);
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

std::string CheckReport::as_sarif() const {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      .member("version", "2.1.0")
      .key("runs")
      .begin_array()
      .begin_object()
      .key("tool")
      .begin_object()
      .key("driver")
      .begin_object()
      .member("name", "ntk check")
      .member("version", NTK_VERSION);
  write_rules(json, all_);
  json.end_object().end_object().key("results").begin_array();
  for (const Checked& each : all_) {
    for (const Diagnostic& found : each.read.diagnostics) write_result(json, found, each.read.file_name);
  }
  json.end_array().end_object().end_array().end_object();
  return json.take() + '\n';
}

}  // namespace ntk::cli
