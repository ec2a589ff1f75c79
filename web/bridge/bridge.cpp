#include "web/bridge/bridge.h"

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "sim/scenario/json_writer.h"
#include "sim/scenario/persons.h"
#include "sim/session/report.h"
#include "sim/session/vetting.h"
#include "web/bridge/bridge_call.h"
#include "web/bridge/model.h"
#include "web/view/announcement.h"
#include "web/view/trail_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void load(Call& call, Origin origin) {
  call.ok = call.desk.load(call.subject, call.text, origin);
  const std::string problems = scenario::count_in_words(call.desk.diagnostics());
  if (!call.ok) {
    call.refuse(std::string(call.subject) + " was not loaded: " + problems,
                call.desk.session() != nullptr ? "the work at hand is kept" : "");
    return;
  }
  call.message = "Loaded: " + call.desk.session()->scenario().title + ".";
  if (!call.desk.diagnostics().empty()) call.message += " The file has " + problems + ".";
  JsonWriter json;
  json.begin_object()
      .member("id", call.desk.reference().id)
      .member("title", call.desk.reference().title)
      .member("sha256", call.desk.reference().sha256)
      .end_object();
  call.value = json.take();
}

void load(Call& call) {
  load(call, Origin::shipped);
}

void open(Call& call) {
  load(call, Origin::own);
}

void lessons(Call& call) {
  std::vector<Lesson> lessons;
  for (std::string_view line : split(call.text, '\n')) {
    const std::vector<std::string_view> parts = split(line, '\t');
    if (parts.size() != 3) continue;  // an empty line
    lessons.push_back({std::string(parts[0]), std::string(parts[1]), std::string(parts[2])});
  }
  call.desk.set_lessons(std::move(lessons));
}

}  // namespace

bool shows_outcomes(Call& call) {
  if (call.desk.session() == nullptr) {
    call.refuse("no lesson is open");
  } else if (call.desk.session()->conceals()) {
    call.refuse("only the trail is given: what is assigned is still to be found out",
                "read the trail, and name all that is wrong");
  } else if (const std::size_t awaited = call.desk.session()->predictions_awaited()) {
    call.refuse("this tells outcomes, and " + std::to_string(awaited) +
                    (awaited == 1 ? " request is" : " requests are") + " still to be predicted",
                "predict how they will end first");
  } else {
    call.desk.look();
  }
  return call.ok;
}

namespace {

void command(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open", "choose a lesson first");
  const std::vector<bool> goals_before = goals_met(*call.desk.session());
  if (!call.desk.apply(call.text)) return call.refuse_as_the_toast_says();
  const session::Session& session = *call.desk.session();
  call.message = said_of_command(session, *call.desk.next_undo(), goals_before);
}

void step(Call& call, const session::Command* next, void (Desk::*take)(), std::string_view verb) {
  const session::Session& session = *call.desk.session();
  if (next == nullptr) return call.refuse("there is nothing to " + std::string(verb));
  const std::vector<bool> goals_before = goals_met(session);
  const session::Command command = *next;
  (call.desk.*take)();
  call.message =
      said_of_step(session, command, verb == "undo" ? StepWay::undone : StepWay::redone, goals_before);
}

void undo(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");
  step(call, call.desk.next_undo(), &Desk::undo, "undo");
}

void redo(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");
  step(call, call.desk.next_redo(), &Desk::redo, "redo");
}

void select(Call& call) {
  if (call.subject.empty()) return call.desk.select_run(std::nullopt);
  const std::optional<std::size_t> run = number(call.subject);
  if (!run || call.desk.session() == nullptr || *run >= call.desk.session()->runs().size()) {
    return call.refuse("no such run: `" + std::string(call.subject) + "`");
  }
  call.desk.select_run(run);
}

void dismiss(Call& call) {
  call.desk.dismiss_diagnostics();
  call.message = "Messages about the file closed.";
}

void refuse(Call& call) {
  call.desk.say(Toast::Kind::refused, std::string(call.subject), std::string(call.text));
  call.refuse_as_the_toast_says();
}

void say(Call& call) {
  call.desk.say(Toast::Kind::done, std::string(call.subject), std::string(call.text));
  call.message = call.desk.toast().message;
}

void write_model(Call& call) {
  call.value = model(call.desk);
}

void write_event_row(JsonWriter& json, const session::Session& session, const session::AuditEvent& event) {
  json.begin_object()
      .member("run", event.sequence - 1)
      .member("sequence", event.sequence)
      .member("state", scenario::word(event.outcome));
  json.key("cells").begin_array();
  for (const TrailColumnRow& each : trail_columns()) json.value(cell(session, event, each.column));
  json.end_array().end_object();
}

/// "record 0 50", and the words that are to stand in them.
void things(Call& call) {
  const std::vector<std::string_view> words = split(call.subject, ' ');
  const auto first = words.size() == 3 ? number(words[1]) : std::nullopt;
  const auto count = words.size() == 3 ? number(words[2]) : std::nullopt;
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");
  auto found = first && count ? locked_things_model(*call.desk.session(), words[0], *first, *count, call.text)
                              : std::nullopt;
  if (!found) return call.refuse("not a page of things: `" + std::string(call.subject) + "`");
  call.value = *std::move(found);
}

void trail(Call& call) {
  const std::vector<std::string_view> words = split(call.subject, ' ');
  const auto column = words.size() == 4 ? trail_column_from_word(words[0]) : std::nullopt;
  const auto first = words.size() == 4 ? number(words[2]) : std::nullopt;
  const auto count = words.size() == 4 ? number(words[3]) : std::nullopt;
  if (!column || !first || !count)
    return call.refuse("not a page of the trail: `" + std::string(call.subject) + "`");
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");

  const session::Session& session = *call.desk.session();
  const std::vector<session::AuditEvent>& events = session.trail().events();
  const std::vector<std::uint32_t> order =
      select_events(session, {std::string(call.text), *column, words[1] == "descending"});
  JsonWriter json;
  json.begin_object().member("events", events.size()).member("fit", order.size());
  json.key("columns").begin_array();
  for (const TrailColumnRow& each : trail_columns()) {
    json.begin_object().member("word", each.word).member("title", each.title).end_object();
  }
  json.end_array().key("rows").begin_array();
  for (std::size_t i = *first; i < order.size() && i - *first < *count; ++i) {
    write_event_row(json, session, events[order[i]]);
  }
  json.end_array().end_object();
  call.value = json.take();
}

void catalogue(Call& call) {
  for (const CatalogueListRow& each : catalogue_lists()) {
    if (each.word != call.subject) continue;
    call.value = catalogue_model(each.list, call.text);
    return;
  }
  call.refuse("no such list: `" + std::string(call.subject) + "`");
}

/// The request that the subject names.
std::optional<std::uint32_t> named_request(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open"), std::nullopt;
  const auto request = call.desk.session()->find_request(call.subject);
  if (!request) call.refuse("no request has the id `" + std::string(call.subject) + "`");
  return request;
}

void persons(Call& call) {
  if (!named_request(call)) return;
  const auto read = scenario::read_persons(call.text);
  if (!read.persons) {
    const scenario::Diagnostic& first = read.diagnostics.front();
    return call.refuse(scenario::count_in_words(read.diagnostics) + "; line " +
                           std::to_string(first.span.line) + ": " + first.message,
                       first.help);
  }
  JsonWriter json;
  json.begin_array();
  for (const session::Command& each : session::vetting_commands(std::string(call.subject), *read.persons))
    json.value(session::to_text(each, call.desk.session()->scenario()));
  call.value = json.end_array().take();
}

void responses(Call& call) {
  const auto request = named_request(call);
  if (!request) return;
  const session::Session& session = *call.desk.session();
  JsonWriter json;
  json.begin_object()
      .member("name", session.scenario().id + "-" + std::string(call.subject) + "-responses.json")
      .member("type", "application/json")
      .member("text", session::vetting_json(session, *request))
      .end_object();
  call.value = json.take();
}

/// A file that the page hands out.
struct Export {
  std::string_view word, suffix, type;
  std::string (*text)(const session::Session&);
};

constexpr std::array exports = {
    Export{"events", "-trail.jsonl", "application/x-ndjson",
           [](const session::Session& session) {
             return session::to_json_lines(session.trail(), session.world());
           }},
    Export{"table", "-trail.csv", "text/csv",
           [](const session::Session& session) { return session::to_csv(session.trail(), session.world()); }},
    Export{"seal", "-trail.jsonl.seal", "application/octet-stream",
           [](const session::Session& session) { return session::to_json(session.trail().seal()) + "\n"; }},
    Export{"commands", "-commands.txt", "text/plain",
           [](const session::Session& session) { return session::to_command_file(session); }},
    Export{"report", "-report.json", "application/json",
           [](const session::Session& session) { return session::report_json(session); }},
};

void write_export(Call& call) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open");
  for (const Export& each : exports) {
    if (each.word != call.subject) continue;
    JsonWriter json;
    json.begin_object()
        .member("name", call.desk.session()->scenario().id + std::string(each.suffix))
        .member("type", each.type)
        .member("text", each.text(*call.desk.session()))
        .end_object();
    call.value = json.take();
    return;
  }
  call.refuse("no such export: `" + std::string(call.subject) + "`");
}

struct Verb {
  std::string_view word;
  void (*act)(Call&);
};

constexpr std::array verbs = {
    Verb{"load", load},
    Verb{"open", open},
    Verb{"lessons", lessons},
    Verb{"command", command},
    Verb{"undo", undo},
    Verb{"redo", redo},
    Verb{"go", go},
    Verb{"select", select},
    Verb{"dismiss", dismiss},
    Verb{"refuse", refuse},
    Verb{"say", say},
    Verb{"model", write_model},
    Verb{"trail", trail},
    Verb{"things", things},
    Verb{"catalogue", catalogue},
    Verb{"export", write_export},
    Verb{"steps", write_steps},
    Verb{"history", write_history},
    Verb{"keep", keep},
    Verb{"restore", restore},
    Verb{"recall", recall},
    Verb{"look", look},
    Verb{"steps-of", write_steps_of},
    Verb{"attempts", attempts},
    Verb{"submission", write_submission},
    Verb{"read", read_submission},
    Verb{"digest", write_digest},
    Verb{"persons", persons},
    Verb{"responses", responses},
    Verb{"inquire", inquire},
    Verb{"matrix", matrix},
    Verb{"findings", findings},
    Verb{"baseline", baseline},
    Verb{"palette", palette},
    Verb{"copy", copy_table},
    Verb{"forecast", forecast},
    Verb{"reasons", reasons},
};

}  // namespace

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(at), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string Bridge::call(std::string_view verb, std::string_view subject, std::string_view text) {
  Call call{*desk_, subject, text, true, {}, {}, {}};
  bool known = false;
  for (const Verb& each : verbs) {
    if (each.word != verb) continue;
    each.act(call);
    known = true;
  }
  if (!known) call.refuse("no such verb: `" + std::string(verb) + "`");

  JsonWriter json;
  json.begin_object()
      .member("ok", call.ok)
      .member("message", call.message)
      .member("help", call.help)
      .member("revision", desk_->revision());
  std::string answer = json.end_object().take();
  if (!call.value.empty()) {
    answer.back() = ',';
    answer += "\"value\":" + call.value + "}";
  }
  return answer;
}

}  // namespace ntk::web
