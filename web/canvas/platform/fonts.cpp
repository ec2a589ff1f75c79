#include "web/canvas/platform/fonts.h"

#include <array>
#include <cmath>

namespace ntk::embedded {
extern const unsigned char inter_regular[];
extern const unsigned inter_regular_size;
extern const unsigned char inter_semibold[];
extern const unsigned inter_semibold_size;
}  // namespace ntk::embedded

namespace ntk::web::platform {
namespace {

// The blocks of which scripts/subset-fonts keeps characters.
constexpr std::array<ImWchar, 25> glyph_ranges = {
    0x0020, 0x007E, 0x00A0, 0x017F, 0x2010, 0x2044, 0x20AC, 0x20AC, 0x2116, 0x2122, 0x2190, 0x21E7, 0x2202,
    0x2265, 0x2318, 0x2325, 0x232B, 0x232B, 0x238B, 0x23CE, 0x2423, 0x2463, 0x25A0, 0x2717, 0};

struct Cut {
  const unsigned char* data;
  const unsigned& size;
  float css_pixels;  // as in CSS: of the em square
};

// Dear ImGui counts a font's size from ascender to descender; in Inter that is so much more than the em
// square.
constexpr float height_of_em = 3408.0F / 2816;
// What Dear ImGui counts is also its line, which is tight for paragraphs: the lines are set this far apart.
constexpr float line_of_em = 1.4F;

// In the order of Face.
const std::array<Cut, 4> cuts = {{
    {embedded::inter_regular, embedded::inter_regular_size, 15},
    {embedded::inter_semibold, embedded::inter_semibold_size, 15},
    {embedded::inter_semibold, embedded::inter_semibold_size, 20},
    {embedded::inter_regular, embedded::inter_regular_size, 13},
}};

std::array<ImFont*, cuts.size()> fonts{};
float fitted_scale = 0;
float fitted_ratio = 0;

}  // namespace

bool fit_fonts(float text_scale, float pixel_ratio) {
  if (text_scale == fitted_scale && pixel_ratio == fitted_ratio) return false;
  fitted_scale = text_scale;
  fitted_ratio = pixel_ratio;

  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = pixel_ratio < 1.5F ? 2 : 1;
  std::array<float, cuts.size()> lines{};
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    // Dear ImGui takes a mutable pointer, but writes only to data that it owns.
    void* data = const_cast<unsigned char*>(cuts[i].data);
    const float device_pixels = std::round(cuts[i].css_pixels * height_of_em * text_scale * pixel_ratio);
    lines[i] = std::round(cuts[i].css_pixels * line_of_em * text_scale * pixel_ratio);
    config.GlyphOffset.y = std::floor((lines[i] - device_pixels) / 2);
    fonts[i] = io.Fonts->AddFontFromMemoryTTF(data, static_cast<int>(cuts[i].size), device_pixels, &config,
                                              glyph_ranges.data());
  }
  io.FontDefault = fonts[0];
  io.FontGlobalScale = 1 / pixel_ratio;
  if (!io.Fonts->Build()) return false;
  for (std::size_t i = 0; i < cuts.size(); ++i) fonts[i]->FontSize = lines[i];
  return true;
}

ImFont* font(Face face) {
  return fonts[static_cast<std::size_t>(face)];
}

}  // namespace ntk::web::platform
