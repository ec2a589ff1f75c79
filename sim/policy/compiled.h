// The same decisions as decide (decide.h), for every record at once: a row of the access matrix.
//
// `decide` takes part of a microsecond, and a class exercise of 500 users and 5,000 records has two and a
// half million pairs. Few of them are different cases. The gates of account, agency and function read the
// user and the category of the record. What the checks of data read of a user (agency, kind of user, kind of
// investigation, whether the purpose is a duty) and of a record (category, owner, level, whether it is kept,
// on the platform, referred, whose profile or image it is) puts users and records into classes; how a user
// stands to a record beyond that is four bits: created it, is admitted by its designation, is named in it, is
// control officer of its profile's user. The first pair met of each case is put to `decide`, and the others
// take its answer. So no rule stands here, only which things of a world the rules read; the tests hold that
// against `decide` itself, pair by pair.
//
// Left out, since it concerns no one record that is there or says more than who asks for what: creating,
// disclosing and passing on, requests by an interface, and what a request gives to a record.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"

namespace ntk::policy {

/// The outcome for one user and one record, in a byte: permitted, or the first failing check. The later it
/// failed, the greater; permitted is greatest.
class PackedOutcome {
 public:
  PackedOutcome() = default;  ///< permitted
  explicit PackedOutcome(CheckId primary) : byte_(static_cast<std::uint8_t>(primary)) {}
  explicit PackedOutcome(std::optional<CheckId> primary)
      : PackedOutcome(primary ? PackedOutcome(*primary) : PackedOutcome()) {}

  bool permitted() const { return byte_ == permitted_byte; }
  /// The first failing check; none where permitted.
  std::optional<CheckId> primary() const {
    return permitted() ? std::nullopt : std::optional(static_cast<CheckId>(byte_));
  }

  std::strong_ordering operator<=>(const PackedOutcome&) const = default;

 private:
  static constexpr std::uint8_t permitted_byte = 255;
  static_assert(check_count < permitted_byte);
  std::uint8_t byte_ = permitted_byte;
};

/// A way to ask for a record that is there: an operation on that one record; or, where is_search(operation),
/// a search that finds it, which is denied, or withholds it or not.
struct Way {
  Function function = Function::subject_query;
  Operation operation = Operation::display;

  auto operator<=>(const Way&) const = default;
};

/// The ways to ask for the records of each category, at its position.
using Ways = std::vector<std::vector<Way>>;

/// The ways to read a record: to display it by any function that displays its category, in the order of
/// functions.def; where none does (external systems), to search by any that searches it.
const Ways& reading_ways();

/// What a user states beside who asks for what.
struct Stated {
  Ref<Purpose> purpose;
  std::string place;
};

/// The request of the user for the record in this way; a search is for the record's category, with no terms.
Request asking(const World& world, Ref<User> user, Way way, Ref<Record> record, const Stated& stated,
               Moment moment);

/// The one of several ways whose outcome is greatest: one that is permitted, else one that gets furthest; of
/// equals, the first.
struct BestWay {
  Way way;
  PackedOutcome outcome;
};

/// By `decide`, without tables; none where there are no ways. Of a search, what comes of this record.
std::optional<BestWay> best_way(const World& world, Ref<User> user, std::span<const Way> ways,
                                Ref<Record> record, const Stated& stated, Moment moment);

/// A world made ready for rows at one moment.
class Compiled {
 public:
  /// The world stays where it is, and as it is, as long as this is used.
  Compiled(const World& world, Moment moment, const Ways& ways = reading_ways());

  /// The outcome of best_way for the user and each record, at the record's position; permitted where there are
  /// no ways. `outcomes` is as long as the world's records.
  void row(Ref<User> user, const Stated& stated, std::span<PackedOutcome> outcomes);

  // Groups, for counting pairs without going through them. Users who ask for records of a category are of one group
  // where the checks of data read the same of them; records of one category, where they read the same of those. So
  // every pair of a user and a record of two groups comes out alike, but for those in which the user stands to the
  // record as nobody else of the group does: tied() has them.

  /// A group of users: those whose outcome the gates before the data settle, or a number, counted from 0.
  struct UserGroup {
    std::optional<PackedOutcome> settled;
    std::uint32_t number = 0;

    bool operator==(const UserGroup&) const = default;
    bool operator<(const UserGroup& other) const {
      return std::tie(settled, number) < std::tie(other.settled, other.number);
    }
  };
  /// The group of a user among those who ask for records of the category.
  UserGroup group_of(Ref<User> user, const Stated& stated, Category category);
  /// The group of users here who are as those of a group of the other: of the same scenario after an edit that does
  /// not concern them.
  UserGroup group_like(const Compiled& other, const UserGroup& group);
  /// The group of a record, counted through all categories.
  std::uint32_t group_of(Ref<Record> record) const { return records_[record.at].group; }
  std::uint32_t record_groups() const { return static_cast<std::uint32_t>(record_groups_.size()); }
  /// The users who can stand to the record as others of their group do not: its creator, the control officer of its
  /// profile's user, and those whom its designation names. Each once.
  std::vector<Ref<User>> tied(Ref<Record> record) const;
  /// Whether a user stands to a record as the rest of the group does, and not in a way of the user's own.
  bool is_typical(Ref<User> user, Ref<Record> record) const;
  /// The outcome for a user of the group and a record.
  PackedOutcome outcome(const UserGroup& group, Ref<User> user, const Stated& stated, Ref<Record> record);

  /// How many pairs were put to `decide`.
  std::size_t decided() const { return decided_; }

 private:
  /// What the checks of data read of a record, beyond who stands how to it.
  struct Kind {
    Category category;
    Ref<Agency> owner;
    std::optional<Level> level;           ///< where the category has levels
    bool kept, absent, referred;          ///< at the moment
    std::optional<Ref<User>> profile_of;  ///< of a profile, where it can be written
    std::optional<std::pair<Category, std::uint32_t>>
        parent;  ///< of an image: the kind of what it belongs to
    bool operator<(const Kind& other) const;
  };

  /// What is read of a record for a row.
  struct Packed {
    std::size_t category;
    std::uint32_t kind;                    ///< counted from 0 within the category
    std::uint32_t creator;                 ///< of what its access control stands on; nobody: no position
    std::uint32_t officer;                 ///< assigned to the profile's user
    std::uint32_t first_class, end_class;  ///< of the designation, in class_of_
    std::uint32_t group;
  };

  /// What the checks of data read of a user who asks for records of a category.
  struct Asker {
    Category category;
    Ref<Agency> agency;
    UserCategory kind;
    std::optional<InvestigationType> investigation;  ///< where it is valid
    bool duty;                                       ///< the purpose is one
    std::vector<Way> ways;                           ///< those that pass the gates before the data
    bool operator<(const Asker& other) const;
  };

  struct Answers {
    std::uint32_t group;
    std::vector<std::optional<PackedOutcome>> known;  ///< by kind of record and standing; none: not yet asked
  };
  using Askers = std::map<Asker, Answers>;

  /// How a category is answered for the user of a row.
  struct Entry {
    PackedOutcome settled;  ///< by the gates before the data, where there are no answers
    Answers* answers = nullptr;
    std::span<const Way> ways;
  };

  std::uint32_t kind_of(Ref<Record> record);
  std::uint32_t position_of(const DesignationClass& designated);
  Packed pack(Ref<Record> record);
  Entry entry(Ref<User> user, const Stated& stated, std::size_t category);
  Askers::value_type& asker_like(Asker asker);
  unsigned relation(Ref<User> user, const Packed& record) const;
  PackedOutcome answer(Answers& answers, std::span<const Way> ways, unsigned relation, Ref<User> user,
                       const Stated& stated, Ref<Record> record);
  void stand_to_classes(Ref<User> user);

  const World* world_;
  Moment moment_;
  Ways ways_;
  std::vector<Packed> records_;
  std::vector<std::optional<Ref<Record>>> example_;   ///< of each category: its first record
  std::vector<std::map<Kind, std::uint32_t>> kinds_;  ///< of each category
  std::vector<Designation> classes_;                  ///< each once, as a designation of its own
  std::map<std::pair<std::vector<Ref<Agency>>, std::vector<Ref<User>>>, std::vector<std::uint32_t>>
      classes_naming_;                   ///< positions in classes_, which differ in the categories of users
  std::vector<std::uint32_t> class_of_;  ///< positions in classes_, record by record
  std::vector<std::uint8_t> standing_;   ///< of the user of a row to each class
  std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, std::uint32_t>
      record_groups_;  ///< by category and kind, and by the classes that name no individuals
  Askers answers_;
  std::vector<Askers::value_type*> groups_;  ///< of users
  std::size_t decided_ = 0;
};

}  // namespace ntk::policy
