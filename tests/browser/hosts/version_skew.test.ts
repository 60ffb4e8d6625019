import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Page } from "playwright-core";
import { buildLink } from "../../../tools/build/link.ts";
import { Demo } from "../support/demo.ts";
import { button, expectScreen, openWidget, pressConnect, type Widget } from "../support/walk.ts";

const root = join(import.meta.dirname, "../../..");
const HEADING = "This page and the app do not fit together";

let folder: string;
let demo: Demo;
/** The same, with a link page of 1.0.0. */
let later: Demo;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "ats-link-skew-"));
  await cp(join(root, "dist"), folder, { recursive: true });
  await buildLink({ module: join(root, "build/wasm-release"), outdir: join(folder, "link"), version: "1.0.0" });
  demo = await Demo.start();
  later = await Demo.start({ dist: folder });
});
afterEach(async () => {
  for (const each of [demo, later]) await each.closePages();
});
after(async () => {
  await demo.stop();
  await later.stop();
  await rm(folder, { recursive: true });
});

/** Serves the host an opener of another version, as one that a cache or a bundle kept would be. */
async function serveOpener(page: Page, version: string): Promise<void> {
  await page.route("**/opener/ats-link.mjs", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    assert.equal(text.split('"0.1.0"').length, 2, "the opener has its version once");
    await route.fulfill({ response, body: text.replace('"0.1.0"', `"${version}"`) });
  });
}

/** What the host was told of the end, by its log. */
async function told(page: Page): Promise<{ code: string; retryable: boolean; message: string }> {
  const line = page.locator("#log-lines li", { has: page.locator("strong", { hasText: /^onExit$/ }) });
  await line.waitFor({ state: "attached" });
  assert.equal(await line.count(), 1);
  return (JSON.parse((await line.locator("code").textContent())!) as { error: never }).error;
}

/** Both sides say it: the page in a sentence and with both versions, the host in its one `onExit`. */
async function expectMismatch(widget: Widget, from: Demo, versions: string): Promise<void> {
  await expectScreen(widget, HEADING);
  await widget.frame.getByText(versions, { exact: true }).waitFor();
  await widget.frame.getByText("Code: VERSION_MISMATCH", { exact: true }).waitFor();
  assert.equal(await widget.frame.getByRole("textbox").count(), 0);
  const { code, retryable, message } = await told(widget.page);
  assert.deepEqual([code, retryable, message], ["VERSION_MISMATCH", false, `${from.servers.linkUrl} refused`]);
  // Page and host each have their console: which is heard first is nobody's choice.
  assert.deepEqual(from.takeComplaints().sort(), [
    `ATS Link: VERSION_MISMATCH: ${versions}`,
    `ATS Link: VERSION_MISMATCH: ${from.servers.linkUrl} refused`,
  ]);
  await button(widget, "Close").click();
  await widget.page.locator("ats-link-root").waitFor({ state: "detached" });
  assert.equal((await told(widget.page)).code, "VERSION_MISMATCH", "it ends once");
}

for (const version of ["1.0.0", "0.2.0"])
  test(`an opener of ${version} and a page of 0.1.0 end in VERSION_MISMATCH on both sides`, async () => {
    const page = await demo.page();
    await serveOpener(page, version);
    const widget = await pressConnect(page, demo.servers.hostUrl);
    await expectMismatch(widget, demo, `ats-link.js ${version}, link page 0.1.0`);
  });

test("a page of 1.0.0 and an opener of 0.1.0 end in VERSION_MISMATCH on both sides", async () => {
  const page = await later.page();
  const widget = await pressConnect(page, later.servers.hostUrl);
  await expectMismatch(widget, later, "ats-link.js 0.1.0, link page 1.0.0");
});

test("an opener of another patch, or one that says no version, opens the wizard", async () => {
  const page = await demo.page();
  await serveOpener(page, "0.1.9");
  await openWidget(page, demo.servers.hostUrl);
  const old = await demo.page();
  await old.addInitScript(() => {
    const { postMessage } = MessagePort.prototype as { postMessage(this: MessagePort, message: unknown): void };
    MessagePort.prototype.postMessage = function (
      this: MessagePort,
      message: { type?: string; version?: string } | null,
    ) {
      // What is posted by others may be nothing.
      if (message?.type === "open") delete message.version;
      postMessage.call(this, message);
    };
  });
  await openWidget(old, demo.servers.hostUrl);
  assert.deepEqual(demo.takeComplaints(), []);
});

test("what an opener calls its version is shown only where it is one", async () => {
  const page = await demo.page();
  await serveOpener(page, "Your session expired: call 555");
  const widget = await pressConnect(page, demo.servers.hostUrl);
  await expectMismatch(widget, demo, "ats-link.js unknown, link page 0.1.0");
});
