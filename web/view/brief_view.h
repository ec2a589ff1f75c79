// The brief: what the lesson is about, what it teaches, and what day it is in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

struct BriefView {
  std::string lesson;                   ///< its title
  std::vector<std::string> paragraphs;  ///< none where the lesson has no brief
  std::string_view objectives_title;    ///< empty where it states none
  std::vector<std::string> objectives;
  std::string clock;        ///< "In this lesson it is 12 August 2016, 09:00."
  policy::Moment moment{};  ///< that the clock shows
};
BriefView view_brief(const session::Session& session);

/// The parts of a text that empty lines separate.
std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace ntk::web
