import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Demo } from "../support/demo.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  pressConnect,
  submitCredentials,
  textbox,
  toSubdomain,
  type Widget,
} from "../support/walk.ts";
import { walkingPage, walkOnOnePage } from "../support/walking_page.ts";

/** From a connection that is there to the first screen of its mending. */
async function reconnect(page: Page, hostUrl: string): Promise<Widget> {
  const widget = await openWidget(page, hostUrl);
  await toSubdomain(widget);
  await submitCredentials(widget, "acme", keys.allScopes.key);
  await expectScreen(widget, "Workable is connected");
  await button(widget, "Done").click();
  await backendResult(page);
  await page.getByRole("button", { name: "Reconnect", exact: true }).click();
  return widget;
}

describe("a connection is mended", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((started, opened) => {
    demo = started;
    page = opened;
  });

  /** A host that asks for something else than the demo's does, by the opener that the demo has. */
  async function ask(members: object): Promise<Widget> {
    const host = await walkingPage(demo);
    await host.addInitScript((config) => {
      const { postMessage } = MessagePort.prototype as { postMessage(this: MessagePort, message: unknown): void };
      type Message = { type?: string; config?: object } | null;
      MessagePort.prototype.postMessage = function (this: MessagePort, message: Message) {
        if (message?.type === "open") Object.assign(message.config ?? {}, config);
        postMessage.call(this, message);
      };
    }, members);
    return pressConnect(host, demo.servers.hostUrl);
  }

  it("at the API key, for the account that is known, in one step", async () => {
    const widget = await reconnect(page, demo.servers.hostUrl);
    const screen = await expectScreen(widget, "Reconnect Workable");
    await screen.getByText("Account: acme.workable.com").waitFor();
    await screen.getByText("Step 5 of 6").waitFor();
    await keyField(widget).fill(keys.onlyJobs.key);
    await keyField(widget).press("Enter");
    await expectScreen(widget, "This API key cannot read everything that is needed");
    await button(widget, "Edit API key").click();
    await expectScreen(widget, "Reconnect Workable");
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected again");
    await button(widget, "Done").click();
    const result = await backendResult(page);
    assert.equal(result["subdomain"], "acme");
  });

  it("with another subdomain only where the person enters it, which is warned of, checked and sealed", async () => {
    const widget = await reconnect(page, demo.servers.hostUrl);
    await expectScreen(widget, "Reconnect Workable");
    await keyField(widget).fill(keys.ofGlobex.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "This API key belongs to another Workable account");
    await button(widget, "Edit subdomain").click();
    await expectScreen(widget, "Enter your Workable subdomain");
    await textbox(widget, "Subdomain").fill("globex");
    await button(widget, "Next").click();
    const screen = await expectScreen(widget, "Reconnect Workable");
    await screen.getByText("This is another account than before. The one that was connected: acme").waitFor();
    await button(widget, "Edit subdomain").click();
    await expectScreen(widget, "Enter your Workable subdomain");
    await button(widget, "Next").click();
    await keyField(widget).fill(keys.ofGlobex.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected again");
    await page.waitForFunction(() => document.getElementById("result")?.textContent.includes("globex"));
  });

  it("with the reason that the host gives, in the page's words and the person's language", async () => {
    const config = {
      mode: "relink",
      provider: "workable",
      prefill: { subdomain: "acme" },
      relink: { reason: "expired" },
    };
    const english = await expectScreen(await ask(config), "Reconnect Workable");
    await english.getByText("The API key that Brambleway has for Workable has expired.").waitFor();
    const german = await expectScreen(await ask({ ...config, locale: "de" }), "Workable wieder verbinden");
    await german.getByText("Der API-Schlüssel, den Brambleway für Workable hat, ist abgelaufen.").waitFor();
  });

  it("not without its provider, nor for a reason that is not one of ours: the member is named", async () => {
    for (const [members, name] of [
      [{ mode: "relink", provider: "" }, "provider"],
      [{ mode: "relink", provider: "no-such-ats" }, "provider"],
      [{ mode: "relink", provider: "workable", relink: { reason: "Call 555 at once" } }, "relink.reason"],
    ] as const) {
      const screen = await expectScreen(await ask(members), "This connection is not set up correctly");
      await screen.getByText(`For the developer: ${name}`, { exact: true }).waitFor();
    }
  });
});
