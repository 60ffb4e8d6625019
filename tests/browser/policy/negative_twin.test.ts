import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { openWidget } from "../support/walk.ts";
import { attempts, works } from "./attempts.ts";
import { linkFrame, type Violation, waitForReport, watchViolations } from "./watch.ts";

describe("what the walk must not show would be seen", () => {
  let demo: Demo;
  let inFrame: Frame;
  let alone: Frame;
  let sealer: string;
  const seen: Violation[] = [];
  /** Requests to elsewhere and what became of them. */
  const foreign: string[] = [];

  async function watched(): Promise<Page> {
    const page = await demo.page();
    await watchViolations(page, seen);
    page.on("response", (response) => {
      if (response.url().includes("evil.example")) foreign.push(`${response.url()}: answered`);
    });
    page.on("requestfailed", (request) => {
      if (request.url().includes("evil.example")) foreign.push(request.failure()?.errorText ?? "");
    });
    return page;
  }
  before(async () => {
    demo = await Demo.start();
    const { hostUrl, linkUrl } = demo.servers;
    const page = await watched();
    await openWidget(page, hostUrl);
    inFrame = linkFrame(page, linkUrl);
    const own = await watched();
    await own.goto(linkUrl);
    await own.getByRole("heading", { level: 1 }).waitFor();
    alone = own.mainFrame();
    const [name = ""] = globSync("assets/seal.*.js", { cwd: join(import.meta.dirname, "../../../dist/link") });
    // By an address of its own: the page has the checked script in its module map by now.
    sealer = new URL(`${name}?unchecked`, linkUrl).href;
  });
  after(() => demo.stop());

  it("on a host that sends its headers the console says nothing of them", () => {
    assert.deepEqual(demo.takeComplaints(), []);
  });

  for (const [what, attempt] of Object.entries(attempts))
    it(`${what} is stopped and reported`, async () => {
      seen.length = 0;
      const frame = attempt.alone ? alone : inFrame;
      assert.equal(await works(frame, attempt, sealer), false, `${what} worked`);
      await waitForReport(seen, attempt.directive);
      for (const violation of seen)
        assert.deepEqual([violation.enforced, violation.origin], [true, new URL(demo.servers.linkUrl).origin]);
    });

  it("nothing of it went out", () => {
    console.log(foreign);
    assert.ok(foreign.length >= 2, "the browser told of the requests that it stopped");
    assert.deepEqual([...new Set(foreign)], ["csp"]);
  });
});
