// Memoranda of agreement, owners' memos, and their terms.
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

policy::CategorySet read_categories(Reading& reading, const Node& list, AssignableField field) {
  return read_set<policy::Category>(reading.diagnostics, list, [&](Diagnostics&, const Node& item) {
    return read_category(reading, item, field);
  });
}

void read_agreement(Reading& reading, const Node& node, policy::Agreement& agreement) {
  ObjectReader object(reading, node, "an agreement");
  object.id(agreement.id);
  object.line("title", agreement.title);
  agreement.agency.at = object.need_reference("agency", IdKind::agency).value_or(0);
  if (const auto term = object.find_or_null("term")) agreement.term = read_term(reading, *term);
  agreement.categories = object.set<policy::Category>("categories");
  agreement.functions = object.set<policy::Function>("functions");
  if (const auto list = object.find("anaci_categories")) {
    agreement.anaci_categories = read_categories(reading, *list, AssignableField::agreement_anaci_categories);
  }
}

void read_owner_memo(Reading& reading, const Node& node, policy::OwnerMemo& memo) {
  ObjectReader object(reading, node, "an owner's memo");
  object.id(memo.id);
  object.line("title", memo.title);
  memo.owner.at = object.need_reference("owner", IdKind::agency).value_or(0);
  memo.to.at = object.need_reference("to", IdKind::agency).value_or(0);
  if (const auto term = object.find_or_null("term")) memo.term = read_term(reading, *term);
  if (const auto list = object.find("categories")) {
    memo.categories = read_categories(reading, *list, AssignableField::memo_categories);
  }
  if (const auto list = object.find("levels")) {
    memo.levels = read_set<policy::Level>(reading.diagnostics, *list, read_memo_level);
  }
  memo.access = object.word<policy::Access>("access").value_or(memo.access);
  object.boolean("anaci", memo.anaci);
}

}  // namespace

policy::Term read_term(Reading& reading, const Node& node) {
  policy::Term term;
  ObjectReader object(reading, node, "a term");
  if (const auto first = object.need("first", date_noun)) {
    term.first = read_date(reading.diagnostics, *first).value_or(policy::Date{});
  }
  if (const auto last = object.find("last")) {
    term.last = read_date(reading.diagnostics, *last);
    report_if_reversed(reading.diagnostics, term, *last);
  }
  return term;
}

std::optional<policy::Category> read_category(Reading& reading, const Node& node, AssignableField field) {
  const auto category = read_word<policy::Category>(reading.diagnostics, node);
  if (!category || possible_categories(field).contains(*category)) return category;
  const bool is_memo = field == AssignableField::memo_categories;
  report(reading.diagnostics, Code::wrong_category, node,
         in_backticks(policy::word(*category)) +
             (is_memo ? " carries no levels: no owner's memo covers it"
                      : " carries levels: no agreement opens it to ANACI holders"),
         is_memo ? "owners' memos cover `subject`, `lookout`, `moir`, `seizure`"
                 : "for data with levels an owner's memo says it: `\"anaci\": true`");
  return std::nullopt;
}

std::optional<policy::Level> read_memo_level(Diagnostics& diagnostics, const Node& node) {
  const auto level = read_integer(diagnostics, node, 1, 4);
  return level ? std::optional(static_cast<policy::Level>(*level)) : std::nullopt;
}

void read_agreements(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("agreements"), world.agreements, read_agreement);
}

void read_owner_memos(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("owner_memos"), world.memos, read_owner_memo);
}

}  // namespace ntk::scenario
