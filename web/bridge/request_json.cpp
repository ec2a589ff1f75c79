// The part of the model that is the requests: web/view/requests_view.h and ask_view.h as JSON.
#include <string>

#include "sim/session/first_predictions.h"
#include "web/bridge/model.h"
#include "web/view/ask_view.h"
#include "web/view/requests_view.h"

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

/// A text that may be missing: null where it is empty.
void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  text.empty() ? json.null() : json.value(text);
}

// ---- What stands around the requests ---------------------------------------------------------------

void write_clock(JsonWriter& json, const ClockView& clock, const Session& session) {
  const RequestsLabels& labels = requests_labels;
  const auto move = [&](std::string_view key, std::string_view words,
                        const session::AdvanceCommand& command) {
    json.key(key)
        .begin_object()
        .member("words", words)
        .member("command", session::to_text(command, session.scenario()))
        .end_object();
  };
  json.begin_object()
      .member("title", labels.clock)
      .member("text", policy::to_text(clock.now))
      .member("words", clock.words)
      .member("about", labels.clock_about)
      .member("locked", clock.locked)
      .member("move_to", labels.move_to)
      .member("move", labels.move);
  move("day_later", labels.day_later, clock.day_later);
  move("year_later", labels.year_later, clock.year_later);
  json.end_object();
}

/// What a form for a prediction says, for every request alike.
void write_prediction_labels(JsonWriter& json) {
  const RequestsLabels& labels = requests_labels;
  json.begin_object()
      .member("permit", labels.permit)
      .member("deny", labels.deny)
      .member("reason", labels.reason)
      .member("no_reason", labels.no_reason)
      .member("certainty", labels.certainty)
      .member("no_certainty", labels.no_certainty)
      .member("predict", labels.predict)
      .member("change", labels.change)
      .member("offer", labels.offer)
      .member("needs_outcome", labels.needs_outcome)
      .member("needs_reason", labels.needs_reason);
  json.key("certainties").begin_array();
  for (const session::Certainty each :
       {session::Certainty::guess, session::Certainty::likely, session::Certainty::sure}) {
    json.begin_object()
        .member("word", session::word(each))
        .member("title", certainty_title(each))
        .end_object();
  }
  json.end_array().key("gates").begin_array();
  for (const ReasonGroup& group : prediction_reasons()) {
    json.begin_object().member("title", group.gate).key("reasons").begin_array();
    for (const PredictionReason& each : group.reasons) {
      json.begin_object()
          .member("code", policy::check(each.check).code)
          .member("words", each.words)
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_around(JsonWriter& json, const Session& session) {
  const RequestsLabels& labels = requests_labels;
  const RequestsView view = view_requests(session);
  json.begin_object()
      .member("title", labels.title)
      .member("summary", view.summary)
      .member("note", view.note)
      .member("run_all", labels.run_all);
  write_text(json, "waits_for", view.waits_for);
  json.member("run", labels.run)
      .member("why", labels.why)
      .member("own", labels.own)
      .member("outdated", outdated_words)
      .member("vet", labels.vet)
      .member("copy_about", labels.copy_about);
  write_clock(json.key("clock"), view.clock, session);
  json.end_object();
}

// ---- A request -------------------------------------------------------------------------------------

/// What was predicted: as a command says it, for the form, and in sentences.
void write_prediction(JsonWriter& json, const PredictionView& view, const session::Prediction& made) {
  json.begin_object().member("permitted", made.permitted);
  write_text(json, "reason", made.reason ? policy::check(*made.reason).code : std::string_view());
  write_text(json, "certainty", made.certainty ? session::word(*made.certainty) : std::string_view());
  json.member("result", session::word(view.result))
      .member("predicted", view.predicted)
      .member("turned_out", view.turned_out)
      .member("was", view.was);
  if (view.run) json.member("run", *view.run);
  json.end_object();
}

/// The latest decision in short; `run` leads to the whole of it.
void write_result(JsonWriter& json, const RequestView& view) {
  json.key("result");
  if (!view.run) {
    json.null();
    return;
  }
  json.begin_object()
      .member("run", *view.run)
      .member("permitted", view.outcome.state != OutcomeState::denied)
      .member("words", view.reason)
      .end_object();
}

void write_request(JsonWriter& json, const Session& session, std::uint32_t request) {
  const RequestView view = view_request(session, request);
  json.begin_object()
      .member("id", view.id)
      .member("number", request + 1)
      .member("heading", view.number)
      .member("title", view.title)
      .member("words", view.detail)
      .member("where", view.where)
      .member("own", view.own)
      .member("vets", view.vets)
      .member("freshness", word(view.freshness));
  json.key("outcome")
      .begin_object()
      .member("state", word(view.outcome.state))
      .member("word", view.outcome.word)
      .end_object();
  write_result(json, view);
  write_text(json, "waits_for", view.waits_for);
  write_text(json, "note", view.note);
  json.key("prediction");
  if (view.prediction) {
    write_prediction(json, *view.prediction, *session.prediction(request));
  } else {
    json.null();
  }
  json.member("predicting", word(view.predicting));
  if (view.predicting != Predicting::closed) {
    json.member("prompt", view.prompt).member("takes_reason", view.takes_reason);
  }
  json.end_object();
}

// ---- A request of one's own ------------------------------------------------------------------------

void write_choices(JsonWriter& json, std::string_view key, const std::vector<AskChoice>& choices) {
  json.key(key).begin_array();
  for (const AskChoice& each : choices) {
    json.begin_object().member("id", each.id).member("title", each.title).end_object();
  }
  json.end_array();
}

void write_ask_labels(JsonWriter& json) {
  const AskLabels& labels = ask_labels;
  json.begin_object()
      .member("begin", labels.begin)
      .member("nothing", labels.nothing)
      .member("likes", labels.likes)
      .member("user", labels.user)
      .member("purpose", labels.purpose)
      .member("function", labels.function)
      .member("operation", labels.operation)
      .member("covered", labels.covered)
      .member("uncovered", labels.uncovered)
      .member("record", labels.record)
      .member("level", labels.level)
      .member("unchanged_level", labels.unchanged_level)
      .member("categories", labels.categories)
      .member("categories_about", labels.categories_about)
      .member("terms", labels.terms)
      .member("terms_about", labels.terms_about)
      .member("terms_about_like", labels.terms_about_like)
      .member("place", labels.place)
      .member("place_example", labels.place_example)
      .member("moment", labels.moment)
      .member("run", labels.run)
      .member("add", labels.add)
      .end_object();
}

void write_functions(JsonWriter& json, const AskView& view) {
  json.key("functions").begin_array();
  for (const AskFunction& each : view.functions) {
    json.begin_object()
        .member("id", each.word)
        .member("title", each.title)
        .member("first", policy::word(each.first));
    json.key("operations").begin_array();
    for (const policy::Operation operation : each.covers) json.value(policy::word(operation));
    json.end_array().end_object();
  }
  json.end_array().key("operations").begin_array();
  for (const AskOperation& each : view.operations) {
    json.begin_object()
        .member("id", each.word)
        .member("title", each.title)
        .member("search", each.searches)
        .member("record", each.names_record)
        .end_object();
  }
  json.end_array();
}

/// What a search can be for.
void write_search(JsonWriter& json, const AskView& view) {
  json.key("categories").begin_array();
  for (const policy::Word<policy::Category>& each : view.categories) {
    json.begin_object().member("id", each.word).member("title", each.title).end_object();
  }
  json.end_array().key("terms").begin_array();
  for (const AskTerm& each : view.terms) {
    json.begin_object().member("name", each.name).member("label", each.label).end_object();
  }
  json.end_array();
}

void write_likes(JsonWriter& json, const AskView& view) {
  json.key("likes").begin_array();
  for (const AskLike& each : view.likes) {
    json.begin_object()
        .member("id", each.id)
        .member("title", each.title)
        .member("words", each.detail)
        .member("user", each.user)
        .member("purpose", each.purpose)
        .member("place", each.place);
    write_text(json, "record", each.record);
    json.member("search", each.searches).member("level", each.gives_level).end_object();
  }
  json.end_array();
}

/// The words of a vocabulary, and things by their names: what a class of a designation can name.
void write_who(JsonWriter& json, const policy::World& world) {
  const auto names = [&](std::string_view key, const auto& items) {
    json.key(key).begin_array();
    for (const auto& item : items) {
      json.begin_object().member("id", item.id).member("title", item.name).end_object();
    }
    json.end_array();
  };
  json.begin_object();
  names("agencies", world.agencies);
  json.key("categories").begin_array();
  for (const auto& each : policy::words<policy::UserCategory>()) {
    json.begin_object().member("id", each.word).member("title", each.title).end_object();
  }
  json.end_array();
  names("users", world.users);
  json.end_object();
}

}  // namespace

void write_requests(ModelWriter& model, const Session& session) {
  write_around(model.section("requests_screen"), session);
  write_prediction_labels(model.section("predicting"));
  const auto count = static_cast<std::uint32_t>(session.requests().size());
  for (std::uint32_t i = 0; model.is_split() && i < count; ++i)
    write_request(model.section("requests/" + session.requests()[i].id), session, i);
  JsonWriter& json = model.section("requests").begin_array();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (model.is_split()) {
      json.value(session.requests()[i].id);
    } else {
      write_request(json, session, i);
    }
  }
  json.end_array();
}

void write_ask(ModelWriter& model, const Session& session) {
  write_who(model.section("who"), session.world());
  const AskView view = view_ask(session);
  JsonWriter& json = model.section("ask");
  json.begin_object()
      .member("id", view.id)
      .member("title", ask_labels.title)
      .member("about", ask_labels.about);
  write_text(json, "waits_for", view.waits_for);
  write_ask_labels(json.key("labels"));
  json.member("function", policy::word(view.function)).member("moment_note", view.moment_note);
  write_choices(json, "users", view.users);
  write_choices(json, "records", view.records);
  write_choices(json, "purposes", view.purposes);
  write_choices(json, "levels", view.levels);
  write_functions(json, view);
  write_search(json, view);
  json.key("places").begin_array();
  for (const std::string& place : view.places) json.value(place);
  json.end_array();
  write_likes(json, view);
  json.end_object();
}

}  // namespace ntk::web
