// The part of the model that is the conflict lab.
#include "web/bridge/model.h"
#include "web/view/lab_view.h"

namespace ntk::web {
namespace {

void write_lab_row(scenario::JsonWriter& json, const LabRow& row) {
  json.begin_object().member("name", row.name).member("note", row.note).key("cells").begin_array();
  for (const auto& cell : row.cells) {
    json.begin_array();
    for (const std::string& line : cell) json.value(line);
    json.end_array();
  }
  json.end_array().end_object();
}

}  // namespace

void write_lab(ModelWriter& model, const session::Session& session) {
  scenario::JsonWriter& json = model.section("lab");
  if (!has_lab(session)) {
    json.null();
    return;
  }
  const LabView view = view_lab(session);
  json.begin_object().member("about", lab_about).member("waits_for", view.waits_for);
  json.key("columns").begin_array();
  for (const std::string_view each : lab_columns()) json.value(each);
  json.end_array().key("ways").begin_array();
  for (const LabAlgorithm& algorithm : view.algorithms) {
    json.begin_object()
        .member("word", algorithm.word)
        .member("title", algorithm.title)
        .member("about", algorithm.about)
        .member("summary", algorithm.summary)
        .member("left_out", algorithm.left_out);
    json.key("rows").begin_array();
    for (const LabRow& row : algorithm.rows) write_lab_row(json, row);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

}  // namespace ntk::web
