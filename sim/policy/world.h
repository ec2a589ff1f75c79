// The world that decisions are made in: agencies, users, agreements, owners' memos and records as
// they stand at one time, and the requests that users make of them.
//
// Plain data, with no behaviour. Things refer to each other by `Ref`, a position in the world's
// lists, so that a world can be copied whole and compared. Every Ref in a world is valid: the
// scenario reader sees to that before there is a world.
//
// Left out, as the rules leave them out: sharing agreements other than the memorandum of agreement, the
// access of local and tribal agencies through a component, and the numbers that users are known by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/policy/date.h"
#include "sim/policy/shared_list.h"
#include "sim/policy/vocabulary.h"

namespace ntk::policy {

/// A position in one of the world's lists.
template <class T>
struct Ref {
  std::uint32_t at = 0;
  auto operator<=>(const Ref&) const = default;
};

struct Record;

/// An agency of the user community (P3, P20, App. 4), or an organisation that hands in advance
/// information (U).
struct Agency {
  std::string id;
  std::string name;        ///< in full
  std::string short_name;  ///< as it stands in sentences; the name where none is given
  Standing standing = Standing::external;
  std::optional<Date> certified{};  ///< when it last certified its users' investigations (P6)

  bool operator==(const Agency&) const = default;
};

/// A duty of a user's profile, and what a request states as its purpose (P17, P25, P29).
struct Purpose {
  std::string id;
  std::string title;  ///< "border inspection": fits after "for"

  bool operator==(const Purpose&) const = default;
};

/// The background investigation of a user; a user has one, the latest (P6).
struct Investigation {
  InvestigationType type = InvestigationType::anaci;
  Date completed{};
  Adjudication adjudication = Adjudication::favorable;

  bool operator==(const Investigation&) const = default;
};

/// A temporary grant of one function (P31).
struct Transaction {
  Function function = Function::subject_query;
  Term term;

  bool operator==(const Transaction&) const = default;
};

/// A named set of functions, such as "CBP officer" (P30-31).
struct Role {
  std::string id;
  std::string title;
  FunctionSet functions;  ///< that its holders can be given
  CategorySet adds;       ///< of the records that its holders may enter by these functions

  bool operator==(const Role&) const = default;
};

using Roles = std::vector<Ref<Role>>;

/// Somebody with an account (P4, P14, P30-31).
struct User {
  std::string id;
  std::string name;
  Ref<Agency> agency;
  UserCategory category = UserCategory::general_user;
  AccountState account = AccountState::active;
  Nationality nationality = Nationality::us_national;
  bool exempted = false;  ///< by name: a Foreign Service national who supports a mission overseas
  std::optional<Investigation> investigation;
  std::optional<Date> training_passed;  ///< Security and Privacy Awareness course
  std::optional<Date> certified;        ///< the account, by its system control officer
  std::optional<Date> ncic_certified;
  Logon logon = Logon::notice_accepted;
  std::string duty_station;      ///< empty: none
  FunctionSet functions;         ///< of the profile
  FunctionSet may_assign;        ///< to the users assigned to this system control officer
  Roles roles;                   ///< none: no role limits the user's functions
  Roles may_assign_roles;        ///< to the same users
  std::optional<Ref<User>> sco;  ///< the system control officer whom the account is assigned to
  std::vector<Transaction> transactions;
  std::vector<Ref<Purpose>> duties;

  bool operator==(const User&) const = default;
};

/// A memorandum of agreement of an external agency with the host (P6-8, P25). Agreements of one
/// agency in force on the same day add up.
struct Agreement {
  std::string id;
  Ref<Agency> agency;
  std::optional<Term> term;      ///< none: not signed
  CategorySet categories;        ///< data it shares
  FunctionSet functions;         ///< functions it grants
  CategorySet anaci_categories;  ///< of the data without levels, what ANACI holders may reach too
  std::string title{};           ///< empty: it goes by its parties (papers.h)

  bool operator==(const Agreement&) const = default;
};

/// An owner agency's memorandum to the custodian of records (P6-7).
struct OwnerMemo {
  std::string id;
  Ref<Agency> owner;
  Ref<Agency> to;            ///< the agency that gets the access
  std::optional<Term> term;  ///< none: not signed
  CategorySet categories;
  LevelSet levels;  ///< for reading, 3 and 4 matter; for changing, all
  Access access = Access::read;
  bool anaci = false;   ///< extends to ANACI holders
  std::string title{};  ///< empty: it goes by its parties (papers.h)

  bool operator==(const OwnerMemo&) const = default;
};

/// A system-to-system connection (P25, App. 2-3). One that leads out of the Department is governed by an
/// interconnection security agreement.
struct Interface {
  std::string id;
  std::string title;
  std::vector<Ref<Agency>> agencies;  ///< whose systems it joins to the platform
  Direction direction = Direction::outbound;
  CategorySet categories;   ///< of the data that it carries
  std::optional<Term> isa;  ///< none: not signed

  bool operator==(const Interface&) const = default;
};

/// An owner's specific approval, and the host's prior written authorisation, to pass a record on (P26).
struct PassingApproval {
  std::string id;
  Ref<Record> record;
  Ref<Agency> from;  ///< the agency that passes it on
  Ref<Agency> to;
  std::optional<Date> owner_approved;
  std::optional<Date> host_authorised;

  bool operator==(const PassingApproval&) const = default;
};

/// A letter from outside: a body without an agreement that asks for records (P25-27), or a person who asks
/// after records on oneself (P27-29). What it states is what its reader has found in it.
struct Letter {
  std::string id;
  std::string title;
  std::string from;  ///< the individual
  std::string body;  ///< the agency or organisation; empty: a person for oneself
  std::string address;
  std::string text;  ///< paragraphs, parted by an empty line
  std::string use;   ///< what a body will use the records for, as Form 191 names it (P25-26); may be empty
  bool in_writing = true;
  StatementSet states;           ///< of a body's letter
  std::optional<Route> route{};  ///< of a person's: how it is answered; none: not yet

  bool operator==(const Letter&) const = default;
};

/// One class of users that an owner designates: agencies, categories of users, users, or several of
/// these, all of which must fit. A class that names nothing admits nobody.
struct DesignationClass {
  std::vector<Ref<Agency>> agencies;
  UserCategorySet categories;
  std::vector<Ref<User>> users;

  bool names_nothing() const { return agencies.empty() && categories.empty() && users.empty(); }
  bool operator==(const DesignationClass&) const = default;
};

/// Who may see a level 3 record, or, by name, a level 4 record (P5-6). One fitting class is enough.
using Designation = std::vector<DesignationClass>;

/// One field of a record's content, for search terms.
struct Field {
  std::string name;
  std::string value;
  std::string origin{};    ///< where a pre-populated value came from; empty: entered here (U)
  std::string original{};  ///< what stood here before it was corrected; empty: nothing was

  bool operator==(const Field&) const = default;
};

/// What decides how long a record is kept (P23-24). Which of it counts follows from the category.
struct Retention {
  std::optional<Date> collected;           ///< last collected; of a border crossing, the admission or parole
  std::optional<Date> closed;              ///< the enforcement matter
  std::optional<Date> limitation_expired;  ///< the last statute of limitations
  std::optional<Date> expires;             ///< the document: its last valid day
  std::optional<Date> keep_until;          ///< by the owner's own schedule: the last day
  bool us_person = false;                  ///< a citizen or lawful permanent resident
  bool open_matter = false;                ///< tied to an enforcement matter that is open

  bool operator==(const Retention&) const = default;
};

/// A lookout's place on the Primary lane's screens (P12, P21, P25).
struct PrimaryDesignation {
  PrimaryAction action = PrimaryAction::refer_customs;
  std::optional<Date> last_day;  ///< none: no end was set
  bool approved = false;         ///< by a supervisor other than the creator
  Date designated{};             ///< when the creator placed it there

  bool operator==(const PrimaryDesignation&) const = default;
};

/// A record, with the access control that its owner placed on it.
struct Record {
  std::string id;
  std::string title;
  Category category = Category::subject;
  Ref<Agency> owner;                 ///< the agency that supplied it; for a lookout, that entered it
  std::optional<Ref<User>> creator;  ///< none: entered by no user of this world
  std::string system{};          ///< id of the subsystem that holds it, in the catalogue; empty: not stated
  Level level = Level::level_1;  ///< means something only where the category has levels
  Designation designation;
  std::vector<Field> fields;
  Retention retention;
  std::optional<Ref<Record>> parent;    ///< of an image: the record that it belongs to, which is no image
  std::vector<Ref<Record>> links;       ///< what record linking leads to
  std::optional<Ref<User>> profile_of;  ///< of a user profile: the user
  bool notify_owner = false;            ///< of a lookout: its creator asked to be told of hits (P12)
  std::optional<PrimaryDesignation> primary;  ///< of a lookout that is on Primary
  std::optional<Moment> referred;     ///< of advance information: arrived, and referred to secondary (U)
  std::optional<SubjectKind> kind{};  ///< of a subject record; none: not stated
  bool absent = false;  ///< not on the platform: not entered yet, deleted or withdrawn. Nothing finds it

  bool operator==(const Record&) const = default;
};

/// Periods, in whole years, and other numbers of the rules. Defaults are the source's (P6 note 15, P21,
/// P31); where it gives none, the simulator's.
struct Parameters {
  int anaci_years = 10;
  int bi_years = 5;
  int training_years = 1;
  int account_years = 1;  ///< certification of an account
  int agency_years = 1;   ///< certification of an agency's investigations
  int ncic_years = 2;
  int denied_attempts = 3;  ///< in one day, that suspend an account; 0: none do
  int warning_days = 30;    ///< before a Primary designation ends, its owner is warned

  bool operator==(const Parameters&) const = default;
};

/// Everything a decision can depend on, apart from the request.
struct World {
  Parameters parameters;
  std::vector<Agency> agencies;
  std::vector<Purpose> purposes;
  std::vector<Role> roles;
  SharedList<User> users;
  std::vector<Agreement> agreements;
  std::vector<OwnerMemo> memos;
  std::vector<Interface> interfaces;
  std::vector<PassingApproval> approvals;
  std::vector<Letter> letters;
  SharedList<Record> records;
  Ref<Agency> host;  ///< the one agency whose standing is host

  const Agency& operator[](Ref<Agency> ref) const { return agencies[ref.at]; }
  const Purpose& operator[](Ref<Purpose> ref) const { return purposes[ref.at]; }
  const Role& operator[](Ref<Role> ref) const { return roles[ref.at]; }
  const User& operator[](Ref<User> ref) const { return users[ref.at]; }
  const Interface& operator[](Ref<Interface> ref) const { return interfaces[ref.at]; }
  const Letter& operator[](Ref<Letter> ref) const { return letters[ref.at]; }
  const Record& operator[](Ref<Record> ref) const { return records[ref.at]; }

  bool operator==(const World&) const = default;
};

/// What a search looks for. Terms are field = value, whole value, letter case ignored; all of them
/// must match, and none match everything.
struct Search {
  CategorySet categories;  ///< empty: all that the function covers
  std::vector<Field> terms;

  bool operator==(const Search&) const = default;
};

/// What a request changes in the record or profile that it names. What is not stated stays.
struct Change {
  std::optional<Level> level;
  std::optional<Designation> designation;
  std::vector<Field> fields;
  std::optional<bool> notify_owner;
  std::optional<PrimaryDesignation> primary;
  FunctionSet functions;     ///< `assign`: given to the profile
  Roles roles;               ///< `assign`: given to the user, for good
  std::optional<Term> term;  ///< `assign`: the functions, as temporary transactions of this term

  bool operator==(const Change&) const = default;
};

/// A request that concerns no record: a logon, the reference library.
struct NoTarget {
  bool operator==(const NoTarget&) const = default;
};

/// What a written request from a body without an agreement states (P25-27), and where records that an
/// agency holds go when it passes them on (P26).
struct Disclosure {
  std::string recipient;          ///< who asks
  std::optional<Ref<Agency>> to;  ///< the recipient, where it is an agency of this world
  StatementSet states;            ///< what the written request was found to state

  bool operator==(const Disclosure&) const = default;
};

/// What a request concerns: one record; terms, where is_search(operation); where one is created, the record
/// as it is to be (owner and creator are those of the request, whatever it says); or nothing.
using Target = std::variant<Ref<Record>, Search, Record, NoTarget>;

/// What a user asks (section "The decision" of docs/rules.md).
struct Request {
  Ref<User> user;
  /// Means nothing where names_no_function(operation). `pass_on` is asked by this one unless it names another.
  Function function = Function::subject_query;
  Operation operation = Operation::display;
  Target target;
  Ref<Purpose> purpose;
  std::string place;
  Moment moment;
  std::optional<Ref<Interface>> interface{};  ///< none: a user at a terminal
  bool accepts_notice = true;                 ///< `logon`: the monitoring notice
  Change change{};
  std::optional<Ref<Letter>> letter{};  ///< `disclose`: what is answered, where it is a letter of this world
  std::optional<Disclosure> disclosure{};  ///< `disclose` and `pass_on`

  bool operator==(const Request&) const = default;
};

}  // namespace ntk::policy
