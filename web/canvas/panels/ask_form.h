// The form for a request of the student's own: made from nothing, or like one of the script.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/session/session.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

class AskForm {
 public:
  /// Starts anew, with what is first of everything.
  void clear(const session::Session& session);
  void draw(const session::Session& session, Actions& actions);

 private:
  void draw_beginning(const session::Session& session);
  void begin_like(const session::Session& session, std::uint32_t request);
  void draw_target(const policy::World& world);
  void draw_level();
  void draw_function();
  void draw_search(const policy::World& world);
  void draw_terms(const policy::World& world);
  void draw_circumstances(const session::Session& session);
  bool names_record() const;
  policy::Request request(const session::Session& session) const;

  std::optional<std::uint32_t> like_;   ///< the script's request that it begins from
  std::optional<policy::Level> level_;  ///< of a request that gives one; none: as in the script
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
