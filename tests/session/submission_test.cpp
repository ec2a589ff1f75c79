#include "sim/session/submission.h"

#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "sim/session/sha256.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

namespace ntk::session {
namespace {

Submission example() {
  Submission submission =
      submission_of(session_after({"predict foreign-file deny DA-5", "hint", "run all",
                                   "assign record ring designation agency:fbi", "run foreign-file"}),
                    {"example", "An example", sha256("text"), "example.json", ""});
  submission.student = "R. Quill “the second”";
  submission.attempt = "Attempt 1";
  return submission;
}

std::string codes(const SubmissionReadResult& read) {
  std::string codes;
  for (const scenario::Diagnostic& each : read.diagnostics) {
    codes += (codes.empty() ? "" : " ") + std::to_string(each.span.line) + ':' +
             std::string(scenario::row(each.code).word);
  }
  return codes;
}

TEST_CASE("a submission says who, which scenario by its hash, what was done in order, predicted and hinted") {
  const std::string text = to_json(example());
  for (const char* part :
       {"\"submission\": 1", "R. Quill", "\"id\": \"example\"", "\"seed\": 0", "\"hints_used\": 1",
        "\"assign record ring designation agency:fbi\"", "\"reason\": \"DA-5\""}) {
    CAPTURE(part);
    CHECK(text.find(part) != text.npos);
  }
  CHECK(text.find(sha256("text")) != text.npos);
  CHECK(text.back() == '\n');
}

TEST_CASE("what was written is read back the same, and replayed to the same report") {
  Submission before = example();
  before.undone = {"run at-noon", "run all"};
  for (const char* each : {"run at-noon", "run all", "undo", "undo"}) before.journal->emplace_back(each);
  before.selected = 3;
  const SubmissionReadResult read = read_submission(to_json(before), "mine.json");
  REQUIRE(read.submission);
  CHECK(*read.submission == before);
  CHECK(read.diagnostics.empty());
  CHECK(read.commands.size() == before.commands.size());
  Session again(example_lesson());
  const ReplayResult result = replay(again, *read.submission);
  CHECK_FALSE(result.refusal);
  CHECK(result.applied == 5);
  Session straight(example_lesson());
  for (const std::string& each : before.commands) CHECK_FALSE(straight.apply(each));
  CHECK(report_json(again) == report_json(straight));
  CHECK(contradictions(*read.submission, again).empty());
}

TEST_CASE("a link leaves out what follows from the commands") {
  const std::string text = to_json(example(), SubmissionLayout::link);
  CHECK(text.find('\n') == text.npos);
  CHECK(text.find("predictions") == text.npos);
  const SubmissionReadResult read = read_submission(text, "link");
  REQUIRE(read.submission);
  CHECK(read.submission->commands == example().commands);
}

TEST_CASE("a student's own scenario goes along, whatever is in it") {
  Submission submission = example();
  submission.scenario.text = "{\"title\": \"a “b”\",\r\n\t\"x\": \"\\u0041\"}\n";
  const SubmissionReadResult read = read_submission(to_json(submission), "mine.json");
  REQUIRE(read.submission);
  CHECK(read.submission->scenario.text == submission.scenario.text);
}

TEST_CASE("a refused command is told by its number, and what came before it stays applied") {
  Submission submission = example();
  submission.commands[2] = "run nothing";
  Session session(example_lesson());
  const ReplayResult result = replay(session, submission);
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == "unknown-request");
  CHECK(result.line == 3);
  CHECK(result.applied == 2);
}

TEST_CASE("where a file says otherwise than its commands, it is told, and the commands count") {
  Submission submission = example();
  submission.hints_used = 0;
  submission.predictions->at(0).result = "hit";
  submission.predictions->at(0).reason = "DA-7";
  Session session(example_lesson());
  CHECK_FALSE(replay(session, submission).refusal);
  const std::vector<std::string> found = contradictions(submission, session);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "the file says that 0 hints were used, and its commands use 1 hint");
  CHECK(found[1].find("`foreign-file` deny DA-7 (hit)") != found[1].npos);
  submission.predictions->clear();
  CHECK(contradictions(submission, session).size() == 2);
}

TEST_CASE("one hint was used, and two were") {
  Submission submission = example();
  submission.first_predictions.reset();
  Session session(example_lesson());
  for (const std::size_t stated : {1u, 2u}) {
    submission.hints_used = stated;
    submission.commands.clear();
    submission.predictions.reset();
    const std::vector<std::string> found = contradictions(submission, session);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == (stated == 1 ? "the file says that 1 hint was used, and its commands use 0 hints"
                                   : "the file says that 2 hints were used, and its commands use 0 hints"));
  }
  submission.hints_used = 0;
  submission.predictions.emplace().push_back({"own-file", true, "", "", "hit"});
  const std::vector<std::string> found = contradictions(submission, session);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == "the file lists 1 prediction, and its commands make 0");
}

TEST_CASE("a file that says nothing of hints and predictions contradicts nothing") {
  Submission before = example();
  before.hints_used.reset();
  before.predictions.reset();
  const SubmissionReadResult read = read_submission(to_json(before), "mine.json");
  REQUIRE(read.submission);
  CHECK_FALSE(read.submission->hints_used);
  Session session(example_lesson());
  CHECK_FALSE(replay(session, *read.submission).refusal);
  CHECK(session.hints_revealed() == 1);
  CHECK(contradictions(*read.submission, session).empty());
}

TEST_CASE("all that is wrong with a submission is told at once, each at its place") {
  CHECK(codes(read_submission("", "x")) == "1:json-syntax");
  CHECK(codes(read_submission("[]", "x")) == "1:wrong-type");
  CHECK(codes(read_submission("{}", "x")) == "1:missing-key 1:missing-key 1:missing-key");
  CHECK(codes(read_submission("{\"submission\": 2, \"more\": 1}", "x")) == "1:unsupported-format");
  const SubmissionReadResult read = read_submission(
      "{\"submission\": 1,\n\"student\": \"\",\n\"scenario\": {\"id\": \"A!\", \"sha256\": \"ff\"},\n"
      "\"seed\": -1,\n\"commands\": [\"run all\", 3, \"a\\nb\"],\n\"undone\": \"run\",\n\"selected\": 0,\n"
      "\"predictions\": [{\"request\": \"r\", \"outcome\": \"grant\", \"result\": \"lost\"}],\n"
      "\"hints_used\": 1.5,\n\"grade\": \"A\"}\n",
      "x");
  CHECK_FALSE(read.submission);
  CHECK(codes(read) ==
        "2:empty-text 3:bad-id 3:wrong-type 4:out-of-range 5:wrong-type 5:line-break 6:wrong-type "
        "7:out-of-range 8:unknown-word 8:unknown-word 9:wrong-type 10:unknown-key");
}

TEST_CASE("a digest of another length, in capitals or with other characters is told to be that") {
  const std::string digest = sha256("text");
  const auto message = [&](const std::string& instead) {
    std::string text = to_json(example());
    text.replace(text.find(digest), digest.size(), instead);
    const SubmissionReadResult read = read_submission(text, "mine.json");
    REQUIRE(read.diagnostics.size() == 1);
    return read.diagnostics[0].message;
  };
  CHECK(message(digest.substr(1)).ends_with("letters `a` to `f`: it has 63, not 64"));
  CHECK(message("").ends_with("letters `a` to `f`: it has 0, not 64"));
  CHECK(message('A' + digest.substr(1)).ends_with(": it has capital letters: write them in lower case"));
  CHECK(message("g" + digest.substr(1)).ends_with(": `g` is none of them"));
}

TEST_CASE("a submission cut off or damaged anywhere does no harm") {
  const std::string whole = to_json(example());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const SubmissionReadResult read = read_submission(std::string_view(whole).substr(0, size), "x");
    const bool sound = read.submission.has_value();
    CHECK(sound == (size == whole.size() - 1));  // without the last line end it is whole
    CHECK(read.diagnostics.empty() == sound);
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char other : {'\0', '"', '}', '\\', '9', '\xff'}) {
      std::string damaged = whole;
      damaged[at] = other;
      const SubmissionReadResult read = read_submission(damaged, "x");
      if (read.submission) {
        Session session(example_lesson());
        replay(session, *read.submission);
        contradictions(*read.submission, session);
      } else {
        CHECK_FALSE(read.diagnostics.empty());
      }
    }
  }
}

TEST_CASE("a submission is told from a command file by its first character") {
  CHECK(is_submission(to_json(example())));
  CHECK(is_submission("\xEF\xBB\xBF \r\n{"));
  CHECK_FALSE(is_submission(""));
  CHECK_FALSE(is_submission("# {\nrun all\n"));
}

}  // namespace
}  // namespace ntk::session
