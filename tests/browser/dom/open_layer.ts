import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { bundle } from "../../../tools/build/bundle.ts";
import type { FieldNode, ScreenName, ViewButton, ViewModel, ViewNode } from "../../../web/link/view_model.ts";
import type {} from "./page/harness.ts";

const root = join(import.meta.dirname, "../../..");

const files = Promise.all([
  bundle(join(import.meta.dirname, "page/harness.ts"), {
    define: {
      ATS_LINK_ASSETS: JSON.stringify({ seal: { name: "seal.js", integrity: "" } }),
      ATS_LINK_VERSION: '"0"',
    },
  }),
  bundle(join(root, "web/link/boot/seal_chunk.ts")),
  bundle(join(root, "web/link/styles/first.css")),
  bundle(join(root, "web/link/styles/wizard.css")),
]);

/** A page with the whole DOM layer on a fake module, which nothing but the test scripts. Not closed here. */
export async function openLayer(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const [script, late, ...styles] = await files;
  const context = await browser.newContext({ viewport: { width: 440, height: 720 }, ...options });
  const page = await context.newPage();
  await page.route("http://localhost/**", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/page.js") return route.fulfill({ contentType: "text/javascript", body: script });
    if (pathname === "/page.css") return route.fulfill({ contentType: "text/css", body: styles.join("") });
    if (pathname === "/seal.js") return route.fulfill({ contentType: "text/javascript", body: late });
    return route.fulfill({
      contentType: "text/html",
      headers: {
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
      },
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Layer</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><main id="ats-link"></main><script type="module" src="page.js"></script>`,
    });
  });
  await reopen(page);
  return page;
}

/** The same page with nothing shown and nothing logged. */
export async function reopen(page: Page): Promise<void> {
  await page.goto("http://localhost/");
  await page.waitForFunction(() => "ats" in window);
}

export const show = (page: Page, view: ViewModel): Promise<void> =>
  page.evaluate(
    (shown) =>
      new Promise<void>((done) => {
        window.ats.show(shown);
        // One frame lays the elements on the rectangles, once card and canvas are there, each a task of its own and more on a
        // busy machine.
        let frames = 0;
        const look = (): void => {
          if (frames++ < 600 && !document.querySelector(".card:not(.early)")) requestAnimationFrame(look);
          else setTimeout(done, 0);
        };
        requestAnimationFrame(look);
      }),
    view,
  );

export const actions = (page: Page): Promise<object[]> => page.evaluate(() => window.ats.actions());

/** A screen with the labels that every one has, by any name. */
export function screen(name: string, nodes: ViewNode[], more: Partial<ViewModel> = {}): ViewModel {
  return {
    screen: name as ScreenName,
    heading: `Heading of ${name}`,
    lead: "One sentence.",
    nodes,
    secondary: [],
    canGoBack: true,
    busy: false,
    turn: 0,
    step: 2,
    steps: 7,
    progress: "Step 2 of 7",
    hostTile: "CA",
    hostName: "Careers",
    backLabel: "Back",
    closeLabel: "Close",
    helpLabel: "Get help",
    textViewLabel: "Text view",
    ...more,
  };
}

export const next: ViewButton = { id: "primary", label: "Next" };

export const keyScreen = (shown: boolean, more: Partial<ViewModel> = {}): ViewModel =>
  screen(
    "api_key",
    [
      {
        id: "field:api_key",
        kind: "field",
        input: "secret",
        name: "api_key",
        label: "API key",
        help: "Shown once.",
      },
      {
        id: "show:api_key",
        kind: "reveal",
        label: "Show key",
        owner: "field:api_key",
        shown,
      },
    ],
    { primary: next, ...more },
  );

export const subdomainScreen = (more: Partial<FieldNode> = {}, view: Partial<ViewModel> = {}): ViewModel =>
  screen(
    "subdomain",
    [
      {
        id: "field:subdomain",
        kind: "field",
        input: "text",
        name: "subdomain",
        label: "Subdomain",
        suffix: ".workable.com",
        help: "The first part of the address.",
        ...more,
      },
    ],
    { primary: next, ...view },
  );
