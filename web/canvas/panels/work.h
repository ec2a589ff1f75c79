// Your work: the attempts that are kept in the browser, the steps of the one at hand with a jump to each, and
// what takes it elsewhere: a link, a file, a submission. It takes the place of the desk while it is open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/work_view.h"

namespace ntk::web::panels {

class Work {
 public:
  void draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions);
  /// It was opened: the next frame begins at the top. `student` is the name that the browser remembers; empty: none.
  void open(std::string student);

 private:
  enum class Part : std::uint8_t { attempts, history, hand_in };

  void refresh(const Desk& desk);
  void draw_tabs(std::size_t steps, bool narrow);
  void draw_attempts(bool narrow, Actions& actions);
  void draw_name(bool narrow, Actions& actions);
  void draw_history(Actions& actions) const;
  void draw_hand_in(bool narrow, Actions& actions);

  WorkView view_;
  HistoryView history_;
  std::uint64_t fresh_at_ = UINT64_MAX;  ///< revision of the desk that they were made of
  Part part_ = Part::attempts;
  bool to_the_top_ = false;
  std::string named_;    ///< the attempt that `name_` is of
  std::string name_;     ///< as it is being edited
  std::string student_;  ///< as it was typed or remembered
  bool remembers_student_ = false;
};

}  // namespace ntk::web::panels
