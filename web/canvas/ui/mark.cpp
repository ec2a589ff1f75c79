#include "web/canvas/ui/mark.h"

#include <array>
#include <cmath>

#include "web/canvas/ui/text.h"

namespace ntk::web::ui {
namespace {

constexpr float pi = 3.14159265f;

/// A pen for one mark: places are in halves of its size, from the centre.
struct Pen {
  ImDrawList* list;
  ImVec2 centre;
  float radius;
  ImU32 ink;
  ImU32 ground;

  ImVec2 at(float x, float y) const { return {centre.x + x * radius, centre.y + y * radius}; }

  void line(std::initializer_list<ImVec2> points, ImU32 with, float width) const {
    for (const ImVec2& point : points) list->PathLineTo(at(point.x, point.y));
    list->PathStroke(with, 0, width * radius);
  }
  void check(ImU32 with, float reach) const {
    line({{-0.95f * reach, 0.05f * reach}, {-0.3f * reach, 0.7f * reach}, {0.95f * reach, -0.7f * reach}},
         with, 0.24f);
  }
  void cross(ImU32 with, float reach) const {
    line({{-reach, -reach}, {reach, reach}}, with, 0.24f);
    line({{-reach, reach}, {reach, -reach}}, with, 0.24f);
  }
  void circle(float width) const { list->AddCircle(centre, radius * 0.9f, ink, 0, width * radius); }
};

void octagon(const Pen& pen) {
  for (int i = 0; i < 8; ++i) {
    const float angle = (static_cast<float>(i) + 0.5f) * pi / 4;
    pen.list->PathLineTo(pen.at(1.05f * std::cos(angle), 1.05f * std::sin(angle)));
  }
  pen.list->PathFillConvex(pen.ink);
}

void dashed_circle(const Pen& pen) {
  constexpr int dashes = 8;
  for (int i = 0; i < dashes; ++i) {
    const float from = 2 * pi * static_cast<float>(i) / dashes;
    pen.list->PathArcTo(pen.centre, pen.radius * 0.88f, from, from + pi / dashes * 1.1f, 4);
    pen.list->PathStroke(pen.ink, 0, 0.2f * pen.radius);
  }
}

void padlock(const Pen& pen) {
  pen.list->AddRectFilled(pen.at(-0.7f, -0.1f), pen.at(0.7f, 0.9f), pen.ink, 0.2f * pen.radius);
  pen.list->PathLineTo(pen.at(-0.42f, -0.05f));
  pen.list->PathArcTo(pen.at(0, -0.42f), 0.42f * pen.radius, pi, 2 * pi, 10);
  pen.list->PathLineTo(pen.at(0.42f, -0.05f));
  pen.list->PathStroke(pen.ink, 0, 0.2f * pen.radius);
}

void half_disc(const Pen& pen) {
  pen.circle(0.2f);
  pen.list->PathArcTo(pen.centre, pen.radius * 0.9f, pi / 2, 3 * pi / 2, 16);
  pen.list->PathFillConvex(pen.ink);
}

void clock(const Pen& pen) {
  pen.circle(0.18f);
  pen.line({{0, -0.5f}, {0, 0.05f}, {0.38f, 0.25f}}, pen.ink, 0.2f);
}

}  // namespace

void draw_mark(Mark mark, ImVec2 centre, float size, Role role, Role on) {
  const Pen pen{ImGui::GetWindowDrawList(), centre, size / 2, colour(role), colour(on)};
  switch (mark) {
    case Mark::none:
      break;
    case Mark::permit:
      pen.list->AddCircleFilled(centre, pen.radius, pen.ink);
      pen.check(pen.ground, 0.52f);
      break;
    case Mark::partial:
      half_disc(pen);
      break;
    case Mark::deny:
      octagon(pen);
      pen.cross(pen.ground, 0.36f);
      break;
    case Mark::not_run:
      dashed_circle(pen);
      break;
    case Mark::outdated:
      clock(pen);
      break;
    case Mark::pass:
      pen.check(pen.ink, 0.8f);
      break;
    case Mark::fail:
      pen.cross(pen.ink, 0.6f);
      break;
    case Mark::not_applicable:
      pen.line({{-0.5f, 0}, {0.5f, 0}}, pen.ink, 0.2f);
      break;
    case Mark::lock:
      padlock(pen);
      break;
    case Mark::down:
      pen.line({{-0.55f, -0.25f}, {0, 0.3f}, {0.55f, -0.25f}}, pen.ink, 0.22f);
      break;
    case Mark::left:
      pen.line({{0.25f, -0.55f}, {-0.3f, 0}, {0.25f, 0.55f}}, pen.ink, 0.22f);
      break;
    case Mark::right:
      pen.line({{-0.25f, -0.55f}, {0.3f, 0}, {-0.25f, 0.55f}}, pen.ink, 0.22f);
      break;
    case Mark::up:
      pen.line({{-0.55f, 0.3f}, {0, -0.25f}, {0.55f, 0.3f}}, pen.ink, 0.22f);
      break;
  }
}

void mark(Mark mark, Role role, float size, float height) {
  if (height == 0) height = line_height(Face::regular);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float side = px(size);
  draw_mark(mark, {at.x + side / 2, at.y + height / 2}, side, role);
  ImGui::Dummy({side, height});
}

}  // namespace ntk::web::ui
