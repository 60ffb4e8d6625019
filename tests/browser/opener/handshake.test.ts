import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { version } from "../../../web/opener/version.ts";
import { ask, calls, endings, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

test("the frame gets one hello with one port, from its parent, and then version and serialisable configuration", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl, "a", { state: "nonce", provider: "workable", brand: { name: "Host" } });
  const { hellos, heard } = await tell(frame, (fake) => ({ hellos: fake.hellos, heard: fake.heard }));
  assert.equal(hellos.length, 1);
  assert.deepEqual(Object.keys(hellos[0]!.data), ["atsLink", "nonce"]);
  assert.equal(hellos[0]!.data["atsLink"], 1);
  assert.match(String(hellos[0]!.data["nonce"]), /^[0-9a-f]{32}$/);
  assert.deepEqual(
    { ...hellos[0], data: 0 },
    { data: 0, origin: new URL(stand.hostUrl).origin, ports: 1, fromParent: true },
  );
  assert.deepEqual(heard, [
    {
      ...{ type: "open", version, snapshot: undefined },
      config: { state: "nonce", provider: "workable", brand: { name: "Host" } },
    },
  ]);
});

test("the frame is sandboxed, named, sends no referrer and may only write to the clipboard", async () => {
  const page = await stand.newPage();
  await open(page, stand.linkUrl);
  const attributes = await page
    .locator("dialog iframe")
    .evaluate((frame) => ["sandbox", "allow", "referrerpolicy", "title"].map((name) => frame.getAttribute(name)));
  assert.deepEqual(attributes, [
    "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox",
    "clipboard-write",
    "no-referrer",
    "Connect your ATS",
  ]);
});

test("messages that do not come by the port are not heard, whoever sends them", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  const exit = `{ type: "exit", error: null, metadata: { ...base(), reason: "user_closed", lastError: null } }`;
  await frame.evaluate(`parent.postMessage(${exit}, "*")`);
  await page.evaluate(() => {
    const sibling = document.createElement("iframe");
    document.body.append(sibling);
    postMessage({ type: "success", publicToken: "forged", metadata: {} }, "*");
    window.dispatchEvent(new MessageEvent("message", { data: { type: "ready", version: "forged" } }));
  });
  await tell(frame, (fake) => fake.say({ type: "size", height: 333 }));
  await page.waitForFunction(() => document.querySelector<HTMLElement>("ats-link-root")?.style.height === "333px");
  assert.deepEqual(await endings(page), []);
});

test("a frame that went to another origin is told nothing", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  // The same page on an origin that the host's policy allows too: only the target origin keeps the hello from it.
  const other = stand.linkUrl.replace("127.0.0.1", "localhost");
  const refused = page.waitForEvent("console", (message) => message.text().includes("target origin"));
  await frame.evaluate((url) => void (location.href = url), other);
  await refused;
  const elsewhere = page.frames().find((candidate) => candidate.url() === other);
  assert.equal(await elsewhere!.evaluate("hellos.length"), 0);
});

test("unknown, malformed and oversized messages are counted and change nothing", async () => {
  const page = await stand.newPage();
  const frame = await open(page, stand.linkUrl);
  const seen = (await calls(page)).length;
  await tell(frame, (fake) => {
    fake.say({ type: "launch" });
    fake.say("exit");
    fake.say({ type: "size", height: "tall" });
    fake.say({ type: "snapshot", step: "subdomain", fields: { subdomain: "a".repeat(17000) } });
    fake.say({ type: "size", height: 321 });
  });
  await page.waitForFunction(() => document.querySelector<HTMLElement>("ats-link-root")?.style.height === "321px");
  assert.equal(await ask(page, (host) => host.handlers["a"]!.ignored), 4);
  assert.equal((await calls(page)).length, seen);
});
