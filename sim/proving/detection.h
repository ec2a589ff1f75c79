// Detection: of all single faults that can be seeded into a right assignment, how many lose points.
//
// A fault gives one assignable field another value, or puts one element into a set or takes one out. It is tried on a session
// that holds a right answer: the fault is assigned, and everything is run. A fault that loses points is *caught*. One that loses
// none, though a request comes out otherwise or somebody can read more or less, *survives*: the goals don't ask
// about it. One that changes nothing at all doesn't count: it is a choice without effect.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/session/session.h"

namespace ntk::proving {

enum class Fate : std::uint8_t { caught, survives, without_effect };

struct Fault {
  session::AssignCommand edit;
  Fate fate = Fate::caught;
  int lost = 0;                           ///< points
  std::vector<std::uint32_t> requests{};  ///< that come out otherwise: positions
  std::uint64_t gained = 0, removed = 0;  ///< permits to read a record
};

struct Detection {
  std::vector<Fault> faults;  ///< in the order of the fields

  std::size_t number_of(Fate fate) const;
  std::size_t counted() const { return faults.size() - number_of(Fate::without_effect); }
  /// Per cent of those that count, rounded down; 100 where none does.
  int share() const;
};

/// How many faults should be caught at least, in per cent.
inline constexpr int least_detection = 90;

/// Seeds the faults one by one into a session whose assignment is right and run.
Detection detection(const session::Session& right);

/// What a fault does, as a command and in a sentence.
std::string in_words(const Fault& fault, const session::Session& right);
/// Which goal would catch a fault that survives.
std::string what_would_catch(const Fault& fault, const session::Session& right);

}  // namespace ntk::proving
