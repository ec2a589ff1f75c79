// Bots: what somebody earns who doesn't think. A lesson whose bots do well rewards no understanding.
//
//   does nothing       opens the lesson and hands it in
//   runs all           predicts that all is permitted, and runs it
//   grants everything  gives every field the value that opens most, and runs all
//   closes everything  gives every field the value that opens least, and runs all
//   last choices       takes the last choice of every field, and runs all
//   first sets         asks of one request after the other what would change it, and takes the first set that meets a goal,
//                      until there is none
//
// All of them but the first predict a permit where the lesson requires a prediction. Where only the trail is given, those that
// can't assign name every field as wrong. A bot that may not ask what would change a decision is left out.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::proving {

enum class Bot : std::uint8_t {
  nothing,
  runs_all,
  grants_everything,
  closes_everything,
  last_choices,
  first_sets
};
inline constexpr std::array all_bots = {Bot::nothing,           Bot::runs_all,     Bot::grants_everything,
                                        Bot::closes_everything, Bot::last_choices, Bot::first_sets};
std::string_view title(Bot bot);  ///< "grants everything"
std::string_view word(Bot bot);   ///< "grants_everything"

struct BotScore {
  Bot bot = Bot::nothing;
  int points = 0, of = 0;

  /// Per cent, rounded down.
  int share() const { return of == 0 ? 0 : 100 * points / of; }
};

/// What a bot should earn at most, in per cent of the points.
inline constexpr int most_for_bots = 50;

/// Whether the lesson lets the bot play.
bool can_play(Bot bot, const scenario::Scenario& scenario);
/// The session that a bot leaves behind.
session::Session played(Bot bot, const scenario::Scenario& scenario);
/// Of all bots that can play.
std::vector<BotScore> bot_scores(const scenario::Scenario& scenario);
/// The one that earns most; the first of equals. `scores` is not empty.
const BotScore& best_of(const std::vector<BotScore>& scores);

}  // namespace ntk::proving
