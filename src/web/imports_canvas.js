// Draws ImGui's triangles with WebGL 2 on the one canvas that `Module.host.canvas()` gives. One program, one vertex
// layout (position, texture place, colour: 20 bytes), one-byte coverage textures; colours leave premultiplied.
mergeInto(LibraryManager.library, {
  $AtsCanvas: {
    gl: null,
    program: null,
    textures: null,
    scale: null,
    vertex:
      "#version 300 es\nuniform vec2 scale;in vec2 place;in vec2 spot;in vec4 tint;out vec2 at;out vec4 colour;" +
      "void main(){at=spot;colour=tint;gl_Position=vec4(place*scale-vec2(1.,-1.),0.,1.);}",
    fragment:
      "#version 300 es\nprecision mediump float;uniform sampler2D cover;in vec2 at;in vec4 colour;out vec4 pixel;" +
      "void main(){float a=colour.a*texture(cover,at).r;pixel=vec4(colour.rgb*a,a);}",
    shader: (gl, kind, source) => {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      return shader;
    },
    link: (gl) => {
      const program = gl.createProgram();
      gl.attachShader(program, AtsCanvas.shader(gl, gl.VERTEX_SHADER, AtsCanvas.vertex));
      gl.attachShader(program, AtsCanvas.shader(gl, gl.FRAGMENT_SHADER, AtsCanvas.fragment));
      ["place", "spot", "tint"].forEach((name, index) => gl.bindAttribLocation(program, index, name));
      gl.linkProgram(program);
      return program;
    },
    prepare: (gl, program) => {
      if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return false;
      gl.useProgram(program);
      AtsCanvas.scale = gl.getUniformLocation(program, "scale");
      gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, 0);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, 16);
      for (let index = 0; index < 3; index++) gl.enableVertexAttribArray(index);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.enable(gl.SCISSOR_TEST);
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
      AtsCanvas.textures = new Map();
      return true;
    },
  },

  // The browser compiles the program by itself; nobody waits for it before it is used.
  ats_js_canvas_ask__deps: ["$AtsCanvas"],
  ats_js_canvas_ask: function () {
    const canvas = Module.host.canvas();
    const wanted = { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "low-power" };
    let gl = null;
    try {
      gl = canvas ? canvas.getContext("webgl2", wanted) : null;
    } catch {
      // Privacy tools replace getContext by one that throws: as good as none.
    }
    AtsCanvas.gl = gl && !gl.isContextLost() ? gl : null;
    if (AtsCanvas.gl) AtsCanvas.program = AtsCanvas.link(gl);
    return AtsCanvas.gl ? 1 : 0;
  },
  ats_js_canvas_start__deps: ["$AtsCanvas"],
  ats_js_canvas_start: function () {
    return AtsCanvas.prepare(AtsCanvas.gl, AtsCanvas.program) ? 1 : 0;
  },

  // Browsers keep about 16 contexts a page, so an unused one is given back at once.
  ats_js_canvas_stop__deps: ["$AtsCanvas"],
  ats_js_canvas_stop: function () {
    const lose = AtsCanvas.gl && AtsCanvas.gl.getExtension("WEBGL_lose_context");
    AtsCanvas.gl = null;
    if (lose) lose.loseContext();
  },

  // Uploads the part x, y, part_width, part_height of a texture; `fresh`: makes it first.
  ats_js_canvas_texture__deps: ["$AtsCanvas"],
  ats_js_canvas_texture: function (id, width, height, pixels, x, y, part_width, part_height, fresh) {
    const gl = AtsCanvas.gl;
    if (fresh) {
      gl.deleteTexture(AtsCanvas.textures.get(id) || null);
      AtsCanvas.textures.set(id, gl.createTexture());
    }
    gl.bindTexture(gl.TEXTURE_2D, AtsCanvas.textures.get(id));
    if (fresh) {
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R8, width, height);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    }
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, width);
    const bytes = HEAPU8.subarray(pixels + y * width + x, pixels + width * height);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, part_width, part_height, gl.RED, gl.UNSIGNED_BYTE, bytes);
  },

  ats_js_canvas_drop_texture__deps: ["$AtsCanvas"],
  ats_js_canvas_drop_texture: function (id) {
    if (AtsCanvas.gl) AtsCanvas.gl.deleteTexture(AtsCanvas.textures.get(id) || null);
    AtsCanvas.textures.delete(id);
  },

  // width, height: CSS px that the picture covers; pixels_wide, pixels_high: of the backing store.
  ats_js_canvas_begin__deps: ["$AtsCanvas"],
  ats_js_canvas_begin: function (width, height, pixels_wide, pixels_high, red, green, blue) {
    const gl = AtsCanvas.gl;
    if (gl.canvas.width !== pixels_wide) gl.canvas.width = pixels_wide;
    if (gl.canvas.height !== pixels_high) gl.canvas.height = pixels_high;
    gl.viewport(0, 0, pixels_wide, pixels_high);
    gl.scissor(0, 0, pixels_wide, pixels_high);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(AtsCanvas.scale, 2 / width, -2 / height);
  },

  ats_js_canvas_list__deps: ["$AtsCanvas"],
  ats_js_canvas_list: function (vertices, vertex_bytes, indices, index_bytes) {
    const gl = AtsCanvas.gl;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8.subarray(vertices, vertices + vertex_bytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8.subarray(indices, indices + index_bytes), gl.STREAM_DRAW);
  },

  // The clip box is in device pixels from the lower left corner.
  ats_js_canvas_draw__deps: ["$AtsCanvas"],
  ats_js_canvas_draw: function (texture, x, y, width, height, count, offset) {
    const gl = AtsCanvas.gl;
    gl.scissor(x, y, width, height);
    gl.bindTexture(gl.TEXTURE_2D, AtsCanvas.textures.get(texture));
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, offset);
  },
});
