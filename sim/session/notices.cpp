#include "sim/session/notices.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::session {
namespace {

using policy::Date;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::World;

/// Whether the request got as far as the data.
bool reached_the_data(const policy::Decision& decision) {
  const auto primary = decision.primary();
  return !primary || policy::check(*primary).gate == policy::Gate::data;
}

bool is_to_be_told(const Record& record, const Request& request) {
  return record.category == policy::Category::lookout && record.notify_owner && !record.absent &&
         record.creator != request.user;
}

Notice notice_of(const World& world, const Request& request, Ref<Record> lookout) {
  Notice notice;
  const bool met = request.function == policy::Function::inspection;
  notice.kind = met ? NoticeKind::encounter : NoticeKind::query_hit;
  notice.moment = request.moment;
  notice.to = world[lookout].owner;
  notice.lookout = lookout;
  notice.text = std::string(met ? "Encounter" : "Query hit") + " on " +
                policy::in_quotes(world[lookout].title) + ": " + policy::in_words(request.moment.day) +
                " at " + policy::time_of(request.moment) + ", " + request.place + ".";
  return notice;
}

Date days_before(Date day, int count) {
  return Date{std::chrono::sys_days{day} - std::chrono::days{count}};
}

}  // namespace

std::string_view word(NoticeKind kind) {
  constexpr std::string_view words[] = {"query_hit", "encounter", "ends_soon", "ended"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view title(NoticeKind kind) {
  constexpr std::string_view titles[] = {"Query hit", "Encounter", "Ends soon", "Ended"};
  return titles[static_cast<std::size_t>(kind)];
}

std::vector<Notice> notices_of(const World& world, const Request& request, const policy::Decision& decision) {
  std::vector<Notice> notices;
  const bool looks = policy::is_reading(request.operation) && request.operation != policy::Operation::pass_on;
  if (!looks || !reached_the_data(decision)) return notices;
  const auto add = [&](Ref<Record> record) {
    if (is_to_be_told(world[record], request)) notices.push_back(notice_of(world, request, record));
  };
  if (const auto* one = std::get_if<Ref<Record>>(&request.target)) add(*one);
  for (const policy::Hit& hit : decision.hits) add(hit.record);
  return notices;
}

namespace {

/// The warning that a place on Primary ends soon (LO-5).
Notice ends_soon(const World& world, Ref<Record> lookout, policy::Moment moment, Date last) {
  return {NoticeKind::ends_soon,
          0,
          moment,
          world[lookout].owner,
          lookout,
          policy::in_quotes(world[lookout].title) + " is on Primary through " + policy::in_words(last) +
              ": without recertification it ends then."};
}

/// The last day of an approved place that is not over on the day.
std::optional<Date> last_day_on_primary(const Record& record, Date day) {
  const bool is_shown = policy::on_primary(record, day) == policy::OnPrimary::shown;
  return is_shown ? record.primary->last_day : std::nullopt;
}

}  // namespace

namespace {

/// The lookout to which a decided request gives a place on Primary that it did not have before.
std::optional<Ref<Record>> given_a_place(const World& before, const World& after, const Request& request) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const bool gives_a_place =
      request.operation == policy::Operation::approve || request.operation == policy::Operation::recertify;
  if (one == nullptr || !gives_a_place) return std::nullopt;
  const auto last = last_day_on_primary(after[*one], request.moment.day);
  if (!last || last == last_day_on_primary(before[*one], request.moment.day)) return std::nullopt;
  return *one;
}

/// Those of one lookout that fall due after the day `from`, up to the day `to`.
void add_notices_due(std::vector<Notice>& notices, const World& world, Ref<Record> lookout, Date from,
                     Date to) {
  const Record& record = world[lookout];
  const auto falls_due = [&](Date day) { return from < day && day <= to; };
  if (record.absent || !record.primary || !record.primary->approved || !record.primary->last_day) return;
  const Date last = *record.primary->last_day;
  if (const Date warned = days_before(last, world.parameters.warning_days); falls_due(warned))
    notices.push_back(ends_soon(world, lookout, {warned, 0}, last));
  if (const Date after = policy::next_day(last); falls_due(after)) {
    notices.push_back(
        {NoticeKind::ended,
         0,
         {after, 0},
         record.owner,
         lookout,
         policy::in_quotes(record.title) + " is no longer on Primary: it was not recertified."});
  }
}

}  // namespace

std::optional<Notice> warning_at_once(const World& before, const World& after, const Request& request) {
  const auto lookout = given_a_place(before, after, request);
  if (!lookout) return std::nullopt;
  const Date last = *after[*lookout].primary->last_day;
  if (request.moment.day < days_before(last, after.parameters.warning_days)) return std::nullopt;
  return ends_soon(after, *lookout, request.moment, last);
}

std::vector<Notice> notices_missed(const World& before, const World& after, const Request& request,
                                   Date noticed) {
  std::vector<Notice> notices;
  if (const auto lookout = given_a_place(before, after, request))
    add_notices_due(notices, after, *lookout, request.moment.day, noticed);
  return notices;
}

std::vector<Notice> notices_due(const World& world, Date from, Date to) {
  std::vector<Notice> notices;
  for (std::uint32_t at = 0; at < world.records.size(); ++at) add_notices_due(notices, world, {at}, from, to);
  std::stable_sort(notices.begin(), notices.end(),
                   [](const Notice& a, const Notice& b) { return a.moment < b.moment; });
  return notices;
}

}  // namespace ntk::session
