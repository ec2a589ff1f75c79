// The words of the platform: one enumeration per concept, and for each value the word that JSON,
// commands and reports use for it and the title that people read.
//
// The words of functions and categories come from functions.def and categories.def; which function
// may ask which operation of which category (check FN-6) is table `scope`. A scenario, the schema,
// the command line and the page take their lists from here, so that they cannot differ.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "sim/policy/enum_set.h"

namespace ntk::policy {

enum class Function : std::uint8_t {
#define FUNCTION(word, ...) word,
#include "sim/policy/functions.def"
#undef FUNCTION
};

enum class Category : std::uint8_t {
#define CATEGORY(word, ...) word,
#include "sim/policy/categories.def"
#undef CATEGORY
};

/// What a request does. `reading` and `changing` below sort them.
enum class Operation : std::uint8_t {
  search,
  display,
  print,
  report,
  vet,
  show_linked,
  show_primary_instruction,
  disclose,
  update,
  remove,
  withdraw,
  place_on_primary,
  recertify,
  approve,
  create,
  record_result,
  intake,
  certify,
  activate,
  assign,
  reinstate,
  use,
  logon,
  logoff,
  pass_on,
};

/// An agency's place towards the platform (P1, P3, P19-20, P25). A submitter hands in advance
/// information and is no user of it (U).
enum class Standing : std::uint8_t { host, component, external, submitter };

/// Category of user (P30).
enum class UserCategory : std::uint8_t {
  general_user,
  supervisor,
  system_control_officer,
  systems_maintenance,
  security_administrator,
};

/// Type 1 and type 2 background investigation (P6).
enum class InvestigationType : std::uint8_t { anaci, bi };

enum class Adjudication : std::uint8_t { favorable, unfavorable, pending };

/// Whether an account can be used (P31). An inactive one was created and not yet activated (P20-21).
enum class AccountState : std::uint8_t { active, suspended, inactive };

/// Nationality, as far as it decides who may have access (P4-5, P30).
enum class Nationality : std::uint8_t { us_national, foreign_service_national, other };

/// What a user is to the platform between logon and logoff (P21).
enum class Logon : std::uint8_t { none, notice_declined, notice_accepted };

/// The way of data through an interface, as seen from the platform (App. 2-3).
enum class Direction : std::uint8_t { inbound, outbound };

/// What an officer at Primary is told to do on meeting a lookout (P12).
enum class PrimaryAction : std::uint8_t {
  armed_and_dangerous,
  visa_verification,
  refer_customs,
  refer_immigration,
  refer_agriculture,
};

/// What a subject record is on (P2, P7).
enum class SubjectKind : std::uint8_t { person, business, vehicle, vessel, aircraft };

/// What a written request from a body without an agreement has to state, and what its use has to be (P25-27).
enum class Statement : std::uint8_t { need, use, authority, routine_use };

/// The ways in which a person's own request on records is answered (P27-29).
enum class Route : std::uint8_t { privacy_act_request, dhs_trip, system_notice, appeal };

/// The access level of a record (P5). Level 2 is legacy.
enum class Level : std::uint8_t { level_1 = 1, level_2, level_3, level_4 };

/// What an owner's memo allows: `update` implies `read` (P7, and the simulator's reading).
enum class Access : std::uint8_t { read, update };

using FunctionSet = EnumSet<Function>;
using CategorySet = EnumSet<Category>;
using LevelSet = EnumSet<Level>;
using UserCategorySet = EnumSet<UserCategory>;
using OperationSet = EnumSet<Operation>;
using StatementSet = EnumSet<Statement>;

/// One row of a vocabulary.
template <class E>
struct Word {
  E value;
  std::string_view word;    ///< in JSON and commands: "subject_query"
  std::string_view title;   ///< for people: "Subject query"
  std::string_view note;    ///< a short gloss; may be empty
  std::string_view source;  ///< page of the source; may be empty
};

/// All rows of a vocabulary, in the order of the enumeration. Defined for every enumeration above.
template <class E>
std::span<const Word<E>> words();
template <>
std::span<const Word<Function>> words<Function>();
template <>
std::span<const Word<Category>> words<Category>();
template <>
std::span<const Word<Operation>> words<Operation>();
template <>
std::span<const Word<Standing>> words<Standing>();
template <>
std::span<const Word<UserCategory>> words<UserCategory>();
template <>
std::span<const Word<InvestigationType>> words<InvestigationType>();
template <>
std::span<const Word<Adjudication>> words<Adjudication>();
template <>
std::span<const Word<AccountState>> words<AccountState>();
template <>
std::span<const Word<Level>> words<Level>();
template <>
std::span<const Word<Access>> words<Access>();
template <>
std::span<const Word<Nationality>> words<Nationality>();
template <>
std::span<const Word<Logon>> words<Logon>();
template <>
std::span<const Word<Direction>> words<Direction>();
template <>
std::span<const Word<PrimaryAction>> words<PrimaryAction>();
template <>
std::span<const Word<SubjectKind>> words<SubjectKind>();
template <>
std::span<const Word<Statement>> words<Statement>();
template <>
std::span<const Word<Route>> words<Route>();

template <class E>
const Word<E>& row(E value) {
  for (const Word<E>& each : words<E>()) {
    if (each.value == value) return each;
  }
  return words<E>().front();  // every value has a row
}
template <class E>
std::string_view word(E value) {
  return row(value).word;
}
template <class E>
std::string_view title(E value) {
  return row(value).title;
}
template <class E>
std::optional<E> from_word(std::string_view text) {
  for (const Word<E>& each : words<E>()) {
    if (each.word == text) return each.value;
  }
  return std::nullopt;
}
/// Every value of an enumeration.
template <class E>
EnumSet<E> all() {
  EnumSet<E> set;
  for (const Word<E>& each : words<E>()) set.insert(each.value);
  return set;
}

bool has_levels(Category category);    ///< records of it carry a level
bool is_resident(Category category);   ///< held on the platform, not only reached through it
bool is_queryable(Category category);  ///< open to the query functions

/// The nine operations that read, and the six that change (the rest create or administer).
bool is_reading(Operation operation);
bool is_changing(Operation operation);
/// `search`, `report` and `vet` look through many records; the others concern one.
bool is_search(Operation operation);
/// Searches, and `show_linked`: the answer holds records that may be withheld one by one.
bool finds_records(Operation operation);

/// Coming and going are asked by no function.
bool names_no_function(Operation operation);
/// `logon`, `logoff` and `use` concern no record.
bool has_no_target(Operation operation);
/// `create` and `record_result` write a record that was not there.
bool is_creating(Operation operation);

/// What a function can be asked (check FN-6): its operations, and the categories they reach.
struct FunctionScope {
  OperationSet operations;
  CategorySet categories;
};
const FunctionScope& scope(Function function);

}  // namespace ntk::policy
