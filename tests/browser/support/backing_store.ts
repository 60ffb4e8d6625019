import type { Frame } from "playwright-core";

export interface BackingStore {
  /** Of the canvas, in its own pixels. */
  store: [width: number, height: number];
  /** The device pixels that the canvas covers, as the browser counts them. */
  box: [width: number, height: number];
  /** It has a WebGL 2 context that is not lost, and is seen: else nothing was looked at. */
  painted: boolean;
}

/** What the canvas has and what it should have. */
export const backingStore = (frame: Frame): Promise<BackingStore> =>
  frame.evaluate(async (): Promise<BackingStore> => {
    const canvas = document.querySelector("canvas");
    if (!canvas) throw new Error("no canvas");
    const entry = await new Promise<ResizeObserverEntry | undefined>((resolve) => {
      const observer = new ResizeObserver(([first]) => {
        observer.disconnect();
        resolve(first);
      });
      observer.observe(canvas, { box: "device-pixel-content-box" });
    });
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    // Not in every browser, whatever the library types say.
    const size = (entry as { devicePixelContentBoxSize?: readonly ResizeObserverSize[] } | undefined)
      ?.devicePixelContentBoxSize?.[0];
    return {
      store: [canvas.width, canvas.height],
      box: [size?.inlineSize ?? 0, size?.blockSize ?? 0],
      painted: canvas.checkVisibility() && canvas.getContext("webgl2")?.isContextLost() === false,
    };
  });
