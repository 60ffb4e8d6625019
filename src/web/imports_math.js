// The browser's own functions, for src/web/small_libc.cpp: the C library's tables and reductions would be downloaded.
mergeInto(LibraryManager.library, {
  ats_js_sine: function (radians) {
    return Math.sin(radians);
  },
  ats_js_cosine: function (radians) {
    return Math.cos(radians);
  },
  ats_js_arc_cosine: function (value) {
    return Math.acos(value);
  },
});
