#include "sim/scenario/persons.h"

#include "sim/scenario/located_json.h"
#include "sim/scenario/read_parts.h"
#include "sim/scenario/text_check.h"

namespace ntk::scenario {
namespace {

void read_person(Reading& reading, const Node& node, std::vector<policy::Field>& person) {
  if (!node.is(JsonKind::object)) {
    report_kind(reading.diagnostics, node, "an object: what is known of a person");
    return;
  }
  person = read_fields(reading, node, check_command_word);
  if (node.value->members.empty()) {
    report(reading.diagnostics, Code::missing_key, node, "nothing is said of this person",
           "give at least one field, as in `{\"last_name\": \"Vale\"}`");
  }
}

}  // namespace

PersonsResult read_persons(std::string_view text) {
  Diagnostics diagnostics(text, "a file of persons is one list of objects: `[{ ... }]`");
  PersonsResult result;
  if (const auto document = parse_json(diagnostics)) {
    Reading reading{diagnostics, {}, {}};
    const Node list{&*document, "", "persons", 0};
    std::vector<std::vector<policy::Field>> persons;
    report_if_empty(diagnostics, list, "a file of persons names at least one");
    read_list(reading, std::optional(list), persons, read_person);
    if (!diagnostics.has_errors()) result.persons = std::move(persons);
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::scenario
