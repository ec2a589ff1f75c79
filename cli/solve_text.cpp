#include "cli/solve_text.h"

#include <algorithm>

#include "cli/page.h"
#include "sim/analysis/edit_words.h"
#include "sim/analysis/solve_words.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::FieldOutlook;
using analysis::GoalBasis;
using analysis::GoalOutlook;
using analysis::Solution;
using analysis::Solvability;
using scenario::JsonWriter;
using scenario::Scenario;

std::vector<std::string> commands_of(const Solution& solution, const Scenario& scenario) {
  std::vector<std::string> commands;
  for (const auto& each : solution.edits) commands.push_back(to_text(session::Command(each), scenario));
  return commands;
}

void add_commands(Page& page, const Solution& solution, const Scenario& scenario) {
  const auto commands = commands_of(solution, scenario);
  if (commands.empty()) page.paragraph("Nothing is assigned: the scenario as given is a solution.", 2);
  for (const std::string& each : commands) page.paragraph(each, 2, Ink::strong);
}

// ---- Text --------------------------------------------------------------------------------------

void add_conflict(Page& page, const Solved& solved) {
  if (!solved.found.conflict) return;
  const analysis::Conflict& conflict = *solved.found.conflict;
  const bool one = conflict.goals.size() == 1;
  page.heading(one ? "The goal that can’t be met" : "Goals that can’t be met together");
  for (const std::uint32_t each : conflict.goals) {
    const scenario::Goal& goal = solved.scenario.goals[each];
    page.table({{{goal.id, Ink::strong}, {goal.title, Ink::plain}}});
  }
  if (!one) {
    page.paragraph(conflict.smallest ? "No smaller set of goals conflicts."
                                     : "Without any one of them, the others can be met.",
                   2, Ink::quiet);
  }
  page.heading("Why");
  for (const std::string& each : conflict.reasons) page.paragraph(each, 2);
}

void add_fields(Page& page, const Solved& solved) {
  if (solved.found.fields.empty()) return;
  std::vector<Row> rows;
  std::vector<std::string> unread;
  for (const FieldOutlook& each : solved.found.fields) {
    const scenario::Assignable& field = solved.scenario.assignables[each.assignable];
    const std::string name = analysis::field_in_words(solved.scenario.world, field);
    if (each.read) {
      rows.push_back({{name, Ink::strong}, {in_words(each, solved.scenario), Ink::plain}});
    } else {
      unread.push_back(name);
    }
  }
  page.heading("What solutions have in common, and how they differ");
  for (const Row& each : rows) {
    page.paragraph(each[0].text, 2, Ink::strong);
    page.paragraph(each[1].text, 4);
  }
  if (const std::string classes = classes_in_words(solved.found); !classes.empty())
    page.paragraph(classes, 2);
  if (unread.empty()) return;
  page.heading("Fields that no goal depends on");
  for (const std::string& each : unread) page.paragraph(each, 2);
}

void add_goals(Page& page, const Solved& solved, const char* heading, bool (*is_meant)(const GoalOutlook&)) {
  std::vector<Row> rows;
  for (std::size_t at = 0; at < solved.found.goals.size(); ++at) {
    const scenario::Goal& goal = solved.scenario.goals[at];
    if (is_meant(solved.found.goals[at])) rows.push_back({{goal.id, Ink::strong}, {goal.title, Ink::plain}});
  }
  if (rows.empty()) return;
  page.heading(heading);
  page.table(rows);
}

void add_key(Page& page, const Solved& solved) {
  if (!solved.missed_by_key) return;
  page.heading("The key");
  if (solved.missed_by_key->empty()) return page.paragraph(solved.key + " is a solution.", 2, Ink::good);
  page.paragraph(solved.key + " is no solution. It misses:", 2, Ink::bad);
  std::vector<Row> rows;
  for (const std::uint32_t each : *solved.missed_by_key)
    rows.push_back(
        {{solved.scenario.goals[each].id, Ink::strong}, {solved.scenario.goals[each].title, Ink::plain}});
  page.table(rows, 4);
}

// ---- JSON --------------------------------------------------------------------------------------

std::string_view word(Solvability outcome) {
  switch (outcome) {
    case Solvability::solvable:
      return "solvable";
    case Solvability::unsolvable:
      return "unsolvable";
    case Solvability::not_exhausted:
      break;
  }
  return "not_exhausted";
}

void write_texts(JsonWriter& json, const char* key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& each : texts) json.value(each);
  json.end_array();
}

void write_values(JsonWriter& json, const char* key, const std::vector<scenario::AssignedValue>& values,
                  const scenario::Assignable& field, const Scenario& scenario) {
  json.key(key).begin_array();
  for (const auto& each : values) json.value(session::value_text(each, field, scenario.world));
  json.end_array();
}

void write_goals(JsonWriter& json, const Solved& solved) {
  json.key("goals").begin_array();
  for (std::size_t at = 0; at < solved.found.goals.size(); ++at) {
    const GoalOutlook& outlook = solved.found.goals[at];
    json.begin_object()
        .member("id", solved.scenario.goals[at].id)
        .member("depends_on", outlook.basis == GoalBasis::answer ? "answer" : "assignment")
        .member("known", outlook.known)
        .member("always", outlook.always)
        .member("never", outlook.never)
        .member("as_given", outlook.as_given)
        .end_object();
  }
  json.end_array();
}

void write_fields(JsonWriter& json, const Solved& solved) {
  json.key("fields").begin_array();
  for (const FieldOutlook& each : solved.found.fields) {
    const scenario::Assignable& field = solved.scenario.assignables[each.assignable];
    const auto& row = field_word(field.field);
    json.begin_object()
        .member(row.kind_word, owner_id(solved.scenario.world, field))
        .member("field", row.word)
        .member("read", each.read)
        .member("classes", each.open_class);
    write_values(json, "possible", each.possible, field, solved.scenario);
    write_values(json, "forced", each.forced, field, solved.scenario);
    write_values(json, "excluded", each.excluded, field, solved.scenario);
    json.end_object();
  }
  json.end_array();
}

void write_least(JsonWriter& json, const Solved& solved) {
  if (!solved.found.least) return;
  const analysis::Least& least = *solved.found.least;
  json.key("least").begin_object();
  write_texts(json, "commands", commands_of(least.solution, solved.scenario));
  json.member("proven", least.proven);
  json.key("permits");
  if (least.counts_permits) {
    json.value(least.burden.permits);
  } else {
    json.null();
  }
  json.member("privileges", least.burden.privileges).member("changes", least.burden.changes).end_object();
}

void write_goal_ids(JsonWriter& json, const char* key, const std::vector<std::uint32_t>& goals,
                    const Scenario& scenario) {
  json.key(key).begin_array();
  for (const std::uint32_t each : goals) json.value(scenario.goals[each].id);
  json.end_array();
}

}  // namespace

std::string as_text(const Solved& solved, bool lists) {
  const analysis::SolveResult& found = solved.found;
  Page page(standard_output());
  page.paragraph(in_words(found), 0, found.outcome == Solvability::solvable ? Ink::good : Ink::bad);
  if (const std::string limits = limits_in_words(found); !limits.empty())
    page.paragraph(limits, 0, Ink::doubtful);
  add_key(page, solved);
  add_conflict(page, solved);
  if (found.least) {
    page.heading("The solution with least privilege");
    add_commands(page, found.least->solution, solved.scenario);
    page.paragraph(in_words(*found.least, solved.scenario), 2);
  }
  if (lists || !found.least) {
    for (std::size_t at = 0; at < found.examples.size(); ++at) {
      page.heading("Solution " + std::to_string(at + 1));
      add_commands(page, found.examples[at], solved.scenario);
    }
  }
  add_fields(page, solved);
  add_goals(page, solved, "Goals that need your answer, not an assignment",
            [](const GoalOutlook& each) { return each.basis == GoalBasis::answer; });
  add_goals(page, solved, "Goals that every assignment meets", [](const GoalOutlook& each) {
    return each.basis == GoalBasis::assignment && each.known && each.always;
  });
  add_goals(page, solved, "Goals that took too long to work out",
            [](const GoalOutlook& each) { return !each.known; });
  return page.text();
}

std::string as_json(const Solved& solved) {
  const analysis::SolveResult& found = solved.found;
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("outcome", word(found.outcome))
      .member("exhausted", found.exhausted)
      .member("space", found.space.digits())
      .member("solutions", found.solutions.digits())
      .member("at_most", found.at_most.digits())
      .member("covered", found.covered.digits());
  if (solved.missed_by_key) write_goal_ids(json, "missed_by_key", *solved.missed_by_key, solved.scenario);
  if (found.conflict) {
    json.key("conflict").begin_object();
    write_goal_ids(json, "goals", found.conflict->goals, solved.scenario);
    json.member("smallest", found.conflict->smallest);
    write_texts(json, "reasons", found.conflict->reasons);
    json.end_object();
  }
  write_least(json, solved);
  json.key("examples").begin_array();
  for (const Solution& each : found.examples) {
    json.begin_object();
    write_texts(json, "commands", commands_of(each, solved.scenario));
    json.end_object();
  }
  json.end_array();
  write_fields(json, solved);
  write_goals(json, solved);
  json.end_object();
  return json.take() + '\n';
}

std::string least_as_commands(const Solved& solved) {
  if (!solved.found.least) return {};
  std::string text;
  for (const std::string& each : commands_of(solved.found.least->solution, solved.scenario))
    text += each + '\n';
  return text + "run all\n";
}

}  // namespace ntk::cli
