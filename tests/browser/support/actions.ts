import type { Frame, Page } from "playwright-core";

/** What the person did, as the module is told; typing left out. */
export interface Told {
  node: string;
  kind: string;
}

/** Globals of the watched page. */
interface Kept {
  toldActions: Told[];
  clicks: number;
  held: boolean;
}

/**
 * Keeps every action that the page tells its module; they cross as JSON. Before the page is opened. While `holdActions`
 * says so, the module hears of a node that it does not know instead, and its screen stays.
 */
export async function watchActions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: Told[] = [];
    Object.assign(window, { toldActions: told, clicks: 0, held: false });
    const kept = window as unknown as Kept;
    window.addEventListener("click", () => kept.clicks++, { capture: true });
    const stringify = JSON.stringify.bind(JSON) as (value: unknown) => string;
    JSON.stringify = (value: unknown) => {
      const { type, node, kind } = (value ?? {}) as Record<string, string>;
      if (type !== "action" || !node || !kind || kind === "input") return stringify(value);
      told.push({ node, kind });
      return stringify(kept.held ? { ...(value as object), node: "held" } : value);
    };
  });
}

export const holdActions = (frame: Frame, held: boolean): Promise<void> =>
  frame.evaluate((on) => void Object.assign(window, { held: on }), held);

/**
 * The actions since the last call. After an activation, which always ends in a click, a test waits for that: the browser
 * makes it of a tap or of a key when it comes to it.
 */
export const takeActions = (frame: Frame, clicks = 0): Promise<Told[]> =>
  frame.evaluate(async (wanted) => {
    const kept = window as unknown as Kept;
    for (let frames = 0; kept.clicks < wanted && frames < 600; frames++) await new Promise(requestAnimationFrame);
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    kept.clicks = 0;
    return kept.toldActions.splice(0);
  }, clicks);

/** The middle of a control in the window of the whole page. */
export async function centreOf(frame: Frame, node: string): Promise<{ x: number; y: number }> {
  const control = frame.locator(`[data-node="${node}"]`);
  await control.evaluate((target) => target.scrollIntoView({ block: "nearest" }));
  const box = await control.boundingBox();
  if (!box) throw new Error(`${node} has no box`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
