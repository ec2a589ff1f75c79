// The command palette's list: all that can be done, and everything that can be gone to, by name. Made once
// here; the dialog that shows it and finds in it is the page's (web/page/palette.js), over the canvas and the
// text page alike.
//
// In the order in which it is to be shown where nothing was typed. Screens and controls have the names of
// web/view/header_view.h.
//
// What choosing an entry does is an act (acts.def), to `subject`.
#pragma once

#include <string>
#include <vector>

#include "web/app/desk.h"
#include "web/view/acts.h"

namespace ntk::web {

struct PaletteEntry {
  std::string kind;  ///< a word for people: "User"
  std::string title;
  std::string note;  ///< what else it is found by; it is shown too
  Act act = Act::command;
  std::string subject;
};
std::vector<PaletteEntry> palette_list(const Desk& desk);

}  // namespace ntk::web
