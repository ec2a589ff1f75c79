// The JSON Schema (draft-07) of scenario files, for editors and for `ntk schema`.
//
// It is scenarios/schema/scenario.schema.json, as it was when this program was built.
#pragma once

#include <string_view>

namespace ntk::scenario {

std::string_view schema_text();

}  // namespace ntk::scenario
