// Glyphs from the browser's own fonts: canvas 2D measures and rasterises them. `Module.host.font_family()`, if there,
// names the family; sizes and boxes are device pixels.
mergeInto(LibraryManager.library, {
  $AtsGlyphs: {
    context: null,
    select: (weight, size) => {
      if (!AtsGlyphs.context) {
        const canvas = document.createElement("canvas");
        AtsGlyphs.context = canvas.getContext("2d", { willReadFrequently: true });
      }
      const host = Module.host;
      const family = (host.font_family && host.font_family()) || 'system-ui, "Segoe UI", Roboto, sans-serif';
      AtsGlyphs.context.font = weight + " " + size + "px " + family;
      AtsGlyphs.context.fillStyle = "#fff";
      return AtsGlyphs.context;
    },
  },

  // out: ascent, descent.
  ats_js_glyph_line__deps: ["$AtsGlyphs"],
  ats_js_glyph_line: function (weight, size, out) {
    const box = AtsGlyphs.select(weight, size).measureText("Hg");
    HEAPF32[out >> 2] = box.fontBoundingBoxAscent || size * 0.93;
    HEAPF32[(out >> 2) + 1] = box.fontBoundingBoxDescent || size * 0.25;
  },

  // out: advance, left, top, width, height; the box in whole pixels, one pixel wider than the ink on each side.
  ats_js_glyph_measure__deps: ["$AtsGlyphs"],
  ats_js_glyph_measure: function (weight, size, character, shift, out) {
    const box = AtsGlyphs.select(weight, size).measureText(String.fromCodePoint(character));
    const left = Math.floor(shift - box.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const right = Math.ceil(shift + box.actualBoundingBoxRight) + 1;
    const bottom = Math.ceil(box.actualBoundingBoxDescent) + 1;
    const inked = box.actualBoundingBoxRight > -box.actualBoundingBoxLeft;
    HEAPF32.set([box.width, left, top, inked ? right - left : 0, inked ? bottom - top : 0], out >> 2);
  },

  ats_js_glyph_raster__deps: ["$AtsGlyphs"],
  ats_js_glyph_raster: function (weight, size, character, shift, left, top, width, height, target, stride) {
    let context = AtsGlyphs.select(weight, size);
    const canvas = context.canvas;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      context = AtsGlyphs.select(weight, size);
    }
    context.clearRect(0, 0, width, height);
    context.fillText(String.fromCodePoint(character), shift - left, -top);
    const pixels = context.getImageData(0, 0, width, height).data;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) HEAPU8[target + y * stride + x] = pixels[(y * width + x) * 4 + 3];
    }
  },

  // A browser that guards against fingerprinting gives noise instead of pixels, no context or an exception: then there
  // is no canvas to be had.
  ats_js_glyph_honest__deps: ["$AtsGlyphs"],
  ats_js_glyph_honest: function () {
    let pixels;
    try {
      const context = AtsGlyphs.select(400, 16);
      context.clearRect(0, 0, 8, 8);
      context.fillRect(2, 2, 4, 4);
      pixels = context.getImageData(0, 0, 8, 8).data;
    } catch {
      return 0;
    }
    for (let i = 0; i < 64; i++) {
      const inside = i % 8 >= 2 && i % 8 < 6 && i >= 16 && i < 48;
      if (pixels[i * 4 + 3] !== (inside ? 255 : 0)) return 0;
    }
    return 1;
  },
});
