// ntk catalogue: the agencies, subsystems and interfaces that the source lists.
#include <array>
#include <memory>
#include <optional>

#include "cli/catalogue_rows.h"
#include "cli/files.h"
#include "cli/verbs.h"
#include "sim/scenario/suggestion.h"

namespace ntk::cli {
namespace {

struct CatalogueOptions {
  std::string kind;  ///< or the first term of the search
  std::vector<std::string> terms;
  std::string format = "text";
};

constexpr std::array<std::string_view, 3> kind_words = {"agency", "system", "interface"};
constexpr std::array<std::string_view, 3> plural_words = {"agencies", "systems", "interfaces"};

/// The position of the kind that a word names, if it names any.
std::optional<std::size_t> kind_named(std::string_view word) {
  for (std::size_t at = 0; at < kind_words.size(); ++at) {
    if (word == kind_words[at] || word == plural_words[at]) return at;
  }
  return std::nullopt;
}

void complain_of_nothing(const CatalogueOptions& options, const std::vector<std::string>& terms) {
  std::string searched;
  for (const std::string& each : terms) searched += (searched.empty() ? "" : " ") + each;
  const auto meant =
      kind_named(options.kind) ? std::nullopt : scenario::nearest_word(options.kind, kind_words);
  complain("nothing in the catalogue fits `" + searched + '`' +
           (meant ? ": did you mean `" + std::string(*meant) + "`?" : ""));
}

ExitCode catalogue(const CatalogueOptions& options) {
  const auto kind = kind_named(options.kind);
  const RowKinds kinds = {!kind || kind == 0, !kind || kind == 1, !kind || kind == 2};
  std::vector<std::string> terms = options.terms;
  if (!kind && !options.kind.empty()) terms.insert(terms.begin(), options.kind);

  const CatalogueRows rows = find_rows(kinds, terms);
  if (options.format == "json") write_output(to_json(rows));
  if (options.format == "text") write_output(to_text(rows));
  if (!rows.empty()) return done;
  complain_of_nothing(options, terms);
  return answer_is_no;
}

}  // namespace

void add_catalogue(Program& program) {
  auto options = std::make_shared<CatalogueOptions>();
  program.verb("catalogue", "Print the agencies, subsystems and interfaces that the source lists")
      .argument("KIND", options->kind, "agency, system or interface; left out: all three", Needed::no)
      .arguments("SEARCH", options->terms, "Words to be found in a row, whole and all of them", Needed::no)
      .format(options->format)
      .footer(
          R"(Pages and appendices are those of the Privacy Impact Assessment DHS/CBP/PIA-021. Letter case is
ignored; P36 finds a page. Exit status: 0 printed; 1 nothing fits the search; 2 wrong usage.)")
      .does([options] { return catalogue(*options); });
}

}  // namespace ntk::cli
