// A date to type or to step by a day: "2016-08-12". What is typed stays until it is a date.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/date.h"

namespace ntk::web::panels {

class DateFields {
 public:
  /// The date that was entered in this frame, other than `current`. Of one label at a time.
  std::optional<policy::Date> edit(std::string_view label, policy::Date current);
  void clear() { drafts_.clear(); }

 private:
  struct Draft {
    ImGuiID id = 0;
    std::string text;
    bool faulty = false;  ///< entered, and no date
  };
  Draft& draft(ImGuiID id);

  std::vector<Draft> drafts_;
};

}  // namespace ntk::web::panels
