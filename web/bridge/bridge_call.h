// One call of the bridge: what a verb is called with, and its answer. The verbs are declared from bridge.def.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

class Sections;

struct Call {
  Desk& desk;
  Sections& sections;
  std::size_t& kept_block;  ///< see the verb keep_in_blocks

  bool ok = true;
  bool is_misuse =
      false;  ///< a verb that there is not, or arguments that it doesn't take: a mistake of the page's
  std::string message;
  std::string help;
  std::string value;  ///< JSON; empty: none

  void refuse(std::string why, std::string what_to_do = {}) {
    ok = false;
    message = std::move(why);
    help = std::move(what_to_do);
  }
  void refuse_as_the_toast_says() { refuse(desk.toast().message, desk.toast().help); }
};

/// Whether a lesson is open; else the call is refused.
bool has_session(Call& call);
/// Whether a lesson is open that shows what is assigned; else the call is refused.
bool shows_outcomes(Call& call);

/// The lines of a text, as texts of their own.
std::vector<std::string> lines_of(std::string_view text);

/// What the page calls with, by the names of bridge.def. Texts are good until the call ends.
namespace verbs {

using Text = std::string_view;
using Bytes = std::string_view;
using Count = std::size_t;
using Flag = bool;
using Place = std::array<std::size_t, 2>;
using Texts = const std::vector<std::string_view>&;
using Lessons = const std::vector<Lesson>&;
using Attempts = const std::vector<Attempt>&;
using MaybeText = std::optional<Text>;
using MaybeCount = std::optional<Count>;
using MaybeFlag = std::optional<Flag>;
using MaybePlace = std::optional<Place>;

#define NTK_ARGUMENTS(...) __VA_OPT__(, ) __VA_ARGS__
#define NTK_VERB(name, arguments, gives, help) void name(Call& call NTK_ARGUMENTS arguments);
#include "web/bridge/bridge.def"
#undef NTK_VERB
#undef NTK_ARGUMENTS

}  // namespace verbs
}  // namespace ntk::web
