// What would change it: for a denial, the minimal sets of edits within what the student may assign that turn
// it into a permit; for a permit, those that turn it into a denial.
//
//   WhyNot search(session, {request});
//   while (!search.done()) search.step(200);      // a page draws search.progress() in between
//   for (const EditSet& each : search.answer().sets) ...
//   apply_set(session, each);                     // one click; take_back(session, each) is another
//
// What counts is the day as a whole: all requests run once, from its beginning, with what the student has
// assigned, asked and set the clock to. So a decision can depend on earlier ones, and an edit that turns one
// decision can turn others. Each set is proven by just that: a session is given the commands and runs
// everything. Sets are in order of how few other decisions they change, then of how few edits they are; then
// as they were found, which is the same each time. A set to a permit says what it grants (least privilege), and whether
// another one grants less.
//
// edits.h says what is tried, edit_search.h how, and powers.h who could where the student cannot. Nothing is
// changed in the session that is asked about.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/edit_search.h"
#include "sim/analysis/powers.h"
#include "sim/session/privileges.h"
#include "sim/session/session.h"

namespace ntk::analysis {

using session::all_privileges;
using session::granted_by;
using session::grants;
using session::Privilege;

/// One assignment of a set.
struct Edit {
  session::AssignCommand command;
  std::string text;   ///< as a command: "assign record ring level 1"
  std::string words;  ///< "“Ring of four”, access level: Level 1 instead of Level 3"
};

/// Another decision that a set changes: its outcome, or what it returns.
struct Flip {
  std::uint32_t request = 0;
  bool search = false;                ///< or another request that finds records
  bool was = false, becomes = false;  ///< permitted
  std::optional<policy::CheckId>
      rule;  ///< the primary reason of the denial, before or after; none: no denial
  std::vector<policy::Ref<policy::Record>> shown;  ///< returned where it is permitted before and after: now
  std::vector<policy::Ref<policy::Record>> withheld;  ///< no longer returned
};

/// What a set of edits grants in the world as it is assigned, before the day.
struct Granted {
  std::uint64_t permits = 0;                                    ///< to read a record, that nobody had before
  std::array<std::size_t, all_privileges.size()> privileges{};  ///< more than before, of each kind
  std::size_t opened = 0;                                       ///< records whose level becomes lower

  bool operator==(const Granted& other) const = default;
};

/// A minimal set of edits, and all that it changes.
struct EditSet {
  std::vector<Edit> edits;  ///< in the order of the scenario's assignable fields
  std::size_t atoms = 0;    ///< how many values and elements change: an edit of a set can change several
  std::vector<Flip> flips;  ///< in the order of the day. The request in question is among them only where the
                            ///< question is about one record, and others of its hits change too
  std::vector<std::uint32_t> goals_met;   ///< positions of goals that become met
  std::vector<std::uint32_t> goals_lost;  ///< that no longer are
  Granted granted;

  /// Other requests whose outcome changes, and records that the rest return now, or no longer do.
  std::size_t others_changed() const;
};

struct Answer {
  Question question;
  bool was = false;  ///< permitted, or the record shown; the sets turn it round
  std::optional<policy::CheckId>
      primary;                ///< why it was not: of the request, else of the record; none: it was
  std::vector<EditSet> sets;  ///< best first
  bool exhaustive = true;     ///< whether no minimal set is missing
  std::size_t tried = 0;      ///< candidates
  Limits limits;
  std::vector<Power> who_could;  ///< where there is no set, once the search is done
};

/// How far a search is.
struct SearchProgress {
  std::size_t tried = 0;    ///< candidates
  std::size_t waiting = 0;  ///< candidates of the present size, still to be tried
  std::size_t atoms = 0;    ///< the present size
  std::size_t found = 0;    ///< sets
};

class WhyNot {
 public:
  /// `question.request` is one of the session's; with a record, it is one that finds records.
  WhyNot(const session::Session& session, Question question, Limits limits = {});
  WhyNot(WhyNot&&) noexcept;
  WhyNot& operator=(WhyNot&&) noexcept;
  ~WhyNot();

  bool done() const;
  /// Tries so many candidates more, or as many as there are. Proving a set that was found is part of its try.
  void step(std::size_t candidates);
  SearchProgress progress() const;
  /// What was found so far, ranked.
  const Answer& answer() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// The whole search at once.
Answer why_not(const session::Session& session, Question question, Limits limits = {});

/// Applies the commands of a set, or refuses and leaves the session as it was.
std::optional<session::Refusal> apply_set(session::Session& session, const EditSet& set);
/// Whether the last commands of the session are those of the set.
bool can_take_back(const session::Session& session, const EditSet& set);
/// Undoes them, where they are the last.
void take_back(session::Session& session, const EditSet& set);

/// "permitted; it was denied, by DA-7"; of a search "shows “Harbour report” too; no longer shows “Port log”";
/// of one record "returns “Port log” now".
std::string in_words(const Flip& flip, const policy::World& world);
/// How many sets there are, in a sentence: "2 sets of edits that you may make would permit it."
std::string in_words(const Answer& answer);
/// How it comes out without edits, in a sentence: "It is denied by DA-5."
std::string standing_in_words(const Answer& answer);
/// "Changes no other decision", "Changes 2 other decisions"
std::string side_effects_in_words(const EditSet& set);
/// What a set to a permit grants, and whether it is as little as it gets: "Grants 1 permit to read a record and 1
/// function. This is as little as it gets." Empty for a set to a denial.
std::string granted_in_words(const EditSet& set, const Answer& answer);
/// Whether no set of the answer, once all was tried, grants less: no more of anything, and less of something.
bool grants_least(const EditSet& set, const Answer& answer);
/// What was given up, in a sentence; empty where nothing was.
std::string limits_in_words(const Answer& answer);

}  // namespace ntk::analysis
