// Why: how one run came out, gate by gate and check by check, in sentences about its people, records
// and dates; for a search also what the user saw beside what the trail recorded.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

class Why {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);

 private:
  void draw_heading(const Desk& desk, const session::Run& run, Actions& actions) const;

  std::size_t drawn_run_ = 0;
  bool to_the_answer_ = false;  ///< of what would change it, once there is one
};

}  // namespace ntk::web::panels
