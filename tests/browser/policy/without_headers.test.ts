import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { bareLinkSite, hostSite, quietConfig, type Site } from "../isolation/hosts.ts";
import { launchChromium } from "../support/chromium.ts";
import { attempts, works } from "./attempts.ts";
import { linkFrame, type Violation, waitForReport, watchViolations } from "./watch.ts";

const warning = "ATS Link: this server does not send the headers of `ats-link headers`";
// Whom the page may call, only a header made from the configuration can say; and Integrity-Policy is a header alone.
const headerAlone = /connect-src|integrity-policy/;

describe("on a host that sends no headers", () => {
  let browser: Browser, page: Page, link: Site, host: Site;
  const seen: Violation[] = [];
  const told: string[] = [];
  before(async () => {
    host = await hostSite();
    link = await bareLinkSite({ config: await quietConfig([host.origin]) });
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("console", (message) => {
      // The software renderer warns of its own.
      if (!message.text().includes("GL Driver Message")) told.push(`${message.type()}: ${message.text()}`);
    });
    await watchViolations(page, seen);
    await page.goto(`${host.origin}/?link=${encodeURIComponent(link.origin)}`);
    await page.frameLocator("iframe").locator(".card:not(.early)").waitFor();
  });
  after(async () => {
    await browser.close();
    await link.close();
    await host.close();
  });

  it("the wizard works, breaks none of the rules in its own page, and the console says what is missing", () => {
    assert.deepEqual(seen, []);
    assert.deepEqual(told, [`warning: ${warning}`]);
  });

  for (const [what, attempt] of Object.entries(attempts))
    if (!headerAlone.test(attempt.directive.source) && !attempt.alone)
      it(`${what} is stopped by the page's own rules`, async () => {
        seen.length = 0;
        assert.equal(await works(linkFrame(page, link.origin), attempt), false);
        await waitForReport(seen, attempt.directive);
      });
});
