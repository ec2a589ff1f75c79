// The steps of a session, the journal of them, and the first predictions that follow from it.
#include <algorithm>
#include <utility>

#include "sim/session/refusal.h"
#include "sim/session/session.h"

namespace ntk::session {
namespace {

Refusal attempt_full(std::string message) {
  return refusal("attempt-full", std::move(message), "undo or `reset`, or begin a new attempt");
}

bool is_run(const Command& command) {
  return std::holds_alternative<RunCommand>(command) || std::holds_alternative<RunAllCommand>(command) ||
         std::holds_alternative<VetCommand>(command);
}

bool is_move(std::string_view line) {
  return line == "undo" || line == "redo" || line.starts_with("go ");
}

}  // namespace

PredictionResult result_of(const Prediction& prediction, const policy::Decision& decision,
                           bool reason_asked) {
  if (prediction.permitted != decision.permitted()) return PredictionResult::miss;
  if (!prediction.permitted && reason_asked && prediction.reason != decision.primary())
    return PredictionResult::wrong_reason;
  return PredictionResult::hit;
}

// ---- Steps -------------------------------------------------------------------------------------

std::optional<Refusal> Session::apply(const Command& command) {
  if (journal_.size() >= bounds_.lines) {
    return attempt_full("the journal of this attempt is full: it holds " + std::to_string(bounds_.lines) +
                        " steps");
  }
  const std::size_t runs_before = state_.runs.size();
  if (auto refused = execute(command)) return refused;
  steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(position_), steps_.end());
  steps_.push_back(command);
  ++position_;
  journal_.push_back(to_text(command, *scenario_));
  record(command, runs_before);
  ++revision_;
  return std::nullopt;
}

bool Session::can_undo() const {
  return position_ > 0 && earliest(steps_, position_) < position_;
}

bool Session::can_redo() const {
  return position_ < steps_.size();
}

void Session::undo() {
  if (can_undo()) go_to(position_ - 1);
}

void Session::redo() {
  go_to(position_ + 1);
}

const Command* Session::next_undo() const {
  return can_undo() ? &steps_[position_ - 1] : nullptr;
}

const Command* Session::next_redo() const {
  return can_redo() ? &steps_[position_] : nullptr;
}

std::span<const Command> Session::steps() const {
  return steps_;
}

std::size_t Session::position() const {
  return position_;
}

std::span<const Command> Session::history() const {
  return std::span(steps_).first(position_);
}

void Session::go_to(std::size_t wanted) {
  wanted = std::clamp(wanted, earliest(steps_, position_), steps_.size());
  if (wanted == position_) return;
  std::string line = wanted + 1 == position_   ? "undo"
                     : wanted == position_ + 1 ? "redo"
                                               : "go " + std::to_string(wanted);
  if (journal_.size() < bounds_.lines || !is_move(journal_.back())) {
    journal_.push_back(std::move(line));
  } else {
    journal_.back() = "go " + std::to_string(wanted);  // in a full journal, only where it ended
  }
  move_to(wanted);
  ++revision_;
}

std::size_t Session::move_to(std::size_t wanted) {
  std::size_t at = position_, runs = 0;
  if (wanted < at) {
    begin();
    at = 0;
  }
  for (; at < wanted; ++at) {
    const std::size_t before = state_.runs.size();
    if (execute(steps_[at])) break;  // cannot be: it was applied before
    runs += state_.runs.size() > before ? state_.runs.size() - before : 0;
  }
  position_ = at;
  return runs;
}

// ---- The journal -------------------------------------------------------------------------------

std::span<const std::string> Session::journal() const {
  return journal_;
}

void Session::note_unrecorded() {
  if (!recorded_) return;
  recorded_ = false;
  journal_.emplace_back("unrecorded");
}

bool Session::is_recorded() const {
  return recorded_;
}

std::optional<Refusal> Session::beyond_bounds(std::size_t runs) const {
  if (state_.trail.events().size() + runs > bounds_.events) {
    return attempt_full("the audit trail of an attempt holds at most " + std::to_string(bounds_.events) +
                        " events");
  }
  if (firsts_.runs() + runs <= bounds_.replayed / 2) return std::nullopt;
  return refusal(
      "attempt-full",
      "an attempt runs at most " + std::to_string(bounds_.replayed / 2) + " requests, those undone included",
      "begin a new attempt");
}

/// Reads a journal into a session. What the commands make of the world is worked out only where the record of first
/// predictions needs it, and once in the end. A journal that goes back begins anew from the last state that was kept
/// before there, not from the beginning.
class Session::Restoring {
 public:
  explicit Restoring(Session& session) : session_(session) {}

  ReplayResult read(std::span<const std::string> journal) {
    for (std::size_t i = 0; i < journal.size() && !result_.refusal; ++i) {
      if (is_blank_or_comment(journal[i])) continue;
      line_ = i + 1;
      ParsedJournalLine parsed = parse_journal_line(journal[i], session_.scenario());
      if (auto* refused = std::get_if<Refusal>(&parsed)) {
        refuse(line_, std::move(*refused));
      } else if (const auto& line = std::get<JournalLine>(parsed); is_within_bounds(line)) {
        std::visit([this](const auto& each) { take(each); }, line);
        if (!result_.refusal) session_.journal_.push_back(journal[i]);
      }
    }
    finish();
    return std::move(result_);
  }

 private:
  /// Commands and moves are counted; the other lines are few, or cost nothing.
  bool is_within_bounds(const JournalLine& line) {
    const std::size_t most = session_.bounds_.lines;
    const bool moves = std::holds_alternative<UndoLine>(line) || std::holds_alternative<RedoLine>(line) ||
                       std::holds_alternative<GoLine>(line);
    const bool counts = moves || std::holds_alternative<Command>(line);
    if (!counts || session_.journal_.size() < most + (moves ? 1 : 0)) return true;
    refuse(line_, attempt_full("the journal has more than " + std::to_string(most) + " lines"));
    return false;
  }

  void refuse(std::size_t line, Refusal why) {
    if (result_.refusal) return;
    result_.refusal = std::move(why);
    result_.line = line;
  }

  void take(const Command& command) {
    if (session_.firsts_.unshown() == 0) return take_unseen(command);
    if (!catch_up()) return;
    const std::size_t before = session_.state_.runs.size();
    if (auto refused = execute(command)) return refuse(line_, *std::move(refused));
    add(command);
    valid_ = position_;
    session_.record(command, before);
  }
  /// All outcomes have been shown: nothing that it shows is new.
  void take_unseen(const Command& command) {
    if (std::holds_alternative<HintCommand>(command)) {
      if (auto refused = session_.withheld(Help::hints)) return refuse(line_, *std::move(refused));
    }
    session_.note_attempt(command);
    if (const auto* predict = std::get_if<PredictCommand>(&command)) {
      if (const auto at = session_.scripted(predict->request)) session_.firsts_.predicted(*at);
    }
    if (valid_ && *valid_ > position_) valid_.reset();
    add(command);
  }
  void take(const UndoLine&) { take(GoLine{position_ - (position_ > 0 ? 1 : 0)}); }
  void take(const RedoLine&) { take(GoLine{position_ + 1}); }
  void take(const GoLine& go) {
    const std::size_t wanted = std::min(go.position, steps_.size());
    if (wanted < session_.earliest(steps_, position_))
      return refuse(line_, *session_.withheld(Help::undo_runs));
    position_ = wanted;
  }
  void take(const InquiryLine&) {
    if (auto refused = session_.withheld(Help::what_would_change)) return refuse(line_, *std::move(refused));
    ++session_.inquiries_;
  }
  void take(const LookLine&) {
    if (session_.firsts_.unshown() > 0 && catch_up()) session_.show_what_is_predicted();
  }
  void take(const UnrecordedLine&) { session_.recorded_ = false; }
  void take(const EarlierLine& earlier) { session_.firsts_.show(earlier.first); }

  void add(const Command& command) {
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(position_), steps_.end());
    lines_.resize(position_);
    while (!kept_.empty() && kept_.back().position > position_) kept_.pop_back();
    steps_.push_back(command);
    lines_.push_back(line_);
    ++position_;
    ++result_.applied;
  }

  std::optional<Refusal> execute(const Command& command) {
    const std::size_t before = session_.state_.runs.size();
    work_ += std::holds_alternative<ResetCommand>(command) ? 1 + beginning() : 1;
    if (work_ > session_.bounds_.work)
      return attempt_full("the journal undoes and redoes too many steps to replay");
    if (auto refused = session_.execute(command)) return refused;
    const std::size_t after = session_.state_.runs.size();
    replayed_ += after > before ? after - before : 0;
    if (replayed_ <= session_.bounds_.replayed) return std::nullopt;
    return attempt_full("the journal runs more than " + std::to_string(session_.bounds_.replayed) +
                        " requests, those undone included");
  }

  /// Whether the state could be brought to where the journal stands.
  bool catch_up() {
    if (!valid_ || *valid_ > position_) go_back();
    const std::size_t from = *valid_;
    for (; *valid_ < position_; ++*valid_) {
      auto refused = execute(steps_[*valid_]);
      if (!refused) continue;
      refuse(lines_[*valid_], *std::move(refused));
      steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(*valid_), steps_.end());
      position_ = *valid_;
      result_.applied = position_;
      return false;
    }
    if (position_ - from >= far) keep_state();
    return true;
  }

  /// To the last state kept that the steps up to here have made.
  void go_back() {
    while (!kept_.empty() && kept_.back().position > position_) kept_.pop_back();
    if (kept_.empty()) {
      session_.begin();
      work_ += beginning();
      valid_ = 0;
      return;
    }
    session_.state_ = kept_.back().state;
    valid_ = kept_.back().position;
    work_ += size_of_state() / far;
  }

  /// What it takes to begin anew: a lesson that gives only its trail has its whole script run then.
  std::size_t beginning() const {
    return session_.scenario_->forensics ? session_.scenario_->requests.size() : 0;
  }

  void keep_state() {
    if (kept_.size() == most_kept) kept_.erase(kept_.begin());
    kept_.push_back({position_, session_.state_});
    work_ += size_of_state() / far;
  }

  std::size_t size_of_state() const { return session_.state_.requests.size() + session_.state_.runs.size(); }

  void finish() {
    catch_up();
    session_.steps_ = std::move(steps_);
    session_.position_ = position_;
    ++session_.revision_;
  }

  Session& session_;
  ReplayResult result_;
  std::vector<Command> steps_;
  std::vector<std::size_t> lines_;  ///< of each step
  std::size_t position_ = 0;
  std::optional<std::size_t> valid_ =
      0;  ///< how many of the steps have made the state; none where other ones have
  std::size_t line_ = 0;
  std::size_t replayed_ = 0;
  std::size_t work_ = 0;  ///< steps executed, and what was copied of states, in steps

  struct Kept {
    std::size_t position;
    State state;  ///< that so many steps have made
  };
  static constexpr std::size_t far = 64, most_kept = 16;
  std::vector<Kept> kept_;  ///< by position
};

ReplayResult Session::restore(std::span<const std::string> journal) {
  return Restoring(*this).read(journal);
}

// ---- First predictions -------------------------------------------------------------------------

const scenario::AskedPrediction* Session::asked_prediction(std::uint32_t request) const {
  return is_own(request) ? nullptr : (*asked_)[request];
}

std::optional<std::uint32_t> Session::scripted(std::string_view id) const {
  const auto at = state_.find(id);
  return at && !is_own(*at) ? at : std::nullopt;
}

policy::Decision Session::foresee(std::uint32_t request) const {
  policy::Request asked = requests()[request].request;
  if (requests()[request].at_clock) asked.moment = state_.clock;
  put_as_asked(asked, *state_.assigned);
  return policy::decide(*state_.world, asked);
}

void Session::show(std::uint32_t request) {
  if (firsts_.is_shown(request)) return;
  FirstPrediction first;
  first.request = request;
  first.hints_before = firsts_.hints();
  first.runs_before = firsts_.runs();
  if (const Prediction* standing = prediction(request)) {
    const scenario::AskedPrediction* asked = asked_prediction(request);
    const Run* run = latest_run(request);
    first.made = true;
    first.permitted = standing->permitted;
    first.reason = standing->reason;
    first.certainty = standing->certainty;
    first.result = result_of(*standing, run ? run->decision : foresee(request), asked && asked->reason);
  }
  firsts_.show(first);
}

void Session::show_what_is_predicted() {
  for (std::uint32_t i = 0; i < scenario_->requests.size(); ++i) show(i);
}

void Session::note_attempt(const Command& command) {
  if (std::holds_alternative<AssignCommand>(command)) changed_ = true;
  const bool runs = is_run(command);
  const bool names =
      std::holds_alternative<FindCommand>(command) || std::holds_alternative<MarkCommand>(command);
  if (names || (runs && (changed_ || scenario_->assignables.empty()))) attempted_ = true;
}

void Session::record(const Command& command, std::size_t runs_before) {
  note_attempt(command);
  if (const auto* predict = std::get_if<PredictCommand>(&command)) {
    if (const auto at = scripted(predict->request)) firsts_.predicted(*at);
  }
  if (closed_) return;
  const auto runs = std::span(state_.runs);
  const auto fresh = runs.subspan(std::min(runs_before, runs.size()));
  for (const Run& each : fresh) {
    if (firsts_.unshown() == 0) break;
    if (!is_own(each.request) && !each.vets) {
      show(each.request);
      continue;
    }
    for (std::uint32_t i = 0; i < scenario_->requests.size(); ++i) {
      const policy::Request& scripted = scenario_->requests[i].request;
      const bool counts = prediction(i) || asked_prediction(i);
      const bool tells =
          counts ? reveals(*each.world, each.asked, scripted) : asks_the_same(each.asked, scripted);
      if (tells) show(i);
    }
  }
  if (std::holds_alternative<HintCommand>(command)) {
    for (const std::uint32_t each : scenario_->hints[state_.hints - 1].reveals) show(each);
  }
  firsts_.revealed_hints(state_.hints);
  firsts_.made_runs(fresh.size());
}

// ---- Help --------------------------------------------------------------------------------------

std::optional<Refusal> Session::withheld(Help help) const {
  using scenario::Availability;
  const scenario::Assist& assist = scenario_->assist;
  struct Row {
    Availability when;
    std::string_view never, later;
  };
  const auto row = [&]() -> Row {
    switch (help) {
      case Help::hints:
        return {assist.hints, "this lesson gives no hints", "hints come after an attempt of your own"};
      case Help::what_would_change:
        return {assist.what_would_change, "this lesson doesn't say what would change a decision",
                "what would change a decision is told after an attempt of your own"};
      case Help::undo_runs:
        break;
    }
    return {assist.undo_runs, "in this lesson what was run can't be undone",
            "what was run can be undone after an attempt of your own"};
  }();
  if (row.when == Availability::always || (row.when == Availability::after_attempt && attempted_))
    return std::nullopt;
  const bool never = row.when == Availability::never;
  return refusal("withheld", std::string(never ? row.never : row.later),
                 never                            ? "read what each decision says of its reasons"
                 : scenario_->assignables.empty() ? "run a request"
                 : scenario_->forensics           ? "name a field that you take for wrong"
                                                  : "assign something, and run it");
}

std::size_t Session::earliest(std::span<const Command> steps, std::size_t position) const {
  if (!withheld(Help::undo_runs)) return 0;
  while (position > 0 && !is_run(steps[position - 1])) --position;
  return position;
}

std::optional<Refusal> Session::inquire(const Inquired& about) {
  if (auto refused = withheld(Help::what_would_change)) return refused;
  if (journal_.size() >= bounds_.lines) return std::nullopt;  // there is no room to record it
  std::optional<std::string_view> record;
  if (about.record) record = world().records[*about.record].id;
  journal_.push_back(inquiry_line(requests()[about.request].id, record));
  ++inquiries_;
  ++revision_;
  return std::nullopt;
}

void Session::close_record() {
  closed_ = true;
}

void Session::look() {
  if (closed_ || conceals() || firsts_.unshown() == 0) return;
  const bool awaits = std::any_of(scenario_->predictions.begin(), scenario_->predictions.end(),
                                  [&](const auto& each) { return !firsts_.is_shown(each.request); });
  if (!awaits && state_.predictions.empty()) return;  // nothing that it could settle
  show_what_is_predicted();
  journal_.emplace_back("look");  // at most once for a record: it shows all that is left
  ++revision_;
}

void Session::recall(std::span<const FirstPrediction> earlier) {
  for (FirstPrediction each : earlier) {
    if (each.request >= firsts_.requests() || firsts_.is_shown(each.request)) continue;
    each.earlier = true;
    firsts_.show(each);
    journal_.push_back(earlier_line(each, *scenario_));
  }
}

std::vector<FirstPrediction> Session::first_predictions() const {
  std::vector<FirstPrediction> all;
  for (std::uint32_t i = 0; i < scenario_->requests.size(); ++i) {
    const auto& entry = firsts_.entry(i);
    if (entry && (entry->made || entry->retries > 0 || asked_prediction(i))) all.push_back(*entry);
  }
  return all;
}

}  // namespace ntk::session
