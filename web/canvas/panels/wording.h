// Words and marks that several panels say things in, so that they say them alike.
#pragma once

#include <string>
#include <string_view>

#include "sim/session/session.h"
#include "web/canvas/ui/mark.h"

namespace ntk::web::panels {

/// "Ana Ortega (FBI)"
std::string with_agency(const policy::World& world, policy::Ref<policy::User> user);
/// "Federal Bureau of Investigation (FBI)"
std::string in_full(const policy::Agency& agency);
/// "1 goal", "2 goals"
std::string counted(std::size_t count, std::string_view one, std::string_view several);
/// "DA-5, DA-7"
std::string codes(const std::vector<policy::CheckId>& checks);
/// "of" the record or the search: "Harbour report"; "category lookout, last_name = Vale"
std::string target_in_words(const policy::World& world, const policy::Request& request);

/// How something ended: the word, the shape and the colour that always go together.
struct OutcomeStyle {
  ui::Mark mark = ui::Mark::not_run;
  std::string words;
  ui::Role role = ui::Role::muted;
  ui::Role ground = ui::Role::band;
};
OutcomeStyle style_of(const policy::Decision& decision);
/// Of the latest run of a request; also says that it was not run, or that it is outdated.
OutcomeStyle style_of(const session::Session& session, std::uint32_t request);
OutcomeStyle style_of(policy::Verdict verdict);

}  // namespace ntk::web::panels
