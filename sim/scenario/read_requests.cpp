// The script of requests, and the predictions asked of them.
#include <map>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

policy::Search read_search(Reading& reading, const Node& node) {
  policy::Search search;
  ObjectReader object(reading, node, "a search");
  if (const auto list = object.find("categories")) {
    report_if_empty(reading.diagnostics, *list,
                    "without `categories` all that the function covers are searched");
    search.categories =
        read_set<policy::Category>(reading.diagnostics, *list, read_simulated<policy::Category>);
  }
  if (const auto terms = object.find("terms")) search.terms = read_fields(reading, *terms);
  return search;
}

/// One record, or a search: as the operation asks.
void read_target(Reading& reading, ObjectReader& object, std::optional<policy::Operation> operation,
                 policy::Request& request) {
  if (!operation) {
    object.find("record");
    object.find("search");
  } else if (policy::has_no_target(*operation)) {
    const std::string message = quoted(policy::word(*operation)) + " concerns no record";
    object.bar("record", message, "remove the key");
    object.bar("search", message, "remove the key");
    request.target = policy::NoTarget{};
  } else if (policy::is_search(*operation)) {
    object.bar("record", "`search` looks through many records and takes no `record`",
               "say in `search` what it looks for, or make the operation `display`");
    if (const auto search = object.need("search", "what to look for: `{}` finds everything")) {
      request.target = read_search(reading, *search);
    }
  } else {
    object.bar("search", quoted(policy::word(*operation)) + " concerns one record and takes no `search`",
               "name the record in `record`, or make the operation `search`");
    request.target = policy::Ref<policy::Record>{object.need_reference("record", IdKind::record).value_or(0)};
  }
}

/// `all` names all requests in a command, and `own-` begins the ids of the student's own.
void read_request_id(Reading& reading, ObjectReader& object, std::string& id) {
  object.id(id);
  if (id != "all" && !id.starts_with("own-")) return;
  const auto node = object.find("id");
  report(reading.diagnostics, Code::reserved_id, *node, quoted(id) + " cannot be the id of a request",
         "`all` means every request, and `own-` begins the ids of the student's own: choose another");
}

/// Coming and going are asked by no function; with a logon goes what the user makes of the monitoring notice.
void read_function(Reading& reading, ObjectReader& object, std::optional<policy::Operation> operation,
                   policy::Request& request) {
  if (operation && policy::names_no_function(*operation)) {
    object.bar("function", quoted(policy::word(*operation)) + " is asked by no function", "remove the key");
  } else if (const auto function = object.need("function", noun_of<policy::Function>)) {
    request.function =
        read_simulated<policy::Function>(reading.diagnostics, *function).value_or(request.function);
  }
  if (!operation || *operation == policy::Operation::logon) {
    object.boolean("accepts_notice", request.accepts_notice);
  } else {
    object.bar("accepts_notice", "the monitoring notice is shown at logon only", "remove the key");
  }
}

void read_request(Reading& reading, const Node& node, ScriptedRequest& scripted) {
  ObjectReader object(reading, node, "a request");
  policy::Request& request = scripted.request;
  read_request_id(reading, object, scripted.id);
  object.need_line("title", scripted.title);
  request.user.at = object.need_reference("user", IdKind::user).value_or(0);
  std::optional<policy::Operation> operation;
  if (const auto word = object.need("operation", "`display`, `print`, `search` or another operation")) {
    operation = read_simulated<policy::Operation>(reading.diagnostics, *word);
  }
  request.operation = operation.value_or(request.operation);
  read_function(reading, object, operation, request);
  if (const auto by = object.reference("interface", IdKind::interface)) request.interface = {*by};
  read_target(reading, object, operation, request);
  request.purpose.at = object.need_reference("purpose", IdKind::purpose).value_or(0);
  object.need_line("place", request.place);
  const auto moment = object.find("moment");
  scripted.at_clock = !moment;
  if (moment) request.moment = read_moment(reading.diagnostics, *moment).value_or(policy::Moment{});
}

void read_prediction(Reading& reading, const Node& node, AskedPrediction& prediction) {
  ObjectReader object(reading, node, "a prediction");
  prediction.request = object.need_reference("request", IdKind::request).value_or(0);
  object.boolean("reason", prediction.reason);
  object.boolean("required", prediction.required);
}

}  // namespace

void read_requests(Reading& reading, ObjectReader& top, Scenario& scenario) {
  const auto list = top.need("requests", "the script: the list of requests");
  if (list) report_if_empty(reading.diagnostics, *list, "a scenario needs at least one request");
  read_list(reading, list, scenario.requests, read_request);
  std::map<std::string_view, std::uint32_t> seen;
  for (ScriptedRequest& each : scenario.requests) {
    if (each.at_clock) each.request.moment = scenario.clock;
    if (seen.emplace(each.request.place, 0).second) scenario.places.push_back(each.request.place);
  }
}

void read_predictions(Reading& reading, ObjectReader& top, Scenario& scenario) {
  const auto list = top.find("predictions");
  read_list(reading, list, scenario.predictions, read_prediction);
  std::vector<const JsonMember*> first(scenario.requests.size());
  for (std::size_t at = 0; at < scenario.predictions.size(); ++at) {
    const JsonValue& item = list->value->items[at];
    const JsonMember* request = find_member(item, "request");
    const std::uint32_t of = scenario.predictions[at].request;
    if (!request || of >= first.size() || request->value.string != scenario.requests[of].id) continue;
    if (first[of]) {
      reading.diagnostics.add(Code::duplicate_entry, request->value.span,
                              pointer_to(pointer_to(list->pointer, at), "request"),
                              "request " + quoted(request->value.string) + " is to be predicted twice",
                              "one prediction can ask for the outcome and the reason: `\"reason\": true`");
      reading.diagnostics.add_related("first asked here", first[of]->value.span);
    } else {
      first[of] = request;
    }
  }
}

}  // namespace ntk::scenario
