// Agencies, and the purposes that duties and requests name.
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

void read_agency(Reading& reading, const Node& node, policy::Agency& agency) {
  ObjectReader object(reading, node, "an agency");
  object.id(agency.id);
  object.need_line("name", agency.name);
  agency.short_name = agency.name;
  object.line("short_name", agency.short_name);
  agency.standing = object.need_word<policy::Standing>("standing").value_or(agency.standing);
  if (agency.standing == policy::Standing::external) agency.certified = reading.today;
  object.date("certified", agency.certified);
}

void read_purpose(Reading& reading, const Node& node, policy::Purpose& purpose) {
  ObjectReader object(reading, node, "a purpose");
  object.id(purpose.id);
  object.need_line("title", purpose.title);
}

/// Whether it can be told which agency is the host: some standing may be what is wrong.
bool standings_are_legible(const JsonValue& list) {
  for (const JsonValue& item : list.items) {
    const JsonMember* standing = find_member(item, "standing");
    if (!standing || !policy::from_word<policy::Standing>(standing->value.string)) return false;
  }
  return list.kind == JsonKind::array && !list.items.empty();
}

/// Exactly one agency is the host.
void find_host(Reading& reading, const Node& list, policy::World& world) {
  if (!standings_are_legible(*list.value)) return;
  const JsonMember* first = nullptr;
  for (std::size_t at = 0; at < world.agencies.size(); ++at) {
    if (world.agencies[at].standing != policy::Standing::host) continue;
    const JsonMember* standing = find_member(list.value->items[at], "standing");
    if (!first) {
      first = standing;
      world.host = {static_cast<std::uint32_t>(at)};
      continue;
    }
    reading.diagnostics.add(
        Code::one_host, standing->value.span, pointer_to(pointer_to(list.pointer, at), "standing"),
        "a second agency is the host",
        "one agency owns and runs the platform; the others are `component` or `external`");
    reading.diagnostics.add_related("the first is here", first->value.span);
  }
  if (first) return;
  report(reading.diagnostics, Code::one_host, list, "no agency is the host",
         "give the agency that owns and runs the platform the standing `host`");
}

}  // namespace

void read_agencies(Reading& reading, ObjectReader& top, policy::World& world) {
  const auto list = top.need("agencies", "the list of agencies, one of them the host");
  if (!list) return;
  report_if_empty(reading.diagnostics, *list, "a scenario needs at least one agency");
  read_list(reading, list, world.agencies, read_agency);
  find_host(reading, *list, world);
}

void read_purposes(Reading& reading, ObjectReader& top, policy::World& world) {
  const auto list = top.need("purposes", "the list of duties that users have and requests state");
  if (!list) return;
  report_if_empty(reading.diagnostics, *list, "a scenario needs at least one purpose");
  read_list(reading, list, world.purposes, read_purpose);
}

}  // namespace ntk::scenario
