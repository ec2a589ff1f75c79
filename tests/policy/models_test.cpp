// Each check is an example of a general model of access control, and docs/models.md says so in the program's words.
#include "sim/policy/models.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/source_files.h"

using namespace ntk;
using policy::CheckId;
using policy::Model;

TEST_CASE("designation is discretionary: the owner decides") {
  for (const CheckId each : {CheckId::DA_3, CheckId::DA_5, CheckId::DA_6, CheckId::DA_7})
    CHECK(policy::model_of(each).id == Model::discretionary);
}

TEST_CASE("investigations and agreements are imposed: neither user nor owner changes them") {
  for (const CheckId each :
       {CheckId::AC_2, CheckId::AC_3, CheckId::AG_1, CheckId::FN_2, CheckId::DA_2, CheckId::DA_8})
    CHECK(policy::model_of(each).id == Model::imposed);
}

TEST_CASE("functions and roles are role-based, and handing them out is administration") {
  for (const CheckId each : {CheckId::FN_1, CheckId::FN_3, CheckId::FN_7})
    CHECK(policy::model_of(each).id == Model::roles);
  CHECK(policy::model_of(CheckId::AD_3).id == Model::administration);
}

TEST_CASE("purpose, dates and places are attributes; creator and parent are relationships") {
  for (const CheckId each : {CheckId::DA_9, CheckId::DA_10, CheckId::FN_5})
    CHECK(policy::model_of(each).id == Model::attributes);
  for (const CheckId each : {CheckId::AD_1, CheckId::DA_12})
    CHECK(policy::model_of(each).id == Model::relationships);
}

TEST_CASE("a second person's approval separates duties, and passing on is the originator's to control") {
  CHECK(policy::model_of(CheckId::LO_4).id == Model::separation);
  CHECK(policy::model_of(CheckId::DI_3).id == Model::originator);
}

TEST_CASE("no model stands there without a check") {
  for (const policy::ModelInfo& model : policy::models()) {
    CAPTURE(model.word);
    CHECK(std::any_of(policy::checks().begin(), policy::checks().end(),
                      [&](const policy::Check& each) { return policy::model_of(each.id).id == model.id; }));
    CHECK(model.sentence.ends_with('.'));
  }
}

TEST_CASE("the page of the models tells every model and the checks that are examples of it") {
  const std::string page = source_text("docs/models.md");
  for (const policy::ModelInfo& model : policy::models()) {
    std::string codes;
    for (const policy::Check& each : policy::checks()) {
      if (policy::model_of(each.id).id == model.id)
        codes += (codes.empty() ? "" : ", ") + std::string(each.code);
    }
    CAPTURE(model.word);
    CHECK(page.find("| " + std::string(model.title) + " | " + std::string(model.sentence) + " | " + codes +
                    " |") != page.npos);
  }
}
