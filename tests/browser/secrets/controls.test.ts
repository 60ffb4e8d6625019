import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Canary, needlesOf, randomKey } from "../support/canary.ts";
import { Demo } from "../support/demo.ts";
import { printedWhile } from "../support/server_log.ts";
import { openWidget } from "../support/walk.ts";
import { FullSweep } from "./full_sweep.ts";

describe("the sweep finds a key that is planted", () => {
  let demo: Demo, sweep: FullSweep, page: Page, frame: Frame;
  const key = randomKey();
  const canary = () => sweep.canary;

  before(async () => {
    demo = await Demo.start();
    sweep = await FullSweep.start(demo, key);
    ({ page } = sweep);
    await openWidget(page, demo.servers.hostUrl);
    const found = page.frames()[1];
    assert.ok(found);
    frame = found;
  });
  after(() => demo.stop());

  for (const { encoding, text } of needlesOf(key))
    it(`written as ${encoding}: ${text.slice(0, 4).replaceAll("\0", "␀")}…`, () => {
      canary().look("text", "control", `before ${text} after`);
      assert.ok(
        canary()
          .takeLeaks()
          .some((leak) => leak.encoding === encoding),
      );
    });

  it("in base64 wherever it stands in what was encoded", () => {
    for (const before of ["", "a", "ab", "Bearer "]) {
      const encoded = Buffer.from(`${before}${key}!`);
      canary().look("text", before, `${encoded.toString("base64")} ${encoded.toString("base64url")}`);
      assert.ok(
        canary()
          .takeLeaks()
          .some(({ encoding }) => encoding.startsWith("base64")),
        before,
      );
    }
  });

  it("and nothing where there is none", () => {
    canary().look("text", "control", `${key.slice(0, 40)} ${randomKey()} ${Buffer.from(randomKey()).toString("hex")}`);
    assert.deepEqual(canary().takeLeaks(), []);
  });

  /** Plants in a page or a frame, or nowhere near them. */
  const plants: [sink: string, plant: () => Promise<unknown>][] = [
    ["url", () => page.evaluate((leak) => fetch(`/?k=${leak}`).then((r) => r.text()), key)],
    [
      "header",
      () => page.evaluate((leak) => fetch("/", { headers: { "x-leak": btoa(leak) } }).then((r) => r.text()), key),
    ],
    [
      "header",
      () =>
        page.evaluate(
          (leak) => fetch("/", { headers: { authorization: `Bearer ${leak}` } }).then((r) => r.text()),
          key,
        ),
    ],
    ["body", () => page.evaluate((body) => fetch("/api/none", { method: "POST", body }).then((r) => r.text()), key)],
    [
      "answer body",
      async () => {
        await page.route("**/echo", (route) => route.fulfill({ body: key }));
        await page.evaluate(() => fetch("/echo").then((r) => r.text()));
      },
    ],
    ["console", () => frame.evaluate((leak) => console.log(Array.from(leak).reverse().join("")), key)],
    ["dom", () => frame.evaluate((leak) => document.body.setAttribute("data-leak", leak), key)],
    ["title", () => page.evaluate((leak) => void (document.title = leak), key)],
    [
      "field",
      () =>
        page.evaluate(
          (leak) => document.body.append(Object.assign(document.createElement("input"), { value: leak })),
          key,
        ),
    ],
    ["window.name", () => frame.evaluate((leak) => void (window.name = leak), key)],
    ["history", () => page.evaluate((leak) => history.replaceState({ leak }, ""), key)],
    ["localStorage", () => page.evaluate((leak) => localStorage.setItem("k", leak), key)],
    ["sessionStorage", () => page.evaluate((leak) => sessionStorage.setItem("k", leak), key)],
    ["cookie", () => page.evaluate((leak) => void (document.cookie = `k=${leak}`), key)],
    [
      "indexedDB",
      () => page.evaluate((leak) => new Promise((done) => (indexedDB.open(leak).onsuccess = () => done(0))), key),
    ],
    ["caches", () => page.evaluate((leak) => caches.open(leak).then(() => 0), key)],
    ["performance", () => frame.evaluate((leak) => void performance.mark(leak), key)],
    ["message", () => frame.evaluate((leak) => new MessageChannel().port1.postMessage({ leak }), key)],
    ["message", () => frame.evaluate((leak) => parent.postMessage({ leak }, "*"), key)],
    ["sandbox log", () => fetch(`${demo.servers.sandboxUrl}/www.example.com/${key}`)],
    [
      "download",
      async () => {
        const download = page.waitForEvent("download");
        await page.evaluate((name) => {
          const file = URL.createObjectURL(new Blob(["x"]));
          Object.assign(document.createElement("a"), { href: file, download: name }).click();
        }, key);
        await download;
      },
    ],
  ];
  for (const [index, [sink, plant]] of plants.entries())
    it(`in the sink “${sink}” (${String(index + 1)})`, async () => {
      await plant();
      await sweep.look();
      const sinks = canary()
        .takeLeaks()
        .map((leak) => leak.sink);
      assert.ok(sinks.includes(sink), `found in: ${sinks.join(", ")}`);
    });

  it("in what the servers print", async () => {
    const printed = await printedWhile(async () => {
      process.stdout.write(`request with ${key}\n`);
      process.stderr.write("and more\n");
      await Promise.resolve();
    });
    canary().look("server log", "control", printed);
    assert.deepEqual(
      canary()
        .takeLeaks()
        .map((leak) => leak.sink),
      ["server log"],
    );
    assert.match(printed, /and more/);
  });

  it("in the memory and in the heap of a frame", async () => {
    await frame.evaluate((leak) => {
      Object.assign(window, { plantedText: { leak } });
      const { testMemories } = window as unknown as { testMemories: WebAssembly.Memory[] };
      const [memory] = testMemories;
      if (memory) new TextEncoder().encodeInto(leak, new Uint8Array(memory.buffer, memory.buffer.byteLength - 100));
    }, key);
    await sweep.lookAtFrame(frame);
    const sinks = new Set(
      canary()
        .takeLeaks()
        .map((leak) => leak.sink),
    );
    assert.deepEqual([...sinks].sort(), ["heap", "memory"]);
  });

  it("in a page of the demo, whose end then fails", async () => {
    const other = await Demo.start();
    try {
      const leaking = await other.page();
      await leaking.goto(other.servers.hostUrl);
      await leaking.evaluate((leak) => console.log(leak), keys.allScopes.key);
      await assert.rejects(other.closePages(), /a key is where it must not be/);
    } finally {
      // Not by stop(), which would add this leak to the run's count.
      await other.browser.close();
      await other.servers.close();
    }
  });

  it("and a canary counts the places where it looked", () => {
    const fresh = new Canary([key]);
    fresh.look("text", "nothing", "");
    fresh.look("text", "something", "x");
    assert.equal(fresh.places, 1);
  });
});
