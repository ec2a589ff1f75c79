#include "sim/policy/checks.h"

#include <algorithm>

namespace ntk::policy {
namespace {

constexpr Check table[] = {
#define RULE(name, code, gate, scope, basis, sentence, source, reading) \
  {CheckId::name, code, Gate::gate, Scope::scope, Basis::basis, sentence, source, reading},
#include "sim/policy/checks.def"
#undef RULE
};

}  // namespace

std::span<const Check> checks() {
  return table;
}

const Check& check(CheckId id) {
  return table[static_cast<std::size_t>(id)];
}

std::optional<CheckId> check_from_code(std::string_view code) {
  for (const Check& each : table) {
    if (each.code == code) return each.id;
  }
  return std::nullopt;
}

std::string_view gate_title(Gate gate) {
  switch (gate) {
    case Gate::account:
      return "The account";
    case Gate::agency:
      return "The agency";
    case Gate::function:
      return "The function";
    case Gate::data:
      return "The data";
  }
  return {};
}

bool Verdicts::any_failed() const {
  return std::find(at_.begin(), at_.end(), Verdict::fail) != at_.end();
}

std::optional<CheckId> Verdicts::first_failed() const {
  const auto found = std::find(at_.begin(), at_.end(), Verdict::fail);
  if (found == at_.end()) return std::nullopt;
  return static_cast<CheckId>(found - at_.begin());
}

std::vector<CheckId> Verdicts::failed() const {
  std::vector<CheckId> ids;
  for (std::size_t i = 0; i < check_count; ++i) {
    if (at_[i] == Verdict::fail) ids.push_back(static_cast<CheckId>(i));
  }
  return ids;
}

}  // namespace ntk::policy
