// Why, as both pages show it: how one run ended, its path, what the user sees and what the trail records, and every
// check, gate by gate.
//
//   const WhyView view = view_why(session, desk.selected_run());
//
// A run is told in the world that it was decided in, so an old one stays as it was. Where the session conceals what
// is to be found out, the view has no path and only the checks that failed, each by its rule: neither what passed
// nor a sentence about the case, which would tell of the values. What would change the decision is the desk's
// (web/view/inquiry_view.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"
#include "web/view/outcome_words.h"
#include "web/view/path_view.h"

namespace ntk::web {

inline constexpr std::string_view why_run_again = "Run it again";
/// For the view that folds the rules under the sentences about the case.
inline constexpr std::string_view why_show_rules = "Show the rules";
inline constexpr std::string_view why_hide_rules = "Hide the rules";
inline constexpr std::string_view why_followed = "What followed";

/// One check of the decision, or of a record that a search found.
struct WhyCheck {
  policy::CheckId id{};
  policy::Verdict verdict = policy::Verdict::not_applicable;
  std::string_view code;           ///< "AC-3"
  std::string_view verdict_words;  ///< "Passes", "Fails", "Not applicable"
  std::string words;               ///< why, about these people and dates; concealed: the rule
  std::string_view rule;           ///< what is taught; empty where `words` says it already
  std::string source;              ///< "Source P6 note 15"
  std::string_view reading_title;  ///< "Simulator’s reading"; empty where all of the rule is the source's
  std::string reading;             ///< "Simulator’s reading: the period ends the day before its anniversary."
  std::string model;               ///< "Model: discretionary access control (DAC). The owner decides ..."
};

struct WhyGate {
  policy::Gate gate{};
  std::string heading;  ///< "1. The account"
  std::string tally;    ///< "2 failed, 3 passed"
  bool fails = false;   ///< any of its checks
  std::vector<WhyCheck> checks;
  std::string_view note;  ///< why the checks on records are not there; empty where they are
};

/// A record that a search found, with the checks on it.
struct WhyHit {
  policy::Ref<policy::Record> record;
  std::string id;
  bool withheld = false;
  std::string title;             ///< of the record
  std::string heading;           ///< "Harbour report: withheld, DA-5"
  std::vector<WhyCheck> checks;  ///< concealed: those that failed, so none of a record that is shown
};

/// A record on one of the two sides.
struct WhyRecord {
  struct Field {
    std::string label, value;
  };
  std::string title;
  std::string words;  ///< "Subject records"; "returned"; "withheld: DA-5"
  bool withheld = false;
  std::vector<Field> fields;  ///< what the user sees of it
};

/// What the user sees, or what the trail records.
struct WhySide {
  std::string heading;  ///< "What Ana Ortega sees"
  std::string event;    ///< "Event 4, 12 August 2016, 08:00: Denied"; empty of what the user sees
  std::string summary;  ///< "Access denied; no data is shown."; may be empty
  std::vector<WhyRecord> records;
  std::string_view note;  ///< that the user isn't told of what was withheld; empty where nothing was
};

/// What the student, as a reviewer of the trail, can mark the event as.
struct WhyMark {
  std::string_view label;
  bool marked = false;
  session::MarkCommand toggle;  ///< marks it, or takes the mark back
};

/// What is said where there is no run to explain.
struct WhyEmpty {
  std::string_view what, what_to_do;
};

struct WhyView {
  std::string heading;            ///< "Why: request 2"
  std::optional<WhyEmpty> empty;  ///< then all below is empty

  std::string title;    ///< of the request
  std::string request;  ///< its id
  std::string words;    ///< the request in a sentence
  policy::Moment moment;
  std::string where;  ///< and when: "Averton field office, 12 August 2016, 09:05"
  OutcomeWords outcome;
  std::string reason;         ///< why it ended so, with the code of the primary reason; and what came of it
  std::string failing;        ///< "All checks that fail: DA-5, DA-7. ..."; empty where fewer than two do
  std::string_view outdated;  ///< that something was changed since; empty where the run is current
  std::string prediction;     ///< what was predicted, and how that turned out; empty where nothing was
  bool can_ask = false;       ///< what would change it

  std::vector<PathStation> path;  ///< concealed: empty
  WhySide seen, recorded;
  std::vector<std::string> followed;  ///< forms, notices: a sentence each
  std::optional<WhyMark> mark;        ///< none where the lesson asks for no review
  std::string_view checks_heading;
  std::string_view concealed;  ///< why there are rules alone; empty where the session conceals nothing
  std::vector<WhyGate> gates;  ///< concealed: those where a check failed
  std::vector<WhyHit> hits;    ///< asked after the gates; concealed: those that were withheld
};

/// Of a run, as its position in Session::runs(); or of none.
WhyView view_why(const session::Session& session, std::optional<std::size_t> run);

}  // namespace ntk::web
