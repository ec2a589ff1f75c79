// The world of the worked cases (docs/rules.md): CBP is host; FBI and DEA have agreements in force
// that list subject records, lookouts and primary query history, and the function subject query, and
// extend to no ANACI. Everybody passes gates 1 and 2, holds a BI and states one of their duties. An airline
// submits advance information, and is no user.
#pragma once

#include <string>
#include <vector>

#include "sim/policy/decide.h"

namespace ntk::policy {

/// A world that a test alters before it asks.
struct WorkedWorld {
  World world;
  Ref<Agency> cbp, ice, fbi, dea, airline;
  Ref<Purpose> inspection, fugitives;
  Date today;

  WorkedWorld();

  User& user(Ref<User> ref) { return world.users[ref.at]; }
  Record& record(Ref<Record> ref) { return world.records[ref.at]; }
  Agreement& agreement_of(Ref<Agency> agency);

  /// A general user with a BI, the four functions of everyday work, and both duties, at Averton.
  Ref<User> add_user(Ref<Agency> agency);
  /// A system control officer who holds the function for profiles as well.
  Ref<User> add_officer(Ref<Agency> agency);
  /// The profile of that user, who is assigned to that officer.
  Ref<Record> add_profile(Ref<User> whose, Ref<User> officer);
  Ref<Record> add_record(Ref<Agency> owner, Category category, Level level = Level::level_1);
  /// A memo for subject records at level 3, read, in force, not for ANACI holders.
  OwnerMemo& add_memo(Ref<Agency> owner, Ref<Agency> to);

  /// A display of the record by subject query, today, for a fugitive.
  Request display(Ref<User> user, Ref<Record> record) const;
  Request search(Ref<User> user, Search what) const;
  /// A display by inspection, at Averton.
  Request inspect(Ref<User> user, Ref<Record> record) const;
  Request pass_on(Ref<User> user, Ref<Record> record, Ref<Agency> to) const;
  /// Something that a system control officer does to a profile.
  Request administer(Ref<User> officer, Operation operation, Ref<Record> profile) const;
  /// The creation of a level 1 record of that category.
  Request create(Ref<User> user, Function function, Category category) const;
  Decision decide(const Request& request) const { return policy::decide(world, request); }
};

Date day(std::string_view text);
Term term(std::string_view first, std::string_view last);
Investigation bi(std::string_view completed);
Investigation anaci(std::string_view completed);

/// The failing checks, as "DA-5 DA-7"; "none" where a request is permitted.
std::string failing(const Decision& decision);
std::string failing(const Verdicts& verdicts);

}  // namespace ntk::policy
