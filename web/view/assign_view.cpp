#include "web/view/assign_view.h"

#include <algorithm>
#include <array>

#include "sim/policy/phrases.h"
#include "web/app/search.h"
#include "web/view/crossing_view.h"

namespace ntk::web {
namespace {

using policy::World;
using scenario::Assignable;
using scenario::AssignableKind;
using session::Session;

struct KindRow {
  AssignableKind kind;
  std::string_view word, title, short_title;
  std::string_view one, several;
};
constexpr std::array kind_rows = {
    KindRow{AssignableKind::record, "record", "Records", "Records", "record", "records"},
    KindRow{AssignableKind::user, "user", "Users", "Users", "user", "users"},
    KindRow{AssignableKind::agreement, "agreement", "Agreements", "Agreements", "agreement", "agreements"},
    KindRow{AssignableKind::memo, "owner_memo", "Owners’ memos", "Memos", "owner’s memo", "owners’ memos"},
    KindRow{AssignableKind::letter, "letter", "Letters", "Letters", "letter", "letters"},
};

const KindRow& row(AssignableKind kind) {
  return kind_rows[static_cast<std::size_t>(kind)];
}

std::size_t count_things(const World& world, AssignableKind kind) {
  switch (kind) {
    case AssignableKind::record:
      return world.records.size();
    case AssignableKind::user:
      return world.users.size();
    case AssignableKind::agreement:
      return world.agreements.size();
    case AssignableKind::memo:
      return world.memos.size();
    case AssignableKind::letter:
      break;
  }
  return world.letters.size();
}

/// Profiles are not listed: their users are.
bool is_listed(const World& world, AssignableKind kind, std::uint32_t at) {
  return kind != AssignableKind::record || !world.records[at].profile_of;
}

std::string locked_in_words(const KindRow& named, std::size_t locked, std::size_t open) {
  if (locked == 0) return {};
  return (open == 0 && locked > 1 ? "All " : "") + policy::in_digits(locked) + " " +
         std::string(locked == 1 ? named.one : named.several) + (locked == 1 ? " is locked" : " are locked");
}

AssignKind view_kind(const World& world, const OpenFields& open, const KindRow& named) {
  AssignKind kind{named.kind, named.word, named.title, named.short_title, {}, 0, {}, {}};
  std::vector<std::uint32_t> locked;
  const std::span<const std::uint32_t> opened = open.things(named.kind);
  auto next = opened.begin();
  for (std::uint32_t at = 0; at < count_things(world, named.kind); ++at) {
    const bool is_open = next != opened.end() && *next == at;
    if (is_open) ++next;
    if (is_listed(world, named.kind, at)) (is_open ? kind.things : locked).push_back(at);
  }
  kind.open = kind.things.size();
  kind.things.insert(kind.things.end(), locked.begin(), locked.end());
  kind.locked = locked_in_words(named, locked.size(), kind.open);
  if (kind.things.empty())
    kind.empty = "This lesson has no " + std::string(named.several) + ", so there is nothing to assign here.";
  return kind;
}

std::string about_in_words(const Session& session) {
  const auto& opened = session.scenario().assignables;
  if (opened.empty())
    return "There is nothing to assign in this lesson. Run its requests to see what happens.";
  if (session.conceals())
    return "You have only the audit trail. Read it, find out which of these fields are wrong, and mark them.";
  return policy::counted(opened.size(), "field is", "fields are") +
         " yours to assign. Everything else is locked.";
}

}  // namespace

const AssignKind& AssignView::kind(AssignableKind which) const {
  for (const AssignKind& each : kinds) {
    if (each.kind == which) return each;
  }
  return kinds.front();
}

AssignView view_assign(const Session& session) {
  AssignView view;
  view.about = about_in_words(session);
  view.open = OpenFields(session.scenario());
  for (const KindRow& each : kind_rows) {
    // Few lessons have letters.
    if (each.kind == AssignableKind::letter && session.world().letters.empty()) continue;
    view.kinds.push_back(view_kind(session.world(), view.open, each));
  }
  const auto& opened = session.scenario().assignables;
  view.crosses = !session.conceals() && std::any_of(opened.begin(), opened.end(), [](const Assignable& each) {
    return crosses(each.field);
  });
  return view;
}

LockedThings find_locked(const Session& session, const AssignKind& kind, std::size_t first, std::size_t count,
                         std::string_view words) {
  const Search search(words);
  LockedThings found;
  const std::size_t all = kind.things.size() - kind.open;
  for (std::size_t i = kind.open; i < kind.things.size(); ++i) {
    if (!search.empty() && !search.finds(search_text(session.world(), kind.kind, kind.things[i]))) continue;
    if (found.fit >= first && found.fit - first < count) found.shown.push_back(kind.things[i]);
    ++found.fit;
  }
  found.count = (found.fit == all ? "" : std::to_string(found.fit) + " of ") + std::to_string(all) +
                " with nothing to assign";
  if (found.shown.size() < found.fit && !found.shown.empty()) {
    found.count +=
        ", " + std::to_string(first + 1) + " to " + std::to_string(first + found.shown.size()) + " shown";
  }
  return found;
}

std::string search_title(const AssignKind& kind) {
  const bool is_record = kind.kind == AssignableKind::record;
  return "Find " + std::string(row(kind.kind).several) + " by name" +
         (is_record ? ", agency or content" : " or agency");
}

}  // namespace ntk::web
