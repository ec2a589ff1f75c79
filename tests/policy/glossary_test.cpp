#include "sim/policy/glossary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/source_files.h"

using namespace ntk;
using policy::GlossaryEntry;

TEST_CASE("a term is found by its title, its short form and its other words, however they are written") {
  const auto word_of = [](std::string_view wanted) {
    const auto found = policy::find_term(wanted);
    return found ? std::string(found->word) : std::string();
  };
  CHECK(word_of("Access level") == "access-level");
  CHECK(word_of("ACCESS-LEVEL") == "access-level");
  CHECK(word_of("moa") == "agreement");
  CHECK(word_of("SCO") == "control-officer");
  CHECK(word_of("Owner's memo") == "owners-memo");
  CHECK(word_of("four eyes") == "separation-of-duties");
  CHECK(word_of("").empty());
  CHECK(word_of("no such term").empty());
}

TEST_CASE("the terms stand in alphabetical order, each once") {
  const auto terms = policy::glossary();
  CHECK(terms.size() >= 60);
  CHECK(std::is_sorted(terms.begin(), terms.end(),
                       [](const GlossaryEntry& a, const GlossaryEntry& b) { return a.word < b.word; }));
  for (const GlossaryEntry& each : terms) {
    CAPTURE(each.word);
    CHECK(policy::find_term(each.word)->word == each.word);
    CHECK(policy::find_term(each.title.substr(0, each.title.find(" (")))->word == each.word);
    CHECK((each.what.ends_with('.') || each.what.ends_with(".”")));
    CHECK(each.what.size() <= 400);
  }
}

TEST_CASE("the glossary names the models and the general terms of the field") {
  for (const char* each : {"access control",
                           "adjudication",
                           "ANACI",
                           "BI",
                           "ABAC",
                           "audit trail",
                           "Bell-LaPadula",
                           "break-glass",
                           "capability",
                           "category",
                           "certification",
                           "Chinese wall",
                           "clearance",
                           "combining algorithm",
                           "component",
                           "counterfactual",
                           "decision",
                           "denial",
                           "designation",
                           "DAC",
                           "Form 191",
                           "function",
                           "host agency",
                           "interface",
                           "ISA",
                           "least privilege",
                           "level",
                           "lookout",
                           "MAC",
                           "minimization",
                           "need to know",
                           "NCIC",
                           "ORCON",
                           "owner's memo",
                           "permit",
                           "policy decision point",
                           "Primary",
                           "profile",
                           "purpose",
                           "redress",
                           "ReBAC",
                           "retention",
                           "role",
                           "RBAC",
                           "separation of duties",
                           "SORN",
                           "subject record",
                           "submitter",
                           "suspension",
                           "transaction",
                           "withheld"}) {
    CAPTURE(each);
    CHECK(policy::find_term(each).has_value());
  }
}

TEST_CASE("the page of the glossary tells every term in the program's words") {
  const std::string page = source_text("docs/glossary.md");
  for (const GlossaryEntry& each : policy::glossary()) {
    CAPTURE(each.word);
    CHECK(page.find("## " + std::string(each.title) + "\n\n" + std::string(each.what)) != page.npos);
  }
}
