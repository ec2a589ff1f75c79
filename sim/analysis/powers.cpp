#include "sim/analysis/powers.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::Agency;
using policy::called;
using policy::CheckId;
using policy::Function;
using policy::in_quotes;
using policy::possessive;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::User;
using policy::World;

struct Holder {
  std::string who;
  std::string why;
};

/// A check of a request, and the record that it was decided on.
class Case {
 public:
  Case(const World& world, const Request& request, const Record* record)
      : world_(world), request_(request), user_(world[request.user]), record_(record) {}

  /// Who could turn a failing check.
  Holder of(CheckId id) const;
  /// Who could make a passing one fail.
  Holder against(CheckId id) const;

 private:
  Holder account(CheckId id) const;
  Holder investigation(const User& user) const;
  Holder agency(CheckId id) const;
  Holder function(CheckId id) const;
  Holder access(CheckId id) const;
  Holder data(CheckId id) const;
  Holder administration(CheckId id) const;
  Holder officer(const User& user, const std::string& does) const;
  Holder agreement(const std::string& says) const;
  Holder memo(const std::string& says) const;
  Holder nobody(const std::string& why) const { return {"", why}; }

  bool external() const { return policy::is_external(world_, user_.agency); }
  const std::string& host() const { return called(world_[world_.host]); }
  const std::string& of_user() const { return called(world_[user_.agency]); }
  /// The agency whose memo opens the record; the user's where no record is asked for.
  const std::string& owner() const {
    return called(world_[record_ ? policy::memo_owner(world_, *record_) : user_.agency]);
  }
  std::string title() const { return record_ ? in_quotes(record_->title) : "the record"; }
  std::string function_title() const { return in_quotes(policy::title(request_.function)); }

  const World& world_;
  const Request& request_;
  const User& user_;
  const Record* record_;
};

Holder Case::officer(const User& user, const std::string& does) const {
  if (!user.sco)
    return {"a system control officer", "The system control officer of " + user.name + " " + does};
  const std::string& name = world_[*user.sco].name;
  return {name + ", the system control officer",
          name + " is the system control officer of " + user.name + " and " + does};
}

/// The memorandum of agreement of the user's agency.
Holder Case::agreement(const std::string& says) const {
  return {of_user() + " and " + host(),
          "The heads of " + of_user() + " and " + host() + " could sign an agreement that " + says + '.'};
}

/// An owner's memo to the user's agency.
Holder Case::memo(const std::string& says) const {
  return {owner() + ", the owner", owner() + " could write to the custodian of records a memo to " +
                                       of_user() + " that covers " + title() + says + '.'};
}

/// Outside the Department an agency answers for its own users' investigations.
Holder Case::investigation(const User& user) const {
  const Agency& of = world_[user.agency];
  if (policy::is_external(world_, user.agency)) {
    return {called(of), called(of) + " has to see to it that " + user.name +
                            " has an investigation that is completed, favourable and current; " + host() +
                            " only relies on it (P6)."};
  }
  return {"the Office of Professional Responsibility (OPR)",
          "The Office of Professional Responsibility (OPR) carries out investigations and reinvestigations; "
          "nobody else can make " +
              possessive(user.name) + " valid (P19)."};
}

Holder Case::account(CheckId id) const {
  if (id == CheckId::AC_1) {
    const bool suspended = user_.account != policy::AccountState::inactive;
    return officer(user_, suspended ? "could reinstate the account." : "could activate the account.");
  }
  if (id == CheckId::AC_4) {
    return {user_.name, user_.name +
                            " has to pass the Security and Privacy Awareness course; nobody can "
                            "pass it for another."};
  }
  if (id == CheckId::AC_5) {
    if (user_.nationality == policy::Nationality::foreign_service_national) {
      return {host(),
              host() + " could exempt " + user_.name + " by name, for supporting a mission overseas."};
    }
    return nobody(
        "Nobody can give access to somebody who is neither a U.S. national nor a Foreign Service "
        "national.");
  }
  if (id == CheckId::AC_6) return officer(user_, "could certify the account for another year.");
  return {user_.name, user_.name + " has to log on and accept the monitoring notice."};
}

Holder Case::agency(CheckId id) const {
  if (id == CheckId::AG_1) return agreement("is in force on " + policy::in_words(request_.moment.day));
  if (id == CheckId::AG_3) {
    return {of_user(), of_user() +
                           " has to review and certify the investigations of its own users; it is "
                           "asked to do so every year."};
  }
  if (external()) {
    return {of_user() + " and " + host(),
            of_user() + " and " + host() +
                " could open an interface that carries these data, under a security agreement in force."};
  }
  return {host(), host() + " could open an interface of " + of_user() + " that carries these data."};
}

Holder Case::function(CheckId id) const {
  const Function function = request_.function;
  switch (id) {
    case CheckId::FN_1: {
      const bool can = user_.sco && policy::holds(world_[*user_.sco], function, request_.moment.day) &&
                       world_[*user_.sco].may_assign.contains(function);
      if (can || !user_.sco)
        return officer(user_, "could give " + function_title() + ", for good or for a term.");
      return {"another system control officer",
              world_[*user_.sco].name + " is the system control officer of " + user_.name +
                  ", and gives only what that officer holds and may assign, which " + function_title() +
                  " is not; " + host() + " could assign another officer (P31)."};
    }
    case CheckId::FN_2:
      return agreement("lists the function " + function_title());
    case CheckId::FN_3:
      if (function == Function::disclosure && external())
        return nobody("Nobody can open " + function_title() + " to a user outside the Department.");
      return officer(user_, "could give another role, with its category of user; as " +
                                policy::in_sentence(policy::title(user_.category)) + " nobody is given " +
                                function_title() + ".");
    case CheckId::FN_4:
      return {user_.name, user_.name + " has to pass the NCIC test and be certified, every two years."};
    case CheckId::FN_5:
      if (user_.duty_station.empty()) return officer(user_, "could enter a duty station in the profile.");
      return {user_.name, user_.name + " could ask from the duty station, " + user_.duty_station + '.'};
    default:
      return {user_.name, "What " + function_title() + " covers is fixed; " + user_.name +
                              " could only ask by another function."};
  }
}

Holder Case::access(CheckId id) const {
  const std::string name = user_.name;
  switch (id) {
    case CheckId::DA_1:
      return nobody("Nobody can open these data further: enhanced documents are for users of " + host() +
                    " alone, watchlist matches for users within the Department.");
    case CheckId::DA_2:
      return agreement("lists " + policy::in_sentence(policy::title(record_->category)));
    case CheckId::DA_4:
      if (record_->creator) {
        return {world_[*record_->creator].name,
                world_[*record_->creator].name + " created " + title() +
                    " and alone can give it another level than the legacy one."};
      }
      return nobody("Level 2 is open only to users of " + called(world_[record_->owner]) +
                    ", and only a record’s creator changes its level: " + title() +
                    " has none on the platform.");
    case CheckId::DA_5:
      return {called(world_[record_->owner]) + ", the owner",
              called(world_[record_->owner]) + " could designate " + name + ", or a class that " + name +
                  " belongs to."};
    case CheckId::DA_6:
      return {called(world_[record_->owner]) + ", the owner",
              called(world_[record_->owner]) + " could name " + name + " as an individual."};
    case CheckId::DA_7:
      return memo(", its category and its level");
    case CheckId::DA_8: {
      Holder grant = policy::has_levels(record_->category)
                         ? memo(" and extends to holders of an ANACI")
                         : agreement("opens these data to holders of an ANACI");
      grant.why += " With a BI, " + name + " would not need it.";
      return grant;
    }
    default:
      return memo(" for update");
  }
}

Holder Case::data(CheckId id) const {
  switch (id) {
    case CheckId::DA_3:
      return nobody("Level 1 is open to all; this never fails.");
    case CheckId::DA_9:
      return {"a representative of " + of_user(),
              "A supervisor or the national system control officer of " + of_user() + " could state to " +
                  host() + " that " + in_quotes(world_[request_.purpose].title) + " is among the duties of " +
                  user_.name + "; without that duty there is no need to know (P29)."};
    case CheckId::DA_10:
      if (const auto from = policy::keeping(world_, *record_).from; from && request_.moment.day < *from) {
        return nobody("Nobody can before " + policy::in_words(*from) + ": " + title() +
                      " is kept from then on.");
      }
      return nobody("Nobody can: " + title() + " is outside its retention period on " +
                    policy::in_words(request_.moment.day) + ", and time does not run back.");
    case CheckId::DA_12:
      if (!record_->parent || world_[*record_->parent].absent)
        return nobody("Nobody can: the record that " + title() + " belongs to is not on the platform.");
      return {called(world_[world_[*record_->parent].owner]) + ", the owner",
              title() + " follows the record that it belongs to: whoever opens " +
                  in_quotes(world_[*record_->parent].title) + " opens it too."};
    case CheckId::US_1:
      return nobody("Nobody can: " + of_user() +
                    " hands in advance information and has no account to read by.");
    case CheckId::US_2:
      if (user_.agency != world_.host)
        return nobody("Nobody can show advance information to a user outside " + host() + '.');
      if (request_.function != Function::inspection) {
        return {user_.name,
                user_.name + " could only ask by " + in_quotes(policy::title(Function::inspection)) + '.'};
      }
      return nobody(record_->referred
                        ? "Nobody can before the referral to secondary, which is on " +
                              policy::in_words(record_->referred->day) + " at " +
                              policy::time_of(*record_->referred) + '.'
                        : "Nobody can until the person has arrived and been referred to secondary.");
    default:
      return access(id);
  }
}

Holder Case::administration(CheckId id) const {
  switch (id) {
    case CheckId::AD_1:
      if (record_->creator && *record_->creator != request_.user) {
        return {world_[*record_->creator].name, "Only " + world_[*record_->creator].name + ", who created " +
                                                    title() + ", changes its level."};
      }
      return nobody("Nobody gives a record a level other than 1, 3 or 4, and only its creator changes it.");
    case CheckId::AD_2:
      return {user_.name, user_.name + " could name individuals only, or choose level 3."};
    case CheckId::AD_3:
      return {host(), host() + " decides which profiles are assigned to " + user_.name +
                          ", and which functions " + user_.name + " holds and may assign."};
    case CheckId::AD_4: {
      if (!record_->profile_of) break;
      const User& of = world_[*record_->profile_of];
      Holder both = investigation(of);
      both.who += " and " + of.name;
      both.why += " " + of.name + " has to have passed the awareness course.";
      return both;
    }
    case CheckId::LO_4:
      return {"another supervisor", "A supervisor who did not create " + title() + " could approve it."};
    case CheckId::DI_2:
      return {
          request_.disclosure && !request_.disclosure->recipient.empty() ? request_.disclosure->recipient
                                                                         : "the body that asks",
          "The body that asks has to state what is needed, how it will be used and by which authority, for a "
          "use that fits a routine use."};
    default:
      break;
  }
  if (record_ == nullptr) return nobody("Nobody can: no record is named.");
  if (record_->owner == world_.host) {
    return {host(), host() + " could approve that " + title() +
                        " is passed on, and authorise it in writing beforehand."};
  }
  return {called(world_[record_->owner]) + " and " + host(),
          called(world_[record_->owner]) + " could approve that " + title() + " is passed on, and " + host() +
              " authorise it in writing beforehand."};
}

Holder Case::of(CheckId id) const {
  switch (id) {
    case CheckId::AC_1:
    case CheckId::AC_4:
    case CheckId::AC_5:
    case CheckId::AC_6:
    case CheckId::AC_7:
      return account(id);
    case CheckId::AC_2:
    case CheckId::AC_3:
      return investigation(user_);
    case CheckId::AG_1:
    case CheckId::AG_2:
    case CheckId::AG_3:
      return agency(id);
    case CheckId::FN_1:
    case CheckId::FN_2:
    case CheckId::FN_3:
    case CheckId::FN_4:
    case CheckId::FN_5:
    case CheckId::FN_6:
      return function(id);
    case CheckId::DA_1:
    case CheckId::DA_2:
    case CheckId::DA_3:
    case CheckId::DA_4:
    case CheckId::DA_5:
    case CheckId::DA_6:
    case CheckId::DA_7:
    case CheckId::DA_8:
    case CheckId::DA_9:
    case CheckId::DA_10:
    case CheckId::DA_11:
    case CheckId::DA_12:
    case CheckId::US_1:
    case CheckId::US_2:
      return data(id);
    case CheckId::AD_1:
    case CheckId::AD_2:
    case CheckId::AD_3:
    case CheckId::AD_4:
    case CheckId::LO_4:
    case CheckId::DI_2:
    case CheckId::DI_3:
      return administration(id);
  }
  return {};
}

Holder Case::against(CheckId id) const {
  switch (id) {
    case CheckId::AC_1:
      return {
          "the Office of Professional Responsibility (OPR)",
          "The Office of Professional Responsibility (OPR) could suspend the access of those who do not keep "
          "to the reinvestigation (P19); so do repeated denied attempts."};
    case CheckId::AG_1:
      return {of_user() + " and " + host(), of_user() + " and " + host() + " could end their agreement."};
    case CheckId::FN_1:
      return officer(user_, "could take " + function_title() + " away.");
    case CheckId::FN_2:
    case CheckId::DA_2:
      return {of_user() + " and " + host(),
              of_user() + " and " + host() + " could agree on less than their agreement lists now."};
    case CheckId::DA_3:
    case CheckId::DA_5:
    case CheckId::DA_6:
      if (record_->creator) {
        return {world_[*record_->creator].name, world_[*record_->creator].name + " created " + title() +
                                                    " and could set its level and designation."};
      }
      return {called(world_[record_->owner]) + ", the owner",
              called(world_[record_->owner]) + " could designate others."};
    case CheckId::DA_7:
      return {owner() + ", the owner", owner() + " could withdraw its memo to " + of_user() + '.'};
    default:
      return {};
  }
}

}  // namespace

std::vector<Power> powers(const World& world, const Request& request, const policy::Decision& decision,
                          std::optional<Ref<Record>> record) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const auto* created = std::get_if<Record>(&request.target);
  const Record as_entered = created ? policy::as_created(world, request, *created) : Record();
  const Case asked(world, request, created ? &as_entered : one ? &world[*one] : nullptr);
  std::vector<Power> list;
  const auto add = [&](const Case& of, const policy::Verdicts& verdicts, bool permitted) {
    for (const policy::Check& each : policy::checks()) {
      if (verdicts[each.id] != (permitted ? policy::Verdict::pass : policy::Verdict::fail)) continue;
      Holder holder = permitted ? of.against(each.id) : of.of(each.id);
      if (!permitted || !holder.why.empty())
        list.push_back({each.id, std::move(holder.who), std::move(holder.why), each.source});
    }
  };
  if (!record || !decision.permitted()) {
    add(asked, decision.verdicts, decision.permitted());
    return list;
  }
  for (const policy::Hit& each : decision.hits) {
    if (each.record != *record) continue;
    if (!each.withheld()) add(asked, decision.verdicts, true);
    add(Case(world, request, &world[*record]), each.verdicts, !each.withheld());
    break;
  }
  return list;
}

}  // namespace ntk::analysis
