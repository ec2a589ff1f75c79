// Your work: the attempts that are kept in the browser, the steps of the one at hand with a jump to each, and
// what takes it elsewhere: a link, a file, a submission. It takes the place of the desk while it is open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

class Work {
 public:
  void draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions);
  /// It was opened: the next frame begins at the top.
  void open();

 private:
  enum class Part : std::uint8_t { attempts, history, hand_in };

  void draw_tabs(const Desk& desk, bool narrow);
  void draw_attempts(const Desk& desk, bool narrow, Actions& actions);
  void draw_name(const Desk& desk, bool narrow, Actions& actions);
  void draw_history(const Desk& desk, Actions& actions);
  void draw_hand_in(const Desk& desk, bool narrow, Actions& actions);

  Part part_ = Part::attempts;
  bool to_the_top_ = false;
  std::string named_;    ///< the attempt that `name_` is of
  std::string name_;     ///< as it is being edited
  std::string student_;  ///< forgotten when the page is left
};

}  // namespace ntk::web::panels
