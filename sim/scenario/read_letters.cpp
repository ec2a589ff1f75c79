// Letters from outside, and what owners and the host approved to be passed on.
#include <array>
#include <map>
#include <optional>
#include <string>

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
  object.line("use", letter.use);
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

/// The record that an approval is for, from and to whom; nothing where one of them isn't stated.
std::optional<std::array<std::string, 3>> passing_of(const JsonValue& approval) {
  if (approval.kind != JsonKind::object) return std::nullopt;
  static constexpr std::array<std::string_view, 3> keys = {"record", "from", "to"};
  std::array<std::string, 3> passing;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    const JsonMember* member = find_member(approval, keys[at]);
    if (!member || member->value.kind != JsonKind::string) return std::nullopt;
    passing[at] = member->value.string;
  }
  return passing;
}

}  // namespace

void read_letters(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("letters"), world.letters, read_letter);
}

void read_passing_approvals(Reading& reading, ObjectReader& top, policy::World& world) {
  const auto list = top.find("passing_approvals");
  read_list(reading, list, world.approvals, read_passing_approval);
  std::map<std::array<std::string, 3>, const JsonValue*> approved;
  for (std::size_t at = 0; list && at < world.approvals.size(); ++at) {
    const JsonValue& approval = list->value->items[at];
    const auto passing = passing_of(approval);
    if (!passing) continue;
    const auto [first, is_first] = approved.emplace(*passing, &approval);
    if (is_first) continue;
    reading.diagnostics.add(Code::duplicate_entry, approval.span, pointer_to(list->pointer, at),
                            "the same passing on is approved twice", "state both days in one approval");
    reading.diagnostics.add_related("first approved here", first->second->span);
  }
}

}  // namespace ntk::scenario
