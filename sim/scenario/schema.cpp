#include "sim/scenario/schema.h"

namespace ntk::embedded {
extern const unsigned char scenario_schema[];
extern const unsigned scenario_schema_size;
}  // namespace ntk::embedded

namespace ntk::scenario {

std::string_view schema_text() {
  return {reinterpret_cast<const char*>(embedded::scenario_schema), embedded::scenario_schema_size};
}

}  // namespace ntk::scenario
