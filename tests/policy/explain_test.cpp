#include "sim/policy/explain.h"

#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// FBI's Ana Ortega asks for DEA's "Harbour report" at level 3.
struct Harbour : WorkedWorld {
  Ref<User> ortega = add_user(fbi);
  Ref<Record> report = add_record(dea, Category::subject, Level::level_3);

  Harbour() {
    user(ortega).name = "Ana Ortega";
    record(report).title = "Harbour report";
  }
  std::string said(CheckId id) const { return said(id, display(ortega, report)); }
  std::string said(CheckId id, const Request& request) const {
    return explain(world, request, id, decide(request).verdicts[id], report);
  }
};

TEST_CASE("an account is explained by its holder") {
  Harbour harbour;
  CHECK(harbour.said(CheckId::AC_1) == "Ana Ortega’s account is active.");
  harbour.user(harbour.ortega).account = AccountState::suspended;
  CHECK(harbour.said(CheckId::AC_1) == "Ana Ortega’s account is suspended.");
}

TEST_CASE("an investigation is explained by its type, date and adjudication") {
  Harbour harbour;
  CHECK(harbour.said(CheckId::AC_2) == "Ana Ortega’s BI of 6 May 2014 was adjudicated favorably.");
  CHECK(harbour.said(CheckId::AC_3) ==
        "Ana Ortega’s BI is of 6 May 2014; it holds for 5 years, through 5 May 2019.");
  harbour.user(harbour.ortega).investigation = bi("2011-08-12");
  CHECK(
      harbour.said(CheckId::AC_3) ==
      "Ana Ortega’s BI is of 12 August 2011; it held for 5 years, through 11 August 2016, and the request is "
      "of 12 August 2016.");
  harbour.user(harbour.ortega).investigation->adjudication = Adjudication::pending;
  CHECK(harbour.said(CheckId::AC_2) == "Ana Ortega’s BI of 12 August 2011 has not been adjudicated yet.");
  CHECK(harbour.said(CheckId::AC_3) == "There is no valid investigation whose age could matter (see AC-2).");
  harbour.user(harbour.ortega).investigation = anaci("2016-09-01");
  CHECK(harbour.said(CheckId::AC_2) ==
        "Ana Ortega’s ANACI is completed only on 1 September 2016; the request is of 12 August 2016.");
  harbour.user(harbour.ortega).investigation.reset();
  CHECK(harbour.said(CheckId::AC_2) == "Ana Ortega has no background investigation.");
}

TEST_CASE("a lapsed course is explained by its last day") {
  Harbour harbour;
  harbour.user(harbour.ortega).training_passed = day("2015-08-12");
  CHECK(harbour.said(CheckId::AC_4) ==
        "Ana Ortega passed the course on 12 August 2015; it held for 1 year, through 11 August 2016, and the "
        "request is of 12 August 2016.");
}

TEST_CASE("an agency is explained by the terms of its agreements") {
  Harbour harbour;
  CHECK(harbour.said(CheckId::AG_1) == "FBI has an agreement with CBP in force on 12 August 2016.");
  harbour.agreement_of(harbour.fbi).term = term("2015-01-01", "2016-08-11");
  CHECK(harbour.said(CheckId::AG_1) ==
        "FBI has no agreement in force on 12 August 2016 (from 1 January 2015 to 11 August 2016).");
  CHECK(harbour.said(CheckId::FN_2) == "FBI has no agreement in force that could list it (see AG-1).");
  harbour.world.agreements.clear();
  CHECK(harbour.said(CheckId::AG_1) == "FBI has no agreement with CBP.");
}

TEST_CASE("a missing function is explained by what the agreement does list") {
  Harbour harbour;
  Request request = harbour.display(harbour.ortega, harbour.report);
  request.function = Function::printing;
  request.operation = Operation::print;
  CHECK(harbour.said(CheckId::FN_2, request) ==
        "FBI’s agreement in force does not list the function “Printing”; it lists subject query.");
}

TEST_CASE("a designation is explained by whom it names") {
  Harbour harbour;
  CHECK(harbour.said(CheckId::DA_5) ==
        "“Harbour report” is level 3; DEA designated nobody, which leaves out Ana Ortega.");
  harbour.record(harbour.report).designation = {{{harbour.fbi}, {UserCategory::supervisor}, {}},
                                                {{harbour.ice}, {}, {}}};
  CHECK(
      harbour.said(CheckId::DA_5) ==
      "“Harbour report” is level 3; DEA designated supervisors of FBI or users of ICE, which leaves out Ana "
      "Ortega.");
  harbour.record(harbour.report).creator = harbour.ortega;
  CHECK(harbour.said(CheckId::DA_5) == "Ana Ortega created “Harbour report”.");
}

TEST_CASE("a missing memo is explained by what the nearest one lacks") {
  Harbour harbour;
  CHECK(harbour.said(CheckId::DA_7) == "There is no memo of DEA to FBI.");
  harbour.add_memo(harbour.dea, harbour.fbi).term.reset();
  CHECK(harbour.said(CheckId::DA_7) == "The memo of DEA to FBI is not signed.");
  harbour.world.memos.clear();
  harbour.add_memo(harbour.dea, harbour.fbi).levels = {Level::level_4};
  CHECK(harbour.said(CheckId::DA_7) == "The memo of DEA to FBI covers level 4, not level 3.");
  harbour.add_memo(harbour.dea, harbour.fbi).term.reset();
  harbour.world.memos[1].categories = {};
  CHECK(harbour.said(CheckId::DA_7) == "The memo of DEA to FBI (1 of 2) covers level 4, not level 3.");
  harbour.world.memos[0].title = "Memo on the harbor case";
  CHECK(harbour.said(CheckId::DA_7) == "The memo “Memo on the harbor case” covers level 4, not level 3.");
  harbour.world.memos.pop_back();
  harbour.world.memos[0].title.clear();
  harbour.add_memo(harbour.dea, harbour.fbi);
  CHECK(harbour.said(CheckId::DA_7) == "A memo of DEA to FBI covers subject records at level 3.");
  harbour.user(harbour.ortega).investigation = anaci("2014-05-06");
  CHECK(harbour.said(CheckId::DA_8) ==
        "Ana Ortega holds an ANACI and needs a memo that extends to ANACI holders. The memo of DEA to FBI (2 "
        "of 2) does not extend to ANACI holders.");
}

TEST_CASE("what an agreement lacks for an ANACI holder is the category, or its being open to them") {
  Harbour harbour;
  harbour.user(harbour.ortega).investigation = anaci("2014-05-06");
  harbour.record(harbour.report).category = Category::primary_query_history;
  CHECK(
      harbour.said(CheckId::DA_8) ==
      "Ana Ortega holds an ANACI, and FBI’s agreement does not open primary query history to ANACI holders.");
  harbour.agreement_of(harbour.fbi).anaci_categories = {Category::primary_query_history};
  CHECK(harbour.said(CheckId::DA_8) ==
        "Ana Ortega holds an ANACI, and FBI’s agreement opens primary query history to ANACI holders.");
  harbour.agreement_of(harbour.fbi).categories = {Category::subject};
  CHECK(harbour.said(CheckId::DA_8) ==
        "Ana Ortega holds an ANACI, and FBI’s agreement in force does not list primary query history.");
}

TEST_CASE("need to know is explained by the duties on the profile") {
  Harbour harbour;
  CHECK(harbour.said(CheckId::DA_9) ==
        "The stated purpose, “Fugitive apprehension”, is one of Ana Ortega’s duties.");
  harbour.user(harbour.ortega).duties = {harbour.inspection};
  CHECK(harbour.said(CheckId::DA_9) ==
        "The stated purpose, “Fugitive apprehension”, is none of Ana Ortega’s duties (border inspection).");
}

TEST_CASE("every verdict that can occur has a sentence, that ends, and names no id") {
  for (const bool external : {false, true}) {
    for (const Level level : {Level::level_1, Level::level_2, Level::level_3, Level::level_4}) {
      for (const Category category :
           {Category::subject, Category::lookout, Category::primary_query_history}) {
        Harbour harbour;
        harbour.user(harbour.ortega).agency = external ? harbour.fbi : harbour.cbp;
        harbour.record(harbour.report).level = level;
        harbour.record(harbour.report).category = category;
        for (const Check& each : checks()) {
          CAPTURE(each.code);
          const std::string sentence = harbour.said(each.id);
          CAPTURE(sentence);
          CHECK(sentence.size() > 10);
          CHECK((sentence.ends_with(".")));
          CHECK(sentence.find("user-") == std::string::npos);
          CHECK(sentence.find("record-") == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("a search is explained on both sides: what the user is shown, and what only the trail records") {
  Harbour harbour;
  const auto open = harbour.add_record(harbour.cbp, Category::subject);
  harbour.record(open).fields = harbour.record(harbour.report).fields = {{"port", "Averton"}};
  const Request request = harbour.search(harbour.ortega, {{Category::subject}, {{"port", "averton"}}});
  CHECK(
      in_words(harbour.world, request) ==
      "Ana Ortega (FBI) asks to search for subject records, port = averton by “Subject query”, for fugitive "
      "apprehension.");
  CHECK(outcome_in_words(harbour.world, request, harbour.decide(request)) ==
        "Ana Ortega is shown one record. One more is withheld, which only the audit trail records.");
  CHECK(explain(harbour.world, request, CheckId::DA_7, Verdict::not_applicable, std::nullopt) ==
        "Asked of each record that the search finds.");
}

TEST_CASE("a denial is led by its primary reason") {
  const Harbour harbour;
  const Request request = harbour.display(harbour.ortega, harbour.report);
  CHECK(in_words(harbour.world, request) ==
        "Ana Ortega (FBI) asks to display “Harbour report” by “Subject query”, for fugitive apprehension.");
  CHECK(outcome_in_words(harbour.world, request, harbour.decide(request)) ==
        "“Harbour report” is level 3; DEA designated nobody, which leaves out Ana Ortega.");
}

}  // namespace
}  // namespace ntk::policy
