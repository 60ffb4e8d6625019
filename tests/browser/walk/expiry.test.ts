import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import type { SuccessMetadata } from "../../../web/types/index.ts";
import type { Demo } from "../support/demo.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

const expiry = (widget: Widget): Locator =>
  widget.frame.getByRole("combobox", { name: "When does the key expire? (optional)", exact: true });

describe("how long the key is valid", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((started, opened) => {
    demo = started;
    page = opened;
  });

  async function toKey(): Promise<Widget> {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill(keys.allScopes.key);
    return widget;
  }

  /** `keyExpiresAt` as the host got it, and the members of what the backend did. */
  async function told(widget: Widget): Promise<{ expiresAt: string | null; sealed: string }> {
    await expectScreen(widget, "Workable is connected");
    const sealed = JSON.stringify(await backendResult(page));
    const line = page.locator("#log-lines li", { has: page.locator("strong", { hasText: /^onSuccess$/ }) });
    const { metadata } = JSON.parse((await line.locator("code").textContent())!) as { metadata: SuccessMetadata };
    return { expiresAt: metadata.keyExpiresAt, sealed };
  }

  it("is nobody's duty to say: Enter in the key's field submits, and the host is told of no date", async () => {
    const widget = await toKey();
    await keyField(widget).press("Enter");
    assert.equal((await told(widget)).expiresAt, null);
  });

  it("is recommended by the guide, chosen from what Workable offers, and told to the host but not sealed", async () => {
    const widget = await toKey();
    await widget.frame.getByText("choose how long it is valid; we suggest 1 year.").waitFor();
    await expiry(widget).selectOption({ label: "In 1 year" });
    const day = await page.evaluate(() => {
      const now = new Date();
      return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + 365)).toISOString().slice(0, 10);
    });
    await button(widget, "Next").click();
    const { expiresAt, sealed } = await told(widget);
    assert.equal(expiresAt, day);
    assert.ok(!sealed.includes(day) && !/expir/i.test(sealed), sealed);
  });

  it("is no date for a key that never expires", async () => {
    const widget = await toKey();
    await expiry(widget).selectOption({ label: "Never" });
    await button(widget, "Next").click();
    assert.equal((await told(widget)).expiresAt, null);
  });

  for (const [date, sentence] of [
    ["2020-01-01", "This date is past. Get a key that is still valid, or correct the date."],
    ["next May", "Enter the date as YYYY-MM-DD, or choose another answer above."],
  ] as const)
    it(`is refused at its field where it is “${date}”, and taken once it is right`, async () => {
      const widget = await toKey();
      await expiry(widget).selectOption({ label: "On another date" });
      await textbox(widget, "Expiry date").fill(date);
      await button(widget, "Next").click();
      const field = textbox(widget, "Expiry date");
      await widget.frame.getByText(sentence).first().waitFor();
      await expectScreen(widget, "Enter your Workable API key");
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.equal(await field.evaluate((input) => input === document.activeElement), true);
      await field.fill("2099-12-31");
      await button(widget, "Next").click();
      assert.equal((await told(widget)).expiresAt, "2099-12-31");
    });
});
