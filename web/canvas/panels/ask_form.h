// The form for a request of the student's own: made from nothing, or like one of the lesson. What can be chosen, and
// what is said, is the view's (web/view/ask_view.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/session/session.h"
#include "web/canvas/panels/action.h"
#include "web/view/ask_view.h"

namespace ntk::web::panels {

class AskForm {
 public:
  /// Starts anew, with what is first of everything.
  void clear();
  void draw(const session::Session& session, Actions& actions);

 private:
  void refresh(const session::Session& session);
  void draw_beginning(const session::Session& session);
  void begin_like(const session::Session& session, const AskLike& like);
  void draw_target();
  void draw_level();
  void draw_function();
  void draw_operation();
  void draw_categories();
  void draw_terms();
  void draw_place();
  void draw_moment(const session::Session& session);
  void draw_buttons(const session::Session& session, Actions& actions);
  bool searches() const;
  bool names_record() const;
  bool is_possible() const;
  policy::Request request(const session::Session& session) const;

  AskView view_;
  std::optional<std::uint64_t> fresh_at_;  ///< Session::revision() of the view; none: there is no view yet

  std::optional<std::size_t> like_;     ///< what it begins from: position in AskView::likes
  std::optional<policy::Level> level_;  ///< of a request that gives one; none: as in the lesson
  policy::Ref<policy::User> user_;
  policy::Function function_{};
  policy::Operation operation_{};
  policy::Ref<policy::Record> record_;
  policy::CategorySet categories_;
  std::vector<policy::Field> terms_;
  policy::Ref<policy::Purpose> purpose_;
  std::string place_;
  std::string moment_;  ///< empty: by the lesson's clock
};

}  // namespace ntk::web::panels
