// The verb of the bridge by which the page asks what would change a decision.
#include <array>

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

void begin_inquiry(Call& call) {
  const std::vector<std::string_view> ids = split(call.text, ' ');
  const session::Session& session = *call.desk.session();
  const auto request = session.find_request(ids[0]);
  if (!request) return call.refuse("no request has the id `" + std::string(ids[0]) + "`");
  analysis::Question question{*request, std::nullopt};
  if (ids.size() > 1) {
    const auto& records = session.world().records;
    for (std::uint32_t at = 0; at < records.size(); ++at) {
      if (records[at].id == ids[1]) question.record = policy::Ref<policy::Record>{at};
    }
    if (!question.record) return call.refuse("no record has the id `" + std::string(ids[1]) + "`");
  }
  if (const auto why = shut_because(session); !why.empty()) return call.refuse(std::string(why));
  if (!call.desk.inquire(question)) return call.refuse("this request shows no records");
  write_search_progress(call);
}

void go_on_inquiring(Call& call) {
  const auto milliseconds = number(call.text);
  if (!milliseconds) return call.refuse("not a time: `" + std::string(call.text) + "`");
  call.desk.go_on_inquiring(static_cast<double>(*milliseconds));
  write_search_progress(call);
}

void cancel_inquiry(Call& call) {
  call.desk.cancel_inquiry();
  write_search_progress(call);
}

void apply_set(Call& call) {
  const auto set = number(call.text);
  if (!set || !call.desk.apply_set(*set))
    return call.refuse(std::string(set_not_applied), std::string(set_not_applied_help));
  call.message = set_applied_in_words(*call.desk.inquiry(), *set);
}

void take_back(Call& call) {
  if (!call.desk.take_back_set()) {
    return call.refuse(std::string(set_not_taken_back), std::string(set_not_taken_back_help));
  }
  call.message = set_taken_back;
}

struct InquiryPart {
  std::string_view word;
  void (*act)(Call&);
  bool needs_inquiry;
};

constexpr std::array inquiry_parts = {
    InquiryPart{"begin", begin_inquiry, false},  InquiryPart{"go-on", go_on_inquiring, true},
    InquiryPart{"cancel", cancel_inquiry, true}, InquiryPart{"apply", apply_set, true},
    InquiryPart{"take-back", take_back, true},
};

}  // namespace

void inquire(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");
  for (const InquiryPart& each : inquiry_parts) {
    if (each.word != call.subject) continue;
    if (each.needs_inquiry && call.desk.inquiry() == nullptr) return call.refuse("nothing is asked");
    return each.act(call);
  }
  call.refuse("no such part of an inquiry: `" + std::string(call.subject) + "`");
}

}  // namespace ntk::web
