// Brief and goals: what the lesson is about, what is to be reached, and how far it is done.
#pragma once

#include <cstdint>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/brief_view.h"
#include "web/view/goals_view.h"

namespace ntk::web::panels {

class Brief {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);

 private:
  void refresh(const Desk& desk);

  BriefView brief_;
  GoalsView goals_;
  std::uint64_t fresh_at_ = UINT64_MAX;  ///< revision of the desk that they were made of
  float goals_height_ = 0;               ///< as drawn in the frame before
  std::uint64_t seen_ = 0;               ///< the session, by its number
  std::size_t hints_seen_ = 0;           ///< revealed in the frame before: a new one is brought into sight
};

}  // namespace ntk::web::panels
