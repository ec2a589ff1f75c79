#include "sim/session/command.h"

#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

/// What a line means, written back as a command; the refusal's code where it means nothing.
std::string reading_of(std::string_view line) {
  const scenario::Scenario lesson = example_lesson();
  const ParsedCommand parsed = parse_command(line, lesson);
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) return "refused: " + refusal->code;
  return to_text(std::get<Command>(parsed), lesson);
}

Refusal refusal_of(std::string_view line) {
  const ParsedCommand parsed = parse_command(line, example_lesson());
  REQUIRE(std::holds_alternative<Refusal>(parsed));
  return std::get<Refusal>(parsed);
}

/// The words of the line that the refusal points at.
std::string pointed_at(std::string_view line) {
  const Refusal refusal = refusal_of(line);
  return std::string(line.substr(refusal.column, refusal.length));
}

TEST_CASE("every kind of command is written as it is read") {
  for (const char* line :
       {"assign record ring level 4",
        "assign record ring designation agency:fbi",
        "assign record ring designation agency:fbi+category:supervisor user:ortega",
        "assign record ring designation nobody",
        "assign record source-file designation "
        "agency:cbp+agency:dea+category:general_user+category:supervisor+user:reyes",
        "assign user ortega investigation anaci 2015-01-15 favorable",
        "assign user ortega investigation none",
        "assign user reyes investigation bi 2016-02-29 pending",
        "assign user reyes functions subject_query printing",
        "assign user reyes functions none",
        "assign agreement moa-fbi term 2016-01-01 2016-12-31",
        "assign agreement moa-fbi term unsigned",
        "assign agreement moa-fbi categories subject lookout",
        "assign agreement moa-fbi functions audit_review",
        "assign agreement moa-fbi anaci_categories esta",
        "assign owner_memo memo-1 term 2016-01-01 open",
        "assign owner_memo memo-1 categories subject moir",
        "assign owner_memo memo-1 levels 3 4",
        "assign owner_memo memo-1 access update",
        "assign owner_memo memo-1 anaci yes",
        "predict look-up permit",
        "predict look-up deny",
        "predict look-up deny DA-7",
        "ask own-1 user=reyes function=subject_query operation=display record=ring purpose=fugitives "
        "place=Here",
        "ask own-1 user=reyes function=subject_query operation=search purpose=audits place=\"Port of Entry\"",
        "ask own-1 user=reyes function=subject_query operation=search categories=subject,lookout "
        "term:last_name=Vale term:\"first name\"=\"A \\\"B\\\" \\\\ C\" purpose=audits place=P "
        "moment=2016-08-12T23:59",
        "run look-up",
        "run all",
        "advance 2016-09-01T08:00",
        "hint",
        "reset"}) {
    CHECK(reading_of(line) == line);
  }
}

TEST_CASE("spaces, tabs and needless quotes between words say nothing") {
  CHECK(reading_of("  run\t\"look-up\"  \r") == "run look-up");
  CHECK(reading_of("assign  record \"ring\" level  \"4\"") == "assign record ring level 4");
}

TEST_CASE("sets and classes are read in any order, investigations favorable unless they say otherwise") {
  CHECK(reading_of("assign user reyes functions printing subject_query") ==
        "assign user reyes functions subject_query printing");
  CHECK(reading_of("assign record ring designation user:ortega+agency:fbi") ==
        "assign record ring designation agency:fbi+user:ortega");
  CHECK(reading_of("assign user reyes investigation bi 2015-01-15") ==
        "assign user reyes investigation bi 2015-01-15 favorable");
}

TEST_CASE("keys of ask are read in any order") {
  CHECK(reading_of(
            "ask own-1 place=P purpose=audits record=ring operation=display function=printing user=reyes") ==
        "ask own-1 user=reyes function=printing operation=display record=ring purpose=audits place=P");
}

TEST_CASE("a line that is no command is refused with a code, the words at fault and what to do") {
  struct Bad {
    const char* line;
    const char* code;
    const char* at;  ///< the words pointed at
  };
  for (const Bad& bad : std::initializer_list<Bad>{
           {"", "empty-command", ""},
           {"asign record ring level 4", "unknown-command", "asign"},
           {"undo", "unknown-command", "undo"},
           {"hint please", "too-many-words", "please"},
           {"reset all", "too-many-words", "all"},
           {"run", "missing-word", "run"},
           {"run look-up now", "too-many-words", "now"},
           {"assign record ring level", "missing-word", "level"},
           {"assign recrd ring level 4", "unknown-kind", "recrd"},
           {"assign record rong level 4", "unknown-id", "rong"},
           {"assign record ring lvl 4", "unknown-field", "lvl"},
           {"assign record harbour level 4", "not-assignable", "level"},
           {"assign record ring level 5", "unknown-word", "5"},
           {"assign record ring level 3 4", "too-many-words", "4"},
           {"assign record ring designation fbi", "bad-class", "fbi"},
           {"assign record ring designation agency:", "bad-class", "agency:"},
           {"assign record ring designation agency:fbl", "unknown-agency", "agency:fbl"},
           {"assign record ring designation user:nobody", "unknown-user", "user:nobody"},
           {"assign record ring designation category:boss", "unknown-word", "category:boss"},
           {"assign record ring designation agency:fbi agency:fbi", "repeated", "agency:fbi"},
           {"assign record ring designation agency:fbi+agency:fbi", "repeated", "agency:fbi+agency:fbi"},
           {"assign record ring designation nobody agency:fbi", "bad-class", "nobody"},
           {"assign user reyes functions subject_query subject_query", "repeated", "subject_query"},
           {"assign user reyes functions none printing", "unknown-word", "none"},
           {"assign user reyes investigation bi", "missing-word", "bi"},
           {"assign user reyes investigation ci 2015-01-01", "unknown-word", "ci"},
           {"assign user reyes investigation bi 2015-02-29", "bad-date", "2015-02-29"},
           {"assign user reyes investigation bi 2015-02-28 great", "unknown-word", "great"},
           {"assign user reyes investigation bi 2015-02-28 pending now", "too-many-words", "now"},
           {"assign agreement moa-fbi term 2016-01-01", "missing-word", "2016-01-01"},
           {"assign agreement moa-fbi term 2016-01-02 2016-01-01", "term-backwards", "2016-01-01"},
           {"assign agreement moa-fbi term 2016-01-02 forever", "bad-date", "forever"},
           {"assign agreement moa-fbi term unsigned now please", "too-many-words", "please"},
           {"assign owner_memo memo-1 anaci maybe", "unknown-word", "maybe"},
           {"assign owner_memo memo-1 access write", "unknown-word", "write"},
           {"predict look-up", "missing-word", "look-up"},
           {"predict look-up grant", "unknown-word", "grant"},
           {"predict look-up permit DA-7", "too-many-words", "DA-7"},
           {"predict look-up deny DA-77", "unknown-rule", "DA-77"},
           {"predict look-up deny da-7", "unknown-rule", "da-7"},
           {"advance tomorrow", "bad-moment", "tomorrow"},
           {"advance 2016-09-01", "bad-moment", "2016-09-01"},
           {"run \"look-up", "unclosed-quote", "\"look-up"},
           {"run \"look\\nup\"", "bad-escape", "\\n"},
           {"run \"look-up\\", "bad-escape", "\\"},
           {"run look\x01up", "bad-text", "look\x01up"},
           {"run look\xffup", "bad-text", "look\xffup"},
           {"run look\xc2\x9bup", "bad-text", "look\xc2\x9bup"},  // U+009B steers terminals as ESC [ does
       }) {
    CAPTURE(bad.line);
    CHECK(refusal_of(bad.line).code == bad.code);
    CHECK(pointed_at(bad.line) == bad.at);
    CHECK_FALSE(refusal_of(bad.line).message.empty());
  }
}

TEST_CASE("an own request that is not complete or contradicts itself is refused at the word at fault") {
  const std::string who = "ask own-1 user=reyes purpose=fugitives place=P function=subject_query ";
  struct Bad {
    std::string line;
    const char* code;
    const char* at;
  };
  for (const Bad& bad : std::initializer_list<Bad>{
           {"ask own-1", "missing-word", "own-1"},
           {"ask own-1 user=reyes", "missing-key", "ask"},
           {who + "operation=display", "missing-key", "ask"},
           {who + "operation=display record=rong", "unknown-id", "record=rong"},
           {who + "operation=display record=ring user=ortega", "duplicate-key", "user=ortega"},
           {who + "operation=display record=ring colour=red", "unknown-key", "colour=red"},
           {who + "operation=display ring", "missing-equals", "ring"},
           {who + "operation=display \"record=ring\"", "missing-equals", "\"record=ring\""},
           {who + "operation=display record=ring categories=subject", "wrong-target", "categories=subject"},
           {who + "operation=display record=ring term:a=b", "wrong-target", "term:a=b"},
           {who + "operation=search record=ring", "wrong-target", "record=ring"},
           {who + "operation=search categories=subject,sbject", "unknown-word", "categories=subject,sbject"},
           {who + "operation=search categories=subject,subject", "repeated", "categories=subject,subject"},
           {who + "operation=search categories=", "unknown-word", "categories="},
           {who + "operation=search term:a=b term:a=c", "duplicate-key", "term:a=c"},
           {who + "operation=search term:=b", "missing-word", "term:=b"},
           {who + "operation=create", "script-only", "operation=create"},
           {who + "operation=look", "unknown-word", "operation=look"},
           {who + "operation=search moment=noon", "bad-moment", "moment=noon"},
       }) {
    CAPTURE(bad.line);
    CHECK(refusal_of(bad.line).code == bad.code);
    CHECK(pointed_at(bad.line) == bad.at);
  }
}

TEST_CASE("a mistyped word is met with the word that was probably meant") {
  CHECK(refusal_of("assgn record ring level 4").help == "did you mean `assign`?");
  CHECK(refusal_of("assign record rinq level 4").help == "did you mean `ring`?");
  CHECK(refusal_of("assign ownermemo memo-1 access read").help == "did you mean `owner_memo`?");
  CHECK(refusal_of("assign user reyes functions subject_qeury").help == "did you mean `subject_query`?");
  CHECK(refusal_of("predict look-up deny DA7").help == "did you mean `DA-7`?");
}

TEST_CASE("where nothing is near, a short list says what there is") {
  CHECK(refusal_of("assign owner_memo memo-1 access everything").help == "there are `read` and `update`");
  CHECK(refusal_of("assign user xyzzyx functions none").help == "there are `ortega` and `reyes`");
}

TEST_CASE("a refusal by the session points at the request or the value in the line") {
  Session session(example_lesson());
  const auto refusal = session.apply("  run  foreign-fil");
  REQUIRE(refusal);
  CHECK(refusal->column == 7);
  CHECK(refusal->length == 11);
  const auto value = session.apply("assign record ring designation agency:fbi agency:dea");
  REQUIRE(value);
  CHECK(value->code == "not-allowed");
  CHECK(value->column == 31);
  CHECK(value->length == 21);
}

TEST_CASE("a place that is empty is refused at its place in the line") {
  Session session(example_lesson());
  const std::string line =
      "ask own-1 user=reyes function=subject_query operation=display record=harbour place=\"\" "
      "purpose=fugitives";
  for (const std::string& each : {line, std::string("ask own-1 like=own-file place=\"\"")}) {
    const auto refusal = session.apply(each);
    REQUIRE(refusal);
    CHECK(refusal->code == "bad-text");
    CHECK(refusal->message == "the place is empty");
    CHECK(refusal->column == each.find("place="));
    CHECK(refusal->length == 8);
  }
}

TEST_CASE("a rule that denies nothing is told from one that does not exist") {
  Session session(example_lesson());
  const auto follows = session.apply("predict own-file deny OB-4");
  REQUIRE(follows);
  CHECK(follows->code == "unknown-rule");
  CHECK(follows->message == "no request is denied by `OB-4`, which says what follows or what records hold");
  const auto unknown = session.apply("predict own-file deny OB-44");
  REQUIRE(unknown);
  CHECK(unknown->message == "no rule has the id `OB-44`");
}

TEST_CASE("no word at all is shown as two quotation marks") {
  Session session(example_lesson());
  const auto refusal = session.apply(
      "ask own-1 user=reyes function=subject_query operation=search categories= purpose=fugitives "
      "place=Here");
  REQUIRE(refusal);
  CHECK(refusal->message == "`\"\"` is no category of data");
}

TEST_CASE("a value that is not open is met with the choices") {
  Session session(example_lesson());
  const auto level = session.apply("assign record ring level 2");
  REQUIRE(level);
  CHECK(level->message == "`2` is not among the choices for the access level of `ring`");
  CHECK(level->help == "choose one of: 1; 3; 4");
  const auto categories = session.apply("assign agreement moa-fbi categories esta");
  REQUIRE(categories);
  CHECK(categories->help == "choose any of: subject lookout");
}

TEST_CASE("values are put in words for people") {
  const scenario::Scenario lesson = example_lesson();
  const auto words = [&](std::string_view line) {
    const ParsedCommand parsed = parse_command(line, lesson);
    REQUIRE(std::holds_alternative<Command>(parsed));
    const auto& command = std::get<AssignCommand>(std::get<Command>(parsed));
    return value_in_words(command.value, lesson.assignables[command.assignable], lesson.world);
  };
  CHECK(words("assign record ring level 4") == "Level 4");
  CHECK(words("assign user ortega investigation bi 2014-05-02") == "BI, completed 2 May 2014, favorable");
  CHECK(words("assign user ortega investigation none") == "none");
  CHECK(words("assign agreement moa-fbi term unsigned") == "not signed");
  CHECK(words("assign owner_memo memo-1 term 2016-01-01 open") == "from 1 January 2016 on");
  CHECK(words("assign owner_memo memo-1 levels 3 4") == "Level 3 and Level 4");
  CHECK(words("assign owner_memo memo-1 levels none") == "none");
  CHECK(words("assign owner_memo memo-1 access update") == "Read and update");
  CHECK(words("assign owner_memo memo-1 anaci no") == "no");
  CHECK(words("assign record ring designation nobody") == "nobody");
}

TEST_CASE("a command is put in words for the button that undoes it") {
  const scenario::Scenario lesson = example_lesson();
  const auto words = [&](std::string_view line) {
    const ParsedCommand parsed = parse_command(line, lesson);
    REQUIRE(std::holds_alternative<Command>(parsed));
    return in_words(std::get<Command>(parsed), lesson);
  };
  CHECK(words("assign record ring level 4") == "assign access level of Ring of four");
  CHECK(words("assign user ortega investigation none") == "assign investigation of Ana Ortega");
  CHECK(words("assign owner_memo memo-1 access read") == "assign access of the memo of DEA to FBI");
  CHECK(words("assign agreement moa-fbi term unsigned") == "assign term of the agreement with FBI");
  CHECK(words("predict look-up deny DA-7") == "predict a denial of “Ortega looks Vale up”");
  CHECK(words("run own-1") == "run own-1");
  CHECK(words("run all") == "run all requests");
  CHECK(words("advance 2016-09-01T08:05") == "move the clock to 1 September 2016, 08:05");
  CHECK(words("hint") == "reveal a hint");
  CHECK(words("reset") == "start over");
}

TEST_CASE("a line without a word, and one that begins with #, holds no command") {
  for (const char* line : {"", "   ", "\t\r", "# a comment", "  # another"}) CHECK(is_blank_or_comment(line));
  for (const char* line : {"run all", "  run all # not a comment"}) CHECK_FALSE(is_blank_or_comment(line));
}

}  // namespace
}  // namespace ntk::session
