#include "sim/session/disclosure_form.h"

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/catalogue.h"
#include "sim/scenario/catalogue_reference.h"

namespace ntk::session {
namespace {

using policy::Operation;
using policy::Record;
using policy::Request;
using policy::World;

bool shows_a_person(const Request& request, const Record& record) {
  return (request.operation == Operation::display || request.operation == Operation::print) &&
         record.category == policy::Category::subject && record.kind == policy::SubjectKind::person;
}

/// The platform's own records, which stand in no other system.
bool is_of_the_platform(policy::Category category) {
  return category == policy::Category::subject || category == policy::Category::lookout ||
         category == policy::Category::moir;
}

/// The system that holds the record: as the file says, else the one of the catalogue that holds its category.
const scenario::Subsystem* system_of(const Record& record) {
  if (!record.system.empty()) return scenario::system_called(record.system);
  if (is_of_the_platform(record.category)) return nullptr;
  for (const scenario::Subsystem& each : scenario::shipped_catalogue().subsystems) {
    if (each.sorn && each.categories.contains(record.category)) return &each;
  }
  return nullptr;
}

/// The notice of the system of records that the record is held in.
std::string notice_of(const Record& record) {
  const auto* system = system_of(record);
  if (system == nullptr || !system->sorn) return "DHS/CBP-011, TECS";
  return system->sorn->number + ", " + system->sorn->title;
}

/// What the form says of the record, whoever asks.
DisclosureForm form_on(const World& world, const Request& request, const Record& record) {
  DisclosureForm form;
  form.subject = record.title;
  form.purpose = world[request.purpose].title;
  form.system = notice_of(record);
  form.nature = policy::in_sentence(policy::title(record.category));
  form.date = request.moment.day;
  return form;
}

DisclosureForm by_the_platform(const World& world, const Request& request, const Record& record) {
  const policy::User& user = world[request.user];
  DisclosureForm form = form_on(world, request, record);
  form.outside_department = !policy::within_dhs(world, user.agency);
  form.inquiry = "on the platform";
  form.requester = user.name;
  form.agency = world[user.agency].name;
  form.address = request.place;
  form.provider = "the platform";
  return form;
}

DisclosureForm by_hand(const World& world, const Request& request, const Record& record) {
  DisclosureForm form = form_on(world, request, record);
  form.by_hand = true;
  form.outside_department = true;
  form.inquiry = "written";
  form.provider = world[request.user].name;
  if (!request.letter) return form;
  const policy::Letter& letter = world[*request.letter];
  form.inquiry = letter.in_writing ? "written" : "oral";
  form.requester = letter.from;
  form.agency = letter.body;
  form.address = letter.address;
  if (!letter.use.empty()) form.purpose = letter.use + "; the officer’s: " + form.purpose;
  return form;
}

}  // namespace

std::optional<DisclosureForm> disclosure_form(const World& world, const Request& request,
                                              const policy::Decision& decision) {
  const auto* one = std::get_if<policy::Ref<Record>>(&request.target);
  if (one == nullptr || world[*one].absent || !decision.permitted()) return std::nullopt;
  if (request.operation == Operation::disclose) return by_hand(world, request, world[*one]);
  if (shows_a_person(request, world[*one])) return by_the_platform(world, request, world[*one]);
  return std::nullopt;
}

}  // namespace ntk::session
