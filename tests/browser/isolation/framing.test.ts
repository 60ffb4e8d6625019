import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { Demo } from "../support/demo.ts";
import { bareLinkSite, hostSite, originless, quietConfig, type Site } from "./hosts.ts";
import { until } from "../support/until.ts";

/** Pages around a link page, outermost first, built from the addresses of the hosts. */
type Around = (link: string, allowed: string, second: string, stranger: string) => string;

const framed = (host: string, link: string): string => `${host}/?link=${encodeURIComponent(link)}`;
const nested = (host: string, inner: string): string => `${host}/nest?inner=${encodeURIComponent(inner)}`;

const good: Record<string, Around> = {
  "a listed parent": (link, allowed) => framed(allowed, link),
  "a listed parent in another page of its own": (link, allowed) => nested(allowed, framed(allowed, link)),
  "a listed parent in a listed grandparent of another origin": (link, allowed, second) =>
    nested(second, framed(allowed, link)),
};
const bad: Record<string, Around> = {
  "a parent that is not listed": (link, _allowed, _second, stranger) => framed(stranger, link),
  "a listed parent in a grandparent that is not listed": (link, allowed, _second, stranger) =>
    nested(stranger, framed(allowed, link)),
  "a listed parent, two frames below one that is not listed": (link, allowed, second, stranger) =>
    nested(stranger, nested(second, framed(allowed, link))),
  "a parent that is not listed in a listed grandparent": (link, allowed, _second, stranger) =>
    nested(allowed, framed(stranger, link)),
  "a parent without an origin in a listed grandparent": (link, allowed) => nested(allowed, originless(link)),
};

describe("who may frame the link page", () => {
  let browser: Browser, demo: Demo;
  const sites: Site[] = [];
  let allowed: string, second: string, stranger: string;
  /** The same files without any header, and so without frame-ancestors. */
  let bare: string;
  /** The same, in a browser that does not tell its ancestors, as Firefox does not. */
  let untold: string;
  let page: Page;

  before(async () => {
    const hosts = await Promise.all([hostSite(), hostSite(), hostSite()]);
    sites.push(...hosts);
    [allowed, second, stranger] = hosts.map(({ origin }) => origin) as [string, string, string];
    const config = await quietConfig([allowed, second]);
    const withoutHeaders = await bareLinkSite({ config });
    const withoutAncestors = await bareLinkSite({
      config,
      rewrite: (path, text) =>
        path.endsWith(".html")
          ? text.replaceAll(/ integrity="[^"]*"/g, "")
          : text.replaceAll("ancestorOrigins", "ancestorsUnknown"),
    });
    sites.push(withoutHeaders, withoutAncestors);
    [bare, untold] = [withoutHeaders.origin, withoutAncestors.origin];
    demo = await Demo.start({ linkConfig: { allowedOrigins: [allowed, second] } });
    browser = await launchChromium();
    page = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    await demo.stop();
    for (const site of sites) await site.close();
  });

  /** The frame of the link page and the one around it, once the browser has decided. */
  async function frames(address: string, link: string): Promise<{ frame: Frame; host: Frame }> {
    await page.goto(address);
    const frame = await until("a frame of the link page", () => innermost(page, link));
    const host = frame.parentFrame();
    assert.ok(host);
    return { frame, host };
  }

  const told = (host: Frame): Promise<{ type: string; code?: string }[]> =>
    host.evaluate(() => (window as unknown as { heard: { type: string; code?: string }[] }).heard);

  async function works(address: string, link: string): Promise<void> {
    const { frame } = await frames(address, link);
    await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor({ timeout: 60_000 });
  }

  /** `judged`: by its ancestors, or by the origin of the hello, which comes after the question for a secure context. */
  async function refuses(address: string, link: string, judged: "by ancestors" | "by hello"): Promise<void> {
    const { frame, host } = await frames(address, link);
    // To Chromium 150 a frame below a parent without an origin is no secure context, to 156 it is.
    const secure = judged === "by ancestors" || (await frame.evaluate(() => isSecureContext));
    const heading = secure ? "This page cannot be shown here" : "This page needs a secure connection";
    const code = secure ? "ORIGIN_NOT_ALLOWED" : "INSECURE_CONTEXT";
    await frame.getByRole("heading", { level: 1, name: heading }).waitFor({ timeout: 60_000 });
    const text = await frame.locator("body").innerText();
    assert.match(text, secure ? /The site around it is not on this page’s list\./ : /has to start with https/);
    assert.ok(text.includes(code));
    assert.equal(await frame.locator("input, select, textarea, canvas").count(), 0, "nothing else is shown");
    const heard = await until("the host is told", async () => (await told(host)).length > 0 && (await told(host)));
    assert.deepEqual(heard, [{ type: "refused", code }]);
  }

  /** Loads a page of its own that may show the wizard, to its end: what is loaded already has had as long by then. */
  async function asLongAsAWizard(): Promise<void> {
    const other = await browser.newPage();
    await other.goto(framed(allowed, `${bare}/`));
    await other.frameLocator("iframe").locator(".card:not(.early)").waitFor();
    await other.close();
  }

  for (const [name, around] of Object.entries(good)) {
    it(`works below ${name}`, () =>
      works(around(demo.servers.linkUrl, allowed, second, stranger), demo.servers.linkUrl));
    it(`works below ${name}, on a host without headers`, () =>
      works(around(`${bare}/`, allowed, second, stranger), bare));
  }
  for (const [name, around] of Object.entries(bad)) {
    it(`is kept out by its header below ${name}`, async () => {
      const { frame, host } = await frames(around(demo.servers.linkUrl, allowed, second, stranger), "chrome-error:");
      assert.equal(frame.url(), "chrome-error://chromewebdata/");
      assert.deepEqual(await told(host), []);
    });
    it(`refuses by itself below ${name}, on a host without headers`, () =>
      refuses(around(`${bare}/`, allowed, second, stranger), bare, "by ancestors"));
  }

  it("works below a listed parent where the browser does not tell its ancestors", () =>
    works(framed(allowed, `${untold}/`), untold));
  it("refuses the hello of a parent that is not listed where the browser does not tell its ancestors", () =>
    refuses(framed(stranger, `${untold}/`), untold, "by hello"));
  it("refuses the hello of a parent without an origin where the browser does not tell its ancestors", () =>
    refuses(nested(allowed, originless(`${untold}/`)), untold, "by hello"));

  it("stays empty in a sandbox, which takes away its own origin and so its scripts", async () => {
    const { frame, host } = await frames(`${nested(allowed, framed(allowed, `${bare}/`))}&sandbox`, bare);
    await host.waitForFunction(() => (window as unknown as { loadedFrame?: boolean }).loadedFrame);
    await asLongAsAWizard();
    assert.equal(await frame.evaluate(() => origin), "null");
    assert.equal(await frame.locator("input, canvas, button").count(), 0);
    assert.deepEqual(await told(host), []);
  });

  it("shows nothing to a parent that never says hello", async () => {
    const { frame } = await frames(`${framed(allowed, `${bare}/`)}&quiet`, bare);
    // What says that nothing came is taken away when the page's own script begins.
    await frame.waitForFunction(() => document.readyState === "complete" && !document.querySelector(".late"));
    await asLongAsAWizard();
    assert.equal(await frame.locator("input, canvas, button").count(), 0);
  });

  it("tells a host page with the opener why, exactly once", async () => {
    await page.goto(`${stranger}/real`);
    await page.waitForFunction(() => "ats" in window);
    const outcome = await page.evaluate(async (linkUrl) => {
      const exits: unknown[] = [];
      const { ats } = window as unknown as { ats: AtsLink };
      const handler = ats.create({
        linkUrl,
        onSuccess: () => exits.push("success"),
        onExit: (error) => exits.push(error?.code),
      });
      const rejected: unknown = await handler.open().then(
        () => "opened",
        (error: unknown) => (error as { code?: string }).code,
      );
      return { rejected, exits };
    }, `${bare}/`);
    assert.deepEqual(outcome, { rejected: "ORIGIN_NOT_ALLOWED", exits: ["ORIGIN_NOT_ALLOWED"] });
  });
});

/** The innermost frame whose address begins with `start`. */
function innermost(page: Page, start: string): Frame | undefined {
  return page.frames().findLast((frame) => frame !== page.mainFrame() && frame.url().startsWith(start));
}
