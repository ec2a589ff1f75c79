// A page for each student: what was graded, and why, as plain HTML.
//
// A page needs nothing beside it: no script, no network, no picture. It has headings, tables with their captions and
// headings of rows and columns, a language, and words beside every color, so that a screen reader, a phone, a printer and
// dark colors all show the same. Hidden goals are told as a sum. What is like other students' work, and who they are, is
// not on it.
#pragma once

#include <string>
#include <vector>

#include "sim/grading/row.h"

namespace ntk::grading {

struct FeedbackPage {
  std::string file;  ///< "quill.html": of letters, digits and hyphens, and no other page's
  std::string html;
};

/// A page for each student, in the order of their first rows. A row whose student is unknown gets a page named after
/// its file.
std::vector<FeedbackPage> feedback(const std::vector<Row>& rows, const Lesson& lesson);

}  // namespace ntk::grading
