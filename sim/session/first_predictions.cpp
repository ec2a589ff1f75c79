#include "sim/session/first_predictions.h"

#include <algorithm>

namespace ntk::session {
namespace {

/// The same record; or two searches, whatever their terms; or the same operation where there's no target.
bool same_target(const policy::Request& one, const policy::Request& other) {
  if (one.target.index() != other.target.index()) return false;
  if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&one.target)) {
    return *record == std::get<policy::Ref<policy::Record>>(other.target);
  }
  if (const auto* entered = std::get_if<policy::Record>(&one.target)) {
    return entered->id == std::get<policy::Record>(other.target).id;
  }
  return one.function == other.function && one.operation == other.operation;
}

/// Whether a search could find the record: it looks through records of that category.
bool may_find(const policy::World& world, const policy::Request& own, const policy::Request& predicted) {
  const auto* search = std::get_if<policy::Search>(&own.target);
  const auto* record = std::get_if<policy::Ref<policy::Record>>(&predicted.target);
  if (!search || !record) return false;
  const policy::CategorySet& named = search->categories;
  const policy::Category sought = world[*record].category;
  return named == policy::CategorySet{} ? policy::scope(own.function).categories.contains(sought)
                                        : named.contains(sought);
}

/// The record that stands behind: of an image, the one that it is of.
policy::Ref<policy::Record> behind(const policy::World& world, policy::Ref<policy::Record> record) {
  const policy::Record& one = world[record];
  return one.category == policy::Category::image && one.parent ? *one.parent : record;
}

/// Whether one of the two is a record that the other's links lead to, or its image, or both are of the same record.
bool are_tied(const policy::World& world, const policy::Request& own, const policy::Request& predicted) {
  const auto* one = std::get_if<policy::Ref<policy::Record>>(&own.target);
  const auto* other = std::get_if<policy::Ref<policy::Record>>(&predicted.target);
  if (one == nullptr || other == nullptr) return false;
  const auto leads_to = [&](const policy::Request& from, policy::Ref<policy::Record> start,
                            policy::Ref<policy::Record> end) {
    const auto& links = world[start].links;
    return from.operation == policy::Operation::show_linked &&
           std::find(links.begin(), links.end(), end) != links.end();
  };
  return leads_to(own, *one, *other) || leads_to(predicted, *other, *one) ||
         behind(world, *one) == behind(world, *other);
}

}  // namespace

void FirstPredictions::show(FirstPrediction first) {
  std::optional<FirstPrediction>& entry = entries_[first.request];
  if (entry) return;
  entry = first;
  --unshown_;
}

void FirstPredictions::predicted(std::uint32_t request) {
  if (request < entries_.size() && entries_[request]) ++entries_[request]->retries;
}

bool reveals(const policy::World& world, const policy::Request& own, const policy::Request& predicted) {
  return own.user == predicted.user || same_target(own, predicted) || may_find(world, own, predicted) ||
         are_tied(world, own, predicted);
}

bool asks_the_same(const policy::Request& own, const policy::Request& predicted) {
  return own.user == predicted.user && own.function == predicted.function &&
         own.operation == predicted.operation && same_target(own, predicted);
}

}  // namespace ntk::session
