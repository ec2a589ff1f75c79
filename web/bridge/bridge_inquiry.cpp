// The verbs of the bridge by which the page asks what would change a decision.
#include "sim/scenario/json_writer.h"
#include "web/app/shared_words.h"
#include "web/bridge/bridge_call.h"
#include "web/view/inquiry_view.h"

namespace ntk::web {
namespace {

/// Whether the search goes on, and its progress in words.
void write_search_progress(Call& call) {
  const Inquiry& inquiry = *call.desk.inquiry();
  const bool searching = inquiry.state() == Inquiry::State::searching;
  scenario::JsonWriter json;
  json.begin_object()
      .member("searching", searching)
      .member("words", searching ? progress_in_words(inquiry.progress()) : std::string())
      .end_object();
  call.value = json.take();
  call.message = searching ? std::string(search_begun) : end_in_words(inquiry);
}

/// Whether something was asked; else the call is refused.
bool has_inquiry(Call& call) {
  if (has_session(call) && call.desk.inquiry() == nullptr) call.refuse("nothing is asked");
  return call.ok;
}

}  // namespace

namespace verbs {

void inquire(Call& call, Text request, MaybeText record) {
  if (!has_session(call)) return;
  const session::Session& session = *call.desk.session();
  const auto found = session.find_request(request);
  if (!found) return call.refuse("no request has the id `" + std::string(request) + "`");
  analysis::Question question{*found, std::nullopt};
  if (record) {
    const auto& records = session.world().records;
    for (std::uint32_t at = 0; at < records.size(); ++at) {
      if (records[at].id == *record) question.record = policy::Ref<policy::Record>{at};
    }
    if (!question.record) return call.refuse("no record has the id `" + std::string(*record) + "`");
  }
  if (const auto why = shut_because(session); !why.empty()) return call.refuse(std::string(why));
  if (const auto withheld = session.withheld(session::Help::what_would_change))
    return call.refuse(withheld->message, withheld->help);
  if (!call.desk.inquire(question)) return call.refuse("this request shows no records");
  write_search_progress(call);
}

void inquire_on(Call& call, Count milliseconds) {
  if (!has_inquiry(call)) return;
  call.desk.go_on_inquiring(static_cast<double>(milliseconds));
  write_search_progress(call);
}

void inquire_cancel(Call& call) {
  if (!has_inquiry(call)) return;
  call.desk.cancel_inquiry();
  write_search_progress(call);
}

void apply_set(Call& call, Count set) {
  if (!has_inquiry(call)) return;
  if (!call.desk.apply_set(set))
    return call.refuse(std::string(set_not_applied), std::string(set_not_applied_help));
  call.message = set_applied_in_words(*call.desk.inquiry(), set);
}

void take_back_set(Call& call) {
  if (!has_inquiry(call)) return;
  if (!call.desk.take_back_set()) {
    return call.refuse(std::string(set_not_taken_back), std::string(set_not_taken_back_help));
  }
  call.message = set_taken_back;
}

}  // namespace verbs
}  // namespace ntk::web
