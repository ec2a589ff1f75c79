// The application on the canvas: owns the panels, lays them out, and carries out what they ask for.
//
// The desk is handed in, since the text page works at the same one. What is only the canvas's (the
// theme, the size of text, which panel a phone shows, where the borders stand) lives here, and what of it
// is worth keeping is kept in the browser.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/assign.h"
#include "web/canvas/panels/brief.h"
#include "web/canvas/panels/calendar.h"
#include "web/canvas/panels/catalogue.h"
#include "web/canvas/panels/findings.h"
#include "web/canvas/panels/lab.h"
#include "web/canvas/panels/matrix.h"
#include "web/canvas/panels/requests.h"
#include "web/canvas/panels/trail.h"
#include "web/canvas/panels/why.h"
#include "web/canvas/panels/work.h"
#include "web/canvas/platform/platform.h"
#include "web/view/announcement.h"
#include "web/view/diagnostics_view.h"

/// Not inlined into what draws home: that comes first, in a part of the program of its own (scripts/parts.mjs).
#define NTK_LATER [[gnu::noinline]]

namespace ntk::web {

class App {
 public:
  /// The desk must outlive the application. The platform must have been started.
  explicit App(Desk& desk);

  /// Draws one frame and carries out what was done in it.
  void draw();
  /// For the platform's callbacks of the same names.
  void restyle(float text_scale, const platform::Preferences& preferences);
  static bool takes_key(ImGuiKeyChord chord);
  /// The theme of that word, chosen elsewhere on the page; any other word: as the system has it.
  void use_theme(std::string_view word);
  /// Does what the page's palette, tour and settings ask of the canvas, by the words of palette_list.h:
  /// `place`, `thing`, `request`, `agency`, `size` (a factor too), `projector` (on, off, or the other); and
  /// `spotlight`, which frames the panel of a place, or none. Any other does nothing. (app_acts.cpp)
  void act(std::string_view word, std::string_view subject);

 private:
  void go_to_place(std::string_view place);
  void go_to_thing(std::string_view subject);
  void go_to_request(std::string_view id);
  void choose_size(std::string_view subject);
  bool wants_large_controls() const;
  void draw_spotlight() const;

  void restore_settings();
  void read_keys(panels::Actions& actions);
  void refresh_diagnostics();
  /// In place of the panels; what does not keep a file from being loaded only when it is asked for.
  bool shows_diagnostics() const;
  NTK_LATER void compute();
  NTK_LATER void work_out(FindingsKind kind);
  /// Goes on with the search for what would change a decision; tells its end. Returns whether there is more to do.
  NTK_LATER bool search();
  void draw_content(panels::Actions& actions);
  /// Nothing is open: the lessons on offer are shown.
  bool is_home() const;
  NTK_LATER void draw_view(const Rectangle& at, bool phone, panels::Actions& actions);
  NTK_LATER void draw_view_of_lesson(const Rectangle& at, bool phone, panels::Actions& actions);
  NTK_LATER void draw_panels(panels::Actions& actions);
  void draw_divider(const Divider& divider, int number);
  void draw_toasts(panels::Actions& actions);
  /// Carries out what was asked for; what is asked for while the page still arrives, once it has.
  void perform_all(panels::Actions& actions);
  NTK_LATER void perform(const panels::Action& action);
  /// Does something at the desk, and tells what came of it. `act` returns whether it was done; `said` gives the sentence.
  template <class Act, class Said>
  void do_and_tell(Act act, Said said);
  void take_step(const session::Command* next, StepWay way);

  void perform(const session::Command& command);
  void perform(const panels::SelectRun& select);
  void perform(const panels::Undo&);
  void perform(const panels::Redo&);
  void perform(const panels::DismissDiagnostics&);
  void perform(const panels::DismissNotice&);
  void perform(const panels::ShowDiagnostics&);
  void perform(const panels::ChooseLesson& choice);
  void perform(const panels::OpenFile&);
  void perform(const panels::VetFile& file);
  void perform(const panels::ShowTextPage&);
  void perform(const panels::Export& file);
  void perform(const panels::ChooseTheme& choice);
  void perform(const panels::ChooseTextScale& choice);
  void perform(const panels::ShowPanel& show);
  void perform(const panels::OpenTrail& trail);
  void perform(const panels::OpenView& open);
  void perform(const panels::GoTo& go);
  void perform(const panels::AskPage& ask);
  void perform(const panels::Inquire& ask);
  void perform(const panels::ChangeMatrix& change);
  void perform(const panels::Tell& tell);
  void perform(const panels::ChooseBaseline& choice);
  void perform(const panels::WorkOut& work);
  void perform(const panels::PageAct& act);
  void perform(const panels::CopyText& copy);
  void perform(const panels::ChooseProjector& choice);

  Desk& desk_;
  Layout layout_;
  Shares shares_;
  std::optional<ui::Theme> theme_;  ///< none: as the system has it
  Panel shown_ = Panel::brief;
  bool trail_open_ = true;
  bool projector_ = false;
  float scale_before_projector_ = 1;
  std::optional<Panel> spotlight_;  ///< of the tour
  bool shows_warnings_ = false;
  DiagnosticsView diagnostics_;
  std::uint64_t diagnostics_fresh_at_ = UINT64_MAX;  ///< Desk::revision() that they were made of
  float strip_ = 0;                                  ///< height below the panels that warnings take
  panels::View view_ = panels::View::desk;

  panels::Actions waiting_;  ///< what was asked for while the page still arrives

  std::uint64_t session_seen_ = 0;     ///< Desk::sessions_begun()
  std::uint64_t toast_seen_ = 0;       ///< Toast::number
  std::uint64_t notice_revision_ = 0;  ///< Desk::revision() when it came: it goes when that changes
  bool notice_dismissed_ = true;

  panels::Brief brief_;
  panels::Assign assign_;
  panels::Requests requests_;
  panels::Why why_;
  panels::Trail trail_;
  panels::Catalogue catalogue_;
  panels::Calendar calendar_;
  panels::Lab lab_;
  panels::Work work_;
  panels::AccessMatrix matrix_;
  panels::FindingsPanel comparison_{FindingsKind::compare}, excess_{FindingsKind::excess},
      check_{FindingsKind::check};
};

}  // namespace ntk::web
