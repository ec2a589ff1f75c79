// The small phrases that sentences are made of.
#include "sim/policy/phrases.h"

#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("one thing is counted in the singular, none and several in the plural") {
  CHECK(counted(1, "user", "users") == "1 user");
  CHECK(counted(0, "user", "users") == "0 users");
  CHECK(counted(5, "match.", "matches.") == "5 matches.");
  CHECK(counted(4'294'967'297, "cell", "cells") == "4294967297 cells");
  CHECK(years(1) == "1 year");
  CHECK(years(5) == "5 years");
}

TEST_CASE("the name of a field is shown as a label") {
  CHECK(field_label("last_name") == "Last name");
  CHECK(field_label("date_of_birth") == "Date of birth");
  CHECK(field_label("VIN") == "VIN");
  CHECK(field_label("").empty());
}

TEST_CASE("a rule’s code stands at the end of the sentence, before its full stop") {
  CHECK(with_code("Her account is suspended.", CheckId::AC_1) == "Her account is suspended (AC-1).");
  CHECK(with_code("Her account is suspended", CheckId::AC_1) == "Her account is suspended (AC-1).");
}

TEST_CASE("a check is named by what it asks, its code after that") {
  CHECK(in_words(CheckId::AC_1) == "“The account is active, not suspended” (AC-1)");
}

TEST_CASE("a user is named with the short name of the agency") {
  WorkedWorld worked;
  const Ref<User> ortega = worked.add_user(worked.fbi);
  worked.user(ortega).name = "Ana Ortega";
  worked.world.agencies[worked.fbi.at].short_name = "FBI";
  CHECK(with_agency(worked.world, ortega) == "Ana Ortega (FBI)");
  worked.world.agencies[worked.fbi.at].short_name.clear();
  worked.world.agencies[worked.fbi.at].name = "Federal Bureau of Investigation";
  CHECK(with_agency(worked.world, ortega) == "Ana Ortega (Federal Bureau of Investigation)");
}

}  // namespace
}  // namespace ntk::policy
