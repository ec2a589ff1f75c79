#include "sim/session/command_words.h"

#include <utility>

#include "sim/scenario/invisible.h"
#include "sim/scenario/utf8.h"
#include "sim/session/refusal.h"

namespace ntk::session {
namespace {

bool is_space(char each) {
  return each == ' ' || each == '\t' || each == '\r';
}

/// Reads one word after the other.
class Splitter {
 public:
  explicit Splitter(std::string_view line) : line_(line) {}

  std::variant<std::vector<CommandWord>, Refusal> split() {
    std::vector<CommandWord> words;
    while (true) {
      while (at_ < line_.size() && is_space(line_[at_])) ++at_;
      if (at_ == line_.size()) return words;
      CommandWord word;
      word.column = at_;
      while (at_ < line_.size() && !is_space(line_[at_])) {
        if (line_[at_] != '"') {
          take_plain(word);
        } else if (!take_quoted(word)) {
          return std::move(refusal_);
        }
      }
      word.length = at_ - word.column;
      words.push_back(std::move(word));
    }
  }

 private:
  void take_plain(CommandWord& word) {
    if (line_[at_] == '=' && word.equals == std::string::npos) word.equals = word.text.size();
    word.text += line_[at_++];
  }

  bool take_quoted(CommandWord& word) {
    const std::size_t opened = at_++;
    while (at_ < line_.size() && line_[at_] != '"') {
      if (line_[at_] == '\\') {
        const char escaped = at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
        if (escaped != '"' && escaped != '\\') {
          return refuse(at_, at_ + 1 < line_.size() ? 2 : 1, "bad-escape", "this backslash escapes nothing",
                        "between quotes write \\\" for a quote and \\\\ for a backslash");
        }
        ++at_;
      }
      word.text += line_[at_++];
    }
    if (at_ == line_.size()) {
      return refuse(opened, at_ - opened, "unclosed-quote", "the quote is not closed",
                    "put \" behind the last of the words that belong together");
    }
    ++at_;
    return true;
  }

  bool refuse(std::size_t column, std::size_t length, std::string code, std::string message,
              std::string help) {
    refusal_ = refusal(std::move(code), std::move(message), std::move(help));
    refusal_.column = column;
    refusal_.length = length;
    return false;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  Refusal refusal_;
};

}  // namespace

std::variant<std::vector<CommandWord>, Refusal> split_words(std::string_view line) {
  auto split = Splitter(line).split();
  if (const auto* words = std::get_if<std::vector<CommandWord>>(&split)) {
    for (const CommandWord& each : *words) {
      if (is_plain_text(each.text)) continue;
      if (scenario::first_invalid_utf8(each.text) != std::string::npos) {
        return at_word(each,
                       refusal("bad-text", "a word is not UTF-8", "save the command file as UTF-8 text"));
      }
      const auto hidden = scenario::find_invisible(each.text, scenario::TextKind::alone);
      return at_word(
          each, refusal("bad-text",
                        "a word has " +
                            (hidden ? scenario::name_of_invisible(hidden->value) : "a control character") +
                            ", in it",
                        "remove it: nobody sees it, and no event can hold it"));
    }
  }
  return split;
}

std::string quoted_word(std::string_view text) {
  if (!text.empty() && text.find_first_of(" \"\\=#,") == text.npos) return std::string(text);
  std::string quoted = "\"";
  for (const char each : text) {
    if (each == '"' || each == '\\') quoted += '\\';
    quoted += each;
  }
  return quoted + '"';
}

Refusal at_word(const CommandWord& command, Refusal refusal) {
  refusal.column = command.column;
  refusal.length = command.length;
  return refusal;
}

}  // namespace ntk::session
