#include "web/view/thing_view.h"

#include <algorithm>
#include <string_view>

#include "sim/policy/papers.h"
#include "sim/policy/phrases.h"
#include "sim/policy/unicode.h"
#include "web/view/catalogue_view.h"

namespace ntk::web {
namespace {

using policy::World;
using scenario::AssignableFieldWord;
using scenario::AssignableKind;

class Facts {
 public:
  explicit Facts(std::vector<Fact>& facts) : facts_(facts) {}

  void add(std::string_view title, std::string_view words) {
    facts_.push_back({std::string(title), std::string(words)});
  }
  /// Nothing where there are no words.
  void add_stated(std::string_view title, std::string_view words) {
    if (!words.empty()) add(title, words);
  }

 private:
  std::vector<Fact>& facts_;
};

void add_record(ThingView& view, const World& world, const policy::Record& record) {
  view.id = record.id;
  view.title = record.title;
  Facts facts(view.facts);
  facts.add("Data", policy::title(record.category));
  facts.add("Owner", in_full(world[record.owner]));
  if (record.creator) facts.add("Entered by", world[*record.creator].name);
  if (record.absent) facts.add("Status", "not on the platform");
  if (record.primary) facts.add("On Primary", policy::in_words(*record.primary));
  if (!record.system.empty()) facts.add("Held in", system_in_words(record.system));
  Facts content(view.content);
  for (const policy::Field& each : record.fields) content.add(policy::field_label(each.name), each.value);
  if (!policy::has_levels(record.category)) view.note = "Data of this category has no access level.";
}

std::string account_in_words(const policy::User& user) {
  return std::string(policy::title(user.account)) + ", " +
         (user.certified ? "certified " + policy::in_words(*user.certified) : "never certified");
}

std::string duties_in_words(const World& world, const policy::User& user) {
  std::vector<std::string> duties;
  for (const policy::Ref<policy::Purpose> each : user.duties) duties.push_back(world[each].title);
  return duties.empty() ? "none" : policy::listed(duties, "and");
}

std::string temporary_functions(const policy::User& user) {
  std::string text;
  for (const policy::Transaction& each : user.transactions) {
    if (!text.empty()) text += "; ";
    text += std::string(policy::title(each.function)) + ", " + policy::in_words(each.term);
  }
  return text;
}

void add_user(ThingView& view, const World& world, const policy::User& user) {
  view.id = user.id;
  view.title = user.name;
  Facts facts(view.facts);
  facts.add("Agency", in_full(world[user.agency]));
  facts.add("Standing", policy::title(world[user.agency].standing));
  facts.add("Category of user", policy::title(user.category));
  if (user.nationality != policy::Nationality::us_national) {
    facts.add("Nationality",
              std::string(policy::title(user.nationality)) + (user.exempted ? ", exempted by name" : ""));
  }
  facts.add("Account", account_in_words(user));
  facts.add("Awareness course",
            user.training_passed ? "passed " + policy::in_words(*user.training_passed) : "never passed");
  if (user.ncic_certified) facts.add("NCIC certified", policy::in_words(*user.ncic_certified));
  facts.add("Duties", duties_in_words(world, user));
  facts.add_stated("Duty station", user.duty_station);
  facts.add("Session", policy::title(user.logon));
  facts.add_stated("Temporary functions", temporary_functions(user));
}

void add_agreement(ThingView& view, const World& world, std::uint32_t at) {
  view.id = world.agreements[at].id;
  view.title = policy::paper_title(world, policy::Ref<policy::Agreement>{at});
  Facts(view.facts).add("Agency", in_full(world[world.agreements[at].agency]));
}

void add_memo(ThingView& view, const World& world, std::uint32_t at) {
  const policy::OwnerMemo& memo = world.memos[at];
  view.id = memo.id;
  view.title = policy::paper_title(world, policy::Ref<policy::OwnerMemo>{at});
  Facts facts(view.facts);
  facts.add("Owner of the records", in_full(world[memo.owner]));
  facts.add("Agency that gets access", in_full(world[memo.to]));
}

void add_letter(ThingView& view, const policy::Letter& letter) {
  view.id = letter.id;
  view.title = letter.title;
  Facts facts(view.facts);
  facts.add("From", letter.from);
  facts.add_stated("For", letter.body);
  facts.add_stated("Address", letter.address);
  facts.add(letter.in_writing ? "The letter says" : "Asked orally", letter.text);
}

void add_what_it_is(ThingView& view, const World& world) {
  switch (view.kind) {
    case AssignableKind::record:
      return add_record(view, world, world.records[view.at]);
    case AssignableKind::user:
      return add_user(view, world, world.users[view.at]);
    case AssignableKind::agreement:
      return add_agreement(view, world, view.at);
    case AssignableKind::memo:
      return add_memo(view, world, view.at);
    case AssignableKind::letter:
      break;
  }
  add_letter(view, world.letters[view.at]);
}

}  // namespace

bool ThingView::locked() const {
  return std::all_of(fields.begin(), fields.end(), [](const FieldView& each) { return each.locked(); });
}

const FieldView* ThingView::field(scenario::AssignableField which) const {
  for (const FieldView& each : fields) {
    if (each.field == which) return &each;
  }
  return nullptr;
}

ThingView view_thing(const session::Session& session, const OpenFields& open, AssignableKind kind,
                     std::uint32_t at) {
  ThingView view;
  view.kind = kind;
  view.at = at;
  add_what_it_is(view, session.world());
  if (!view.note.empty()) return view;
  for (const AssignableFieldWord& each : scenario::assignable_fields()) {
    if (each.kind != kind || !scenario::exists(each.field, session.world())) continue;
    const auto assignable = open.find(each.field, at);
    view.fields.push_back(assignable ? view_field(session, *assignable)
                                     : view_locked_field(session, each.field, at));
  }
  return view;
}

std::string search_text(const World& world, AssignableKind kind, std::uint32_t at) {
  std::string text;
  const auto add = [&](std::string_view each) { text.append(each).append("\n"); };
  if (kind == AssignableKind::record) {
    const policy::Record& record = world.records[at];
    for (const std::string_view each :
         {std::string_view(record.id), std::string_view(record.title), policy::title(record.category)})
      add(each);
    add(in_full(world[record.owner]));
    for (const policy::Field& each : record.fields) add(policy::field_label(each.name) + ": " + each.value);
  } else if (kind == AssignableKind::user) {
    add(world.users[at].id);
    add(world.users[at].name);
    add(in_full(world[world.users[at].agency]));
  } else if (kind == AssignableKind::agreement) {
    add(world.agreements[at].id);
    add(world.agreements[at].title);
    add(in_full(world[world.agreements[at].agency]));
  } else if (kind == AssignableKind::memo) {
    add(world.memos[at].id);
    add(world.memos[at].title);
    add(in_full(world[world.memos[at].owner]));
    add(in_full(world[world.memos[at].to]));
  } else {
    add(world.letters[at].id);
    add(world.letters[at].title);
    add(world.letters[at].from);
  }
  return policy::fold(std::move(text));
}

std::string in_full(const policy::Agency& agency) {
  const std::string& called = policy::called(agency);
  return called == agency.name ? called : agency.name + " (" + called + ")";
}

}  // namespace ntk::web
