#include "web/canvas/panels/header.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "sim/policy/phrases.h"
#include "web/canvas/panels/panel.h"
#include "web/view/lab_view.h"

namespace ntk::web::panels {
namespace {

using session::Session;
using ui::ButtonKind;
using ui::Face;
using ui::px;
using ui::Role;

constexpr float scales[] = {0.85f, 1.0f, 1.15f, 1.35f, 1.6f, 2.0f};

std::string lesson_title(const Desk& desk) {
  return desk.session() != nullptr ? desk.session()->scenario().title : "Choose a lesson";
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
  if (desk.lessons().empty()) ui::note("The page offers no lessons. Open a file.");
  ui::end_choice();
}

void draw_undo(const Desk& desk, Actions& actions) {
  const Session* session = desk.session();
  const auto one = [&](const char* label, const session::Command* next, Action action) {
    ImGui::BeginDisabled(next == nullptr);
    if (ui::button(label, ButtonKind::quiet)) actions.push_back(std::move(action));
    ImGui::EndDisabled();
    if (next != nullptr)
      ui::tooltip(std::string(label) + ": " + session::in_words(*next, session->scenario()));
  };
  one("Undo", desk.next_undo(), Undo{});
  ImGui::SameLine(0, 0);
  one("Redo", desk.next_redo(), Redo{});
}

void draw_start_over(const Desk& desk, Actions& actions) {
  ImGui::BeginDisabled(desk.session() == nullptr || desk.session()->history().empty());
  if (ui::button("Start again", ButtonKind::quiet)) actions.push_back(session::ResetCommand{});
  ImGui::EndDisabled();
  ui::tooltip("Back to the lesson as it began. This can be undone.");
}

void draw_theme(const Choices& choices, float width, Actions& actions) {
  const std::string now = "Theme: " + (choices.theme ? policy::in_sentence(title(*choices.theme)) : "system");
  if (!ui::begin_choice("###Theme", now, width)) return;
  if (ui::option("As the system", !choices.theme)) actions.push_back(ChooseTheme{});
  for (std::size_t i = 0; i < ui::theme_count; ++i) {
    const auto theme = static_cast<ui::Theme>(i);
    if (ui::option(std::string(title(theme)), choices.theme == theme)) actions.push_back(ChooseTheme{theme});
  }
  ui::end_choice();
}

void draw_text_size(const Choices& choices, Actions& actions) {
  const float smaller = smaller_text(choices.text_scale), larger = larger_text(choices.text_scale);
  ImGui::BeginDisabled(smaller == choices.text_scale);
  if (ui::button("A−###Smaller text", ButtonKind::quiet)) actions.push_back(ChooseTextScale{smaller});
  ImGui::EndDisabled();
  ui::tooltip("Smaller text");
  ImGui::SameLine(0, 0);
  ImGui::BeginDisabled(larger == choices.text_scale);
  if (ui::button("A+###Larger text", ButtonKind::quiet)) actions.push_back(ChooseTextScale{larger});
  ImGui::EndDisabled();
  ui::tooltip("Larger text");
}

/// What can stand below the header.
struct ViewRow {
  View view;
  const char* label;
  const char* explained;
  enum class Needs : std::uint8_t { nothing, a_lesson, what_is_assigned, a_lab } needs;
};
using Needs = ViewRow::Needs;
constexpr ViewRow views[] = {
    {View::desk, "Desk", "The lesson: brief, assignment, requests, why, trail", Needs::nothing},
    {View::matrix, "Access matrix", "Who may do what, at a glance, and what each edit flips",
     Needs::what_is_assigned},
    {View::compare, "Compare", "This assignment against an earlier one, or another's",
     Needs::what_is_assigned},
    {View::excess, "Least privilege", "What is granted beyond what the goals need", Needs::what_is_assigned},
    {View::calendar, "Calendar", "What begins and lapses on which day, notices sent, disclosures recorded",
     Needs::a_lesson},
    {View::catalogue, "Catalogue", "The agencies, systems and interfaces of the real platform",
     Needs::nothing},
    {View::lab, "Conflict lab", "Which decisions change under another combining algorithm", Needs::a_lab},
    {View::work, "Your work", "Attempts kept in this browser, their steps, links and files", Needs::nothing},
};

const char* label_of(View view) {
  return std::find_if(std::begin(views), std::end(views),
                      [&](const ViewRow& each) { return each.view == view; })
      ->label;
}

/// Whether there is anything to show. Where only the trail is given, what is assigned is not.
bool has_content(Needs needs, const session::Session* session) {
  if (needs == Needs::nothing) return true;
  return session != nullptr && (needs == Needs::a_lesson || !session->conceals());
}

void draw_view_options(const Desk& desk, const Choices& choices, Actions& actions) {
  for (const ViewRow& each : views) {
    if (each.needs == Needs::a_lab && !(desk.session() != nullptr && has_lab(*desk.session()))) continue;
    ImGui::BeginDisabled(!has_content(each.needs, desk.session()));
    if (ui::option(each.label, choices.view == each.view)) actions.push_back(OpenView{each.view});
    ImGui::EndDisabled();
    ui::tooltip(each.explained);
  }
}

constexpr float views_width = 204;

/// The choice of views, which names the one at hand.
void draw_views(const Desk& desk, const Choices& choices, Actions& actions) {
  if (!ui::begin_choice("###Views", std::string("View: ") + label_of(choices.view), px(views_width))) return;
  draw_view_options(desk, choices, actions);
  ui::end_choice();
}

/// What the page opens by itself, and the projector mode; an item in a popup each.
void draw_help_items(const Choices& choices, Actions& actions) {
  const auto item = [&](const char* label, Action action) {
    if (!ui::option(label, false)) return;
    actions.push_back(std::move(action));
    ImGui::CloseCurrentPopup();
  };
  item("Find or do …", Summon{"palette"});
  item("Keyboard shortcuts", Summon{"shortcuts"});
  item("Tour", Summon{"tour"});
  item("Print", Summon{"print"});
  if (ui::option("Projector mode", choices.projector)) {
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
  if (ui::button("Open a file", ButtonKind::secondary, width)) actions.push_back(OpenFile{});
  draw_start_over(desk, actions);
  ui::hairline();
  draw_theme(choices, width, actions);
  ui::field_name("Text size");
  draw_text_size(choices, actions);
  ui::hairline();
  const std::size_t asked = actions.size();
  ui::field_name("View");
  draw_view_options(desk, choices, actions);
  draw_help(desk, choices, true, false, actions);
  if (actions.size() > asked) ImGui::CloseCurrentPopup();
  if (ui::button("Text page", ButtonKind::quiet)) actions.push_back(ShowTextPage{});
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
  float width = quiet("Undo") + quiet("Redo") + px(space_between);
  if (!wide) return width + ui::button_width("Menu");
  for (const char* each : {"A−", "A+", "Text page", "Help"}) width += quiet(each);
  if (roomy) width += quiet("Start again");
  return width + px(theme_width + views_width + 3 * space_between);
}

/// Of what stays beside the menu, where there is room: who needs large type is not to lose the way to it.
float beside_menu_width() {
  float width = px(2 * space_between);
  for (const char* each : {"A−", "A+", "Text page"}) width += ui::text_size(each, Face::regular).x + px(16);
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
      if (ui::button("Text page", ButtonKind::quiet)) actions.push_back(ShowTextPage{});
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
  if (ui::button("Text page", ButtonKind::quiet)) actions.push_back(ShowTextPage{});
  ui::tooltip("The same session as an ordinary document, for screen readers and keyboards");
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
  const float name = ui::text_size("Need to Know", Face::heading).x;
  const float room = at.width - px(32) - name - px(24) - ui::button_width("Open a file") -
                     ImGui::GetStyle().ItemSpacing.x - right_side_width(wide, roomy) - px(24);
  const bool beside_menu = !wide && room - beside_menu_width() >= px(180);
  ui::draw_text({from.x, text_top}, "Need to Know", Role::accent, Face::heading);
  ImGui::Dummy({name, ui::control_height()});
  ImGui::SameLine(0, px(24));
  draw_lessons(desk, std::clamp(room - (beside_menu ? beside_menu_width() : 0), px(180), px(340)), actions);
  ImGui::SameLine();
  if (ui::button("Open a file")) actions.push_back(OpenFile{});
  ui::tooltip("A scenario file of your own; you can also drop it anywhere on the page");
  draw_right_side(desk, choices, wide, roomy, beside_menu, actions);
}

}  // namespace ntk::web::panels
