#include "sim/grading/feedback.h"

#include <set>
#include <unordered_map>

#include "sim/grading/formats.h"
#include "sim/grading/markup.h"
#include "sim/policy/phrases.h"
#include "sim/policy/unicode.h"

namespace ntk::grading {
namespace {

constexpr std::string_view style = R"(:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{border:1px solid;padding:.35rem .5rem;text-align:left;vertical-align:top}
tbody th{font-weight:normal}
.wide{overflow-x:auto}
@media(max-width:40rem){h1{font-size:1.5rem}th,td{padding:.25rem;font-size:.875rem;hyphens:auto}})";

std::string element(std::string_view name, std::string_view text, std::string_view attributes = {}) {
  return '<' + std::string(name) + std::string(attributes) + '>' + escaped(text) + "</" + std::string(name) +
         ">";
}

std::string_view state_in_words(session::GoalState state) {
  switch (state) {
    case session::GoalState::met:
      return "✓ Met";
    case session::GoalState::unmet:
      return "✗ Not met";
    case session::GoalState::open:
      return "○ Open: something was not run";
  }
  return {};
}

std::string of(int points, int most) {
  return std::to_string(points) + " of " + std::to_string(most);
}

std::string goals_table(const Row& row) {
  std::string html = "<div class=\"wide\" role=\"region\" aria-label=\"Goals\" tabindex=\"0\">\n<table>\n";
  html += element("caption", "Goals") + "\n<thead><tr>";
  for (const char* each : {"Goal", "Result", "Points", "Why"}) html += element("th", each, " scope=\"col\"");
  html += "</tr></thead>\n<tbody>\n";
  int hidden = 0, hidden_of = 0;
  for (const GradedGoal& each : row.goals) {
    if (each.hidden) {
      hidden += each.points;
      hidden_of += each.of;
      continue;
    }
    html += "<tr>" + element("th", each.title, " scope=\"row\"") + element("td", state_in_words(each.state)) +
            element("td", of(each.points, each.of)) + element("td", each.evidence) + "</tr>\n";
  }
  if (hidden_of > 0) {
    html += "<tr>" + element("th", "Further goals that only your instructor has", " scope=\"row\"") +
            element("td", "Judged together") + element("td", of(hidden, hidden_of)) + element("td", "") +
            "</tr>\n";
  }
  return html + "</tbody>\n</table>\n</div>\n";
}

std::string list(std::string_view heading, const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string html = element("h3", heading) + "\n<ul>\n";
  for (const std::string& each : items) html += element("li", each) + '\n';
  return html + "</ul>\n";
}

std::string count_in_words(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + ' ' + (count == 1 ? one : several);
}

std::string section(const Row& row, std::size_t number, bool several) {
  std::string heading = several ? "File " + std::to_string(number) : "What you handed in";
  if (!row.attempt.empty()) heading += ": " + row.attempt;
  std::string html = "<section>\n" + element("h2", heading) + '\n';
  if (!row.file.empty()) html += element("p", "File: " + row.file) + '\n';
  if (row.fault) {
    html += element("p", "This was not graded: " + in_words(*row.fault) + '.') + '\n';
    if (!row.fault->help.empty()) html += element("p", "What to do: " + row.fault->help + '.') + '\n';
    return html + "</section>\n";
  }
  html += element("p", "Points: " + of(row.points, row.of)) + '\n' + goals_table(row);
  std::vector<std::string> work;
  if (const std::string words = predictions_in_words(row); !words.empty()) work.push_back(words);
  work.push_back(count_in_words(row.retries, "prediction was", "predictions were") +
                 " made again after the outcome was shown.");
  work.push_back(count_in_words(row.hints, "hint was", "hints were") + " seen.");
  if (row.inquiries > 0)
    work.push_back("You asked " + policy::counted(row.inquiries, "time", "times") +
                   " what would change a decision.");
  html += list("How you worked", work);
  html += list("Rules to look at again", misconceptions_in_words(row));
  html += list("What the grader noticed in the file", row.warnings);
  if (row.earlier) {
    html += element("p", "Before, this had " + std::to_string(row.earlier->points) + " points. " +
                             row.earlier->changes) +
            '\n';
  }
  return html + "</section>\n";
}

/// A name of letters, digits and hyphens alone, that no page has yet.
std::string page_name(std::string_view who, std::set<std::string>& taken) {
  std::string name;
  for (const char each : policy::fold(std::string(who))) {
    const bool plain = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    if (plain && name.size() < 60) {
      name += each;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  if (name.empty()) name = "student";
  std::string free = name;
  for (std::size_t number = 2; !taken.insert(free).second; ++number)
    free = name + '-' + std::to_string(number);
  return free + ".html";
}

std::string page(const std::vector<const Row*>& rows, const Lesson& lesson) {
  const std::string& student = rows.front()->student;
  const std::string title = lesson.title + (student.empty() ? "" : ": " + student);
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n" +
      element("title", title) + "\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n" +
      element("h1", title) + '\n';
  for (std::size_t i = 0; i < rows.size(); ++i) html += section(*rows[i], i + 1, rows.size() > 1);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace

std::vector<FeedbackPage> feedback(const std::vector<Row>& rows, const Lesson& lesson) {
  std::vector<std::vector<const Row*>> students;
  std::unordered_map<std::string, std::size_t> position;
  for (const Row& row : rows) {
    const std::string key = row.student.empty() ? '\n' + row.file : policy::fold(row.student);
    const auto [at, is_new] = position.emplace(key, students.size());
    if (is_new) students.emplace_back();
    students[at->second].push_back(&row);
  }
  std::vector<FeedbackPage> pages;
  std::set<std::string> taken;
  for (const auto& each : students) {
    const Row& first = *each.front();
    pages.push_back(
        {page_name(first.student.empty() ? stem(first.file) : first.student, taken), page(each, lesson)});
  }
  return pages;
}

}  // namespace ntk::grading
