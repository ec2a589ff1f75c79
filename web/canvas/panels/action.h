// What panels ask for. A panel draws from a const Desk and changes nothing; what the user did in it
// comes back as actions, which the application carries out after the frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/analysis/edit_search.h"
#include "sim/session/command.h"
#include "web/app/findings.h"
#include "web/app/matrix_view.h"
#include "web/canvas/layout.h"
#include "web/canvas/ui/palette.h"

namespace ntk::web::panels {

struct SelectRun {
  std::size_t run = 0;  ///< position in Session::runs()
};
struct Undo {};
struct Redo {};
struct DismissDiagnostics {};
struct DismissNotice {};
struct ShowDiagnostics {};
struct ChooseLesson {
  std::string id;
};
struct OpenFile {};
/// Has a file of persons put to a request that vets.
struct VetFile {
  std::string request;  ///< id
};
struct ShowTextPage {};
/// Has a file made for the user to keep.
struct Export {
  const char* what = "events";  ///< a word of web/view/exports.h
};
/// No theme: that of the system.
struct ChooseTheme {
  std::optional<ui::Theme> theme;
};
struct ChooseTextScale {
  float scale = 1;
};
struct ShowPanel {
  Panel panel = Panel::brief;
};
struct OpenTrail {
  bool open = true;
};
/// What stands below the header: the desk, or what takes its place.
enum class View : std::uint8_t { desk, catalogue, calendar, work, matrix, compare, excess, check, lab };
struct OpenView {
  View view = View::desk;
};
/// Something with the access matrix, which is no command of the session.
struct ChangeMatrix {
  std::function<void(MatrixView&)> change;
};
/// What can be seen to have changed, for who doesn't see it.
struct Tell {
  std::string words;
};
/// What the assignment is compared with.
struct ChooseBaseline {
  Baseline baseline;
};
/// Works out what takes a while in a large lesson, or leaves off.
struct WorkOut {
  FindingsKind kind = FindingsKind::compare;
  bool cancels = false;
};
/// Undoes or redoes until so many steps are applied.
struct GoTo {
  std::size_t position = 0;
};
/// Something with what is kept in the browser, which is the page's to do.
struct AskPage {
  const char* what = "new";  ///< page_calls.h
  std::string attempt;       ///< its id
  std::string text;
};
/// Something with what would change a decision (web/app/inquiry.h).
struct Inquire {
  enum class What : std::uint8_t { begin, cancel, apply, take_back };
  What what = What::begin;
  analysis::Question question{};  ///< where it begins
  std::size_t set = 0;            ///< which is applied
};

/// Does something of the page’s own, over the canvas: "palette", "shortcuts", "tour", "print".
struct PageAct {
  const char* what = "palette";
};
/// Puts a text where it can be pasted from, and says so.
struct CopyText {
  std::string text;
  std::string said;  ///< "Copied: 12 rows, as text."
};
/// Large type, one panel at a time.
struct ChooseProjector {
  bool on = true;
};

using Action =
    std::variant<session::Command, SelectRun, Undo, Redo, DismissDiagnostics, DismissNotice, ShowDiagnostics,
                 ChooseLesson, OpenFile, VetFile, ShowTextPage, Export, ChooseTheme, ChooseTextScale,
                 ShowPanel, OpenTrail, OpenView, GoTo, AskPage, Inquire, ChangeMatrix, Tell, ChooseBaseline,
                 WorkOut, PageAct, CopyText, ChooseProjector>;
using Actions = std::vector<Action>;

}  // namespace ntk::web::panels
