#include "sim/policy/traits.h"

#include <iterator>

namespace ntk::policy {
namespace {

/// The rows of traits.def, each by the name of its check.
namespace rows {

using enum Input;

constexpr LevelSet level_1{Level::level_1};
constexpr LevelSet level_2{Level::level_2};
constexpr LevelSet level_3{Level::level_3};
constexpr LevelSet level_4{Level::level_4};
constexpr LevelSet levels_3_and_4 = level_3 | level_4;
constexpr LevelSet any_level = level_1 | level_2 | levels_3_and_4;

#define TRAITS(name, link, kind, specificity, granter, withdrawal, levels, ...)                        \
  constexpr Traits name{                                                                               \
      CheckId::name,          Link::link, CheckKind::kind, Specificity::specificity, Granter::granter, \
      Withdrawal::withdrawal, levels,     {__VA_ARGS__}};
#include "sim/policy/traits.def"
#undef TRAITS

}  // namespace rows

/// In the order of checks.def. A check without traits is not declared above, and stops the compiler here.
constexpr Traits table[] = {
#define RULE(name, ...) rows::name,
#include "sim/policy/checks.def"
#undef RULE
};

/// Whether each row is at the position of its check, and says what it reads.
constexpr bool is_complete() {
  for (std::size_t at = 0; at < check_count; ++at) {
    if (table[at].id != static_cast<CheckId>(at) || table[at].levels.empty() || table[at].reads.empty())
      return false;
  }
  return true;
}
static_assert(std::size(table) == check_count && is_complete());

/// Whether no check stands for a link before that of an earlier check. Then the first link of the path that breaks is
/// the one of the first check that fails, which is the primary reason.
constexpr bool is_in_order_of_links() {
  for (std::size_t at = 1; at < check_count; ++at) {
    if (table[at].link < table[at - 1].link) return false;
  }
  return true;
}
static_assert(is_in_order_of_links());

}  // namespace

const Traits& traits(CheckId id) {
  return table[static_cast<std::size_t>(id)];
}

}  // namespace ntk::policy
