// Properties: what holds of every case, tried on many drawn at random. The drawing, and the simplifying of a
// case that fails, are RapidCheck's; here is all that the tests need of it, without its templates, which take
// long to compile.
//
//   TEST_CASE("a text that is written is read back as it was") {
//     for_all("read(write(text)) == text", [] {
//       const std::string text = any_text();
//       HOLDS(read(write(text)) == text);
//     });
//   }
//
// Every case of a property draws its numbers by `below` and those built on it. Draw the simplest at 0:
// towards it a case that fails is simplified. The seed is fixed, so that two runs try the same; NTK_SEED=N
// tries others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/size.h"

namespace ntk::property {

/// How many cases a property is tried on unless it says otherwise.
inline constexpr int usual_cases = tries_everything ? 100 : 30;

/// Tries the body on so many cases, as one assertion of doctest's. A failure shows the simplest case found,
/// with the reason that the body gave, and its seed. Of runs that share the work, each adds its own number to
/// the seed.
void for_all(const char* what, const std::function<void()>& body, int cases = usual_cases,
             std::uint64_t run = 0);

/// Any number from 0 to `bound` - 1, each as likely. `bound` is at least 1.
std::size_t below(std::size_t bound);

/// Any length from 0 on, short ones in the first cases of a property, longer ones (up to about `longest`) in
/// the last.
std::size_t any_length(std::size_t longest = 100);

inline bool either() {
  return below(2) == 1;
}
/// True once in so many times.
inline bool once_in(std::size_t times) {
  return below(times) == times - 1;
}
inline char any_byte() {
  return static_cast<char>(below(256));
}

/// One of the options; the first is the simplest.
template <class T>
T one_of(const std::vector<T>& options) {
  return options[below(options.size())];
}

/// The case at hand breaks the property: ends it.
[[noreturn]] void fail(const std::string& why);
/// The case at hand is none that the property speaks of: another is drawn.
void discard_unless(bool wanted);

inline void holds(bool condition, const char* expression) {
  if (!condition) fail(std::string("does not hold: ") + expression);
}
#define HOLDS(...) ::ntk::property::holds(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__)

}  // namespace ntk::property
