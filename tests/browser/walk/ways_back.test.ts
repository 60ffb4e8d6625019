import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Page } from "playwright-core";
import type { Demo } from "../support/demo.ts";
import { until } from "../support/until.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  submitCredentials,
  textbox,
  toSubdomain,
} from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

describe("nothing typed is lost", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made));

  const atSubdomain = async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    return widget;
  };

  it("a full address is refused with the part to use one click away", async () => {
    const widget = await atSubdomain();
    const field = textbox(widget, "Subdomain");
    await field.fill("https://Acme.workable.com/backend/jobs/123");
    await button(widget, "Next").click();
    await widget.frame.getByText("Enter only the part before .workable.com.").first().waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await expectScreen(widget, "Enter your Workable subdomain");
    await button(widget, "Use “acme”").click();
    assert.equal(await field.inputValue(), "acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
  });

  it("Back from every screen keeps the subdomain and the key", async () => {
    const widget = await atSubdomain();
    await textbox(widget, "Subdomain").fill("acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill("half-a-key");
    await button(widget, "Back").click();
    await expectScreen(widget, "Enter your Workable subdomain");
    assert.equal(await textbox(widget, "Subdomain").inputValue(), "acme");
    for (const heading of [
      "Review data permissions",
      "Are you an admin of Workable?",
      "How do you want to connect Workable?",
      "Connect your ATS",
    ]) {
      await button(widget, "Back").click();
      await expectScreen(widget, heading);
    }
    assert.equal(await button(widget, "Back").count(), 0, "the first screen has no way back");
    await button(widget, "Workable").click();
    await button(widget, "Use my API key or access token (recommended)").click();
    await button(widget, "I am an admin").click();
    await button(widget, "Next").click();
    assert.equal(await textbox(widget, "Subdomain").inputValue(), "acme");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable API key");
    assert.equal(await keyField(widget).inputValue(), "half-a-key");
  });

  it("Edit API key after a refusal opens the key with the sentence at the field, and the new key connects", async () => {
    const widget = await atSubdomain();
    await submitCredentials(widget, "acme", keys.expired.key);
    await expectScreen(widget, "Workable did not accept this API key");
    await button(widget, "Edit API key").click();
    await expectScreen(widget, "Enter your Workable API key");
    assert.equal(await keyField(widget).inputValue(), keys.expired.key);
    assert.equal(await keyField(widget).getAttribute("aria-invalid"), "true");
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected");
    assert.equal((await backendResult(widget.page))["subdomain"], "acme");
  });

  it("a key of another account connects with the account it belongs to", async () => {
    await demo.switch({ mismatchText: "not_authorized" });
    const widget = await atSubdomain();
    await submitCredentials(widget, "acme", keys.ofGlobex.key);
    await expectScreen(widget, "This API key belongs to another Workable account");
    await button(widget, "Use “globex”").click();
    await expectScreen(widget, "Workable is connected");
    assert.equal((await backendResult(widget.page))["subdomain"], "globex");
    await demo.switch({ mismatchText: "named" });
  });

  it("Close asks once when something was typed, and closing gives up the request at the server", async () => {
    const widget = await atSubdomain();
    await submitCredentials(widget, "acme", keys.slow.key);
    await expectScreen(widget, "Checking your connection");
    await button(widget, "Close").click();
    await expectScreen(widget, "Close without connecting?");
    await button(widget, "Keep going").click();
    await expectScreen(widget, "Checking your connection");
    await button(widget, "Close").click();
    await button(widget, "Close now").click();
    await widget.page.locator("dialog iframe").waitFor({ state: "detached" });
    await untilAborted(demo, 3);
  });

  it("Back while checking gives up the requests and keeps the key", async () => {
    await fetch(`${demo.servers.sandboxUrl}/__sandbox/reset`, { method: "POST" });
    await demo.switch({ rateLimit: false });
    const widget = await atSubdomain();
    await submitCredentials(widget, "acme", keys.slow.key);
    await expectScreen(widget, "Checking your connection");
    await button(widget, "Back").click();
    await expectScreen(widget, "Enter your Workable API key");
    assert.equal(await keyField(widget).inputValue(), keys.slow.key);
    await untilAborted(demo, 3);
  });

  it("Escape on the first screen closes without a question and gives the focus back", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await widget.frame.getByRole("heading", { level: 1 }).press("Escape");
    await page.locator("dialog iframe").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.textContent.trim()), "Connect ATS");
  });
});

/** Waits until the sandbox saw `count` requests given up before it answered. */
const untilAborted = (demo: Demo, count: number): Promise<boolean> =>
  until(
    `the server sees ${String(count)} requests given up`,
    async () => (await demo.requests()).filter((request) => request.aborted).length >= count,
  );
