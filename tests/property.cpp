#include "tests/property.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>  // Debian: librapidcheck-dev
#include <rapidcheck/detail/TestListenerAdapter.h>

#include <cstdlib>
#include <sstream>

namespace ntk::property {
namespace {

std::uint64_t seed() {
  const char* wanted = std::getenv("NTK_SEED");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 2016'08'12;
}

}  // namespace

void for_all(const char* what, const std::function<void()>& body, int cases, std::uint64_t run) {
  rc::detail::TestParams parameters;
  parameters.seed = seed() + run;
  parameters.maxSuccess = cases;
  rc::detail::TestListenerAdapter silent;
  const auto result =
      rc::detail::checkTestable(body, rc::detail::TestMetadata{what, what}, parameters, silent,
                                std::unordered_map<std::string, rc::detail::Reproduce>{});
  std::ostringstream message;
  message << what << ", with NTK_SEED=" << parameters.seed << ": ";
  rc::detail::printResultMessage(result, message);
  INFO(message.str());
  CHECK(result.is<rc::detail::SuccessResult>());
}

std::size_t below(std::size_t bound) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, bound));
}

std::size_t any_length(std::size_t longest) {
  return *rc::gen::inRange<std::size_t>(0, longest + 1);
}

void fail(const std::string& why) {
  RC_FAIL(why);
}

void discard_unless(bool wanted) {
  RC_PRE(wanted);
}

}  // namespace ntk::property
