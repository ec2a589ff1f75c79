// The three forms in which diagnostics leave the program.
#include <algorithm>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/invisible.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

constexpr std::size_t tab_width = 4;
constexpr std::string_view cut_mark = "...";

/// An excerpt as a terminal may show it, with the line of carets that goes under it.
struct Drawing {
  std::string line;
  std::string carets;
};

/// Tabs become spaces, and what a terminal would obey, or nobody would see, becomes U+FFFD.
Drawing draw(const Excerpt& excerpt, Span span) {
  Drawing drawing;
  if (excerpt.cut_before) {
    drawing.line += cut_mark;
    drawing.carets.append(cut_mark.size(), ' ');
  }
  const std::size_t first = span.offset;
  const std::size_t end = std::max(span.offset + span.length, span.offset + 1);
  const auto mark = [&](std::size_t offset, std::size_t width) {
    for (; width > 0; --width) {
      const bool inside = offset >= first && offset < end;
      const bool begun = drawing.carets.find('^') != std::string::npos;
      drawing.carets.push_back(!inside ? ' ' : begun ? '~' : '^');
    }
  };
  for_each_shown(excerpt.text, [&](CodePoint point, std::size_t offset, char32_t shown) {
    const std::size_t width = point.value == U'\t' ? tab_width : display_width(shown);
    if (point.value == U'\t') {
      drawing.line.append(tab_width, ' ');
    } else {
      append_utf8(drawing.line, shown);
    }
    mark(excerpt.offset + offset, width);
  });
  if (first >= excerpt.offset + excerpt.text.size()) mark(first, 1);
  if (excerpt.cut_after) drawing.line += cut_mark;
  drawing.carets.erase(drawing.carets.find_last_not_of(' ') + 1);
  return drawing;
}

std::string place(std::string_view file_name, Span span) {
  return std::string(file_name) + ':' + std::to_string(span.line) + ':' + std::to_string(span.column) + ": ";
}

void append_excerpt(std::string& out, const Excerpt& excerpt, Span span) {
  if (excerpt.text.empty()) return;
  const Drawing drawing = draw(excerpt, span);
  const std::string number = std::to_string(span.line);
  const std::string margin(number.size() < 4 ? 4 - number.size() : 0, ' ');
  out += "  " + margin + number + " | " + drawing.line + '\n';
  out += "  " + std::string(margin.size() + number.size(), ' ') + " | " + drawing.carets + '\n';
}

void write_place(JsonWriter& json, Span span, const Excerpt& excerpt) {
  json.member("line", span.line)
      .member("column", span.column)
      .member("offset", span.offset)
      .member("length", span.length)
      .member("excerpt", excerpt.text);
}

/// The escapes of workflow commands: line breaks would end the command, commas and colons a
/// property.
std::string github_escaped(std::string_view text, bool is_property) {
  std::string escaped;
  for (const char each : text) {
    switch (each) {
      case '%':
        escaped += "%25";
        break;
      case '\r':
        escaped += "%0D";
        break;
      case '\n':
        escaped += "%0A";
        break;
      case ':':
        escaped += is_property ? "%3A" : ":";
        break;
      case ',':
        escaped += is_property ? "%2C" : ",";
        break;
      default:
        escaped += each;
    }
  }
  return escaped;
}

}  // namespace

std::string format_excerpts(const Diagnostic& diagnostic, std::string_view file_name) {
  std::string out;
  append_excerpt(out, diagnostic.excerpt, diagnostic.span);
  if (diagnostic.related) {
    out += place(safe_on_terminal(file_name), diagnostic.related->span) +
           "note: " + safe_on_terminal(diagnostic.related->message);
    out += '\n';
    append_excerpt(out, diagnostic.related->excerpt, diagnostic.related->span);
  }
  return out;
}

std::string format_text(const Diagnostic& diagnostic, std::string_view file_name) {
  const CodeRow& code = row(diagnostic.code);
  const std::string file = safe_on_terminal(file_name);
  std::string out = place(file, diagnostic.span) + std::string(to_text(code.severity)) + '[' +
                    std::string(code.word) + "]: " + safe_on_terminal(diagnostic.message) + '\n';
  out += format_excerpts(diagnostic, file_name);
  if (!diagnostic.help.empty()) out += "       = help: " + safe_on_terminal(diagnostic.help) + '\n';
  return out;
}

void write_json(JsonWriter& json, const Diagnostic& diagnostic, std::string_view file_name) {
  const CodeRow& code = row(diagnostic.code);
  json.begin_object()
      .member("file", file_name)
      .member("severity", to_text(code.severity))
      .member("code", code.word)
      .member("message", diagnostic.message)
      .member("help", diagnostic.help)
      .member("pointer", diagnostic.pointer);
  write_place(json, diagnostic.span, diagnostic.excerpt);
  if (diagnostic.related) {
    json.key("related").begin_object().member("message", diagnostic.related->message);
    write_place(json, diagnostic.related->span, diagnostic.related->excerpt);
    json.end_object();
  }
  json.end_object();
}

std::string format_github(const Diagnostic& diagnostic, std::string_view file_name) {
  const CodeRow& code = row(diagnostic.code);
  const std::string_view command = code.severity == Severity::note ? "notice" : to_text(code.severity);
  std::string text = safe_on_terminal(diagnostic.message);
  if (!diagnostic.help.empty()) text += "\nhelp: " + safe_on_terminal(diagnostic.help);
  return "::" + std::string(command) + " file=" + github_escaped(safe_on_terminal(file_name), true) +
         ",line=" + std::to_string(diagnostic.span.line) + ",col=" + std::to_string(diagnostic.span.column) +
         ",title=" + github_escaped(code.word, true) + "::" + github_escaped(text, false) + '\n';
}

}  // namespace ntk::scenario
