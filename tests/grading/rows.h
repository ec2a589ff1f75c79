// Rows and submissions of the example lesson, for the tests of grading.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/grading/grader.h"
#include "sim/session/sha256.h"
#include "sim/session/submission.h"
#include "tests/session/example_lesson.h"

namespace ntk::grading {

/// Commands that run all of it: it asks for one prediction.
inline const char* const whole_day = "predict foreign-file deny DA-5\nrun all\n";

/// The hash that the example lesson's file is said to have.
inline std::string example_hash() {
  return session::sha256("the example");
}

inline Grader example_grader(GraderOptions options = {}) {
  return Grader(session::example_lesson(), example_hash(), options);
}

inline const Lesson& graded_lesson() {
  static const Lesson lesson = example_grader().lesson();
  return lesson;
}

/// A submission of the example lesson as the page would save it.
inline std::string example_submission(const std::string& student, const session::Session& session) {
  session::Submission submission =
      session::submission_of(session, {session.scenario().id, "", example_hash(), "", ""});
  submission.student = student;
  return session::to_json(submission);
}

/// A graded row of no lesson.
inline Row row_of(std::string file, std::string student, int points) {
  Row row;
  row.file = std::move(file);
  row.student = std::move(student);
  row.points = points;
  row.of = 10;
  return row;
}

}  // namespace ntk::grading
