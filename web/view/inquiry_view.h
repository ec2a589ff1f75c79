// What would change a decision, as both pages show it: the question, how far the search is, and what was found.
//
// Made of an inquiry of the desk (web/app/inquiry.h) and of the session as it is now. While the search goes on
// there is the summary alone. The words of its controls stand here too, since both pages have the same ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

inline constexpr std::string_view ask_what_would_change = "What would change it?";
inline constexpr std::string_view inquiry_cancel = "Cancel the search";
inline constexpr std::string_view inquiry_again = "Search again";
inline constexpr std::string_view set_applied = "Applied";
inline constexpr std::string_view set_take_back = "Take back";

// What is said of what was done, for who doesn't see it.
inline constexpr std::string_view search_begun = "Searching for what would change it.";
inline constexpr std::string_view set_not_applied = "this set cannot be applied now";
inline constexpr std::string_view set_not_applied_help = "search again, if something was changed since";
inline constexpr std::string_view set_not_taken_back = "there is nothing to take back here";
inline constexpr std::string_view set_not_taken_back_help = "undo what was done since, or undo step by step";
inline constexpr std::string_view set_taken_back = "Taken back: all is as it was before the set was applied.";
/// "2 edits applied. Run the request again ..."
std::string set_applied_in_words(const Inquiry& inquiry, std::size_t set);

/// One set of edits in words.
struct InquirySet {
  struct Effect {
    enum class Kind : std::uint8_t { better, worse, goal_met, goal_lost };  ///< permits or shows; or not
    Kind kind = Kind::better;
    std::string words;  ///< "Request 3, Ortega looks the vessel up: denied, by DA-7"
  };
  std::string heading;  ///< "Set 1: changes no other decision"
  std::vector<std::string> edits;
  std::string granted;  ///< what a set to a permit grants; else empty
  std::vector<Effect> effects;
  std::string apply;  ///< the button: "Apply set 1"
  bool applied = false;
};

/// Who could make a failing check pass, or a passing one fail, where there is no set.
struct InquiryPower {
  std::string heading;  ///< "Who could change DA-7: DEA"
  std::string why;
  std::string source;  ///< "Source P6-7"
};

struct InquiryView {
  std::string title;     ///< the question
  std::string summary;   ///< how it stands and what was found; while it is searched how far it is
  std::string caution;   ///< that not all was tried, or that it is outdated; empty where neither is so
  std::string left_out;  ///< how many sets are not among these; empty: none
  bool searching = false;
  bool can_search_again = false;  ///< outdated or cancelled
  bool outdated = false;
  bool can_apply = false;      ///< any of the sets
  bool can_take_back = false;  ///< the one that is applied
  std::vector<InquirySet> sets;
  std::vector<InquiryPower> powers;
};

/// At most so many sets are shown, and of the effects of each.
inline constexpr std::size_t inquiry_sets_shown = 12;
inline constexpr std::size_t inquiry_effects_shown = 8;

InquiryView view_inquiry(const Inquiry& inquiry, const session::Session& session);

/// How a record that a search withheld can be asked about: by a button, or not, since the answer is there already.
struct AskForRecord {
  std::string_view button;   ///< "What would show it?"; empty where it cannot be asked
  std::string_view instead;  ///< "The answer is above."; empty unless it was asked
};
AskForRecord ask_for_record(const Desk& desk, const session::Run& run, policy::Ref<policy::Record> record);
/// Whether the inquiry at hand is about the request of the run.
bool is_asked_about(const Desk& desk, const session::Run& run);

/// "What would change it?"; "What would show “Harbour report”?"
std::string question_in_words(const analysis::Question& question, const session::Session& session);
/// "Searching: 412 sets tried, 90 sets of 3 changes to go; 2 found so far."
std::string progress_in_words(const analysis::SearchProgress& progress);
/// For who does not see it: that the search has ended, and with what.
std::string end_in_words(const Inquiry& inquiry);

}  // namespace ntk::web
