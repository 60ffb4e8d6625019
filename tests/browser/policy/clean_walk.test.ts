import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { ServerOptions } from "../../../web/dev/start_servers.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { sample } from "../../support/sample.ts";
import { Demo } from "../support/demo.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  submitCredentials,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";
import { watchViolations } from "./watch.ts";

/** The whole walk with a wrong turn: help, a key that is refused, the right one, done. */
async function walk(page: Page, hostUrl: string, textView: boolean): Promise<void> {
  const widget: Widget = await openWidget(page, hostUrl);
  const textSwitch = widget.frame.getByRole("switch", { name: "Text view" });
  if (textView) await textSwitch.click();
  assert.equal(await textSwitch.getAttribute("aria-checked"), String(textView));
  await toSubdomain(widget);
  await submitCredentials(widget, "acme", keys.expired.key);
  await expectScreen(widget, "Workable did not accept this API key");
  await button(widget, "Edit API key").click();
  await expectScreen(widget, "Enter your Workable API key");
  await keyField(widget).fill(keys.allScopes.key);
  await button(widget, "Show key").click();
  await button(widget, "Next").click();
  await expectScreen(widget, "Workable is connected");
  assert.equal((await backendResult(page))["accountName"], "Acme");
  await button(widget, "Done").click();
  await page.locator("dialog iframe").waitFor({ state: "detached" });
}

const modes: Record<string, ServerOptions> = {
  callback: {},
  post: { handoverMode: "post" },
  backend: { verify: "backend" },
  "post and backend": { handoverMode: "post", verify: "backend" },
};

/** Both where the modes do not matter; a mode changes what is sent, not how it is shown, so the others take one of two. */
const viewsOf = (mode: string): boolean[] => sample([false, true], mode === "callback" ? 2 : 1, mode);

for (const [mode, options] of Object.entries(modes))
  describe(`the strict policy, ${mode}`, () => {
    let demo: Demo;
    before(async () => (demo = await Demo.start(options)));
    after(() => demo.stop());

    for (const textView of viewsOf(mode))
      it(`the walk in ${textView ? "Text view" : "the canvas view"} breaks no policy, and the console stays empty`, async () => {
        const page = await walkingPage(demo, { canvas: true });
        const seen = await watchViolations(page);
        await walk(page, demo.servers.hostUrl, textView);
        assert.deepEqual(seen, []);
        assert.deepEqual(demo.takeComplaints(), []);
        await demo.closePages();
      });

    it("the policy in force is the strict one", async () => {
      const { headers } = await fetch(demo.servers.linkUrl);
      const policy = headers.get("content-security-policy") ?? "";
      for (const part of ["default-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"])
        assert.ok(policy.split("; ").includes(part), part);
      assert.equal(headers.get("integrity-policy"), "blocked-destinations=(script)");
    });
  });
