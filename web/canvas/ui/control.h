// Controls: buttons, choices and fields in the look of the page.
//
// Each returns true in the frame in which the user did something with it, and changes nothing by
// itself: what is chosen is the caller's to know. A label is unique within its window and names the
// control for tests and for the keyboard; `Shown###Name` shows one text and goes by another.
#pragma once

#include <string>
#include <string_view>

#include "web/canvas/ui/mark.h"

namespace ntk::web::ui {

/// A label from a literal or from a string that outlives the call.
struct Label {
  const char* text;
  Label(const char* words) : text(words) {}
  Label(const std::string& words) : text(words.c_str()) {}
};

/// What a control that draws itself knows of the pointer and the keyboard.
struct Hit {
  bool visible = false;
  bool enabled = true;
  bool pressed = false;
  bool hovered = false;
  bool held = false;
  ImVec2 min, max;
};
/// Whether a control stands for something that is on or off, and which.
enum class Ticked { neither, off, on };

/// An area in the flow of the window that can be pressed, with a focus ring. Draws nothing else.
Hit hit(Label label, ImVec2 size, Ticked ticked = Ticked::neither);
/// The part of a label that is shown.
std::string_view shown(Label label);

enum class ButtonKind { primary, secondary, quiet };
/// `width` 0: as wide as its words.
bool button(Label label, ButtonKind kind = ButtonKind::secondary, float width = 0);
float button_width(std::string_view words);
/// A square button with a mark for words; it names itself in a tooltip.
bool mark_button(Label label, Mark mark);

/// A box to tick, and one of several to choose from. The label is wrapped at `width`.
bool check(Label label, bool on, float width = 0);
bool radio(Label label, bool on, float width = 0);

/// One of a row of joined buttons, of which one is chosen.
bool segment(Label label, bool on, bool first, bool last);
/// One of a row of headings, of which one is chosen. `count` follows the words where it is not 0.
bool tab(Label label, bool on, int count = 0);
float tab_width(std::string_view words, int count);
/// A heading that opens and closes what is under it.
bool disclosure(Label label, bool open);

/// A list that drops down: begin_choice, an `option` for each, end_choice where it began.
bool begin_choice(Label label, std::string_view shown, float width);
bool option(Label label, bool chosen);
void end_choice();

/// A line of text to edit. True when it has been entered: by Enter, or by leaving it changed.
bool field(Label label, std::string& text, const char* hint, float width);

/// A row of a list that can be chosen; what is drawn next lies on it. A width at its right end can be
/// kept free for a button.
bool row(Label label, float height, bool chosen, float kept_free = 0);

/// How far something is, in per cent, and the same in words; stands on a line with buttons.
void progress_bar(int percent, std::string_view words);

/// A word with its mark on a soft ground.
void badge(Mark mark, std::string_view words, Role role, Role ground);
float badge_width(std::string_view words);

/// What is said while the pointer rests on the item drawn last.
void tooltip(std::string_view words);

/// Moves the cursor so that what is `width` wide ends at the window's right edge, on this line.
void align_right(float width);

}  // namespace ntk::web::ui
