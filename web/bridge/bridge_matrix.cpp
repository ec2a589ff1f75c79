// The verbs of the bridge that tell of the whole assignment: the access matrix, comparison, least privilege.
#include <algorithm>
#include <utility>

#include "sim/scenario/json_writer.h"
#include "web/bridge/bridge_call.h"
#include "web/view/calendar_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

constexpr std::size_t page_rows = 25, page_columns = 25;
constexpr double step_milliseconds = 8;

using verbs::MaybePlace;

// ---- The matrix --------------------------------------------------------------------------------

void write_progress(JsonWriter& json, const MatrixView& view) {
  json.member("working", view.is_working())
      .member("stopped", view.stopped())
      .member("per_cent", view.progress())
      .member("progress", view.done() ? std::string() : view.progress_in_words());
}

void write_axes(JsonWriter& json, const MatrixView& view) {
  json.member("axis", word(view.axis())).key("axes").begin_array();
  for (const char* each : {"records", "requests", "functions"}) json.value(each);
  json.end_array();
}

void write_blocks(JsonWriter& json, const MatrixView& view) {
  json.key("groups").begin_array();
  for (const MatrixHead& each : view.groups()) json.value(each.title);
  json.end_array().key("agencies").begin_array();
  for (std::size_t agency = 0; agency < view.agencies().size(); ++agency) {
    json.begin_object()
        .member("name", view.world()[view.agencies()[agency]].name)
        .member("users", view.users(agency).size())
        .key("blocks")
        .begin_array();
    for (std::size_t group = 0; group < view.groups().size(); ++group) {
      json.begin_object()
          .member("words", view.is_working() ? "" : share_in_words(view.share(agency, group)))
          .member("signs", signs(view.flips(agency, group)))
          .member("title", view.block_title(agency, group))
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_cell(JsonWriter& json, const MatrixView& view, std::uint32_t user, std::uint32_t column) {
  const analysis::Cell cell = view.matrix().at({user}, column);
  const CellFlip* flip = view.flip(user, column);
  const bool part = cell.state() == analysis::CellState::in_part;
  json.begin_object()
      .member("user", user)
      .member("column", column)
      .member("mark", part                ? "partial"
                      : cell.grants()     ? "permit"
                      : cell.is_decided() ? "deny"
                                          : "n/a")
      .member("words", cell_in_words(cell))
      .member("sign", flip == nullptr ? "" : sign(*flip))
      .member("flip", flip == nullptr ? std::string() : flip_in_words(*flip, view.tried().has_value()))
      .end_object();
}

/// A page of a block.
void write_block(JsonWriter& json, const MatrixView& view, const MaybePlace& block, const MaybePlace& from) {
  json.key("block");
  if (!block || (*block)[0] >= view.agencies().size() || (*block)[1] >= view.groups().size()) {
    json.null();
    return;
  }
  const std::vector<std::uint32_t>& users = view.users((*block)[0]);
  const std::vector<std::uint32_t>& columns = view.columns((*block)[1]);
  const std::size_t top = from && (*from)[0] < users.size() ? (*from)[0] : 0;
  const std::size_t left = from && (*from)[1] < columns.size() ? (*from)[1] : 0;
  const std::size_t bottom = std::min(users.size(), top + page_rows);
  const std::size_t right = std::min(columns.size(), left + page_columns);
  json.begin_object()
      .member("title", view.block_title((*block)[0], (*block)[1]))
      .member("top", top)
      .member("bottom", bottom)
      .member("users", users.size())
      .member("left", left)
      .member("right", right)
      .member("columns", columns.size())
      .member("rows_a_page", page_rows)
      .member("columns_a_page", page_columns)
      .key("heads")
      .begin_array();
  for (std::size_t column = left; column < right; ++column) {
    const MatrixHead head = view.head(columns[column]);
    json.begin_object()
        .member("title", head.title)
        .member("note", head.note)
        .member("id", head.id)
        .end_object();
  }
  json.end_array().key("rows").begin_array();
  for (std::size_t row = top; row < bottom; ++row) {
    const policy::User& user = view.world().users[users[row]];
    json.begin_object().member("name", user.name).member("id", user.id).key("cells").begin_array();
    for (std::size_t column = left; column < right; ++column)
      write_cell(json, view, users[row], columns[column]);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_story(JsonWriter& json, const Desk& desk, const MaybePlace& cell) {
  const MatrixView& view = desk.matrix();
  json.key("cell");
  if (!cell || (*cell)[0] >= view.matrix().users() || (*cell)[1] >= view.matrix().columns()) {
    json.null();
    return;
  }
  const auto user = static_cast<std::uint32_t>((*cell)[0]), column = static_cast<std::uint32_t>((*cell)[1]);
  const CellStory story = view.story(*desk.session(), user, column);
  json.begin_object()
      .member("user", user)
      .member("column", column)
      .member("title", story.title)
      .member("outcome", story.outcome)
      .member("rule", story.rule)
      .member("flip", story.flip)
      .member("can_be_asked", !story.asking.empty())
      .end_object();
}

void write_days(JsonWriter& json, const Desk& desk) {
  const MatrixView& view = desk.matrix();
  const policy::Moment clock = desk.session()->clock();
  json.member("day", policy::to_text(view.day())).key("move");
  if (const auto move = move_to(view.day(), clock)) {
    json.value(session::to_text(session::Command(*move), desk.session()->scenario()));
  } else {
    json.null();
  }
  json.key("days").begin_array();
  for (const policy::Date each : view.days()) {
    json.begin_object()
        .member("day", policy::to_text(each))
        .member("words", day_in_words(each, clock.day))
        .end_object();
  }
  json.end_array();
}

void write_trials(JsonWriter& json, const Desk& desk) {
  const MatrixView& view = desk.matrix();
  const scenario::Scenario& scenario = desk.session()->scenario();
  json.key("tried");
  if (view.tried()) {
    json.value(session::to_text(*view.tried(), scenario));
  } else {
    json.null();
  }
  json.key("trials").begin_array();
  for (const Trial& each : view.trials()) {
    json.begin_object().member("field", each.field).key("values").begin_array();
    for (const TrialValue& value : each.values) {
      json.begin_object()
          .member("words", value.words)
          .member("command", session::to_text(value.edit, scenario))
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

/// The matrix as it is for the session now.
MatrixView& followed(Call& call) {
  MatrixView& view = call.desk.matrix();
  view.follow(*call.desk.session(), call.desk.sessions_begun());
  return view;
}

void write_computed(Call& call, MatrixView& view) {
  view.step(step_milliseconds);
  JsonWriter json;
  json.begin_object();
  write_progress(json, view);
  call.value = json.end_object().take();
}

// ---- Findings ----------------------------------------------------------------------------------

void write_part(JsonWriter& json, const FindingPart& part, const scenario::Scenario& scenario) {
  json.begin_object()
      .member("word", part.word)
      .member("title", part.title)
      .member("empty", part.empty)
      .member("left_out", left_out_in_words(part));
  json.key("columns").begin_array();
  for (const std::string& each : part.columns) json.value(each);
  json.end_array().key("rows").begin_array();
  for (const Finding& row : part.rows) {
    json.begin_object().member("name", row.name).member("note", row.note).key("cells").begin_array();
    for (const Lines& cell : row.cells) {
      json.begin_array();
      for (const std::string& line : cell) json.value(line);
      json.end_array();
    }
    json.end_array().key("command");
    if (row.command) {
      json.value(session::to_text(*row.command, scenario));
    } else {
      json.null();
    }
    json.end_object();
  }
  json.end_array().end_object();
}

/// What was found so far, after a moment's work at it; `touches`: something about the work was changed.
void write_findings(Call& call, FindingsView& view, bool touches) {
  const session::Session& session = *call.desk.session();
  const bool found = view.work(session, call.desk.steps(), step_milliseconds);
  if (found || touches) call.desk.touch();
  JsonWriter json;
  json.begin_object()
      .member("working", view.is_working())
      .member("per_cent", view.progress())
      .member("progress", view.progress_in_words())
      .member("baseline", view.baseline_in_words())
      .member("invitation", view.found() ? std::string() : view.invitation(session))
      .member("summary", view.found() ? view.found()->summary : std::string())
      .member("details", view.found() ? view.found()->details : std::string())
      .key("parts")
      .begin_array();
  if (view.found()) {
    for (const FindingPart& each : view.found()->parts) write_part(json, each, session.scenario());
  }
  call.value = json.end_array().end_object().take();
}

/// Those of a name, as they are for the session now; null where the call was refused.
FindingsView* find_findings(Call& call, std::string_view which) {
  const auto kind = findings_kind(which);
  if (!kind) {
    call.refuse("no such findings: `" + std::string(which) + "`");
    return nullptr;
  }
  // An author checks a lesson before predicting anything in it.
  const bool may = kind == FindingsKind::check ? has_session(call) : shows_outcomes(call);
  if (!may) return nullptr;
  if (kind == FindingsKind::check && !call.desk.has_own_lesson()) {
    call.refuse("this lesson came with the page", "open the file of a lesson to check it");
    return nullptr;
  }
  FindingsView& view = call.desk.findings(*kind);
  view.follow(*call.desk.session(), call.desk.sessions_begun());
  return &view;
}

void compare_with(Call& call, Baseline chosen) {
  FindingsView& view = call.desk.findings(FindingsKind::compare);
  view.follow(*call.desk.session(), call.desk.sessions_begun());
  if (const auto refusal = view.choose(*call.desk.session(), std::move(chosen)))
    return call.refuse(refusal->message, "choose an attempt at this lesson");
  call.desk.touch();
  call.message = "Compared with " + view.baseline_in_words() + ".";
}

}  // namespace

namespace verbs {

void matrix_show(Call& call, MaybePlace block, MaybePlace from, MaybePlace cell) {
  if (!shows_outcomes(call)) return;
  const Desk& desk = call.desk;
  MatrixView& view = followed(call);
  view.step(step_milliseconds);
  JsonWriter json;
  json.begin_object();
  write_axes(json, view);
  write_progress(json, view);
  json.member("flips", view.flips_in_words()).member("nothing_because", view.nothing_because());
  write_trials(json, desk);
  write_days(json, desk);
  write_blocks(json, view);
  write_block(json, view, block, from);
  write_story(json, desk, cell);
  call.value = json.end_object().take();
}

void matrix_by(Call& call, Text axis) {
  if (!shows_outcomes(call)) return;
  const auto by = analysis::axis_from_word(axis);
  if (!by) return call.refuse("no such columns: `" + std::string(axis) + "`");
  call.desk.matrix().choose(*by);
  call.desk.touch();
}

void matrix_try(Call& call, MaybeText edit) {
  if (!shows_outcomes(call)) return;
  std::optional<session::AssignCommand> tried;
  if (edit) {
    const auto parsed = session::parse_command(*edit, call.desk.session()->scenario());
    const auto* command = std::get_if<session::Command>(&parsed);
    if (command == nullptr) {
      const auto& refusal = std::get<session::Refusal>(parsed);
      return call.refuse(refusal.message, refusal.help);
    }
    if (!std::holds_alternative<session::AssignCommand>(*command))
      return call.refuse("only an assignment can be tried out: `" + std::string(*edit) + "`");
    tried = std::get<session::AssignCommand>(*command);
  }
  MatrixView& view = followed(call);
  view.try_out(std::move(tried));
  call.desk.touch();
  view.step(step_milliseconds);
  call.message = view.done() ? view.flips_in_words() : view.progress_in_words();
}

void matrix_on(Call& call, Text day) {
  if (!shows_outcomes(call)) return;
  MatrixView& view = followed(call);
  const auto date = policy::parse_date(day);
  if (!date || std::find(view.days().begin(), view.days().end(), *date) == view.days().end())
    return call.refuse("nothing begins or lapses on `" + std::string(day) + "`");
  view.show_on(*date);
  call.desk.touch();
}

void matrix_step(Call& call) {
  if (shows_outcomes(call)) write_computed(call, followed(call));
}

void matrix_stop(Call& call) {
  if (!shows_outcomes(call)) return;
  followed(call).stop();
  call.desk.touch();
  write_computed(call, call.desk.matrix());
}

void matrix_go_on(Call& call) {
  if (!shows_outcomes(call)) return;
  followed(call).go_on();
  call.desk.touch();
  write_computed(call, call.desk.matrix());
}

void matrix_ask(Call& call, Place cell) {
  if (!shows_outcomes(call)) return;
  const MatrixView& view = followed(call);
  if (cell[0] >= view.matrix().users() || cell[1] >= view.matrix().columns())
    return call.refuse("there is no such cell");
  const CellStory story = view.story(*call.desk.session(), static_cast<std::uint32_t>(cell[0]),
                                     static_cast<std::uint32_t>(cell[1]));
  if (story.asking.empty()) return call.refuse("this cannot be asked as a request of one's own");
  for (const session::Command& each : story.asking) {
    if (!call.desk.apply(each)) return call.refuse_as_the_toast_says();
  }
  call.message = "Asked and run: " + story.outcome;
}

void findings(Call& call, Text which) {
  if (FindingsView* view = find_findings(call, which)) write_findings(call, *view, false);
}

void findings_ask(Call& call, Text which) {
  FindingsView* view = find_findings(call, which);
  if (view == nullptr) return;
  view->ask();
  if (findings_kind(which) == FindingsKind::check) call.desk.look();  // it tells right answers
  write_findings(call, *view, true);
}

void findings_cancel(Call& call, Text which) {
  FindingsView* view = find_findings(call, which);
  if (view == nullptr) return;
  view->cancel();
  write_findings(call, *view, true);
}

void baseline_shipped(Call& call) {
  if (shows_outcomes(call)) compare_with(call, {});
}

void baseline_step(Call& call, Count position) {
  if (!shows_outcomes(call)) return;
  if (position > call.desk.steps().size())
    return call.refuse("there is no step `" + std::to_string(position) + "`");
  compare_with(call, {Baseline::Kind::step, position, {}, {}});
}

void baseline_commands(Call& call, Text name, Bytes commands) {
  if (!shows_outcomes(call)) return;
  Baseline chosen{Baseline::Kind::commands, 0, std::string(name), {}};
  if (session::is_submission(commands)) {
    const auto read = session::read_submission(commands, name);
    if (!read.submission) return call.refuse("`" + chosen.name + "` is no submission that can be read");
    if (read.submission->scenario.id != call.desk.reference().id) {
      return call.refuse("`" + chosen.name + "` is of another lesson: " + read.submission->scenario.title,
                         "choose an attempt at this lesson");
    }
    chosen.commands = read.submission->commands;
  } else {
    for (std::string& each : lines_of(commands)) {
      if (!session::is_blank_or_comment(each)) chosen.commands.push_back(std::move(each));
    }
  }
  compare_with(call, std::move(chosen));
}

}  // namespace verbs
}  // namespace ntk::web
