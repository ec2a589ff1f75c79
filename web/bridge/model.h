// The model: all that the text page shows of a desk, as one JSON document.
//
// The text page has no reading of the rules of its own: every sentence, word and title in it comes
// from here, and here from where the canvas panels take it too. It changes with Desk::revision()
// only. The audit trail, which can be long, is not in it but for its length (see web/view/trail_view.h).
//
//   revision     Desk::revision()
//   scenario     null, or {id, title}
//   titles       {brief, goals, assign ...}            what each screen is called, by the id of its section
//   names        {page, start_again, theme ...}        what the controls of the header are called, and
//                themes[] {word, title}
//   header       {title, about, undo, redo, can_start_again, sections[]} (web/view/header_view.h), with undo and redo
//                {label, step, words}; step is empty where there is nothing to undo; and sections
//                {word, title, count}
//   home         {choose, choose_another, empty, open_file, open_file_note, lessons[]}, with lessons {id, title, summary,
//                work, act, is_open} (web/view/home_view.h)
//   work         {keeping, is_kept, attempts_title, name, rename, new_attempt, new_attempt_about, can_begin,
//                no_attempts, attempts[], hand_in} (web/view/work_view.h); the history is the verb `history`
//     attempts[] {id, name, heading, about, state, acts[] {word, label, about}}
//   clock        {text, words}                         the moments below are of this shape too
//   brief        {lesson, paragraphs[], objectives_title, objectives[], clock, moment} (web/view/brief_view.h)
//   goals        {progress, empty, points_met, points, predictions, hint_label, hint_button, hints_left, rows[], hints[],
//                misconceptions} (web/view/goals_view.h); a sentence that does not apply is empty
//     rows[]     {id, title, points, state, state_words, evidence, hints[]}   points in words; state: met, unmet, open
//     misconceptions
//                null where nothing is asked or made to be predicted, or {title, empty, rules[]}, with rules
//                {code, words, sentence}; empty: what to say where there are none
//   assign       {about, words, legend[]}            what is said above the things; the words of the controls, by name;
//                what the marks of `crossing` mean {mark, words}, where an agreement has one
//   kinds[]      {kind, title, count, open, left_out, locked, empty, search, things[]}
//                records, users, agreements, owners' memos and, where there are some, letters. open: how many
//                have something to assign; these come first. left_out: how many of `count` are not in things[].
//                locked: a heading for the others; empty: a sentence where there is none; search: what a search
//                among those left out is called
//     things[]   {id, title, locked, note, facts[], fields[], crossing}
//                facts cannot be assigned in any scenario; note: why there are no fields, or empty
//       facts[]  {title, words}
//       fields[] {title, assign, type, locked, words, value, now, notes[], options[], none, parts}
//                assign: the command without its value: "assign record r1 level"
//                type: one, set, term, investigation, classes; what follows `words` is of fields that are not locked
//                now: the value in a sentence, where no option shows it; notes: sentences
//                options: the choices {value, words, note, chosen, allowed}; not allowed: held, and not to be
//                chosen; none: the value of an empty set; parts: what the controls of an open term or
//                investigation start from
//       crossing what an agreement opens, where that can be assigned: {functions[], rows[]}, with rows
//                {title, cells[]}; a cell is a mark of the legend, or empty
//   requests_screen
//                what stands around the requests: {title, summary, note, run_all, waits_for, run, why, own, outdated, vet,
//                copy_about, clock, predicting}; waits_for: null, or why not all can be run;
//                note: that, or the summary
//     clock      {title, text, words, about, locked, move_to, move, day_later, year_later}, with {words, command}
//                of the two last
//     predicting labels of a form, certainties[] {word, title}, and gates[] {title, reasons[] {code, words}}: what
//                can be chosen, the same for every request
//   requests[]   {id, number, heading, title, words, where, own, vets, freshness, outcome {state, word}, result,
//                waits_for, note, prediction, predicting, prompt, takes_reason}
//     result     null, or {run, permitted, words}: the latest run
//     prediction null, or {permitted, reason, certainty} as a command has them, {result, predicted, turned_out,
//                was} in words, and run, which it was judged by
//     predicting closed, offered, asked or made (web/view/requests_view.h); prompt and takes_reason but for closed
//   ask          the form for a request of one's own: {id, title, about, waits_for, labels, function, moment_note,
//                users[], records[], purposes[], levels[], functions[], operations[], categories[], terms[],
//                places[], likes[]}
//     functions[] {id, title, first, operations[]}     ids of those that it covers, and of the one chosen first
//     operations[] {id, title, search, record}         record: it names one that is there
//     likes[]    {id, title, words, user, purpose, place, record, search, level}: the lesson's, which it can be
//                like; record: null where it names none, level: whether one can be chosen
//   who          {agencies[], categories[], users[]}   what a class of a designation can name
//   why          web/view/why_view.h: {heading, empty}; empty: {what, what_to_do} where no run is selected, else
//                null, and besides {run, event, request, title, words, where, moment, permitted, mark_word,
//                outcome_word, outcome, failing, outdated, run_again, prediction, ask, path_title,
//                followed_heading, followed[], checks_heading, concealed} and what follows. A sentence that does
//                not apply is empty; ask: the button that asks what would change it, empty where it cannot be asked
//     path[]     {title, facts, state, words, primary}
//                each station, and how the link before it fared; empty while the session conceals
//     seen, recorded
//                {heading, event, summary, note, records[]}, with records {title, words, withheld, fields[]},
//                and fields {label, value}
//     mark       null, or {label, marked, command}     of a lesson that asks for a review
//     gates[]    {heading, tally, fails, note, checks[]}
//     hits[]     {record, withheld, title, heading, ask, instead, checks[]}
//                ask: the button that asks what would show it; instead: what is said in its place
//       checks[] {code, verdict, verdict_words, words, rule, source, reading}
//   inquiry      null, or what would change a decision (web/view/inquiry_view.h): {request, record, title,
//                summary, caution, left_out, searching, search_again, can_apply, can_take_back, labels, sets[],
//                powers[]}
//     labels     {cancel, again, applied, take_back, run}
//     sets[]     {heading, apply, applied, edits[], granted, effects[]}, with effects {mark, words}
//     powers[]   {heading, why, source}                who could, where there is no set
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
//   undo, redo   null, or the name of the command
//   diagnostics  {file, is_loaded, title, summary, show, dismiss, items[]} (web/view/diagnostics_view.h)
//     items[]    {severity, severity_words, code, message, place, related, excerpt, excerpt_label, help}
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
/// The things of a kind ("record") with nothing to assign in which all the words stand: `fit`, their
/// `count` in words, and so many of them from a position on, as in `kinds`. Nothing where there is no such kind.
std::optional<std::string> locked_things_model(const session::Session& session, std::string_view kind_word,
                                               std::size_t first, std::size_t count, std::string_view words);

// Its parts, one file each. All but write_desk and write_work ask for a session.

/// `titles`, `names`, `header`, `home`, `work` and `diagnostics`.
void write_desk(scenario::JsonWriter& json, const Desk& desk);
/// The value of `work` (work_json.cpp, as the next two).
void write_work(scenario::JsonWriter& json, const Desk& desk);
/// What the verb `history` hands out without a subject.
void write_history(scenario::JsonWriter& json, const Desk& desk);
/// What the verb `attempts` hands out.
void write_keeping_problems(scenario::JsonWriter& json);

/// `scenario`, `clock`, `brief`, `goals`, and why what tells outcomes is not shown yet.
void write_lesson(scenario::JsonWriter& json, const session::Session& session);
/// `assign` and `kinds`: the world, with what can be assigned and what is locked. Of a kind of which very many things have
/// nothing to assign, these are left out: locked_things_model() has them.
void write_kinds(scenario::JsonWriter& json, const session::Session& session);
/// `requests_screen` and `requests`.
void write_requests(scenario::JsonWriter& json, const session::Session& session);
/// `ask` and `who`: ids and titles for a request of one's own, and for a class of a designation.
void write_ask(scenario::JsonWriter& json, const session::Session& session);
/// `calendar`: what is to come, and the notices and forms there are.
void write_calendar(scenario::JsonWriter& json, const session::Session& session);
/// `why`: the selected run, or what to do where none is.
void write_why(scenario::JsonWriter& json, const Desk& desk);
/// `inquiry`.
void write_inquiry(scenario::JsonWriter& json, const Desk& desk);
/// `lab`: the conflict lab; null where the lesson has none.
void write_lab(scenario::JsonWriter& json, const session::Session& session);

/// {"text":"2016-08-12T09:30","words":"12 August 2016, 09:30"}
void write_moment(scenario::JsonWriter& json, policy::Moment moment);

}  // namespace ntk::web
