import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Fault } from "../../../web/sandbox/switches.ts";
import { Demo } from "../support/demo.ts";
import { until } from "../support/until.ts";
import {
  backendResult,
  button,
  expectScreen,
  openWidget,
  submitCredentials,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

const unavailable = "Workable is not available right now";
const unexpected = "Workable sent an unexpected answer";
const unreachable = "We could not reach Workable";
const timeout = "Workable took too long to answer";
const notFound = "We found no Workable account called “acme”";
const refusedKey = "Workable did not accept this API key";

/** Every fault of the sandbox, on every request, and the screen it ends in. */
const headings: Record<Exclude<Fault, "none">, string> = {
  status_500: unavailable,
  html_502: unavailable,
  html_503: unavailable,
  html_520: unavailable,
  html_403: unexpected,
  html_404_long: notFound,
  slow: timeout,
  drip: timeout,
  hang: timeout,
  reset: unreachable,
  truncated_json: unexpected,
  truncated_transfer: unreachable,
  html_200: unexpected,
  empty_200: unexpected,
  no_content_204: unexpected,
  wrong_shape: unexpected,
  huge: unreachable,
  gzip_bomb: unreachable,
  deep_json: unexpected,
  invalid_utf8: unexpected,
  redirect_loop: notFound,
  redirect_same_host: notFound,
  redirect_other_host: notFound,
  key_echo: refusedKey,
  control_characters: refusedKey,
  nested_error: refusedKey,
};

describe("each fault of the ATS ends in its own sentence, and nothing typed is lost", () => {
  let demo: Demo, widget: Widget;
  before(async () => {
    demo = await Demo.start({ switches: { fault: "status_500" } });
    const page = await walkingPage(demo);
    await page.clock.install();
    widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, unavailable);
  });
  after(() => demo.stop());

  /** Presses Try again and waits until the ATS was asked anew, so that the screen is not the one before. */
  async function tryAgain(): Promise<void> {
    const before = (await demo.requests()).length;
    await button(widget, "Try again").click();
    try {
      await until("the ATS is asked again", async () => (await demo.requests()).length >= before + 2);
    } catch (error) {
      const seen = await widget.frame.getByRole("dialog").innerText().catch(String);
      const more = (await demo.requests()).length - before;
      throw new Error(`the ATS was asked ${more} times; on the screen: ${seen}`, { cause: error });
    }
  }

  for (const [fault, heading] of Object.entries(headings) as [Fault, string][])
    it(`${fault}: ${heading}`, async () => {
      await demo.switch({ fault });
      await tryAgain();
      if (heading === timeout) await widget.page.clock.fastForward(10_000);
      const screen = await expectScreen(widget, heading);
      const text = await screen.innerText();
      assert.ok(!text.includes(keys.allScopes.key), "the key is not shown");
      assert.match(text, /What to do\n/);
      await button(widget, "Try again").waitFor();
    });

  it("without the fault the same details connect", async () => {
    await demo.switch({ fault: "none" });
    await tryAgain();
    await expectScreen(widget, "Workable is connected");
    assert.equal((await backendResult(widget.page))["subdomain"], "acme");
  });
});
