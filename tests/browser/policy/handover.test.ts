import assert from "node:assert/strict";
import { decodeProtectedHeader } from "jose";
import { afterEach, describe, it } from "node:test";
import type { Page, Route } from "playwright-core";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { keys } from "../../../web/sandbox/keys.ts";
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

describe("the hand-over from the link page", () => {
  let demo: Demo | undefined;
  afterEach(async () => demo?.stop());

  async function submitted(page: Page, { servers }: Demo): Promise<Widget> {
    const widget = await openWidget(page, servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    return widget;
  }

  /** Every token that is handed over, and what happens to each by its number. */
  async function onHandOver(page: Page, treat: (route: Route, number: number) => Promise<void>): Promise<string[]> {
    const tokens: string[] = [];
    await page.route("**/api/handover", async (route) => {
      const asked = (route.request().postDataJSON() ?? {}) as { op?: string; token?: string };
      if (asked.op !== "handover") return route.fallback();
      await treat(route, tokens.push(asked.token ?? ""));
    });
    return tokens;
  }

  it("sends the same token again where the backend had no time, and where its answer was lost", async () => {
    demo = await Demo.start({ handoverMode: "post" });
    const page = await walkingPage(demo);
    const origin = new URL(demo.servers.linkUrl).origin;
    let lostRef = "";
    const tokens = await onHandOver(page, async (route, number) => {
      if (number === 1) return route.fulfill({ status: 503, headers: { "Access-Control-Allow-Origin": origin } });
      if (number > 2) return route.continue();
      lostRef = ((await (await route.fetch()).json()) as { ref: string }).ref;
      return route.abort();
    });
    const given: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/connections")) given.push(request.postData() ?? "");
    });
    const widget = await submitted(page, demo);
    await expectScreen(widget, "We could not hand over your key");
    const lost = page.waitForEvent("requestfailed");
    await button(widget, "Try again").click();
    await lost;
    await expectScreen(widget, "We could not hand over your key");
    await button(widget, "Try again").click();
    await expectScreen(widget, "Workable is connected");
    assert.equal((await backendResult(page))["accountName"], "Acme");
    assert.equal(tokens.length, 3);
    assert.equal(new Set(tokens).size, 1, "one token, so one jti");
    assert.deepEqual(given, [JSON.stringify({ publicToken: lostRef })], "the repeat got the ref of the lost answer");
  });

  it("seals to the first of two keys, and says nothing in the console", async () => {
    const sealKeys = [await makeSealKey(), await makeSealKey()];
    demo = await Demo.start({ handoverMode: "post", sealKeys });
    const page = await walkingPage(demo);
    const tokens = await onHandOver(page, (route) => route.continue());
    const widget = await submitted(page, demo);
    await expectScreen(widget, "Workable is connected");
    assert.equal(decodeProtectedHeader(tokens[0] ?? "").kid, sealKeys[0]?.publicJwk.kid);
    assert.deepEqual(demo.takeComplaints(), []);
  });

  it("plaintext comes only by name, with a warning, and the backend does not take it", async () => {
    const handover = { mode: "callback", keys: [] };
    demo = await Demo.start({ linkConfig: { handover, dangerouslyAllowPlaintext: true } });
    const page = await walkingPage(demo);
    const given = page.waitForRequest("**/api/connections");
    const answered = page.waitForResponse("**/api/connections");
    const widget = await submitted(page, demo);
    await expectScreen(widget, "Workable is connected");
    const { publicToken } = (await given).postDataJSON() as { publicToken: string };
    const { credential } = JSON.parse(publicToken) as { credential: { values: Record<string, string> } };
    assert.deepEqual(credential.values, { api_key: keys.allScopes.key });
    assert.equal((await answered).status(), 400);
    const warnings = demo.takeComplaints().filter((text) => text.includes("dangerouslyAllowPlaintext"));
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /every script of the host page can read the API key/);
  });
});
