#include "sim/policy/obligations.h"

namespace ntk::policy {
namespace {

constexpr Obligation table[] = {
#define OBLIGATION(...) Obligation{__VA_ARGS__},
#include "sim/policy/obligations.def"
#undef OBLIGATION
};

}  // namespace

std::span<const Obligation> obligations() {
  return table;
}

}  // namespace ntk::policy
