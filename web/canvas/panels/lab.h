// The conflict lab: which decisions would change under another combining algorithm. It takes the
// place of the desk while it is open, and changes nothing.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/lab_view.h"

namespace ntk::web::panels {

class Lab {
 public:
  /// Asks for a session whose lesson has a lab. `narrow`: each row as a paragraph of its own.
  void draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions);
  /// It was opened: the next frame begins at the top.
  void open() { to_the_top_ = true; }

 private:
  void refresh(const Desk& desk);
  void draw_algorithm(const LabAlgorithm& algorithm, bool narrow);

  LabView view_;
  std::uint64_t fresh_at_ = 0;  ///< Desk::revision() of the view
  std::size_t chosen_ = 0;      ///< position in LabView::algorithms
  bool to_the_top_ = false;
};

}  // namespace ntk::web::panels
