// Tables as text to be copied: a line for each row, the cells parted by tabs, the titles of the columns
// first. It is what spreadsheets take, and both views hand out the same.
//
// What is in a cell stays in it: line ends within become "; ", tabs become blanks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/session/session.h"
#include "web/view/calendar_view.h"
#include "web/view/catalogue_view.h"
#include "web/view/trail_view.h"

namespace ntk::web {

/// A table to copy.
struct TableText {
  std::string text;
  std::size_t rows = 0;
};

/// All events that fit the query, in its order.
TableText trail_as_text(const session::Session& session, const TrailQuery& query);
/// The rows of a list that fit the search.
TableText catalogue_as_text(CatalogueList list, std::string_view search);
TableText calendar_as_text(const CalendarView& view, CalendarPart part);
/// The requests, how each ended, and why.
TableText requests_as_text(const session::Session& session);

/// "Copied: 12 rows, as text."
std::string copied_in_words(const TableText& table);

}  // namespace ntk::web
