// A panel's frame: a window without decoration, its heading, and a body that scrolls.
#pragma once

#include "web/canvas/layout.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {

/// What the keyboard goes to next: set by the application, taken by the panel of that name.
void focus_panel(const char* name);

/// A window that fills a rectangle. Its name is what widgets in it are found by.
class Frame {
 public:
  Frame(const char* name, const Rectangle& at, ui::Role ground = ui::Role::paper, ImVec2 padding = {16, 8});
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

 private:
  ImVec2 at_;
};

/// The heading of a panel, as the first of a row of controls; further ones follow on the same line.
void panel_heading(std::string_view words);
/// A note on the line of the heading.
void heading_note(std::string_view words, ui::Role role = ui::Role::muted);
/// Ends the row with a hairline.
void end_heading();

/// The part of a panel below its heading, which scrolls by itself: by wheel, by touch, by Page Up, Page Down, Home and
/// End, and by the arrows where they find no further control to go to.
class Body {
 public:
  /// What has only text has the focus as a whole.
  enum class Holds { controls, text };
  explicit Body(const char* name = "body", float height = 0, Holds holds = Holds::controls);
  ~Body();
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;
};

/// A hairline along an edge of the panel itself.
void edge_line(const Rectangle& at);

/// What an empty panel says: what is missing, and what to do about it.
void empty_state(std::string_view what, std::string_view what_to_do);

}  // namespace ntk::web::panels
