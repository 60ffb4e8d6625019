import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { version } from "../../../web/opener/version.ts";
import type { HostPage } from "./host_page.ts";
import { ask, calls, endings, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

test("a frame that is loaded again gets the last snapshot, in the same session", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", { state: "nonce" });
  const nonce = await tell(frame, (fake) => fake.hellos[0]!.data["nonce"]);
  await frame.evaluate(`say({ type: "snapshot", step: "subdomain", fields: { subdomain: "ac" } }),
    say({ type: "snapshot", step: "subdomain", fields: { subdomain: "acme" } })`);
  await frame.evaluate("location.reload()").catch(() => {});
  await frame.waitForFunction(`window.heard?.length === 1 && heard[0].snapshot`);
  const { hellos, heard } = await tell(frame, (fake) => ({ hellos: fake.hellos, heard: fake.heard }));
  assert.equal(hellos[0]!.data["nonce"], nonce);
  assert.deepEqual(heard[0], {
    type: "open",
    version,
    config: { state: "nonce" },
    snapshot: { step: "subdomain", fields: { subdomain: "acme" } },
  });
  assert.equal((await calls(page)).filter(([, callback]) => callback === "load").length, 1);
  assert.deepEqual(await endings(page), []);
});

test("help goes to the host: the dialog steps aside with what was typed, and a button brings it back", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    const onRequest = (context: unknown): void =>
      void host.calls.push(["a", "help", context as Record<string, unknown>]);
    void host.make("a", { linkUrl, support: { email: "help@host.example", onRequest } }).open();
  }, stand.linkUrl);
  await page.waitForFunction(() => (window as unknown as HostPage).handlers["a"]?.state === "open");
  const frame = page.frames().at(-1)!;
  const { config } = (await tell(frame, (fake) => fake.heard[0]))!;
  assert.deepEqual(config, { support: { email: "help@host.example" }, supportRequest: true });
  await frame.getByLabel("Subdomain").fill("acme");
  await frame.evaluate(`say({ type: "help", context: { step: "subdomain", sessionId: base().sessionId } })`);
  const back = page.getByRole("button", { name: "Continue connecting" });
  await back.waitFor();
  assert.equal(await page.locator("dialog").isVisible(), false);
  assert.equal((await calls(page)).at(-1)![2]?.["step"], "subdomain");
  await page.locator("#other").fill("the host page works meanwhile");
  await back.click();
  await frame.waitForFunction(`heard.at(-1).type === "resume"`);
  assert.equal(await page.locator("dialog").isVisible(), true);
  assert.equal(await back.count(), 0);
  assert.equal(await frame.getByLabel("Subdomain").inputValue(), "acme");
  assert.deepEqual(await endings(page), []);
});

test("update() reaches the open wizard, and a wrong one is refused before it does", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", { locale: "en" });
  await ask(page, (host) => host.handlers["a"]!.update({ locale: "de", theme: { scheme: "dark", accent: "#113355" } }));
  await frame.waitForFunction(`heard.at(-1).type === "update"`);
  assert.deepEqual((await tell(frame, (fake) => fake.heard.at(-1)))!["patch"], {
    locale: "de",
    theme: { scheme: "dark", accent: "#113355" },
  });
  const code = await page.evaluate(() => {
    try {
      (window as unknown as HostPage).handlers["a"]!.update({ handover: "x" } as object);
      return "taken";
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
  assert.equal(code, "CONFIG_INVALID");
});

test("link() resolves with the sealed token, and rejects when the user closes", async () => {
  const page = await stand.newPage();
  for (const [act, expected] of [
    ["succeed", { publicToken: "sealed", subdomain: "acme" }],
    ["leave", { code: "USER_CLOSED" }],
  ] as const) {
    const result = page.evaluate(
      (linkUrl) =>
        (window as unknown as HostPage).ats.link({ linkUrl }).then(
          ({ publicToken, metadata }) => ({ publicToken, subdomain: metadata.subdomain }),
          (error: unknown) => error,
        ),
      stand.linkUrl,
    );
    await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
    const frame = page.frames().at(-1)!;
    await frame.waitForFunction("heard.length > 0");
    await frame.evaluate(`${act}()`).catch(() => {});
    assert.deepEqual(await result, expected);
    if (act === "succeed") await frame.evaluate("leave()").catch(() => {});
    await page.locator("iframe").waitFor({ state: "detached" });
  }
});

test("preload() loads the link page without a hello and takes its frame away again", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => (window as unknown as HostPage).ats.preload({ linkUrl }), stand.linkUrl);
  const frame = page.frames().at(-1)!;
  assert.equal(await frame.evaluate("hellos.length"), 0);
  assert.equal(await page.locator("iframe").isVisible(), false);
  await page.clock.runFor(10_500);
  assert.equal(await page.locator("iframe").count(), 0);
});
