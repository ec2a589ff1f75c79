// The reader and the lint on any bytes, for libFuzzer. CMakeLists.txt says how to run it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "sim/scenario/json_writer.h"
#include "sim/scenario/lint.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ntk::scenario;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ReadResult result = lint_scenario(text, "fuzz.json");
  bool any_error = false;
  JsonWriter json;
  for (const Diagnostic& each : result.diagnostics) {
    any_error = any_error || each.severity() == Severity::error;
    if (each.span.offset > size || each.span.length > size - each.span.offset) std::abort();
    if (format_text(each, result.file_name).empty() || format_github(each, result.file_name).empty())
      std::abort();
    write_json(json, each, result.file_name);
  }
  if (result.scenario.has_value() == any_error) std::abort();
  return 0;
}
