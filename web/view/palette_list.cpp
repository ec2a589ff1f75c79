#include "web/view/palette_list.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "sim/policy/papers.h"
#include "sim/policy/phrases.h"
#include "web/view/catalogue_view.h"
#include "web/view/header_view.h"
#include "web/view/lab_view.h"

namespace ntk::web {
namespace {

/// An entry that is the same in every lesson.
struct FixedEntry {
  std::string_view kind, title, note, act, subject;
};

constexpr std::string_view command = "Command", go_to = "Go to", look = "Look", help = "Help",
                           exported = "Export";

constexpr FixedEntry in_a_lesson[] = {
    {command, named::run_all, "every request, in order", "command", "run all"},
    {command, named::undo, "the last step", "undo", ""},
    {command, named::redo, "what you undid", "redo", ""},
    {command, named::start_again, "back to the lesson as it began", "command", "reset"},
    {command, named::show_a_hint, "the next one", "command", "hint"},
};
constexpr FixedEntry anywhere[] = {
    {go_to, "The other view", "panels or text page", "view", ""},
    {command, named::open_a_file, "a scenario of your own, or work that you saved", "file", ""},
};
constexpr FixedEntry of_the_look[] = {
    {look, named::larger_text, "size", "size", "larger"},
    {look, named::smaller_text, "size", "size", "smaller"},
    {look, named::projector, "large type, for a classroom; on or off", "projector", ""},
    {help, named::shortcuts, "keys", "shortcuts", ""},
    {help, named::tour, "of the page, under a minute", "tour", ""},
};
constexpr FixedEntry exports[] = {
    {exported, named::print, "brief, decisions with reasons, audit trail", "print", ""},
    {exported, "Copy the audit trail as text", "table", "copy", "trail"},
    {exported, "Copy the requests as text", "table, outcomes", "copy", "requests"},
    {exported, "Copy the calendar as text", "table, changes", "copy", "calendar changes"},
    {exported, "Save the audit trail as JSON Lines", "export", "export", "events"},
    {exported, "Save the audit trail as CSV", "export table", "export", "table"},
    {exported, "Save the seal", "export", "export", "seal"},
    {exported, "Save your commands", "export", "export", "commands"},
    {exported, "Save the report as JSON", "export", "export", "report"},
};

class PaletteEntries {
 public:
  void add(PaletteEntry entry) { entries_.push_back(std::move(entry)); }
  void add(std::span<const FixedEntry> entries) {
    for (const FixedEntry& each : entries) {
      add({std::string(each.kind), std::string(each.title), std::string(each.note), std::string(each.act),
           std::string(each.subject)});
    }
  }
  std::vector<PaletteEntry> take() { return std::move(entries_); }

 private:
  std::vector<PaletteEntry> entries_;
};

/// Where there is something to show.
void add_screens(PaletteEntries& list, const session::Session* session) {
  for (const ScreenRow& each : screens()) {
    if (each.screen == Screen::desk || !is_available(each, session)) continue;
    list.add({std::string(go_to), std::string(each.title), std::string(each.about), "place",
              std::string(each.word)});
  }
}

void add_themes(PaletteEntries& list) {
  for (const ThemeRow& each : theme_rows())
    list.add({std::string(named::theme), std::string(each.title), "colors", "theme", std::string(each.word)});
}

void add_requests(PaletteEntries& list, const session::Session& session) {
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const scenario::ScriptedRequest& each = session.requests()[i];
    const std::string note = "request " + std::to_string(i + 1);
    list.add({"Request", each.title, note, "request", each.id});
    list.add({"Run", each.title, "run " + note, "command", "run " + each.id});
  }
}

/// Ids are searched as part of the subject, and not shown.
void add_things(PaletteEntries& list, const policy::World& world) {
  for (const policy::User& each : world.users)
    list.add({"User", each.name, policy::called(world[each.agency]), "thing", "user " + each.id});
  for (const policy::Record& each : world.records) {
    if (each.profile_of) continue;  // its user is there
    const std::string note =
        std::string(policy::title(each.category)) + ", " + policy::called(world[each.owner]);
    list.add({"Record", each.title, note, "thing", "record " + each.id});
  }
  for (std::uint32_t i = 0; i < world.agreements.size(); ++i) {
    list.add({"Agreement", policy::paper_title(world, policy::Ref<policy::Agreement>{i}), "", "thing",
              "agreement " + world.agreements[i].id});
  }
  for (std::uint32_t i = 0; i < world.memos.size(); ++i) {
    list.add({"Owner’s memo", policy::paper_title(world, policy::Ref<policy::OwnerMemo>{i}), "", "thing",
              "owner_memo " + world.memos[i].id});
  }
  for (const policy::Letter& each : world.letters) {
    const std::string& from = each.body.empty() ? each.from : each.body;
    list.add({"Letter", each.title, from, "thing", "letter " + each.id});
  }
}

}  // namespace

std::vector<PaletteEntry> palette_list(const Desk& desk) {
  PaletteEntries list;
  const session::Session* session = desk.session();
  if (session != nullptr) list.add(in_a_lesson);
  add_screens(list, session);
  list.add(anywhere);
  add_themes(list);
  list.add(of_the_look);
  if (session != nullptr) {
    list.add(exports);
    add_requests(list, *session);
    add_things(list, session->world());
  }
  for (const Lesson& each : desk.lessons()) list.add({"Lesson", each.title, "", "lesson", each.id});
  for (const CatalogueRow& each : catalogue_rows(CatalogueList::agencies))
    list.add({"Agency", each.name, "", "agency", each.id});
  return list.take();
}

}  // namespace ntk::web
