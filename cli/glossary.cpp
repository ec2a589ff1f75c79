// ntk glossary: what the words of the field mean, and those of the platform.
#include "sim/policy/glossary.h"

#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/verbs.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/suggestion.h"

namespace ntk::cli {
namespace {

using policy::GlossaryEntry;
using scenario::JsonWriter;

struct GlossaryOptions {
  std::vector<std::string> words;
  std::string format = "text";
};

/// All terms where none is asked for. Nothing where one is unknown.
std::optional<std::vector<GlossaryEntry>> chosen(const std::vector<std::string>& words) {
  const auto all = policy::glossary();
  if (words.empty()) return std::vector<GlossaryEntry>(all.begin(), all.end());
  std::vector<GlossaryEntry> terms;
  for (const std::string& each : words) {
    const auto found = policy::find_term(each);
    if (!found) {
      std::vector<std::string_view> known;
      for (const GlossaryEntry& term : all) known.push_back(term.word);
      const auto nearest = scenario::nearest_word(each, known);
      complain("the glossary has no term `" + each + '`' +
               (nearest ? ": did you mean `" + std::string(*nearest) + "`?" : "; `ntk glossary` lists them"));
      return std::nullopt;
    }
    terms.push_back(*found);
  }
  return terms;
}

std::string text_of(const std::vector<GlossaryEntry>& terms) {
  Page page(standard_output());
  for (const GlossaryEntry& each : terms) {
    page.heading(std::string(each.title));
    page.paragraph(std::string(each.what));
    if (!each.elsewhere.empty()) page.paragraph("Elsewhere: " + std::string(each.elsewhere));
    if (!each.source.empty()) page.paragraph("Source: " + std::string(each.source));
  }
  return page.text();
}

std::string json_of(const std::vector<GlossaryEntry>& terms) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().key("terms").begin_array();
  for (const GlossaryEntry& each : terms) {
    json.begin_object()
        .member("word", each.word)
        .member("title", each.title)
        .member("also", each.also)
        .member("what", each.what)
        .member("elsewhere", each.elsewhere)
        .member("source", each.source)
        .end_object();
  }
  return json.end_array().end_object().take() + '\n';
}

}  // namespace

void add_glossary(Program& program) {
  auto options = std::make_shared<GlossaryOptions>();
  program.verb("glossary", "Explain the words of access control and of the platform")
      .arguments("TERM", options->words, "Words such as MOA or \"need to know\"; none: all of them",
                 Needed::no)
      .format(options->format)
      .does([options]() -> ExitCode {
        const auto terms = chosen(options->words);
        if (!terms) return wrong_usage;
        write_output(options->format == "json" ? json_of(*terms) : text_of(*terms));
        return done;
      });
}

}  // namespace ntk::cli
