// The model in sections, each with the revision at which it last changed: whoever knows an earlier revision is told only what
// has changed since. A section has changed when its text has; texts are compared whole, so that nothing is ever stale.
//
// A part of a section can be a section of its own, named after it: "kinds/record/r1". In the place of the part stands its id.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "sim/scenario/json_writer.h"
#include "web/app/desk.h"

namespace ntk::web {

/// Where the sections of a model are written to.
class ModelWriter {
 public:
  enum class Layout : std::uint8_t {
    whole,  ///< one document
    split,  ///< the parts of a section are sections too
  };
  explicit ModelWriter(Layout layout) : layout_(layout) {}

  /// Begins a section; its value is to be written next.
  scenario::JsonWriter& section(std::string name);
  bool is_split() const { return layout_ == Layout::split; }

  /// All of them, by name.
  std::map<std::string, std::string> take();

 private:
  void end_section();

  Layout layout_;
  std::string name_;
  scenario::JsonWriter json_;
  std::map<std::string, std::string> sections_;
};

/// The sections of a desk, as they were last time.
class Sections {
 public:
  /// What has changed since a revision, as JSON: {"revision":7,"sections":{"goals":{...}}}. One that is no more is null.
  std::string since(std::uint64_t revision, const Desk& desk);

 private:
  void follow(const Desk& desk);

  struct Section {
    std::string text;
    std::uint64_t revision = 0;
  };
  std::map<std::string, Section> sections_;
  std::uint64_t revision_ = 0;       ///< counts the times at which any of them had changed
  std::uint64_t desk_revision_ = 0;  ///< at which they were last written
};

/// All sections as one document (the verb `model`).
std::string whole_model(const Desk& desk);

}  // namespace ntk::web
