// Letters from outside, and what owners and the host approved to be passed on.
#include <algorithm>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

void read_letter(Reading& reading, const Node& node, policy::Letter& letter) {
  static constexpr std::array<std::string_view, 2> inquiries = {"written", "oral"};
  ObjectReader object(reading, node, "a letter");
  object.id(letter.id);
  object.need_line("title", letter.title);
  object.need_line("from", letter.from);
  object.line("body", letter.body);
  object.line("address", letter.address);
  object.need_prose("text", letter.text);
  if (const auto inquiry = object.find("inquiry")) {
    letter.in_writing = read_word(reading.diagnostics, *inquiry, inquiries, "a kind of inquiry") != 1;
  }
  letter.states = object.set<policy::Statement>("states");
  if (const auto route = object.find_or_null("route"))
    letter.route = read_word<policy::Route>(reading.diagnostics, *route);
}

void read_passing_approval(Reading& reading, const Node& node, policy::PassingApproval& approval) {
  ObjectReader object(reading, node, "an approval");
  object.id(approval.id);
  approval.record.at = object.need_reference("record", IdKind::record).value_or(0);
  approval.from.at = object.need_reference("from", IdKind::agency).value_or(0);
  approval.to.at = object.need_reference("to", IdKind::agency).value_or(0);
  object.date("owner_approved", approval.owner_approved);
  object.date("host_authorised", approval.host_authorised);
}

/// Whether two approvals are for the same record, from and to the same agencies.
bool same_passing(const JsonValue& a, const JsonValue& b) {
  if (a.kind != JsonKind::object || b.kind != JsonKind::object) return false;
  static constexpr std::array<std::string_view, 3> keys = {"record", "from", "to"};
  return std::all_of(keys.begin(), keys.end(), [&](std::string_view key) {
    const JsonMember* one = find_member(a, key);
    const JsonMember* other = find_member(b, key);
    return one && other && one->value.kind == JsonKind::string && one->value.string == other->value.string;
  });
}

}  // namespace

void read_letters(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("letters"), world.letters, read_letter);
}

void read_passing_approvals(Reading& reading, ObjectReader& top, policy::World& world) {
  const auto list = top.find("passing_approvals");
  read_list(reading, list, world.approvals, read_passing_approval);
  for (std::size_t at = 0; list && at < world.approvals.size(); ++at) {
    const auto& items = list->value->items;
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(at);
    const auto first = std::find_if(items.begin(), end,
                                    [&](const JsonValue& each) { return same_passing(each, items[at]); });
    if (first == end) continue;
    reading.diagnostics.add(Code::duplicate_entry, items[at].span, pointer_to(list->pointer, at),
                            "the same passing on is approved twice", "state both days in one approval");
    reading.diagnostics.add_related("first approved here", first->span);
  }
}

}  // namespace ntk::scenario
