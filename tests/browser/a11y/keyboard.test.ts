import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Page } from "playwright-core";
import { Demo } from "../support/demo.ts";
import { focusedNode } from "../support/keyboard.ts";
import { keyboardWalk, openByKeyboard, toKey } from "../support/keyboard_walk.ts";
import { backendResult } from "../support/walk.ts";
import { sweepWalk, walkingPage } from "../support/walking_page.ts";

describe("with the keyboard alone", () => {
  let demo: Demo, page: Page, painted: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo);
    painted = await walkingPage(demo, { canvas: true });
  });
  afterEach(async () => {
    for (const each of [page, painted]) await sweepWalk(demo, each);
  });
  after(() => demo.stop());

  for (const view of ["canvas", "text"] as const)
    it(`B1 the whole way to the connection, each screen visited in its order, in the ${view} view`, async () => {
      await keyboardWalk(painted, demo.servers.hostUrl, { textView: view === "text", visit: true });
      assert.equal((await backendResult(painted))["subdomain"], "acme");
    });

  /** From a failure to the connection: which button, which field gets the focus, what is typed there. */
  const ways: [what: string, key: string, subdomain: string, button: string, field: string, text: string][] = [
    ["a wrong key", keys.expired.key, "acme", "primary", "field:api_key", keys.allScopes.key],
    ["a key without a permission", keys.onlyJobs.key, "acme", "primary", "field:api_key", keys.allScopes.key],
    ["an unknown subdomain", keys.allScopes.key, "nobody", "primary", "field:subdomain", "acme"],
  ];
  for (const [what, key, subdomain, button, field, text] of ways)
    it(`B1 from ${what} to the connection`, async () => {
      const keyboard = await openByKeyboard(page, demo.servers.hostUrl);
      await toKey(keyboard, subdomain);
      await keyboard.type("field:api_key", key);
      await page.keyboard.press("Enter");
      await keyboard.arrive("failed");
      await keyboard.visitAll();
      await keyboard.press(button, "Space");
      await keyboard.frame.waitForFunction(
        (id) => (document.activeElement as HTMLElement).dataset["node"] === id,
        field,
      );
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
      await page.keyboard.press("Enter");
      if (field === "field:subdomain") {
        await keyboard.arrive("api_key");
        await keyboard.tabTo("field:api_key");
        await page.keyboard.press("Enter");
      }
      await keyboard.arrive("connected");
    });

  it("B1 a key of another account connects by the button that offers that account", async () => {
    const keyboard = await openByKeyboard(page, demo.servers.hostUrl);
    await toKey(keyboard, "acme");
    await keyboard.type("field:api_key", keys.ofGlobex.key);
    await page.keyboard.press("Enter");
    await keyboard.arrive("failed");
    await keyboard.press("suggest:subdomain");
    await keyboard.arrive("connected");
  });

  it("B1 a maintenance, a countdown and a strange answer can be tried again, helped with and left", async () => {
    for (const key of [keys.unavailable.key, keys.truncatedJson.key]) {
      const keyboard = await openByKeyboard(page, demo.servers.hostUrl);
      await toKey(keyboard, "acme");
      await keyboard.type("field:api_key", key);
      await page.keyboard.press("Enter");
      await keyboard.arrive("failed");
      await keyboard.press("primary");
      await keyboard.arrive("failed");
      await keyboard.press("help");
      await keyboard.arrive("help");
      await keyboard.press("primary");
      await keyboard.arrive("failed");
      await page.keyboard.press("Escape");
      await keyboard.arrive("close_question");
      await keyboard.visitAll();
      await keyboard.press("secondary:0");
      await page.locator("dialog iframe").waitFor({ state: "detached" });
      await sweepWalk(demo, page);
    }
  });

  it("B7 an empty submit puts the focus on the first invalid field, and a busy screen leaves it on its heading", async () => {
    const keyboard = await openByKeyboard(page, demo.servers.hostUrl);
    await toKey(keyboard, "acme");
    await keyboard.press("primary");
    await keyboard.frame.waitForFunction(() => document.activeElement?.ariaInvalid === "true");
    assert.equal(await focusedNode(keyboard.frame), "field:api_key");
    await page.keyboard.insertText(keys.slow.key);
    await page.keyboard.press("Enter");
    await keyboard.arrive("verifying");
    assert.equal(await focusedNode(keyboard.frame), "heading");
  });
});
