#include "sim/analysis/natural.h"

#include <algorithm>
#include <limits>

namespace ntk::analysis {

Natural::Natural(std::uint64_t value) {
  for (; value > 0; value >>= 32) limbs_.push_back(static_cast<std::uint32_t>(value));
}

void Natural::trim() {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
}

Natural& Natural::operator+=(const Natural& other) {
  limbs_.resize(std::max(limbs_.size(), other.limbs_.size()) + 1);
  std::uint64_t carry = 0;
  for (std::size_t at = 0; at < limbs_.size(); ++at) {
    carry += limbs_[at];
    if (at < other.limbs_.size()) carry += other.limbs_[at];
    limbs_[at] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  trim();
  return *this;
}

Natural& Natural::operator-=(const Natural& other) {
  if (*this <= other) {
    limbs_.clear();
    return *this;
  }
  std::uint64_t borrow = 0;
  for (std::size_t at = 0; at < limbs_.size(); ++at) {
    const std::uint64_t taken = borrow + (at < other.limbs_.size() ? other.limbs_[at] : 0);
    borrow = limbs_[at] < taken ? 1 : 0;
    limbs_[at] = static_cast<std::uint32_t>(limbs_[at] + (borrow << 32) - taken);
  }
  trim();
  return *this;
}

Natural& Natural::operator*=(std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& each : limbs_) {
    carry += std::uint64_t{each} * factor;
    each = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry > 0) limbs_.push_back(static_cast<std::uint32_t>(carry));
  trim();
  return *this;
}

Natural operator*(const Natural& a, const Natural& b) {
  Natural product;
  for (std::size_t at = b.limbs_.size(); at-- > 0;) {
    if (!product.limbs_.empty()) product.limbs_.insert(product.limbs_.begin(), 0);
    product += a * b.limbs_[at];
  }
  return product;
}

std::strong_ordering Natural::operator<=>(const Natural& other) const {
  if (limbs_.size() != other.limbs_.size()) return limbs_.size() <=> other.limbs_.size();
  for (std::size_t at = limbs_.size(); at-- > 0;) {
    if (limbs_[at] != other.limbs_[at]) return limbs_[at] <=> other.limbs_[at];
  }
  return std::strong_ordering::equal;
}

std::uint64_t Natural::saturated() const {
  if (limbs_.size() > 2) return std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = 0;
  for (std::size_t at = limbs_.size(); at-- > 0;) value = (value << 32) | limbs_[at];
  return value;
}

int Natural::per_cent_of(const Natural& whole) const {
  int per_cent = 0;
  const Natural hundredfold = *this * 100U;
  while (per_cent < 100 && whole * static_cast<std::uint32_t>(per_cent + 1) <= hundredfold) ++per_cent;
  return per_cent;
}

std::string Natural::digits() const {
  constexpr std::uint32_t group = 1'000'000'000;
  std::vector<std::uint32_t> rest = limbs_;
  std::string reversed;
  while (!rest.empty()) {
    std::uint64_t carry = 0;
    for (std::size_t at = rest.size(); at-- > 0;) {
      carry = (carry << 32) | rest[at];
      rest[at] = static_cast<std::uint32_t>(carry / group);
      carry %= group;
    }
    while (!rest.empty() && rest.back() == 0) rest.pop_back();
    for (int digit = 0; digit < 9 && (carry > 0 || !rest.empty()); ++digit, carry /= 10)
      reversed += static_cast<char>('0' + carry % 10);
  }
  return reversed.empty() ? "0" : std::string(reversed.rbegin(), reversed.rend());
}

std::string Natural::text() const {
  std::string text = digits();
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace ntk::analysis
