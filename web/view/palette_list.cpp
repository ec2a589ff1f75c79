#include "web/view/palette_list.h"

#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"
#include "web/view/catalogue_view.h"
#include "web/view/lab_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

struct PaletteEntry {
  std::string_view kind, title, note, act, subject;
};

/// What there is to do and where to go, while a lesson is open.
constexpr PaletteEntry in_a_lesson[] = {
    {"Command", "Run all requests", "", "command", "run all"},
    {"Command", "Undo", "the last step", "undo", ""},
    {"Command", "Redo", "what was undone", "redo", ""},
    {"Command", "Start again", "back to the lesson as it began", "command", "reset"},
    {"Command", "Reveal the next hint", "", "command", "hint"},
    {"Go to", "Brief", "what the lesson is about, its goals", "place", "brief"},
    {"Go to", "Assign", "levels, investigations, agreements, memos", "place", "assign"},
    {"Go to", "Requests", "predict, run, ask your own", "place", "requests"},
    {"Go to", "Why", "the checks of one decision", "place", "why"},
    {"Go to", "Audit trail", "events", "place", "trail"},
    {"Go to", "Calendar", "what begins and lapses, notices, disclosures, forecast", "place", "calendar"},
};
/// Where what is assigned is not concealed.
constexpr PaletteEntry of_an_assignment[] = {
    {"Go to", "Access matrix", "who may do what, what an edit flips", "place", "matrix"},
    {"Go to", "Compare", "with an earlier step, an attempt, a file", "place", "compare"},
    {"Go to", "Least privilege", "what is granted in excess", "place", "excess"},
};
constexpr PaletteEntry of_a_lab = {"Go to", "Conflict lab", "other combining algorithms", "place", "lab"};
constexpr PaletteEntry anywhere[] = {
    {"Go to", "Your work", "attempts, history, links, files", "place", "work"},
    {"Go to", "Catalogue", "agencies, systems, interfaces", "place", "catalogue"},
    {"Go to", "The other view", "panels or text page", "view", ""},
    {"Command", "Open a file", "a scenario or an attempt of your own", "file", ""},
    {"Look", "Colours as the system", "theme", "theme", ""},
    {"Look", "Light colours", "theme", "theme", "light"},
    {"Look", "Dark colours", "theme", "theme", "dark"},
    {"Look", "High contrast", "theme colours", "theme", "contrast"},
    {"Look", "Larger text", "size", "size", "larger"},
    {"Look", "Smaller text", "size", "size", "smaller"},
    {"Look", "Projector mode", "large type, for a classroom; on or off", "projector", ""},
    {"Help", "Keyboard shortcuts", "keys", "shortcuts", ""},
    {"Help", "Tour", "of the page, under a minute", "tour", ""},
};
constexpr PaletteEntry exports[] = {
    {"Export", "Print", "brief, decisions with reasons, trail", "print", ""},
    {"Export", "Copy the audit trail as text", "table", "copy", "trail"},
    {"Export", "Copy the requests as text", "table, outcomes", "copy", "requests"},
    {"Export", "Copy the calendar as text", "table, changes", "copy", "calendar changes"},
    {"Export", "Save the trail as JSON Lines", "export", "export", "events"},
    {"Export", "Save the trail as CSV", "export table", "export", "table"},
    {"Export", "Save the seal", "export", "export", "seal"},
    {"Export", "Save your commands", "export", "export", "commands"},
    {"Export", "Save the report as JSON", "export", "export", "report"},
};

class PaletteEntries {
 public:
  PaletteEntries() { json_.begin_array(); }

  void add(const PaletteEntry& each) {
    json_.begin_object()
        .member("kind", each.kind)
        .member("title", each.title)
        .member("note", each.note)
        .member("act", each.act)
        .member("subject", each.subject)
        .end_object();
  }
  void add(std::span<const PaletteEntry> entries) {
    for (const PaletteEntry& each : entries) add(each);
  }
  std::string take() {
    json_.end_array();
    return json_.take();
  }

 private:
  JsonWriter json_;
};

void add_requests(PaletteEntries& list, const session::Session& session) {
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const scenario::ScriptedRequest& each = session.requests()[i];
    const std::string note = "request " + std::to_string(i + 1) + ", " + each.id;
    list.add({"Request", each.title, note, "request", each.id});
    list.add({"Run", each.title, "run " + note, "command", "run " + each.id});
  }
}

void add_things(PaletteEntries& list, const policy::World& world) {
  for (const policy::User& each : world.users) {
    list.add(
        {"User", each.name, policy::called(world[each.agency]) + ", " + each.id, "thing", "user " + each.id});
  }
  for (const policy::Record& each : world.records) {
    if (each.profile_of) continue;  // its user is there
    const std::string note =
        std::string(policy::title(each.category)) + ", " + policy::called(world[each.owner]) + ", " + each.id;
    list.add({"Record", each.title, note, "thing", "record " + each.id});
  }
  for (const policy::Agreement& each : world.agreements) {
    const std::string title =
        policy::called(world[world.host]) + " with " + policy::called(world[each.agency]);
    list.add({"Agreement", title, each.id, "thing", "agreement " + each.id});
  }
  for (const policy::OwnerMemo& each : world.memos) {
    const std::string title = policy::called(world[each.owner]) + " to " + policy::called(world[each.to]);
    list.add({"Owner’s memo", title, each.id, "thing", "owner_memo " + each.id});
  }
  for (const policy::Letter& each : world.letters) {
    const std::string& from = each.body.empty() ? each.from : each.body;
    list.add({"Letter", each.title, from + ", " + each.id, "thing", "letter " + each.id});
  }
}

}  // namespace

std::string palette_list(const Desk& desk) {
  PaletteEntries list;
  if (desk.session() != nullptr) {
    list.add(in_a_lesson);
    if (!desk.session()->conceals()) list.add(of_an_assignment);
    if (has_lab(*desk.session())) list.add(of_a_lab);
  }
  list.add(anywhere);
  if (desk.session() != nullptr) {
    list.add(exports);
    add_requests(list, *desk.session());
    add_things(list, desk.session()->world());
  }
  for (const Lesson& each : desk.lessons()) list.add({"Lesson", each.title, each.id, "lesson", each.id});
  for (const CatalogueRow& each : catalogue_rows(CatalogueList::agencies))
    list.add({"Agency", each.name, each.id, "agency", each.id});
  return list.take();
}

}  // namespace ntk::web
