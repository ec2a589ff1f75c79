// Exhausting a product of choices without nested loops.
//
//   exhaust([&](Choose& choose) {
//     record.level = choose(levels);
//     record.owner = choose(agencies);
//     ...
//   });
//
// runs the body once for each combination, the last choice turning fastest. A body chooses in the
// same order each time; what it chooses from may depend on earlier choices.
#pragma once

#include <cstddef>
#include <vector>

namespace ntk::oracle {

class Choose {
 public:
  template <class T>
  const T& operator()(const std::vector<T>& options) {
    return options[digit(options.size())];
  }
  bool whether() { return digit(2) == 1; }

  void begin() { at_ = 0; }
  /// Turns to the next combination; false after the last.
  bool next() {
    while (!digits_.empty() && digits_.back().value + 1 == digits_.back().base) digits_.pop_back();
    if (digits_.empty()) return false;
    ++digits_.back().value;
    return true;
  }

 private:
  struct Digit {
    std::size_t value, base;
  };
  std::size_t digit(std::size_t base) {
    if (at_ == digits_.size()) digits_.push_back({0, base});
    return digits_[at_++].value;
  }

  std::vector<Digit> digits_;
  std::size_t at_ = 0;
};

template <class Body>
void exhaust(Body body) {
  Choose choose;
  do {
    choose.begin();
    body(choose);
  } while (choose.next());
}

}  // namespace ntk::oracle
