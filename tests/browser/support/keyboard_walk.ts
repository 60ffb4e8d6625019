import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import { Keyboard } from "./keyboard.ts";
import { watchView } from "./told_view.ts";

/** From the demo's first page to the wizard's first screen, by Tab and Enter. */
export async function openByKeyboard(page: Page, hostUrl: string): Promise<Keyboard> {
  await watchView(page);
  await page.goto(hostUrl);
  await tabToHost(page, "Settings");
  await page.keyboard.press("Enter");
  await tabToHost(page, "Connect ATS");
  await page.keyboard.press("Enter");
  await page.locator("dialog iframe").waitFor();
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  assert.ok(frame, "the dialog has its frame");
  const keyboard = new Keyboard(page, frame);
  await keyboard.arrive("provider");
  return keyboard;
}

async function tabToHost(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).first().waitFor();
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((text) => document.activeElement?.textContent.trim() === text, name)) return;
  }
  assert.fail(`Tab never came to ${name}`);
}

interface WalkOptions {
  textView?: boolean;
  /** Tab around every screen and compare. */
  visit?: boolean;
}

/** From the first screen to the one that asks for the key. */
export async function toKey(keyboard: Keyboard, subdomain: string, { visit = false }: WalkOptions = {}): Promise<void> {
  const look = async (screen: string): Promise<void> => {
    await keyboard.arrive(screen);
    if (visit) await keyboard.visitAll();
  };
  await look("provider");
  await keyboard.press("show_all");
  await keyboard.press("choice:workable");
  await look("method");
  await keyboard.press("method:api_key", "Space");
  await look("admin");
  await keyboard.press("admin:yes");
  await look("permissions");
  await keyboard.press("primary");
  await look("subdomain");
  await keyboard.type("field:subdomain", subdomain);
  await keyboard.page.keyboard.press("Enter");
  await look("api_key");
}

/** The whole way to the connection; needs a page whose context is new. */
export async function keyboardWalk(page: Page, hostUrl: string, options: WalkOptions = {}): Promise<Keyboard> {
  const keyboard = await openByKeyboard(page, hostUrl);
  if (options.textView) {
    await keyboard.press("text_view", "Space");
    // Back to where a new screen starts.
    await keyboard.frame.locator("h1").focus();
  }
  await toKey(keyboard, "acme", options);
  await keyboard.press("scope:r_jobs", "Space");
  await keyboard.press("show:api_key", "Space");
  await keyboard.page.keyboard.press("Shift+Tab");
  await keyboard.page.keyboard.insertText(keys.allScopes.key);
  await keyboard.page.keyboard.press("Enter");
  await keyboard.arrive("connected");
  if (options.visit) await keyboard.visitAll();
  return keyboard;
}
