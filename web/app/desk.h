// The desk: the session being worked on, and what surrounds it on the page.
//
// The panels on the canvas and the text page look at one desk and act on it by the same commands;
// neither knows of the other. The desk knows nothing of Dear ImGui or of the DOM, so it is also all
// that the page needs where there is no WebGL2.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"
#include "sim/session/session.h"
#include "sim/session/submission.h"
#include "web/app/findings.h"
#include "web/app/inquiry.h"
#include "web/app/matrix_view.h"

namespace ntk::web {

/// What was last said to the user: a refusal, a file that was not loaded, an export that was made.
struct Toast {
  enum class Kind : std::uint8_t { done, refused };
  Kind kind = Kind::done;
  std::string message;
  std::string help;
  std::uint64_t number = 0;  ///< counts toasts, so that a view can tell a new one
};

/// A lesson that the page can fetch, as its list names it.
struct Lesson {
  std::string id;
  std::string title;
  std::string summary;  ///< a sentence; may be empty
};

/// An attempt that the page keeps in the browser: at the lesson at hand or at another.
struct Attempt {
  enum class State : std::uint8_t {
    kept,
    at_hand,
    deleted,  ///< and can be brought back until the page is left
  };
  std::string id;         ///< the page's
  std::string name;       ///< as the student calls it
  std::string lesson_id;  ///< of a lesson of the page; empty: a file of the student's own
  std::string lesson;     ///< its title
  std::size_t steps = 0;  ///< applied and undone
  std::string changed;    ///< when it was last changed, in words: the browser knows the time zone
  State state = State::kept;
};

/// Whether what is done goes into the browser's store.
enum class Keeping : std::uint8_t {
  works,
  refused,  ///< the browser keeps nothing for this page
  full,     ///< it has no room left
};

/// Where a scenario comes from: what is the student's own goes along with an attempt at it.
enum class Origin : std::uint8_t { shipped, own };

class Desk {
 public:
  /// The lessons on offer. They come from the page, which also fetches the one that is chosen.
  const std::vector<Lesson>& lessons() const { return lessons_; }
  void set_lessons(std::vector<Lesson> lessons);

  /// Reads a scenario. If it is faulty the session at hand stays and the diagnostics are kept to be
  /// shown; if it is sound it becomes a new session. Of the student's own file warnings and notes are kept too.
  bool load(std::string_view file_name, std::string_view text, Origin origin = Origin::shipped);

  /// Null until a scenario has been loaded.
  const session::Session* session() const { return session_.get(); }
  /// The scenario of the session; empty before there is one.
  const session::ScenarioReference& reference() const { return reference_; }
  /// Whether the lesson is a file of the student's own, and none that ships.
  bool has_own_lesson() const { return session_ != nullptr && !reference_.text.empty(); }
  /// How many sessions there have been: what a view remembers of one does not fit the next.
  std::uint64_t sessions_begun() const { return sessions_begun_; }
  /// Of the last file that was not loaded, or warnings of the one that was; until dismissed.
  const std::vector<scenario::Diagnostic>& diagnostics() const { return diagnostics_; }
  /// The file that the diagnostics are about.
  const std::string& diagnosed_file() const { return diagnosed_file_; }
  void dismiss_diagnostics();

  /// Applies a command; a refusal becomes the toast. Says whether it was applied.
  bool apply(const session::Command& command);
  bool apply(std::string_view command_text);
  void undo();
  void redo();
  const session::Command* next_undo() const;  ///< null where nothing can be undone
  const session::Command* next_redo() const;

  /// The steps of the session (session.h); empty without one.
  std::span<const session::Command> steps() const;
  std::size_t position() const { return session_ ? session_->position() : 0; }
  void go_to(std::size_t position);
  /// The journal of the session, and what to make of one that was kept. Ends at the first refusal, which is in the
  /// result and no toast; what came before it stays applied. For a session in which nothing was done yet.
  std::span<const std::string> journal() const;
  session::ReplayResult restore(std::span<const std::string> journal);
  /// First predictions of earlier attempts at the same file, a line each as a journal has them. What can't be read is
  /// left out.
  void recall(std::span<const std::string_view> lines);
  /// To be told when a view opens that tells outcomes beforehand.
  void look();

  /// The first line of the journal that was added or replaced since `keep`; their number where none was.
  std::size_t unkept_from() const { return unkept_from_; }
  /// Whether anything was done, undone or redone since.
  bool has_unkept() const { return has_unkept_; }
  /// The page has put all steps, and the position, where they outlast it.
  void keep();

  /// The attempt at hand, to be written down. Without a session an empty one.
  session::Submission submission() const;
  /// What is kept in the browser, the latest first, and whether that works. Both come from the page.
  const std::vector<Attempt>& attempts() const { return attempts_; }
  Keeping keeping() const { return keeping_; }
  void set_attempts(std::vector<Attempt> attempts, Keeping keeping);

  /// Reads a submission; if it is faulty the diagnostics are kept to be shown.
  std::optional<session::Submission> read_submission(std::string_view file_name, std::string_view text);

  /// The run that Why explains: position in Session::runs(); none before anything was run. Running
  /// a request selects its run; after `run all`, the first that was denied.
  std::optional<std::size_t> selected_run() const { return selected_run_; }
  void select_run(std::optional<std::size_t> run);

  /// What would change a decision: the inquiry that was begun last; null before one was, or where the request
  /// that it asks about is no more.
  const Inquiry* inquiry() const;
  /// Begins one, in place of the one there was. False where it names a record and the request finds none, and
  /// where the session conceals what is assigned.
  bool inquire(analysis::Question question);
  /// Goes on with the search for about so long; says whether there is more to do. A search that has become
  /// outdated is given up.
  bool go_on_inquiring(double milliseconds);
  void cancel_inquiry();
  /// Applies all commands of a set that was found; does nothing and says so where that cannot be.
  bool apply_set(std::size_t set);
  /// Undoes them, with the runs since.
  bool take_back_set();

  /// The access matrix, a comparison with another assignment, and what is granted in excess. They follow the
  /// session while a page shows them; to change what they are of changes nothing in the session.
  MatrixView& matrix() { return matrix_; }
  const MatrixView& matrix() const { return matrix_; }
  FindingsView& findings(FindingsKind kind) {
    return kind == FindingsKind::compare ? comparison_ : kind == FindingsKind::excess ? excess_ : check_;
  }
  const FindingsView& findings(FindingsKind kind) const {
    return kind == FindingsKind::compare ? comparison_ : kind == FindingsKind::excess ? excess_ : check_;
  }
  /// One of these was changed by one page, for the other to see.
  void touch() { ++revision_; }

  const Toast& toast() const { return toast_; }
  void say(Toast::Kind kind, std::string message, std::string help = {});

  /// Changes whenever anything above does.
  std::uint64_t revision() const { return revision_; }

 private:
  /// After commands: selects what there is to explain now. `runs_before` counts the runs before.
  void follow_runs(std::size_t runs_before);
  /// Something was put into the journal after so many lines.
  void note_unkept(std::size_t lines_before);

  std::vector<Lesson> lessons_;
  std::unique_ptr<session::Session> session_;
  std::uint64_t sessions_begun_ = 0;
  session::ScenarioReference reference_;
  std::size_t unkept_from_ = 0;
  bool has_unkept_ = false;
  std::vector<Attempt> attempts_;
  Keeping keeping_ = Keeping::works;
  std::vector<scenario::Diagnostic> diagnostics_;
  std::string diagnosed_file_;
  std::optional<std::size_t> selected_run_;
  std::uint32_t read_request_ = 0;  ///< of the selected run
  std::optional<Inquiry> inquiry_;
  MatrixView matrix_;
  FindingsView comparison_{FindingsKind::compare}, excess_{FindingsKind::excess};
  FindingsView check_{FindingsKind::check, &reference_};
  Toast toast_;
  std::uint64_t revision_ = 0;
};

}  // namespace ntk::web
