import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { readAloud } from "../support/ax.ts";
import { Gallery, setTextView } from "../support/gallery.ts";

describe("the button that shows a key", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
  });
  after(() => gallery.stop());

  for (const textView of [false, true])
    it(`D9 shows the same field with the caret where it was, says so, and hides it on submit, in the ${textView ? "Text" : "canvas"} view`, async () => {
      const { frame } = await gallery.show(page, "api_key");
      await setTextView(frame, textView);
      const input = frame.locator("[name=api_key]");
      await input.pressSequentially("abcdef");
      for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowLeft");
      await input.evaluate((field) => Object.assign(window, { field }));
      const look = () =>
        input.evaluate(async (field: HTMLInputElement) => {
          for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
          const same = field === (window as unknown as { field: unknown }).field;
          return { same, type: field.type, value: field.value, caret: field.selectionStart };
        });
      const button = async () =>
        (await readAloud(page, frame)).map(({ line }) => line).filter((line) => line.includes("Show key"));
      const masked = { same: true, type: "password", value: "abcdef", caret: 3 };
      assert.deepEqual(await look(), masked);
      assert.deepEqual(await button(), ["button “Show key”"]);
      await frame.locator("[data-node='show:api_key']").click();
      assert.deepEqual(await look(), { ...masked, type: "text" });
      assert.deepEqual(await button(), ["button “Show key” pressed=true"]);
      await frame.locator("[data-node='show:api_key']").click();
      assert.deepEqual(await look(), masked);
      await frame.locator("[data-node='show:api_key']").click();
      await frame.locator("[data-node=primary]").click();
      await frame.locator("[aria-invalid=true]").waitFor();
      assert.equal((await look()).type, "password", "refused, and masked again");
      assert.deepEqual(await button(), ["button “Show key”"]);
    });
});
