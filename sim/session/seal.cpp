#include "sim/session/seal.h"

#include "sim/policy/unicode.h"

namespace ntk::session {
namespace {

using scenario::JsonKind;
using scenario::JsonValue;

constexpr std::size_t hash_digits = 64;

const JsonValue* member_of(const JsonValue& object, std::string_view key, JsonKind kind) {
  for (const auto& each : object.members) {
    if (each.key == key && each.value.kind == kind) return &each.value;
  }
  return nullptr;
}

std::optional<Seal> seal_of(const JsonValue& value) {
  const JsonValue* count = member_of(value, "count", JsonKind::integer);
  const JsonValue* hash = member_of(value, "hash", JsonKind::string);
  if (!count || !hash || count->integer < 0 || hash->string.size() != hash_digits) return std::nullopt;
  // The same hash in capitals, as some programs print it, is the same hash.
  Seal seal{static_cast<std::uint64_t>(count->integer), policy::fold(hash->string)};
  if (seal.hash.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  return seal;
}

}  // namespace

std::optional<Seal> read_seal(scenario::Diagnostics& diagnostics, const scenario::Node& node) {
  auto seal = seal_of(*node.value);
  if (!seal) {
    report(diagnostics, scenario::Code::wrong_type, node, "this is no seal",
           "a seal is `{\"count\":N,\"hash\":\"...\"}`, with a hash of 64 digits and letters `a` to `f`");
  }
  return seal;
}

SealResult read_seal(std::string_view text) {
  scenario::Diagnostics diagnostics(text, "a seal is one object: `{\"count\":N,\"hash\":\"...\"}`");
  SealResult result;
  if (const auto value = scenario::parse_json(diagnostics)) {
    result.seal = read_seal(diagnostics, {&*value, "", "", 0});
    if (diagnostics.has_errors()) result.seal.reset();
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::session
