#include "web/canvas/panels/header.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "sim/policy/phrases.h"
#include "web/canvas/panels/panel.h"
#include "web/view/header_view.h"
#include "web/view/home_view.h"

namespace ntk::web::panels {
namespace {

using session::Session;
using ui::ButtonKind;
using ui::Face;
using ui::px;
using ui::Role;

constexpr float scales[] = {0.85f, 1.0f, 1.15f, 1.35f, 1.6f, 2.0f};

std::string lesson_title(const Desk& desk) {
  return desk.session() != nullptr ? desk.session()->scenario().title : std::string(choose_a_lesson);
}

/// "A−###Larger text": what is shown, and the name that the control goes by.
std::string label(std::string_view words, const char* name) {
  return std::string(words) + "###" + name;
}
bool quiet_button(std::string_view words) {
  return ui::button(std::string(words), ButtonKind::quiet);
}

/// Every lesson on offer, and the one at hand where it is none of them.
void draw_lessons(const Desk& desk, float width, Actions& actions) {
  const std::string at_hand = desk.session() != nullptr ? desk.session()->scenario().id : std::string();
  if (!ui::begin_choice("###Lesson", lesson_title(desk), width)) return;
  for (const Lesson& lesson : desk.lessons()) {
    if (ui::option(lesson.title + "###" + lesson.id, lesson.id == at_hand))
      actions.push_back(ChooseLesson{lesson.id});
    if (!lesson.summary.empty()) ui::tooltip(lesson.summary);
  }
  if (const HomeView home = view_home(desk); !home.empty.empty()) ui::note(home.empty);
  ui::end_choice();
}

void draw_undo(const Desk& desk, Actions& actions) {
  const auto one = [&](const StepButton& button, Action action) {
    ImGui::BeginDisabled(button.step.empty());
    if (quiet_button(button.label)) actions.push_back(std::move(action));
    ImGui::EndDisabled();
    if (!button.step.empty()) ui::tooltip(button.words);
  };
  one(undo_button(desk), Undo{});
  ImGui::SameLine(0, 0);
  one(redo_button(desk), Redo{});
}

void draw_start_over(const Desk& desk, Actions& actions) {
  ImGui::BeginDisabled(desk.session() == nullptr || desk.session()->history().empty());
  if (quiet_button(named::start_again)) actions.push_back(session::ResetCommand{});
  ImGui::EndDisabled();
  ui::tooltip(start_again_about);
}

std::string_view word_of(std::optional<ui::Theme> theme) {
  return theme ? word(*theme) : std::string_view();
}

void draw_theme(const Choices& choices, float width, Actions& actions) {
  const std::string_view at_hand = word_of(choices.theme);
  std::string now = "system";
  for (const ThemeRow& each : theme_rows()) {
    if (!at_hand.empty() && each.word == at_hand) now = policy::in_sentence(each.title);
  }
  if (!ui::begin_choice("###Theme", std::string(named::theme) + ": " + now, width)) return;
  for (const ThemeRow& each : theme_rows()) {
    if (!ui::option(std::string(each.title), each.word == at_hand)) continue;
    ChooseTheme choice;
    for (std::size_t i = 0; i < ui::theme_count; ++i) {
      if (word(static_cast<ui::Theme>(i)) == each.word) choice.theme = static_cast<ui::Theme>(i);
    }
    actions.push_back(choice);
  }
  ui::end_choice();
}

void draw_text_size(const Choices& choices, Actions& actions) {
  const auto step = [&](const char* sign, std::string_view name, float scale) {
    ImGui::BeginDisabled(scale == choices.text_scale);
    if (ui::button(label(sign, name.data()), ButtonKind::quiet)) actions.push_back(ChooseTextScale{scale});
    ImGui::EndDisabled();
    ui::tooltip(name);
  };
  step("A−", named::smaller_text, smaller_text(choices.text_scale));
  ImGui::SameLine(0, 0);
  step("A+", named::larger_text, larger_text(choices.text_scale));
}

/// What can stand below the header, in the order in which it is offered.
struct ViewRow {
  View view;
  Screen screen;
};
constexpr ViewRow views[] = {
    {View::desk, Screen::desk},           {View::matrix, Screen::matrix}, {View::compare, Screen::compare},
    {View::excess, Screen::excess},       {View::check, Screen::check},   {View::calendar, Screen::calendar},
    {View::catalogue, Screen::catalogue}, {View::lab, Screen::lab},       {View::work, Screen::work},
};

std::string_view title_of(View view) {
  for (const ViewRow& each : views) {
    if (each.view == view) return title(each.screen);
  }
  return {};
}

/// The title, and the name that browser tests know it by where that is another.
std::string option_label(const ScreenRow& screen) {
  const std::string words(screen.title);
  return screen.screen == Screen::catalogue ? words + "###Catalogue" : words;
}

void draw_view_options(const Desk& desk, const Choices& choices, Actions& actions) {
  for (const ViewRow& each : views) {
    const ScreenRow& screen = row(each.screen);
    if (!is_offered(screen, desk)) continue;
    ImGui::BeginDisabled(!is_available(screen, desk));
    if (ui::option(option_label(screen), choices.view == each.view)) actions.push_back(OpenView{each.view});
    ImGui::EndDisabled();
    ui::tooltip(screen.about);
  }
}

constexpr float views_width = 204;

/// The choice of views, which names the one at hand.
void draw_views(const Desk& desk, const Choices& choices, Actions& actions) {
  if (!ui::begin_choice("###Views", "View: " + std::string(title_of(choices.view)), px(views_width))) return;
  draw_view_options(desk, choices, actions);
  ui::end_choice();
}

/// What the page opens by itself, and the projector mode; an item in a popup each.
void draw_help_items(const Choices& choices, Actions& actions) {
  const auto item = [&](std::string_view words, Action action) {
    if (!ui::option(std::string(words), false)) return;
    actions.push_back(std::move(action));
    ImGui::CloseCurrentPopup();
  };
  item(named::search_commands, PageAct{"palette"});
  item(named::shortcuts, PageAct{"shortcuts"});
  item(named::tour, PageAct{"tour"});
  item(named::print, PageAct{"print"});
  if (ui::option(std::string(named::projector), choices.projector)) {
    actions.push_back(ChooseProjector{!choices.projector});
    ImGui::CloseCurrentPopup();
  }
}

/// Drops down, or, from the foot of the menu, opens upwards.
void draw_help(const Desk& desk, const Choices& choices, bool upwards, bool starts_over, Actions& actions) {
  if (ui::button("Help", ButtonKind::quiet)) ImGui::OpenPopup("Help items");
  const ImVec2 least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
  if (upwards) {
    ImGui::SetNextWindowPos({least.x, most.y}, 0, {0, 1});
  } else {
    ImGui::SetNextWindowPos({most.x, most.y + px(10)}, 0, {1, 0});
  }
  if (!ImGui::BeginPopup("Help items")) return;
  draw_help_items(choices, actions);
  if (starts_over) {
    ui::hairline();
    const std::size_t asked = actions.size();
    draw_start_over(desk, actions);
    if (actions.size() > asked) ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

/// What does not fit into a narrow header.
void draw_menu(const Desk& desk, const Choices& choices, Actions& actions) {
  if (ui::button("Menu")) ImGui::OpenPopup("Menu");
  ImGui::SetNextWindowPos({ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + px(10)}, 0, {1, 0});
  if (!ImGui::BeginPopup("Menu")) return;
  const float width = px(216);
  ui::field_name("Lesson");
  draw_lessons(desk, width, actions);
  if (ui::button(std::string(named::open_a_file), ButtonKind::secondary, width))
    actions.push_back(OpenFile{});
  draw_start_over(desk, actions);
  ui::hairline();
  draw_theme(choices, width, actions);
  ui::field_name(named::text_size);
  draw_text_size(choices, actions);
  ui::hairline();
  const std::size_t asked = actions.size();
  ui::field_name("View");
  draw_view_options(desk, choices, actions);
  draw_help(desk, choices, true, false, actions);
  if (actions.size() > asked) ImGui::CloseCurrentPopup();
  if (quiet_button(named::text_page)) actions.push_back(ShowTextPage{});
  ImGui::EndPopup();
}

constexpr float space_between = 12;  ///< groups of the right side
constexpr float theme_width = 152;

/// Where there is hardly room for the wide header, starting over stands under Help.
bool is_roomy(float width) {
  return width >= px(1360);
}

float right_side_width(bool wide, bool roomy) {
  const auto quiet = [](std::string_view words) { return ui::text_size(words, Face::regular).x + px(16); };
  float width = quiet(named::undo) + quiet(named::redo) + px(space_between);
  if (!wide) return width + ui::button_width("Menu");
  for (const std::string_view each :
       {std::string_view("A−"), std::string_view("A+"), named::text_page, std::string_view("Help")})
    width += quiet(each);
  if (roomy) width += quiet(named::start_again);
  return width + px(theme_width + views_width + 3 * space_between);
}

/// Of what stays beside the menu, where there is room: who needs large type is not to lose the way to it.
float beside_menu_width() {
  float width = px(2 * space_between);
  for (const std::string_view each : {std::string_view("A−"), std::string_view("A+"), named::text_page})
    width += ui::text_size(each, Face::regular).x + px(16);
  return width;
}

/// What stands at the right.
void draw_right_side(const Desk& desk, const Choices& choices, bool wide, bool roomy, bool beside_menu,
                     Actions& actions) {
  const float space = px(space_between);
  ImGui::SameLine();
  ui::align_right(right_side_width(wide, roomy) + (beside_menu ? beside_menu_width() : 0));
  if (!wide) {
    draw_undo(desk, actions);
    ImGui::SameLine(0, space);
    if (beside_menu) {
      draw_text_size(choices, actions);
      ImGui::SameLine(0, space);
      if (quiet_button(named::text_page)) actions.push_back(ShowTextPage{});
      ImGui::SameLine(0, space);
    }
    draw_menu(desk, choices, actions);
    return;
  }
  draw_undo(desk, actions);
  if (roomy) {
    ImGui::SameLine(0, 0);
    draw_start_over(desk, actions);
  }
  ImGui::SameLine(0, space);
  draw_theme(choices, px(theme_width), actions);
  ImGui::SameLine(0, space);
  draw_text_size(choices, actions);
  ImGui::SameLine(0, space);
  draw_views(desk, choices, actions);
  ImGui::SameLine(0, space);
  if (quiet_button(named::text_page)) actions.push_back(ShowTextPage{});
  ui::tooltip(text_page_about);
  ImGui::SameLine(0, 0);
  draw_help(desk, choices, false, !roomy, actions);
}

}  // namespace

float smaller_text(float scale) {
  const auto* found = std::find_if(std::rbegin(scales), std::rend(scales), [&](float each) {
                        return each < scale - 0.01f;
                      }).base();
  return found == std::begin(scales) ? scale : *(found - 1);
}

float larger_text(float scale) {
  const auto* found =
      std::find_if(std::begin(scales), std::end(scales), [&](float each) { return each > scale + 0.01f; });
  return found == std::end(scales) ? scale : *found;
}

void draw_header(const Desk& desk, const Rectangle& at, const Choices& choices, Actions& actions) {
  const float padding = (at.height / ui::look().scale - ui::control_height() / ui::look().scale) / 2;
  const Frame frame("Header", at, Role::band, {16, padding});
  edge_line({at.x, at.y + at.height - 1, at.width, 1});
  const bool wide = at.width >= px(1270);
  const float text_top = std::round(at.y + (at.height - ui::line_height(Face::heading)) / 2);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  if (at.width < px(700)) {
    const float room = at.width - px(32) - px(12) - ui::button_width("Menu") -
                       ui::text_size("UndoRedo", Face::regular).x - px(48);
    ui::draw_text_cut({from.x, std::round(at.y + (at.height - ui::line_height(Face::strong)) / 2)}, room,
                      lesson_title(desk), Role::ink, Face::strong);
    ImGui::Dummy({room, ui::control_height()});
    draw_right_side(desk, choices, false, false, false, actions);
    return;
  }
  const bool roomy = is_roomy(at.width);
  const float name = ui::text_size(named::page, Face::heading).x;
  const float room = at.width - px(32) - name - px(24) - ui::button_width(named::open_a_file) -
                     ImGui::GetStyle().ItemSpacing.x - right_side_width(wide, roomy) - px(24);
  const bool beside_menu = !wide && room - beside_menu_width() >= px(180);
  ui::draw_text({from.x, text_top}, named::page, Role::accent, Face::heading);
  ImGui::Dummy({name, ui::control_height()});
  ImGui::SameLine(0, px(24));
  draw_lessons(desk, std::clamp(room - (beside_menu ? beside_menu_width() : 0), px(180), px(340)), actions);
  ImGui::SameLine();
  if (ui::button(std::string(named::open_a_file))) actions.push_back(OpenFile{});
  ui::tooltip(open_a_file_about);
  draw_right_side(desk, choices, wide, roomy, beside_menu, actions);
}

}  // namespace ntk::web::panels
