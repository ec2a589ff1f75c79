#include "sim/policy/papers.h"

#include "sim/policy/phrases.h"

namespace ntk::policy {
namespace {

const std::vector<Agreement>& papers_like(const World& world, Ref<Agreement>) {
  return world.agreements;
}
const std::vector<OwnerMemo>& papers_like(const World& world, Ref<OwnerMemo>) {
  return world.memos;
}

std::string parties(const World& world, const Agreement& paper) {
  return called(world[world.host]) + " with " + called(world[paper.agency]);
}
std::string parties(const World& world, const OwnerMemo& paper) {
  return called(world[paper.owner]) + " to " + called(world[paper.to]);
}

bool same_parties(const World& world, const Agreement& a, const Agreement& b) {
  return called(world[a.agency]) == called(world[b.agency]);
}
bool same_parties(const World& world, const OwnerMemo& a, const OwnerMemo& b) {
  return called(world[a.owner]) == called(world[b.owner]) && called(world[a.to]) == called(world[b.to]);
}

template <class Paper>
bool called_alike(const World& world, const Paper& a, const Paper& b) {
  if (a.title.empty() && b.title.empty()) return same_parties(world, a, b);
  if (a.title.empty()) return parties(world, a) == b.title;
  return b.title.empty() ? a.title == parties(world, b) : a.title == b.title;
}

/// " (2 of 2)" where another paper is called alike; else nothing.
template <class Paper>
std::string number_of(const World& world, Ref<Paper> paper) {
  const std::vector<Paper>& papers = papers_like(world, paper);
  std::size_t number = 0, count = 0;
  for (std::size_t at = 0; at < papers.size(); ++at) {
    if (!called_alike(world, papers[at], papers[paper.at])) continue;
    ++count;
    if (at <= paper.at) ++number;
  }
  return count < 2 ? "" : " (" + std::to_string(number) + " of " + std::to_string(count) + ")";
}

template <class Paper>
std::string title_of(const World& world, Ref<Paper> paper) {
  const Paper& named = papers_like(world, paper)[paper.at];
  return (named.title.empty() ? parties(world, named) : named.title) + number_of(world, paper);
}

}  // namespace

std::string paper_title(const World& world, Ref<Agreement> paper) {
  return title_of(world, paper);
}

std::string paper_title(const World& world, Ref<OwnerMemo> paper) {
  return title_of(world, paper);
}

std::string paper_in_sentence(const World& world, Ref<Agreement> paper) {
  const Agreement& named = world.agreements[paper.at];
  return "agreement " +
         (named.title.empty() ? "with " + called(world[named.agency]) : in_quotes(named.title)) +
         number_of(world, paper);
}

std::string paper_in_sentence(const World& world, Ref<OwnerMemo> paper) {
  const OwnerMemo& named = world.memos[paper.at];
  return "memo " + (named.title.empty() ? "of " + parties(world, named) : in_quotes(named.title)) +
         number_of(world, paper);
}

}  // namespace ntk::policy
