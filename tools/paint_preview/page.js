// Runs the built module alone: no DOM layer, a real flow. `window.preview` is what shoot.mjs calls.
import createModule from "/ats-link.mjs";

const state = { view: null, layout: null, effects: [], width: 440, height: 640, ratio: devicePixelRatio, text: 1 };
const canvas = document.querySelector("canvas");
const host = {
  show: (json) => (state.view = JSON.parse(json)),
  layout: (json) => (state.layout = JSON.parse(json)),
  perform: (json) => state.effects.push(JSON.parse(json)),
  seal: (json) => state.effects.push(JSON.parse(json)),
  ask_frame: () => {},
  error: (text) => console.error(text),
  canvas: () => canvas,
  online: () => true,
  font_family: () => "",
};
const module = await createModule({ host });

function withText(text, call) {
  const bytes = new TextEncoder().encode(text);
  const start = module._ats_alloc(bytes.length);
  module.HEAPU8.set(bytes, start);
  const result = call(start, bytes.length);
  module._ats_free(start, bytes.length);
  return result;
}

let time = 1;
window.preview = {
  state,
  boot: (message) => withText(JSON.stringify(message), module._ats_boot),
  post: (message) => withText(JSON.stringify(message), module._ats_post),
  secret: (name, value) => withText(name, (n, ns) => withText(value, (v, vs) => module._ats_secret(n, ns, v, vs))),
  look: (dark, more = 0, reduced = 0, palette = "", radius = 10, compact = 0) =>
    withText(palette, (start, size) => module._ats_appearance(dark, more, reduced, start, size, radius, compact)),
  canvas: (on) => module._ats_canvas(on),
  focus: (node) => withText(node, module._ats_focus),
  frame(options = {}) {
    Object.assign(state, options);
    canvas.style.width = state.width + "px";
    canvas.style.height = state.height + "px";
    const { x = -1, y = -1, down = 0, scroll = 0 } = options;
    time += options.pass || 0.05;
    const start = performance.now();
    const moving = module._ats_frame(state.width, state.height, state.ratio, state.text, scroll, x, y, down, time);
    return { moving, ms: performance.now() - start };
  },
};
window.ready = true;
