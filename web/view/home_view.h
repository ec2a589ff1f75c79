// Home: the lessons on offer, what the student has done in each, and the way to a file of one's own.
//
// It stands in place of the panels before a lesson is open; on the text page it steps back behind the lesson at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

inline constexpr std::string_view home_title = "Who may see what, and why";
inline constexpr std::string_view home_about =
    "Assign access levels, investigations and agreements. Run the requests. Read why each was permitted or "
    "denied, and what the audit trail recorded.";
inline constexpr std::string_view choose_a_lesson = "Choose a lesson";
inline constexpr std::string_view choose_another = "Choose another lesson, or open a file";
inline constexpr std::string_view open_own_file =
    "Or open a file from this device: a scenario, or work that you saved.";
inline constexpr std::string_view open_own_file_note =
    "You can also drop the file anywhere on the page. It is read in this browser and sent nowhere.";

struct HomeLesson {
  std::string id, title;
  std::string summary;   ///< a sentence; may be empty
  std::string work;      ///< "Your work from 22 November 2026, 11:20: 12 steps."; empty where there is none
  std::string_view act;  ///< "Open", "Continue", "New attempt"
  bool is_open = false;  ///< it is the lesson at hand: choosing it begins a new attempt
};

struct HomeView {
  std::vector<HomeLesson> lessons;
  std::string_view empty;  ///< what is said where there are none
};
HomeView view_home(const Desk& desk);

}  // namespace ntk::web
