// The command palette's list: all that can be done, and everything that can be gone to, by name. Made once
// here; the dialog that shows it and finds in it is the page's (web/page/palette.js), over the canvas and the
// text page alike.
//
// As JSON, in the order in which it is to be shown where nothing was typed:
//
//   [{kind, title, note, act, subject}]
//
// `kind` is a word for people ("User"), `note` what else it is found by. What choosing does is `act`, to
// `subject`:
//
//   command COMMAND   undo   redo             done at the desk
//   lesson ID   file                          another lesson
//   place ID                                  a section of the text page, a panel or a view of the canvas
//   thing "KIND ID"                           something in the world: shown under Assign
//   request ID                                shown under Requests, and explained where it was run
//   agency ID                                 shown in the catalogue
//   export WHAT   copy WHAT   print           exported
//   theme WORD   size larger|smaller   projector   shortcuts   tour   view
#pragma once

#include <string>

#include "web/app/desk.h"

namespace ntk::web {

std::string palette_list(const Desk& desk);

}  // namespace ntk::web
