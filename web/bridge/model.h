// The model: all that the text page shows of a desk, as one JSON document.
//
// The text page has no reading of the rules of its own: every sentence, word and title in it comes
// from here, and here from where the canvas panels take it too. It changes with Desk::revision()
// only. The audit trail, which can be long, is not in it but for its length (see web/view/trail_view.h).
//
//   revision     Desk::revision()
//   scenario     null, or {id, title, brief[], objectives[]}
//   clock        {text, words}                         the moments below are of this shape too
//   progress     {goals_met, goals, points_met, points, predictions (a sentence, or empty)}
//   goals[]      {id, title, points, state, evidence, hints[]}
//   hints        {revealed[], left}                    hints without a goal; how many are not revealed
//   kinds[]      {kind, title, count, left_out, things[]}  records, users, agreements, owners' memos and
//                letters; left_out: how many of `count` are not in things[]
//     things[]   {id, title, facts[], fields[]}        facts cannot be assigned in any scenario
//       facts[]  {title, words}
//       fields[] {title, assign, type, locked, value, words, options[], none, parts}
//                assign: the command without its value: "assign record r1 level"
//                type: one, set, term, investigation, classes
//                options: the choices {value, words, note, chosen}; none: the value of an empty set;
//                parts: what the controls of an open term or investigation start from
//   requests[]   {id, number, title, words, moment, own, vets, freshness, prediction, asks, result}
//   checks[]     {code, gate, sentence}                reasons that a prediction can give
//   ask          what a request of one's own can be made of: users[], functions[] with their
//                operations[] and categories[], records[], purposes[], places[], term_names[], id; and
//                likes[] {id, title, words, user, purpose, place, record, search, level}: the script's, which
//                it can be like; record: null where it names none, level: whether one can be chosen
//   who          {agencies[], categories[], users[]}   what a class of a designation can name
//   why          null, or the selected run with every check of its decision
//     flow[]     {title, facts, state, words, primary}
//                the path: each station, and how the link before it fared
//   inquiry      null, or what would change a decision: {request, record, title, summary, caution, left_out,
//                searching, search_again, can_apply, can_take_back, sets[], powers[]}
//     sets[]     {heading, applied, edits[], effects[]}, with effects {mark, words}
//     powers[]   {rule, source, who, why}              who could, where there is no set
//   trail        {events, head}
//   calendar     {clock, parts[]}                      changes, notices, disclosures: at most 200 rows each
//     parts[]    {word, title, about, caption, left_out, columns[], empty}, and
//                days[] {day, date, words, command, changes[]}, with changes {begins, word, code, what}; or
//                rows[] {name, note, cells[]}          a cell is a list of lines
//                empty: null, or {what, what_to_do} where there are no rows
//   lab          null, or {about, waits_for, columns[], ways[]}
//     ways[]     {word, title, about, summary, left_out, rows[] {name, note, cells[]}}
//   conceals     whether only the trail is given: then fields are of the type `concealed`, with `find`, the
//                command that names it as wrong or takes that back, and `found`; and `why` has failing checks
//                only
//   misconceptions
//                null where nothing is asked or made to be predicted, or {title, empty, rules[]}, with rules
//                {code, words, sentence}; empty: what to say where there are none
//   undo, redo   null, or the name of the command
//   lessons[]    {id, title, summary}
//   diagnostics  {file, summary, items[]}
//   notice       {number, kind, message, help}
//
// The catalogue, which no session changes, is handed out by itself:
//
//   about        what it is, in sentences; about_list: what the list at hand is
//   lists[]      {word, title, found, words}           how many rows of each list fit the search
//   columns[]    titles of the list at hand
//   rows[]       {name, id, cells[]}                   those that fit; a cell is a list of lines
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/json_writer.h"
#include "web/app/desk.h"
#include "web/view/catalogue_view.h"

namespace ntk::web {

std::string model(const Desk& desk);
std::string catalogue_model(CatalogueList list, std::string_view search);
/// The things of a kind ("record") with nothing to assign in which all the words stand: `fit`, and so many of
/// them from a position on, as in `kinds`. Nothing where there is no such kind.
std::optional<std::string> locked_things_model(const session::Session& session, std::string_view kind_word,
                                               std::size_t first, std::size_t count, std::string_view words);

// Its parts, one file each. All but write_diagnostics ask for a session.

/// `scenario`, `clock`, `progress`, `goals`, `hints`.
void write_lesson(scenario::JsonWriter& json, const session::Session& session);
/// `kinds`: the world, with what can be assigned and what is locked. Of a kind of which very many things have
/// nothing to assign, these are left out: locked_things_model() has them.
void write_kinds(scenario::JsonWriter& json, const session::Session& session);
/// `requests` and `checks`.
void write_requests(scenario::JsonWriter& json, const session::Session& session);
/// `ask` and `who`: ids and titles for a request of one's own, and for a class of a designation.
void write_ask(scenario::JsonWriter& json, const session::Session& session);
/// `calendar`: what is to come, and the notices and forms there are.
void write_calendar(scenario::JsonWriter& json, const session::Session& session);
/// The value of `why`: one run, gate by gate, and what its search found.
void write_run(scenario::JsonWriter& json, const session::Session& session, std::size_t run);
/// `flow`: the path of the run's request (inquiry_model.cpp, as the next).
void write_flow(scenario::JsonWriter& json, const session::Run& run);
/// `inquiry`.
void write_inquiry(scenario::JsonWriter& json, const Desk& desk);
/// The value of `diagnostics`.
void write_diagnostics(scenario::JsonWriter& json, const Desk& desk);

/// `lab`: the conflict lab; null where the lesson has none.
void write_lab(scenario::JsonWriter& json, const session::Session& session);

/// {"text":"2016-08-12T09:30","words":"12 August 2016, 09:30"}
void write_moment(scenario::JsonWriter& json, policy::Moment moment);

}  // namespace ntk::web
