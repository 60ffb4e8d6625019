import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { Gallery } from "../support/gallery.ts";
import { toldView, watchView } from "../support/told_view.ts";

/** Fills every text field of a document in one task as a manager does: native setter, `input`, `change`, no focus. */
function fillAll(values: Record<string, string>): number {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const inputs = [...document.querySelectorAll<HTMLInputElement>("form input:not([type=checkbox])")];
  for (const input of inputs) {
    setter?.call(input, values[input.name] ?? "");
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  }
  return inputs.length;
}

const secret = "manager0".repeat(8);
const states = [
  { state: "subdomain", values: { subdomain: "acme" }, next: "api_key" },
  { state: "api_key", values: { api_key: secret }, next: "verifying" },
  { state: "two_secrets", values: { api_key: secret, secret_key: "another0".repeat(8) }, next: "verifying" },
] as const;

describe("fields that a script fills", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
  });
  after(() => gallery.stop());

  /** Presses Next and waits until the flow has gone on, which it does only if it took the values. */
  async function goesOn(frame: Frame, from: string): Promise<string> {
    await frame.locator("[data-node=primary]").click();
    await frame.waitForFunction(
      (name) => (window as unknown as { toldView: { screen: string } }).toldView.screen !== name,
      from,
    );
    return (await toldView(frame))?.screen ?? "";
  }

  for (const { state, values } of states)
    it(`D6 ${state} takes what is filled into all of its fields at once, without a jump of the focus or an error`, async () => {
      const { frame } = await gallery.show(page, state);
      const focused = () => frame.evaluate(() => document.activeElement?.id);
      const before = await focused();
      assert.equal(await frame.evaluate(fillAll, values), Object.keys(values).length);
      assert.equal(await focused(), before);
      const view = await toldView(frame);
      assert.ok(view);
      assert.ok(!view.primary?.disabled, "Next can be pressed");
      const fields = view.nodes.filter((node) => node.kind === "field");
      for (const field of fields) assert.equal(field.error, undefined);
      const subdomain = fields.find(({ name }) => name === "subdomain");
      if (subdomain) assert.equal(subdomain.value, "acme", "the flow has the value");
      const then = await goesOn(frame, view.screen);
      assert.notEqual(then, view.screen);
      assert.equal(await frame.locator("[aria-invalid=true]").count(), 0);
    });

  it("D6 a field that is filled in the very task in which it appears, before anything is drawn, is taken", async () => {
    const filling = await gallery.page();
    await watchView(filling);
    await filling.addInitScript(`
      new MutationObserver(() => {
        const input = document.querySelector("[name=subdomain]");
        if (!input || window.filled) return;
        window.filled = true;
        (${fillAll.toString()})({ subdomain: "acme" });
      }).observe(document, { subtree: true, childList: true });
    `);
    const { frame } = await gallery.show(filling, "subdomain");
    assert.equal(await frame.evaluate(() => "filled" in window), true);
    assert.equal(await frame.locator("[name=subdomain]").inputValue(), "acme");
    const view = await toldView(frame);
    const field = view?.nodes.find(({ id }) => id === "field:subdomain");
    assert.equal(field?.kind === "field" && field.value, "acme");
    assert.equal(await frame.evaluate(() => document.activeElement?.tagName), "H1");
    assert.equal(await goesOn(frame, "subdomain"), "api_key");
  });
});
