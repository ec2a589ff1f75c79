// One call of the bridge: what a verb is called with, and its answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

struct Call {
  Desk& desk;
  std::string_view subject;
  std::string_view text;

  bool ok = true;
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

std::vector<std::string_view> split(std::string_view text, char at);
/// Whether a lesson is open that shows what is assigned; else the call is refused.
bool shows_outcomes(Call& call);
/// A whole number and nothing else.
std::optional<std::size_t> number(std::string_view text);

// The verbs that keep work: attempts, the steps of one, submissions (bridge_work.cpp).
void write_steps(Call& call);
void write_history(Call& call);
void keep(Call& call);
void go(Call& call);
void restore(Call& call);
void recall(Call& call);
void look(Call& call);
void write_steps_of(Call& call);
void attempts(Call& call);
void write_submission(Call& call);
void read_submission(Call& call);
void write_digest(Call& call);

// What would change a decision (bridge_inquiry.cpp).
void inquire(Call& call);
// The verbs that tell of the whole assignment (bridge_matrix.cpp).
void matrix(Call& call);
void findings(Call& call);
void baseline(Call& call);
// The verbs for people (bridge_people.cpp).
void palette(Call& call);
void copy_table(Call& call);
void forecast(Call& call);
void reasons(Call& call);

}  // namespace ntk::web
