// What would change it: the sets of edits that would turn the decision of a run round, each to be applied and
// taken back by one click; while they are searched, how far that is.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

/// What came of it; nothing where it is about another request.
void draw_inquiry(const Desk& desk, const session::Run& run, Actions& actions);
/// The button that asks what would show a record that a search withheld; that the answer is there, once it was asked.
void draw_ask_for_record(const Desk& desk, const session::Run& run, policy::Ref<policy::Record> record,
                         Actions& actions);

}  // namespace ntk::web::panels
