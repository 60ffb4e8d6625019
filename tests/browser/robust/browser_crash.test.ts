import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { runFile } from "../../../tools/testing/run_file.ts";
import { SharedBrowser } from "../../../tools/testing/shared_browser.ts";

const folder = mkdtempSync(join(tmpdir(), "browser-crash-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const demo = pathToFileURL(join(import.meta.dirname, "../support/demo.ts")).href;
const program = `
  import { after, before, test } from "node:test";
  import { Demo } from ${JSON.stringify(demo)};
  let demo;
  before(async () => (demo = await Demo.start()));
  after(() => demo.stop());
  test("the browser goes away", async () => {
    const page = await demo.page();
    const cdp = await page.context().newCDPSession(page);
    await Promise.all([cdp.send("Browser.crash"), page.waitForFunction(() => false)]);
  });
  test("the next one has a page", async () => {
    const page = await demo.page();
    await page.goto(demo.servers.hostUrl);
  });`;

test("a browser that crashes is one failed test with its name, and the next test and file have a new one", async () => {
  const file = join(folder, "crash.test.mjs");
  writeFileSync(file, program);
  const browser = new SharedBrowser();
  try {
    const environment = { ATS_SHARED_BROWSER: await browser.address() };
    const result = await runFile(file, { folder, deadline: 120, environment, started: () => undefined });
    assert.deepEqual([result.passed, result.failed, result.broken], [1, 1, undefined], result.output);
    assert.match(result.output, /✖ the browser goes away/);
    assert.match(result.output, /✔ the next one has a page/);
    assert.notEqual(await browser.address(), environment.ATS_SHARED_BROWSER);
    assert.equal(browser.started, 2);
  } finally {
    await browser.end();
  }
});
