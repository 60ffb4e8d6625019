import type { Frame, Page } from "playwright-core";

/** What the person did, as the module is told; typing left out. */
export interface Told {
  node: string;
  kind: string;
}

/** Keeps every action that the page tells its module; they cross as JSON. Before the page is opened. */
export async function watchActions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: Told[] = [];
    Object.assign(window, { toldActions: told });
    const stringify = JSON.stringify.bind(JSON) as (value: unknown) => string;
    JSON.stringify = (value: unknown) => {
      const { type, node, kind } = (value ?? {}) as Record<string, string>;
      if (type === "action" && node && kind && kind !== "input") told.push({ node, kind });
      return stringify(value);
    };
  });
}

/** The actions since the last call, once what one press can bring about is over. */
export const takeActions = (frame: Frame): Promise<Told[]> =>
  frame.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return (window as unknown as { toldActions: Told[] }).toldActions.splice(0);
  });

/** The middle of a control in the window of the whole page. */
export async function centreOf(frame: Frame, node: string): Promise<{ x: number; y: number }> {
  const control = frame.locator(`[data-node="${node}"]`);
  await control.evaluate((target) => target.scrollIntoView({ block: "nearest" }));
  const box = await control.boundingBox();
  if (!box) throw new Error(`${node} has no box`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
