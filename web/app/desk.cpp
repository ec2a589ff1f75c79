#include "web/app/desk.h"

#include <algorithm>
#include <utility>

#include "sim/scenario/lint.h"
#include "sim/scenario/reader.h"
#include "sim/session/sha256.h"
#include "web/app/shared_words.h"

namespace ntk::web {

void Desk::set_lessons(std::vector<Lesson> lessons) {
  lessons_ = std::move(lessons);
  ++revision_;
}

bool Desk::load(std::string_view file_name, std::string_view text, Origin origin) {
  scenario::ReadResult read = origin == Origin::own ? scenario::lint_scenario(text, file_name)
                                                    : scenario::read_scenario(text, file_name);
  diagnostics_ = std::move(read.diagnostics);
  diagnosed_file_ = std::move(read.file_name);
  ++revision_;
  if (!read.scenario) return false;
  session_ = std::make_unique<session::Session>(std::move(*read.scenario));
  reference_ = {session_->scenario().id, session_->scenario().title, session::sha256(text),
                std::string(file_name), origin == Origin::own ? std::string(text) : std::string()};
  session_->set_bounds(session::page_bounds);
  keep();
  ++sessions_begun_;
  selected_run_.reset();
  inquiry_.reset();
  return true;
}

void Desk::dismiss_diagnostics() {
  diagnostics_.clear();
  diagnosed_file_.clear();
  ++revision_;
}

bool Desk::apply(const session::Command& command) {
  if (!session_) return false;
  const std::size_t runs_before = session_->runs().size(), lines_before = session_->journal().size();
  ++revision_;
  if (std::optional<session::Refusal> refusal = session_->apply(command)) {
    say(Toast::Kind::refused, std::move(refusal->message), std::move(refusal->help));
    return false;
  }
  note_unkept(lines_before);
  follow_runs(runs_before);
  return true;
}

bool Desk::apply(std::string_view command_text) {
  if (!session_) return false;
  session::ParsedCommand parsed = session::parse_command(command_text, session_->scenario());
  if (const session::Command* command = std::get_if<session::Command>(&parsed)) return apply(*command);
  session::Refusal& refusal = std::get<session::Refusal>(parsed);
  say(Toast::Kind::refused, std::move(refusal.message), std::move(refusal.help));
  return false;
}

const session::Command* Desk::next_undo() const {
  return session_ ? session_->next_undo() : nullptr;
}

const session::Command* Desk::next_redo() const {
  return session_ ? session_->next_redo() : nullptr;
}

std::span<const session::Command> Desk::steps() const {
  return session_ ? session_->steps() : std::span<const session::Command>();
}

void Desk::undo() {
  if (position() > 0) go_to(position() - 1);
}

void Desk::redo() {
  go_to(position() + 1);
}

void Desk::go_to(std::size_t wanted) {
  wanted = std::min(wanted, steps().size());
  if (!session_ || wanted == position()) return;
  const std::size_t runs_before = session_->runs().size(), lines_before = session_->journal().size();
  session_->go_to(wanted);
  note_unkept(
      std::min(lines_before, session_->journal().size() - 1));  // a full journal replaces its last line
  ++revision_;
  follow_runs(runs_before);
}

std::span<const std::string> Desk::journal() const {
  return session_ ? session_->journal() : std::span<const std::string>();
}

session::ReplayResult Desk::restore(std::span<const std::string> journal) {
  if (!session_) return {};
  const std::size_t runs_before = session_->runs().size();
  session::ReplayResult result = session_->restore(journal);
  if (!steps().empty()) note_unkept(0);
  ++revision_;
  follow_runs(runs_before);
  return result;
}

void Desk::recall(std::span<const std::string_view> lines) {
  if (!session_) return;
  std::vector<session::FirstPrediction> earlier;
  for (const std::string_view line : lines) {
    auto parsed = session::parse_journal_line(line, session_->scenario());
    const auto* read = std::get_if<session::JournalLine>(&parsed);
    const auto* first = read ? std::get_if<session::EarlierLine>(read) : nullptr;
    if (first) earlier.push_back(first->first);
  }
  session_->recall(earlier);  // no step: it is kept with the next one
  ++revision_;
}

void Desk::look() {
  if (!session_) return;
  const std::size_t lines_before = session_->journal().size();
  session_->look();
  if (session_->journal().size() == lines_before) return;
  note_unkept(lines_before);
  ++revision_;
}

void Desk::note_unkept(std::size_t lines_before) {
  unkept_from_ = std::min(unkept_from_, lines_before);
  has_unkept_ = true;
}

void Desk::keep() {
  unkept_from_ = journal().size();
  has_unkept_ = false;
}

session::Submission Desk::submission() const {
  if (!session_) return {};
  session::Submission submission = session::submission_of(*session_, reference_);
  if (selected_run_) submission.selected = static_cast<std::uint32_t>(*selected_run_ + 1);
  return submission;
}

void Desk::set_attempts(std::vector<Attempt> attempts, Keeping keeping) {
  attempts_ = std::move(attempts);
  keeping_ = keeping;
  ++revision_;
}

std::optional<session::Submission> Desk::read_submission(std::string_view file_name, std::string_view text) {
  session::SubmissionReadResult read = session::read_submission(text, file_name);
  if (!read.submission) {
    diagnostics_ = std::move(read.diagnostics);
    diagnosed_file_ = std::move(read.file_name);
    ++revision_;
  }
  return std::move(read.submission);
}

void Desk::follow_runs(std::size_t runs_before) {
  const std::span<const session::Run> runs = session_->runs();
  if (runs.size() > runs_before) {
    const auto fresh = runs.begin() + static_cast<std::ptrdiff_t>(runs_before);
    const auto denied =
        std::find_if(fresh, runs.end(), [](const session::Run& run) { return !run.decision.permitted(); });
    selected_run_ = static_cast<std::size_t>((denied == runs.end() ? fresh : denied) - runs.begin());
  } else if (selected_run_ && *selected_run_ >= runs.size()) {
    // Undone: of the request that was read about, an earlier run, if there is one.
    const auto earlier = std::find_if(
        runs.rbegin(), runs.rend(), [this](const session::Run& run) { return run.request == read_request_; });
    selected_run_.reset();
    if (!runs.empty())
      selected_run_ = (earlier == runs.rend() ? runs.end() : earlier.base()) - runs.begin() - 1;
  }
  if (selected_run_) read_request_ = runs[*selected_run_].request;
}

void Desk::select_run(std::optional<std::size_t> run) {
  if (run && (!session_ || *run >= session_->runs().size())) return;
  selected_run_ = run;
  if (run) read_request_ = session_->runs()[*run].request;
  ++revision_;
}

const Inquiry* Desk::inquiry() const {
  const bool asked = inquiry_ && inquiry_->answer().question.request < session_->requests().size();
  return asked ? &*inquiry_ : nullptr;
}

bool Desk::inquire(analysis::Question question) {
  if (!session_ || !shut_because(*session_).empty() || question.request >= session_->requests().size())
    return false;
  const policy::Operation operation = session_->requests()[question.request].request.operation;
  if (question.record && !policy::finds_records(operation)) return false;
  const session::Inquired about{question.request,
                                question.record ? std::optional(question.record->at) : std::nullopt};
  if (session_->inquire(about)) return false;
  look();
  inquiry_.emplace(*session_, question);
  ++revision_;
  return true;
}

bool Desk::go_on_inquiring(double milliseconds) {
  if (!inquiry_ || inquiry_->state() != Inquiry::State::searching) return false;
  if (inquiry_->standing(*session_) == Inquiry::Standing::outdated) {
    cancel_inquiry();
    return false;
  }
  inquiry_->go_on(milliseconds);
  if (inquiry_->state() == Inquiry::State::searching) return true;
  ++revision_;
  return false;
}

void Desk::cancel_inquiry() {
  if (!inquiry_ || inquiry_->state() != Inquiry::State::searching) return;
  inquiry_->cancel();
  ++revision_;
}

bool Desk::apply_set(std::size_t set) {
  const bool can = inquiry_ && set < inquiry_->answer().sets.size() &&
                   inquiry_->state() != Inquiry::State::searching &&
                   inquiry_->standing(*session_) == Inquiry::Standing::fresh;
  if (!can) return false;
  const std::size_t before = position();
  for (const analysis::Edit& each : inquiry_->answer().sets[set].edits) {
    if (apply(session::Command(each.command))) continue;
    go_to(before);
    return false;
  }
  inquiry_->note_applied(set, before);
  return true;
}

bool Desk::take_back_set() {
  const auto before = inquiry_ ? inquiry_->before_applied(*session_) : std::nullopt;
  if (!before) return false;
  go_to(*before);
  return true;
}

void Desk::say(Toast::Kind kind, std::string message, std::string help) {
  toast_ = {kind, std::move(message), std::move(help), toast_.number + 1};
  ++revision_;
}

}  // namespace ntk::web
