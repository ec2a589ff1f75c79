// The verbs of the bridge that act on the session, and say what came of it.
#include "sim/scenario/json_writer.h"
#include "web/app/shared_words.h"
#include "web/bridge/bridge_call.h"
#include "web/bridge/model.h"
#include "web/view/announcement.h"
#include "web/view/work_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void load_from(Call& call, std::string_view file_name, std::string_view text, Origin origin) {
  call.ok = call.desk.load(file_name, text, origin);
  const std::string problems = scenario::count_in_words(call.desk.diagnostics());
  if (!call.ok) {
    call.refuse(std::string(file_name) + " was not loaded: " + problems,
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

void step(Call& call, const session::Command* next, void (Desk::*take)(), std::string_view verb) {
  if (!has_session(call)) return;
  const session::Session& session = *call.desk.session();
  if (next == nullptr) return call.refuse("there is nothing to " + std::string(verb));
  const std::vector<bool> goals_before = goals_met(session);
  const session::Command command = *next;
  (call.desk.*take)();
  call.message =
      said_of_step(session, command, verb == "undo" ? StepWay::undone : StepWay::redone, goals_before);
}

}  // namespace

bool has_session(Call& call) {
  if (call.desk.session() == nullptr) call.refuse("no lesson is open");
  return call.ok;
}

bool shows_outcomes(Call& call) {
  if (!has_session(call)) return false;
  if (call.desk.session()->conceals()) {
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

namespace verbs {

void load(Call& call, Text file_name, Bytes scenario) {
  load_from(call, file_name, scenario, Origin::shipped);
}

void open(Call& call, Text file_name, Bytes scenario) {
  load_from(call, file_name, scenario, Origin::own);
}

void lessons(Call& call, Lessons lessons) {
  call.desk.set_lessons(lessons);
}

void command(Call& call, Text command) {
  if (call.desk.session() == nullptr) return call.refuse("no lesson is open", "choose a lesson first");
  const std::vector<bool> goals_before = goals_met(*call.desk.session());
  if (!call.desk.apply(command)) return call.refuse_as_the_toast_says();
  const session::Session& session = *call.desk.session();
  call.message = said_of_command(session, *call.desk.next_undo(), goals_before);
}

void undo(Call& call) {
  step(call, call.desk.next_undo(), &Desk::undo, "undo");
}

void redo(Call& call) {
  step(call, call.desk.next_redo(), &Desk::redo, "redo");
}

void go(Call& call, Count position) {
  if (!has_session(call)) return;
  if (position > call.desk.steps().size())
    return call.refuse("there is no step `" + std::to_string(position) + "`");
  const std::vector<bool> before = goals_met(*call.desk.session());
  call.desk.go_to(position);
  call.message = said_of_jump(call.desk, before);
}

void select(Call& call, MaybeCount run) {
  if (run && (call.desk.session() == nullptr || *run >= call.desk.session()->runs().size()))
    return call.refuse("no such run: `" + std::to_string(*run) + "`");
  call.desk.select_run(run);
}

void dismiss(Call& call) {
  call.desk.dismiss_diagnostics();
  call.message = "Messages about the file closed.";
}

void refuse(Call& call, Text message, MaybeText help) {
  call.desk.say(Toast::Kind::refused, std::string(message), std::string(help.value_or("")));
  call.refuse_as_the_toast_says();
}

void say(Call& call, Text message) {
  call.desk.say(Toast::Kind::done, std::string(message));
  call.message = call.desk.toast().message;
}

void look(Call& call) {
  if (has_session(call) && shut_because(*call.desk.session()).empty()) call.desk.look();
}

void sections(Call& call, Count since) {
  call.value = call.sections.since(since, call.desk);
}

void model(Call& call) {
  call.value = whole_model(call.desk);
}

}  // namespace verbs
}  // namespace ntk::web
