// Assign: the records, users, agreements and owners' memos of the lesson. What the student may
// assign comes first and can be changed; the rest is shown, plainly locked.
//
// Of a long list only what is in sight is made and drawn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/assign_field.h"
#include "web/canvas/ui/long_list.h"
#include "web/view/assign_view.h"

namespace ntk::web::panels {

class Assign {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);
  /// Brings a thing into sight and marks it, until another tab is chosen.
  void show(scenario::AssignableKind kind, std::uint32_t at);

 private:
  void refresh(const Desk& desk);
  /// The mark beside the thing that is shown, and the scrolling to it.
  void begin_thing(std::uint32_t at);
  void end_thing(std::uint32_t at) const;

  void draw_tabs();
  void draw_things(const session::Session& session, const AssignKind& kind, Actions& actions);
  void draw_open(const session::Session& session, const ThingView& thing, Actions& actions);

  AssignView view_;
  std::optional<std::uint64_t> fresh_at_;  ///< Desk::revision() of the view
  std::uint64_t seen_ = 0;                 ///< Desk::sessions_begun() that the rest is about
  std::array<ui::LongList, 5> lists_;      ///< of each kind

  scenario::AssignableKind kind_ = scenario::AssignableKind::record;
  std::optional<std::uint32_t> marked_;
  bool scrolls_to_marked_ = false;
  float marked_top_ = 0;
  AssignField field_;
};

}  // namespace ntk::web::panels
