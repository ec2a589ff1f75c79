#include "sim/grading/attempt.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

using session::Session;

TEST_CASE("commands are applied, and the session knows that nobody recorded what was undone") {
  Session session(session::example_lesson());
  const AppliedText applied = apply_text(session, "hint\nrun own-file\n", "a.commands", example_hash());
  CHECK(applied.applied());
  CHECK_FALSE(applied.submission);
  CHECK_FALSE(session.is_recorded());
  CHECK(session.history().size() == 2);
}

TEST_CASE("a command that is refused is told with its line and its column, and what came before it stays") {
  Session session(session::example_lesson());
  const AppliedText applied =
      apply_text(session, "hint\n\n# é\nrun nothing\nrun all\n", "a.commands", example_hash());
  REQUIRE(applied.rejection);
  CHECK(applied.rejection->refusal.code == "unknown-request");
  CHECK(applied.rejection->at.line == 4);
  CHECK(applied.rejection->at.column == 5);
  CHECK(applied.rejection->command == "run nothing");
  CHECK(applied.rejection->applied == 1);
  CHECK(session.history().size() == 1);
}

TEST_CASE("leniently, a command that is refused is left out, and a warning says which") {
  Session session(session::example_lesson());
  const AppliedText applied = apply_text(session, "hint\nrun nothing\nrun own-file\n", "a.commands",
                                         example_hash(), Refused::is_left_out);
  CHECK(applied.applied());
  CHECK(session.history().size() == 2);
  REQUIRE(applied.warnings.size() == 1);
  CHECK(applied.warnings[0].starts_with("line 2, `run nothing`, was refused and left out: no request"));
}

TEST_CASE("leniently, of very many refused commands the first are named and the rest counted") {
  std::string commands;
  for (int i = 0; i < 50; ++i) commands += "run nothing\n";
  Session session(session::example_lesson());
  const AppliedText applied =
      apply_text(session, commands, "a.commands", example_hash(), Refused::is_left_out);
  REQUIRE(applied.warnings.size() == 21);
  CHECK(applied.warnings.back() == "30 more commands were refused and left out");
}

TEST_CASE("leniently too, a file of which a thousand commands are refused is none of this lesson") {
  std::string commands;
  for (int i = 0; i < 5'000; ++i) commands += "run nothing\n";
  Session session(session::example_lesson());
  const AppliedText applied =
      apply_text(session, commands, "a.commands", example_hash(), Refused::is_left_out);
  REQUIRE(applied.rejection);
  CHECK(applied.rejection->refusal.code == "too-many-refused");
  CHECK(applied.rejection->at.line == 1'000);
}

TEST_CASE("leniently, a submission with a refused command is graded by its other commands") {
  Session made(session::example_lesson());
  session::apply_all(made, {"hint", "run own-file"});
  session::Submission submission =
      session::submission_of(made, {made.scenario().id, "", example_hash(), "", ""});
  submission.commands.insert(submission.commands.begin() + 1, "run nothing");
  submission.journal.reset();
  const std::string text = session::to_json(submission);
  Session strict(session::example_lesson()), lenient(session::example_lesson());
  CHECK_FALSE(apply_text(strict, text, "a.json", example_hash()).applied());
  const AppliedText applied = apply_text(lenient, text, "a.json", example_hash(), Refused::is_left_out);
  CHECK(applied.applied());
  CHECK(lenient.history().size() == 2);
  REQUIRE_FALSE(applied.warnings.empty());
  CHECK(applied.warnings[0].starts_with("command 2, `run nothing`, was refused and left out"));
}

TEST_CASE("a submission of another lesson is rejected at the place of its id, leniently too") {
  Session made(session::example_lesson());
  const std::string text =
      session::to_json(session::submission_of(made, {"elsewhere", "", example_hash(), "", ""}));
  for (const Refused each : {Refused::ends_it, Refused::is_left_out}) {
    Session session(session::example_lesson());
    const AppliedText applied = apply_text(session, text, "a.json", example_hash(), each);
    REQUIRE(applied.rejection);
    CHECK(applied.rejection->refusal.code == another_scenario);
    CHECK(applied.rejection->at.line == 4);
    CHECK(applied.rejection->command.empty());
  }
}

TEST_CASE("a submission of another version of the lesson is applied with a warning") {
  Session made(session::example_lesson());
  const std::string text = session::to_json(
      session::submission_of(made, {made.scenario().id, "", session::sha256("older"), "", ""}));
  Session session(session::example_lesson());
  const AppliedText applied = apply_text(session, text, "a.json", example_hash());
  CHECK(applied.applied());
  REQUIRE(applied.warnings.size() == 1);
  CHECK(applied.warnings[0].starts_with("the scenario was another when this was made"));
}

}  // namespace
}  // namespace ntk::grading
