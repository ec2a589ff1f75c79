// Findings: the comparison with another assignment, and least privilege, as tables. Of what can be taken back
// each row offers to do so.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

class FindingsPanel {
 public:
  explicit FindingsPanel(FindingsKind kind) : kind_(kind) {}

  /// Asks for a session, which Desk::findings() follows.
  void draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) const;

 private:
  void draw_baseline(const Desk& desk, float width, Actions& actions) const;

  FindingsKind kind_;
};

}  // namespace ntk::web::panels
