// One check of a decision, as a row of the ladder: its mark, code, the sentence about this case and
// the page of the source. Pressed, it opens to the rule itself and to what of it is a reading.
#pragma once

#include <optional>

#include "sim/session/session.h"

namespace ntk::web::panels {

/// `record`: the record that a check of the data gate was decided on, where it was one of several.
void draw_check(const session::Run& run, policy::CheckId id, policy::Verdict verdict,
                std::optional<policy::Ref<policy::Record>> record);

}  // namespace ntk::web::panels
