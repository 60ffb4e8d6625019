import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import { Demo } from "../support/demo.ts";
import { judgeFields } from "../support/manager_rules.ts";
import { decode } from "../support/pixels.ts";
import { walkingPage } from "../support/walking_page.ts";

const opener = readFileSync(join(import.meta.dirname, "../../../dist/opener/ats-link.js"), "utf8");

/**
 * Resets, huge type and tricks, as careless and hostile sites have them, each with all the weight that CSS has. The
 * limit: what the host does to its root (`zoom`, `clip-path`) it does to the dialog too.
 */
const hostile = `
  html { direction: rtl !important; font-size: 60px; }
  body { transform: rotate(4deg) scale(0.8); filter: blur(2px); }
  body *, body *::before, body *::after {
    all: unset !important; opacity: 0.3 !important; transform: skew(20deg) !important; font: 60px cursive !important;
    letter-spacing: 1em !important; direction: rtl !important; pointer-events: none !important; color: lime !important;
    clip-path: circle(10%) !important; animation: spin 1s infinite !important;
  }
  @keyframes spin { to { rotate: 1turn } }
  input { opacity: 0 !important; }
  dialog, iframe { zoom: 2 !important; }
  body iframe, body dialog iframe { display: none !important; width: 10px !important; height: 10px !important; }
  body dialog, body dialog[open] { display: none !important; inset: auto 0 0 auto !important; width: 20px !important; }
  dialog::backdrop { display: none !important; }
`;

describe("in a host page with hostile styles", () => {
  let demo: Demo, page: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo, { canvas: true, viewport: { width: 1000, height: 800 } });
  });
  after(() => demo.stop());

  /** The host's own sheet, before the opener's: built by script, as the demo's policy allows no other. */
  const addSheet = (css: string): Promise<void> =>
    page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.unshift(sheet);
    }, css);

  /** Waits for the card with the canvas, not for what stands in its place before. */
  const canvasIn = (iframe: string): Promise<void> => page.frameLocator(iframe).locator(".card:not(.early)").waitFor();

  /** The colours of the dialog's face, without its round corners, where the page shows through. */
  async function face(): Promise<number[]> {
    await canvasIn("dialog iframe");
    // Playwright's own screenshot cuts out the wrong place of a wide page from right to left.
    const session = await page.context().newCDPSession(page);
    const look = async () => {
      const { data } = await session.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: false });
      const pixels = decode(Buffer.from(data, "base64"));
      const colors: number[] = [];
      for (let y = 40; y < 760; y++) for (let x = 296; x < 704; x++) colors.push(pixels.key(x, y));
      return colors;
    };
    // Until it is painted and stands still.
    let [last, next] = [await look(), await look()];
    for (let tries = 0; tries < 50 && (new Set(next).size < 20 || String(last) !== String(next)); tries++)
      [last, next] = [next, await look()];
    return next;
  }

  it("G7 the dialog looks as it does without the styles, to the pixel", async () => {
    const faces: number[][] = [];
    for (const css of ["", hostile]) {
      await page.goto(demo.servers.hostUrl);
      await page.evaluate(opener);
      await addSheet(css);
      await page.evaluate((linkUrl) => {
        const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
        void api.create({ linkUrl, onSuccess: () => {} }).open();
      }, demo.servers.linkUrl);
      faces.push(await face());
    }
    const [plain = [], bent = []] = faces;
    assert.ok(new Set(plain).size > 20, "the wizard is painted");
    assert.equal(plain.filter((color, index) => color !== bent[index]).length, 0);
  });

  it("G7 in a container the frame keeps its own style; what the host does to the container itself is the limit", async () => {
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(opener);
    await addSheet(hostile.replace("body {", "nothing {").replace("body *, body *::before", "iframe, iframe::before"));
    await page.evaluate((linkUrl) => {
      const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
      const container = document.createElement("section");
      container.style.width = "440px";
      document.body.replaceChildren(container);
      void api.create({ linkUrl, container, onSuccess: () => {} }).open();
    }, demo.servers.linkUrl);
    await canvasIn("section iframe");
    const style = await page.locator("section iframe").evaluate((iframe) => {
      const { opacity, clipPath, transform, width, display } = getComputedStyle(iframe);
      return { opacity, clipPath, transform, width, display };
    });
    const own = {
      opacity: "1",
      clipPath: "none",
      transform: "none",
      width: "440px",
      display: "block",
    };
    assert.deepEqual(style, own);
    const frame = page.frames()[1];
    assert.ok(frame);
    assert.deepEqual((await judgeFields(frame)).faults, []);
  });
});
