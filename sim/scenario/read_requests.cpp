// The script of requests, and the predictions asked of them.
#include <algorithm>
#include <array>
#include <map>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

/// The requests that concern the profile of a user, and of whom.
struct Profiles {
  struct Asked {
    policy::Request* request;  ///< in the script, which no longer grows
    std::uint32_t user;
  };
  std::vector<Asked> asked;
};

policy::Search read_search(Reading& reading, const Node& node) {
  policy::Search search;
  ObjectReader object(reading, node, "a search");
  if (const auto list = object.find("categories")) {
    report_if_empty(reading.diagnostics, *list,
                    "without `categories` all that the function covers are searched");
    search.categories = read_set<policy::Category>(reading.diagnostics, *list);
  }
  if (const auto terms = object.find("terms")) search.terms = read_fields(reading, *terms);
  return search;
}

/// The ways to say what a request concerns.
constexpr std::array<std::string_view, 4> target_keys = {"record", "profile", "search", "new"};

/// Bars the target keys that the operation has no use for; reads none of them.
void bar_targets(ObjectReader& object, std::initializer_list<std::string_view> fitting,
                 const std::string& message, std::string_view help) {
  for (const std::string_view key : target_keys) {
    if (std::find(fitting.begin(), fitting.end(), key) == fitting.end()) object.bar(key, message, help);
  }
}

/// One record, by its id or as the profile of a user.
void read_one_record(ObjectReader& object, policy::Request& request, Profiles& profiles) {
  if (!object.find("profile")) {
    request.target = policy::Ref<policy::Record>{object.need_reference("record", IdKind::record).value_or(0)};
    return;
  }
  object.bar("record", "the request names a profile already", "give `record` or `profile`");
  request.target = policy::Ref<policy::Record>{};
  profiles.asked.push_back({&request, object.need_reference("profile", IdKind::user).value_or(0)});
}

/// One record, a search, or a new record: as the operation asks.
void read_target(Reading& reading, ObjectReader& object, std::optional<policy::Operation> operation,
                 policy::Request& request, Profiles& profiles, policy::World& world) {
  if (!operation) {
    for (const std::string_view key : target_keys) object.find(key);
  } else if (policy::has_no_target(*operation)) {
    bar_targets(object, {}, in_backticks(policy::word(*operation)) + " concerns no record", "remove the key");
    request.target = policy::NoTarget{};
  } else if (policy::is_search(*operation)) {
    bar_targets(object, {"search"}, in_backticks(policy::word(*operation)) + " looks through many records",
                "say in `search` what it looks for, or make the operation `display`");
    if (const auto search = object.need("search", "what to look for: `{}` finds everything")) {
      request.target = read_search(reading, *search);
    }
  } else if (policy::is_creating(*operation)) {
    bar_targets(object, {"new"},
                in_backticks(policy::word(*operation)) + " enters a record that is not there yet",
                "describe it in `new`");
    if (const auto record = object.need("new", "the record to be entered")) {
      request.target = policy::Ref<policy::Record>{static_cast<std::uint32_t>(world.records.size())};
      world.records.push_back(read_new_record(reading, *record));
    }
  } else {
    bar_targets(object, {"record", "profile"},
                in_backticks(policy::word(*operation)) + " concerns one record that is there",
                "name the record in `record`, or make the operation `search`");
    read_one_record(object, request, profiles);
  }
}

/// What is disclosed answers the letter of a body; an individual's letter is answered by its route.
void read_answered_letter(Reading& reading, ObjectReader& object, policy::Request& request,
                          const policy::World& world) {
  const std::uint32_t letter = object.need_reference("letter", IdKind::letter).value_or(0);
  request.letter = {letter};
  request.disclosure = policy::Disclosure{};
  if (letter >= world.letters.size()) return;
  request.disclosure->recipient = world.letters[letter].body;
  const auto node = object.find("letter");
  if (!node || !request.disclosure->recipient.empty()) return;
  report(reading.diagnostics, Code::wrong_letter, *node,
         "letter " + in_backticks(world.letters[letter].id) +
             " is an individual’s: records are disclosed to a body",
         "give the letter its `body`, or let its route be assigned instead");
}

/// What goes with some operations only: what is changed, whose letter is answered, who is given a record.
void read_particulars(Reading& reading, ObjectReader& object, std::optional<policy::Operation> operation,
                      policy::Request& request, const policy::World& world) {
  using policy::Operation;
  static constexpr policy::OperationSet changing = {Operation::update, Operation::intake,
                                                    Operation::place_on_primary, Operation::recertify,
                                                    Operation::assign};
  static constexpr policy::OperationSet changes_something = {Operation::update, Operation::place_on_primary,
                                                             Operation::assign};
  if (operation && !changing.contains(*operation)) {
    object.bar("change", in_backticks(policy::word(*operation)) + " takes no `change`", "remove the key");
  } else if (operation) {
    const auto change = changes_something.contains(*operation) ? object.need("change", "what is changed")
                                                               : object.find("change");
    if (change) request.change = read_change(reading, *change, *operation);
  } else {
    object.find("change");
  }
  if (operation && *operation == Operation::disclose) {
    read_answered_letter(reading, object, request, world);
  } else if (operation) {
    object.bar("letter", "only `disclose` answers a letter", "remove the key");
  }
  if (operation && *operation == Operation::pass_on) {
    request.disclosure = policy::Disclosure{};
    request.disclosure->to = {object.need_reference("to", IdKind::agency).value_or(0)};
  } else if (operation) {
    object.bar("to", "only `pass_on` gives a record to somebody", "remove the key");
  }
}

/// `all` names all requests in a command, and `own-` begins the ids of the student's own.
void read_request_id(Reading& reading, ObjectReader& object, std::string& id) {
  object.id(id);
  if (id != "all" && !id.starts_with("own-")) return;
  const auto node = object.find("id");
  report(reading.diagnostics, Code::reserved_id, *node, in_backticks(id) + " cannot be the id of a request",
         "`all` means every request, and `own-` begins the ids of the student's own: choose another");
}

/// Coming and going are asked by no function, passing on by `subject_query` unless another is named; with a logon goes what the user makes of the monitoring notice.
void read_function(Reading& reading, ObjectReader& object, std::optional<policy::Operation> operation,
                   policy::Request& request) {
  if (operation && policy::names_no_function(*operation)) {
    object.bar("function", in_backticks(policy::word(*operation)) + " is asked by no function",
               "remove the key");
  } else if (const auto function = operation && *operation == policy::Operation::pass_on
                                       ? object.find("function")
                                       : object.need("function", noun_of<policy::Function>)) {
    request.function = read_word<policy::Function>(reading.diagnostics, *function).value_or(request.function);
  }
  if (!operation || *operation == policy::Operation::logon) {
    object.boolean("accepts_notice", request.accepts_notice);
  } else {
    object.bar("accepts_notice", "the monitoring notice is shown at logon only", "remove the key");
  }
}

void read_request(Reading& reading, const Node& node, ScriptedRequest& scripted, Profiles& profiles,
                  policy::World& world) {
  ObjectReader object(reading, node, "a request");
  policy::Request& request = scripted.request;
  read_request_id(reading, object, scripted.id);
  object.need_line("title", scripted.title);
  request.user.at = object.need_reference("user", IdKind::user).value_or(0);
  std::optional<policy::Operation> operation;
  if (const auto word = object.need("operation", "`display`, `print`, `search` or another operation")) {
    operation = read_word<policy::Operation>(reading.diagnostics, *word);
  }
  request.operation = operation.value_or(request.operation);
  read_function(reading, object, operation, request);
  if (const auto by = object.reference("interface", IdKind::interface)) request.interface = {*by};
  read_target(reading, object, operation, request, profiles, world);
  read_particulars(reading, object, operation, request, world);
  request.purpose.at = object.need_reference("purpose", IdKind::purpose).value_or(0);
  object.need_line("place", request.place);
  const auto moment = object.find("moment");
  scripted.at_clock = !moment;
  if (moment) request.moment = read_moment(reading.diagnostics, *moment).value_or(policy::Moment{});
  object.line("misuse", scripted.misuse);
}

/// The ids that the profiles of users will have are free.
void report_taken_profile_ids(Reading& reading, ObjectReader& top, const policy::World& world) {
  const auto records = top.find("records");
  for (const policy::User& user : world.users) {
    const std::string id = "profile-" + user.id;
    const auto taken = std::find_if(world.records.begin(), world.records.end(),
                                    [&](const policy::Record& each) { return each.id == id; });
    if (!records || taken == world.records.end()) continue;
    const auto at = static_cast<std::size_t>(taken - world.records.begin());
    const bool is_listed = at < records->value->items.size();  // else a request enters it
    reading.diagnostics.add(
        Code::duplicate_id, is_listed ? records->value->items[at].span : records->span(),
        is_listed ? pointer_to(records->pointer, at) : records->pointer,
        "record " + in_backticks(id) + " has the id of the profile of user " + in_backticks(user.id),
        "give the record another id: requests of this scenario name profiles");
  }
}

/// Every user has a profile on the platform, once a request asks for one. It is of the user's agency.
void add_profiles(policy::World& world, const Profiles& profiles) {
  const auto first = static_cast<std::uint32_t>(world.records.size());
  for (std::uint32_t at = 0; at < world.users.size(); ++at) {
    const policy::User& user = world.users[at];
    policy::Record profile;
    profile.id = "profile-" + user.id;
    profile.title = "Profile of " + user.name;
    profile.category = policy::Category::user_profile;
    profile.owner = user.agency;
    profile.profile_of = {at};
    profile.fields = {{"user", user.id}};
    world.records.push_back(std::move(profile));
  }
  for (const auto& each : profiles.asked)
    each.request->target = policy::Ref<policy::Record>{first + each.user};
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
  Profiles profiles;
  read_list(reading, list, scenario.requests,
            [&](Reading& inner, const Node& node, ScriptedRequest& scripted) {
              read_request(inner, node, scripted, profiles, scenario.world);
            });
  if (!profiles.asked.empty()) {
    report_taken_profile_ids(reading, top, scenario.world);
    add_profiles(scenario.world, profiles);
  }
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
    const std::uint32_t predicted = scenario.predictions[at].request;
    if (!request || predicted >= first.size() || request->value.string != scenario.requests[predicted].id)
      continue;
    if (first[predicted]) {
      reading.diagnostics.add(Code::duplicate_entry, request->value.span,
                              pointer_to(pointer_to(list->pointer, at), "request"),
                              "request " + in_backticks(request->value.string) + " is to be predicted twice",
                              "one prediction can ask for the outcome and the reason: `\"reason\": true`");
      reading.diagnostics.add_related("first asked here", first[predicted]->value.span);
    } else {
      first[predicted] = request;
    }
  }
}

}  // namespace ntk::scenario
