// Letters, drawn by the browser: what the fonts ask of the page's 2D canvas. The other side is glyphs.js, of which each
// function is here in the same order.
//
// A text is measured and drawn as a whole, so that the browser joins its letters as its script wants. Sizes are those of
// the em square in device pixels. The font family is the page's own.
#pragma once

extern "C" {

/// How a text is to be drawn.
struct NtkGlyphStyle {
  float em;           ///< device pixels
  int weight;         ///< as in CSS: 400 or 600
  int stretch;        ///< texels of the picture for a device pixel, across; down it is always one
  int right_to_left;  ///< 1 for a text of a script that is written so
};

/// What a text takes: how far the pen moves, in device pixels, and the smallest box around the ink, in texels from the
/// pen's first place, down from the baseline. The box is empty for a blank.
struct NtkGlyphBox {
  float advance;
  int left, top, right, bottom;
};

/// False where the browser doesn't let a page read the pixels that it drew, as some protection modes do.
bool ntk_glyphs_can_be_read();

void ntk_glyph_measure(const char* text, const NtkGlyphStyle* style, NtkGlyphBox* box);

/// The picture of a text within its box: 0 if it is blank. 1: a byte for each texel, its opacity. 2: four bytes, red, green,
/// blue and opacity, for what has colors of its own. `pixels` has room for that.
int ntk_glyph_draw(const char* text, const NtkGlyphStyle* style, const NtkGlyphBox* box,
                   unsigned char* pixels);

/// Where the words of a text end that is written without spaces, in bytes; at most so many. Returns how many.
int ntk_glyph_word_ends(const char* text, int* ends, int most);

/// Calls ntk_glyphs_changed whenever a font of the page has arrived.
void ntk_glyphs_observe();
}
