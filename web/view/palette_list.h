// The command palette's list: all that can be done, and everything that can be gone to, by name. Made once
// here; the dialog that shows it and finds in it is the page's (web/page/palette.js), over the canvas and the
// text page alike.
//
// In the order in which it is to be shown where nothing was typed. Screens and controls have the names of
// web/view/header_view.h.
//
// What choosing an entry does is `act`, to `subject`:
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
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

struct PaletteEntry {
  std::string kind;  ///< a word for people: "User"
  std::string title;
  std::string note;  ///< what else it is found by; it is shown too
  std::string act, subject;
};
std::vector<PaletteEntry> palette_list(const Desk& desk);

}  // namespace ntk::web
