// Questions about a world that both the decision and its explanation ask.
//
// Each answers one phrase of the rules ("own record", "agreements in force add up"), so that the
// sentence a student reads and the verdict beside it cannot come from two different readings.
#pragma once

#include <string_view>

#include "sim/policy/world.h"

namespace ntk::policy {

/// Whether an agency is the host or a component (P19-20).
bool within_dhs(const World& world, Ref<Agency> agency);

/// Whether an agency needs agreements: it is neither within the Department nor a submitter.
bool is_external(const World& world, Ref<Agency> agency);

/// Whether an agency counts as an owner of the record. A lookout is under the host's control
/// whoever entered it: the entering agency and the host both own it (P8, P12, and a reading).
bool owns(const World& world, Ref<Agency> agency, const Record& record);

/// The agency that can write an owner's memo for the record: the host for a lookout, else the
/// agency that supplied it.
Ref<Agency> memo_owner(const World& world, const Record& record);

/// Whether a lookout meets one of the host's own users, who are asked no level (a reading of P12).
bool hosts_lookout(const World& world, const User& user, const Record& record);

/// How a lookout stands to the Primary lane's screens (P12, P21, P25).
enum class OnPrimary : std::uint8_t { not_placed, not_approved, ended, shown };
/// Shown once a supervisor approved it (a reading: the source says that it needs the approval to stay),
/// through its last day.
OnPrimary on_primary(const Record& record, Date day);

/// Whether it hands in advance information, and has no account (U).
bool is_submitter(const World& world, Ref<Agency> agency);

/// The operation that gates 3 and 4 are asked about: what somebody passes on has to be open to that user as by a
/// display (a reading of P26).
Operation operation_judged(const Request& request);

/// What a request asks for: the category of its record, or those that its search names or implies.
CategorySet categories_asked(const World& world, const Request& request);

/// A record that the request creates, as it would be: its owner is the user's agency, its creator the user.
Record as_created(const World& world, const Request& request, Record record);

/// What an agency's agreements in force on a day grant together (P7, P25).
struct Grant {
  bool in_force = false;
  FunctionSet functions;
  CategorySet categories;
  CategorySet anaci_categories;
};
Grant granted(const World& world, Ref<Agency> agency, Date day);

/// Whether the profile holds the function, or a transaction grants it on the day (P30-31).
bool holds(const User& user, Function function, Date day);

/// How many years an investigation of this type is good for (P6 note 15).
int investigation_years(const Parameters& parameters, InvestigationType type);

/// Whether the investigation is of a listed type, completed by the day and favorably adjudicated (P5-6).
bool is_valid(const std::optional<Investigation>& investigation, Date day);

/// Whether a function can be held by a user of this category, of an agency within the Department or
/// not (check FN-3).
bool is_open_to(Function function, UserCategory category, bool external);

/// How long a record is kept (P23-24), as far as its fields state it.
struct Keeping {
  bool stated = false;
  std::optional<Date> from;      ///< not kept before: the data are still to be collected
  std::optional<Date> last_day;  ///< none: no end is set

  bool covers(Date day) const { return (!from || *from <= day) && (!last_day || day <= *last_day); }
};
Keeping keeping(const World& world, const Record& record);

/// Whether one class of a designation admits the user.
bool admits(const DesignationClass& designated, const World& world, Ref<User> user);

/// Whether some class of a designation names the user as an individual, which is all that counts at level 4
/// (P5), and admits the user: all else that it names has to fit too.
bool names(const Designation& designation, const World& world, Ref<User> user);

/// The functions of several roles together.
FunctionSet functions_of_roles(const World& world, const Roles& roles);

/// Whether a record is one that the search looks for, by this function.
bool matches(const Record& record, const Search& search, Function function);

/// The access that an operation needs of an owner's memo: `update` for changing.
Access access_needed(Operation operation);

/// Whether each class of a designation names individuals and nothing else, as level 4 asks (P5).
bool names_individuals_only(const Designation& designation);

/// Whether the owner approved, and the host authorized, by the day (P26).
bool is_approved(const PassingApproval& approval, Date day);

/// Of the approvals that the agency has for a record to go to another, one that is complete by the day; where
/// none is, one that is nearest to it; null: there is none. Approvals don't add up: one holds both days.
const PassingApproval* nearest_approval(const World& world, Ref<Record> record, Ref<Agency> from,
                                        Ref<Agency> to, Date day);

/// Whether an agency has access to the platform on a day, so that level 1 may be passed to it (P6).
bool has_access(const World& world, Ref<Agency> agency, Date day);

/// Whether one memo alone gives the user's agency this access to the record on the day (P6-7 a3).
bool memo_covers(const OwnerMemo& memo, const World& world, Ref<User> user, const Record& record,
                 Access access, Date day);

}  // namespace ntk::policy
