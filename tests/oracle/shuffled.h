// A world with each of its lists in another order, and the same requests in it.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/policy/world.h"

namespace ntk::oracle {

/// Lists of the world, and the lists within its things: designations, duties, roles, links, fields, terms. Records are
/// shuffled too; where each of them stood before is kept.
class Shuffled {
 public:
  explicit Shuffled(const policy::World& world);

  const policy::World& world() const { return world_; }
  /// The request of the world before, as it is asked of this one.
  policy::Request same(policy::Request request) const;
  /// By the place of a record here, its place before.
  const std::vector<std::uint32_t>& record_before() const { return records_.before; }

 private:
  /// An order of a list: where each thing went, and where it was.
  struct Order {
    std::vector<std::uint32_t> now, before;
  };
  static Order any_order(std::size_t length);
  template <class List>
  static List in_order(const List& list, const Order& order);

  template <class T>
  void move(policy::Ref<T>& ref, const Order& order) const;
  template <class T>
  void move(std::vector<policy::Ref<T>>& refs, const Order& order) const;
  void move(policy::Designation& designation) const;
  void move(policy::Record& record) const;

  policy::World world_;
  Order agencies_, purposes_, roles_, users_, interfaces_, letters_, records_;
};

}  // namespace ntk::oracle
