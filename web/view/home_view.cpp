#include "web/view/home_view.h"

#include <algorithm>

#include "web/view/work_view.h"

namespace ntk::web {
namespace {

/// The latest attempt at a lesson; null where there is none. The page lists them by time, the latest first.
const Attempt* latest_attempt(const Desk& desk, const std::string& lesson) {
  for (const Attempt& each : desk.attempts()) {
    if (each.lesson_id == lesson && each.state != Attempt::State::deleted) return &each;
  }
  return nullptr;
}

HomeLesson home_lesson(const Desk& desk, const Lesson& lesson) {
  HomeLesson shown{lesson.id, lesson.title, lesson.summary, {}, "Open", false};
  shown.is_open = desk.session() != nullptr && desk.session()->scenario().id == lesson.id;
  const Attempt* latest = latest_attempt(desk, lesson.id);
  if (shown.is_open) {
    shown.act = "New attempt";
  } else if (latest != nullptr) {
    shown.act = "Continue";
    shown.work = "Your work from " + latest->changed + ": " + steps_in_words(latest->steps) + ".";
  }
  return shown;
}

}  // namespace

HomeView view_home(const Desk& desk) {
  HomeView view;
  for (const Lesson& each : desk.lessons()) view.lessons.push_back(home_lesson(desk, each));
  if (view.lessons.empty()) view.empty = "No lessons came with this page. Open a file.";
  return view;
}

}  // namespace ntk::web
