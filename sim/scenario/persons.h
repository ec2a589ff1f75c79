// A file of persons to be vetted: a JSON list of objects, what is known of each as field names and values.
//
//   [{"last_name": "Vale", "born": "1980-02-29"}, {"last_name": "Ng"}]
//
// The names are those of the fields of records, since a person matches a record whose fields have the same
// values. Read whole or not at all, with every mistake located.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/policy/world.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::scenario {

struct PersonsResult {
  std::optional<std::vector<std::vector<policy::Field>>> persons;  ///< there exactly when nothing is an error
  std::vector<Diagnostic> diagnostics;                             ///< in the order of the text
};

/// `text` is at most as large as a scenario (located_json.h).
PersonsResult read_persons(std::string_view text);

}  // namespace ntk::scenario
