// One field of a thing, with the control that its choices call for; or, where the lesson does not open it, its value with a
// padlock.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "web/canvas/panels/action.h"
#include "web/canvas/panels/date_field.h"
#include "web/view/field_view.h"

namespace ntk::web::panels {

class AssignField {
 public:
  void draw(const session::Session& session, const FieldView& field, Actions& actions);
  /// Forgets what was begun in another session.
  void clear();

 private:
  /// A class of users before it is added to an open designation. Nothing: any.
  struct ClassDraft {
    std::uint32_t index = 0;  ///< of the assignable
    std::optional<std::uint32_t> agency, user;
    std::optional<policy::UserCategory> category;
  };

  void draw_control(const session::Session& session, const FieldView& field, Actions& actions);
  void draw_term(policy::Date today, const FieldView& field, Actions& actions);
  void draw_investigation(policy::Date today, const FieldView& field, Actions& actions);
  void draw_class_builder(const policy::World& world, const FieldView& field, Actions& actions);
  ClassDraft& draft_of(std::uint32_t assignable);

  DateFields dates_;
  std::vector<ClassDraft> classes_;
};

}  // namespace ntk::web::panels
