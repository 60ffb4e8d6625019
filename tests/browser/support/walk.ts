import assert from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";

/** The widget as a person meets it: the demo's page and the frame that the opener shows. */
export interface Widget {
  page: Page;
  frame: FrameLocator;
}

/** From the demo's first page to the press that opens the widget. */
export async function pressConnect(page: Page, hostUrl: string): Promise<Widget> {
  await page.goto(hostUrl);
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("button", { name: "Connect ATS" }).click();
  return { page, frame: page.frameLocator("dialog iframe") };
}

/** From the demo's first page to the widget's first screen, once the module is there. */
export async function openWidget(page: Page, hostUrl: string): Promise<Widget> {
  const widget = await pressConnect(page, hostUrl);
  await expectScreen(widget, "Connect your ATS");
  await widget.frame.locator(".card:not(.early)").waitFor();
  return widget;
}

/** Waits until the screen with this heading is there, and returns its dialog: every screen is one named by its `h1`. */
export async function expectScreen(widget: Widget, heading: string, timeout = 20_000): Promise<Locator> {
  const title = widget.frame.getByRole("heading", { level: 1, name: heading, exact: true });
  await title.waitFor({ state: "visible", timeout });
  const dialog = widget.frame.getByRole("dialog", { name: heading, exact: true });
  assert.equal(await dialog.count(), 1, `the screen is a dialog named “${heading}”`);
  return dialog;
}

export const button = (widget: Widget, name: string): Locator =>
  widget.frame.getByRole("button", { name, exact: true });
export const textbox = (widget: Widget, name: string): Locator =>
  widget.frame.getByRole("textbox", { name, exact: true });

/** By how much the screen scrolls, once the dialog has the size that it asked for; 0: all of it is seen. */
export const overflowOf = (widget: Widget): Promise<number> =>
  widget.frame.locator(".scroll").evaluate(async (scroller) => {
    const over = (): number => scroller.scrollHeight - scroller.clientHeight;
    for (let frames = 0; frames < 120 && over() > 0; frames++) await new Promise(requestAnimationFrame);
    return over();
  });

/** From a first screen that shows the provider to the screen after its permissions, by the labels of the walk. */
export async function throughPermissions(widget: Widget, name: string): Promise<void> {
  await button(widget, name).click();
  await expectScreen(widget, `How do you want to connect ${name}?`);
  await button(widget, "Use my API key or access token (recommended)").click();
  await expectScreen(widget, `Are you an admin of ${name}?`);
  await button(widget, "I am an admin").click();
  await expectScreen(widget, "Review data permissions");
  await button(widget, "Next").click();
}

/** From the first screen to the subdomain of Workable. */
export async function toSubdomain(widget: Widget): Promise<void> {
  await button(widget, "View more ATS integrations").click();
  await throughPermissions(widget, "Workable");
  await expectScreen(widget, "Enter your Workable subdomain");
}

/** Types the subdomain and the key and submits both. A secret is a password field, so it is found by its label. */
export async function submitCredentials(widget: Widget, subdomain: string, key: string): Promise<void> {
  await textbox(widget, "Subdomain").fill(subdomain);
  await button(widget, "Next").click();
  await expectScreen(widget, "Enter your Workable API key");
  await keyField(widget).fill(key);
  await button(widget, "Next").click();
}

export const keyField = (widget: Widget): Locator => widget.frame.getByLabel("API key", { exact: true });

/** What the backend got, as the demo shows it. */
export async function backendResult(page: Page): Promise<Record<string, unknown>> {
  const result = page.locator("#result");
  await page.waitForFunction(() => (document.getElementById("result")?.textContent ?? "").trim().startsWith("{"));
  return JSON.parse((await result.textContent()) ?? "") as Record<string, unknown>;
}
