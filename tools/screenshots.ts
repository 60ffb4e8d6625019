/**
 * Pictures of every screen: `node tools/screenshots.ts [--only NAME] [--view canvas|text] [--out DIR]`.
 * Light and dark, 1280 and 320 CSS px wide, device scale 2, written to build/screenshots; and docs/images/widget.png with `--readme`.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchChromium } from "../tests/browser/support/chromium.ts";
import { screenStates, type ScreenState } from "../tests/browser/support/screens.ts";
import { startServers } from "../web/dev/start_servers.ts";

type Scheme = "light" | "dark";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    view: { type: "string", multiple: true, default: ["canvas", "text"] },
    scheme: { type: "string", multiple: true, default: ["light", "dark"] },
    width: { type: "string", multiple: true, default: ["1280", "320"] },
    out: { type: "string", default: "build/screenshots" },
    readme: { type: "boolean", default: false },
  },
});

/** Walks to a screen once and takes it in every view and scheme: both can change while it is shown. */
async function shoot(
  browser: Browser,
  state: ScreenState,
  size: { width: number; height: number },
  hostUrl: string,
  fileOf: (view: string, scheme: Scheme) => string,
): Promise<void> {
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: size });
  try {
    const page = await context.newPage();
    const widget = await state.reach(page, hostUrl);
    // The pointer is taken off what it pressed.
    await page.mouse.move(1, 1);
    let shown = "canvas";
    for (const view of values.view) {
      if (view !== shown) await widget.frame.getByRole("switch", { name: "Text view" }).press("Space");
      shown = view;
      for (const scheme of values.scheme as Scheme[]) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.waitForTimeout(300); // Fades last at most 200 ms.
        const file = fileOf(view, scheme);
        await page.screenshot({ path: file });
        console.log(file);
      }
    }
  } finally {
    await context.close();
  }
}

if (values.readme) Object.assign(values, { view: ["canvas"], scheme: ["light"], only: ["api-key"] });
const servers = await startServers({ logo: true });
const browser = await launchChromium({ scale: 2 });
try {
  const states = screenStates.filter(({ name }) => values.only?.includes(name) ?? true);
  if (states.length === 0)
    throw new Error(`no such screen; there are ${screenStates.map(({ name }) => name).join(", ")}`);
  await mkdir(values.readme ? "docs/images" : values.out, { recursive: true });
  for (const state of states)
    if (values.readme) {
      const size = { width: 1100, height: 860 };
      await shoot(browser, state, size, servers.hostUrl, () => "docs/images/widget.png");
    } else {
      for (const width of values.width.map(Number))
        await shoot(browser, state, { width, height: width < 480 ? 640 : 860 }, servers.hostUrl, (view, scheme) =>
          join(values.out, `${state.name}-${view}-${scheme}-${String(width)}.png`),
        );
    }
} finally {
  await browser.close();
  await servers.close();
}
