#include "web/view/palette_list.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "sim/policy/papers.h"
#include "sim/policy/phrases.h"
#include "web/view/catalogue_view.h"
#include "web/view/exports.h"
#include "web/view/header_view.h"
#include "web/view/lab_view.h"

namespace ntk::web {
namespace {

/// An entry that is the same in every lesson.
struct FixedEntry {
  std::string_view kind, title, note;
  Act act;
  std::string_view subject;
};

constexpr std::string_view command = "Command", go_to = "Go to", look = "Look", help = "Help",
                           exported = "Export";

constexpr FixedEntry in_a_lesson[] = {
    {command, named::run_all, "every request, in order", Act::command, "run all"},
    {command, named::undo, "the last step", Act::undo, ""},
    {command, named::redo, "what you undid", Act::redo, ""},
    {command, named::start_again, "back to the lesson as it began", Act::command, "reset"},
    {command, named::show_a_hint, "the next one", Act::command, "hint"},
};
constexpr FixedEntry anywhere[] = {
    {go_to, "The other view", "panels or text page", Act::view, ""},
    {command, named::open_a_file, "a scenario of your own, or work that you saved", Act::file, ""},
};
constexpr FixedEntry of_the_look[] = {
    {look, named::larger_text, "size", Act::size, "larger"},
    {look, named::smaller_text, "size", Act::size, "smaller"},
    {look, named::projector, "large type, for a classroom; on or off", Act::projector, ""},
    {help, named::shortcuts, "keys", Act::shortcuts, ""},
    {help, named::tour, "of the page, under a minute", Act::tour, ""},
};
constexpr FixedEntry copies[] = {
    {exported, named::print, "brief, decisions with reasons, audit trail", Act::print, ""},
    {exported, "Copy the audit trail as text", "table", Act::copy_table, "trail"},
    {exported, "Copy the requests as text", "table, outcomes", Act::copy_table, "requests"},
    {exported, "Copy the calendar as text", "table, changes", Act::copy_table, "calendar changes"},
};

class PaletteEntries {
 public:
  void add(PaletteEntry entry) { entries_.push_back(std::move(entry)); }
  void add(std::span<const FixedEntry> entries) {
    for (const FixedEntry& each : entries) {
      add({std::string(each.kind), std::string(each.title), std::string(each.note), each.act,
           std::string(each.subject)});
    }
  }
  std::vector<PaletteEntry> take() { return std::move(entries_); }

 private:
  std::vector<PaletteEntry> entries_;
};

/// Where there is something to show.
void add_screens(PaletteEntries& list, const Desk& desk) {
  for (const ScreenRow& each : screens()) {
    if (each.screen == Screen::desk || !is_available(each, desk)) continue;
    list.add({std::string(go_to), std::string(each.title), std::string(each.about), Act::place,
              std::string(each.word)});
  }
}

void add_themes(PaletteEntries& list) {
  for (const ThemeRow& each : theme_rows())
    list.add(
        {std::string(named::theme), std::string(each.title), "colors", Act::theme, std::string(each.word)});
}

void add_requests(PaletteEntries& list, const session::Session& session) {
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const scenario::ScriptedRequest& each = session.requests()[i];
    const std::string note = "request " + std::to_string(i + 1);
    list.add({"Request", each.title, note, Act::request, each.id});
    list.add({"Run", each.title, "run " + note, Act::command, "run " + each.id});
  }
}

/// Ids are searched as part of the subject, and not shown.
void add_things(PaletteEntries& list, const policy::World& world) {
  for (const policy::User& each : world.users)
    list.add({"User", each.name, policy::called(world[each.agency]), Act::thing, "user " + each.id});
  for (const policy::Record& each : world.records) {
    if (each.profile_of) continue;  // its user is there
    const std::string note =
        std::string(policy::title(each.category)) + ", " + policy::called(world[each.owner]);
    list.add({"Record", each.title, note, Act::thing, "record " + each.id});
  }
  for (std::uint32_t i = 0; i < world.agreements.size(); ++i) {
    list.add({"Agreement", policy::paper_title(world, policy::Ref<policy::Agreement>{i}), "", Act::thing,
              "agreement " + world.agreements[i].id});
  }
  for (std::uint32_t i = 0; i < world.memos.size(); ++i) {
    list.add({"Owner’s memo", policy::paper_title(world, policy::Ref<policy::OwnerMemo>{i}), "", Act::thing,
              "owner_memo " + world.memos[i].id});
  }
  for (const policy::Letter& each : world.letters) {
    const std::string& from = each.body.empty() ? each.from : each.body;
    list.add({"Letter", each.title, from, Act::thing, "letter " + each.id});
  }
}

}  // namespace

std::vector<PaletteEntry> palette_list(const Desk& desk) {
  PaletteEntries list;
  const session::Session* session = desk.session();
  if (session != nullptr) list.add(in_a_lesson);
  add_screens(list, desk);
  list.add(anywhere);
  add_themes(list);
  list.add(of_the_look);
  if (session != nullptr) {
    list.add(copies);
    for (const ExportRow& each : exports())
      list.add({std::string(exported), std::string(each.title), "export", Act::export_file,
                std::string(each.word)});
    add_requests(list, *session);
    add_things(list, session->world());
  }
  for (const Lesson& each : desk.lessons()) list.add({"Lesson", each.title, "", Act::lesson, each.id});
  for (const CatalogueRow& each : catalogue_rows(CatalogueList::agencies))
    list.add({"Agency", each.name, "", Act::agency, each.id});
  return list.take();
}

}  // namespace ntk::web
