// The glossary: what the words of the field mean, and those of this platform.
//
// `ntk glossary`, docs/glossary.md and the page show this table; nothing else explains a term.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace ntk::policy {

/// One row of glossary.def.
struct GlossaryEntry {
  std::string_view word;       ///< "access-level": what it is looked up by, also in addresses
  std::string_view title;      ///< "Access level"
  std::string_view also;       ///< other words for it, "level; levels"; may be empty
  std::string_view what;       ///< two or three sentences
  std::string_view elsewhere;  ///< what it is called in other systems; may be empty
  std::string_view source;     ///< page of the source, "P5"; empty where the word isn't the source's
};

/// All terms, in alphabetical order.
std::span<const GlossaryEntry> glossary();

/// The term that a word stands for: its `word`, its title, one of its other words, or its short form in parentheses. Letter
/// case, spaces and hyphens don't matter.
std::optional<GlossaryEntry> find_term(std::string_view word);

}  // namespace ntk::policy
