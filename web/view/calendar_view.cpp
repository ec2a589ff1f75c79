#include "web/view/calendar_view.h"

#include <algorithm>

#include "sim/analysis/timeline.h"
#include "web/app/lines.h"

namespace ntk::web {
namespace {

using policy::Date;
using session::DisclosureForm;

constexpr int morning = 8 * 60;  ///< the minute at which a day that the clock is moved to begins

constexpr std::string_view change_columns[] = {"Begins or lapses", "Rule", "What"};
constexpr std::string_view notice_columns[] = {"Notice", "To", "What it says"};
constexpr std::string_view disclosure_columns[] = {"Record", "Disclosed to", "Provided by", "Purpose",
                                                   "System of records"};

constexpr std::array parts = {
    CalendarPartRow{
        CalendarPart::changes, "changes", "Changes", "What changes on which day", "change", "changes",
        "Every period and term that a rule reads. A day is the first on which a thing holds, or the "
        "first on which it no longer does.",
        change_columns},
    CalendarPartRow{
        CalendarPart::notices, "notices", "Notices", "Notices sent", "notice", "notices",
        "What the agencies that entered lookouts were told: that others met them, and that a place on "
        "Primary ends.",
        notice_columns},
    CalendarPartRow{CalendarPart::disclosures, "disclosures", "Disclosures",
                    "Disclosures recorded (DHS Form 191)", "form", "forms",
                    "Who was shown or given which record, when, by whom and for which purpose.",
                    disclosure_columns},
};

std::string how_soon(Date day, Date today) {
  const auto days = (std::chrono::sys_days{day} - std::chrono::sys_days{today}).count();
  if (days == 0) return "today";
  return days == 1 ? "tomorrow" : "in " + std::to_string(days) + " days";
}

/// A line of its own, with a capital, where there is anything to say.
void add_days(CalendarView& view, std::vector<analysis::Lapse> lapses) {
  if (lapses.size() > calendar_most) lapses.resize(calendar_most);
  for (analysis::Lapse& each : lapses) {
    if (view.days.empty() || view.days.back().day != each.day) {
      view.days.push_back(
          {each.day, day_in_words(each.day, view.clock.day), move_to(each.day, view.clock), {}});
    }
    view.days.back().changes.push_back({each.begins, analysis::code_of(each), std::move(each.what)});
  }
}

CalendarRow row_of(const session::Notice& notice, const policy::World& world) {
  CalendarRow row;
  row.name = title(notice.kind);
  row.note = notice.event == 0 ? policy::in_words(notice.moment.day) + ", by the calendar"
                               : policy::in_words(notice.moment) + ", event " + std::to_string(notice.event);
  row.cells = {{world[notice.to].name}, {notice.text}};
  return row;
}

CalendarRow row_of(const DisclosureForm& form, const policy::World&) {
  CalendarRow row;
  row.name = form.subject;
  row.note = policy::in_words(form.date) + ", event " + std::to_string(form.event);
  row.cells.resize(std::size(disclosure_columns) - 1);
  add(row.cells[0], form.requester);
  add(row.cells[0], form.agency);
  add(row.cells[0], form.address);
  add(row.cells[0], form.outside_department ? "outside the Department" : "within the Department");
  add(row.cells[1], form.provider);
  add(row.cells[1], form.by_hand ? "recorded by hand" : "recorded by the platform");
  add(row.cells[2], form.purpose);
  add(row.cells[2], form.inquiry.empty() ? "" : "inquiry: " + form.inquiry);
  add(row.cells[3], form.system);
  add(row.cells[3], form.nature);
  return row;
}

template <class T>
std::vector<CalendarRow> latest(std::span<const T> all, const policy::World& world) {
  std::vector<CalendarRow> rows;
  for (auto each = all.rbegin(); each != all.rend() && rows.size() < calendar_most; ++each) {
    rows.push_back(row_of(*each, world));
  }
  return rows;
}

}  // namespace

std::span<const CalendarPartRow> calendar_parts() {
  return parts;
}

const CalendarPartRow& row(CalendarPart part) {
  return parts[static_cast<std::size_t>(part)];
}

std::string_view word(const CalendarChange& change) {
  return change.begins ? "Begins" : "Lapses";
}

CalendarView view_calendar(const session::Session& session) {
  CalendarView view;
  view.clock = session.clock();
  std::vector<analysis::Lapse> lapses = analysis::timeline(session.world(), view.clock.day);
  view.all = {lapses.size(), session.notices().size(), session.disclosure_forms().size()};
  add_days(view, std::move(lapses));
  view.notices = latest(session.notices(), session.world());
  view.disclosures = latest(session.disclosure_forms(), session.world());
  return view;
}

std::optional<session::AdvanceCommand> move_to(Date day, policy::Moment clock) {
  if (day <= clock.day) return std::nullopt;
  return session::AdvanceCommand{{day, morning}};
}

std::string day_in_words(Date day, Date today) {
  return policy::in_words(day) + ", " + how_soon(day, today);
}

std::string clock_in_words(const CalendarView& view) {
  return "It is " + policy::in_words(view.clock) + ".";
}

std::string caption(const CalendarView& view, CalendarPart part) {
  const CalendarPartRow& named = row(part);
  const std::size_t all = view.count(part);
  std::string text = all > calendar_most ? std::to_string(calendar_most) + " of " : "";
  text += std::to_string(all) + ' ';
  text += all == 1 ? named.one : named.several;
  if (part == CalendarPart::changes) return text + " after " + policy::in_words(view.clock.day);
  return all == 1 ? text : text + ", the latest first";
}

std::string left_out_in_words(const CalendarView& view, CalendarPart part) {
  const std::size_t all = view.count(part);
  if (all <= calendar_most) return "";
  const std::size_t left = all - calendar_most;
  return std::to_string(left) + " more, " + (part == CalendarPart::changes ? "later" : "earlier") +
         " than these, " + (left == 1 ? "is" : "are") + " not shown.";
}

CalendarEmpty empty_part(const CalendarView& view, CalendarPart part) {
  switch (part) {
    case CalendarPart::notices:
      return {"No notice has been sent.",
              "An agency that asked for it is told when somebody else’s request meets its lookout, and each "
              "agency "
              "when a place on Primary is about to end and when it has ended. Run such a request, or move "
              "the clock "
              "on."};
    case CalendarPart::disclosures:
      return {
          "No disclosure has been recorded.",
          "The platform records one whenever a record on a person is displayed or printed; whoever answers a "
          "letter with a record does so by hand. Run such a request: it leaves a form where it is "
          "permitted."};
    case CalendarPart::changes:
      break;
  }
  return {"Nothing begins or lapses after " + policy::in_words(view.clock.day) + ".",
          "Assign a term with a last day, or an investigation, and its days will stand here; or read on."};
}

}  // namespace ntk::web
