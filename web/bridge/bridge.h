// The bridge: one desk, driven by calls of verbs by name.
//
// The text page does everything by these calls, so that what it does can be tested without a browser. The verbs, their
// arguments and what they hand out are the rows of bridge.def; docs/bridge.md is written from them. The arguments come as one
// object (arguments.h). The answer is JSON:
//
//   {"ok":true,"message":"...","help":"...","revision":7,"value":...,"changes":{...}}
//
// `message` says in a sentence what happened, for a live region; where ok is false, why nothing did. `value` is there where the
// verb hands something out, and `changes` where they were asked for: the sections of the model that have changed (sections.h).
// A verb that there is not, and arguments that a verb doesn't take, are mistakes of the page: the answer says so, and has
// "misuse":true.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "web/app/desk.h"
#include "web/bridge/sections.h"

namespace ntk::web {

class Bridge {
 public:
  explicit Bridge(Desk& desk) : desk_(&desk) {}

  /// Answers every call, also one of an unknown verb. The answer is still to be closed: with what has changed, or without.
  std::string begin_call(std::string_view verb, std::string_view arguments);
  std::string end_call(std::string answer, std::optional<std::uint64_t> since);

  /// Both at once.
  std::string call(std::string_view verb, std::string_view arguments,
                   std::optional<std::uint64_t> since = {}) {
    return end_call(begin_call(verb, arguments), since);
  }

  /// What is to be kept, as JSON, to go along with word of a change; empty where there is nothing, or nobody keeps it.
  std::string unkept() const;

 private:
  Desk* desk_;
  Sections sections_;
  std::size_t kept_block_ = 0;
};

}  // namespace ntk::web
