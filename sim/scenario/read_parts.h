// The readers of the parts of a scenario, one file per noun. Each reads its keys of the scenario's
// object, and reports what is wrong with them; where something is, what it fills in does not matter,
// for then there will be no scenario.
#pragma once

#include "sim/scenario/object_reader.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/text_check.h"

namespace ntk::scenario {

void read_agencies(Reading& reading, ObjectReader& top, policy::World& world);
void read_purposes(Reading& reading, ObjectReader& top, policy::World& world);
void read_users(Reading& reading, ObjectReader& top, policy::World& world);
void read_agreements(Reading& reading, ObjectReader& top, policy::World& world);
void read_owner_memos(Reading& reading, ObjectReader& top, policy::World& world);
void read_interfaces(Reading& reading, ObjectReader& top, policy::World& world);
void read_letters(Reading& reading, ObjectReader& top, policy::World& world);
void read_passing_approvals(Reading& reading, ObjectReader& top, policy::World& world);
void read_records(Reading& reading, ObjectReader& top, policy::World& world);
void read_assignables(Reading& reading, ObjectReader& top, Scenario& scenario);
/// The position of the opened field that an object names by the thing and the field; says what is wrong else.
std::optional<std::uint32_t> read_opened(Reading& reading, ObjectReader& object, const Scenario& scenario);
/// A whole value of a field that is opened, as the world has it: of a set the list of its elements.
std::optional<AssignedValue> read_whole_value(Reading& reading, const Node& node, AssignableField field);
void read_lab(Reading& reading, ObjectReader& top, Scenario& scenario);
void read_requests(Reading& reading, ObjectReader& top, Scenario& scenario);
/// An image belongs to what is no image, be it listed or entered by a request, so that no chain of them can close to a
/// ring. After records and requests.
void report_images_of_images(Reading& reading, ObjectReader& top, const Scenario& scenario);
void read_predictions(Reading& reading, ObjectReader& top, Scenario& scenario);
void read_goals(Reading& reading, ObjectReader& top, Scenario& scenario);
void read_assist(Reading& reading, ObjectReader& top, Scenario& scenario);
void read_hints(Reading& reading, ObjectReader& top, Scenario& scenario);

// Values that both the world and the choices of what may be assigned are made of.

std::optional<policy::Level> read_level(Diagnostics& diagnostics, const Node& node);
/// A level that an owner's memo can cover: 3 or 4 for reading, any for changing.
std::optional<policy::Level> read_memo_level(Diagnostics& diagnostics, const Node& node);
policy::Designation read_designation(Reading& reading, const Node& list);
policy::DesignationClass read_designation_class(Reading& reading, const Node& node);
policy::Investigation read_investigation(Reading& reading, const Node& node);
policy::Term read_term(Reading& reading, const Node& node);
/// A category that such a field can hold: see possible_categories.
std::optional<policy::Category> read_category(Reading& reading, const Node& node, AssignableField field);
/// A record that a request enters: owner and creator are those of the request.
policy::Record read_new_record(Reading& reading, const Node& node);
/// What a request of that operation changes.
policy::Change read_change(Reading& reading, const Node& node, policy::Operation operation);
/// Field names and their values: the content of a record, the terms of a search.
/// `check_text` says what is wrong with a value.
using CheckText = void (*)(Diagnostics& diagnostics, const Node& node, std::string_view text);
std::vector<policy::Field> read_fields(Reading& reading, const Node& node,
                                       CheckText check_text = check_field_value);

}  // namespace ntk::scenario
