#include "sim/session/vetting.h"

#include "sim/scenario/json_writer.h"

namespace ntk::session {

std::vector<VettingResponse> vetting_responses(const Session& session, std::uint32_t request) {
  std::vector<VettingResponse> responses;
  for (const Run& run : session.runs()) {
    if (!run.vets || run.request != request) continue;
    VettingResponse response;
    response.person = std::get<policy::Search>(run.asked.target).terms;
    response.permitted = run.decision.permitted();
    for (const policy::Hit& hit : run.decision.hits) {
      if (!hit.withheld()) response.returned.push_back(hit.record);
    }
    response.event = run.event;
    responses.push_back(std::move(response));
  }
  return responses;
}

std::vector<Command> vetting_commands(const std::string& request,
                                      const std::vector<std::vector<policy::Field>>& persons) {
  std::vector<Command> commands;
  commands.reserve(persons.size());
  for (const std::vector<policy::Field>& each : persons) commands.push_back(VetCommand{request, each});
  return commands;
}

std::string vetting_json(const Session& session, std::uint32_t request) {
  scenario::JsonWriter json(scenario::JsonWriter::Layout::pretty);
  json.begin_object()
      .member("scenario", session.scenario().id)
      .member("request", session.requests()[request].id)
      .key("responses")
      .begin_array();
  for (const VettingResponse& each : vetting_responses(session, request)) {
    json.begin_object().key("person").begin_object();
    for (const policy::Field& field : each.person) json.member(field.name, field.value);
    json.end_object()
        .member("outcome", each.permitted ? "permitted" : "denied")
        .member("matches", each.returned.size())
        .key("returned")
        .begin_array();
    for (const auto record : each.returned) json.value(session.world()[record].id);
    json.end_array().member("event", each.event).end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

}  // namespace ntk::session
