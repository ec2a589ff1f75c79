#include <doctest/doctest.h>

#include "sim/session/audit_trail.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

const std::string zeros(64, '0');

/// The JSON of the one event that a command of the student's own makes.
std::string json_of(std::string_view ask) {
  const Session session = session_after({"predict foreign-file deny DA-5", ask, "run own-1"});
  return canonical_json(session.trail().events()[0], session.world());
}

/// The row of CSV of the same.
std::string csv_of(std::string_view ask) {
  const Session session = session_after({"predict foreign-file deny DA-5", ask, "run own-1"});
  const std::string csv = to_csv(session.trail(), session.world());
  return csv.substr(csv.find("\r\n") + 2);
}

TEST_CASE("canonical JSON has its keys in ascending order, no spaces and UTF-8 as it is") {
  CHECK(json_of("ask own-1 user=ortega function=subject_query operation=display record=ring purpose=audits "
                "place=\"Südkai, gate 4\"") ==
        "{\"agency\":\"fbi\",\"failed\":[\"DA-5\",\"DA-7\",\"DA-9\"],\"function\":\"subject_query\","
        "\"moment\":\"2016-08-12T09:00\",\"operation\":\"display\",\"outcome\":\"denied\","
        "\"place\":\"Südkai, gate 4\",\"previous\":\"" +
            zeros +
            "\",\"purpose\":\"audits\",\"record\":\"ring\",\"returned\":[],\"sequence\":1,"
            "\"user\":\"ortega\",\"withheld\":[]}");
}

TEST_CASE("a search is recorded with its categories and terms, and each withheld hit with its reasons") {
  CHECK(json_of("ask own-1 user=ortega function=subject_query operation=search categories=lookout,subject "
                "term:last_name=\"VALE\" purpose=fugitives place=P") ==
        "{\"agency\":\"fbi\",\"failed\":[],\"function\":\"subject_query\",\"moment\":\"2016-08-12T09:00\","
        "\"operation\":\"search\",\"outcome\":\"permitted_with_withheld\",\"place\":\"P\",\"previous\":\"" +
            zeros +
            "\",\"purpose\":\"fugitives\",\"query\":{\"categories\":[\"subject\",\"lookout\"],"
            "\"terms\":{\"last_name\":\"VALE\"}},\"returned\":[\"harbour\",\"port-log\"],\"sequence\":1,"
            "\"user\":\"ortega\",\"withheld\":[{\"failed\":[\"DA-5\",\"DA-7\"],\"record\":\"ring\"},"
            "{\"failed\":[\"DA-6\",\"DA-7\"],\"record\":\"source-file\"}]}");
}

TEST_CASE("the order in which terms were typed does not show in canonical JSON") {
  const std::string ask =
      "ask own-1 user=ortega function=subject_query operation=search purpose=fugitives place=P ";
  CHECK(json_of(ask + "term:b=1 term:a=2") == json_of(ask + "term:a=2 term:b=1"));
}

TEST_CASE("JSON Lines are the canonical events, one a line, the last one ended too") {
  const Session session = session_after({"run own-file", "run at-noon"});
  const auto& events = session.trail().events();
  CHECK(to_json_lines(session.trail(), session.world()) == canonical_json(events[0], session.world()) + '\n' +
                                                               canonical_json(events[1], session.world()) +
                                                               '\n');
  CHECK(to_json_lines(AuditTrail(), session.world()).empty());
}

TEST_CASE("a seal is one object of count and hash") {
  CHECK(to_json(Seal()) == "{\"count\":0,\"hash\":\"" + zeros + "\"}");
}

TEST_CASE("CSV begins with a heading, ends its lines with CR LF and has a cell for every field") {
  const Session session = session_after({"predict foreign-file deny DA-5", "run foreign-file"});
  const auto& event = session.trail().events()[0];
  CHECK(
      to_csv(session.trail(), session.world()) ==
      "sequence,moment,user,agency,place,function,operation,record,categories,terms,purpose,outcome,returned,"
      "withheld,failed,previous,hash\r\n"
      "1,2016-08-12T09:00,ortega,fbi,Field Office,subject_query,display,ring,,,fugitives,denied,,,DA-5 "
      "DA-7," +
          zeros + "," + event.hash + "\r\n");
}

TEST_CASE("cells with commas or quotes are quoted as RFC 4180 asks") {
  CHECK(csv_of(
            "ask own-1 user=ortega function=subject_query operation=display record=harbour purpose=fugitives "
            "place=\"Gate 4, \\\"the old one\\\"\"")
            .starts_with("1,2016-08-12T09:00,ortega,fbi,\"Gate 4, \"\"the old one\"\"\",subject_query,"));
}

TEST_CASE("a cell that a spreadsheet would take for a formula begins with an apostrophe") {
  const std::string ask =
      "ask own-1 user=ortega function=subject_query operation=display record=harbour purpose=fugitives "
      "place=";
  CHECK(csv_of(ask + "\"=1+1\"").find(",\"'=1+1\",") != std::string::npos);
  CHECK(csv_of(ask + "+1").find(",\"'+1\",") != std::string::npos);
  CHECK(csv_of(ask + "-1").find(",\"'-1\",") != std::string::npos);
  CHECK(csv_of(ask + "@x").find(",\"'@x\",") != std::string::npos);
}

TEST_CASE("a search stands in CSV with its terms and with the reasons of what it withheld") {
  const std::string row = csv_of(
      "ask own-1 user=ortega function=subject_query operation=search categories=subject term:last_name=Vale "
      "purpose=fugitives place=P");
  CHECK(row.find(",subject,last_name=Vale,fugitives,permitted_with_withheld,harbour port-log,"
                 "ring (DA-5 DA-7); source-file (DA-6 DA-7),,") != std::string::npos);
}

}  // namespace
}  // namespace ntk::session
