// What the functions and the data of an agreement open together: a table of both, as both views show it.
//
// A function reaches the data of some categories. It opens them where the agreement lists the function and the category.
// Shown where functions or data of the agreement can be assigned.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "web/view/thing_view.h"

namespace ntk::web {

/// How a function stands to a category: it never reaches such data; it would, but one of the two is not listed; it does.
enum class Crossing : std::uint8_t { unrelated, closed, open };
std::string_view word(Crossing crossing);  ///< empty, "not opened", "opened"

struct CrossingRow {
  policy::Category category{};
  std::string_view title;
  std::vector<Crossing> cells;  ///< of each function
};

struct CrossingView {
  std::vector<policy::Function> functions;  ///< the columns, numbered from 1
  std::vector<CrossingRow> rows;

  bool empty() const { return rows.empty(); }
};

/// Whether a field is one of those that cross.
bool crosses(scenario::AssignableField field);
/// Empty where nothing that crosses can be assigned, or where that is to be found out.
CrossingView view_crossing(const policy::World& world, const ThingView& agreement);

/// What the marks of the table mean.
struct CrossingMeaning {
  Crossing crossing = Crossing::unrelated;
  std::string_view words;
};
inline constexpr std::array crossing_legend = {
    CrossingMeaning{Crossing::open, "opened: both the function and the data are listed"},
    CrossingMeaning{Crossing::closed,
                    "not opened: the function reaches such data, but one of the two is not listed"},
};
inline constexpr std::string_view crossing_title = "What the agreement opens";

}  // namespace ntk::web
