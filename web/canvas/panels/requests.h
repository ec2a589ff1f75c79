// Requests: the script's and the student's own. Each is predicted where the lesson asks for it, run, and shown with
// how it ended. What is said is the view's (web/view/requests_view.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/ask_form.h"
#include "web/canvas/ui/long_list.h"
#include "web/view/requests_view.h"

namespace ntk::web::panels {

class Requests {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);
  /// Brings a request into sight.
  void show(std::uint32_t request) { scrolls_to_ = request; }

 private:
  /// A prediction before it is committed.
  struct Draft {
    std::optional<bool> permitted;
    std::optional<policy::CheckId> reason;
    std::optional<session::Certainty> certainty;
    bool unfolded = false;  ///< the form is wanted, where it is folded at first
  };

  void draw_heading(const RequestsView& view, Actions& actions);
  void draw_clock(const ClockView& clock, Actions& actions);
  void draw_ways_on(const ClockView& clock, Actions& actions);
  void draw_list(const Desk& desk, Actions& actions);
  void draw_prediction(const RequestView& view, Draft& draft, Actions& actions) const;
  void draw_form(const RequestView& view, Draft& draft, Actions& actions) const;
  void draw_below(const session::Session& session, const RequestsView& view, Actions& actions);

  std::uint64_t seen_ = 0;  ///< Desk::sessions_begun() of the drafts
  std::vector<Draft> drafts_;
  ui::LongList list_;
  AskForm ask_;
  bool asking_ = false;
  std::optional<std::uint32_t> scrolls_to_;
  std::string moment_;  ///< to advance the clock to
};

}  // namespace ntk::web::panels
