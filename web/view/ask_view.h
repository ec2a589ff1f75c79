// The form for a request of the student's own, as both views show it: made from nothing, or like one of the lesson's,
// asked by somebody else, or of another record.
//
// An AskView is made of a session when that has changed. It holds what can be chosen; what is chosen is each view's.
//
// Left out: what makes a new record, a change or a letter. It can be asked only like a request of the lesson.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

/// What the controls are called, and what is said beside them.
struct AskLabels {
  std::string_view title = "Ask your own";
  std::string_view about =
      "Ask what the lesson doesn’t ask. Your request is decided and recorded like any other.";
  std::string_view begin = "Begin from";
  std::string_view nothing = "Nothing: choose everything yourself";
  std::string_view likes = "A request of the lesson, with changes";  ///< above those
  std::string_view user = "Who asks";
  std::string_view purpose = "For what purpose";
  std::string_view function = "By which function";
  std::string_view operation = "What to do";
  std::string_view covered = "This function covers";           ///< above operations
  std::string_view uncovered = "This function doesn’t cover";  ///< above the others, which are denied
  std::string_view record = "Which record";
  std::string_view level = "At what level";
  std::string_view unchanged_level = "As in the lesson";
  std::string_view categories = "Data to search";
  std::string_view categories_about = "Choose none to search all that the function covers.";
  std::string_view terms = "Search terms";
  std::string_view terms_about =
      "Every term that you fill in must match the whole value. Capital letters don’t matter.";
  std::string_view terms_about_like = "Leave them empty to search for the same as the lesson.";
  std::string_view add_term = "Add a term";
  std::string_view remove_term = "Remove";
  std::string_view place = "Where";
  std::string_view place_example = "a port, an office";  ///< where the lesson names no places
  std::string_view moment = "When";
  std::string_view run = "Ask and run";
  std::string_view add = "Add without running";
};
inline constexpr AskLabels ask_labels;

/// Something to choose: the word or id that a command has, and its title.
struct AskChoice {
  std::string id;
  std::string title;
};
/// A field of records that a search can ask for.
struct AskTerm {
  std::string name;   ///< "last_name"
  std::string label;  ///< "Last name"
};
struct AskOperation {
  policy::Operation operation{};
  std::string_view word, title;
  bool searches = false;
  bool names_record = false;  ///< it concerns one record that is there
};
struct AskFunction {
  policy::Function function{};
  std::string_view word, title;
  std::vector<policy::Operation> covers;  ///< of the operations of the view, in their order
  policy::Operation first{};              ///< what is chosen when the function is
};
/// A request of the lesson, which one's own can be like.
struct AskLike {
  std::uint32_t request = 0;  ///< position in Session::requests()
  std::string id, title;
  std::string detail;                 ///< "The lesson’s request: Ana Ortega (FBI) asks to ..."
  std::string user, purpose, record;  ///< their ids; no record: it names none that can be changed
  std::string place;
  bool searches = false;
  bool gives_level = false;  ///< a level can be chosen
};

struct AskView {
  std::string id;              ///< that the request will have
  std::string_view waits_for;  ///< why nothing can be asked yet; empty where it can
  std::vector<AskChoice> users, purposes, records, levels;
  std::vector<AskFunction> functions;
  std::vector<AskOperation> operations;                    ///< that some function covers
  std::vector<policy::Word<policy::Category>> categories;  ///< of which the lesson has records
  std::vector<AskTerm> terms;
  std::vector<std::string> places;  ///< of the lesson; any other can be written too
  std::vector<AskLike> likes;
  policy::Function function{};  ///< that is chosen at first
  std::string moment_note;      ///< beside an empty moment
};
AskView view_ask(const session::Session& session);

const AskFunction& row(const AskView& view, policy::Function function);
bool covers(const AskFunction& function, policy::Operation operation);

/// A moment as it was written.
struct AskMoment {
  bool valid = true;                     ///< an empty text is
  std::optional<policy::Moment> moment;  ///< none: the lesson's clock, when it is run
  std::string note;                      ///< when it is asked, or how to write it
};
AskMoment read_moment(const session::Session& session, std::string_view text);

}  // namespace ntk::web
