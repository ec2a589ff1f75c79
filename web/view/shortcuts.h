// The keyboard shortcuts: one table, from which the sheet is written and the keys are served (web/page/shortcuts.js). What a
// view does by itself, as the canvas moves from control to control, stands in it without an act.
//
// A key is named as the browser names it, after "Mod+" and "Shift+". Mod is Ctrl, on a Mac Command.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "web/view/acts.h"

namespace ntk::web {

struct Shortcut {
  std::array<std::string_view, 5> keys;  ///< empty behind the last
  std::string_view words;                ///< what it does
  std::optional<Act> act;                ///< by which it is done from here
  bool while_typing = false;             ///< also while one types
  bool can_be_switched_off = false;      ///< a key alone, which someone may press by mistake
  bool on_text_page_only = false;        ///< the canvas has it already
};

struct ShortcutGroup {
  std::string_view title;
  std::span<const Shortcut> shortcuts;
};
std::span<const ShortcutGroup> shortcut_groups();

}  // namespace ntk::web
