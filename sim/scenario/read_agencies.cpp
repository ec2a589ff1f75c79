// Agencies, and the purposes that duties and requests name.
#include "sim/scenario/catalogue_reference.h"
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

/// What the file says wins over the catalogue, but for the standing, on which the rules turn.
void read_known_agency(Reading& reading, ObjectReader& object, const CatalogueAgency* known,
                       policy::Agency& agency) {
  if (known) {
    agency.name = known->agency.name;
    agency.short_name = known->agency.short_name;
    agency.standing = known->agency.standing;
  }
  object.line("name", agency.name);
  object.line("short_name", agency.short_name);
  const auto stated = object.find("standing");
  const auto standing =
      stated ? read_word<policy::Standing>(reading.diagnostics, *stated) : std::optional<policy::Standing>();
  if (!known || !standing || *standing == agency.standing) return;
  report(reading.diagnostics, Code::contradicts_catalogue, *stated,
         "the standing is " + in_backticks(policy::word(*standing)) + ", but " + agency.short_name + " is " +
             in_backticks(policy::word(agency.standing)) + " in the catalogue",
         "remove the key, or the reference to the catalogue");
}

void read_own_agency(ObjectReader& object, policy::Agency& agency) {
  object.need_line("name", agency.name);
  agency.short_name = agency.name;
  object.line("short_name", agency.short_name);
  agency.standing = object.need_word<policy::Standing>("standing").value_or(agency.standing);
}

void read_agency(Reading& reading, const Node& node, policy::Agency& agency) {
  ObjectReader object(reading, node, "an agency");
  object.id(agency.id);
  const auto [is_named, known] = refer_to_agency(reading, object);
  is_named ? read_known_agency(reading, object, known, agency) : read_own_agency(object, agency);
  if (agency.standing == policy::Standing::external) agency.certified = reading.today;
  object.date("certified", agency.certified);
}

void read_purpose(Reading& reading, const Node& node, policy::Purpose& purpose) {
  ObjectReader object(reading, node, "a purpose");
  object.id(purpose.id);
  object.need_line("title", purpose.title);
}

/// The member that tells an agency's standing: its own word for it, or the reference to the catalogue.
const JsonMember* standing_of(const JsonValue& agency) {
  const JsonMember* standing = find_member(agency, "standing");
  return standing ? standing : find_member(agency, "catalogue");
}

/// Whether it can be told which agency is the host: some standing may be what is wrong.
bool standings_are_legible(const JsonValue& list) {
  for (const JsonValue& item : list.items) {
    const JsonMember* told = standing_of(item);
    if (!told) return false;
    const std::string& word = told->value.string;
    const bool legible = told->key == "standing" ? policy::from_word<policy::Standing>(word).has_value()
                                                 : agency_called(word) != nullptr;
    if (!legible) return false;
  }
  return list.kind == JsonKind::array && !list.items.empty();
}

/// Exactly one agency is the host.
void find_host(Reading& reading, const Node& list, policy::World& world) {
  if (!standings_are_legible(*list.value)) return;
  const JsonMember* first = nullptr;
  for (std::size_t at = 0; at < world.agencies.size(); ++at) {
    if (world.agencies[at].standing != policy::Standing::host) continue;
    const JsonMember* standing = standing_of(list.value->items[at]);
    if (!first) {
      first = standing;
      world.host = {static_cast<std::uint32_t>(at)};
      continue;
    }
    reading.diagnostics.add(
        Code::one_host, standing->value.span, pointer_to(pointer_to(list.pointer, at), standing->key),
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
