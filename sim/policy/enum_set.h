// A set of the values of a small enumeration, kept as bits.
//
// Values are counted from 0, and there are at most as many of them as `Bits` has. std::bitset would do the
// counting, but takes plain numbers: this one takes only the enumeration it is a set of.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>

namespace ntk::policy {

template <class E, class Bits = std::uint32_t>
class EnumSet {
 public:
  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<E> values) {
    for (E value : values) insert(value);
  }

  constexpr bool contains(E value) const { return (bits_ & bit(value)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int size() const { return std::popcount(bits_); }
  constexpr void insert(E value) { bits_ |= bit(value); }
  constexpr void erase(E value) { bits_ &= ~bit(value); }

  constexpr EnumSet& operator|=(EnumSet other) {
    bits_ |= other.bits_;
    return *this;
  }
  constexpr EnumSet& operator&=(EnumSet other) {
    bits_ &= other.bits_;
    return *this;
  }
  friend constexpr EnumSet operator|(EnumSet a, EnumSet b) { return a |= b; }
  friend constexpr EnumSet operator&(EnumSet a, EnumSet b) { return a &= b; }
  constexpr bool operator==(const EnumSet&) const = default;

 private:
  static constexpr Bits bit(E value) { return Bits{1} << static_cast<unsigned>(value); }
  Bits bits_ = 0;
};

}  // namespace ntk::policy
