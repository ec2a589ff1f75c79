// The widget map: what is on the canvas, by name, for browser tests.
//
// A canvas says nothing about what is drawn on it. While recording, every widget of the last frame is kept
// with its label, its place in the tree of windows and its rectangle, and JavaScript can ask for them: a test
// clicks "Requests/Run all" as a person would. Texts are kept too, in the order in which they are drawn and in
// full: also what is cut with an ellipsis or scrolled out of sight. The recording costs nothing while it is
// off, as it is for users.
//
//   ntk_record_widgets(1)   from JavaScript, then draw a frame
//   ntk_widgets()           the last frame as JSON: { "windows": [...], "widgets": [...], "texts": [...] }
//
// A widget's path is the names of its windows, from the outermost, then those of the scopes around it; so is a
// text's. Dear ImGui tells neither plain text nor the ID stack, hence `note`, `record_text` and `NamedScope`.
//
// What is not kept: the contents of text fields, and rows that a long list or a grid doesn't draw because they
// are out of sight.
#pragma once

#include <string_view>

#include <imgui.h>

namespace ntk::web::platform {

/// Gives the widgets drawn during its life a further name in their path, and an ID of their own: for the rows
/// of a table, whose widgets bear the same labels.
class NamedScope {
 public:
  explicit NamedScope(std::string_view name);
  ~NamedScope();
  NamedScope(const NamedScope&) = delete;
  NamedScope& operator=(const NamedScope&) = delete;

 private:
  bool recorded_;
};

/// Names the item drawn last, where it has no label of its own: a text, a badge, a custom-drawn mark.
void note(std::string_view label);
/// Whether names are wanted, and one for a part of an item: for a cell of a grid that is one item.
bool is_recording();
void note(std::string_view label, ImVec2 min, ImVec2 max);

/// Keeps a text that is drawn here in this frame, as a whole. The second takes the place of the item drawn last.
void record_text(std::string_view words, ImVec2 min, ImVec2 max);
void record_text(std::string_view words);

/// For the platform: a frame begins; it has ended.
void begin_widget_map();
void end_widget_map();

}  // namespace ntk::web::platform
