// The parts of the model that picture one request: the path that it took, and what would change it.
#include "sim/analysis/flow.h"
#include "web/app/inquiry.h"
#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using analysis::LinkState;
using scenario::JsonWriter;

std::string_view word(LinkState state) {
  switch (state) {
    case LinkState::holds:
      return "pass";
    case LinkState::partly:
      return "partial";
    case LinkState::broken:
      return "fail";
    case LinkState::not_applicable:
      break;
  }
  return "n/a";
}

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
  json.begin_object().member("heading", set.heading).member("applied", set.applied);
  json.key("edits").begin_array();
  for (const std::string& each : set.edits) json.value(each);
  json.end_array().member("granted", set.granted).key("effects").begin_array();
  for (const InquirySet::Effect& each : set.effects)
    json.begin_object().member("mark", word(each.kind)).member("words", each.words).end_object();
  json.end_array().end_object();
}

}  // namespace

void write_flow(JsonWriter& json, const session::Run& run) {
  json.key("flow").begin_array();
  for (const analysis::Station& each : analysis::flow_of(*run.world, run.asked, run.decision)) {
    json.begin_object()
        .member("title", each.title)
        .member("facts", each.facts)
        .member("state", word(each.state))
        .member("words", analysis::state_in_words(each))
        .member("primary", each.primary)
        .end_object();
  }
  json.end_array();
}

void write_inquiry(JsonWriter& json, const Desk& desk) {
  json.key("inquiry");
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
  json.key("sets").begin_array();
  for (const InquirySet& each : view.sets) write_edit_set(json, each);
  json.end_array().key("powers").begin_array();
  for (const InquiryPower& each : view.powers) {
    json.begin_object()
        .member("rule", each.rule)
        .member("source", each.source)
        .member("who", each.who)
        .member("why", each.why)
        .end_object();
  }
  json.end_array().end_object();
}

}  // namespace ntk::web
