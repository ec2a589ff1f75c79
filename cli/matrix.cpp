// ntk matrix: users by records, requests or functions, each cell a permit or the rule that denies it.
#include "sim/analysis/matrix.h"

#include <algorithm>
#include <memory>

#include "cli/files.h"
#include "cli/marks.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Axis;
using analysis::Matrix;
using analysis::Share;
using analysis::Summary;
using policy::User;
using policy::World;
using scenario::JsonWriter;

struct MatrixOptions {
  SessionInput input;
  std::string by = "records";
  std::string on;  ///< a day; empty: the clock's
};

// ---- Columns -----------------------------------------------------------------------------------

/// What stands at the head of a column.
struct Column {
  std::string id, title;
  std::optional<policy::Category> category;  ///< of a record
  std::optional<policy::Level> level;        ///< of a record whose category has levels
};

Column column_of(const Matrix& matrix, std::uint32_t at) {
  switch (matrix.axis()) {
    case Axis::records: {
      const policy::Record& record = matrix.setting().world->records[at];
      const bool levels = policy::has_levels(record.category);
      return {record.id, record.title, record.category, levels ? std::optional(record.level) : std::nullopt};
    }
    case Axis::requests:
      return {matrix.setting().requests[at].id, matrix.setting().requests[at].title, {}, {}};
    case Axis::functions:
      break;
  }
  const auto& row = policy::words<policy::Function>()[at];
  return {std::string(row.word), std::string(row.title), {}, {}};
}

std::string group_of(const Matrix& matrix, const Summary& summary, std::uint32_t at) {
  return summary.categories.empty() ? column_of(matrix, at).id
                                    : std::string(policy::word(summary.categories[at]));
}

// ---- Text --------------------------------------------------------------------------------------

std::vector<Row> legend(const Matrix& matrix) {
  std::vector<Row> rows;
  for (std::uint32_t at = 0; at < matrix.columns(); ++at) {
    const Column column = column_of(matrix, at);
    Row row{{std::to_string(at + 1), Ink::quiet}, {column.id, Ink::strong}};
    if (column.category) {
      row.push_back({std::string(policy::title(*column.category)), Ink::plain});
      row.push_back({column.level ? "level " + std::string(policy::word(*column.level)) : "", Ink::plain});
    }
    row.push_back({column.title, Ink::quiet});
    rows.push_back(std::move(row));
  }
  return rows;
}

/// As many columns as fit beside the names of users and agencies.
std::uint32_t columns_that_fit(const World& world, std::size_t width) {
  constexpr std::size_t of_a_cell = 11, gaps = 6, fewest = 4;
  std::size_t names = 0;
  for (const User& each : world.users) names = std::max(names, each.id.size() + world[each.agency].id.size());
  const std::size_t left = width > names + gaps ? width - names - gaps : 0;
  return static_cast<std::uint32_t>(std::max(fewest, left / of_a_cell));
}

/// The columns from `first` to before `end`.
std::vector<Row> block(const Matrix& matrix, std::uint32_t first, std::uint32_t end) {
  const World& world = *matrix.setting().world;
  Row head{{"", Ink::quiet}, {"", Ink::quiet}};
  for (std::uint32_t at = first; at < end; ++at) head.push_back({std::to_string(at + 1), Ink::quiet});
  std::vector<Row> rows{head};
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    Row row{{world.users[user].id, Ink::strong}, {world[world.users[user].agency].id, Ink::quiet}};
    for (std::uint32_t at = first; at < end; ++at) row.push_back(mark(matrix.at({user}, at)));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> shares(const Matrix& matrix, const Summary& summary) {
  std::vector<Row> rows;
  for (std::size_t agency = 0; agency < summary.agencies.size(); ++agency) {
    for (std::uint32_t group = 0; group < summary.groups; ++group) {
      const Share& share = summary.at(agency, group);
      rows.push_back(
          {{policy::called((*matrix.setting().world)[summary.agencies[agency]]), Ink::strong},
           {std::string(policy::title(summary.categories[group])), Ink::plain},
           {std::to_string(share.permitted) + " of " + std::to_string(share.decided), Ink::plain}});
    }
  }
  return rows;
}

std::string as_text(const Matrix& matrix, const std::string& title) {
  const Medium medium = standard_output();
  Page page(medium);
  page.heading(title);
  const std::string_view columns = word(matrix.axis());  // "records"
  page.paragraph(policy::in_words(matrix.setting().moment) + "; " +
                 policy::counted(matrix.users(), "user", "users") + ", " +
                 policy::counted(matrix.columns(), columns.substr(0, columns.size() - 1), columns));
  page.heading("Columns");
  page.table(legend(matrix));
  page.heading("Users");
  const std::uint32_t fit = columns_that_fit(*matrix.setting().world, medium.width);
  for (std::uint32_t first = 0; first < matrix.columns(); first += fit) {
    if (first > 0) page.empty_line();
    page.table(block(matrix, first, std::min(matrix.columns(), first + fit)));
  }
  if (matrix.axis() == Axis::records) {
    page.heading("Permitted, by agency and category");
    page.table(shares(matrix, summary(matrix)));
  }
  return page.text();
}

// ---- JSON --------------------------------------------------------------------------------------

void write_columns(JsonWriter& json, const Matrix& matrix) {
  json.key("columns").begin_array();
  for (std::uint32_t at = 0; at < matrix.columns(); ++at) {
    const Column column = column_of(matrix, at);
    json.begin_object().member("id", column.id).member("title", column.title);
    if (column.category) json.member("category", policy::word(*column.category));
    if (column.level) json.member("level", static_cast<int>(*column.level));
    json.end_object();
  }
  json.end_array();
}

void write_rows(JsonWriter& json, const Matrix& matrix) {
  const World& world = *matrix.setting().world;
  json.key("rows").begin_array();
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    json.begin_object()
        .member("user", world.users[user].id)
        .member("agency", world[world.users[user].agency].id)
        .key("cells")
        .begin_array();
    for (std::uint32_t at = 0; at < matrix.columns(); ++at) json.value(word(matrix.at({user}, at)));
    json.end_array().end_object();
  }
  json.end_array();
}

void write_summary(JsonWriter& json, const Matrix& matrix, const Summary& summary) {
  json.key("summary").begin_array();
  for (std::size_t agency = 0; agency < summary.agencies.size(); ++agency) {
    for (std::uint32_t group = 0; group < summary.groups; ++group) {
      const Share& share = summary.at(agency, group);
      json.begin_object()
          .member("agency", (*matrix.setting().world)[summary.agencies[agency]].id)
          .member("group", group_of(matrix, summary, group))
          .member("permitted", share.permitted)
          .member("in_part", share.in_part)
          .member("decided", share.decided)
          .end_object();
    }
  }
  json.end_array();
}

std::string as_json(const Matrix& matrix) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("by", word(matrix.axis()))
      .member("moment", policy::to_text(matrix.setting().moment));
  write_columns(json, matrix);
  write_rows(json, matrix);
  write_summary(json, matrix, summary(matrix));
  json.end_object();
  return json.take() + '\n';
}

ExitCode matrix(const MatrixOptions& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session || !reveals_assignment(*session, status)) return status;
  analysis::Setting setting = analysis::setting_of(*session);
  if (!options.on.empty()) {
    const auto day = policy::parse_date(options.on);
    if (!day || *day < session->clock().day) {
      complain("`" + options.on + "` is no day from " + policy::to_text(session->clock().day) + " on");
      return wrong_usage;
    }
    setting = analysis::on_day(std::move(setting), *day);
  }
  const analysis::Axis axis = *analysis::axis_from_word(options.by);
  if (const std::string too_many = analysis::too_many_cells(setting, axis); !too_many.empty()) {
    complain(too_many);
    return bad_input;
  }
  Matrix matrix(std::move(setting), axis);
  matrix.finish();
  write_output(options.input.json() ? as_json(matrix) : as_text(matrix, session->scenario().title));
  return done;
}

}  // namespace

void add_matrix(Program& program) {
  auto options = std::make_shared<MatrixOptions>();
  program.verb("matrix", "Print who may do what: users by records, requests or functions")
      .session(options->input)
      .choice("--by", "COLUMNS", options->by, "records (the usual), requests or functions",
              {"records", "requests", "functions"})
      .option("--on", "DAY", options->on, "a later day, as 2017-03-01: what will have lapsed by then")
      .format(options->input.format)
      .footer(
          R"(A cell is a permit, or the first rule that denies it, as things stand after COMMANDS. A record is asked
for by the user's best way to read it, for a duty, at the duty station. Exit status: 0 printed;
2 wrong usage; 3 a file cannot be read, the scenario is faulty, or a command was refused.)")
      .does([options] { return matrix(*options); });
}

}  // namespace ntk::cli
