// A natural number of any size, exactly: how many assignments there are. Ten open sets of twenty elements are 2^200.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace ntk::analysis {

class Natural {
 public:
  Natural() = default;  ///< 0
  Natural(std::uint64_t value);

  Natural& operator+=(const Natural& other);
  Natural& operator-=(const Natural& other);  ///< 0 where `other` is greater
  Natural& operator*=(std::uint32_t factor);
  friend Natural operator+(Natural a, const Natural& b) { return a += b; }
  friend Natural operator*(Natural a, std::uint32_t factor) { return a *= factor; }
  friend Natural operator*(const Natural& a, const Natural& b);

  std::strong_ordering operator<=>(const Natural& other) const;
  bool operator==(const Natural&) const = default;

  /// The number where it has 64 bits at most; else the greatest of those.
  std::uint64_t saturated() const;
  /// How many per cent this is of a greater number, rounded down; 100 of 0.
  int per_cent_of(const Natural& whole) const;
  std::string digits() const;  ///< "1048576"
  std::string text() const;    ///< "1,048,576"

 private:
  void trim();

  std::vector<std::uint32_t> limbs_;  ///< the least first; none leads with 0
};

}  // namespace ntk::analysis
