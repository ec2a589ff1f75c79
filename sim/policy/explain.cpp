#include "sim/policy/explain.h"

#include "sim/policy/explain_checks.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy {
namespace {

using sentences::Case;

using RequestSentence = std::string (*)(const Case&);
using RecordSentence = std::string (*)(const Case&, const Record&);

struct Row {
  RequestSentence request = nullptr;
  RecordSentence record = nullptr;

  constexpr explicit Row(RequestSentence sentence) : request(sentence) {}
  constexpr explicit Row(RecordSentence sentence) : record(sentence) {}
};

constexpr Row sentence_table[] = {
#define RULE(name, ...) Row{sentences::name},
#include "sim/policy/checks.def"
#undef RULE
};

/// Why a check is not asked of a request of this kind at all; empty where it is its own matter.
std::string not_asked(const Case& judged, const Check& check) {
  if (is_submitter(judged.world, judged.user.agency) && check.id != CheckId::US_1) {
    return called(judged.agency) + " is a submitter without an account: only US-1 is asked of it.";
  }
  const auto* one = std::get_if<Ref<Record>>(&judged.request.target);
  if (one != nullptr && judged.world[*one].absent &&
      (check.scope == Scope::record || check.id == CheckId::DI_3)) {
    return in_quotes(judged.world[*one].title) + " is not on the platform: nothing is asked of it.";
  }
  const Operation operation = judged.request.operation;
  if (operation == Operation::logon && check.gate != Gate::account)
    return "A logon is decided by the account alone.";
  if (operation == Operation::logoff) return "Nothing is asked of who logs off.";
  return {};
}

}  // namespace

std::vector<CheckId> checks_of(const Hit& hit) {
  std::vector<CheckId> told;
  for (const Check& each : checks()) {
    if (each.scope == Scope::record || hit.verdicts[each.id] == Verdict::fail) told.push_back(each.id);
  }
  return told;
}

std::string explain(const World& world, const Request& request, CheckId check, Verdict verdict,
                    std::optional<Ref<Record>> record) {
  const User& user = world[request.user];
  const Case judged{world, request, user, world[user.agency], request.moment.day, verdict, record};
  if (!judged.applies()) {
    if (std::string why = not_asked(judged, policy::check(check)); !why.empty()) return why;
  }
  const Row& row = sentence_table[static_cast<std::size_t>(check)];
  if (row.request) return row.request(judged);
  if (const auto* created = std::get_if<Record>(&request.target))
    return row.record(judged, as_created(world, request, *created));
  if (!record) return "Asked of each record that the search finds.";
  return row.record(judged, world[*record]);
}

std::string in_words(const Search& search) {
  if (search.categories.empty() && search.terms.empty()) return "everything";
  std::string text;
  if (!search.categories.empty()) text = listed_in_sentence(search.categories);
  for (const Field& term : search.terms) {
    text += (text.empty() ? "" : ", ") + term.name + " = " + term.value;
  }
  return text;
}

std::string in_words(const World& world, const Target& target) {
  if (const auto* one = std::get_if<Ref<Record>>(&target)) return world[*one].title;
  if (const auto* created = std::get_if<Record>(&target)) return created->title;
  if (const auto* search = std::get_if<Search>(&target)) return in_words(*search);
  return {};
}

std::string in_words(const World& world, const Request& request) {
  std::string what = in_sentence(title(request.operation));
  const std::string target = in_words(world, request.target);
  if (is_search(request.operation)) {
    what += " for " + target;
  } else if (!target.empty()) {
    what += " " + in_quotes(target);
  }
  const std::string asks = with_agency(world, request.user) + " asks to " + what;
  if (request.operation == Operation::logon) {
    return asks + (request.accepts_notice ? ", and accepts" : ", and does not accept") +
           " the monitoring notice.";
  }
  if (names_no_function(request.operation)) return asks + ".";
  return asks + " by " + in_quotes(title(request.function)) + ", for " +
         in_sentence(world[request.purpose].title) + ".";
}

}  // namespace ntk::policy
