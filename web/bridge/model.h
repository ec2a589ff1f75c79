// The model: all that the text page shows of a desk, in sections of JSON (web/bridge/sections.h).
//
// The text page has no reading of the rules of its own: every sentence, word and title in it comes from here, and here from
// where the canvas panels take it too (web/view). It changes with Desk::revision() only. What each section has in it is in
// docs/bridge.md, which is written from what the functions below write. The audit trail, which can be long, is not in it but
// for its length.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/json_writer.h"
#include "web/app/desk.h"
#include "web/bridge/sections.h"
#include "web/view/catalogue_view.h"

namespace ntk::web {

void write_model(ModelWriter& model, const Desk& desk);
std::string catalogue_model(CatalogueList list, std::string_view search);
/// The things of a kind ("record") with nothing to assign in which all the words stand: `fit`, their
/// `count` in words, and so many of them from a position on, as in `kinds`. Nothing where there is no such kind.
std::optional<std::string> locked_things_model(const session::Session& session, std::string_view kind_word,
                                               std::size_t first, std::size_t count, std::string_view words);

// Its parts, one file each. All but write_desk and write_work ask for a session.

/// `titles`, `names`, `header`, `home`, `work` and `diagnostics`.
void write_desk(ModelWriter& model, const Desk& desk);
/// The value of `work` (work_json.cpp, as the next two).
void write_work(scenario::JsonWriter& json, const Desk& desk);
/// The value of `history`: the steps around the one at hand.
void write_history(scenario::JsonWriter& json, const Desk& desk);
/// What the verb `steps` hands out, which goes along with word of a change too. Asks for a session.
void write_steps(scenario::JsonWriter& json, const Desk& desk, std::size_t block);
/// What the verb `attempts` hands out.
void write_keeping_problems(scenario::JsonWriter& json);

/// `scenario`, `clock`, `brief`, `goals`, `conceals`, and `shut`: why what tells outcomes is not shown yet.
void write_lesson(ModelWriter& model, const session::Session& session);
/// `assign` and `kinds`: the world, with what can be assigned and what is locked. Of a kind of which very many things have
/// nothing to assign, these are left out: locked_things_model() has them.
void write_kinds(ModelWriter& model, const session::Session& session);
/// `requests_screen`, `predicting` (the labels of a form, the same for every request) and `requests`.
void write_requests(ModelWriter& model, const session::Session& session);
/// `ask` and `who`: ids and titles for a request of one's own, and for a class of a designation.
void write_ask(ModelWriter& model, const session::Session& session);
/// `calendar`: what is to come, and the notices and forms there are.
void write_calendar(ModelWriter& model, const session::Session& session);
/// `why`: the selected run, or what to do where none is.
void write_why(ModelWriter& model, const Desk& desk);
/// `inquiry`.
void write_inquiry(ModelWriter& model, const Desk& desk);
/// `lab`: the conflict lab; null where the lesson has none.
void write_lab(ModelWriter& model, const session::Session& session);

/// {"text":"2016-08-12T09:30","words":"12 August 2016, 09:30"}
void write_moment(scenario::JsonWriter& json, policy::Moment moment);

}  // namespace ntk::web
