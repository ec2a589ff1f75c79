// A record, user, agreement, owner's memo or letter as both views show it: what it is called, its facts, and the fields that
// some scenario can open.
//
// Facts are pairs of a title and words. They can't be assigned in any scenario. A record's content stands apart from them.
//
// Made per thing, for those in sight: a world can have 200,000 of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "web/view/field_view.h"

namespace ntk::web {

struct Fact {
  std::string title;  ///< "Owner"
  std::string words;  ///< "Drug Enforcement Administration (DEA)"; of a letter's text several paragraphs
};

struct ThingView {
  scenario::AssignableKind kind{};
  std::uint32_t at = 0;  ///< in the world's list of its kind
  std::string id;
  std::string title;
  std::vector<Fact> facts;
  std::vector<Fact> content;  ///< of a record: what stands in it
  std::string note;           ///< why it has no fields; empty where it has some
  std::vector<FieldView> fields;

  bool locked() const;                                            ///< nothing of it can be assigned
  const FieldView* field(scenario::AssignableField which) const;  ///< null where it has none
};
ThingView view_thing(const session::Session& session, const OpenFields& open, scenario::AssignableKind kind,
                     std::uint32_t at);

/// What a thing is found by, as policy::fold gives it: its id, its name, its agency, and what stands in a record.
std::string search_text(const policy::World& world, scenario::AssignableKind kind, std::uint32_t at);

/// "Federal Bureau of Investigation (FBI)"
std::string in_full(const policy::Agency& agency);

}  // namespace ntk::web
