import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { ServerOptions } from "../../../web/dev/start_servers.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { Demo } from "../support/demo.ts";
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

/** `kid` of the key that a token is sealed to. */
function sealedTo(token: string): string {
  const [head = ""] = token.split(".");
  return (JSON.parse(Buffer.from(head, "base64url").toString()) as { kid: string }).kid;
}

describe("a key that was rotated out while the page was open is sealed to no more", () => {
  const old = makeSealKey();
  const fresh = makeSealKey();
  let demo: Demo;
  afterEach(() => demo.stop());

  /**
   * The widget on the last screen before the key is sealed for the first time; the page was opened with the old key alone,
   * and from now on the new one alone is there. `tokens`: what is sent, to the link page's backend or by the host page.
   */
  async function open(options: ServerOptions): Promise<{ page: Page; widget: Widget; tokens: string[] }> {
    demo = await Demo.start({ ...options, sealKeys: [await fresh, await old] });
    const page = await walkingPage(demo);
    const { handover, ...rest } = demo.servers.linkConfig;
    let isOpen = false;
    await page.route(/\/link\.config\.json$/, async (route) => {
      const [key] = isOpen ? [await fresh] : [await old];
      await route.fulfill({
        response: await route.fetch(),
        json: { ...rest, handover: { ...handover, keys: [key.publicJwk] } },
      });
    });
    const tokens: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "POST") return;
      const { token, publicToken } = request.postDataJSON() as { token?: string; publicToken?: string };
      // In post mode what the host page hands on is a reference.
      for (const each of [token, publicToken]) if (each?.includes(".")) tokens.push(each);
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    isOpen = true;
    return { page, widget, tokens };
  }

  const expectFresh = async (tokens: readonly string[], count: number): Promise<void> => {
    const { kid } = (await fresh).publicJwk;
    assert.deepEqual(tokens.map(sealedTo), Array<string>(count).fill(kid));
  };

  for (const [name, options, count] of [
    ["callback", {}, 1],
    ["post", { handoverMode: "post" }, 1],
    ["backend", { verify: "backend" }, 2],
    ["backend and post", { verify: "backend", handoverMode: "post" }, 2],
    ["unchecked", { verify: "none" }, 1],
  ] as [string, ServerOptions, number][])
    it(`${name}: each token of a session is sealed to the key of the moment`, async () => {
      const { page, widget, tokens } = await open(options);
      await submitCredentials(widget, "acme", keys.allScopes.key);
      await expectScreen(widget, "Workable is connected");
      assert.equal((await backendResult(page))["subdomain"], "acme");
      await expectFresh(tokens, count);
    });

  for (const [name, options] of [
    ["callback", {}],
    ["post", { handoverMode: "post" }],
    ["backend", { verify: "backend" }],
  ] as [string, ServerOptions][])
    it(`${name}: without the settings nothing is sealed, and another try reads them anew`, async () => {
      const { page, widget, tokens } = await open(options);
      const unread = /\/link\.config\.json$/;
      await page.route(unread, (route) => route.abort(), { times: 1 });
      await submitCredentials(widget, "acme", keys.allScopes.key);
      await expectScreen(widget, "This page could not be loaded");
      assert.deepEqual(tokens, []);
      await button(widget, "Try again").click();
      await expectScreen(widget, "Workable is connected");
      await backendResult(page);
      await expectFresh(tokens, options.verify === "backend" ? 2 : 1);
      demo.takeComplaints();
    });
});
