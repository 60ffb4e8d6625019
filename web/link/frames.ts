import type { FrameInput } from "./bridge.ts";

export interface FrameSource {
  /** Draws one frame; true: something is still moving. */
  draw(input: FrameInput): boolean;
  card: HTMLElement;
  canvas: HTMLCanvasElement;
  scroller: HTMLElement;
}

export interface Frames {
  /** The picture is stale. */
  ask(): void;
  /** Text view draws nothing; going back draws at once, so that no element stands on an old rectangle. */
  setRunning(on: boolean): void;
  /** Draws at once instead of in the next animation frame. */
  flush(): void;
  /** The same while nothing is drawn yet: what is measured for the first frame is known then. */
  prepare(): void;
}

/** Larger backing stores are scaled up by CSS. */
const LONGEST = 4096;

function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** One animation frame at a time, and only when something changed: an idle wizard draws nothing. */
export function createFrames({ draw, card, canvas, scroller }: FrameSource): Frames {
  let asked = 0;
  let running = false;
  let deviceWidth = 0;
  const pointer = { x: -1, y: -1, down: false };
  let over: Element | null = null;

  const now = (time: number, always = false): void => {
    asked = 0;
    if (!(running || always) || document.visibilityState === "hidden") return;
    const { clientWidth: width, clientHeight: height } = card;
    if (width === 0 || height === 0) return;
    const ratio = deviceWidth > 0 ? deviceWidth / width : devicePixelRatio;
    const moving = draw({
      width,
      height,
      pixelRatio: Math.min(ratio, LONGEST / width, LONGEST / height),
      textScale: textScale(),
      scroll: scroller.scrollTop,
      pointerX: pointer.x,
      pointerY: pointer.y,
      pointerDown: pointer.down,
      time: time / 1000,
    });
    if (moving) ask();
  };
  const ask = (): void => {
    if (running && asked === 0 && document.visibilityState !== "hidden")
      asked = requestAnimationFrame((time) => now(time));
  };

  const flush = (): void => {
    cancelAnimationFrame(asked);
    now(performance.now());
  };

  const point = (event: PointerEvent, down: boolean): void => {
    const box = card.getBoundingClientRect();
    // A finger that left the glass hovers nowhere.
    const away = event.type === "pointerleave" || event.type === "pointercancel";
    const lifted = event.pointerType === "touch" && event.type === "pointerup";
    const gone = away || lifted;
    pointer.x = gone ? -1 : event.clientX - box.left;
    pointer.y = gone ? -1 : event.clientY - box.top;
    // Only what can be pressed looks different under a pointer; on empty ground nothing does.
    const control = gone ? null : (event.target as Element).closest("a, button, input, select");
    if (control ?? over) ask();
    over = control;
    pointer.down = down && !away;
  };
  const passive = { passive: true } as const;
  card.addEventListener("pointermove", (event) => point(event, pointer.down), passive);
  card.addEventListener("pointerdown", (event) => point(event, true), passive);
  for (const type of ["pointerup", "pointerleave", "pointercancel"] as const)
    card.addEventListener(type, (event) => point(event, false), passive);
  scroller.addEventListener("scroll", ask, passive);
  document.addEventListener("visibilitychange", ask);

  const observer = new ResizeObserver(([entry]) => {
    // Whole device pixels, right under zoom and fractional scale; not in every browser.
    const box = (entry as { devicePixelContentBoxSize?: readonly ResizeObserverSize[] } | undefined)
      ?.devicePixelContentBoxSize;
    deviceWidth = box?.[0]?.inlineSize ?? 0;
    ask();
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(canvas);
  }
  // Each query is true for one ratio only, so it is made anew after every change.
  const watchRatio = (): void => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener(
      "change",
      () => {
        deviceWidth = 0;
        ask();
        watchRatio();
      },
      { once: true },
    );
  };
  watchRatio();
  return {
    ask,
    setRunning(on) {
      running = on;
      flush();
    },
    flush,
    prepare: () => now(performance.now(), true),
  };
}
