// Compiled rows against `decide`, on worlds drawn at random and by any function and operation.
#include <doctest/doctest.h>

#include "sim/policy/compiled.h"
#include "sim/policy/decide.h"
#include "tests/oracle/compiled_comparison.h"
#include "tests/oracle/random_world.h"
#include "tests/oracle/small_world.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using property::one_of;

/// All but those that a compiled world leaves out.
std::vector<Operation> compiled_operations() {
  std::vector<Operation> kept;
  for (const Operation each : every<Operation>()) {
    const bool of_a_record = !has_no_target(each) && !is_creating(each);
    if (of_a_record && each != Operation::disclose && each != Operation::pass_on) kept.push_back(each);
  }
  return kept;
}

/// One way or two, which may not fit.
Ways any_ways() {
  static const auto functions = every<Function>();
  static const auto operations = compiled_operations();
  Ways ways(words<Category>().size());
  for (auto& of_category : ways) {
    const Category category = words<Category>()[static_cast<std::size_t>(&of_category - ways.data())].value;
    for (std::size_t left = 1 + property::below(2); left > 0; --left) {
      std::vector<Way> fitting{{one_of(functions), one_of(operations)}};
      for (const Function function : functions) {
        if (property::once_in(8) || !scope(function).categories.contains(category)) continue;
        for (const Operation operation : operations) {
          if (scope(function).operations.contains(operation)) fitting.push_back({function, operation});
        }
      }
      of_category.push_back(one_of(fitting));
    }
  }
  return ways;
}

Stated any_statement() {
  return {property::once_in(4) ? other_duty : duty, property::once_in(8) ? "Bexley" : "Averton"};
}

TEST_CASE("a compiled row says of every record what a decision on it says, in any world") {
  CompiledComparison compared;
  property::for_all(
      "compiled and decided agree",
      [&] {
        const World world = any_world();
        const Moment moment{one_of<Date>({today, today, yesterday, tomorrow}), one_of<int>({540, 539, 541})};
        const Ways ways = any_ways();
        const std::string difference = compared.compare(world, moment, ways, any_statement());
        if (!difference.empty()) property::fail(difference);
        const std::string of_reading = compared.compare(world, moment, reading_ways(), any_statement());
        if (!of_reading.empty()) property::fail(of_reading);
      },
      tries_everything ? 200 : 40);
  MESSAGE(compared.cases() << " pairs, " << compared.permitted() << " permitted, of " << compared.reasons()
                           << " reasons");
  CHECK(compared.permitted() > compared.cases() / 50);
  CHECK(compared.reasons() >= 27);
}

}  // namespace
}  // namespace ntk::oracle
