#include "sim/grading/hints_seen.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace ntk::grading {
namespace {

/// How many hints are revealed after each step, where the journal stands, and the most there ever were.
class HintCount {
 public:
  void take(const session::JournalLine& line) {
    std::visit([this](const auto& each) { move(each); }, line);
    most_ = std::max(most_, revealed_[position_]);
  }
  std::size_t most() const { return most_; }

 private:
  void move(const session::Command& command) {
    const std::size_t before = revealed_[position_];
    revealed_.resize(++position_);
    revealed_.push_back(std::holds_alternative<session::HintCommand>(command)    ? before + 1
                        : std::holds_alternative<session::ResetCommand>(command) ? 0
                                                                                 : before);
  }
  void move(const session::UndoLine&) { position_ -= position_ > 0 ? 1 : 0; }
  void move(const session::RedoLine&) { go_to(position_ + 1); }
  void move(const session::GoLine& go) { go_to(go.position); }
  template <class Other>
  void move(const Other&) {}

  void go_to(std::size_t position) { position_ = std::min(position, revealed_.size() - 1); }

  std::vector<std::size_t> revealed_ = {0};
  std::size_t position_ = 0;
  std::size_t most_ = 0;
};

}  // namespace

std::size_t hints_seen(const session::Session& session) {
  const auto journal = session.journal();
  const bool none = std::none_of(journal.begin(), journal.end(),
                                 [](const std::string& line) { return line.find("hint") != line.npos; });
  if (none) return session.hints_revealed();
  HintCount count;
  for (const std::string& line : journal) {
    const session::ParsedJournalLine parsed = session::parse_journal_line(line, session.scenario());
    if (const auto* step = std::get_if<session::JournalLine>(&parsed)) count.take(*step);
  }
  return std::max(count.most(), session.hints_revealed());
}

}  // namespace ntk::grading
