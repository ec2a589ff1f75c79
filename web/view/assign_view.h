// Assign, as both views show it: the kinds of things there are, which of them have something to assign, and what is said
// above and in place of them.
//
//   const AssignView view = view_assign(session);        once per revision of the session
//   view_thing(session, view.open, kind.kind, at)        for each thing in sight (thing_view.h)
//
// What can be assigned comes first. Things with nothing to assign are shown too, locked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/view/thing_view.h"

namespace ntk::web {

struct AssignKind {
  scenario::AssignableKind kind{};
  std::string_view word;              ///< "owner_memo"
  std::string_view title;             ///< "Owners’ memos"
  std::string_view short_title;       ///< where there is little room
  std::vector<std::uint32_t> things;  ///< positions in the world: first those with something to assign
  std::size_t open = 0;               ///< how many of them have something to assign
  std::string locked;  ///< "2 records are locked", above the others; empty where there are none
  std::string empty;   ///< what is said where there is no such thing; else empty
};

struct AssignView {
  std::string about;  ///< what is the student's to assign, or why nothing is
  OpenFields open;
  std::vector<AssignKind> kinds;
  bool crosses = false;  ///< whether an agreement has a table of functions and data (crossing_view.h)

  /// Of all kinds there are; of records where there is none.
  const AssignKind& kind(scenario::AssignableKind which) const;
};
AssignView view_assign(const session::Session& session);

/// A page of the locked things of a kind in which all words of a search stand.
struct LockedThings {
  std::vector<std::uint32_t> shown;
  std::size_t fit = 0;  ///< how many fit the search
  std::string count;    ///< "12 of 299 with nothing to assign, 1 to 10 shown"
};
LockedThings find_locked(const session::Session& session, const AssignKind& kind, std::size_t first,
                         std::size_t count, std::string_view words);
/// What the search is called: "Find users by name, agency or content".
std::string search_title(const AssignKind& kind);

}  // namespace ntk::web
