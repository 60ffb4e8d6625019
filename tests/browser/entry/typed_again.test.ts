import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Demo } from "../support/demo.ts";
import { until } from "../support/until.ts";
import { button, expectScreen, keyField, openWidget, submitCredentials, toSubdomain } from "../support/walk.ts";
import type { Widget } from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

describe("what is entered a second time", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made));

  /** All of it is selected in the focused field, so that the next paste or letter takes its place. */
  const selected = (widget: Widget): Promise<boolean> =>
    until("the key is selected", () =>
      keyField(widget).evaluate(
        (field: HTMLInputElement) =>
          document.activeElement === field && field.selectionStart === 0 && field.selectionEnd === field.value.length,
      ),
    );
  const pastes = async (widget: Widget): Promise<void> => {
    await selected(widget);
    await page.keyboard.insertText(keys.allScopes.key);
    assert.equal(await keyField(widget).inputValue(), keys.allScopes.key);
  };
  const refused = async (): Promise<Widget> => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.expired.key);
    await expectScreen(widget, "Workable did not accept this API key");
    return widget;
  };

  it("a refused key is replaced and not added to, by Edit API key", async () => {
    const widget = await refused();
    await button(widget, "Edit API key").click();
    await expectScreen(widget, "Enter your Workable API key");
    await pastes(widget);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected");
  });

  it("a refused key is replaced and not added to, by Back and a click into the field", async () => {
    const widget = await refused();
    await button(widget, "Back").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).click();
    await pastes(widget);
  });

  it("a refused key is replaced and not added to, by Next, when the page itself refuses it; and so is an endless subdomain", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    const subdomain = widget.frame.getByRole("textbox", { name: "Subdomain" });
    await subdomain.fill("acme");
    await subdomain.fill("😀".repeat(10_000));
    await button(widget, "Next").click();
    await widget.frame.getByText("This is too long").or(widget.frame.getByText("only plain letters")).first().waitFor();
    assert.notEqual(await subdomain.inputValue(), "acme", "what stood there before");
    await submitCredentials(widget, "acme", "Qm7vT2...oI2T");
    await widget.frame.getByText("This is a shortened copy of a key").first().waitFor();
    await pastes(widget);
    await keyField(widget).fill("abc");
    await keyField(widget).press("Enter");
    await widget.frame.getByText("This is too short").first().waitFor();
    await pastes(widget);
  });

  it("Enter chooses the one entry that is left, and Escape clears before it closes", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    const search = widget.frame.getByRole("searchbox");
    await search.fill("e");
    await search.press("Enter");
    await search.fill("workab");
    await search.press("Escape");
    await expectScreen(widget, "Connect your ATS");
    await until("the search is empty", async () => (await search.inputValue()) === "");
    await search.fill("workab");
    await search.press("Enter");
    await expectScreen(widget, "How do you want to connect Workable?");
    await button(widget, "Back").click();
    await search.press("Escape");
    await until("the search is empty", async () => (await search.inputValue()) === "");
    // Not by the field: it goes with its frame before the key is let go.
    await page.keyboard.press("Escape");
    await page.locator("dialog iframe").waitFor({ state: "detached" });
  });
});
