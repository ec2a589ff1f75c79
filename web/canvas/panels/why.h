// Why: how one run ended, its path, what the user sees beside what the trail records, and every check, gate by gate.
// What it says is web/view/why_view.h.
#pragma once

#include <cstdint>
#include <optional>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/why_view.h"

namespace ntk::web::panels {

class Why {
 public:
  void draw(const Desk& desk, const Rectangle& at, Actions& actions);

 private:
  /// What a view is made of: it stays the same while these do. A search can have found thousands of records.
  struct Source {
    std::uint64_t session = 0, revision = 0;
    std::optional<std::size_t> run;

    bool operator==(const Source&) const = default;
  };

  const WhyView& view_of(const Desk& desk);
  void draw_run(const Desk& desk, const WhyView& view, const session::Run& run, Actions& actions);

  std::optional<Source> source_;
  WhyView view_;
  std::size_t drawn_run_ = 0;
  bool to_the_answer_ = false;  ///< of what would change it, once there is one
};

}  // namespace ntk::web::panels
