// One field that the student may assign, with the control that its choices call for; or, where the
// lesson does not open it, its value with a padlock.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/session/session.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/date_field.h"

namespace ntk::web::panels {

/// Position in Scenario::assignables of a field of a thing; none where it is locked.
std::optional<std::uint32_t> find_assignable(const session::Session& session, scenario::AssignableField which,
                                             std::uint32_t at);
/// The value of a field in words.
std::string value_in_words(const session::Session& session, scenario::AssignableField which,
                           std::uint32_t at);

class AssignField {
 public:
  void draw(const session::Session& session, scenario::AssignableField which, std::uint32_t at,
            Actions& actions);
  /// Forgets what was begun in another session.
  void clear();

 private:
  /// A class of users before it is added to an open designation. Past the last: any.
  struct ClassDraft {
    std::uint32_t index = 0;  ///< of the assignable
    std::optional<std::uint32_t> agency, user;
    std::optional<policy::UserCategory> category;
  };

  void draw_one_of_choices(const session::Session& session, std::uint32_t index, Actions& actions);
  void draw_roles(const session::Session& session, std::uint32_t index, Actions& actions);
  void draw_term(const session::Session& session, std::uint32_t index, Actions& actions);
  void draw_investigation(const session::Session& session, std::uint32_t index, Actions& actions);
  void draw_designation(const session::Session& session, std::uint32_t index, Actions& actions);
  void draw_class_builder(const session::Session& session, std::uint32_t index, Actions& actions);

  DateFields dates_;
  std::vector<ClassDraft> classes_;
};

}  // namespace ntk::web::panels
