// What the text page shows of the catalogue: one of its lists, as far as it fits a search.
#include "web/bridge/model.h"
#include "web/view/catalogue_view.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

void write_lists(JsonWriter& json, std::string_view search) {
  json.key("lists").begin_array();
  for (const CatalogueListRow& each : catalogue_lists()) {
    const std::size_t found = find_in_catalogue(each.list, search).size();
    json.begin_object()
        .member("word", each.word)
        .member("title", each.title)
        .member("found", found)
        .member("words", found_in_words(each.list, found))
        .end_object();
  }
  json.end_array();
}

void write_row(JsonWriter& json, const CatalogueRow& row) {
  json.begin_object().member("name", row.name).member("id", row.id);
  json.key("cells").begin_array();
  for (const std::vector<std::string>& cell : row.cells) {
    json.begin_array();
    for (const std::string& line : cell) json.value(line);
    json.end_array();
  }
  json.end_array().end_object();
}

}  // namespace

std::string catalogue_model(CatalogueList list, std::string_view search) {
  JsonWriter json;
  json.begin_object().member("about", about_catalogue()).member("about_list", row(list).about);
  write_lists(json, search);
  json.key("columns").begin_array();
  for (const std::string_view each : row(list).columns) json.value(each);
  json.end_array().key("rows").begin_array();
  for (const std::uint32_t at : find_in_catalogue(list, search)) write_row(json, catalogue_rows(list)[at]);
  return json.end_array().end_object().take();
}

}  // namespace ntk::web
