import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { HostPage } from "./host_page.ts";
import { ask, calls, closed, endings, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

const lastExit = `heard.findLast((message) => message.type === "exit")`;

test("Escape on the dialog and a click on the backdrop ask the page, with their reason", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await page.mouse.click(5, 5);
  await frame.waitForFunction(`${lastExit}?.reason === "backdrop"`);
  const first = await frame.evaluate<Record<string, unknown>>(lastExit);
  assert.deepEqual(first, { type: "exit", n: 1, force: false, reason: "backdrop" });
  await frame.evaluate("say({ type: 'reply', n: 1, ok: false })");
  await page.locator("dialog").evaluate((dialog) => dialog.dispatchEvent(new Event("cancel", { cancelable: true })));
  await frame.waitForFunction(`${lastExit}?.reason === "escape"`);
  await frame.evaluate("say({ type: 'reply', n: 2, ok: true }), leave('escape')").catch(() => {});
  await closed(page);
  assert.equal((await calls(page)).at(-1)![3]?.["reason"], "escape");
});

test("exit() resolves when the user keeps going, and the wizard stays", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  const kept = page.evaluate(() => (window as unknown as HostPage).handlers["a"]!.exit());
  await frame.waitForFunction(`${lastExit}?.reason === "host"`);
  await tell(frame, (fake) => fake.say({ type: "reply", n: 1, ok: true }));
  await tell(frame, (fake) => fake.say({ type: "size", height: 300 }));
  await page.waitForFunction(() => document.querySelector<HTMLElement>("ats-link-root")?.style.height === "300px");
  await page.clock.runFor(5000);
  await tell(frame, (fake) => fake.say({ type: "reply", n: 1, ok: false }));
  await kept;
  assert.equal(await page.locator("iframe").count(), 1);
  assert.deepEqual(await endings(page), []);
});

test("a page that does not reply to exit within a second is closed", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  const done = page.evaluate(() => (window as unknown as HostPage).handlers["a"]!.exit());
  await frame.waitForFunction(`${lastExit}?.reason === "host"`);
  await page.clock.runFor(1100);
  await done;
  assert.equal(await page.locator("iframe").count(), 0);
  assert.equal((await calls(page)).at(-1)![3]?.["reason"], "host");
});

test("exit({force}) closes at once and carries the last error that was seen", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  await frame.evaluate(`say({ type: "event", event: { ...base("failed"), name: "ERROR",
    error: { code: "TIMEOUT", message: "late", displayMessage: "Late", retryable: true, step: "verifying" } } })`);
  await page.waitForFunction(() => (window as unknown as HostPage).calls.at(-1)?.[2]?.["name"] === "ERROR");
  await page.evaluate(() => (window as unknown as HostPage).handlers["a"]!.exit({ force: true }));
  const exit = (await calls(page)).at(-1)!;
  assert.equal(exit[2], null);
  assert.equal(exit[3]?.["step"], "failed");
  assert.equal((exit[3]["lastError"] as { code: string }).code, "TIMEOUT");
});

test("back() gives the page's answer, and false where nobody answers or nothing is open", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  const yes = page.evaluate(() => (window as unknown as HostPage).handlers["a"]!.back());
  await frame.waitForFunction(`heard.at(-1).type === "back"`);
  await tell(frame, (fake) => fake.say({ type: "reply", n: 1, ok: true }));
  assert.equal(await yes, true);
  const silent = page.evaluate(() => (window as unknown as HostPage).handlers["a"]!.back());
  await frame.waitForFunction(`heard.at(-1).n === 2`);
  await page.clock.runFor(1100);
  assert.equal(await silent, false);
  await ask(page, (host) => host.handlers["a"]!.exit({ force: true }));
  assert.equal(await ask(page, (host) => host.handlers["a"]!.back()), false);
});

test("a state that is over is SESSION_EXPIRED, and the same handler opens anew with another", async () => {
  const page = await stand.newPage();
  let frame = await open(page, stand.linkUrl, "a", { state: "over" });
  const error = `{ code: "SESSION_EXPIRED", message: "HTTP 410", displayMessage: null, retryable: false, step: "session" }`;
  const metadata = `{ ...base("session"), reason: "error", lastError: ${error} }`;
  await frame.evaluate(`say({ type: "exit", error: ${error}, metadata: ${metadata} })`).catch(() => {});
  await closed(page);
  const exit = (await calls(page)).at(-1)!;
  assert.deepEqual([exit[2]?.["code"], exit[3]?.["reason"]], ["SESSION_EXPIRED", "error"]);
  await page.evaluate(async () => {
    const handler = (window as unknown as HostPage).handlers["a"]!;
    handler.update({ state: "another" });
    await handler.open();
  });
  frame = page.frames().at(-1)!;
  const states = `heard.filter(({ type }) => type === "open").map(({ config }) => config.state).join()`;
  assert.equal(await frame.evaluate(states), "another");
});
