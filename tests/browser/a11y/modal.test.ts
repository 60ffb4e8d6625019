import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { readAloud } from "../support/ax.ts";
import type { Demo } from "../support/demo.ts";
import { openWidget, toSubdomain, textbox } from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

/** What has the focus in the host page. */
const hostFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLElement ? `${focused.tagName} ${focused.textContent.trim().slice(0, 40)}`.trim() : "";
  });

describe("over the host page", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made));

  const settings = async (): Promise<void> => {
    await page.goto(demo.servers.hostUrl);
    await page.getByRole("button", { name: "Settings" }).first().click();
    await page.getByRole("button", { name: "Connect ATS" }).waitFor();
  };

  it("A4 nothing of the host page is met while the wizard is open, and all of it afterwards", async () => {
    await settings();
    const lines = async () => (await readAloud(page, page.mainFrame())).map(({ line }) => line);
    const before = await lines();
    assert.ok(before.length > 20, "the host page has much to say");
    await page.getByRole("button", { name: "Connect ATS" }).click();
    await page.frameLocator("dialog iframe").getByRole("heading", { level: 1 }).waitFor();
    const during = await lines();
    assert.deepEqual(
      during.filter((line) => !line.startsWith("dialog")),
      [],
    );
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    // The demo's own log tells that the wizard was left; everything else is as before.
    const after = await lines();
    assert.deepEqual(
      before.filter((line) => !/\d/.test(line) && !after.includes(line)),
      [],
    );
  });

  it("B3 Tab goes round in the dialog, and its end gives the focus back to the button that opened it", async () => {
    await settings();
    const connect = page.getByRole("button", { name: "Connect ATS" });
    await connect.focus();
    await page.keyboard.press("Enter");
    await page.frameLocator("dialog iframe").getByRole("heading", { level: 1 }).waitFor();
    for (let press = 0; press < 3 * 12; press++) {
      await page.keyboard.press("Tab");
      assert.match(await hostFocus(page), /^(IFRAME|BODY|DIALOG)/, `press ${String(press)}`);
    }
    await page.keyboard.press("Shift+Tab");
    await page.frameLocator("dialog iframe").getByRole("button", { name: "Close", exact: true }).press("Enter");
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.equal(await hostFocus(page), "BUTTON Connect ATS");
  });

  it("B3 the focus is not lost when the button that opened it is gone", async () => {
    await settings();
    await page.getByRole("button", { name: "Connect ATS" }).click();
    await page.frameLocator("dialog iframe").getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(() =>
      [...document.querySelectorAll("button")].find((b) => b.textContent.includes("Connect ATS"))?.remove(),
    );
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.doesNotMatch(await hostFocus(page), /^BODY/);
  });

  it("B4 no key of the host page or of the wizard's fields is taken, before, while and after it is open", async () => {
    const cancelled = () => {
      const keys = [
        ["Tab"],
        ["Backspace"],
        [" "],
        ["ArrowDown"],
        ["ArrowLeft"],
        ["a"],
        ["F5"],
        ["Enter"],
        ["f", "ctrl"],
        ["p", "ctrl"],
      ];
      const targets = [document.body, ...document.querySelectorAll<HTMLElement>("input, button")].slice(0, 6);
      return targets.flatMap((target) =>
        keys.flatMap(([key = "", ctrl]) => {
          const event = new KeyboardEvent("keydown", {
            key,
            ctrlKey: ctrl === "ctrl",
            bubbles: true,
            cancelable: true,
          });
          return target.dispatchEvent(event) ? [] : [`${target.tagName} ${key}`];
        }),
      );
    };
    await settings();
    await page.evaluate(() => document.body.append(document.createElement("input")));
    const hostInput = page.locator("body > input");
    assert.deepEqual(await page.evaluate(cancelled), []);
    await page.getByRole("button", { name: "Connect ATS" }).click();
    const widget = { page, frame: page.frameLocator("dialog iframe") };
    await widget.frame.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(await page.evaluate(cancelled), []);
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").waitFor();
    const frame = page.frames()[1];
    assert.ok(frame);
    assert.deepEqual(await frame.evaluate(cancelled), []);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.deepEqual(await page.evaluate(cancelled), []);
    await hostInput.pressSequentially("ab c");
    await hostInput.press("Backspace");
    assert.equal(await hostInput.inputValue(), "ab ");
  });

  it("A5 the key is in no attribute, text, name, message or address, shown or masked", async () => {
    const marker = `canary${"0123456789abcdef".repeat(3)}`;
    const seen: string[] = [];
    page.on("console", (message) => seen.push(message.text()));
    page.on("request", (request) => seen.push(request.url()));
    await page.addInitScript(() => {
      const regions: string[] = [];
      Object.assign(window, { regions });
      new MutationObserver((records) => {
        for (const { target } of records) regions.push(target.textContent ?? "");
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await textbox(widget, "Subdomain").fill("acme");
    await widget.frame.getByRole("button", { name: "Next" }).click();
    const key = widget.frame.getByLabel("API key", { exact: true });
    await key.fill(marker);
    const frame = page.frames()[1];
    assert.ok(frame);
    const look = async (): Promise<string> => {
      const html = await Promise.all(
        page.frames().map((each) => each.evaluate(() => document.documentElement.outerHTML)),
      );
      const told = await frame.evaluate(() => (window as unknown as { regions: string[] }).regions.join("\n"));
      const names = (await readAloud(page, frame)).map(({ line }) => line);
      return [...html, told, ...names, ...seen, ...page.frames().map((each) => each.url())].join("\n");
    };
    assert.equal((await look()).includes(marker), false, "masked");
    await widget.frame.getByRole("button", { name: "Show key" }).click();
    assert.equal((await look()).includes(marker), false, "shown");
    await widget.frame.getByRole("button", { name: "Next" }).click();
    await widget.frame.getByRole("heading", { name: "Workable did not accept this API key" }).waitFor();
    assert.equal((await look()).includes(marker), false, "refused");
    await frame.evaluate((text) => document.body.setAttribute("data-planted", text), marker);
    assert.equal((await look()).includes(marker), true, "and it would be found");
  });
});
