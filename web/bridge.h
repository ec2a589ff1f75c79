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
//   verb       subject                     text            does, hands out
//   load       file name                   scenario        reads a scenario; the session at hand stays if it
//   is faulty lessons                                the list        takes the lessons on offer: a line each,
//   "id<tab>title<tab>summary" command                                a command       applies it
//   (sim/session/command.h) undo, redo select     position of a run, or ""                    what Why
//   explains dismiss                                                the diagnostics model all that the page
//   shows but the trail (model.h) trail      "COLUMN ascending|descending FIRST COUNT"   filter          a
//   page of the trail export     events, table, seal, commands, report       a file: {name, type, text}
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
