import { chromium, type Browser } from "playwright-core";
import { cost, countLoad } from "./cost.ts";
import { letFramesGo } from "./parting.ts";
import { launchOptions, type ChromiumOptions } from "./launch_options.ts";

export type { ChromiumOptions };

/**
 * How long a page may take for one step, in ms. A last resort and never what a test is about: no load of the machine comes
 * near it.
 */
export const patience = Number(process.env["ATS_PATIENCE"] ?? 60_000);

/** The browser that tools/testing/run_files.ts keeps, where there is one and it is as wanted; else one of the caller's own. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Browser> {
  const usual = JSON.stringify(launchOptions(options)) === JSON.stringify(launchOptions());
  const address = usual ? process.env["ATS_SHARED_BROWSER"] : undefined;
  const browser = (address === undefined ? null : await connect(address)) ?? (await launch(options));
  browser.on("context", (context) => {
    context.setDefaultTimeout(patience);
    context.on("page", (page) => {
      letFramesGo(page);
      page.on("request", (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) countLoad();
      });
    });
  });
  return browser;
}

/** Closing it closes what was opened through it, and leaves the browser be. Null where it has crashed. */
async function connect(address: string): Promise<Browser | null> {
  const browser = await chromium.connect(address, { timeout: 30_000 }).catch(() => null);
  return browser?.isConnected() ? browser : null;
}

function launch(options: ChromiumOptions): Promise<Browser> {
  cost.browsers++;
  return chromium.launch(launchOptions(options));
}
