#include "web/desk.h"

#include <algorithm>
#include <utility>

#include "sim/scenario/reader.h"

namespace ntk::web {

void Desk::set_lessons(std::vector<Lesson> lessons) {
  lessons_ = std::move(lessons);
  ++revision_;
}

bool Desk::load(std::string_view file_name, std::string_view text) {
  scenario::ReadResult read = scenario::read_scenario(text, file_name);
  diagnostics_ = std::move(read.diagnostics);
  diagnosed_file_ = std::move(read.file_name);
  ++revision_;
  if (!read.scenario) return false;
  session_ = std::make_unique<session::Session>(std::move(*read.scenario));
  ++sessions_begun_;
  selected_run_.reset();
  return true;
}

void Desk::dismiss_diagnostics() {
  diagnostics_.clear();
  diagnosed_file_.clear();
  ++revision_;
}

bool Desk::apply(const session::Command& command) {
  if (!session_) return false;
  const std::size_t runs_before = session_->runs().size();
  ++revision_;
  if (std::optional<session::Refusal> refusal = session_->apply(command)) {
    say(Notice::Kind::refused, std::move(refusal->message), std::move(refusal->help));
    return false;
  }
  follow_runs(runs_before);
  return true;
}

bool Desk::apply(std::string_view command_text) {
  if (!session_) return false;
  session::ParsedCommand parsed = session::parse_command(command_text, session_->scenario());
  if (const session::Command* command = std::get_if<session::Command>(&parsed)) return apply(*command);
  session::Refusal& refusal = std::get<session::Refusal>(parsed);
  say(Notice::Kind::refused, std::move(refusal.message), std::move(refusal.help));
  return false;
}

void Desk::undo() {
  if (!session_ || !session_->can_undo()) return;
  const std::size_t runs_before = session_->runs().size();
  session_->undo();
  ++revision_;
  follow_runs(runs_before);
}

void Desk::redo() {
  if (!session_ || !session_->can_redo()) return;
  const std::size_t runs_before = session_->runs().size();
  session_->redo();
  ++revision_;
  follow_runs(runs_before);
}

void Desk::follow_runs(std::size_t runs_before) {
  const std::span<const session::Run> runs = session_->runs();
  if (runs.size() > runs_before) {
    const auto fresh = runs.begin() + static_cast<std::ptrdiff_t>(runs_before);
    const auto denied =
        std::find_if(fresh, runs.end(), [](const session::Run& run) { return !run.decision.permitted(); });
    selected_run_ = static_cast<std::size_t>((denied == runs.end() ? fresh : denied) - runs.begin());
  } else if (selected_run_ && *selected_run_ >= runs.size()) {
    selected_run_.reset();
    if (!runs.empty()) selected_run_ = runs.size() - 1;
  }
}

void Desk::select_run(std::optional<std::size_t> run) {
  if (run && (!session_ || *run >= session_->runs().size())) return;
  selected_run_ = run;
  ++revision_;
}

void Desk::say(Notice::Kind kind, std::string message, std::string help) {
  notice_ = {kind, std::move(message), std::move(help), notice_.number + 1};
  ++revision_;
}

}  // namespace ntk::web
