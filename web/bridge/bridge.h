// The bridge: one desk, driven by text.
//
// The text page (web/page/textpage.js) does everything by one call of three strings, so that what it
// does can be tested without a browser. The answer is JSON:
//
//   {"ok":true,"message":"...","help":"...","revision":7,"value":...}
//
// `message` says in a sentence what happened, for a live region; where ok is false, why nothing did.
// `value` is there where the verb hands something out.
//
// Each verb with its subject and its text:
//
//   load     FILE NAME, SCENARIO   reads a scenario; the session at hand stays if it is faulty;
//                                  hands out {id, title, sha256}
//   open     FILE NAME, SCENARIO   the same of a file of the student's own, which goes along with the work
//   lessons  , LIST                takes the lessons on offer, a line each: "id<tab>title<tab>summary"
//   command  , COMMAND             applies it (sim/session/command.h)
//   undo
//   redo
//   go       POSITION              undoes or redoes until so many steps are applied
//   select   RUN                   what Why explains: position of a run, or nothing
//   dismiss                        the diagnostics
//   refuse   MESSAGE, HELP         says on both pages that something was not done
//   say      MESSAGE, HELP         says on both pages that something was done
//   model                          hands out all that the page shows but the trail (web/bridge/model.h)
//   trail    QUERY, FILTER         hands out a page of it: "COLUMN ascending|descending FIRST COUNT"
//   things   QUERY, WORDS          hands out those of a kind with nothing to assign: "KIND FIRST COUNT"
//   catalogue LIST, SEARCH         hands out a list of the catalogue, agencies, systems or interfaces,
//                                  as far as it fits the search (web/bridge/model.h)
//   persons  REQUEST, TEXT         hands out the commands that put a file of persons to the request
//                                  (sim/session/vetting.h)
//   responses REQUEST              hands out the file of responses, as `export` does
//   export   WHAT                  hands out a file {name, type, text}:
//                                  events, table, seal, commands, report
//   inquire  begin, REQUEST [RECORD]   begins the search for what would change the decision on a request, or
//                                  show a record that it withholds (web/app/inquiry.h); hands out
//                                  {searching, words}, and says at its end how many sets were found
//   inquire  go-on, MILLISECONDS   goes on with it so long; hands out the same
//   inquire  cancel
//   inquire  apply, SET            applies all edits of a set, counted from 0
//   inquire  take-back             takes them back, with the runs since
//
// For people (bridge_people.cpp):
//
//   palette                        hands out the command palette's list (palette_list.h)
//   copy     WHAT, FILTER          hands out a table as text {text, rows}: requests, "trail [COLUMN
//                                  ascending|descending]", "catalogue LIST", "calendar PART"
//   forecast FIRST                 hands out a slice of what is foreseen, from that day on (forecast_view.h)
//   reasons                        hands out of each request that was run [{request, reasons[] {code, why}}]
//
// By which the page keeps work and passes it on (bridge_work.cpp):
//
//   steps    SIZE                  hands out what is to be kept: {unkept, from, position, count, lines[], first{}},
//                                  the journal from the beginning of the block of that size in which the first
//                                  line stands that is new since `keep`; `first` has the first prediction of
//                                  each request by its id, as a line of a journal (sim/session/journal.h)
//   keep                           all of it has been kept
//   restore  journal, JOURNAL      takes the lines of a journal; hands out {applied, position, full}; ok is false
//                                  where one was refused, and those before it stay; `full`: it was beyond the
//                                  bounds of an attempt
//   restore  POSITION, COMMANDS    the same of an attempt that has no journal: its steps, and where it was left
//   recall   , LINES               takes first predictions of earlier attempts at the same file
//   look                           something was opened that tells outcomes beforehand
//   steps-of , JOURNAL             hands out the steps that a journal comes to, {steps[], position}
//   history                        hands out the steps around the one at hand as they are shown: {title, about,
//                                  summary, before, after, no_steps, steps[] {number, words, note, applied,
//                                  here}} (web/view/work_view.h)
//   history  FIRST COUNT           hands out a part of the steps in words: {position, count, steps[]
//                                  {number, words, applied}}
//   attempts works|refused|full, LIST   takes the attempts that are kept, the latest first, a line each:
//                                  "id<tab>name<tab>STATE<tab>LESSON ID<tab>lesson<tab>steps<tab>changed", the state
//                                  kept, at-hand or deleted, the id empty for a file of the student's own; and
//                                  whether keeping works. Hands out what is said where it doesn't:
//                                  {refused, full}, each {message, help}
//   submission file|link, STUDENT<tab>ATTEMPT   hands out the attempt at hand as a file (submission.h)
//   read     FILE NAME, SUBMISSION hands out what is in it; its diagnostics are kept if it is faulty
//   digest   , TEXT                hands out its SHA-256
//
// By which what is told of the whole assignment is shown (bridge_matrix.cpp):
//
//   matrix   show BLOCK FROM CELL  hands out the access matrix, each of these two numbers or two dashes: the
//                                  block that is open (agency, group), from which of its rows and columns it
//                                  is shown, and the cell that is told of (user, column)
//   matrix   by AXIS               records, requests or functions
//   matrix   try, COMMAND          shows what the assignment would flip; without one, what the last did
//   matrix   on DAY                on which it is shown: the clock's, or a later one of its days
//   matrix   step, stop, go-on     goes on computing; stops it; lets it go on; hands out {working, words}
//   matrix   ask USER COLUMN       asks what the cell is the answer to, and runs it
//   findings compare|excess, ask|cancel|step   hands out what differs, or is granted in excess: of a large
//                                  lesson once it was asked for, and until it is cancelled, a step at a time
//   baseline shipped, step N, or commands NAME   what is compared with; the text holds commands or a
//   submission
#pragma once

#include <string>
#include <string_view>

#include "web/app/desk.h"

namespace ntk::web {

class Bridge {
 public:
  explicit Bridge(Desk& desk) : desk_(&desk) {}

  /// Answers every call, also one of an unknown verb.
  std::string call(std::string_view verb, std::string_view subject, std::string_view text);

 private:
  Desk* desk_;
};

}  // namespace ntk::web
