import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { type Listener, listen } from "../../../web/dev/listen.ts";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import type { AtsLink, LinkHandler } from "../../../web/types/index.ts";
import { Demo } from "../support/demo.ts";
import { wordsOf } from "../support/languages.ts";
import {
  backendResult,
  button,
  expectScreen,
  openWidget,
  submitCredentials,
  toSubdomain,
  walkToSubdomain,
} from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

const sealScript = /\/seal\.[0-9a-f]{16}\.js/;

describe("what is loaded after the first screen", () => {
  let demo: Demo;
  const [fresh, old] = [makeSealKey(), makeSealKey()];
  before(async () => (demo = await Demo.start({ sealKeys: [await fresh, await old] })));
  afterEach(() => demo.closePages());
  after(() => demo.stop());

  it("the sealing code is there before the key is asked for, also where it did not come the first time", async () => {
    const page = await walkingPage(demo);
    const asked: string[] = [];
    await page.route(sealScript, (route) => {
      asked.push(route.request().url());
      return asked.length === 1 ? route.abort() : route.continue();
    });
    const failed = page.waitForEvent("requestfailed", (request) => sealScript.test(request.url()));
    const widget = await openWidget(page, demo.servers.hostUrl);
    const loaded = page.waitForResponse((response) => sealScript.test(response.url()) && response.ok());
    // A screen asks for what did not come by then.
    await walkToSubdomain(widget, async (name) => name === "Workable" && (await failed));
    await loaded;
    assert.equal(new Set(asked).size, asked.length, "each try has an address of its own");
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
  });

  for (const [what, status] of [
    ["is not found", 404],
    ["is not available", 503],
    ["is cut off", 200],
  ] as const)
    it(`where it ${what}, the person is told so and can try again, as soon as it can be had`, async () => {
      const page = await walkingPage(demo);
      await page.route(sealScript, (route) =>
        route.fulfill({
          status,
          contentType: "text/javascript",
          body: status === 200 ? "export const seal = (" : "no",
        }),
      );
      const widget = await openWidget(page, demo.servers.hostUrl);
      await toSubdomain(widget);
      await submitCredentials(widget, "acme", keys.allScopes.key);
      await expectScreen(widget, wordsOf("en")["error.load_failed.heading"] ?? "");
      await page.unroute(sealScript);
      await button(widget, "Try again").click();
      await expectScreen(widget, "Workable is connected");
    });

  it("the key that is sealed to is the one of the moment, not of when the page was opened", async () => {
    const page = await walkingPage(demo);
    const { handover, ...rest } = demo.servers.linkConfig;
    let times = 0;
    await page.route(/\/link\.config\.json$/, async (route) => {
      const first = times++ === 0;
      const response = await route.fetch();
      const order = first ? handover.keys.toReversed() : handover.keys;
      await route.fulfill({ response, json: { ...rest, handover: { ...handover, keys: order } } });
    });
    const tokens: string[] = [];
    page.on("request", (request) => {
      if (!request.url().endsWith("/api/connections")) return;
      tokens.push((request.postDataJSON() as { publicToken: string }).publicToken);
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
    await backendResult(page);
    const [head = ""] = (tokens[0] ?? "").split(".");
    const { kid } = JSON.parse(Buffer.from(head, "base64url").toString()) as { kid: string };
    assert.equal(kid, (await fresh).publicJwk.kid);
    assert.equal(times, 2);
  });

  it("a page behind a cookie gets all of its files", async () => {
    const page = await walkingPage(demo);
    const { linkUrl } = demo.servers;
    await page.context().addCookies([{ name: "door", value: "open", url: linkUrl }]);
    const statuses = new Map<string, number>();
    await page.route(`${linkUrl}**`, async (route) => {
      const { cookie } = await route.request().allHeaders();
      const ok = cookie?.includes("door=open") ?? false;
      statuses.set(new URL(route.request().url()).pathname, ok ? 200 : 401);
      if (ok) await route.continue();
      else await route.fulfill({ status: 401, body: "" });
    });
    await page.goto(linkUrl);
    await page.getByRole("heading", { level: 1, name: "Nothing to connect here yet" }).waitFor();
    assert.ok(
      statuses.size >= 4 && [...statuses.values()].every((status) => status === 200),
      JSON.stringify([...statuses]),
    );
  });
});

describe("a page behind a password", () => {
  let demo: Demo;
  let door: Listener;
  before(async () => {
    demo = await Demo.start({ verify: "none" });
    door = await listen(0);
  });
  after(async () => {
    await demo.stop();
    await door.close();
  });

  it("gets the code, the settings, the words, the catalogue and the sealing that lie behind it too", async () => {
    const statuses = new Map<string, number>();
    const basic = `Basic ${Buffer.from("hr:open sesame").toString("base64")}`;
    door.serve(async ({ url = "/", headers: { authorization } }, response) => {
      const isIn = authorization === basic;
      statuses.set(url.replace(/\.[0-9a-f]{16}\./, "."), isIn ? 200 : 401);
      if (!isIn) return void response.writeHead(401, { "WWW-Authenticate": 'Basic realm="staging"' }).end();
      const answer = await fetch(new URL(url, demo.servers.linkUrl));
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.bytes());
    });
    const httpCredentials = { username: "hr", password: "open sesame" };
    // The demo's own policy knows the link page by its usual address alone.
    const page = await demo.page({ httpCredentials, bypassCSP: true, locale: "de" });
    await page.goto(demo.servers.hostUrl);
    await page.addScriptTag({ path: join(import.meta.dirname, "../../../dist/opener/ats-link.js") });
    const linkUrl = `http://127.0.0.1:${String(door.port)}/`;
    await page.evaluate((url) => {
      const host = window as unknown as { AtsLink: AtsLink; handler: LinkHandler };
      host.handler = host.AtsLink.create({ linkUrl: url, onSuccess() {} });
      void host.handler.open();
    }, linkUrl);
    const widget = { page, frame: page.frameLocator("dialog iframe") };
    await widget.frame.locator('html[lang="de"] h1').waitFor();
    await page.evaluate(() => (window as unknown as { handler: LinkHandler }).handler.update({ locale: "en" }));
    await expectScreen(widget, "Connect your ATS");
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
    demo.takeComplaints();
    for (const file of [
      /^.$/,
      /link\.css$/,
      /wizard\.css$/,
      /link\.js$/,
      /\.wasm$/,
      /config\.json$/,
      /catalogue/,
      /\bde\b/,
      /seal\.js/,
    ])
      assert.ok(
        [...statuses.keys()].some((path) => file.test(path)),
        String(file),
      );
    assert.deepEqual(
      [...statuses].filter(([, status]) => status !== 200),
      [],
    );
  });
});
