// Interfaces between the platform and other systems, with their security agreements.
#include "sim/scenario/catalogue_reference.h"
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

void read_one_interface(Reading& reading, const Node& node, policy::Interface& interface) {
  ObjectReader object(reading, node, "an interface");
  object.id(interface.id);
  const auto [is_named, known] = refer_to_interface(reading, object);
  if (known) {
    interface.title = title_of(*known, shipped_catalogue());
    interface.direction = known->direction;
    interface.categories = categories_of(*known, shipped_catalogue());
  }
  is_named ? object.line("title", interface.title) : object.need_line("title", interface.title);
  if (const auto list = object.need("agencies", "the agencies whose systems it joins to the platform")) {
    report_if_empty(reading.diagnostics, *list, "an interface joins at least one agency to the platform");
    interface.agencies = as_refs<policy::Agency>(read_references(reading, *list, IdKind::agency));
  }
  const auto direction = is_named ? object.word<policy::Direction>("direction")
                                  : object.need_word<policy::Direction>("direction");
  interface.direction = direction.value_or(interface.direction);
  if (const auto categories = object.find("categories")) {
    interface.categories = read_set<policy::Category>(reading.diagnostics, *categories);
  }
  if (const auto term = object.find_or_null("isa")) interface.isa = read_term(reading, *term);
}

}  // namespace

void read_interfaces(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("interfaces"), world.interfaces, read_one_interface);
}

}  // namespace ntk::scenario
