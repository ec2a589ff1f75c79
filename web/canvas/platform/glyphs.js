// The letters of the canvas, drawn on a 2D canvas that nobody sees. glyphs.h says what each function is for.
//
// Emscripten's optimiser takes variables of a nested destructuring for unused and removes them: none here.
mergeInto(LibraryManager.library, {
  $ntkGlyphs: {
    context: null,
    family: '',
    segmenter: null,

    // The context with at least so much room, and nothing drawn there.
    room: function (width, height) {
      let context = ntkGlyphs.context;
      if (!context) {
        // It is read after each drawing, so that it is better kept off the graphics card.
        context = ntkGlyphs.context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        if (!context) return null;
        ntkGlyphs.family = getComputedStyle(document.body).fontFamily;
      }
      const canvas = context.canvas;
      if (canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, width);
        canvas.height = Math.max(canvas.height, height);
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      return context;
    },

    // NtkGlyphStyle: em, weight, stretch, right_to_left.
    useStyle: function (context, style) {
      context.font = HEAP32[(style >> 2) + 1] + ' ' + HEAPF32[style >> 2] + 'px ' + ntkGlyphs.family;
      context.direction = HEAP32[(style >> 2) + 3] ? 'rtl' : 'ltr';
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      // Else Chromium rounds the width of each letter where a CSS pixel is a device pixel.
      context.textRendering = 'geometricPrecision';
    },
  },

  ntk_glyphs_can_be_read__deps: ['$ntkGlyphs'],
  ntk_glyphs_can_be_read: function () {
    const context = ntkGlyphs.room(16, 16);
    if (!context) return false;
    context.fillStyle = '#000';
    context.fillRect(4, 4, 8, 8);
    const data = context.getImageData(0, 0, 16, 16).data;
    // A few protections change the lowest bits here and there, which nobody sees.
    for (let y = 0; y < 16; y++) {
      for (let x = 0; x < 16; x++) {
        const inside = x >= 4 && x < 12 && y >= 4 && y < 12;
        if (Math.abs(data[(y * 16 + x) * 4 + 3] - (inside ? 255 : 0)) > 8) return false;
      }
    }
    return true;
  },

  ntk_glyph_measure__deps: ['$ntkGlyphs'],
  ntk_glyph_measure: function (text, style, box) {
    const context = ntkGlyphs.room(1, 1);
    ntkGlyphs.useStyle(context, style);
    const measured = context.measureText(UTF8ToString(text));
    const stretch = HEAP32[(style >> 2) + 2];
    HEAPF32[box >> 2] = measured.width;
    const left = Math.floor(-measured.actualBoundingBoxLeft * stretch);
    const right = Math.ceil(measured.actualBoundingBoxRight * stretch);
    const top = Math.floor(-measured.actualBoundingBoxAscent);
    const bottom = Math.ceil(measured.actualBoundingBoxDescent);
    // A texel around it: boxes are rounded, and a letter that begins between two pixels is in one more.
    const sides = left < right && top < bottom ? [left - 1 - stretch, top - 1, right + 1 + stretch, bottom + 1] : [0, 0, 0, 0];
    HEAP32.set(sides, (box >> 2) + 1);
  },

  ntk_glyph_draw__deps: ['$ntkGlyphs'],
  ntk_glyph_draw: function (text, style, box, pixels) {
    const sides = HEAP32.subarray((box >> 2) + 1, (box >> 2) + 5);
    const left = sides[0];
    const top = sides[1];
    const width = sides[2] - left;
    const height = sides[3] - top;
    const context = ntkGlyphs.room(width, height);
    context.setTransform(HEAP32[(style >> 2) + 2], 0, 0, 1, -left, -top);
    ntkGlyphs.useStyle(context, style);
    context.fillStyle = '#000';
    context.fillText(UTF8ToString(text), 0, 0);
    const data = context.getImageData(0, 0, width, height).data;
    let ink = 0;
    let light = 0; // what is drawn in black has none, unless it brings colors of its own
    for (let i = 0; i < data.length; i += 4) {
      ink |= data[i + 3];
      if (data[i + 3] > 32) light = Math.max(light, data[i], data[i + 1], data[i + 2]);
    }
    if (ink === 0) return 0;
    if (light > 32) {
      HEAPU8.set(data, pixels);
      return 2;
    }
    for (let i = 3, to = pixels; i < data.length; i += 4) HEAPU8[to++] = data[i];
    return 1;
  },

  ntk_glyph_word_ends__deps: ['$ntkGlyphs'],
  ntk_glyph_word_ends: function (text, ends, most) {
    const words = UTF8ToString(text);
    let parts;
    if (typeof Intl === 'object' && Intl.Segmenter) {
      ntkGlyphs.segmenter = ntkGlyphs.segmenter || new Intl.Segmenter(undefined, { granularity: 'word' });
      parts = Array.from(ntkGlyphs.segmenter.segment(words), (part) => part.segment);
    } else {
      parts = words.match(/\P{M}\p{M}*|\p{M}+/gu) || [];
    }
    let end = 0;
    for (let i = 0; i < parts.length && i < most; i++) {
      end += lengthBytesUTF8(parts[i]);
      HEAP32[(ends >> 2) + i] = end;
    }
    return Math.min(parts.length, most);
  },

  ntk_glyphs_observe: function () {
    if (document.fonts) document.fonts.addEventListener('loadingdone', () => _ntk_glyphs_changed());
  },
});
