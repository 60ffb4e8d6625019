import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { Demo } from "../support/demo.ts";
import { decode, groundAndInk } from "../support/pixels.ts";
import { button, openWidget, textbox, toSubdomain, type Widget } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";
import { until } from "../support/until.ts";

const darkReader = join(import.meta.dirname, "../../../node_modules/darkreader/darkreader.js");

/** What tests/browser/dom tries on the DOM layer alone, with module, painter and page around it. */
describe("the whole page in the window that a person has", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  afterEach(() => demo.closePages());
  after(() => demo.stop());

  const isTextView = ({ frame }: Widget, wanted: boolean): Promise<void> =>
    frame.locator(`.card${wanted ? ".text-view" : ":not(.text-view)"}`).waitFor();

  for (const textView of [false, true])
    it(`P16 on a low card in the ${textView ? "Text" : "canvas"} view what View more brings first is focused and seen`, async () => {
      const page = await walkingPage(demo, { canvas: true, viewport: { width: 440, height: 460 } });
      const widget = await openWidget(page, demo.servers.hostUrl);
      if (textView) await widget.frame.getByRole("switch").click();
      await isTextView(widget, textView);
      const rows = widget.frame.locator(".choice");
      const before = await rows.count();
      const more = button(widget, "View more ATS integrations");
      await more.focus();
      // At the edge, so that a row, which is higher, is not seen whole by itself.
      await more.evaluate((target) => target.scrollIntoView({ block: "end" }));
      await page.keyboard.press("Enter");
      await more.waitFor({ state: "detached" });
      const first = rows.nth(before);
      await first.and(widget.frame.locator(":focus")).waitFor();
      // The focus comes before the picture with which it is scrolled to.
      await until("the row is seen whole", async () => {
        const [row, scroller, window] = await first.evaluate((target) =>
          [target, target.closest(".scroll"), document.documentElement].map((part) => {
            const { top, bottom } = part?.getBoundingClientRect() ?? new DOMRect();
            return { top, bottom };
          }),
        );
        assert.ok(row && scroller && window);
        return row.top >= Math.max(scroller.top, 0) && row.bottom <= Math.min(scroller.bottom, window.bottom);
      });
    });

  it("P21 darkened by Dark Reader in the light canvas view, what is typed is read", async () => {
    // An extension's style elements are not held to the page's policy.
    const page = await walkingPage(demo, { canvas: true, colorScheme: "light", bypassCSP: true });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    const field = textbox(widget, "Subdomain");
    await field.fill("mmmmmmmm");
    await isTextView(widget, false);
    const frame = page.frames().at(-1)!;
    await frame.addScriptTag({ path: darkReader });
    await frame.evaluate(() =>
      (window as unknown as { DarkReader: { enable(theme: object): void } }).DarkReader.enable({}),
    );
    await isTextView(widget, true);
    await button(widget, "Close").focus();
    // Dark Reader goes on after the first colour that gave it away.
    const { ratio } = await until("the field is dark", async () => {
      const seen = groundAndInk(decode(await field.screenshot()), { x: 4, y: 4, width: 120, height: 36 });
      return Math.max(...seen.ground) < 90 && seen;
    });
    assert.ok(ratio >= 4.5, `${ratio.toFixed(2)}:1`);
  });
});
