import type { Frame, Page } from "playwright-core";
import type { Layout, ViewModel } from "../../../web/link/view_model.ts";

/** Keeps the last ViewModel and Layout that the module told its page; both cross as JSON. Before the page is opened. */
export async function watchView(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const parse = JSON.parse.bind(JSON);
    JSON.parse = (text: string, reviver?: Parameters<typeof JSON.parse>[1]) => {
      const value = parse(text, reviver) as Record<string, unknown> | null;
      if (value?.["heading"] && value["nodes"]) Object.assign(window, { toldView: value });
      if (value?.["rects"]) Object.assign(window, { toldLayout: value });
      return value;
    };
  });
}

type Told = { toldView?: ViewModel; toldLayout?: Layout };
export const toldView = (frame: Frame): Promise<ViewModel | undefined> =>
  frame.evaluate(() => (window as unknown as Told).toldView);
/** The same once there is one: a first screen is seen before the module has said it. */
export async function awaitView(frame: Frame): Promise<ViewModel> {
  const told = await frame.waitForFunction(() => (window as unknown as Told).toldView, null, { polling: 20 });
  return (await told.jsonValue()) as ViewModel;
}
export const toldLayout = (frame: Frame): Promise<Layout | undefined> =>
  frame.evaluate(() => (window as unknown as Told).toldLayout);
