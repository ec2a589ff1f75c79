// The small world that is exhausted: the host, two components and two external agencies, so that
// user and owner can be the same agency, two of a kind, or of different kinds, and an airline that submits
// advance information; three users; one record. As it stands its requests are permitted: a test takes what it
// needs away.
#pragma once

#include <optional>
#include <vector>

#include "sim/policy/world.h"

namespace ntk::oracle {

inline constexpr policy::Ref<policy::Agency> cbp{0}, ice{1}, tsa{2}, fbi{3}, dea{4}, airline{5};
inline constexpr policy::Ref<policy::User> asker{0}, colleague{1}, stranger{2};
inline constexpr policy::Ref<policy::Record> the_record{0};
inline constexpr policy::Ref<policy::Purpose> duty{0}, other_duty{1};

constexpr policy::Date date(int year, unsigned month, unsigned day) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}
inline constexpr policy::Date yesterday = date(2016, 8, 11), today = date(2016, 8, 12),
                              tomorrow = date(2016, 8, 13);

/// Always in force; the terms of a test about terms are `terms`.
inline constexpr policy::Term in_force{date(2016, 1, 1), std::nullopt};
/// Unsigned, running, running till a later day, till today, till yesterday, from today, from tomorrow.
extern const std::vector<std::optional<policy::Term>> terms;

/// All but the airline, whose user is asked nothing but US-1.
extern const std::vector<policy::Ref<policy::Agency>> agencies;
/// One of each standing; as owners of records may be any of the five, every pairing is met.
extern const std::vector<policy::Ref<policy::Agency>> agencies_of_askers;
extern const std::vector<policy::Level> levels;

/// Every value of an enumeration.
template <class E>
std::vector<E> every() {
  std::vector<E> values;
  for (const policy::Word<E>& each : policy::words<E>()) values.push_back(each.value);
  return values;
}

/// `search`, `report` and `vet`; or the 22 others.
std::vector<policy::Operation> operations(bool searches);

/// Days on both sides of every anniversary that a day of `asked_on` can be, 29 February among them.
std::vector<policy::Date> days_of_the_past();
extern const std::vector<policy::Date> asked_on;

policy::Investigation anaci(policy::Adjudication adjudication = policy::Adjudication::favorable);
policy::Investigation bi();

struct SmallWorld {
  policy::World world;
  policy::Request request;  ///< the asker displays the record by subject query, today, for a duty

  SmallWorld();

  policy::User& user() { return world.users[asker.at]; }
  policy::Record& record() { return world.records[the_record.at]; }
  /// The agreement of FBI, in force, with all functions and categories, also for ANACI holders.
  policy::Agreement& agreement() { return world.agreements[0]; }
};

/// Of the agency, in force, with all functions and categories, also for ANACI holders.
policy::Agreement full_agreement(policy::Ref<policy::Agency> agency);
/// Of subject records and lookouts at both levels, to read and update, in force, also for ANACI holders.
policy::OwnerMemo full_memo(policy::Ref<policy::Agency> owner, policy::Ref<policy::Agency> to);

}  // namespace ntk::oracle
