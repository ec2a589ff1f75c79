#include "web/app/inquiry.h"

#include <algorithm>
#include <chrono>

namespace ntk::web {
namespace {

using analysis::EditSet;
using session::Command;
using session::Session;

/// Whether a command changes what the day is: the same ones that the search plays (why_not.cpp).
bool counts(const Command& command) {
  return std::holds_alternative<session::AssignCommand>(command) ||
         std::holds_alternative<session::AskCommand>(command) ||
         std::holds_alternative<session::AdvanceCommand>(command) ||
         std::holds_alternative<session::ResetCommand>(command);
}

bool is_run(const Command& command) {
  return std::holds_alternative<session::RunCommand>(command) ||
         std::holds_alternative<session::RunAllCommand>(command);
}

std::vector<Command> those_that_count(std::span<const Command> history) {
  std::vector<Command> kept;
  std::copy_if(history.begin(), history.end(), std::back_inserter(kept), counts);
  return kept;
}

/// Whether the commands of the set stand in the history from that position on.
bool stands_at(std::span<const Command> history, const EditSet& set, std::size_t position) {
  if (position + set.edits.size() > history.size()) return false;
  return std::equal(
      set.edits.begin(), set.edits.end(), history.begin() + static_cast<std::ptrdiff_t>(position),
      [](const analysis::Edit& edit, const Command& command) { return Command(edit.command) == command; });
}

}  // namespace

Inquiry::Inquiry(const Session& session, analysis::Question question)
    : search_(session, question), premises_(those_that_count(session.history())) {
  if (search_.done()) state_ = State::done;
}

void Inquiry::go_on(double milliseconds) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
  while (state_ == State::searching) {
    search_.step(1);
    if (search_.done()) state_ = State::done;
    if (Clock::now() >= end) break;
  }
}

void Inquiry::cancel() {
  if (state_ == State::searching) state_ = State::cancelled;
}

Inquiry::Standing Inquiry::standing(const Session& session) const {
  if (applied(session)) return Standing::applied;
  return those_that_count(session.history()) == premises_ ? Standing::fresh : Standing::outdated;
}

std::optional<std::size_t> Inquiry::applied(const Session& session) const {
  if (!applied_) return std::nullopt;
  const EditSet& set = answer().sets[applied_->set];
  std::vector<Command> expected = premises_;
  for (const analysis::Edit& each : set.edits) expected.push_back(each.command);
  const bool stands = stands_at(session.history(), set, applied_->position);
  return stands && those_that_count(session.history()) == expected ? std::optional(applied_->set)
                                                                   : std::nullopt;
}

std::optional<std::size_t> Inquiry::before_applied(const Session& session) const {
  const auto set = applied(session);
  if (!set) return std::nullopt;
  const auto after = session.history().subspan(applied_->position + answer().sets[*set].edits.size());
  return std::all_of(after.begin(), after.end(), is_run) ? std::optional(applied_->position) : std::nullopt;
}

void Inquiry::note_applied(std::size_t set, std::size_t position) {
  applied_ = Applied{set, position};
}

}  // namespace ntk::web
