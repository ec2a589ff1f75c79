// A list whose copies share what none of them has changed.
//
// A world is never changed in place: each run that changes it makes a new one. Of ten thousand users one logs on; a
// copy of all others for each logon would take gigabytes. Here a copy costs a pointer for each block, and a change the
// one block that it is in.
//
// It is used as a std::vector is. Asking a list that is not const for an element makes its block its own, so a
// reference to an element that is to be changed is asked for after the list was copied, not before.
#pragma once

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace ntk::policy {

template <class T>
class SharedList {
 public:
  /// Elements in a block: enough that a list has few of them, and few enough that a change copies little.
  static constexpr std::size_t block_size = 32;

  using value_type = T;

  SharedList() = default;
  SharedList(std::initializer_list<T> elements) {
    for (const T& each : elements) push_back(each);
  }
  SharedList(std::vector<T> elements) {  // NOLINT: a list is made of a vector wherever one is given
    for (T& each : elements) push_back(std::move(each));
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  const T& operator[](std::size_t at) const { return (*blocks_[at / block_size])[at % block_size]; }
  T& operator[](std::size_t at) { return own_block(at / block_size)[at % block_size]; }
  const T& front() const { return (*this)[0]; }
  T& front() { return (*this)[0]; }
  const T& back() const { return (*this)[size_ - 1]; }
  T& back() { return (*this)[size_ - 1]; }

  void push_back(T element) {
    if (size_ % block_size == 0) blocks_.push_back(std::make_shared<Block>());
    Block& last = own_block(size_ / block_size);
    if (last.empty()) last.reserve(block_size);
    last.push_back(std::move(element));
    ++size_;
  }
  template <class... Parts>
  T& emplace_back(Parts&&... parts) {
    push_back(T{std::forward<Parts>(parts)...});
    return back();
  }
  void resize(std::size_t size) {
    while (size_ > size) pop_back();
    while (size_ < size) push_back(T{});
  }
  void pop_back() {
    own_block((size_ - 1) / block_size).pop_back();
    if (--size_ % block_size == 0) blocks_.pop_back();
  }
  void clear() {
    blocks_.clear();
    size_ = 0;
  }

  /// Blocks that both lists share are equal at once.
  bool operator==(const SharedList& other) const {
    if (size_ != other.size_) return false;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (blocks_[at] != other.blocks_[at] && *blocks_[at] != *other.blocks_[at]) return false;
    }
    return true;
  }

 private:
  template <class List, class Element>
  class Position {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = Element*;
    using reference = Element&;

    Position() = default;
    Position(List* list, difference_type at) : list_(list), at_(at) {}
    /// A position that reads from one that writes.
    template <class Other, class OtherElement>
    Position(const Position<Other, OtherElement>& other) : list_(other.list_), at_(other.at_) {}

    reference operator*() const { return (*list_)[static_cast<std::size_t>(at_)]; }
    pointer operator->() const { return &**this; }
    reference operator[](difference_type by) const { return *(*this + by); }
    Position& operator++() { return *this += 1; }
    Position& operator--() { return *this -= 1; }
    Position operator++(int) { return std::exchange(*this, *this + 1); }
    Position operator--(int) { return std::exchange(*this, *this - 1); }
    Position& operator+=(difference_type by) {
      at_ += by;
      return *this;
    }
    Position& operator-=(difference_type by) { return *this += -by; }
    Position operator+(difference_type by) const { return {list_, at_ + by}; }
    Position operator-(difference_type by) const { return {list_, at_ - by}; }
    friend Position operator+(difference_type by, const Position& from) { return from + by; }
    difference_type operator-(const Position& other) const { return at_ - other.at_; }
    bool operator==(const Position& other) const { return at_ == other.at_; }
    auto operator<=>(const Position& other) const { return at_ <=> other.at_; }

   private:
    template <class, class>
    friend class Position;
    List* list_ = nullptr;
    difference_type at_ = 0;
  };

 public:
  using iterator = Position<SharedList, T>;
  using const_iterator = Position<const SharedList, const T>;

  iterator begin() { return {this, 0}; }
  iterator end() { return {this, static_cast<std::ptrdiff_t>(size_)}; }
  const_iterator begin() const { return {this, 0}; }
  const_iterator end() const { return {this, static_cast<std::ptrdiff_t>(size_)}; }

 private:
  using Block = std::vector<T>;

  /// The block, which no other list has.
  Block& own_block(std::size_t at) {
    std::shared_ptr<Block>& block = blocks_[at];
    if (block.use_count() > 1) {
      auto own = std::make_shared<Block>();
      own->reserve(block_size);
      own->assign(block->begin(), block->end());
      block = std::move(own);
    }
    return *block;
  }

  std::vector<std::shared_ptr<Block>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace ntk::policy
