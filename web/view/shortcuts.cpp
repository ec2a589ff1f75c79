#include "web/view/shortcuts.h"

#include "web/view/header_view.h"

namespace ntk::web {
namespace {

constexpr Shortcut everywhere[] = {
    {.keys = {"Mod+k"},
     .words = "Search commands, users, records, requests, agencies",
     .act = Act::palette,
     .while_typing = true},
    {.keys = {"?"}, .words = "This sheet", .act = Act::shortcuts, .can_be_switched_off = true},
    {.keys = {"Mod+z"}, .words = named::undo, .act = Act::undo, .on_text_page_only = true},
    {.keys = {"Mod+Shift+z", "Mod+y"}, .words = named::redo, .act = Act::redo, .on_text_page_only = true},
    {.keys = {"Escape"},
     .words = "Close what is open over the page; on the panels, go back to the desk",
     .act = {}},
};
constexpr Shortcut on_the_panels[] = {
    {.keys = {"1", "2", "3", "4", "5"}, .words = "Brief, Assign, Requests, Why, Audit trail", .act = {}},
    {.keys = {"←", "↑", "→", "↓"}, .words = "From control to control", .act = {}},
    {.keys = {"Space", "Enter"}, .words = "Press the control, or begin to type in the field", .act = {}},
    {.keys = {"Tab"}, .words = "Leave the panels; while typing, the next field", .act = {}},
};
constexpr Shortcut on_the_text_page[] = {
    {.keys = {"Tab", "Shift+Tab"}, .words = "The next control, the one before", .act = {}},
    {.keys = {"←", "→"}, .words = "On the forecast’s slider: the day before, the day after", .act = {}},
    {.keys = {"←", "↑", "→", "↓"},
     .words = "In the access matrix: from cell to cell; Home and End: to the ends of the row",
     .act = {}},
    {.keys = {"Mod+p"}, .words = "Print brief, decisions and audit trail (also from the panels)", .act = {}},
};
constexpr ShortcutGroup groups[] = {
    {"Everywhere", everywhere},
    {"On the panels", on_the_panels},
    {"On the text page", on_the_text_page},
};

}  // namespace

std::span<const ShortcutGroup> shortcut_groups() {
  return groups;
}

}  // namespace ntk::web
