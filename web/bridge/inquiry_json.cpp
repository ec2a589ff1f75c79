// The part of the model that says what would change a decision: web/view/inquiry_view.h, as JSON.
#include "web/bridge/model.h"
#include "web/view/inquiry_view.h"
#include "web/view/why_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

std::string_view word(InquirySet::Effect::Kind kind) {
  switch (kind) {
    case InquirySet::Effect::Kind::better:
      return "permit";
    case InquirySet::Effect::Kind::goal_met:
      return "pass";
    case InquirySet::Effect::Kind::goal_lost:
      return "fail";
    case InquirySet::Effect::Kind::worse:
      break;
  }
  return "deny";
}

void write_edit_set(JsonWriter& json, const InquirySet& set) {
  json.begin_object().member("heading", set.heading).member("apply", set.apply);
  json.member("applied", set.applied).key("edits").begin_array();
  for (const std::string& each : set.edits) json.value(each);
  json.end_array().member("granted", set.granted).key("effects").begin_array();
  for (const InquirySet::Effect& each : set.effects)
    json.begin_object().member("mark", word(each.kind)).member("words", each.words).end_object();
  json.end_array().end_object();
}

void write_power(JsonWriter& json, const InquiryPower& power) {
  json.begin_object()
      .member("heading", power.heading)
      .member("why", power.why)
      .member("source", power.source)
      .end_object();
}

}  // namespace

void write_inquiry(ModelWriter& model, const Desk& desk) {
  JsonWriter& json = model.section("inquiry");
  if (desk.inquiry() == nullptr) {
    json.null();
    return;
  }
  const session::Session& session = *desk.session();
  const analysis::Question& question = desk.inquiry()->answer().question;
  const InquiryView view = view_inquiry(*desk.inquiry(), session);
  json.begin_object().member("request", session.requests()[question.request].id);
  json.member("record", question.record ? session.world()[*question.record].id : std::string())
      .member("title", view.title)
      .member("summary", view.summary)
      .member("caution", view.caution)
      .member("left_out", view.left_out)
      .member("searching", view.searching)
      .member("search_again", view.can_search_again)
      .member("can_apply", view.can_apply)
      .member("can_take_back", view.can_take_back);
  json.key("labels")
      .begin_object()
      .member("cancel", inquiry_cancel)
      .member("again", inquiry_again)
      .member("applied", set_applied)
      .member("take_back", set_take_back)
      .member("run", why_run_again)
      .end_object();
  json.key("sets").begin_array();
  for (const InquirySet& each : view.sets) write_edit_set(json, each);
  json.end_array().key("powers").begin_array();
  for (const InquiryPower& each : view.powers) write_power(json, each);
  json.end_array().end_object();
}

}  // namespace ntk::web
