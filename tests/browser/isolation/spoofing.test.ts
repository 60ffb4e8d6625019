import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import { messageOf, randomPicks } from "../../web/link/spoofs.ts";
import type { AtsLink } from "../../../web/types/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { bareLinkSite, hostSite, quietConfig, type Site } from "./hosts.ts";
import { until } from "../support/until.ts";

const hello = { atsLink: 1, nonce: "f".repeat(32) };

/** What a spoofer sends: as often a perfect hello with its port as something malformed, all of it fit to be cloned. */
function spoofs(count: number, seed: number): unknown[] {
  const pick = randomPicks(seed);
  return Array.from({ length: count }, (_, index) => {
    if (index % 2 === 0) return hello;
    return (JSON.parse(JSON.stringify([messageOf(pick)])) as [unknown])[0];
  });
}

interface Line {
  port: MessagePort;
  heard: { type: string }[];
}
/** The globals of a host page of hosts.ts, and the link page's own counter. */
interface Globals {
  begin(): void;
  hello(data?: unknown, ports?: number): Line;
  port: MessagePort;
  heard: { type: string }[];
  loadedFrame?: boolean;
  atsLinkIgnored: number;
  answers: number;
}

/** Runs in a page: posts each spoof with a port of its own to what `target` gives, and counts the answers. */
const postAll = `(spoofs, target) => {
  window.answers ??= 0;
  for (const data of spoofs) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.answers++;
    target().postMessage(data, "*", [port2]);
  }
}`;

describe("messages that do not come from the host page by its port", () => {
  let browser: Browser;
  const sites: Site[] = [];
  let host: string, stranger: string, link: string;
  let page: Page;
  let sent = 0;
  let counted = 0;

  before(async () => {
    const [listed, other] = await Promise.all([hostSite(), hostSite()]);
    [host, stranger] = [listed.origin, other.origin];
    const site = await bareLinkSite({ config: await quietConfig([host]), elsewhere: `${stranger}/lookalike` });
    link = site.origin;
    sites.push(listed, other, site);
    browser = await launchChromium();
    page = await browser.newPage();
  });
  after(async () => {
    console.log(`spoofed messages: ${String(sent)}, accepted: ${String(sent - counted)}`);
    await browser.close();
    for (const site of sites) await site.close();
  });

  const ignored = (frame: Frame): Promise<number> =>
    frame.evaluate(() => (window as unknown as Globals).atsLinkIgnored);
  /** Waits until all messages that a frame was sent in a test are ignored: each is counted, and counted once. */
  async function allIgnored(frame: Frame, count: number, more = count): Promise<void> {
    sent += more;
    await until(`${String(count)} messages are ignored`, async () => (await ignored(frame)) >= count);
    assert.equal(await ignored(frame), count);
    counted += more;
  }

  /** A host page that says hello only when told to, and its link page. */
  async function openHost(): Promise<Frame> {
    await page.goto(`${host}/?quiet&link=${encodeURIComponent(`${link}/`)}`);
    await page.waitForFunction(() => (window as unknown as Globals).loadedFrame);
    return until("the link page", () => page.frames().find((each) => each.url().startsWith(link)));
  }
  const begin = (): Promise<void> => page.evaluate(() => (window as unknown as Globals).begin());
  const searchBox = (frame: Frame) => frame.getByRole("searchbox", { name: "Search integrations" });

  /** A frame of another origin beside the link page. */
  async function addSibling(): Promise<Frame> {
    await page.evaluate((src) => {
      const sibling = document.createElement("iframe");
      sibling.src = src;
      document.body.append(sibling);
    }, `${stranger}/real`);
    const sibling = await until("the sibling", () => page.frames().find((each) => each.url().startsWith(stranger)));
    await sibling.waitForLoadState();
    return sibling;
  }

  it("a sibling frame's hellos are ignored before the host's, and change nothing after it", async () => {
    const frame = await openHost();
    const sibling = await addSibling();
    const before = spoofs(300, 1);
    await sibling.evaluate(`(${postAll})(${JSON.stringify(before)}, () => parent.frames[0])`);
    await allIgnored(frame, before.length);
    assert.equal(await frame.locator("input, canvas").count(), 0, "nobody has opened it yet");
    await begin();
    await searchBox(frame).fill("green");
    const after = spoofs(200, 2);
    await sibling.evaluate(`(${postAll})(${JSON.stringify(after)}, () => parent.frames[0])`);
    await allIgnored(frame, before.length + after.length, after.length);
    assert.equal(await searchBox(frame).inputValue(), "green");
    assert.equal(await sibling.evaluate(() => (window as unknown as Globals).answers), 0);
  });

  it("a second handshake of the host itself, with another port or with two, is ignored", async () => {
    const frame = await openHost();
    await page.evaluate((data) => {
      const lines = window as unknown as Globals & { early: Line[] };
      // Two ports, no port, the nonce of nobody: none of these is a hello.
      lines.early = [lines.hello(data, 2), lines.hello(data, 0), lines.hello({ ...data, nonce: "no" })];
    }, hello);
    await allIgnored(frame, 3);
    await begin();
    await searchBox(frame).fill("green");
    const heard = await page.evaluate((data) => {
      const lines = window as unknown as Globals & { late: Line[] };
      lines.late = Array.from({ length: 100 }, () => lines.hello(data));
      return lines.heard.length;
    }, hello);
    await allIgnored(frame, 103, 100);
    assert.equal(await searchBox(frame).inputValue(), "green");
    const lines = await page.evaluate(() => {
      const { early, late } = window as unknown as { early: Line[]; late: Line[] };
      return [...early, ...late].flatMap((line) => line.heard);
    });
    assert.deepEqual(lines, [], "no other port was answered");
    assert.ok(heard > 0, "and the first one was");
  });

  it("malformed messages on the host's own port are ignored, and the walk goes on", async () => {
    const frame = await openHost();
    await begin();
    await searchBox(frame).fill("workab");
    const malformed = spoofs(600, 3).filter((message) => message !== hello);
    await page.evaluate((messages) => {
      const { port } = window as unknown as Globals;
      for (const message of messages) port.postMessage(message);
    }, malformed);
    await allIgnored(frame, malformed.length);
    assert.equal(await searchBox(frame).inputValue(), "workab");
    await frame.getByRole("button", { name: "Workable", exact: true }).click();
    await frame.getByRole("heading", { level: 1, name: "How do you want to connect Workable?" }).waitFor();
  });

  it("the window that opened the link page as a page of its own cannot drive it", async () => {
    await page.goto(`${host}/real`);
    const popup = page.waitForEvent("popup");
    await page.evaluate((url) => void Object.assign(window, { opened: window.open(url) }), `${link}/`);
    const opened = await popup;
    await opened.getByRole("heading", { level: 1, name: "Nothing to connect here yet" }).waitFor({ timeout: 60_000 });
    const messages = spoofs(200, 4);
    await page.evaluate(`(${postAll})(${JSON.stringify(messages)}, () => window.opened)`);
    await allIgnored(opened.mainFrame(), messages.length);
    assert.equal(await opened.locator("input, canvas").count(), 0);
    assert.equal(await page.evaluate(() => (window as unknown as Globals).answers), 0);
  });

  it("a page around the host page cannot speak for it", async () => {
    await page.goto(
      `${host}/nest?inner=${encodeURIComponent(`${host}/?quiet&link=${encodeURIComponent(`${link}/`)}`)}`,
    );
    const frame = await until("the link page", () => page.frames().find((each) => each.url().startsWith(link)));
    await frame.waitForFunction(() => document.getElementById("ats-link"));
    const messages = spoofs(200, 5);
    await page.evaluate(`(${postAll})(${JSON.stringify(messages)}, () => window[0][0])`);
    await allIgnored(frame, messages.length);
    assert.equal(await frame.locator("input, canvas").count(), 0);
  });

  it("an address that leads elsewhere before the hello gets no hello, and the host hears FRAME_BLOCKED", async () => {
    await page.clock.install();
    await page.addInitScript(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      addEventListener("message", ({ data }) => seen.push(data));
    });
    await page.goto(`${host}/real`);
    await page.waitForFunction(() => "ats" in window);
    const refused = page.waitForEvent("console", (message) => message.text().includes("target origin"));
    await page.evaluate((linkUrl) => {
      const { ats } = window as unknown as { ats: AtsLink };
      const told = (error: unknown): void => void Object.assign(window, { outcome: (error as { code: string }).code });
      ats
        .create({ linkUrl, onSuccess: () => {}, onExit: told })
        .open()
        .catch(told);
    }, `${link}/moved`);
    await refused;
    const elsewhere = await until("the other page", () =>
      page.frames().find((each) => each.url().startsWith(stranger)),
    );
    assert.deepEqual(await elsewhere.evaluate(() => (window as unknown as { seen: unknown[] }).seen), []);
    await page.clock.runFor(9000);
    await page.waitForFunction(() => "outcome" in window);
    assert.equal(await page.evaluate(() => (window as unknown as { outcome: string }).outcome), "FRAME_BLOCKED");
  });
});
