import assert from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { patience } from "./chromium.ts";

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
export async function expectScreen(widget: Widget, heading: string): Promise<Locator> {
  const title = widget.frame.getByRole("heading", { level: 1, name: heading, exact: true });
  await title.waitFor();
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
    for (let frames = 0; frames < 1200 && over() > 0; frames++) await new Promise(requestAnimationFrame);
    return over();
  });

/** A press of the button that is named so, on the screen with this heading. */
type Press = readonly [heading: string, name: string];

/**
 * Presses buttons, each where its screen is, all in one look into the frame: for the way to what a test is about. That a
 * press by `click()` acts as any other is E2's to prove; the driver's own takes twice the processor's time.
 */
async function passThrough(widget: Widget, presses: readonly Press[]): Promise<void> {
  const passed = widget.frame.locator("html").evaluate(async (root: HTMLElement, wanted) => {
    const nameOf = (element: HTMLElement): string => element.ariaLabel ?? element.innerText.trim();
    const find = ([heading, name]: Press): HTMLElement | undefined => {
      if (root.querySelector("h1")?.textContent.trim() !== heading) return undefined;
      const buttons = [...root.querySelectorAll<HTMLElement>("button:not([disabled], [aria-disabled=true])")];
      return buttons.find((button) => nameOf(button) === name && button.checkVisibility({ visibilityProperty: true }));
    };
    for (const step of wanted) {
      let button = find(step);
      // Not by frames or timers, which a test may have stopped.
      if (!button)
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            button = find(step);
            if (!button) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
        });
      button?.click();
    }
  }, presses);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => (timer = setTimeout(resolve, patience * presses.length, "late")));
  const ended = await Promise.race([passed, late]).finally(() => clearTimeout(timer));
  if (ended !== "late") return;
  const seen = await widget.frame.locator("h1").allTextContents();
  assert.fail(`stopped at “${seen.join("”, “")}” of the way ${JSON.stringify(presses)}`);
}

/** From a first screen that shows the provider to the screen after its permissions, by the labels of the walk. */
const permissionsOf = (name: string): Press[] => [
  ["Connect your ATS", name],
  [`How do you want to connect ${name}?`, "Use my API key or access token (recommended)"],
  [`Are you an admin of ${name}?`, "I am an admin"],
  ["Review data permissions", "Next"],
];

export const throughPermissions = (widget: Widget, name: string): Promise<void> =>
  passThrough(widget, permissionsOf(name));

const wayToSubdomain: Press[] = [["Connect your ATS", "View more ATS integrations"], ...permissionsOf("Workable")];

/** From the first screen to the subdomain of Workable. */
export async function toSubdomain(widget: Widget): Promise<void> {
  await passThrough(widget, wayToSubdomain);
  await expectScreen(widget, "Enter your Workable subdomain");
}

/** The same, as a person presses: for tests of what happens between the screens. */
export async function walkToSubdomain(widget: Widget, pressed: (name: string) => Promise<unknown>): Promise<void> {
  for (const [heading, name] of wayToSubdomain) {
    await expectScreen(widget, heading);
    await button(widget, name).click();
    await pressed(name);
  }
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
