#include "web/canvas/panels/assign.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/phrases.h"
#include "web/canvas/panels/choice_grid.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/catalogue_view.h"

namespace ntk::web::panels {
namespace {

using scenario::AssignableField;
using scenario::AssignableFieldWord;
using scenario::AssignableKind;
using session::Session;
using ui::Face;
using ui::px;
using ui::Role;

constexpr AssignableKind kinds[] = {AssignableKind::record, AssignableKind::user, AssignableKind::agreement,
                                    AssignableKind::memo, AssignableKind::letter};

std::string_view title(AssignableKind kind) {
  constexpr std::string_view titles[] = {"Records", "Users", "Agreements", "Owners’ memos", "Letters"};
  return titles[static_cast<std::size_t>(kind)];
}

/// Where there is little room.
std::string_view short_title(AssignableKind kind) {
  return kind == AssignableKind::memo ? "Memos" : title(kind);
}

std::size_t count_things(const policy::World& world, AssignableKind kind) {
  const std::size_t counts[] = {world.records.size(), world.users.size(), world.agreements.size(),
                                world.memos.size(), world.letters.size()};
  return counts[static_cast<std::size_t>(kind)];
}

/// Letters have a tab where a lesson has some.
bool is_shown(const Session& session, AssignableKind kind) {
  return kind != AssignableKind::letter || !session.world().letters.empty();
}

/// Whether a thing stands in the list. Profiles do not: their users do.
bool is_listed(const policy::World& world, AssignableKind kind, std::uint32_t at) {
  return kind != AssignableKind::record || !world.records[at].profile_of;
}

std::string letter_facts(const policy::Letter& letter) {
  return "From " + letter.from + (letter.body.empty() ? "" : ", " + letter.body) +
         (letter.address.empty() ? "" : " · " + letter.address) + "\n" + letter.text;
}

std::string record_facts(const policy::World& world, const policy::Record& record) {
  std::string text =
      std::string(policy::title(record.category)) + " · owner " + policy::called(world[record.owner]);
  if (record.creator) text += " · entered by " + world[*record.creator].name;
  if (record.absent) text += " · not on the platform";
  if (record.primary) text += " · on Primary: " + policy::in_words(*record.primary);
  if (!record.system.empty()) text += " · held in " + system_in_words(record.system);
  for (const policy::Field& field : record.fields) {
    text += (&field == &record.fields.front() ? "\n" : "; ") + field.name + ": " + field.value;
  }
  return text;
}

std::string user_facts(const policy::World& world, const policy::User& user) {
  const policy::Agency& agency = world[user.agency];
  std::string text = std::string(policy::title(user.category)) + " · " + in_full(agency) + ", " +
                     policy::in_sentence(policy::title(agency.standing));
  if (user.account == policy::AccountState::suspended) text += " · account suspended";
  if (user.logon != policy::Logon::notice_accepted) {
    text += " · " + policy::in_sentence(policy::title(user.logon));
  }
  if (user.nationality != policy::Nationality::us_national) {
    text +=
        " · " + std::string(policy::title(user.nationality)) + (user.exempted ? ", exempted by name" : "");
  }
  text +=
      "\nAccount " + (user.certified ? "certified " + policy::in_words(*user.certified) : "never certified");
  if (user.ncic_certified) text += " · NCIC certified " + policy::in_words(*user.ncic_certified);
  if (!user.duty_station.empty()) text += " · duty station: " + user.duty_station;
  text += "\nAwareness course " +
          (user.training_passed ? "passed " + policy::in_words(*user.training_passed) : "never passed");
  std::vector<std::string> duties;
  for (const auto duty : user.duties) duties.push_back(world[duty].title);
  text += " · duties: " + (duties.empty() ? std::string("none") : policy::listed(duties, "and"));
  for (const policy::Ref<policy::Role> each : user.roles) {
    text += "\nRole: " + world[each].title + " (" + policy::in_words(world[each]) + ")";
  }
  for (const policy::Transaction& each : user.transactions) {
    text += "\nTemporarily " + policy::in_sentence(policy::title(each.function)) + ", " +
            policy::in_words(each.term);
  }
  return text;
}

struct Thing {
  std::string id, title, facts;
};

Thing thing(const policy::World& world, AssignableKind kind, std::uint32_t at) {
  switch (kind) {
    case AssignableKind::record:
      return {world.records[at].id, world.records[at].title, record_facts(world, world.records[at])};
    case AssignableKind::user:
      return {world.users[at].id, world.users[at].name, user_facts(world, world.users[at])};
    case AssignableKind::agreement: {
      const policy::Agreement& agreement = world.agreements[at];
      return {agreement.id,
              policy::called(world[world.host]) + " with " + policy::called(world[agreement.agency]),
              "Memorandum of agreement with " + in_full(world[agreement.agency])};
    }
    case AssignableKind::letter:
      return {world.letters[at].id, world.letters[at].title, letter_facts(world.letters[at])};
    case AssignableKind::memo:
      break;
  }
  const policy::OwnerMemo& memo = world.memos[at];
  return {memo.id, policy::called(world[memo.owner]) + " to " + policy::called(world[memo.to]),
          "Memo of the owner, " + in_full(world[memo.owner]) + ", on what users of " +
              policy::called(world[memo.to]) + " may reach"};
}

bool has_fields(const policy::World& world, AssignableKind kind, std::uint32_t at) {
  return kind != AssignableKind::record || policy::has_levels(world.records[at].category);
}

/// All of a locked thing's fields, in a paragraph.
std::string locked_facts(const Session& session, AssignableKind kind, std::uint32_t at) {
  std::string text;
  if (!has_fields(session.world(), kind, at)) return "Data of this category has no access level.";
  for (const AssignableFieldWord& each : scenario::assignable_fields()) {
    if (each.kind != kind || !scenario::exists(each.field, session.world())) continue;
    if (!text.empty()) text += "\n";
    text += std::string(each.title) + ": " + value_in_words(session, each.field, at);
  }
  return text;
}

void draw_locked(const Session& session, AssignableKind kind, std::uint32_t at) {
  const Thing shown = thing(session.world(), kind, at);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ui::draw_mark(ui::Mark::lock, {from.x + px(6), from.y + ui::line_height(Face::strong) / 2}, px(13),
                Role::muted);
  ImGui::Indent(px(24));
  ui::text(shown.title, Role::ink, Face::strong);
  platform::note(shown.id + " locked");
  ui::gap(-6);
  ui::note(shown.facts);
  ui::gap(-6);
  ui::note(locked_facts(session, kind, at), Role::ink);
  ImGui::Unindent(px(24));
  ui::gap(4);
}

bool in_grid(AssignableField field) {
  return field == AssignableField::agreement_categories || field == AssignableField::agreement_functions ||
         field == AssignableField::agreement_anaci_categories;
}

}  // namespace

void Assign::draw_open(const Session& session, std::uint32_t at, Actions& actions) {
  const Thing shown = thing(session.world(), kind_, at);
  const platform::NamedScope scope(shown.id);
  ui::text(shown.title, Role::ink, Face::strong);
  ui::gap(-6);
  ui::note(shown.facts);
  bool grid = false;
  for (const AssignableFieldWord& each : scenario::assignable_fields()) {
    if (each.kind != kind_ || !scenario::exists(each.field, session.world())) continue;
    const bool open = find_assignable(session, each.field, at).has_value();
    if (open && in_grid(each.field) && !session.conceals()) {
      grid = true;
    } else if (!in_grid(each.field) || (open && session.conceals())) {
      field_.draw(session, each.field, at, actions);
    }
  }
  if (kind_ != AssignableKind::agreement) return;
  if (grid) {
    draw_agreement_grid(session, at, actions);
    return;
  }
  for (const AssignableFieldWord& each : scenario::assignable_fields()) {
    const bool is_drawn = session.conceals() && find_assignable(session, each.field, at).has_value();
    if (each.kind == kind_ && in_grid(each.field) && !is_drawn) field_.draw(session, each.field, at, actions);
  }
}

void Assign::find_open(const Session& session) {
  for (auto& each : open_) each.clear();
  for (const scenario::Assignable& each : session.scenario().assignables)
    open_[static_cast<std::size_t>(scenario::field_word(each.field).kind)].push_back(each.at);
  for (auto& each : open_) {
    std::sort(each.begin(), each.end());
    each.erase(std::unique(each.begin(), each.end()), each.end());
  }
}

bool Assign::is_open(std::uint32_t at) const {
  return std::binary_search(open(kind_).begin(), open(kind_).end(), at);
}

void Assign::draw_tabs(const Session& session) {
  bool counts = true;
  const auto open_count = [&](AssignableKind kind) {
    return counts ? static_cast<int>(open(kind).size()) : 0;
  };
  std::vector<AssignableKind> shown;
  std::copy_if(std::begin(kinds), std::end(kinds), std::back_inserter(shown),
               [&](AssignableKind kind) { return is_shown(session, kind); });
  const auto room_beside = [&](auto title_of) {
    float room = ImGui::GetContentRegionAvail().x;
    for (const AssignableKind kind : shown) room -= ui::tab_width(title_of(kind), open_count(kind));
    return room / static_cast<float>(shown.size() - 1);
  };
  const bool brief = ui::look().touch || room_beside(title) < px(6);
  counts = room_beside(brief ? short_title : title) >= px(6);
  const float space = std::clamp(room_beside(brief ? short_title : title), px(6), px(20));
  float room = ImGui::GetContentRegionAvail().x;
  for (const AssignableKind kind : shown) {
    const std::string words(brief ? short_title(kind) : title(kind));
    const float width = ui::tab_width(words, open_count(kind));
    const bool fits = width <= room + 1;  // the room was parted into fractions of a pixel
    if (kind != shown.front() && fits) ImGui::SameLine(0, space);
    if (!fits) room = ImGui::GetContentRegionAvail().x;
    room -= width + space;
    const std::string label = words + "###" + std::string(title(kind));
    if (!ui::tab(label, kind == kind_, open_count(kind))) continue;
    kind_ = kind;
    marked_.reset();
  }
}

void Assign::show(AssignableKind kind, std::uint32_t at) {
  kind_ = kind;
  marked_ = at;
  scrolls_to_marked_ = true;
}

void Assign::begin_thing(std::uint32_t at) {
  if (marked_ != at) return;
  if (scrolls_to_marked_) ImGui::SetScrollHereY(0.1f);
  scrolls_to_marked_ = false;
  marked_top_ = ImGui::GetCursorScreenPos().y;
}

void Assign::end_thing(std::uint32_t at) const {
  if (marked_ != at) return;
  const ImVec2 end = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled({end.x - px(7), marked_top_}, {end.x - px(4), end.y - px(8)},
                                            ui::colour(Role::accent));
}

void Assign::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Assign", at);
  const Session& session = *desk.session();
  if (seen_ != desk.sessions_begun()) {
    seen_ = desk.sessions_begun();
    field_.clear();
    marked_.reset();
    for (ui::LongList& each : locked_) each = {};
    find_open(session);
    const auto first = std::find_if(std::begin(kinds), std::end(kinds),
                                    [&](AssignableKind kind) { return !open(kind).empty(); });
    kind_ = first == std::end(kinds) ? AssignableKind::record : *first;
  }
  draw_tabs(session);
  end_heading();

  const Body body(std::string(title(kind_)).c_str());
  if (kind_ == AssignableKind::agreement && !open(kind_).empty() && !session.conceals()) draw_grid_legend();
  for (const std::uint32_t each : open(kind_)) {
    if (each != open(kind_).front()) {
      ui::gap(4);
      ui::hairline();
      ui::gap(4);
    }
    begin_thing(each);
    draw_open(session, each, actions);
    end_thing(each);
  }
  draw_all_locked(session);
  if (count_things(session.world(), kind_) == 0) ui::text("This lesson has none.", Role::muted);
}

void Assign::draw_all_locked(const Session& session) {
  const auto things = static_cast<std::uint32_t>(count_things(session.world(), kind_));
  ui::LongList& list = locked_[static_cast<std::size_t>(kind_)];
  list.begin(things);
  bool any = false;
  for (std::uint32_t i = 0; i < things; ++i) {
    if (is_open(i) || !is_listed(session.world(), kind_, i)) continue;
    if (!any) {
      if (!open(kind_).empty()) ui::gap(8);
      ui::note(open(kind_).empty() ? "All of these are fixed in this lesson" : "Fixed in this lesson",
               Role::muted);
      ui::hairline();
      ui::gap(4);
    }
    any = true;
    begin_thing(i);
    if (!list.passes_over(i)) {
      draw_locked(session, kind_, i);
      list.drawn(i);
    }
    end_thing(i);
  }
}

}  // namespace ntk::web::panels
