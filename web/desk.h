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

namespace ntk::web {

/// What was last said to the user: a refusal, a file that was not loaded, an export that was made.
struct Notice {
  enum class Kind : std::uint8_t { done, refused };
  Kind kind = Kind::done;
  std::string message;
  std::string help;
  std::uint64_t number = 0;  ///< counts notices, so that a view can tell a new one
};

/// A lesson that the page can fetch, as its list names it.
struct Lesson {
  std::string id;
  std::string title;
  std::string summary;  ///< a sentence; may be empty
};

class Desk {
 public:
  /// The lessons on offer. They come from the page, which also fetches the one that is chosen.
  const std::vector<Lesson>& lessons() const { return lessons_; }
  void set_lessons(std::vector<Lesson> lessons);

  /// Reads a scenario. If it is faulty the session at hand stays and the diagnostics are kept to be
  /// shown; if it is sound it becomes a new session.
  bool load(std::string_view file_name, std::string_view text);

  /// Null until a scenario has been loaded.
  const session::Session* session() const { return session_.get(); }
  /// How many sessions there have been: what a view remembers of one does not fit the next.
  std::uint64_t sessions_begun() const { return sessions_begun_; }
  /// Of the last file that was not loaded, or warnings of the one that was; until dismissed.
  const std::vector<scenario::Diagnostic>& diagnostics() const { return diagnostics_; }
  /// The file that the diagnostics are about.
  const std::string& diagnosed_file() const { return diagnosed_file_; }
  void dismiss_diagnostics();

  /// Applies a command; a refusal becomes the notice. Says whether it was applied.
  bool apply(const session::Command& command);
  bool apply(std::string_view command_text);
  void undo();
  void redo();

  /// The run that Why explains: position in Session::runs(); none before anything was run. Running
  /// a request selects its run; after `run all`, the first that was denied.
  std::optional<std::size_t> selected_run() const { return selected_run_; }
  void select_run(std::optional<std::size_t> run);

  const Notice& notice() const { return notice_; }
  void say(Notice::Kind kind, std::string message, std::string help = {});

  /// Changes whenever anything above does.
  std::uint64_t revision() const { return revision_; }

 private:
  /// After commands: selects what there is to explain now. `runs_before` counts the runs before.
  void follow_runs(std::size_t runs_before);

  std::vector<Lesson> lessons_;
  std::unique_ptr<session::Session> session_;
  std::uint64_t sessions_begun_ = 0;
  std::vector<scenario::Diagnostic> diagnostics_;
  std::string diagnosed_file_;
  std::optional<std::size_t> selected_run_;
  Notice notice_;
  std::uint64_t revision_ = 0;
};

}  // namespace ntk::web
