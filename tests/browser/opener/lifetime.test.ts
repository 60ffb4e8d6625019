import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import type { HostPage } from "./host_page.ts";
import { ask, calls, closed, endings, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

/** Everything the opener could leave in a page. */
const traces = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    html: document.body.innerHTML,
    bodyStyle: document.body.getAttribute("style"),
    sheets: document.adoptedStyleSheets.length,
    scroll: scrollY,
    focus: document.activeElement?.id,
  }));

test("after destroy the page is what it was before: nodes, sheets, scroll and focus", async () => {
  const page = await stand.newPage();
  await page.locator("#connect").focus();
  await page.evaluate(() => scrollTo(0, 120));
  const before = await traces(page);
  const frame = await open(page, stand.linkUrl);
  assert.equal(await page.evaluate(() => document.body.getAttribute("style")), null);
  await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
  await tell(frame, (fake) => fake.say({ type: "size", height: 400 }));
  await ask(page, (host) => host.handlers["a"]!.destroy());
  assert.deepEqual(await traces(page), before);
  assert.equal(await ask(page, (host) => host.handlers["a"]!.state), "destroyed");
  assert.deepEqual(await endings(page), ["exit"]);
});

test("a timer of a destroyed handler does not fire", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    host
      .make("a", { linkUrl })
      .open()
      .catch(() => {});
    host.handlers["a"]?.destroy();
  }, `${stand.linkUrl}?mute`);
  await page.clock.runFor(20_000);
  assert.deepEqual(await endings(page), ["exit"]);
  assert.equal((await calls(page)).at(-1)![2], null);
});

test("open() while it is open moves the focus and starts nothing", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await ask(page, (host) => host.handlers["a"]!.open());
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "IFRAME");
  assert.equal(await page.locator("iframe").count(), 1);
  assert.equal(await frame.evaluate("hellos.length"), 1);
});

test("focus goes to the first element that takes it when the old one is gone", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await page.evaluate(() => document.getElementById("connect")?.remove());
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "before");
});

test("two handlers keep apart, also when both are open", async () => {
  const page = await stand.newPage();
  const first = await open(page, stand.linkUrl, "first", { provider: "workable" });
  await page.evaluate(
    (linkUrl) => void (window as unknown as HostPage).make("second", { linkUrl }).open(),
    stand.linkUrl,
  );
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["second"]?.state === "open");
  const second = page.frames().at(-1)!;
  const nonces = [first, second].map((frame) => tell(frame, (fake) => fake.hellos[0]!.data["nonce"]));
  assert.notEqual(await nonces[0], await nonces[1]);
  await tell(second, (fake) => fake.leave()).catch(() => {});
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["second"]?.state === "idle");
  assert.equal(await ask(page, (host) => host.handlers["first"]!.state), "open");
  await tell(first, (fake) => fake.succeed());
  await page.waitForFunction(() => (window as unknown as HostPage).calls.at(-1)?.[1] === "success");
  const ends = (await calls(page)).filter(([, callback]) => callback === "success" || callback === "exit");
  assert.deepEqual(
    ends.map(([name, callback]) => `${name} ${callback}`),
    ["second exit", "first success"],
  );
});

test("create, destroy, create of a strict mode leaves one live wizard, many times over", async () => {
  const page = await stand.newPage();
  const before = await traces(page);
  await page.evaluate(async (linkUrl) => {
    const host = window as unknown as HostPage;
    for (let i = 0; i < 25; i++) {
      host
        .make("a", { linkUrl })
        .open()
        .catch(() => {});
      host.handlers["a"]?.destroy();
    }
    await host.make("a", { linkUrl }).open();
  }, stand.linkUrl);
  assert.equal(await page.locator("iframe").count(), 1);
  await ask(page, (host) => host.handlers["a"]!.destroy());
  assert.deepEqual(await traces(page), before);
  assert.equal((await endings(page)).length, 26);
});

test("a frame that the host removed ends its session, and the next open() starts anew", async () => {
  const page = await stand.newPage();
  await open(page, stand.linkUrl);
  await page.evaluate(() => document.querySelector("dialog")?.remove());
  await ask(page, (host) => host.handlers["a"]!.open());
  assert.deepEqual(await endings(page), ["exit"]);
  assert.equal(await page.locator("iframe").count(), 1);
});
