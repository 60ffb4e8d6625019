import type { FrameInput } from "../bridge.ts";

export interface FrameSource {
  /** Draws one frame; true: something is still moving. With `letters` it makes so many for it; true: there are more. */
  draw(input: FrameInput, letters?: number): boolean;
  card: HTMLElement;
  canvas: HTMLCanvasElement;
  scroller: HTMLElement;
}

export interface Frames {
  /** The picture is stale. */
  ask(): void;
  /** Text view draws nothing; going back draws at once what is stale, so that no element stands on an old rectangle. */
  setRunning(on: boolean): void;
  /** Draws a new screen at once, by what is known of its size: to ask for that would be one more layout. */
  flush(): void;
  /** Makes a few letters of the first frame; true: there are more. */
  prepare(): boolean;
  /** Draws it while nobody sees it. */
  rehearse(): void;
}

/** Larger backing stores are scaled up by CSS. */
const LONGEST = 4096;

/** As many as a slow phone makes within one picture of its own; of the first it makes the means as well. */
const FIRST_LETTERS = 2;
const LETTERS = 12;

function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** Whether the card is as large as the window whatever it shows; in a page of its own, a screen may have another width. */
const fills = (): boolean => "framed" in document.documentElement.dataset;

/** One animation frame at a time, and only when something changed: an idle wizard draws nothing. */
export function createFrames({ draw, card, canvas, scroller }: FrameSource): Frames {
  let asked = 0;
  let running = false;
  let stale = true;
  let letters = FIRST_LETTERS;
  let deviceWidth = 0;
  const pointer = { x: -1, y: -1, down: false };
  let over: Element | null = null;

  /** What a picture needs to know of the browser's layout. */
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = card;
    const ratio = deviceWidth > 0 ? deviceWidth / width : devicePixelRatio;
    const pixelRatio = Math.min(ratio, LONGEST / width, LONGEST / height);
    return { width, height, pixelRatio, textScale: textScale(), scroll: scroller.scrollTop };
  };
  let known = measure();
  /** True: something moves, or is left to be made. `fresh`: a new screen, at its top. */
  const now = (time: number, made?: number, fresh = false): boolean => {
    if (document.visibilityState === "hidden") return false;
    known = fresh && fills() ? { ...known, scroll: 0 } : measure();
    if (known.width === 0 || known.height === 0) return false;
    stale &&= made !== undefined;
    return draw(
      { ...known, pointerX: pointer.x, pointerY: pointer.y, pointerDown: pointer.down, time: time / 1000 },
      made,
    );
  };
  const show = (time: number, fresh?: boolean): void => {
    asked = 0;
    if (running && now(time, undefined, fresh)) ask();
  };
  const ask = (): void => {
    stale = true;
    if (running && asked === 0 && document.visibilityState !== "hidden")
      asked = requestAnimationFrame((time) => show(time));
  };
  const atOnce = (fresh: boolean): void => {
    stale = true;
    cancelAnimationFrame(asked);
    show(performance.now(), fresh);
  };
  /**
   * Before a new screen is painted, with the layout that is due by then: draws it anew where that is not as it was taken
   * to be, and once more where another height has brought the field in use to another place.
   */
  const correct = (): void => {
    for (let tries = 0; tries < 2; tries++) {
      const real = measure();
      if (Object.entries(real).every(([name, value]) => known[name as keyof typeof real] === value)) return;
      atOnce(false);
    }
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
    const { width, height, pixelRatio } = measure();
    if (width !== known.width || height !== known.height || pixelRatio !== known.pixelRatio) ask();
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
      if (stale || !on) atOnce(false);
    },
    flush() {
      atOnce(true);
      if (running) requestAnimationFrame(correct);
    },
    prepare() {
      const more = now(performance.now(), letters);
      letters = LETTERS;
      return more;
    },
    rehearse() {
      // What moves in it is due again as soon as it is seen.
      stale = now(performance.now());
    },
  };
}
