import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { bareLinkSite, hostSite, quietConfig, type Site } from "./hosts.ts";
import { until } from "../support/until.ts";

const evil = "https://evil.example";
const key = { kty: "EC", crv: "P-256", x: "a".repeat(43), y: "b".repeat(43), kid: "evil" };

/** What a host page must not decide, and the member that the refusal names. */
const fields: [member: string, config: string][] = [
  ["publicKey", JSON.stringify({ publicKey: key })],
  ["keys", JSON.stringify({ keys: [key] })],
  ["handover", JSON.stringify({ handover: { mode: "post", url: evil, keys: [key] } })],
  ["endpoint", JSON.stringify({ endpoint: evil })],
  ["relay", JSON.stringify({ relay: `${evil}/relay` })],
  ["verify", JSON.stringify({ verify: "none" })],
  ["allowedOrigins", JSON.stringify({ allowedOrigins: [evil] })],
  ["dangerouslyAllowPlaintext", JSON.stringify({ dangerouslyAllowPlaintext: true })],
  ["fontUrl", JSON.stringify({ fontUrl: `${evil}/font.woff2` })],
  ["__proto__", '{"__proto__":{"relay":"https://evil.example"}}'],
  ["constructor", '{"constructor":{"prototype":{"relay":"https://evil.example"}}}'],
  ["brand", JSON.stringify({ brand: { name: "Host", logoUrl: `${evil}/logo.png` } })],
  ["prefill", JSON.stringify({ prefill: { subdomain: "acme", api_key: "planted" } })],
  ["theme", JSON.stringify({ theme: { scheme: "dark", css: "*{}" } })],
  ["scopes", JSON.stringify({ scopes: { required: [], relay: [evil] } })],
  ["support", JSON.stringify({ support: { url: evil, endpoint: evil } })],
  ["colour", JSON.stringify({ colour: "red" })],
];

describe("what only the link origin decides is refused from a host page", () => {
  let browser: Browser;
  let host: Site;
  let link: Site & { asked: string[] };
  let page: Page;
  const requests: string[] = [];

  before(async () => {
    host = await hostSite();
    link = await bareLinkSite({ config: await quietConfig([host.origin]) });
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("request", (request) => requests.push(request.url()));
  });
  after(async () => {
    await browser.close();
    await host.close();
    await link.close();
  });

  async function visit(path: string): Promise<void> {
    // What the page before still asks for is not the next one's.
    await page.goto("about:blank");
    requests.length = 0;
    await page.goto(`${host.origin}${path}`);
  }

  it("by the opener: CONFIG_INVALID names the member, and the link page is not even asked for", async () => {
    await visit("/real");
    await page.waitForFunction(() => "ats" in window);
    for (const [member, config] of fields) {
      // Its members are known to the page alone: below.
      if (member === "theme") continue;
      link.asked.length = 0;
      const outcome = await page.evaluate(
        async ([linkUrl, text]) => {
          const { ats } = window as unknown as { ats: AtsLink };
          const exits: unknown[] = [];
          const given = JSON.parse(text) as object;
          const handler = ats.create({
            ...given,
            linkUrl,
            onSuccess: () => exits.push("success"),
            onExit: (error) => exits.push(error?.code),
          });
          const rejected: unknown = await handler.open().catch((error: unknown) => error);
          const updated = ((): unknown => {
            try {
              ats.create({ linkUrl, onSuccess() {} }).update(given);
              return "taken";
            } catch (error) {
              return (error as { code: string }).code;
            }
          })();
          return { rejected, exits, updated, frames: document.querySelectorAll("iframe").length };
        },
        [`${link.origin}/`, config] as const,
      );
      const { code, message } = outcome.rejected as { code: string; message: string };
      assert.equal(code, "CONFIG_INVALID", member);
      assert.ok(message.includes(member), `${member} is named in: ${message}`);
      assert.deepEqual(outcome.exits, ["CONFIG_INVALID"], member);
      assert.equal(outcome.updated, "CONFIG_INVALID", member);
      assert.equal(outcome.frames, 0, member);
      assert.deepEqual(link.asked, [], member);
    }
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(host.origin)),
      [],
    );
  });

  const frame = (): Promise<Frame> =>
    until("the link page", () => page.frames().find((each) => each.url().startsWith(link.origin)));
  const post = (text: string): Promise<void> =>
    page.evaluate((message) => {
      (window as unknown as { port: MessagePort }).port.postMessage(JSON.parse(message));
    }, text);

  for (const [member, config] of fields)
    it(`past the opener, on its port: ${member} ends the session before it begins`, async () => {
      await visit(`/?quiet&link=${encodeURIComponent(`${link.origin}/`)}`);
      await page.waitForFunction(() => (window as unknown as { loadedFrame?: boolean }).loadedFrame);
      await page.evaluate((text) => {
        (window as unknown as { begin(config: unknown): void }).begin(JSON.parse(text));
      }, config);
      const shown = await frame();
      await shown
        .getByRole("heading", { level: 1, name: "This connection is not set up correctly" })
        .waitFor({ timeout: 60_000 });
      const text = await shown.locator("body").innerText();
      assert.ok(text.includes(member), `${member} is named in: ${text}`);
      assert.equal(await shown.locator("input").count(), 0);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(host.origin) && !url.startsWith(link.origin)),
        [],
      );
      const told = await until("the host is told", async () => {
        const heard = await page.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard));
        return heard.includes("CONFIG_INVALID") && heard;
      });
      assert.doesNotMatch(told, /"success"/);
    });

  it("an update with such a member ends a session under way, and nothing is sent", async () => {
    await visit(`/?link=${encodeURIComponent(`${link.origin}/`)}`);
    const shown = await frame();
    await shown.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor({ timeout: 60_000 });
    await post(JSON.stringify({ type: "update", patch: { relay: evil } }));
    await shown.getByRole("heading", { level: 1, name: "This connection is not set up correctly" }).waitFor();
    assert.deepEqual(
      requests.filter((url) => url.includes("evil")),
      [],
    );
  });

  it("a snapshot cannot bring a key, nor a screen past the one for the key", async () => {
    for (const step of ["verifying", "connected", "failed", "nowhere"]) {
      await visit(`/?quiet&link=${encodeURIComponent(`${link.origin}/`)}`);
      await page.waitForFunction(() => (window as unknown as { loadedFrame?: boolean }).loadedFrame);
      const fields = { "@provider": "workable", subdomain: "acme", api_key: "planted0123456789planted" };
      await page.evaluate(
        (message) => {
          const host = window as unknown as { hello(): { port: MessagePort } };
          const { port } = host.hello();
          port.addEventListener("message", ({ data }) => {
            if ((data as { type: string }).type === "ready") port.postMessage(message);
          });
        },
        { type: "open", config: {}, snapshot: { step, fields } },
      );
      const shown = await frame();
      await shown.locator("h1").waitFor({ timeout: 60_000 });
      const input = shown.locator("input[type=password]");
      if ((await input.count()) > 0) assert.equal(await input.inputValue(), "", step);
      assert.equal(await shown.getByText("is connected").count(), 0, step);
    }
  });
});
