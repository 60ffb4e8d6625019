import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { watchView } from "../support/told_view.ts";

interface Counts {
  submits: number;
  /** What the module was told of the primary button. */
  told: string[];
  screens: string[];
}

describe("the form of a screen", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
  });
  after(() => gallery.stop());

  /** Counts submit events, and notes what the module is told and every screen that is titled from now on. */
  const count = (frame: Frame): Promise<void> =>
    frame.evaluate(() => {
      const counts: Counts = { submits: 0, told: [], screens: [] };
      Object.assign(window, { counts });
      document.addEventListener("submit", () => counts.submits++, { capture: true });
      // Every message to the module goes as JSON.
      const stringify = JSON.stringify.bind(JSON);
      JSON.stringify = (value: { node?: string; kind?: string }, ...rest: never[]) => {
        if (value.node === "primary") counts.told.push(value.kind ?? "");
        return stringify(value, ...rest);
      };
      new MutationObserver(() => counts.screens.push(document.title)).observe(document.querySelector("title")!, {
        childList: true,
      });
      Object.assign(window, { formBefore: document.forms[0] });
    });

  const ways: Record<string, (frame: Frame) => Promise<unknown>> = {
    "Enter in its last field": (frame) => frame.locator("form input:not([type=checkbox])").last().press("Enter"),
    "a click on its button": (frame) => frame.locator("[data-node=primary]").click(),
    requestSubmit: (frame) => frame.evaluate(() => document.forms[0]?.requestSubmit()),
  };
  const screens = [
    { state: "subdomain", fill: { subdomain: "acme" }, then: "Enter your Workable API key" },
    { state: "api_key", fill: { api_key: "gallery0".repeat(8) }, then: "Checking your connection" },
  ];
  for (const textView of [false, true])
    for (const [way, submit] of Object.entries(ways))
      it(`D8 is sent once by ${way} in the ${textView ? "Text" : "canvas"} view, goes nowhere, and leaves the page`, async () => {
        for (const { state, fill, then } of textView ? sample(screens, 1, way) : screens) {
          const { frame } = await gallery.show(page, state);
          await setTextView(frame, textView);
          const url = frame.url();
          for (const [name, value] of Object.entries(fill)) await frame.locator(`[name=${name}]`).fill(value);
          await count(frame);
          await submit(frame);
          await frame.waitForFunction(
            (title) => (window as unknown as { counts: Counts }).counts.screens.includes(title),
            then,
          );
          const [counts, gone] = await frame.evaluate(() => {
            const kept = window as unknown as { counts: Counts; formBefore: HTMLFormElement };
            return [kept.counts, !kept.formBefore.isConnected] as const;
          });
          assert.equal(counts.submits, 1);
          assert.deepEqual(counts.told, ["submit"]);
          assert.equal(counts.screens[0], then, "the next screen is the first that came");
          assert.equal(gone, true, "managers see that it was sent");
          assert.equal(frame.url(), url);
        }
      });

  it("D8 nothing of the key's form is left once it is connected", async () => {
    const { frame } = await gallery.show(page, "connected");
    assert.equal(await frame.locator("form, input, select").count(), 0);
  });
});
