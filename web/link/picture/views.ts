import type { Appearance } from "./appearance.ts";
import { BEGIN, type Bridge, type CanvasOrder, type FrameInput, ON } from "../bridge.ts";
import { createKeepSeen } from "../dom/scrolling.ts";
import type { Layer } from "../dom/layer.ts";
import { createFrames } from "./frames.ts";
import type { Gate } from "../module/gate.ts";
import { pause } from "../pause.ts";
import type { LoadSealer } from "../sealer.ts";
import type { Layout } from "../view_model.ts";
import { createViewMode } from "./view_mode.ts";

export interface Views {
  /**
   * The module is there and the card is in the page: begins to draw, piece by piece, so that whoever uses the elements
   * meanwhile is not held up.
   */
  start(bridge: Bridge): Promise<void>;
  toggle(): void;
  /** A language that the painter cannot draw: Text view. */
  rightToLeft(on: boolean): void;
  ask(): void;
  /** Draws at once, so that a new screen's elements lie where they are drawn. */
  flush(): void;
  drawn(layout: Layout): void;
  appear(appearance: Appearance): void;
  stop(): void;
}

/** Not in the DOM's own types, as only some browsers have it. */
interface SavesData {
  connection: { saveData?: boolean };
}

/** Resolves when the GPU has drawn what it was told to: whoever shows a picture before that holds up the page. */
async function isDrawn(canvas: HTMLCanvasElement): Promise<void> {
  const gl = canvas.getContext("webgl2");
  const sync = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !sync) return;
  gl.flush();
  const waits = (): boolean =>
    gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.UNSIGNALED && document.visibilityState === "visible";
  for (let frame = 0; frame < 60 && waits(); frame++) await new Promise(requestAnimationFrame);
  gl.deleteSync(sync);
}

/** Canvas view and Text view of one layer: which is on, and who draws. */
export function createViews(
  layer: Layer,
  gate: Gate,
  wantedHeight: (height: number) => void,
  loadSealer: LoadSealer,
): Views {
  let bridge: Bridge | null = null;
  let hasCanvas = false;
  let started = false;
  let look: Appearance | null = null;
  const { card, canvas, scroller } = layer;
  const keepSeen = createKeepSeen();

  const frames = createFrames({
    card,
    canvas,
    scroller,
    draw(input: FrameInput, letters?: number) {
      const more = gate.enter(() => bridge?.frame(input, letters) === true);
      if (!letters) keepSeen(input.height);
      return more;
    },
  });
  const measure = (): void => {
    if (!mode.textView || !card.isConnected) return;
    layer.fitBars();
    wantedHeight(layer.naturalHeight());
    keepSeen(card.clientHeight);
  };
  /** False: there is none to be had, and the Text view is on for good. */
  const orderCanvas = (order: CanvasOrder): boolean => {
    const had = gate.enter(() => bridge?.canvas(order) === true);
    if (!had) mode.set("no_webgl", true);
    return had;
  };
  const needCanvas = (): boolean => (hasCanvas ||= orderCanvas(ON));
  const change = (textView: boolean): void => {
    if (!started || (!textView && !needCanvas())) return;
    layer.setTextView(textView);
    frames.setRunning(!textView);
    measure();
  };
  const mode = createViewMode(change);
  let lookOutside: (() => void) | null = null;
  /** From the second screen on; on the first one only where something has changed the page. */
  const outside = (): void => {
    loadSealer().then(
      ({ tellColours, watchOutside }) => {
        const { rewritten } = layer;
        lookOutside ??= watchOutside({ card, look: () => look, rewritten, tell: mode.set });
        // With the picture, before which the browser styles and lays out what is new in any case.
        requestAnimationFrame(lookOutside);
        tellColours(look);
      },
      () => undefined,
    );
  };

  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    mode.contextLost(performance.now());
    gate.enter(() => bridge?.contextLost());
  });
  canvas.addEventListener("webglcontextrestored", () => {
    gate.enter(() => bridge?.contextRestored());
    mode.contextRestored();
  });
  const forced = matchMedia("(forced-colors: active)");
  forced.addEventListener("change", () => mode.set("forced_colors", forced.matches));
  window.addEventListener("beforeprint", () => mode.set("print", true));
  window.addEventListener("afterprint", () => mode.set("print", false));
  // A preview, and a frame of a page that is printed, may come without those events.
  const paper = matchMedia("print");
  paper.addEventListener("change", () => mode.set("print", paper.matches));
  const observer = new ResizeObserver(measure);
  // The scroller too: it gets lower by what is added to the footer.
  for (const part of [card, scroller, scroller.firstElementChild]) if (part) observer.observe(part);

  const appear = (appearance: Appearance): void => {
    const fontChanged = look?.font !== appearance.font;
    look = appearance;
    if (lookOutside) outside();
    gate.enter(() => {
      bridge?.appearance(appearance);
      if (fontChanged) bridge?.dropGlyphs();
    });
    frames.ask();
  };
  return {
    async start(made) {
      bridge = made;
      if (look) appear(look);
      mode.set("forced_colors", forced.matches);
      // https://wicg.github.io/savedata/: no context, no letters, no pictures.
      mode.set("save_data", (navigator as Partial<SavesData>).connection?.saveData === true);
      // Before the pieces, between which an extension may come.
      const html = document.documentElement;
      const changed = new MutationObserver(outside);
      for (const part of [html, document.head]) changed.observe(part, { attributes: true, childList: true });
      if (html.className || document.querySelector("style")) outside();
      const { activeElement } = document;
      const node = activeElement?.matches(":focus-visible") && card.contains(activeElement) ? activeElement : null;
      gate.enter(() => made.focus((node as HTMLElement | null)?.dataset["node"] ?? ""));
      /** For as long as it gives true, and with whatever else is due between. */
      const piece = async (work: () => unknown): Promise<void> => {
        do await pause();
        while (!mode.textView && work() === true);
      };
      // The context first: where there is none, nothing may be measured either. The browser compiles for it meanwhile.
      for (let half = 0; half < 2; half++) await piece(() => void orderCanvas(BEGIN));
      await piece(() => frames.prepare());
      await piece(() => void needCanvas());
      await piece(() => frames.rehearse());
      if (hasCanvas) await isDrawn(canvas);
      await pause();
      started = true;
      change(mode.textView);
    },
    toggle: () => mode.toggle(),
    rightToLeft: (on) => mode.set("rtl", on),
    ask: () => frames.ask(),
    flush() {
      outside();
      frames.flush();
      layer.settle();
      measure();
    },
    drawn(layout) {
      layer.layout(layout);
      if (!mode.textView) wantedHeight(layout.header + layout.content + layout.footer);
    },
    appear,
    stop: () => frames.setRunning(false),
  };
}
