// Assign: the records, users, agreements and owners' memos of the lesson. What the student may
// assign comes first and can be changed; the rest is shown, plainly locked.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/assign_field.h"
#include "web/canvas/ui/long_list.h"

namespace ntk::web::panels {

class Assign {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);
  /// Brings a thing into sight and marks it, until another tab is chosen.
  void show(scenario::AssignableKind kind, std::uint32_t at);

 private:
  /// The mark beside the thing that is shown, and the scrolling to it.
  void begin_thing(std::uint32_t at);
  void end_thing(std::uint32_t at) const;

  void find_open(const session::Session& session);
  /// The things of a kind that have something to assign, in order.
  const std::vector<std::uint32_t>& open(scenario::AssignableKind kind) const {
    return open_[static_cast<std::size_t>(kind)];
  }
  bool is_open(std::uint32_t at) const;

  void draw_tabs(const session::Session& session);
  void draw_all_locked(const session::Session& session);
  void draw_open(const session::Session& session, std::uint32_t at, Actions& actions);

  std::uint64_t seen_ = 0;              ///< Desk::sessions_begun() that the rest is about
  std::vector<std::uint32_t> open_[5];  ///< of each kind

  ui::LongList locked_[5];  ///< of each kind

  scenario::AssignableKind kind_ = scenario::AssignableKind::record;
  std::optional<std::uint32_t> marked_;
  bool scrolls_to_marked_ = false;
  float marked_top_ = 0;
  AssignField field_;
};

}  // namespace ntk::web::panels
