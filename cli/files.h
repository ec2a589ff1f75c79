// Reading and writing files, with a message where that fails.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/located_json.h"

namespace ntk::cli {

/// What a file name that stands for standard input is called in messages.
std::string shown_name(const std::string& file);

/// Whether more than one of the files is to come from standard input, which can be read only once; then there
/// is a message on standard error.
bool same_input_twice(const std::vector<std::string>& files);

/// The longest trail that is read, and so the longest that is written, in bytes: some hundred thousand events.
inline constexpr std::size_t longest_trail = std::size_t{1} << 28;

/// All of a file, or of standard input where `file` is "-". Nothing, and a message on standard error,
/// where it cannot be read, or where it holds more than `most` bytes: an endless one is not read to its end.
std::optional<std::string> read_file(const std::string& file, std::size_t most = scenario::largest_text);

/// Whether the file was written; if not, there is a message on standard error.
bool write_file(const std::string& file, std::string_view text);

/// Whether there is a file of that name.
bool is_file(const std::string& file);

/// Text to standard output; all output of the program that is not a complaint.
void write_output(std::string_view text);
/// A complaint: "ntk: ..." and a line end, to standard error.
void complain(std::string_view message);

}  // namespace ntk::cli
