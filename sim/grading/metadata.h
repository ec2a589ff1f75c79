// What Gradescope says of a submission, beside the files: who handed it in, and how often.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ntk::grading {

struct Metadata {
  std::string students;      ///< names, or addresses where there are none: "Ana Quill and R. Vale"
  std::size_t previous = 0;  ///< submissions before this one
};

/// Reads `submission_metadata.json`. Keys that aren't there are left out; nothing where it is no JSON object.
std::optional<Metadata> read_metadata(std::string_view text);

}  // namespace ntk::grading
