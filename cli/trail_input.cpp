#include "cli/trail_input.h"

#include <algorithm>
#include <utility>

#include "cli/files.h"
#include "cli/session_input.h"
#include "sim/scenario/text_form.h"
#include "sim/session/seal.h"

namespace ntk::cli {
namespace {

/// Whether what a report says of its trail can be read. A report is held to the same form as every other file.
bool take_report(const std::string& file, TrailInput& input, bool json) {
  auto read = session::read_report_trail(input.text);
  report_diagnostics(read.diagnostics, shown_name(file), read.trail.has_value(), json);
  if (!read.trail) return false;
  input.report = std::move(read.trail);
  input.lines = input.report->events.items.size();
  input.seal = input.report->seal;
  input.seal_of_report = input.seal.has_value();
  return true;
}

void count_lines(TrailInput& input) {
  const std::string& text = input.text;
  input.lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (!text.empty() && text.back() != '\n') ++input.lines;
}

bool read_seal(const std::string& file, TrailInput& input, bool json) {
  const auto text = read_file(file);
  if (!text) return false;
  const session::SealResult read = session::read_seal(*text);
  report_diagnostics(read.diagnostics, shown_name(file), read.seal.has_value(), json);
  input.seal = read.seal;
  input.seal_of_report = false;
  return input.seal.has_value();
}

/// Whether the trail is in UTF-8; says so where it is not.
bool is_utf8(const std::string& text, const std::string& file, bool json) {
  if (!scenario::other_encoding(text)) return true;
  scenario::Diagnostics diagnostics(
      std::string_view(text).substr(0, 4));  // a trail may be larger than what else is read
  check_text_form(diagnostics);
  report_diagnostics(diagnostics.take_sorted(), shown_name(file), false, json);
  return false;
}

}  // namespace

std::optional<TrailInput> read_trail(const std::string& trail_file, const std::string& seal_file, bool json) {
  auto text = read_file(trail_file, longest_trail);
  if (!text || !is_utf8(*text, trail_file, json)) return std::nullopt;
  TrailInput input;
  input.text = *std::move(text);
  if (!session::is_report(input.text)) {
    count_lines(input);
  } else if (!take_report(trail_file, input, json)) {
    return std::nullopt;
  }

  const std::string beside = trail_file + ".seal";
  const bool is_beside = trail_file != "-" && is_file(beside);
  if (!seal_file.empty() && !read_seal(seal_file, input, json)) return std::nullopt;
  if (seal_file.empty() && is_beside && !read_seal(beside, input, json)) return std::nullopt;
  return input;
}

}  // namespace ntk::cli
