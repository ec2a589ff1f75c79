#include "sim/session/journal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "sim/session/command_words.h"
#include "sim/session/refusal.h"

namespace ntk::session {
namespace {

constexpr std::size_t most_counted = 1'000'000'000;  // of retries, hints and runs, as in a submission

constexpr std::array<std::string_view, 4> result_words = {"pending", "hit", "wrong-reason", "miss"};

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "retries=2"
std::optional<std::size_t> counted(const CommandWord& word, std::string_view key) {
  const std::string_view text = word.text;
  if (word.equals == std::string::npos || text.substr(0, word.equals) != key) return std::nullopt;
  return whole_number(text.substr(word.equals + 1));
}

Refusal bad_earlier(const CommandWord& at) {
  return at_word(at, refusal("bad-line", "this is no first prediction of an earlier attempt",
                             "write it as `earlier REQUEST permit|deny [RULE] [CERTAINTY] RESULT retries=0 "
                             "hints=0 runs=0`, or `earlier REQUEST none retries=0 hints=0 runs=0`"));
}

/// What stands between the request and the counts. False where it can't be read.
bool read_prediction(std::span<const CommandWord> words, FirstPrediction& first) {
  if (words.size() == 1 && words[0].text == "none") return true;
  if (words.size() < 2 || (words[0].text != "permit" && words[0].text != "deny")) return false;
  first.made = true;
  first.permitted = words[0].text == "permit";
  const auto result = std::find(result_words.begin(), result_words.end(), words.back().text);
  if (result == result_words.end() || result == result_words.begin()) return false;
  first.result = static_cast<PredictionResult>(result - result_words.begin());
  words = words.subspan(1, words.size() - 2);
  if (!words.empty() && (first.certainty = certainty_from_word(words.back().text)))
    words = words.first(words.size() - 1);
  if (words.empty()) return true;
  first.reason = policy::check_from_code(words[0].text);
  return words.size() == 1 && !first.permitted && first.reason;
}

ParsedJournalLine parse_earlier(std::span<const CommandWord> words, const scenario::Scenario& scenario) {
  constexpr std::array<std::string_view, 3> counts = {"retries", "hints", "runs"};
  if (words.size() < 3 + counts.size()) return bad_earlier(words[0]);
  FirstPrediction first;
  first.earlier = true;
  const auto request =
      std::find_if(scenario.requests.begin(), scenario.requests.end(),
                   [&](const scenario::ScriptedRequest& each) { return each.id == words[1].text; });
  if (request == scenario.requests.end()) {
    return at_word(words[1], refusal("unknown-request",
                                     "no request of the script has the id " + in_backticks(words[1].text)));
  }
  first.request = static_cast<std::uint32_t>(request - scenario.requests.begin());
  const std::size_t end = words.size() - counts.size();
  std::array<std::size_t*, 3> values = {&first.retries, &first.hints_before, &first.runs_before};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto value = counted(words[end + i], counts[i]);
    if (!value || *value > most_counted) return bad_earlier(words[end + i]);
    *values[i] = *value;
  }
  if (!read_prediction(words.subspan(2, end - 2), first)) return bad_earlier(words[2]);
  const bool asks_reason =
      std::any_of(scenario.predictions.begin(), scenario.predictions.end(),
                  [&](const auto& each) { return each.request == first.request && each.reason; });
  const bool hits = first.result == PredictionResult::hit && first.made && !first.permitted;
  if (hits && asks_reason && !first.reason)
    return bad_earlier(words[2]);  // it would have been a wrong reason
  return JournalLine(EarlierLine{first});
}

/// A line that moves: the position that it leads to, from one among so many steps.
std::optional<std::size_t> moved(std::string_view line, std::size_t position, std::size_t count) {
  if (line == "undo") return position > 0 ? position - 1 : 0;
  if (line == "redo") return std::min(position + 1, count);
  if (!line.starts_with("go ")) return std::nullopt;
  const auto wanted = whole_number(line.substr(3));
  return wanted ? std::optional(std::min(*wanted, count)) : std::nullopt;
}

}  // namespace

ParsedJournalLine parse_journal_line(std::string_view line, const scenario::Scenario& scenario) {
  auto split = split_words(line);
  if (auto* refused = std::get_if<Refusal>(&split)) return std::move(*refused);
  const auto& words = std::get<std::vector<CommandWord>>(split);
  const std::string_view verb = words.empty() ? std::string_view() : std::string_view(words[0].text);
  if (words.size() == 1) {
    if (verb == "undo") return JournalLine(UndoLine{});
    if (verb == "redo") return JournalLine(RedoLine{});
    if (verb == "look") return JournalLine(LookLine{});
    if (verb == "unrecorded") return JournalLine(UnrecordedLine{});
  }
  if (verb == "go") {
    const auto position = words.size() == 2 ? whole_number(words[1].text) : std::nullopt;
    if (position) return JournalLine(GoLine{*position});
    return at_word(words[0], refusal("bad-line", "this jump names no step",
                                     "write it as `go N`, where N is how many steps are applied"));
  }
  if (verb == "why-not") {
    const bool named = words.size() == 2 || (words.size() == 3 && words[2].text.starts_with("record="));
    if (named) return JournalLine(InquiryLine{});
    return at_word(words[0], refusal("bad-line", "this question names no request",
                                     "write it as `why-not REQUEST` or `why-not REQUEST record=ID`"));
  }
  if (verb == "earlier") return parse_earlier(words, scenario);
  ParsedCommand command = parse_command(line, scenario);
  if (auto* refused = std::get_if<Refusal>(&command)) return std::move(*refused);
  return JournalLine(std::get<Command>(std::move(command)));
}

std::string_view word(PredictionResult result) {
  return result_words[static_cast<std::size_t>(result)];
}

std::string earlier_line(const FirstPrediction& first, const scenario::Scenario& scenario) {
  std::string line = "earlier " + quoted_word(scenario.requests[first.request].id);
  if (first.made) {
    line += first.permitted ? " permit" : " deny";
    if (first.reason) line += ' ' + std::string(policy::check(*first.reason).code);
    if (first.certainty) line += ' ' + std::string(word(*first.certainty));
    line += ' ' + std::string(word(first.result));
  } else {
    line += " none";
  }
  return line + " retries=" + std::to_string(first.retries) + " hints=" + std::to_string(first.hints_before) +
         " runs=" + std::to_string(first.runs_before);
}

std::string inquiry_line(std::string_view request, std::optional<std::string_view> record) {
  std::string line = "why-not " + quoted_word(std::string(request));
  if (record) line += " record=" + std::string(*record);
  return line;
}

JournalSteps steps_of(std::span<const std::string> journal) {
  JournalSteps made;
  for (const std::string& line : journal) {
    if (line == "look" || line == "unrecorded" || line.starts_with("earlier ") ||
        line.starts_with("why-not ") || is_blank_or_comment(line))
      continue;
    if (const auto position = moved(line, made.position, made.steps.size())) {
      made.position = *position;
      continue;
    }
    made.steps.resize(made.position);
    made.steps.push_back(line);
    ++made.position;
  }
  return made;
}

}  // namespace ntk::session
