// What the page's palette, tour and settings do on the canvas.
#include <array>
#include <cstdlib>
#include <string>

#include "web/canvas/app.h"
#include "web/canvas/panels/header.h"
#include "web/canvas/panels/panel.h"
#include "web/view/acts.h"

namespace ntk::web {

using panels::View;
using scenario::AssignableKind;

namespace {

/// A section of the text page, and where the canvas shows the same: a panel, or what takes the desk's place.
struct Place {
  std::string_view word;
  Panel panel;
  const char* name;
  View view = View::desk;
};
constexpr std::array places = {
    Place{"brief", Panel::brief, "Brief"},
    Place{"goals", Panel::brief, "Brief"},
    Place{"assign", Panel::assign, "Assign"},
    Place{"requests", Panel::requests, "Requests"},
    Place{"ask", Panel::requests, "Requests"},
    Place{"why", Panel::why, "Why"},
    Place{"trail", Panel::trail, "Trail"},
    Place{"matrix", Panel::brief, "Access matrix", View::matrix},
    Place{"compare", Panel::brief, "Compare", View::compare},
    Place{"excess", Panel::brief, "Least privilege", View::excess},
    Place{"check", Panel::brief, "Check", View::check},
    Place{"lab", Panel::brief, "Lab", View::lab},
    Place{"calendar", Panel::brief, "Calendar", View::calendar},
    Place{"work", Panel::brief, "Your work", View::work},
    Place{"catalogue", Panel::brief, "Catalogue", View::catalogue},
};

const Place* place_called(std::string_view word) {
  for (const Place& each : places) {
    if (each.word == word) return &each;
  }
  return nullptr;
}

template <class Things>
std::optional<std::uint32_t> position_of(const Things& things, std::string_view id) {
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    if (things[i].id == id) return i;
  }
  return std::nullopt;
}

}  // namespace

void App::act(std::string_view word, std::string_view subject) {
  const std::optional<Act> act = act_from_word(word);
  if (act == Act::place) go_to_place(subject);
  if (act == Act::thing) go_to_thing(subject);
  if (act == Act::request) go_to_request(subject);
  if (act == Act::agency) {
    perform(panels::OpenView{View::catalogue});
    catalogue_.look_for(subject);
  }
  if (act == Act::size) choose_size(subject);
  if (act == Act::projector && (subject != "on" || !projector_) && (subject != "off" || projector_))
    perform(panels::ChooseProjector{!projector_});
  if (act == Act::spotlight) {
    const Place* place = place_called(subject);
    spotlight_ = place != nullptr ? std::optional(place->panel) : std::nullopt;
  }
  platform::request_frame();
}

void App::go_to_place(std::string_view word) {
  const Place* place = place_called(word);
  if (place == nullptr) return;
  if (place->view != View::desk) return perform(panels::OpenView{place->view});
  perform(panels::ShowPanel{place->panel});
  if (place->panel == Panel::trail) perform(panels::OpenTrail{true});
  panels::focus_panel(place->name);
}

void App::go_to_thing(std::string_view subject) {
  const std::size_t blank = subject.find(' ');
  if (desk_.session() == nullptr || blank == std::string_view::npos) return;
  const policy::World& world = desk_.session()->world();
  const std::string_view kind = subject.substr(0, blank), id = subject.substr(blank + 1);
  const auto show = [&](std::string_view word, AssignableKind its_kind, const auto& things) {
    const auto at = position_of(things, id);
    if (kind == word && at) assign_.show(its_kind, *at);
  };
  go_to_place("assign");
  show("record", AssignableKind::record, world.records);
  show("user", AssignableKind::user, world.users);
  show("agreement", AssignableKind::agreement, world.agreements);
  show("owner_memo", AssignableKind::memo, world.memos);
  show("letter", AssignableKind::letter, world.letters);
}

void App::go_to_request(std::string_view id) {
  if (desk_.session() == nullptr) return;
  const auto request = desk_.session()->find_request(id);
  if (!request) return;
  go_to_place("requests");
  requests_.show(*request);
  if (const session::Run* run = desk_.session()->latest_run(*request))
    desk_.select_run(static_cast<std::size_t>(run - desk_.session()->runs().data()));
}

void App::choose_size(std::string_view subject) {
  const float now = platform::text_scale();
  float wanted = std::strtof(std::string(subject).c_str(), nullptr);
  if (subject == "larger") wanted = panels::larger_text(now);
  if (subject == "smaller") wanted = panels::smaller_text(now);
  if (wanted > 0) perform(panels::ChooseTextScale{wanted});
}

void App::draw_spotlight() const {
  if (!spotlight_ || view_ != View::desk || layout_[*spotlight_].empty()) return;
  const Rectangle& at = layout_[*spotlight_];
  const float inset = ui::px(3);
  ImGui::GetForegroundDrawList()->AddRect({at.x + inset, at.y + inset},
                                          {at.x + at.width - inset, at.y + at.height - inset},
                                          ui::colour(ui::Role::accent), ui::px(4), 0, ui::px(4));
}

}  // namespace ntk::web
