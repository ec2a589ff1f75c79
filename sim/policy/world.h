// The world that decisions are made in: agencies, users, agreements, owners' memos and records as
// they stand at one time, and the requests that users make of them.
//
// Plain data, with no behaviour. Things refer to each other by `Ref`, a position in the world's
// lists, so that a world can be copied whole and compared. Every Ref in a world is valid: the
// scenario reader sees to that before there is a world.
//
// Left out, because the platform's later rules bring them: interfaces and their security
// agreements, certification of accounts and agencies, retention, images of records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/policy/date.h"
#include "sim/policy/vocabulary.h"

namespace ntk::policy {

/// A position in one of the world's lists.
template <class T>
struct Ref {
  std::uint32_t at = 0;
  auto operator<=>(const Ref&) const = default;
};

/// An agency of the user community (P3, P20, App. 4).
struct Agency {
  std::string id;
  std::string name;        ///< in full
  std::string short_name;  ///< as it stands in sentences; the name where none is given
  Standing standing = Standing::external;

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

/// Somebody with an account (P4, P14, P30-31).
struct User {
  std::string id;
  std::string name;
  Ref<Agency> agency;
  UserCategory category = UserCategory::general_user;
  AccountState account = AccountState::active;
  std::optional<Investigation> investigation;
  std::optional<Date> training_passed;  ///< Security and Privacy Awareness course
  FunctionSet functions;                ///< of the profile
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

  bool operator==(const Agreement&) const = default;
};

/// An owner agency's memorandum to the custodian of records (P6-7).
struct OwnerMemo {
  std::string id;
  Ref<Agency> owner;
  Ref<Agency> to;            ///< the agency that gets the access
  std::optional<Term> term;  ///< none: not signed
  CategorySet categories;
  LevelSet levels;  ///< of 3 and 4
  Access access = Access::read;
  bool anaci = false;  ///< extends to ANACI holders

  bool operator==(const OwnerMemo&) const = default;
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

  bool operator==(const Field&) const = default;
};

/// A record, with the access control that its owner placed on it.
struct Record {
  std::string id;
  std::string title;
  Category category = Category::subject;
  Ref<Agency> owner;                 ///< the agency that supplied it; for a lookout, that entered it
  std::optional<Ref<User>> creator;  ///< none: entered by no user of this world
  Level level = Level::level_1;      ///< means something only where the category has levels
  Designation designation;
  std::vector<Field> fields;

  bool operator==(const Record&) const = default;
};

/// Periods, in whole years. Defaults are the source's (P6 note 15, P21).
struct Parameters {
  int anaci_years = 10;
  int bi_years = 5;
  int training_years = 1;

  bool operator==(const Parameters&) const = default;
};

/// Everything a decision can depend on, apart from the request.
struct World {
  Parameters parameters;
  std::vector<Agency> agencies;
  std::vector<Purpose> purposes;
  std::vector<User> users;
  std::vector<Agreement> agreements;
  std::vector<OwnerMemo> memos;
  std::vector<Record> records;
  Ref<Agency> host;  ///< the one agency whose standing is host

  const Agency& operator[](Ref<Agency> ref) const { return agencies[ref.at]; }
  const Purpose& operator[](Ref<Purpose> ref) const { return purposes[ref.at]; }
  const User& operator[](Ref<User> ref) const { return users[ref.at]; }
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

/// What a user asks (section "The decision" of docs/rules.md).
struct Request {
  Ref<User> user;
  Function function = Function::subject_query;
  Operation operation = Operation::display;
  std::variant<Ref<Record>, Search> target;  ///< one record, or terms where is_search(operation)
  Ref<Purpose> purpose;
  std::string place;
  Moment moment;

  bool operator==(const Request&) const = default;
};

}  // namespace ntk::policy
