// Interfaces between the platform and other systems, with their security agreements.
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

void read_interface(Reading& reading, const Node& node, policy::Interface& interface) {
  ObjectReader object(reading, node, "an interface");
  object.id(interface.id);
  object.need_line("title", interface.title);
  if (const auto list = object.need("agencies", "the agencies whose systems it joins to the platform")) {
    report_if_empty(reading.diagnostics, *list, "an interface joins at least one agency to the platform");
    interface.agencies = as_refs<policy::Agency>(read_references(reading, *list, IdKind::agency));
  }
  interface.direction = object.need_word<policy::Direction>("direction").value_or(interface.direction);
  interface.categories = object.set<policy::Category>("categories");
  if (const auto term = object.find_or_null("isa")) interface.isa = read_term(reading, *term);
}

}  // namespace

void read_interfaces(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("interfaces"), world.interfaces, read_interface);
}

}  // namespace ntk::scenario
