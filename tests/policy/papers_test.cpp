// What agreements and owners' memos are called.
#include "sim/policy/papers.h"

#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

using Agreed = Ref<Agreement>;
using Memo = Ref<OwnerMemo>;

TEST_CASE("a paper without a title goes by its parties") {
  WorkedWorld worked;
  worked.add_memo(worked.dea, worked.fbi);
  CHECK(paper_title(worked.world, Agreed{0}) == "CBP with FBI");
  CHECK(paper_in_sentence(worked.world, Agreed{0}) == "agreement with FBI");
  CHECK(paper_title(worked.world, Memo{0}) == "DEA to FBI");
  CHECK(paper_in_sentence(worked.world, Memo{0}) == "memo of DEA to FBI");
}

TEST_CASE("a paper with a title goes by that") {
  WorkedWorld worked;
  worked.world.agreements[0].title = "Supplement for the port";
  worked.add_memo(worked.dea, worked.fbi).title = "Memo on the harbor case";
  CHECK(paper_title(worked.world, Agreed{0}) == "Supplement for the port");
  CHECK(paper_in_sentence(worked.world, Agreed{0}) == "agreement “Supplement for the port”");
  CHECK(paper_title(worked.world, Memo{0}) == "Memo on the harbor case");
  CHECK(paper_in_sentence(worked.world, Memo{0}) == "memo “Memo on the harbor case”");
}

TEST_CASE(
    "papers of the same parties are numbered in the order of the world, whatever their terms, and never by "
    "id") {
  WorkedWorld worked;
  worked.add_memo(worked.dea, worked.fbi);
  worked.add_memo(worked.fbi, worked.dea);  // the other way is another paper
  worked.add_memo(worked.dea, worked.fbi).term.reset();
  CHECK(paper_title(worked.world, Memo{0}) == "DEA to FBI (1 of 2)");
  CHECK(paper_title(worked.world, Memo{1}) == "FBI to DEA");
  CHECK(paper_title(worked.world, Memo{2}) == "DEA to FBI (2 of 2)");
  CHECK(paper_in_sentence(worked.world, Memo{2}) == "memo of DEA to FBI (2 of 2)");
  worked.world.memos[0].term.reset();
  CHECK(paper_title(worked.world, Memo{0}) == "DEA to FBI (1 of 2)");
}

TEST_CASE("of two papers of the same parties one with a title leaves the other its parties") {
  WorkedWorld worked;
  worked.world.agreements.push_back(worked.agreement_of(worked.fbi));
  CHECK(paper_title(worked.world, Agreed{0}) == "CBP with FBI (1 of 2)");
  worked.world.agreements.back().title = "Supplement for the port";
  CHECK(paper_title(worked.world, Agreed{0}) == "CBP with FBI");
}

TEST_CASE("papers of one title are numbered too, also where a title says what parties say") {
  WorkedWorld worked;
  for (Agreement& each : worked.world.agreements) each.title = "Supplement";
  CHECK(paper_title(worked.world, Agreed{1}) == "Supplement (2 of 2)");
  CHECK(paper_in_sentence(worked.world, Agreed{1}) == "agreement “Supplement” (2 of 2)");
  worked.world.agreements[0].title = "CBP with DEA";
  worked.world.agreements[1].title.clear();
  CHECK(paper_title(worked.world, Agreed{0}) == "CBP with DEA (1 of 2)");
  CHECK(paper_title(worked.world, Agreed{1}) == "CBP with DEA (2 of 2)");
}

}  // namespace
}  // namespace ntk::policy
