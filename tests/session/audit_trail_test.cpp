#include "sim/session/audit_trail.h"

#include <doctest/doctest.h>

#include "sim/session/sha256.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

using policy::CheckId;
using policy::Record;
using policy::Ref;
using scenario::AuditOutcome;

constexpr Ref<Record> harbour{0}, ring{1}, source_file{2}, port_log{3};

/// The example's four requests, each run once.
const Session& day() {
  static const Session session = session_after({"predict foreign-file deny DA-5", "run all"});
  return session;
}

const AuditEvent& event(std::size_t sequence) {
  return day().trail().events()[sequence - 1];
}

TEST_CASE("an event records who asked what of which record, for what purpose, when and where") {
  const AuditEvent& asked = event(1);
  CHECK(asked.sequence == 1);
  CHECK(policy::to_text(asked.moment) == "2016-08-12T09:00");
  CHECK(day().world()[asked.user].id == "ortega");
  CHECK(day().world()[asked.agency].id == "fbi");
  CHECK(asked.place == "Field Office");
  CHECK(asked.function == policy::Function::subject_query);
  CHECK(asked.operation == policy::Operation::display);
  CHECK(std::get<Ref<Record>>(asked.target) == harbour);
  CHECK(day().world()[asked.purpose].id == "fugitives");
}

TEST_CASE("a permitted display returns its record") {
  CHECK(event(1).outcome == AuditOutcome::permitted);
  CHECK(event(1).returned == std::vector{harbour});
  CHECK(event(1).withheld.empty());
  CHECK(event(1).failed.empty());
}

TEST_CASE("a denial returns nothing and records every rule that failed, in order") {
  CHECK(event(2).outcome == AuditOutcome::denied);
  CHECK(event(2).returned.empty());
  CHECK(event(2).withheld.empty());
  CHECK(event(2).failed == std::vector{CheckId::DA_5, CheckId::DA_7});
}

TEST_CASE(
    "a search records the hits that were withheld, each with its reasons, though the user is told nothing") {
  const AuditEvent& search = event(3);
  CHECK(search.outcome == AuditOutcome::permitted_with_withheld);
  CHECK(search.returned == std::vector{harbour, port_log});
  CHECK(search.withheld == std::vector<WithheldRecord>{{ring, {CheckId::DA_5, CheckId::DA_7}},
                                                       {source_file, {CheckId::DA_6, CheckId::DA_7}}});
  CHECK(search.failed.empty());
}

TEST_CASE("a search that withholds nothing is permitted, whether it finds something or not") {
  const Session session =
      session_after({"predict foreign-file deny DA-5",
                     "ask own-1 user=ortega function=subject_query operation=search categories=lookout "
                     "purpose=fugitives place=P",
                     "run own-1"});
  CHECK(session.trail().events()[0].outcome == AuditOutcome::permitted);
  CHECK(session.trail().events()[0].returned.empty());
}

TEST_CASE("a denied search is not run: nothing is returned and nothing withheld") {
  const Session session = session_after(
      {"predict foreign-file deny DA-5",
       "ask own-1 user=ortega function=subject_query operation=search purpose=audits place=P", "run own-1"});
  const AuditEvent& denied = session.trail().events()[0];
  CHECK(denied.outcome == AuditOutcome::denied);
  CHECK(denied.failed == std::vector{CheckId::DA_9});
  CHECK(denied.returned.empty());
  CHECK(denied.withheld.empty());
}

TEST_CASE("the first event carries 64 zeros, every other one the hash of the one before") {
  CHECK(event(1).previous == std::string(64, '0'));
  for (std::size_t i = 2; i <= 4; ++i) CHECK(event(i).previous == event(i - 1).hash);
}

TEST_CASE("an event is hashed as canonical JSON, which holds the previous hash and not its own") {
  for (std::size_t i = 1; i <= 4; ++i) {
    const std::string json = canonical_json(event(i), day().world());
    CHECK(event(i).hash == sha256(json));
    CHECK(json.find(event(i).previous) != std::string::npos);
    CHECK(json.find(event(i).hash) == std::string::npos);
  }
}

TEST_CASE("the seal is the number of events and the hash of the last; of an empty trail, 0 and zeros") {
  CHECK(day().trail().seal() == Seal{4, event(4).hash});
  CHECK(AuditTrail().seal() == Seal{0, std::string(64, '0')});
}

TEST_CASE("an assignment made later leaves the events of the past as they were") {
  Session session = day();
  const auto before = session.trail().events();
  apply_all(session, {"assign record ring level 1", "run all"});
  REQUIRE(session.trail().events().size() == 8);
  CHECK(std::equal(before.begin(), before.end(), session.trail().events().begin()));
}

}  // namespace
}  // namespace ntk::session
