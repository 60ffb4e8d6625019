import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Frame, Page } from "playwright-core";
import type { OpenOptions } from "../../../web/types/index.ts";
import { until } from "../support/until.ts";
import type { HostPage } from "./host_page.ts";
import { ask, closed, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

const saved = { step: "subdomain", fields: { subdomain: "acme" } };

const reach = (frame: Frame): Promise<void> =>
  frame.evaluate((at) => (window as unknown as { say(message: unknown): void }).say(at), {
    type: "snapshot",
    ...saved,
  });

async function finish(page: Page, frame: Frame, end: string): Promise<void> {
  await frame.evaluate(end).catch(() => {}); // The frame may go before it answers.
  await closed(page);
}

/** Opens, gets as far as the subdomain, and ends there. */
async function began(config: OpenOptions, end: string): Promise<Page> {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", config);
  await reach(frame);
  await finish(page, frame, end);
  return page;
}

/** What the page hears that is opened now; `before` may still be there. */
async function broughtBack(page: Page, before?: Frame): Promise<unknown> {
  const frame = await until("the page", (): Frame | undefined =>
    page.frames().find((each) => each !== before && each !== page.mainFrame() && each.url().startsWith(stand.linkUrl)),
  );
  await frame.waitForFunction(`window.heard?.length > 0`);
  return (await tell(frame, (fake) => fake.heard[0]))!["snapshot"];
}

/** What a page hears that the same handler opens. */
async function again(page: Page, options: OpenOptions = {}): Promise<unknown> {
  await page.evaluate((given) => {
    const { handlers } = window as unknown as { handlers: Record<string, { open(o: object): Promise<void> }> };
    void handlers["a"]!.open(given).catch(() => {});
  }, options);
  return broughtBack(page);
}

for (const reason of ["user_closed", "escape", "backdrop"])
  test(`who closed (${reason}) and opens again gets back what was there, in a session of its own`, async () => {
    const page = await began({ state: "nonce" }, `leave("${reason}")`);
    assert.deepEqual(await again(page), saved);
  });

test("who opens again as soon as the end is told gets back what was there", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", { state: "nonce" });
  await reach(frame);
  await ask(page, ({ handlers: { a } }) => {
    a!.update({ onEvent: ({ name }) => void (name === "EXIT" && a!.open()) });
  });
  await frame.evaluate(`leave()`).catch(() => {}); // The frame may go before it answers.
  assert.deepEqual(await broughtBack(page, frame), saved);
});

test("nothing is kept after a success", async () => {
  const page = await began({ state: "nonce" }, `succeed(), leave()`);
  assert.equal(await again(page), undefined);
});

/** The same, begun in light, with changes on the way. */
async function changed(themes: readonly ("light" | "dark")[], end: string): Promise<Page> {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", { state: "nonce", theme: "light" });
  await reach(frame);
  for (const theme of themes) {
    await page.evaluate((to) => (window as unknown as HostPage).handlers["a"]!.update({ theme: to }), theme);
    await reach(frame);
  }
  await finish(page, frame, end);
  return page;
}

for (const [themes, before] of [
  [["dark"], "light"],
  [["dark", "light"], "dark"],
] as const)
  test(`nothing is kept after a success, for what was changed to ${themes.join(" and ")} in it either`, async () => {
    const page = await changed(themes, `succeed(), leave()`);
    assert.equal(await again(page, { theme: before }), undefined);
  });

test("what ended after a change is brought back with it, and not with what was there before", async () => {
  assert.deepEqual(await again(await changed(["dark"], `leave()`)), saved);
  assert.equal(await again(await changed(["dark"], `leave()`), { theme: "light" }), undefined);
});

for (const [what, options] of [
  ["of another session of the backend", { state: "another" }],
  ["for another ATS", { provider: "workable" }],
  ["that asks for another scope", { scopes: { required: ["r_jobs"] } }],
  ["that reconnects", { mode: "relink", provider: "workable" }],
] as [string, OpenOptions][])
  test(`an opening ${what} inherits nothing`, async () => {
    const page = await began({ state: "nonce" }, `leave()`);
    assert.equal(await again(page, options), undefined);
  });

test("another handler inherits nothing, nor does anything after destroy()", async () => {
  const page = await began({ state: "nonce" }, `leave()`);
  const other = await open(page, stand.linkUrl, "b", { state: "nonce" });
  assert.equal((await tell(other, (fake) => fake.heard[0]))!["snapshot"], undefined);
  await ask(page, (host) => host.handlers["b"]!.destroy());
  await closed(page);
  await ask(page, (host) => host.handlers["a"]!.destroy());
  const code = await ask(page, (host) =>
    host.handlers["a"]!.open().then(
      () => "opened",
      (error: unknown) => (error as { code: string }).code,
    ),
  );
  assert.equal(code, "CONFIG_INVALID");
});
