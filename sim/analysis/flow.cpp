#include "sim/analysis/flow.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::called;
using policy::CheckId;
using policy::Decision;
using policy::in_quotes;
using policy::in_sentence;
using policy::Level;
using policy::Operation;
using policy::possessive;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::User;
using policy::Verdict;
using policy::World;

/// What the stations say of themselves. Each line is short: it is read from the back of a classroom.
class Facts {
 public:
  Facts(const World& world, const Request& request, const Decision& decision)
      : world_(world),
        request_(request),
        decision_(decision),
        user_(world[request.user]),
        agency_(called(world[user_.agency])) {
    const auto* one = std::get_if<Ref<Record>>(&request.target);
    if (one) record_ = world[*one];
    if (const auto* created = std::get_if<Record>(&request.target))
      record_ = policy::as_created(world, request, *created);
    // What the one record found is, can be said as if it had been named.
    if (decision.hits.size() == 1) record_ = world[decision.hits.front().record];
  }

  std::string title(const Station& station) const;
  std::string of(const Station& station) const;

 private:
  std::string account() const;
  std::string agency() const;
  std::string function(const Station& station) const;
  std::string level(const Station& station) const;
  std::string memo(const Station& station) const;
  std::string record(const Station& station) const;
  std::string not_for_the_record(CheckId check) const;
  std::string of_hits(const Station& station) const;

  bool is_search() const { return policy::finds_records(request_.operation); }
  policy::Date day() const { return request_.moment.day; }

  const World& world_;
  const Request& request_;
  const Decision& decision_;
  const User& user_;
  const std::string& agency_;
  std::optional<Record> record_;  ///< the one that it is about
};

bool has(const Station& station, CheckId check) {
  return std::find(station.failed.begin(), station.failed.end(), check) != station.failed.end();
}

std::string Facts::title(const Station& station) const {
  switch (station.link) {
    case Link::account:
      return "Account";
    case Link::agency:
      return "Agency";
    case Link::function:
      return "Function";
    case Link::level:
      return (record_ && !policy::has_levels(record_->category)) || has(station, CheckId::DA_2) ? "Category"
                                                                                                : "Level";
    case Link::memo:
      return "Owner’s memo";
    case Link::record:
      break;
  }
  return is_search() ? "Records" : record_ ? "Record" : "Result";
}

std::string Facts::account() const {
  if (policy::is_submitter(world_, user_.agency)) return agency_ + " has none: it only hands in";
  const auto& held = user_.investigation;
  return user_.name + ": " + in_sentence(policy::title(user_.account)) + "; " +
         (held ? std::string(policy::title(held->type)) + " of " + policy::in_words(held->completed)
               : "no investigation");
}

std::string Facts::agency() const {
  const std::string by = request_.interface ? ", by " + world_[*request_.interface].title : "";
  if (policy::is_submitter(world_, user_.agency)) return agency_ + " hands in advance information" + by;
  if (!policy::is_external(world_, user_.agency))
    return agency_ + (user_.agency == world_.host ? " is the host" : " is within the Department") + by;
  if (!policy::granted(world_, user_.agency, day()).in_force) return agency_ + ": no agreement in force" + by;
  return possessive(agency_) + " agreement is in force" + by;
}

std::string Facts::function(const Station& station) const {
  if (policy::names_no_function(request_.operation))
    return std::string(policy::title(request_.operation)) + " needs none";
  std::string text = std::string(policy::title(request_.function));
  text += user_.functions.contains(request_.function)      ? ": in the profile"
          : policy::holds(user_, request_.function, day()) ? ": lent for a term"
                                                           : ": not in the profile";
  if (has(station, CheckId::FN_2)) text += "; not in " + possessive(agency_) + " agreement";
  return text + "; for " + in_sentence(world_[request_.purpose].title);
}

std::string Facts::of_hits(const Station& station) const {
  if (!decision_.permitted()) return "A denied search is not run";
  if (station.hits == 0) return "No record was found";
  return "Asked of each of " + std::to_string(station.hits) + " records";
}

std::string Facts::level(const Station& station) const {
  if (!record_) return is_search() ? of_hits(station) : "None needed";
  if (has(station, CheckId::DA_2))
    return std::string(policy::title(record_->category)) + ": not in " + possessive(agency_) + " agreement";
  if (!policy::has_levels(record_->category)) {
    const std::string data(policy::title(record_->category));
    return data + (station.state == LinkState::broken ? ": not open to " + user_.name : ": no levels");
  }
  std::string text = std::string(policy::title(record_->level)) + ": ";
  switch (record_->level) {
    case Level::level_1:
      return text + "open to every user";
    case Level::level_2:
      return text + "open to " + called(world_[record_->owner]) + " alone";
    case Level::level_3:
    case Level::level_4:
      break;
  }
  return text + "open to " + policy::in_words(world_, record_->designation);
}

std::string Facts::memo(const Station& station) const {
  if (!record_) return is_search() ? of_hits(station) : "None needed";
  if (policy::owns(world_, user_.agency, *record_))
    return "None needed: it is " + possessive(agency_) + " own";
  const Ref<policy::Agency> owner = policy::memo_owner(world_, *record_);
  const std::string& name = called(world_[owner]);
  if (has(station, CheckId::DA_8) && !policy::has_levels(record_->category))
    return possessive(agency_) + " agreement does not open these data to an ANACI";
  bool in_force = false, covers = false;
  for (const policy::OwnerMemo& each : world_.memos) {
    in_force |= each.owner == owner && each.to == user_.agency && each.term && each.term->covers(day());
    covers |= policy::memo_covers(each, world_, request_.user, *record_,
                                  policy::access_needed(request_.operation), day());
  }
  if (station.state == LinkState::broken) {
    if (!in_force) return "No memo of " + name + " to " + agency_ + " is in force";
    return possessive(name) + " memo to " + agency_ +
           (covers ? " leaves out an ANACI" : " does not cover it");
  }
  return station.state == LinkState::holds && covers ? possessive(name) + " memo to " + agency_ + " covers it"
                                                     : "None needed";
}

/// What of a record's own checks failed, where the record alone does not tell; else empty.
std::string Facts::not_for_the_record(CheckId check) const {
  if (check == CheckId::DA_9)
    return world_[request_.purpose].title + " is not one of " + possessive(user_.name) + " duties";
  if (!record_) return {};
  const std::string& owner = called(world_[policy::memo_owner(world_, *record_)]);
  if (check == CheckId::DA_11) return "No memo of " + owner + " lets " + agency_ + " change it";
  if (check == CheckId::DI_3)
    return "Not approved by " + called(world_[record_->owner]) + " and " + called(world_[world_.host]);
  return {};
}

std::string Facts::record(const Station& station) const {
  if (!station.failed.empty() && station.state == LinkState::broken) {
    if (std::string why = not_for_the_record(station.failed.front()); !why.empty()) return why;
  }
  if (is_search()) {
    const auto found = decision_.hits.size();
    const auto withheld = static_cast<std::size_t>(std::count_if(
        decision_.hits.begin(), decision_.hits.end(), [](const policy::Hit& hit) { return hit.withheld(); }));
    if (!decision_.permitted()) return "A denied search is not run";
    if (found == 0) return "No record was found";
    const std::string shown = std::to_string(found - withheld) + " shown";
    return withheld == 0 ? shown : shown + ", " + std::to_string(withheld) + " withheld";
  }
  if (!record_) return std::string(policy::title(request_.operation)) + ": it concerns no record";
  return in_quotes(record_->title) + (record_->absent ? ": not on the platform" : ", of ") +
         (record_->absent ? "" : called(world_[record_->owner]));
}

std::string Facts::of(const Station& station) const {
  switch (station.link) {
    case Link::account:
      return account();
    case Link::agency:
      return agency();
    case Link::function:
      return function(station);
    case Link::level:
      return level(station);
    case Link::memo:
      return memo(station);
    case Link::record:
      break;
  }
  return record(station);
}

/// Whether a check tells of the link that it stands for. One of the request (is the purpose a duty?) tells of the link to
/// the record only where it fails: while it passes, no record need have been reached.
bool tells_of_its_link(const policy::Check& check, Verdict verdict) {
  if (verdict == Verdict::not_applicable) return false;
  return verdict == Verdict::fail || check.scope == policy::Scope::record ||
         policy::traits(check.id).link != Link::record;
}

/// Takes the verdicts on one thing into the stations. Says at which of them it failed.
std::array<bool, link_count> count_stations(const policy::Verdicts& verdicts, Flow& flow) {
  std::array<bool, link_count> fails{};
  for (const policy::Check& check : policy::checks()) {
    const Verdict verdict = verdicts[check.id];
    if (!tells_of_its_link(check, verdict)) continue;
    const auto at = static_cast<std::size_t>(policy::traits(check.id).link);
    Station& station = flow[at];
    if (station.state == LinkState::not_applicable) station.state = LinkState::holds;
    if (verdict != Verdict::fail) continue;
    fails[at] = true;
    if (!has(station, check.id)) station.failed.push_back(check.id);
  }
  return fails;
}

}  // namespace

Flow flow_of(const World& world, const Request& request, const Decision& decision) {
  Flow flow;
  for (std::size_t i = 0; i < link_count; ++i) flow[i].link = static_cast<Link>(i);
  const auto fails = count_stations(decision.verdicts, flow);
  for (const policy::Hit& hit : decision.hits) {
    const auto hit_fails = count_stations(hit.verdicts, flow);
    for (std::size_t i = 0; i < link_count; ++i) flow[i].broken_for += hit_fails[i];
  }
  // Where everything holds that was asked, the path has led to its end.
  Station& end = flow[static_cast<std::size_t>(Link::record)];
  if (decision.permitted() && end.state == LinkState::not_applicable) end.state = LinkState::holds;

  const Facts facts(world, request, decision);
  for (std::size_t i = 0; i < link_count; ++i) {
    Station& each = flow[i];
    each.hits = decision.hits.size();
    if (fails[i] || (each.broken_for > 0 && each.broken_for == each.hits)) {
      each.state = LinkState::broken;
    } else if (each.broken_for > 0) {
      each.state = LinkState::partly;
    }
    std::sort(each.failed.begin(), each.failed.end());
    each.primary = decision.primary() && has(each, *decision.primary());
    each.title = facts.title(each);
    each.facts = facts.of(each);
  }
  return flow;
}

std::string state_in_words(const Station& station) {
  std::string codes;
  for (const CheckId each : station.failed)
    codes += (codes.empty() ? ": " : ", ") + std::string(policy::check(each).code);
  switch (station.state) {
    case LinkState::holds:
      return "holds";
    case LinkState::partly:
      return "broken for " + std::to_string(station.broken_for) + " of " + std::to_string(station.hits) +
             " records" + codes;
    case LinkState::broken:
      return "broken" + codes;
    case LinkState::not_applicable:
      break;
  }
  return "not asked";
}

}  // namespace ntk::analysis
