// The form for a request of the student's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/session/session.h"
#include "web/panels/action.h"

namespace ntk::web::panels {

class AskForm {
 public:
  /// Starts anew, with what is first of everything.
  void clear(const session::Session& session);
  void draw(const session::Session& session, Actions& actions);

 private:
  void draw_function();
  void draw_search(const policy::World& world);
  void draw_circumstances(const session::Session& session);
  policy::Request request() const;

  policy::Ref<policy::User> user_;
  policy::Function function_ = policy::Function::subject_query;
  policy::Operation operation_ = policy::Operation::display;
  policy::Ref<policy::Record> record_;
  policy::CategorySet categories_;
  std::vector<policy::Field> terms_;
  policy::Ref<policy::Purpose> purpose_;
  std::string place_;
  std::string moment_;  ///< empty: by the lesson's clock
};

}  // namespace ntk::web::panels
