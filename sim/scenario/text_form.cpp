#include "sim/scenario/text_form.h"

#include <algorithm>

#include "sim/scenario/located_json.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The offset of a carriage return that no line feed follows; npos where there is none.
std::size_t lone_return(std::string_view text) {
  std::size_t at = text.find('\r');
  while (at != text.npos && at + 1 < text.size() && text[at + 1] == '\n') at = text.find('\r', at + 1);
  return at;
}

Span place_of(std::string_view text, std::size_t offset) {
  Span span;
  span.offset = static_cast<std::uint32_t>(offset);
  span.length = 1;
  const std::size_t begin = byte_order_mark_size(text);
  for (std::size_t at = begin; at < offset; at += code_point_at(text, at).length) {
    span.column = text[at] == '\n' ? 1 : span.column + 1;
    if (text[at] == '\n') ++span.line;
  }
  return span;
}

}  // namespace

std::optional<std::string_view> other_encoding(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\0\0\xFE\xFF"sv) || text.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32";
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE")) return "UTF-16";
  std::string zeros;
  for (const char each : text.substr(0, 4)) zeros += each == 0 ? '0' : 'x';
  if (zeros == "000x" || zeros == "x000") return "UTF-32";
  if (zeros == "0x0x" || zeros == "x0x0") return "UTF-16";
  return std::nullopt;
}

std::size_t byte_order_mark_size(std::string_view text) {
  return text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
}

std::size_t line_with_lone_return(std::string_view text) {
  const std::size_t at = lone_return(text);
  if (at == text.npos) return 0;
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  text.remove_prefix(text.starts_with("\r\n") ? 2 : text.empty() ? 0 : 1);
  return line;
}

bool check_text_form(Diagnostics& diagnostics) {
  const std::string_view text = diagnostics.text();
  if (text.size() > largest_text) {
    diagnostics.add(Code::file_too_large, {}, "",
                    "the text has " + std::to_string(text.size()) + " bytes; at most " +
                        std::to_string(largest_text) + " are read",
                    "a lesson needs a few thousand: is this the file that was meant?");
    return false;
  }
  if (const auto encoding = other_encoding(text)) {
    diagnostics.add(Code::wrong_encoding, {}, "", "the text is " + std::string(*encoding) + ", not UTF-8",
                    "save the file as UTF-8: editors offer it as \"Encoding\" under \"Save as\"");
    return false;
  }
  if (byte_order_mark_size(text) > 0) {
    diagnostics.add(Code::byte_order_mark, {}, "", "the text begins with a byte order mark",
                    "save the file as UTF-8 without one: many programs refuse a file that begins so");
  }
  if (const std::size_t at = lone_return(text); at != text.npos) {
    diagnostics.add(Code::line_ends, place_of(text, at), "", "a line ends here with a carriage return alone",
                    "save the file with the line ends LF or CRLF: programs count its lines differently");
  }
  return true;
}

}  // namespace ntk::scenario
