#include "sim/scenario/diagnostic.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/scenario/invisible.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

constexpr CodeRow rows[] = {
#define DIAGNOSTIC(name, code, severity, also_found_by, meaning) \
  {Code::name, code, Severity::severity, AlsoFoundBy::also_found_by, meaning},
#include "sim/scenario/diagnostics.def"
#undef DIAGNOSTIC
};

constexpr std::size_t most_kept = 1000;

/// Characters shown of a line at most, and of them before a span that begins far into the line.
constexpr std::size_t excerpt_size = 110;
constexpr std::size_t excerpt_lead = 32;

bool continues_a_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

/// Up to `count` characters back from `offset`, not past the beginning of the line.
std::size_t back_by(std::string_view text, std::size_t offset, std::size_t count) {
  while (offset > 0 && count > 0 && text[offset - 1] != '\n') {
    --offset;
    while (offset > 0 && continues_a_character(text[offset]) && text[offset - 1] != '\n') --offset;
    --count;
  }
  return offset;
}

/// Up to `count` characters on from `offset`, not past the end of the line.
std::size_t forward_by(std::string_view text, std::size_t offset, std::size_t count) {
  const auto ends = [&] {
    return offset == text.size() || text[offset] == '\n' || text.substr(offset, 2) == "\r\n";
  };
  for (; count > 0 && !ends(); --count) {
    ++offset;
    while (!ends() && continues_a_character(text[offset])) ++offset;
  }
  return offset;
}

}  // namespace

std::span<const CodeRow> code_rows() {
  return rows;
}

const CodeRow& row(Code code) {
  return rows[static_cast<std::size_t>(code)];
}

std::string_view to_text(Severity severity) {
  static constexpr std::array<std::string_view, 3> words = {"error", "warning", "note"};
  return words[static_cast<std::size_t>(severity)];
}

Excerpt excerpt_around(std::string_view text, Span span) {
  const std::size_t at = std::min<std::size_t>(span.offset, text.size());
  std::size_t begin = back_by(text, at, excerpt_size);
  std::size_t end = forward_by(text, begin, excerpt_size);
  const bool span_fits = end >= std::min<std::size_t>(at + span.length, forward_by(text, at, span.length));
  if (!span_fits || (begin > 0 && text[begin - 1] != '\n')) {
    begin = back_by(text, at, excerpt_lead);
    end = forward_by(text, begin, excerpt_size);
  }
  Excerpt excerpt;
  excerpt.text = text.substr(begin, end - begin);
  excerpt.offset = static_cast<std::uint32_t>(begin);
  excerpt.cut_before = begin > 0 && text[begin - 1] != '\n';
  excerpt.cut_after = forward_by(text, end, 1) != end;
  return excerpt;
}

void Diagnostics::add(Code code, Span span, std::string_view pointer, std::string message, std::string help) {
  has_errors_ = has_errors_ || row(code).severity == Severity::error;
  last_ = nowhere;
  if (is_full()) return;
  // The notice that there are more goes last, and so does not stand in the order of the text.
  const bool is_last_place = found_.size() == most_kept;
  if (is_last_place) {
    code = Code::too_many_problems;
    message = "there are more problems than the " + std::to_string(most_kept) + " listed";
    help = "mend these first, then check again";
  }
  Diagnostic added{code, span, std::string(pointer), std::move(message), std::move(help), {}, {}};
  const bool is_of_the_whole_file = code == Code::wrong_encoding || code == Code::file_too_large;
  if (!is_of_the_whole_file) added.excerpt = excerpt_around(text_, span);
  last_ = found_.size();
  while (!is_last_place && last_ > 0 && found_[last_ - 1].span.offset > span.offset) --last_;
  found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(last_), std::move(added));
}

void Diagnostics::add(Diagnostic found) {
  add(found.code, found.span, found.pointer, std::move(found.message), std::move(found.help));
  if (found.related) add_related(std::move(found.related->message), found.related->span);
}

void Diagnostics::add_related(std::string message, Span span) {
  if (last_ == nowhere) return;
  found_[last_].related = RelatedPlace{std::move(message), span, excerpt_around(text_, span)};
}

bool Diagnostics::is_full() const {
  return found_.size() > most_kept;
}

std::vector<Diagnostic> Diagnostics::take_sorted() {
  return std::move(found_);
}

std::string in_backticks(std::string_view words) {
  constexpr std::size_t longest = 60;  // characters
  if (words.empty()) return "`\"\"`";
  const std::size_t shown = forward_by(words, 0, longest);
  return '`' + made_visible(words.substr(0, shown)) + (shown < words.size() ? "...`" : "`");
}

std::string list_in_backticks(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view each : words) list += (list.empty() ? "" : ", ") + in_backticks(each);
  return list;
}

std::string count_in_words(std::span<const Diagnostic> diagnostics) {
  std::array<std::size_t, 3> counts{};
  for (const Diagnostic& each : diagnostics) ++counts[static_cast<std::size_t>(each.severity())];
  std::string words;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t count = counts[static_cast<std::size_t>(severity)];
    if (count == 0) continue;
    if (!words.empty()) words += ", ";
    words += std::to_string(count) + ' ' + std::string(to_text(severity)) + (count == 1 ? "" : "s");
  }
  return words.empty() ? "no problems" : words;
}

}  // namespace ntk::scenario
