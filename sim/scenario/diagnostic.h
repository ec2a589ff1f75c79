// What is wrong with a text, where, and what to do about it.
//
// Every finding of the reader, the lint and the JSON layer is a `Diagnostic`: a stable code (all of
// them in diagnostics.def), a severity, a place in the text, and two sentences: the message says
// what is wrong in the author's own words (in backticks), the help says what to do. A `Diagnostics`
// collects those of one text. Three forms of output: for people, as JSON, and as GitHub workflow
// commands.
//
// Lines and columns count from 1; a column is a Unicode code point. Offsets and lengths are bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ntk::scenario {

class JsonWriter;

/// An error keeps a scenario from being loaded. A warning does not: the scenario is probably not
/// what its author meant. A note points at something that may well be on purpose.
enum class Severity : std::uint8_t { error, warning, note };

/// Who finds a mistake, besides this reader: every JSON parser, a validator with the published
/// schema, or nobody.
enum class AlsoFoundBy : std::uint8_t { parser, schema, nobody };

enum class Code : std::uint8_t {
#define DIAGNOSTIC(name, code, severity, also_found_by, meaning) name,
#include "sim/scenario/diagnostics.def"
#undef DIAGNOSTIC
};

/// One row of diagnostics.def.
struct CodeRow {
  Code code;
  std::string_view word;  ///< "unknown-key": stable, for scripts and searches
  Severity severity;
  AlsoFoundBy also_found_by;
  std::string_view meaning;
};

std::span<const CodeRow> code_rows();
const CodeRow& row(Code code);
std::string_view to_text(Severity severity);  ///< "error", "warning", "note"

/// A stretch of the text. Of length 0 where something is missing, as at the end of the text.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  bool operator==(const Span&) const = default;
};

/// The line on which a span begins, or, where that is long, the part of it around the span.
struct Excerpt {
  std::string text;          ///< without its line break; as in the file, so perhaps not UTF-8
  std::uint32_t offset = 0;  ///< of the first byte of `text`
  bool cut_before = false;   ///< the line begins earlier
  bool cut_after = false;    ///< the line goes on
};

/// A second place that a diagnostic speaks of: "first given here".
struct RelatedPlace {
  std::string message;
  Span span;
  Excerpt excerpt;
};

struct Diagnostic {
  Code code{};
  Span span;
  std::string pointer;  ///< JSON pointer (RFC 6901) of the value; "" is the whole document
  std::string message;
  std::string help;  ///< may be empty
  Excerpt excerpt;
  std::optional<RelatedPlace> related;

  Severity severity() const { return row(code).severity; }
};

/// The diagnostics of one text, which must outlive this.
///
/// More than 1000 are not kept: the last one then says so. No author reads that many, and a hostile
/// file would otherwise cost far more memory than its own size.
class Diagnostics {
 public:
  /// `whole` is the help where the text is empty, or something follows its end.
  explicit Diagnostics(std::string_view text, std::string_view whole = "a scenario is one object: `{ ... }`")
      : text_(text), whole_(whole) {}

  /// Adds one, with its excerpt. An empty span at the end of the text is allowed.
  void add(Code code, Span span, std::string_view pointer, std::string message, std::string help = {});
  /// Adds one of another collection for the same text.
  void add(Diagnostic found);
  void add_related(std::string message, Span span);  ///< to the diagnostic added last

  std::string_view text() const { return text_; }
  std::string_view whole() const { return whole_; }
  bool has_errors() const { return has_errors_; }
  /// Whether further ones are not kept, so that no work need go into their help.
  bool is_full() const;

  /// All of them, in the order of the text.
  std::vector<Diagnostic> take_sorted();

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  std::string_view text_;
  std::string_view whole_;
  std::vector<Diagnostic> found_;  ///< in the order of the text
  bool has_errors_ = false;
  std::size_t last_ = nowhere;  ///< where in `found_` the one added last is, if it was kept
};

Excerpt excerpt_around(std::string_view text, Span span);

/// The author's own words as a message has them: in backticks, and where they are long, their beginning. No words at all
/// are shown as two quotation marks.
std::string in_backticks(std::string_view words);
/// "`a`, `b`, `c`".
std::string list_in_backticks(std::span<const std::string_view> words);

/// For people, several lines each:
///
///     lesson.json:3:14: error[unknown-id]: no agency has the id `fbl`
///        3 |   "agency": "fbl",
///          |             ^~~~~
///          = help: did you mean `fbi`?
std::string format_text(const Diagnostic& diagnostic, std::string_view file_name);

/// The lines of the file in that, with the carets under them, without message and help.
std::string format_excerpts(const Diagnostic& diagnostic, std::string_view file_name);

/// One object with file, severity, code, message, help, pointer, line, column, offset, length,
/// excerpt, and where there is a second place, related.
void write_json(JsonWriter& json, const Diagnostic& diagnostic, std::string_view file_name);

/// A workflow command that marks the line in a pull request: "::error file=...,line=3,...::...".
std::string format_github(const Diagnostic& diagnostic, std::string_view file_name);

/// "2 errors, 1 warning"; "no problems".
std::string count_in_words(std::span<const Diagnostic> diagnostics);

}  // namespace ntk::scenario
