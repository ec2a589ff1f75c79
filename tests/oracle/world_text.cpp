#include <utility>
#include <variant>

#include "tests/oracle/comparison.h"

namespace ntk::oracle {
namespace {

using namespace policy;

template <class E>
std::string words_of(EnumSet<E> set) {
  if (set == all<E>()) return "{all}";
  std::string text;
  for (const Word<E>& each : words<E>()) {
    if (set.contains(each.value)) text += (text.empty() ? "" : ",") + std::string(each.word);
  }
  return "{" + text + "}";
}

template <class E>
std::string a(E value) {
  return " " + std::string(word(value));
}

std::string text_of(const std::optional<Term>& term) {
  if (!term) return "unsigned";
  return to_text(term->first) + ".." + (term->last ? to_text(*term->last) : "");
}

template <class T>
std::string text_of(const std::vector<Ref<T>>& refs) {
  std::string text;
  for (const Ref<T> ref : refs) text += (text.empty() ? "" : ",") + std::to_string(ref.at);
  return "[" + text + "]";
}

std::string text_of(const std::vector<Field>& fields) {
  std::string text;
  for (const Field& field : fields) text += " " + field.name + "=`" + field.value + "`";
  return text;
}

template <class T>
std::string text_of(const std::optional<Ref<T>>& ref) {
  return ref ? std::to_string(ref->at) : "none";
}

/// ", training 2016-03-01"; nothing where there is no such date.
std::string dated(const std::string& what, const std::optional<Date>& date) {
  return date ? ", " + what + " " + to_text(*date) : "";
}

std::string text_of(const Designation& designation) {
  std::string text;
  for (const DesignationClass& each : designation) {
    text += ", class agencies " + text_of(each.agencies) + " categories " + words_of(each.categories) +
            " users " + text_of(each.users);
  }
  return text;
}

std::string text_of(const Agency& agency) {
  return std::string(word(agency.standing)) + dated("certified", agency.certified);
}

std::string text_of(const User& user) {
  std::string text = "agency " + std::to_string(user.agency.at) + a(user.category) + a(user.account) +
                     a(user.nationality) + (user.exempted ? " exempted" : "");
  if (user.investigation) {
    text += a(user.investigation->type) + a(user.investigation->adjudication) + " " +
            to_text(user.investigation->completed);
  }
  text += dated("training", user.training_passed) + dated("certified", user.certified) +
          dated("ncic", user.ncic_certified) + "," + a(user.logon) + ", station `" + user.duty_station + "`";
  text += ", functions " + words_of(user.functions) + ", may assign " + words_of(user.may_assign) + ", sco " +
          text_of(user.sco);
  for (const Transaction& each : user.transactions) {
    text += ", transaction" + a(each.function) + " " + text_of(each.term);
  }
  return text + ", duties " + text_of(user.duties);
}

std::string text_of(const Agreement& agreement) {
  return "of agency " + std::to_string(agreement.agency.at) + " " + text_of(agreement.term) +
         ", categories " + words_of(agreement.categories) + ", anaci " +
         words_of(agreement.anaci_categories) + ", functions " + words_of(agreement.functions);
}

std::string text_of(const OwnerMemo& memo) {
  return "of agency " + std::to_string(memo.owner.at) + " to " + std::to_string(memo.to.at) + " " +
         text_of(memo.term) + ", categories " + words_of(memo.categories) + ", levels " +
         words_of(memo.levels) + a(memo.access) + (memo.anaci ? ", also for anaci" : "");
}

std::string text_of(const Interface& interface) {
  return "of agencies " + text_of(interface.agencies) + a(interface.direction) + ", categories " +
         words_of(interface.categories) + ", isa " + text_of(interface.isa);
}

std::string text_of(const PassingApproval& approval) {
  return "of record " + std::to_string(approval.record.at) + " from agency " +
         std::to_string(approval.from.at) + " to " + std::to_string(approval.to.at) +
         dated("owner", approval.owner_approved) + dated("host", approval.host_authorised);
}

std::string text_of(const Retention& kept) {
  return dated("collected", kept.collected) + dated("closed", kept.closed) +
         dated("limitation expired", kept.limitation_expired) + dated("expires", kept.expires) +
         dated("keep until", kept.keep_until) + (kept.us_person ? ", us person" : "") +
         (kept.open_matter ? ", open matter" : "");
}

std::string text_of(const Record& record) {
  std::string text = std::string(word(record.category)) + " of agency " + std::to_string(record.owner.at) +
                     ", level" + a(record.level) + ", creator " + text_of(record.creator) +
                     text_of(record.designation) + text_of(record.retention) +
                     (record.system.empty() ? "" : " in " + record.system);
  if (record.parent) text += ", parent " + text_of(record.parent);
  if (!record.links.empty()) text += ", links " + text_of(record.links);
  if (record.profile_of) text += ", profile of user " + text_of(record.profile_of);
  if (record.referred) text += ", referred " + to_text(*record.referred);
  if (record.absent) text += ", absent";
  return text + text_of(record.fields);
}

std::string text_of(const Change& change) {
  std::string text;
  if (change.level) text += ", to level" + a(*change.level);
  if (change.designation) text += ", designating" + text_of(*change.designation);
  if (!change.functions.empty()) text += ", giving " + words_of(change.functions);
  return text;
}

std::string text_of(const Disclosure& disclosure) {
  std::string text = ", disclosed to agency " + text_of(disclosure.to) + ", stating";
  for (const auto& each : words<Statement>()) {
    if (disclosure.states.contains(each.value)) text += ' ' + std::string(each.word);
  }
  return text;
}

std::string text_of_target(const Request& request) {
  if (const auto* ref = std::get_if<Ref<Record>>(&request.target)) {
    return " record " + std::to_string(ref->at);
  }
  if (const auto* search = std::get_if<Search>(&request.target)) {
    return " " + words_of(search->categories) + text_of(search->terms);
  }
  if (const auto* record = std::get_if<Record>(&request.target)) return " new record: " + text_of(*record);
  return " nothing";
}

std::string text_of(const Request& request) {
  std::string text = "user " + std::to_string(request.user.at) + a(request.function) + a(request.operation) +
                     text_of_target(request) + ", purpose " + std::to_string(request.purpose.at) + ", on " +
                     to_text(request.moment) + ", at `" + request.place + "`";
  if (request.interface) text += ", interface " + text_of(request.interface);
  if (!request.accepts_notice) text += ", declining the notice";
  text += text_of(request.change);
  if (request.disclosure) text += text_of(*request.disclosure);
  return text;
}

template <class List>
std::string lines(const std::string& kind, const List& things) {
  std::string text;
  for (std::size_t at = 0; at < things.size(); ++at) {
    text += kind + " " + std::to_string(at) + ": " + text_of(things[at]) + "\n";
  }
  return text;
}

}  // namespace

std::string in_full(const World& world, const Request& request) {
  const Parameters& years = world.parameters;
  std::string text = "host " + std::to_string(world.host.at);
  for (const auto& [what, number] : {std::pair{"anaci", years.anaci_years},
                                     {"bi", years.bi_years},
                                     {"training", years.training_years},
                                     {"account", years.account_years},
                                     {"agency", years.agency_years},
                                     {"ncic", years.ncic_years}}) {
    text += ", " + std::string(what) + " " + std::to_string(number) + " years";
  }
  return text + "\n" + lines("agency", world.agencies) + lines("user", world.users) +
         lines("agreement", world.agreements) + lines("memo", world.memos) +
         lines("interface", world.interfaces) + lines("approval", world.approvals) +
         lines("record", world.records) + "request: " + text_of(request) + "\n";
}

}  // namespace ntk::oracle
