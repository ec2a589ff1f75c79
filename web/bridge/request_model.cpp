// The part of the model that lists the requests: the script's and the student's own.
#include <algorithm>
#include <string>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "sim/session/misconceptions.h"
#include "sim/session/report.h"
#include "web/app/shared_words.h"
#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;
using session::Session;

std::string_view word(session::Freshness freshness) {
  switch (freshness) {
    case session::Freshness::not_run:
      return "not_run";
    case session::Freshness::current:
      return "current";
    case session::Freshness::outdated:
      return "outdated";
  }
  return "not_run";
}

void write_code(JsonWriter& json, std::optional<policy::CheckId> check) {
  if (check) {
    json.value(policy::check(*check).code);
  } else {
    json.null();
  }
}

/// What the student predicted, and what the scenario asks to be predicted.
void write_prediction(JsonWriter& json, const Session& session, std::uint32_t request) {
  json.member("waits_for", run_waits_for(session, request));
  json.key("prediction");
  if (const session::Prediction* prediction = session.prediction(request)) {
    json.begin_object().member("permitted", prediction->permitted);
    write_code(json.key("reason"), prediction->reason);
    json.key("certainty");
    prediction->certainty ? json.value(session::word(*prediction->certainty)) : json.null();
    json.member("result", session::word(prediction->result))
        .member("was", session::what_it_was(session, *prediction));
    if (prediction->run) json.member("run", *prediction->run);
    json.end_object();
  } else {
    json.null();
  }
  const auto& asked = session.scenario().predictions;
  const auto found = std::find_if(asked.begin(), asked.end(), [&](const scenario::AskedPrediction& each) {
    return each.request == request;
  });
  json.key("asks");
  if (found == asked.end()) {
    json.null();
    return;
  }
  json.begin_object().member("reason", found->reason).member("required", found->required).end_object();
}

std::string result_in_words(const Session& session, const session::Run& run) {
  const auto primary = run.decision.primary();
  if (session.conceals() && primary) return std::string(policy::check(*primary).sentence);
  return policy::outcome_in_words(*run.world, run.asked, run.decision);
}

/// The latest decision in short; `run` leads to the whole of it.
void write_result(JsonWriter& json, const Session& session, std::uint32_t request) {
  json.key("result");
  const session::Run* run = session.latest_run(request);
  if (run == nullptr) {
    json.null();
    return;
  }
  const policy::Decision& decision = run->decision;
  const auto withheld = std::count_if(decision.hits.begin(), decision.hits.end(),
                                      [](const policy::Hit& hit) { return hit.withheld(); });
  json.begin_object().member("run", run - session.runs().data()).member("permitted", decision.permitted());
  write_code(json.key("primary"), decision.primary());
  json.member("words", result_in_words(session, *run))
      .member("hits", decision.hits.size())
      .member("withheld", withheld)
      .end_object();
}

template <class Items>
void write_titles(JsonWriter& json, std::string_view key, const Items& items, auto title) {
  json.key(key).begin_array();
  for (const auto& item : items) {
    json.begin_object().member("id", item.id).member("title", title(item)).end_object();
  }
  json.end_array();
}

/// The words of a vocabulary that `wanted` lets through.
template <class E>
void write_words(JsonWriter& json, std::string_view key, auto wanted) {
  json.key(key).begin_array();
  for (const policy::Word<E>& each : policy::words<E>()) {
    if (wanted(each.value)) {
      json.begin_object().member("id", each.word).member("title", each.title).end_object();
    }
  }
  json.end_array();
}

void write_functions(JsonWriter& json) {
  json.key("functions").begin_array();
  for (const policy::Word<policy::Function>& each : policy::words<policy::Function>()) {
    if (!session::can_ask_oneself(each.value)) continue;
    const policy::FunctionScope& scope = policy::scope(each.value);
    json.begin_object().member("id", each.word).member("title", each.title).member("note", each.note);
    json.key("operations").begin_array();
    for (const policy::Word<policy::Operation>& operation : policy::words<policy::Operation>()) {
      if (!session::can_ask_oneself(operation.value) || !scope.operations.contains(operation.value)) continue;
      json.begin_object()
          .member("id", operation.word)
          .member("title", operation.title)
          .member("search", policy::is_search(operation.value))
          .member("record", !policy::is_search(operation.value) && !policy::has_no_target(operation.value))
          .end_object();
    }
    json.end_array();
    write_words<policy::Category>(
        json, "categories", [&](policy::Category category) { return scope.categories.contains(category); });
    json.end_object();
  }
  json.end_array();
}

/// The requests of the script, as what one's own can begin from.
void write_likes(JsonWriter& json, const Session& session) {
  const policy::World& world = session.world();
  json.key("likes").begin_array();
  for (const scenario::ScriptedRequest& each : session.scenario().requests) {
    const policy::Request& request = each.request;
    const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target);
    json.begin_object()
        .member("id", each.id)
        .member("title", each.title)
        .member("words", policy::in_words(world, request))
        .member("user", world[request.user].id)
        .member("purpose", world[request.purpose].id)
        .member("place", request.place);
    if (record != nullptr && !policy::is_creating(request.operation)) {
      json.member("record", world[*record].id);
    } else {
      json.key("record").null();
    }
    json.member("search", policy::is_search(request.operation))
        .member("level", session::gives_access(request.operation))
        .end_object();
  }
  json.end_array();
}

/// The names of all fields of records, each once: what a search can ask for.
void write_term_names(JsonWriter& json, const policy::World& world) {
  std::vector<std::string_view> names;
  for (const policy::Record& record : world.records) {
    for (const policy::Field& field : record.fields) {
      if (std::find(names.begin(), names.end(), field.name) == names.end()) names.push_back(field.name);
    }
  }
  json.key("term_names").begin_array();
  for (std::string_view name : names) json.value(name);
  json.end_array();
}

}  // namespace

void write_requests(JsonWriter& json, const Session& session) {
  const policy::World& world = session.world();
  json.key("requests").begin_array();
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const scenario::ScriptedRequest& scripted = session.requests()[i];
    policy::Request request = scripted.request;
    if (scripted.at_clock) request.moment = session.clock();
    json.begin_object()
        .member("id", scripted.id)
        .member("number", i + 1)
        .member("title", scripted.title)
        .member("words", policy::in_words(world, request))
        .member("user", world[request.user].name)
        .member("agency", policy::called(world[world[request.user].agency]))
        .member("place", request.place)
        .member("at_clock", scripted.at_clock)
        .member("own", session.is_own(i))
        .member("vets", request.operation == policy::Operation::vet)
        .member("freshness", word(session.freshness(i)));
    write_moment(json.key("moment"), request.moment);
    write_prediction(json, session, i);
    write_result(json, session, i);
    json.end_object();
  }
  json.end_array();

  json.key("checks").begin_array();
  for (const policy::Check& check : policy::checks()) {
    json.begin_object()
        .member("code", check.code)
        .member("gate", policy::gate_title(check.gate))
        .member("sentence", check.sentence)
        .end_object();
  }
  json.end_array();
}

void write_ask(JsonWriter& json, const Session& session) {
  const policy::World& world = session.world();
  const auto by_name = [](const auto& item) { return item.name; };
  const auto by_title = [](const auto& item) { return item.title; };
  json.key("ask").begin_object().member("id", session::next_own_id(session));
  json.key("users").begin_array();
  for (const policy::User& user : world.users) {
    const policy::Agency& agency = world[user.agency];
    json.begin_object().member("id", user.id);
    json.member("title",
                user.name + " (" + (agency.short_name.empty() ? agency.name : agency.short_name) + ")");
    json.end_object();
  }
  json.end_array();
  write_functions(json);
  write_titles(json, "records", world.records, by_title);
  write_titles(json, "purposes", world.purposes, by_title);
  json.key("places").begin_array();
  for (const std::string& place : session.scenario().places) json.value(place);
  json.end_array();
  write_term_names(json, world);
  write_likes(json, session);
  json.end_object();

  json.key("who").begin_object();
  write_titles(json, "agencies", world.agencies, by_name);
  write_words<policy::UserCategory>(json, "categories", [](policy::UserCategory) { return true; });
  write_titles(json, "users", world.users, by_name);
  json.end_object();
}

}  // namespace ntk::web
