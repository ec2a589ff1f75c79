#include "web/view/brief_view.h"

#include <algorithm>

namespace ntk::web {

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (end > 0) paragraphs.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.find_first_not_of('\n', end), text.size()));
  }
  return paragraphs;
}

BriefView view_brief(const session::Session& session) {
  const scenario::Scenario& lesson = session.scenario();
  BriefView view;
  view.lesson = lesson.title;
  view.paragraphs = paragraphs_of(lesson.brief);
  view.objectives = lesson.objectives;
  if (!view.objectives.empty()) view.objectives_title = "After this lesson you can";
  view.moment = session.clock();
  view.clock = "In this lesson it is " + policy::in_words(view.moment) + ".";
  return view;
}

}  // namespace ntk::web
