import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Canary } from "../support/canary.ts";
import { Demo } from "../support/demo.ts";
import { backendResult, button, expectScreen, keyField, openWidget, textbox, toSubdomain } from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";
import { installHostileScript, type Loot } from "./hostile_page.ts";
import { until } from "../support/until.ts";

const { key } = keys.allScopes;

const lootOf = (page: Page): Promise<Loot> => page.evaluate(() => (window as unknown as { loot: Loot }).loot);

/** Types as a person does, key by key, so that whoever can listen hears it. */
async function walk(demo: Demo, canvas: boolean): Promise<Page> {
  const page = await walkingPage(demo, { canvas });
  await page.addInitScript(installHostileScript, new URL(demo.servers.hostUrl).origin);
  const widget = await openWidget(page, demo.servers.hostUrl);
  await toSubdomain(widget);
  await textbox(widget, "Subdomain").fill("acme");
  await button(widget, "Next").click();
  await expectScreen(widget, "Enter your Workable API key");
  await keyField(widget).focus();
  await page.keyboard.type(key);
  await button(widget, "Show key").click();
  await button(widget, "Next").click();
  await expectScreen(widget, "Workable is connected");
  return page;
}

const found = ({ texts, typed }: Loot): string[] => {
  const canary = new Canary([key]);
  for (const text of [...texts, typed, texts.join("")]) canary.look("loot", "host page", text);
  return canary.takeLeaks().map(({ encoding }) => encoding);
};

describe("a host page whose every function is hooked by a thief", () => {
  let demo: Demo;
  before(async () => (demo = await Demo.start()));
  after(() => demo.stop());

  it("never gets the key, and the person still connects", async () => {
    const page = await walk(demo, true);
    assert.equal((await backendResult(page))["subdomain"], "acme");
    const loot = await lootOf(page);
    assert.deepEqual(found(loot), []);
    for (const hook of [
      "MessagePort.postMessage",
      "MessagePort.onmessage",
      "Window.fetch",
      "Crypto.getRandomValues",
      "EventTarget.addEventListener",
      "recorder",
      "frame refused",
    ])
      assert.ok((loot.met[hook] ?? 0) > 0, `${hook} was really hooked: ${Object.keys(loot.met).join(", ")}`);
    assert.ok(loot.texts.join("").includes("onSuccess"), "the thief did see what the host page sees");
    assert.ok(loot.texts.length > 500, `${String(loot.texts.length)} texts were taken`);
    console.log(
      `hostile host page: ${String(loot.texts.length)} texts taken by ${String(Object.keys(loot.met).length)} hooks`,
    );
  });
});

describe("the same host page where the link origin gives the key away", () => {
  let demo: Demo;
  before(async () => {
    const handover = { mode: "callback", keys: [] };
    demo = await Demo.start({ linkConfig: { handover, dangerouslyAllowPlaintext: true } });
  });
  after(() => demo.stop());

  it("does get it: the thief works", async () => {
    const page = await walk(demo, false);
    await until("the host has the key", async () => found(await lootOf(page)).includes("raw"));
  });
});
