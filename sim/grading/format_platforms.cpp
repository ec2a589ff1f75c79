// Gradescope, PrairieLearn, Autolab: one submission, told as each of them wants it.
#include <cstdio>
#include <string>

#include "sim/grading/best.h"
#include "sim/grading/formats.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/utf8.h"

namespace ntk::grading {
namespace {

using scenario::JsonWriter;
using session::PredictionResult;

bool is_met(const GradedGoal& goal) {
  return goal.state == session::GoalState::met;
}

/// Why a row has no grade, with what to do about it.
std::string reason(const Row& row) {
  std::string text = (row.file.empty() ? "" : row.file + ": ") + in_words(*row.fault);
  if (!row.fault->help.empty()) text += " (" + row.fault->help + ")";
  return text;
}

/// Whatever students wrote is made safe: platforms show it in many ways.
void add_line(std::string& text, const std::string& line) {
  if (!line.empty()) text += scenario::safe_on_terminal(line) + '\n';
}

/// What is said beside points and goals.
std::string remarks(const std::vector<Row>& rows, std::size_t counts) {
  const Row& row = rows[counts];
  std::string text;
  if (row.state != RowState::graded) {
    for (const Row& each : rows) add_line(text, "This can't be graded: " + reason(each));
    return text;
  }
  if (rows.size() > 1)
    add_line(text, "Of " + std::to_string(rows.size()) + " files, this one counts: " + row.file);
  add_line(text, predictions_in_words(row));
  if (row.hints > 0) add_line(text, policy::counted(row.hints, "hint was", "hints were") + " seen.");
  if (row.inquiries > 0)
    add_line(text, "It was asked " + policy::counted(row.inquiries, "time", "times") +
                       " what would change a decision.");
  for (const std::string& each : misconceptions_in_words(row)) add_line(text, each);
  for (const std::string& each : row.warnings) add_line(text, "Warning: " + each);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i != counts && rows[i].fault) add_line(text, "Not graded: " + reason(rows[i]));
  }
  return text;
}

/// "0.8500"
std::string fraction(int points, int of) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", of > 0 ? static_cast<double>(points) / of : 0.0);
  return text;
}

void write_gradescope_goal(JsonWriter& json, const GradedGoal& goal) {
  json.begin_object()
      .member("name", goal.title)
      .member("score", goal.points)
      .member("max_score", goal.of)
      .member("status", is_met(goal) ? "passed" : "failed")
      .member("output", goal.evidence)
      .member("output_format", "text")
      .member("visibility", goal.hidden ? "hidden" : "visible")
      .end_object();
}

void write_prairielearn_goal(JsonWriter& json, const GradedGoal& goal, std::size_t number) {
  json.begin_object()
      .member("name", goal.hidden ? "Further goal " + std::to_string(number) : goal.title)
      .member("points", goal.points)
      .member("max_points", goal.of)
      .member("message", goal.hidden ? "" : goal.evidence)
      .end_object();
}

}  // namespace

std::string predictions_in_words(const Row& row) {
  if (row.first_predictions.empty()) return {};
  const std::size_t right = row.predictions(PredictionResult::hit);
  const std::size_t wrong =
      row.predictions(PredictionResult::miss) + row.predictions(PredictionResult::wrong_reason);
  return policy::counted(right, "first prediction was", "first predictions were") + " right, " +
         policy::counted(wrong, "was", "were") + " wrong, " +
         policy::counted(row.predictions_not_made(), "was", "were") + " not made.";
}

std::vector<std::string> misconceptions_in_words(const Row& row) {
  std::vector<std::string> sentences;
  for (const session::Misconception& each : row.misconceptions)
    sentences.push_back(policy::in_words(each.rule) + ": " + session::in_words(each));
  return sentences;
}

std::string gradescope(const std::vector<Row>& rows, const Lesson& lesson,
                       const std::optional<Metadata>& metadata) {
  const std::size_t counts = best_of(rows);
  const Row& row = rows[counts];
  std::string output;
  if (metadata && !metadata->students.empty()) {
    add_line(output, "Handed in by " + metadata->students + "; " +
                         policy::counted(metadata->previous, "earlier submission", "earlier submissions") +
                         ".");
  }
  output += remarks(rows, counts);
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("score", row.points)
      .member("max_score", lesson.of)
      .member("output", output)
      .member("output_format", "text")
      .member("stdout_visibility", "hidden")
      .key("tests")
      .begin_array();
  for (const GradedGoal& each : row.goals) write_gradescope_goal(json, each);
  json.end_array()
      .key("extra_data")
      .begin_object()
      .member("scenario_sha256", lesson.sha256)
      .member("file", row.file)
      .member("student", row.student)
      .end_object()
      .end_object();
  return json.take() + '\n';
}

std::string prairielearn(const std::vector<Row>& rows, const Lesson& lesson) {
  const std::size_t counts = best_of(rows);
  const Row& row = rows[counts];
  const bool graded = row.state == RowState::graded;
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().member("gradable", graded);
  if (graded) {
    json.member("output", remarks(rows, counts)).key("tests").begin_array();
    std::size_t hidden = 0;
    for (const GradedGoal& each : row.goals)
      write_prairielearn_goal(json, each, hidden += each.hidden ? 1 : 0);
    json.end_array();
  } else {
    json.key("format_errors").begin_array();
    for (const Row& each : rows) json.value(scenario::safe_on_terminal(reason(each)));
    json.end_array();
  }
  json.end_object();
  // The writer has whole numbers only: the one fraction goes in front.
  return "{\n  \"score\": " + fraction(row.points, lesson.of) + ',' + json.take().substr(1) + '\n';
}

std::string autolab(const std::vector<Row>& rows, const Lesson& lesson) {
  const std::size_t counts = best_of(rows);
  const Row& row = rows[counts];
  std::string text;
  for (const GradedGoal& each : row.goals) {
    if (each.hidden) continue;
    add_line(text, std::string(is_met(each) ? "met: " : "not met: ") + each.title + " (" +
                       std::to_string(each.points) + " of " + std::to_string(each.of) + "). " +
                       each.evidence);
  }
  text += remarks(rows, counts);
  JsonWriter json;
  json.begin_object().key("scores").begin_object();
  for (std::size_t i = 0; i < lesson.goals.size(); ++i)
    json.member(lesson.goals[i].id, i < row.goals.size() ? row.goals[i].points : 0);
  json.end_object().end_object();
  return text + json.take() + '\n';
}

}  // namespace ntk::grading
