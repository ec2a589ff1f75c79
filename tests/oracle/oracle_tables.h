// The policy's lists and tables as the oracle has them, written down once more from docs/rules.md.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace ntk::oracle {

using Words = std::set<std::string_view>;

extern const Words levelled, not_resident, queryable;  ///< categories
extern const Words reading, changing, searching;       ///< operations

/// The table of FN-6.
extern const std::map<std::string_view, Words> operations_of, categories_of;

/// The codes of all checks, in the order of reasons, and those asked of each record touched.
extern const std::vector<std::string_view> every_check, record_checks;

}  // namespace ntk::oracle
