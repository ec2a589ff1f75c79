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
//   load     FILE NAME, SCENARIO   reads a scenario; the session at hand stays if it is faulty
//   lessons  , LIST                takes the lessons on offer, a line each: "id<tab>title<tab>summary"
//   command  , COMMAND             applies it (sim/session/command.h)
//   undo
//   redo
//   select   RUN                   what Why explains: position of a run, or nothing
//   dismiss                        the diagnostics
//   refuse   MESSAGE, HELP         says on both pages that something was not done
//   model                          hands out all that the page shows but the trail (web/model.h)
//   trail    QUERY, FILTER         hands out a page of it: "COLUMN ascending|descending FIRST COUNT"
//   catalogue LIST, SEARCH         hands out a list of the catalogue, agencies, systems or interfaces,
//                                  as far as it fits the search (web/model.h)
//   persons  REQUEST, TEXT         hands out the commands that put a file of persons to the request
//                                  (sim/session/vetting.h)
//   responses REQUEST              hands out the file of responses, as `export` does
//   export   WHAT                  hands out a file {name, type, text}:
//                                  events, table, seal, commands, report
#pragma once

#include <string>
#include <string_view>

#include "web/desk.h"

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
