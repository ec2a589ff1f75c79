// Records, with the access that their owners placed on them.
#include "sim/scenario/catalogue_reference.h"
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

/// Levels and designations belong to the categories that carry levels.
void read_access_level(Reading& reading, ObjectReader& object, std::optional<policy::Category> category,
                       policy::Record& record) {
  if (category && !policy::has_levels(*category)) {
    const std::string message = "records of " + in_backticks(policy::word(*category)) + " have no levels";
    constexpr std::string_view help = "`subject`, `lookout`, `moir` and `seizure` have; remove the key";
    object.bar("level", message, help);
    object.bar("designation", message, help);
    return;
  }
  const auto level = category ? object.need("level", "1, 3 or 4 (2 is legacy)") : object.find("level");
  if (level) record.level = read_level(reading.diagnostics, *level).value_or(record.level);
  if (const auto list = object.find("designation")) record.designation = read_designation(reading, *list);
}

policy::Retention read_retention(Reading& reading, const Node& node) {
  policy::Retention retention;
  ObjectReader object(reading, node, "what decides the retention");
  object.date("collected", retention.collected);
  object.date("closed", retention.closed);
  object.date("limitation_expired", retention.limitation_expired);
  object.date("expires", retention.expires);
  object.date("keep_until", retention.keep_until);
  object.boolean("us_person", retention.us_person);
  object.boolean("open_matter", retention.open_matter);
  return retention;
}

/// Whether a key that belongs to one category stands in a record of another, which is reported.
bool is_barred(ObjectReader& object, std::string_view key, std::optional<policy::Category> category,
               policy::Category owner) {
  if (!category || *category == owner) return false;
  object.bar(key, "records of " + in_backticks(policy::word(*category)) + " have no " + in_backticks(key),
             "it belongs to records of `" + std::string(policy::word(owner)) + "`; remove the key");
  return true;
}

policy::PrimaryDesignation read_primary(Reading& reading, const Node& node) {
  policy::PrimaryDesignation primary;
  ObjectReader object(reading, node, "a designation for Primary");
  primary.designated = reading.today;
  primary.action = object.need_word<policy::PrimaryAction>("action").value_or(primary.action);
  object.date("last_day", primary.last_day);
  object.boolean("approved", primary.approved);
  return primary;
}

/// What lookouts have: whether their creator is told of hits, and their place on Primary.
void read_lookout(Reading& reading, ObjectReader& object, std::optional<policy::Category> category,
                  policy::Record& record) {
  using policy::Category;
  if (!is_barred(object, "notify_owner", category, Category::lookout))
    object.boolean("notify_owner", record.notify_owner);
  if (is_barred(object, "primary", category, Category::lookout)) return;
  if (const auto primary = object.find_or_null("primary")) record.primary = read_primary(reading, *primary);
}

/// The record that an image belongs to, and the moment from which advance information is shown.
void read_what_only_some_have(Reading& reading, ObjectReader& object,
                              std::optional<policy::Category> category, policy::Record& record) {
  using policy::Category;
  if (!is_barred(object, "parent", category, Category::image)) {
    if (const auto parent = object.reference("parent", IdKind::record)) record.parent = {*parent};
  }
  if (!is_barred(object, "referred", category, Category::advance_information)) {
    if (const auto referred = object.find_or_null("referred"))
      record.referred = read_moment(reading.diagnostics, *referred);
  }
  if (!is_barred(object, "kind", category, Category::subject))
    record.kind = object.word<policy::SubjectKind>("kind");
  read_lookout(reading, object, category, record);
}

/// What was handed in ahead of arrival says where it came from (US-3).
void mark_origin(const policy::World& world, policy::Record& record) {
  if (record.category != policy::Category::advance_information) return;
  if (record.owner.at >= world.agencies.size()) return;
  for (policy::Field& each : record.fields) each.origin = world[record.owner].short_name;
}

using FoundCategory = std::optional<policy::Category>;

FoundCategory read_heading(ObjectReader& object, policy::Record& record) {
  object.id(record.id);
  object.need_line("title", record.title);
  const auto category = object.need_word<policy::Category>("category");
  record.category = category.value_or(record.category);
  return category;
}

/// What both a record and one to be entered say of themselves.
void read_content(Reading& reading, ObjectReader& object, FoundCategory category, policy::Record& record) {
  if (const auto system = refer_to_system(reading, object); system.entry) record.system = system.entry->id;
  read_access_level(reading, object, category, record);
  if (const auto fields = object.find("fields")) record.fields = read_fields(reading, *fields);
  record.links = as_refs<policy::Record>(object.references("links", IdKind::record));
  if (const auto retention = object.find("retention")) record.retention = read_retention(reading, *retention);
  read_what_only_some_have(reading, object, category, record);
}

void read_record(Reading& reading, const Node& node, policy::Record& record) {
  ObjectReader object(reading, node, "a record");
  const FoundCategory category = read_heading(object, record);
  record.owner.at = object.need_reference("owner", IdKind::agency).value_or(0);
  if (const auto creator = object.reference("creator", IdKind::user)) record.creator = {*creator};
  read_content(reading, object, category, record);
}

bool is_field_name(std::string_view name) {
  for (const char each : name) {
    if (!(each >= 'a' && each <= 'z') && !(each >= '0' && each <= '9') && each != '_') return false;
  }
  return !name.empty() && name.size() <= longest_id && name[0] >= 'a' && name[0] <= 'z';
}

}  // namespace

std::optional<policy::Level> read_level(Diagnostics& diagnostics, const Node& node) {
  const auto level = read_integer(diagnostics, node, 1, 4);
  return level ? std::optional(static_cast<policy::Level>(*level)) : std::nullopt;
}

policy::Designation read_designation(Reading& reading, const Node& list) {
  policy::Designation designation;
  read_list(reading, std::optional(list), designation,
            [](Reading& inner, const Node& node, policy::DesignationClass& designated) {
              designated = read_designation_class(inner, node);
            });
  return designation;
}

policy::DesignationClass read_designation_class(Reading& reading, const Node& node) {
  policy::DesignationClass designated;
  ObjectReader object(reading, node, "a class");
  designated.agencies = as_refs<policy::Agency>(object.references("agencies", IdKind::agency));
  designated.categories = object.set<policy::UserCategory>("categories");
  designated.users = as_refs<policy::User>(object.references("users", IdKind::user));
  return designated;
}

std::vector<policy::Field> read_fields(Reading& reading, const Node& node, CheckText check_text) {
  std::vector<policy::Field> fields;
  if (!node.is(JsonKind::object)) report_kind(reading.diagnostics, node, "an object");
  for (const JsonMember& each : node.value->members) {
    const Node field{&each.value, pointer_to(node.pointer, each.key), each.key, 0};
    if (!is_field_name(each.key)) {
      reading.diagnostics.add(
          Code::bad_field_name, each.key_span, field.pointer,
          in_backticks(each.key) + " is not the name of a field",
          "lower-case letters, digits and underscores, beginning with a letter: `last_name`");
    }
    const auto value = read_string(reading.diagnostics, field);
    if (value) check_text(reading.diagnostics, field, *value);
    if (value) fields.push_back({each.key, std::string(*value)});
  }
  return fields;
}

policy::Record read_new_record(Reading& reading, const Node& node) {
  policy::Record record;
  record.absent = true;
  ObjectReader object(reading, node, "a new record");
  for (const std::string_view key : {"owner", "creator"}) {
    object.bar(key, "the owner of a new record is the user’s agency, its creator the user", "remove the key");
  }
  const FoundCategory category = read_heading(object, record);
  read_content(reading, object, category, record);
  if (record.primary && record.primary->approved) {
    report(reading.diagnostics, Code::misplaced_key, *object.find("primary"),
           "a lookout is approved after it was entered, by a supervisor other than its creator",
           "remove `approved`, and let a request of the operation `approve` follow");
  }
  if (!is_barred(object, "profile_of", category, policy::Category::user_profile)) {
    if (const auto user = object.reference("profile_of", IdKind::user)) record.profile_of = {*user};
  }
  return record;
}

void read_records(Reading& reading, ObjectReader& top, policy::World& world) {
  const auto list = top.need("records", "the list of records; it may be empty");
  read_list(reading, list, world.records, read_record);
  for (policy::Record& each : world.records) mark_origin(world, each);
}

namespace {

/// A record by its object in the file.
void report_image_of_image(Reading& reading, const JsonValue& object, const std::string& pointer,
                           const policy::World& world, const policy::Record& record) {
  const auto& parent = record.parent;
  if (!parent || parent->at >= world.records.size()) return;
  if (world[*parent].category != policy::Category::image) return;
  const JsonMember* member = find_member(object, "parent");
  if (member == nullptr) return;
  reading.diagnostics.add(Code::image_of_image, member->value.span, pointer_to(pointer, "parent"),
                          "the parent of an image is an image too", "name the record that both belong to");
}

}  // namespace

void report_images_of_images(Reading& reading, ObjectReader& top, const Scenario& scenario) {
  const policy::World& world = scenario.world;
  if (const auto list = top.find("records")) {
    for (std::size_t at = 0; at < list->value->items.size() && at < world.records.size(); ++at)
      report_image_of_image(reading, list->value->items[at], pointer_to(list->pointer, at), world,
                            world.records[at]);
  }
  const auto list = top.find("requests");
  for (std::size_t at = 0; list && at < scenario.requests.size(); ++at) {
    const policy::Request& request = scenario.requests[at].request;
    const auto* entered = std::get_if<policy::Ref<policy::Record>>(&request.target);
    const JsonMember* member = find_member(list->value->items[at], "new");
    if (entered == nullptr || member == nullptr || !policy::is_creating(request.operation)) continue;
    report_image_of_image(reading, member->value, pointer_to(pointer_to(list->pointer, at), "new"), world,
                          world[*entered]);
  }
}

}  // namespace ntk::scenario
