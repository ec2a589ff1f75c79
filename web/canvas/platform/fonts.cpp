#include "web/canvas/platform/fonts.h"

#include <emscripten/emscripten.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "web/canvas/platform/glyphs.h"
#include "web/canvas/platform/runs.h"

namespace ntk::web::platform {
namespace {

struct Cut {
  int weight;
  float css_pixels;  // as in CSS: of the em square
};

// In the order of Face.
constexpr std::array<Cut, 4> cuts = {{{400, 15}, {600, 15}, {600, 20}, {400, 13}}};

// Of Inter, by which all is placed: so that a letter of another font stands on the same line.
constexpr float ascent_of_em = 2728.0F / 2816;
constexpr float descent_of_em = 680.0F / 2816;
constexpr float line_of_em = 1.4F;

std::array<ImFont*, cuts.size()> fonts{};
float fitted_scale = 1;
float fitted_ratio = 1;
unsigned generation = 0;
bool letters_outdated = false;

const Cut& cut_of(Face face) {
  return cuts[static_cast<std::size_t>(face)];
}

/// Texels across for each device pixel. On coarse screens letters begin at half pixels too: each is drawn twice as wide, and
/// the two halves of a pixel are averaged by the texture's own filter, wherever it begins (fit_letters_to_pixels).
int stretch() {
  return fitted_ratio < 2 ? 2 : 1;
}

NtkGlyphStyle style_of(const Cut& cut, bool right_to_left) {
  return {cut.css_pixels * fitted_scale * fitted_ratio, cut.weight, stretch(), right_to_left};
}

NtkGlyphBox measure(const std::string& text, const NtkGlyphStyle& style) {
  NtkGlyphBox box{};
  ntk_glyph_measure(text.c_str(), &style, &box);
  return box;
}

/// Draws a text into the atlas. False if it is blank, or there is no room.
bool add_picture(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const std::string& text,
                 const NtkGlyphStyle& style, const NtkGlyphBox& box, ImFontGlyph& glyph) {
  const int width = box.right - box.left, height = box.bottom - box.top;
  if (width <= 0 || height <= 0 || width > atlas->TexMaxWidth || height > atlas->TexMaxHeight) return false;
  static std::vector<unsigned char> pixels;
  pixels.resize(static_cast<std::size_t>(width * height * 4));
  const int kind = ntk_glyph_draw(text.c_str(), &style, &box, pixels.data());
  if (kind == 0) return false;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) return false;

  const float line = std::round(baked->Size * fitted_ratio);
  const float height_of_em = (ascent_of_em + descent_of_em) * style.em;
  const float baseline = std::round((line - height_of_em) / 2 + ascent_of_em * style.em);
  const float texel = 1 / (static_cast<float>(style.stretch) * fitted_ratio), pixel = 1 / fitted_ratio;
  glyph.X0 = static_cast<float>(box.left) * texel;
  glyph.X1 = static_cast<float>(box.right) * texel;
  glyph.Y0 = (baseline + static_cast<float>(box.top)) * pixel;
  glyph.Y1 = (baseline + static_cast<float>(box.bottom)) * pixel;
  glyph.Visible = true;
  glyph.Colored = kind == 2;
  glyph.PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(
      atlas, baked, source, &glyph, ImFontAtlasPackGetRect(atlas, place), pixels.data(),
      kind == 2 ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8, kind == 2 ? width * 4 : width);
  return true;
}

bool is_drawn(ImWchar code_point) {
  return code_point >= 0x20 && code_point != 0x7F;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* advance_alone) {
  if (!is_drawn(code_point)) return false;
  const Run* run = run_of(code_point);
  std::string text;
  if (run != nullptr) {
    text = run->text;
  } else {
    char bytes[5];
    ImTextCharToUtf8(bytes, code_point);
    text = bytes;
  }
  const NtkGlyphStyle style = style_of(cuts[source->FontNo], run != nullptr && run->right_to_left);
  const NtkGlyphBox box = measure(text, style);
  const float advance = box.advance / fitted_ratio;
  if (advance_alone != nullptr) {
    *advance_alone = advance;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = advance;
  add_picture(atlas, source, baked, text, style, box, *glyph);
  return true;
}

const ImFontLoader* loader() {
  static const ImFontLoader made = [] {
    ImFontLoader it;
    it.Name = "browser";
    it.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
      return is_drawn(code_point);
    };
    it.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
      baked->Ascent = baked->Size;
      return true;
    };
    it.FontBakedLoadGlyph = load_glyph;
    return it;
  }();
  return &made;
}

void add_fonts(ImFontAtlas& atlas) {
  atlas.TexMinWidth = 1024;
  const int largest = ImGui::GetPlatformIO().Renderer_TextureMaxWidth;
  while (atlas.TexMaxWidth > largest) atlas.TexMaxWidth = atlas.TexMaxHeight /= 2;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    ImFontConfig config;
    config.FontLoader = loader();
    config.FontNo = static_cast<ImU32>(i);
    fonts[i] = atlas.AddFont(&config);
  }
  ImGui::GetIO().FontDefault = fonts[0];
  ntk_glyphs_observe();
}

/// The quad of a letter, moved so that its texels fall on pixels, or a given part of a pixel.
void fit_quad(ImDrawVert* quad, ImVec2 texels_per_unit, ImVec2 texture) {
  const auto off = [](float place, float texels, float uv, float size) {
    const float begin = place * texels - uv * size;
    return (std::round(begin) - begin) / texels;
  };
  const float x = off(quad[0].pos.x, texels_per_unit.x, quad[0].uv.x, texture.x);
  const float y = off(quad[0].pos.y, texels_per_unit.y, quad[0].uv.y, texture.y);
  for (int i = 0; i < 4; ++i) {
    quad[i].pos.x += x;
    quad[i].pos.y += y;
  }
}

/// Whether six indices are those of a rectangle with a picture in it. Plain rectangles have one point of the texture alone.
bool is_picture(const ImDrawIdx* index, const ImDrawVert* vertices) {
  const int begin = index[0];
  if (index[1] != begin + 1 || index[2] != begin + 2 || index[3] != begin || index[4] != begin + 2 ||
      index[5] != begin + 3)
    return false;
  const ImDrawVert* quad = vertices + begin;
  return quad[0].uv.x < quad[2].uv.x && quad[0].uv.y < quad[2].uv.y && quad[1].uv.y == quad[0].uv.y;
}

}  // namespace

void fit_fonts(float text_scale, float pixel_ratio) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (atlas.Fonts.empty()) add_fonts(atlas);
  if (text_scale != fitted_scale || pixel_ratio != fitted_ratio || letters_outdated || runs_are_full()) {
    fitted_scale = text_scale;
    fitted_ratio = pixel_ratio;
    letters_outdated = false;
    ++generation;
    forget_runs();
    ImFontAtlasBuildDiscardBakes(&atlas, 0);
  }
  // Whoever measures with a font that isn't the current one measures for the same screen.
  for (ImFont* font : fonts) font->CurrentRasterizerDensity = fitted_ratio;
}

void fit_letters_to_pixels(ImDrawData& data) {
  const ImVec2 texels = {data.FramebufferScale.x * static_cast<float>(stretch()), data.FramebufferScale.y};
  for (ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImTextureData* texture = command.TexRef._TexData;
      if (texture == nullptr) continue;
      const ImVec2 size = {static_cast<float>(texture->Width), static_cast<float>(texture->Height)};
      ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
      const ImDrawIdx* end = index + command.ElemCount;
      while (end - index >= 6) {
        const bool picture = is_picture(index, vertices);
        if (picture) fit_quad(vertices + index[0], texels, size);
        index += picture ? 6 : 3;
      }
    }
  }
}

ImFont* font(Face face) {
  return fonts[static_cast<std::size_t>(face)];
}

float font_size(Face face) {
  return std::round(cut_of(face).css_pixels * line_of_em * fitted_scale);
}

float run_width(std::string_view text, bool right_to_left, Face face) {
  return measure(std::string(text), style_of(cut_of(face), right_to_left)).advance / fitted_ratio;
}

unsigned text_generation() {
  return generation;
}

}  // namespace ntk::web::platform

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  return ntk::web::platform::loader();
}

/// From glyphs.js, when a font of the page has arrived.
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_glyphs_changed() {
  ntk::web::platform::letters_outdated = true;
  ntk::web::platform::request_frame();
}
