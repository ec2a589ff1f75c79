// Your work: the attempts that are kept in the browser, the steps of the one at hand, and what takes it elsewhere.
//
// What is kept is the page's to know; it tells the desk (Desk::set_attempts), and the sentences on it are made here.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

/// What is said in the place of something that is not there.
struct EmptyWork {
  std::string_view what, what_to_do;
};

/// Why nothing is kept, and what to do about it: a clause each, as a refusal has them.
struct KeepingProblem {
  std::string_view message, help;
};
/// Empty where keeping works.
KeepingProblem keeping_problem(Keeping keeping);

/// One thing that can be done with an attempt.
struct AttemptAct {
  std::string_view word;   ///< "commands": what the page is asked to do (web/canvas/page_calls.h)
  std::string_view label;  ///< "Save commands"
  std::string_view about;  ///< may be empty
};

struct AttemptRow {
  std::string id, name;
  std::string heading;  ///< "Attempt 1 (open now)"
  std::string about;    ///< "Levels and designation · 12 steps · 22 November 2026, 11:20"
  Attempt::State state = Attempt::State::kept;
  std::span<const AttemptAct> acts;
};

inline constexpr std::string_view attempts_title = "Attempts";
inline constexpr std::string_view name_label = "Name of this attempt";
inline constexpr std::string_view rename_label = "Rename";
inline constexpr std::string_view new_attempt = "New attempt";
inline constexpr std::string_view new_attempt_about =
    "Starts the lesson again. The current attempt stays in the list.";
inline constexpr EmptyWork no_attempts = {"Nothing is kept yet.",
                                          "The first step in a lesson begins an attempt."};

/// The steps that are shown of a long history: those around the one at hand.
inline constexpr std::size_t most_steps = 200;

/// A step of the history, or the beginning of the lesson, which is step 0.
struct HistoryRow {
  std::size_t number = 0;
  std::string words;      ///< "3. Run all requests"
  std::string_view note;  ///< "undone", "you are here"; empty for any other
  bool is_applied = true;
  bool is_here = false;
};

inline constexpr std::string_view history_title = "History";
inline constexpr std::string_view history_about =
    "Choose a step to go back to the lesson as it was right after it. What you undid stays here until you do "
    "something else.";
inline constexpr EmptyWork no_steps = {"There are no steps yet.",
                                       "Assign, predict or run something in the lesson."};

struct HistoryView {
  std::string summary;  ///< "12 steps, 3 of them undone"; empty where there are none
  std::string before;   ///< "40 earlier steps are not shown."; empty where all are
  std::vector<HistoryRow> steps;
  std::string after;  ///< "40 later steps are not shown."
};
HistoryView view_history(const Desk& desk);

inline constexpr std::string_view hand_in_title = "Hand in or share";
inline constexpr std::string_view hand_in_about =
    "The submission holds the lesson, every step in order, your predictions and the hints you used. Anyone "
    "who "
    "has this program can replay it.";
inline constexpr std::string_view student_label = "Your name or number, as your course asks for it";
inline constexpr std::string_view remember_student = "Remember my name in this browser";
inline constexpr std::string_view save_submission = "Save submission";
inline constexpr std::string_view share_title = "Continue on another device";
inline constexpr std::string_view share_about =
    "The attempt opens on any device that has this page, from a file or from a link. The link needs no "
    "server: "
    "your work is in the address itself. Neither has your name in it.";
inline constexpr std::string_view save_attempt = "Save the attempt as a file";
inline constexpr std::string_view copy_link = "Copy link";
inline constexpr EmptyWork nothing_to_hand_in = {"No lesson is open.", "Choose a lesson first."};

struct WorkView {
  std::string keeping;  ///< a sentence or more: whether what is done is kept
  bool is_kept = true;
  std::vector<AttemptRow> attempts;  ///< the latest first, then those that were deleted
  bool can_begin = false;            ///< whether there is a lesson to begin a new attempt at
};
WorkView view_work(const Desk& desk);

/// "Levels and designation · 12 steps · 22 November 2026, 11:20"
std::string about_attempt(const Attempt& attempt);
/// "1 step", "12 steps"
std::string steps_in_words(std::size_t count);
/// What is said of a jump in the history: "Now after step 3 of 12. 1 of 5 goals met."
std::string said_of_jump(const Desk& desk, const std::vector<bool>& goals_before);

}  // namespace ntk::web
