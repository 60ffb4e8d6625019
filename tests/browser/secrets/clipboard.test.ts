import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Demo } from "../support/demo.ts";
import { button, expectScreen, keyField, openWidget, textbox, toSubdomain, type Widget } from "../support/walk.ts";
import { sweepWalk, walkingPage } from "../support/walking_page.ts";

const { key } = keys.allScopes;

describe("the clipboard", () => {
  let demo: Demo, page: Page, widget: Widget;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo);
    await page.addInitScript(() => {
      const reads: string[] = [];
      Object.assign(window, { reads });
      const note = (name: string) => (): Promise<never> => {
        reads.push(name);
        return Promise.reject(new Error("never"));
      };
      Object.assign(Clipboard.prototype, { read: note("read"), readText: note("readText") });
    });
  });
  afterEach(() => sweepWalk(demo, page));
  after(() => demo.stop());

  async function open(): Promise<Frame> {
    widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    const frame = page.frames()[1];
    assert.ok(frame);
    return frame;
  }
  const press = async (...pressed: string[]): Promise<void> => {
    for (const each of pressed) await page.keyboard.press(each);
  };

  it("is never read: a key gets in by the person's own paste alone", async () => {
    const frame = await open();
    // A person's key lies in the clipboard: here it is cut from the wrong field.
    await textbox(widget, "Subdomain").focus();
    await page.keyboard.insertText(key);
    await press("Control+A", "Control+X");
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).focus();
    await press("Control+V");
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected");
    for (const each of page.frames())
      assert.deepEqual(await each.evaluate(() => (window as unknown as { reads: string[] }).reads), [], each.url());
    await frame.evaluate(() => navigator.clipboard.readText().catch(() => {}));
    assert.deepEqual(
      await frame.evaluate(() => (window as unknown as { reads: string[] }).reads),
      ["readText"],
      "a read would be seen",
    );
  });

  it("may be written to and not read, as the page's header says", async () => {
    const frame = await open();
    const allowed = await frame.evaluate(() => {
      const { featurePolicy } = document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } };
      return ["clipboard-read", "clipboard-write", "camera"].map((name) => featurePolicy.allowsFeature(name));
    });
    assert.deepEqual(allowed, [false, true, false]);
    const policy = (await fetch(demo.servers.linkUrl)).headers.get("permissions-policy") ?? "";
    for (const part of ["clipboard-write=(self)", "clipboard-read=()"]) assert.ok(policy.includes(part), policy);
  });

  it("gets nothing from a masked key, copied or cut, and the field keeps it", async () => {
    await open();
    await textbox(widget, "Subdomain").fill("acme");
    await textbox(widget, "Subdomain").focus();
    await press("Control+A", "Control+C");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).focus();
    await page.keyboard.insertText(key);
    await press("Control+A", "Control+C", "Control+X");
    assert.equal(await keyField(widget).evaluate((input: HTMLInputElement) => input.value.length), key.length);
    await button(widget, "Back").click();
    await expectScreen(widget, "Enter your Workable subdomain");
    await textbox(widget, "Subdomain").fill("other");
    await textbox(widget, "Subdomain").focus();
    await press("Control+A", "Control+V");
    assert.equal(await textbox(widget, "Subdomain").inputValue(), "acme");
  });
});
