#include <variant>

#include "tests/oracle/comparison.h"

namespace ntk::oracle {
namespace {

using namespace policy;

template <class E>
std::string words_of(EnumSet<E> set) {
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

std::string text_of(const User& user) {
  std::string text = "agency " + std::to_string(user.agency.at) + a(user.category) + a(user.account);
  if (user.investigation) {
    text += a(user.investigation->type) + a(user.investigation->adjudication) + " " +
            to_text(user.investigation->completed);
  }
  text += ", training " + (user.training_passed ? to_text(*user.training_passed) : "none");
  text += ", functions " + words_of(user.functions);
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

std::string text_of(const Record& record) {
  std::string text = std::string(word(record.category)) + " of agency " + std::to_string(record.owner.at) +
                     ", level" + a(record.level);
  text += ", creator " + (record.creator ? std::to_string(record.creator->at) : "none");
  for (const DesignationClass& each : record.designation) {
    text += ", class agencies " + text_of(each.agencies) + " categories " + words_of(each.categories) +
            " users " + text_of(each.users);
  }
  return text + text_of(record.fields);
}

std::string text_of(const Request& request) {
  std::string text = "user " + std::to_string(request.user.at) + a(request.function) + a(request.operation);
  if (const auto* record = std::get_if<Ref<Record>>(&request.target)) {
    text += " record " + std::to_string(record->at);
  } else {
    const Search& search = std::get<Search>(request.target);
    text += " " + words_of(search.categories) + text_of(search.terms);
  }
  return text + ", purpose " + std::to_string(request.purpose.at) + ", on " + to_text(request.moment.day);
}

template <class T>
std::string lines(const std::string& kind, const std::vector<T>& things) {
  std::string text;
  for (std::size_t at = 0; at < things.size(); ++at) {
    text += kind + " " + std::to_string(at) + ": " + text_of(things[at]) + "\n";
  }
  return text;
}

}  // namespace

std::string in_full(const World& world, const Request& request) {
  std::string text = "anaci " + std::to_string(world.parameters.anaci_years) + " years, bi " +
                     std::to_string(world.parameters.bi_years) + ", training " +
                     std::to_string(world.parameters.training_years) + "\n";
  for (std::size_t at = 0; at < world.agencies.size(); ++at) {
    text += "agency " + std::to_string(at) + ":" + a(world.agencies[at].standing) + "\n";
  }
  return text + lines("user", world.users) + lines("agreement", world.agreements) +
         lines("memo", world.memos) + lines("record", world.records) + "request: " + text_of(request) + "\n";
}

}  // namespace ntk::oracle
