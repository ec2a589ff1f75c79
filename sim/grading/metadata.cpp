#include "sim/grading/metadata.h"

#include <vector>

#include "sim/policy/phrases.h"
#include "sim/scenario/value_reader.h"

namespace ntk::grading {
namespace {

using scenario::JsonKind;
using scenario::JsonValue;

const JsonValue* value_of(const JsonValue& object, std::string_view key, JsonKind kind) {
  const scenario::JsonMember* found = scenario::find_member(object, key);
  return found != nullptr && found->value.kind == kind ? &found->value : nullptr;
}

}  // namespace

std::optional<Metadata> read_metadata(std::string_view text) {
  scenario::Diagnostics diagnostics(text);
  const auto document = parse_json(diagnostics);
  if (!document || document->kind != JsonKind::object) return std::nullopt;
  Metadata metadata;
  if (const JsonValue* users = value_of(*document, "users", JsonKind::array)) {
    std::vector<std::string> names;
    for (const JsonValue& user : users->items) {
      if (user.kind != JsonKind::object) continue;
      const JsonValue* name = value_of(user, "name", JsonKind::string);
      if (name == nullptr || name->string.empty()) name = value_of(user, "email", JsonKind::string);
      if (name != nullptr && !name->string.empty()) names.push_back(name->string);
    }
    if (!names.empty()) metadata.students = policy::listed(names, "and");
  }
  if (const JsonValue* previous = value_of(*document, "previous_submissions", JsonKind::array))
    metadata.previous = previous->items.size();
  return metadata;
}

}  // namespace ntk::grading
