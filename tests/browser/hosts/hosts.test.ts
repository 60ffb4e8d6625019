import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Stand } from "../opener/stand.ts";
import { bentHosts, modalHosts } from "./host_pages.ts";
import { ended, endings, type HostWindow, opened, press, startHosts, visit } from "./host_stand.ts";

let stand: Stand;
before(async () => {
  stand = await startHosts();
});
after(() => stand.close());

/** Asked in the page, since what it would hand out passes through its own built-ins; not as a text, which its policy refuses. */
const toldOfSuccess = (): boolean => {
  const { calls } = window as unknown as HostWindow;
  return calls.length === 1 && calls[0]![0] === "success" && (calls[0]![1] as unknown) === "sealed";
};

for (const host of modalHosts)
  test(`over the modal of ${host} the wizard takes the mouse and the keyboard, and leaves the modal alive`, async () => {
    const page = await visit(stand, host);
    let frame = await press(page);
    await frame.getByRole("button", { name: "First" }).click();
    await frame.getByLabel("Subdomain").click();
    await page.keyboard.type("acme");
    assert.equal(await frame.getByLabel("Subdomain").inputValue(), "acme");
    assert.equal(await page.locator("ats-link-root:not([inert]) > dialog:modal").count(), 1);
    // A press beside the wizard is none beside the host's modal.
    await page.mouse.click(5, 5);
    await frame.waitForFunction(`heard.some((message) => message.reason === "backdrop")`);
    await frame.evaluate("leave('backdrop')").catch(() => {});
    await ended(page);
    frame = await press(page);
    await frame.evaluate("succeed()");
    await ended(page, 2);
    assert.deepEqual(await endings(page), ["exit", "success"]);
    await page.context().close();
  });

for (const host of modalHosts)
  test(`with help, Continue connecting is reached over the modal of ${host} by mouse and by keyboard`, async () => {
    const page = await visit(stand, host);
    await page.evaluate(() => (window as unknown as HostWindow).connect({ support: { onRequest() {} } }));
    const frame = await opened(page);
    const back = page.getByRole("button", { name: "Continue connecting" });
    const help = `say({ type: "help", context: { step: "provider", sessionId: base().sessionId } })`;
    await frame.evaluate(help);
    await back.click();
    await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
    await frame.evaluate(help);
    await back.waitFor();
    // From the host's own button: Tab gets there, around the modal's own circle if need be.
    await page.locator("#connect").focus();
    for (let i = 0; i < 6 && !(await back.evaluate((button) => button.matches(":focus"))); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
    assert.equal(await back.count(), 0);
    await page.context().close();
  });

for (const host of bentHosts)
  test(`in a page with ${host} a session opens, succeeds and closes, and another is left`, async () => {
    const page = await visit(stand, host);
    let frame = await press(page);
    await frame.evaluate("succeed()");
    await page.waitForFunction(toldOfSuccess);
    await frame.evaluate("leave()").catch(() => {});
    await page.locator("ats-link-root").waitFor({ state: "detached" });
    await page.waitForFunction(toldOfSuccess);
    await page.waitForFunction(() => (window as unknown as HostWindow).handler.state === "idle");
    frame = await press(page);
    await frame.evaluate("leave()").catch(() => {});
    await page.waitForFunction(() => {
      const { calls, handler } = window as unknown as HostWindow;
      return (
        calls.length === 2 && calls[1]![0] === "exit" && (calls[1]![1] as unknown) === null && handler.state === "idle"
      );
    });
    await page.context().close();
  });

test("H4 a native modal that the host opens for its help comes under Continue connecting", async () => {
  const page = await visit(stand, "a plain page");
  await page.evaluate(() => {
    const onRequest = (): void => {
      const dialog = document.createElement("dialog");
      dialog.append(Object.assign(document.createElement("button"), { textContent: "Chat" }));
      document.body.append(dialog);
      dialog.showModal();
    };
    (window as unknown as HostWindow).connect({ support: { onRequest } });
  });
  const frame = await opened(page);
  await frame.evaluate(`say({ type: "help", context: { step: "provider", sessionId: base().sessionId } })`);
  const back = page.getByRole("button", { name: "Continue connecting" });
  await page.locator("body > dialog").getByRole("button", { name: "Continue connecting" }).waitFor();
  // The host closes its modal with the button inside, and takes it away.
  await page.locator("body > dialog").evaluate((dialog: HTMLDialogElement) => {
    dialog.close();
    dialog.remove();
  });
  await back.click();
  await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
  await page.context().close();
});
