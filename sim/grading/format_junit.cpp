#include <algorithm>
#include <string>

#include "sim/grading/formats.h"
#include "sim/grading/markup.h"
#include "sim/session/report.h"

namespace ntk::grading {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string attribute(std::string_view name, std::size_t value) {
  return attribute(name, std::to_string(value));
}

std::size_t unmet(const Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.goals.begin(), row.goals.end(),
                    [](const GradedGoal& each) { return each.state != session::GoalState::met; }));
}

std::string name_of(const Row& row) {
  if (row.file.empty()) return row.student;
  return row.student.empty() ? row.file : row.student + " (" + row.file + ")";
}

void write_goal(std::string& out, const GradedGoal& goal, const std::string& suite) {
  out += "    <testcase" + attribute("classname", suite) + attribute("name", goal.id + ": " + goal.title);
  if (goal.state == session::GoalState::met) {
    out += "/>\n";
    return;
  }
  out += ">\n      <failure" + attribute("type", session::word(goal.state)) +
         attribute("message", goal.evidence) + "/>\n    </testcase>\n";
}

void write_suite(std::string& out, const Row& row) {
  const bool graded = row.state == RowState::graded;
  const std::string name = name_of(row);
  out += "  <testsuite" + attribute("name", name) + attribute("tests", graded ? row.goals.size() : 1) +
         attribute("failures", graded ? unmet(row) : 0) + attribute("errors", graded ? 0 : 1) + ">\n";
  if (graded) {
    out += "    <properties>\n      <property" + attribute("name", "points") +
           attribute("value", std::to_string(row.points) + "/" + std::to_string(row.of)) +
           "/>\n    </properties>\n";
    for (const GradedGoal& each : row.goals) write_goal(out, each, name);
  } else {
    out += "    <testcase" + attribute("classname", name) + attribute("name", "can be graded") +
           ">\n      <error" + attribute("type", row.fault->code) +
           attribute("message", in_words(*row.fault)) + "/>\n    </testcase>\n";
  }
  for (const std::string& each : row.warnings) out += "    <system-err>" + escaped(each) + "</system-err>\n";
  out += "  </testsuite>\n";
}

}  // namespace

std::string junit(const std::vector<Row>& rows, const Lesson& lesson) {
  std::size_t tests = 0, failures = 0, errors = 0;
  for (const Row& each : rows) {
    const bool graded = each.state == RowState::graded;
    tests += graded ? each.goals.size() : 1;
    failures += graded ? unmet(each) : 0;
    errors += graded ? 0 : 1;
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                    attribute("name", lesson.title) + attribute("tests", tests) +
                    attribute("failures", failures) + attribute("errors", errors) + ">\n";
  for (const Row& each : rows) write_suite(out, each);
  return out + "</testsuites>\n";
}

}  // namespace ntk::grading
