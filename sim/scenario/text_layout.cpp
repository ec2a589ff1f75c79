#include "sim/scenario/text_layout.h"

#include <utility>
#include <vector>

namespace ntk::scenario {
namespace {

constexpr std::size_t longest_line = 120;  ///< characters

class Layout {
 public:
  explicit Layout(std::string_view text) : text_(text) {}

  /// In one line.
  std::string inline_text(const JsonValue& value) const {
    std::string out;
    if (value.kind == JsonKind::object) {
      for (const JsonMember& each : value.members)
        out +=
            (out.empty() ? "{" : ", ") + std::string(source(each.key_span)) + ": " + inline_text(each.value);
      return out.empty() ? "{}" : out + "}";
    }
    if (value.kind == JsonKind::array) {
      for (const JsonValue& each : value.items) out += (out.empty() ? "[" : ", ") + inline_text(each);
      return out.empty() ? "[]" : out + "]";
    }
    return std::string(source(value.span));
  }

  /// Where `used` characters of the line are taken, the lines after the first `indent` deep. `depth` 0 is the document.
  std::string block(const JsonValue& value, std::size_t indent, std::size_t used, std::size_t depth) const {
    const std::string line = inline_text(value);
    const bool is_list_of_things = depth == 1 && value.kind == JsonKind::array && !value.items.empty();
    const bool is_leaf = value.kind != JsonKind::object && value.kind != JsonKind::array;
    if (is_leaf || (depth > 0 && !is_list_of_things && used + width(line) < longest_line)) return line;
    std::vector<Part> parts;
    for (const JsonMember& each : value.members) {
      const std::string key = std::string(source(each.key_span)) + ": ";
      parts.push_back(part(key, each.value, indent + 2, depth + 1));
    }
    for (const JsonValue& each : value.items) parts.push_back(part({}, each, indent + 2, depth + 1));
    const bool shares = depth > 0 && !is_list_of_things;
    return std::string(value.kind == JsonKind::object ? "{" : "[") + joined(parts, indent + 2, shares) +
           '\n' + std::string(indent, ' ') + (value.kind == JsonKind::object ? "}" : "]");
  }

 private:
  struct Part {
    std::string text;
    bool is_line = true;
  };

  std::string_view source(const Span& span) const { return text_.substr(span.offset, span.length); }
  static std::size_t width(std::string_view line) {
    std::size_t count = 0;
    for (const char each : line) count += (static_cast<unsigned char>(each) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
  }
  Part part(std::string key, const JsonValue& value, std::size_t indent, std::size_t depth) const {
    const std::size_t used = indent + width(key) + 1;  // and a comma
    std::string text = key + block(value, indent, used, depth);
    const bool is_line = text.find('\n') == text.npos;
    return {std::move(text), is_line};
  }
  /// Short parts share lines; one of several lines stands alone.
  static std::string joined(const std::vector<Part>& parts, std::size_t indent, bool shares) {
    std::string out;
    std::size_t used = 0;
    bool open = false;  // whether something can follow on the line
    for (std::size_t at = 0; at < parts.size(); ++at) {
      const Part& each = parts[at];
      const std::size_t needs = width(each.text) + (at + 1 < parts.size() ? 1 : 0);
      if (shares && open && each.is_line && used + 1 + needs <= longest_line) {
        out += ' ' + each.text;
        used += 1 + needs;
      } else {
        out += '\n' + std::string(indent, ' ') + each.text;
        used = indent + needs;
      }
      open = each.is_line;
      if (at + 1 < parts.size()) out += ',';
    }
    return out;
  }

  std::string_view text_;
};

}  // namespace

std::string laid_out(const JsonValue& document, std::string_view text) {
  return Layout(text).block(document, 0, 0, 0) + '\n';
}

}  // namespace ntk::scenario
