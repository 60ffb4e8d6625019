import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Browser, FrameLocator, Page, Route } from "playwright-core";
import { startServers, type ServerOptions, type Servers } from "../../../web/dev/start_servers.ts";
import type { AtsLink } from "../../../web/types/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { hostHearsAll, logPorts } from "../support/port_log.ts";

const fromRoot = (path: string): string => readFileSync(join(import.meta.dirname, "../../..", path), "utf8");
const opener = fromRoot("dist/opener/ats-link.js");
const de = JSON.parse(fromRoot("locales/de.json")) as Record<string, string>;

// The real page, as ./run serves it: how it starts, and how it does not.
let browser: Browser;
let page: Page;
let servers: Servers;
const open: Servers[] = [];

before(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  servers = await serve();
});
afterEach(() => page.unrouteAll());
after(async () => {
  await browser.close();
  await Promise.all(open.map((servers) => servers.close()));
});

async function serve(options: ServerOptions = {}): Promise<Servers> {
  const servers = await startServers(options);
  open.push(servers);
  return servers;
}

/** Opens the widget in the demo and returns its frame. */
async function openFrame(hostUrl = servers.hostUrl, on = page): Promise<FrameLocator> {
  await on.goto(hostUrl);
  await on.getByRole("button", { name: "Settings" }).first().click();
  await on.getByRole("button", { name: "Connect ATS" }).click();
  return on.frameLocator("dialog iframe");
}

/** Waits for the screen with this heading, or for any. On a slow machine another one may say before that nothing came yet. */
const heading = (target: Page | FrameLocator, name?: string): Promise<void> =>
  target.getByRole("heading", { level: 1, ...(name !== undefined && { name, exact: true }) }).waitFor();

test("the page starts under its own policy without a violation or an error", async () => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective));
  });
  const frame = await openFrame();
  await heading(frame, "Connect your ATS");
  await frame.locator(".card:not(.early)").waitFor();
  assert.equal(await frame.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width > 0), true);
  assert.equal(await frame.getByRole("switch").getAttribute("aria-checked"), "false");
  assert.deepEqual(errors, []);
});

test("without WebGL the page starts in Text view", async () => {
  const without = await browser.newPage();
  await without.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind === "webgl2" ? null : (getContext as (...args: unknown[]) => unknown).call(this, kind, ...rest);
    } as typeof getContext;
  });
  const frame = await openFrame(servers.hostUrl, without);
  await heading(frame);
  await frame.getByRole("switch", { name: "Text view", checked: true }).waitFor();
  await without.close();
});

test("a wrong field of link.config.json is named, and nothing else is shown", async () => {
  const { linkUrl } = await serve({ linkConfig: { verify: "perhaps" } });
  await page.goto(linkUrl);
  await heading(page, "This page is not set up yet");
  const text = (await page.locator("main").textContent()) ?? "";
  assert.match(text, /link\.config\.json: verify: expected/);
  assert.match(text, /CONFIG_INVALID/);
  assert.equal(await page.locator("canvas, input").count(), 0);
});

test("a parent that is not on the list sees ORIGIN_NOT_ALLOWED and nothing else", async () => {
  const { hostUrl, linkUrl } = await serve({ linkConfig: { allowedOrigins: ["https://app.example.com"] } });
  // The server's own header would keep the frame out; the page has to refuse by itself as well.
  await page.route(linkUrl, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  const frame = await openFrame(hostUrl);
  await heading(frame, "This page cannot be shown here");
  assert.match((await frame.locator("main").textContent()) ?? "", /ORIGIN_NOT_ALLOWED/);
  assert.equal(await frame.locator("canvas, input").count(), 0);
  await frame.getByRole("button", { name: "Close" }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
});

test("a module that does not arrive gives LOAD_FAILED, help, and a second try that works", async () => {
  await page.route("**/*.wasm", (route) => route.abort());
  const frame = await openFrame();
  await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
  await frame.getByRole("button", { name: "Get help" }).click();
  assert.notEqual(await frame.getByRole("status").textContent(), "");
  await page.unroute("**/*.wasm");
  await frame.getByRole("button", { name: "Try again" }).click();
  await frame.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
});

test("the host's language may take longer than a first screen: the page waits for it, and so does the host", async () => {
  const late = /\/assets\/de\.[^/]*\.json$/;
  await page.clock.install();
  await logPorts(page);
  await page.addInitScript(() => {
    const every = window.setInterval.bind(window);
    Object.assign(window, { signs: 0 });
    window.setInterval = ((task: () => void, ms: number) => {
      if (ms === 4_000) (window as unknown as { signs: number }).signs++;
      return every(task, ms);
    }) as typeof setInterval;
  });
  const held: Route[] = [];
  await page.route(late, (route) => void held.push(route));
  const asked = page.waitForRequest(late);
  await page.goto(servers.hostUrl);
  await page.evaluate(opener);
  await page.evaluate((linkUrl) => {
    const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
    void api
      .create({ linkUrl, locale: "de", onSuccess() {} })
      .open()
      .catch(() => {});
  }, servers.linkUrl);
  // The module is there: it is the words alone that are waited for.
  const link = (await asked).frame();
  await link.waitForFunction(() => (window as unknown as { signs: number }).signs === 2);
  // Second by second, so that what the page says arrives before the host's next second.
  for (let second = 0; second < 13; second++) {
    await hostHearsAll(page, link);
    await page.clock.runFor(1_000);
  }
  await held[0]?.continue();
  const frame = page.frameLocator("dialog iframe");
  await heading(frame, de["provider.heading"]);
});

test("a module that was changed on its way is not run", async () => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  const frame = await openFrame();
  await frame.getByRole("heading", { level: 1, name: "This page did not load" }).waitFor();
  assert.equal(await frame.getByRole("searchbox").count(), 0);
});

test("a page of its own without a link says where to start", async () => {
  await page.goto(servers.linkUrl);
  await heading(page, "Nothing to connect here yet");
});

test("a hosted link loses its fragment before anything is shown, and one that is over says so", async () => {
  const { linkUrl } = await serve({ handoverMode: "post" });
  const state = Buffer.from(JSON.stringify({ state: "unknown" })).toString("base64url");
  await page.goto(`${linkUrl}#${state}`);
  await heading(page);
  assert.equal(page.url(), linkUrl);
  await page
    .getByText(/no longer|expired|over|again|new/i)
    .first()
    .waitFor();
});

test("an Escape in the frame closes the dialog of the host", async () => {
  const frame = await openFrame();
  await heading(frame);
  await frame.getByRole("searchbox").press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
});
