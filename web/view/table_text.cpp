#include "web/view/table_text.h"

#include <span>
#include <vector>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"

namespace ntk::web {
namespace {

constexpr std::string_view request_columns[] = {"Number", "Id",      "Request", "Asked",
                                                "Place",  "Outcome", "Reasons", "In words"};

/// A table in the making.
class TabbedText {
 public:
  void cell(std::string_view words) {
    if (!at_start_) table_.text += '\t';
    at_start_ = false;
    // A spreadsheet would take it for a formula: it gets an apostrophe, as in the export of the trail.
    if (session::begins_a_formula(words)) table_.text += '\'';
    for (const char each : words) {
      if (each == '\n') {
        table_.text += "; ";
      } else {
        table_.text += each == '\t' || each == '\r' ? ' ' : each;
      }
    }
  }
  void cell(const std::vector<std::string>& lines) {
    std::string joined;
    for (const std::string& each : lines) joined += (joined.empty() ? "" : "\n") + each;
    cell(joined);
  }
  void titles(std::span<const std::string_view> columns) {
    for (const std::string_view each : columns) cell(each);
    table_.text += '\n';
    at_start_ = true;
  }
  void end_row() {
    table_.text += '\n';
    at_start_ = true;
    ++table_.rows;
  }
  TableText take() { return std::move(table_); }

 private:
  TableText table_;
  bool at_start_ = true;
};

std::string outcome_word(const session::Session& session, std::uint32_t request) {
  const session::Run* run = session.latest_run(request);
  if (run == nullptr) return "not run";
  const bool outdated = session.freshness(request) == session::Freshness::outdated;
  return std::string(run->decision.permitted() ? "permitted" : "denied") + (outdated ? ", outdated" : "");
}

std::string failed_codes(const policy::Decision& decision) {
  std::string text;
  for (const policy::CheckId each : decision.verdicts.failed()) {
    text += text.empty() ? "" : ", ";
    text += policy::check(each).code;
  }
  return text;
}

}  // namespace

TableText trail_as_text(const session::Session& session, const TrailQuery& query) {
  TabbedText lines;
  std::vector<std::string_view> titles;
  for (const TrailColumnRow& each : trail_columns()) titles.push_back(each.title);
  lines.titles(titles);
  for (const std::uint32_t at : select_events(session, query)) {
    for (const TrailColumnRow& each : trail_columns())
      lines.cell(cell(session, session.trail().events()[at], each.column));
    lines.end_row();
  }
  return lines.take();
}

TableText catalogue_as_text(CatalogueList list, std::string_view search) {
  TabbedText lines;
  std::vector<std::string_view> titles(row(list).columns.begin(), row(list).columns.end());
  titles.insert(titles.begin() + 1, "Id");
  lines.titles(titles);
  for (const std::uint32_t at : find_in_catalogue(list, search)) {
    const CatalogueRow& each = catalogue_rows(list)[at];
    lines.cell(each.name);
    lines.cell(each.id);
    for (const std::vector<std::string>& cell : each.cells) lines.cell(cell);
    lines.end_row();
  }
  return lines.take();
}

TableText calendar_as_text(const CalendarView& view, CalendarPart part) {
  TabbedText lines;
  std::vector<std::string_view> titles(row(part).columns.begin(), row(part).columns.end());
  const bool changes = part == CalendarPart::changes;
  titles.insert(titles.begin() + (changes ? 0 : 1), changes ? "Day" : "When");
  lines.titles(titles);
  if (changes) {
    for (const CalendarDay& day : view.days) {
      for (const CalendarChange& each : day.changes) {
        lines.cell(policy::to_text(day.day));
        lines.cell(word(each));
        lines.cell(each.code);
        lines.cell(each.what);
        lines.end_row();
      }
    }
    return lines.take();
  }
  for (const CalendarRow& each : view.rows(part)) {
    lines.cell(each.name);
    lines.cell(each.note);
    for (const std::vector<std::string>& cell : each.cells) lines.cell(cell);
    lines.end_row();
  }
  return lines.take();
}

TableText requests_as_text(const session::Session& session) {
  TabbedText lines;
  lines.titles(request_columns);
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const scenario::ScriptedRequest& each = session.requests()[i];
    const session::Run* run = session.latest_run(i);
    lines.cell(std::to_string(i + 1));
    lines.cell(each.id);
    lines.cell(each.title);
    const policy::Moment asked = each.at_clock ? session.clock() : each.request.moment;
    lines.cell(policy::to_text(run != nullptr ? run->asked.moment : asked));
    lines.cell(each.request.place);
    lines.cell(outcome_word(session, i));
    lines.cell(run != nullptr ? failed_codes(run->decision) : "");
    lines.cell(run != nullptr ? session::outcome_in_words(session, *run) : "");
    lines.end_row();
  }
  return lines.take();
}

std::string copied_in_words(const TableText& table) {
  return "Copied: " + std::to_string(table.rows) + (table.rows == 1 ? " row" : " rows") + ", as text.";
}

}  // namespace ntk::web
