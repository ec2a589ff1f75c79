// Assign: the records, users, agreements and owners' memos of the lesson. What the student may
// assign comes first and can be changed; the rest is shown, plainly locked.
#pragma once

#include <cstdint>

#include "web/desk.h"
#include "web/layout.h"
#include "web/panels/action.h"
#include "web/panels/assign_field.h"

namespace ntk::web::panels {

class Assign {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);

 private:
  void draw_tabs(const session::Session& session);
  void draw_open(const session::Session& session, std::uint32_t at, Actions& actions);

  std::uint64_t seen_ = 0;  ///< Desk::sessions_begun() that the rest is about
  scenario::AssignableKind kind_ = scenario::AssignableKind::record;
  AssignField field_;
};

}  // namespace ntk::web::panels
