// The names of things on the page, and what the header shows.
//
// `screens()` is the one table of what a lesson has to be looked at: a section of the text page, a panel of the canvas,
// or what takes the panels' place. Headings, tabs, the list of sections, the choice of views and the palette take the
// title from here, so that each screen has one name. What a screen shows is in the view of that screen.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

enum class Screen : std::uint8_t {
  desk,  ///< the canvas's panels together; the text page has no section for it
  brief,
  goals,
  assign,
  requests,
  ask,
  why,
  trail,
  matrix,
  compare,
  excess,
  check,
  lab,
  calendar,
  work,
  catalogue,
};

/// What has to be there for a screen to have content.
enum class Needs : std::uint8_t {
  nothing,
  a_lesson,
  what_is_assigned,  ///< a lesson that does not conceal it
  an_own_lesson,     ///< a file of the student's own: of others the screen isn't offered at all
  a_lab,             ///< a lesson that opens the conflict lab: in others the screen isn't offered at all
};

struct ScreenRow {
  Screen screen;
  std::string_view word;   ///< "trail": the id of its section on the text page, a place of the palette
  std::string_view title;  ///< "Audit trail"
  std::string_view about;  ///< what it shows, in a few words without a final stop
  Needs needs;
};
/// In the order of reading.
std::span<const ScreenRow> screens();
const ScreenRow& row(Screen screen);
std::string_view title(Screen screen);

/// Whether it stands in lists of screens.
bool is_offered(const ScreenRow& row, const Desk& desk);
/// Whether there is anything to show in it.
bool is_available(const ScreenRow& row, const Desk& desk);

/// What a control of the header, of Help or of the palette is called, wherever it stands.
namespace named {
inline constexpr std::string_view page = "Need to Know";
inline constexpr std::string_view run_all = "Run all";
inline constexpr std::string_view undo = "Undo";
inline constexpr std::string_view redo = "Redo";
inline constexpr std::string_view start_again = "Start again";
inline constexpr std::string_view show_a_hint = "Show a hint";
inline constexpr std::string_view open_a_file = "Open a file";
inline constexpr std::string_view theme = "Theme";
inline constexpr std::string_view text_size = "Text size";
inline constexpr std::string_view larger_text = "Larger text";
inline constexpr std::string_view smaller_text = "Smaller text";
inline constexpr std::string_view projector = "Projector mode";
inline constexpr std::string_view search_commands = "Search commands …";
inline constexpr std::string_view shortcuts = "Keyboard shortcuts";
inline constexpr std::string_view tour = "Tour";
inline constexpr std::string_view print = "Print";
inline constexpr std::string_view text_page = "Text page";
}  // namespace named

inline constexpr std::string_view start_again_about = "Back to the lesson as it began. You can undo this.";
inline constexpr std::string_view open_a_file_about =
    "A scenario of your own, or work that you saved. You can also drop the file anywhere on the page.";
inline constexpr std::string_view text_page_about =
    "The same session as an ordinary document, for screen readers and keyboards";

struct ThemeRow {
  std::string_view word;   ///< "dark": how the choice is kept; empty: that of the system
  std::string_view title;  ///< "Dark"
};
/// That of the system first.
std::span<const ThemeRow> theme_rows();

/// A section of the text page, and how far the student is in it.
struct SectionRow {
  Screen screen = Screen::brief;
  std::string count;  ///< "2 of 9 run"; empty where nothing is counted
};

/// Undo, or redo.
struct StepButton {
  std::string_view label;
  std::string step;   ///< as in the history: "Run all requests"; empty where there is nothing to undo
  std::string words;  ///< "Undo: Run all requests"; the label alone where there is nothing
};

StepButton undo_button(const Desk& desk);
StepButton redo_button(const Desk& desk);

struct HeaderView {
  std::string title;  ///< the lesson's; without a lesson what the page is about
  std::string about;  ///< a sentence or two below it; empty while a lesson is open
  StepButton undo, redo;
  bool can_start_again = false;
  std::vector<SectionRow> sections;  ///< none without a lesson
};
HeaderView view_header(const Desk& desk);

}  // namespace ntk::web
