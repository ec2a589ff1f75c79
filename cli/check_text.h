// What `ntk check` found, as text, JSON, workflow commands or SARIF 2.1.0.
#pragma once

#include <string>
#include <vector>

#include "sim/proving/check.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {

class CheckReport {
 public:
  explicit CheckReport(std::string format) : format_(std::move(format)) {}

  /// Writes what can be written at once: text and workflow commands.
  void add(proving::Checked checked);
  /// Writes the rest: the table of several lessons, JSON, SARIF.
  void end() const;
  /// Whether nothing but notes was found.
  bool is_clean() const { return clean_; }

 private:
  std::string as_json() const;
  std::string as_sarif() const;

  std::string format_;
  std::vector<proving::Checked> all_;
  bool clean_ = true;
};

}  // namespace ntk::cli
