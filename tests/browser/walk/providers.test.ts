import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import type { Page } from "playwright-core";
import type { Demo } from "../support/demo.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  throughPermissions,
  type Widget,
} from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

async function toKey(widget: Widget, name: string): Promise<void> {
  await throughPermissions(widget, name);
  await expectScreen(widget, `Enter your ${name} API key`);
}

describe("providers unlike Workable walk by their files alone", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made));

  it("Ashby, without a subdomain and with a POST probe, connects", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toKey(widget, "Ashby");
    await keyField(widget).fill(keys.ashby.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Ashby is connected");
    const result = await backendResult(page);
    assert.equal(result["provider"], "ashby");
    assert.ok(!JSON.stringify(result).includes(keys.ashby.key), "the key is masked");
    const asked = (await demo.requests()).filter(({ path }) => path === "/apiKey.info");
    assert.ok(asked.length > 0 && asked.every(({ method }) => method === "POST"));
  });

  it("Ashby's key without the permission is told apart from a wrong key", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toKey(widget, "Ashby");
    await keyField(widget).fill(keys.ashbyNoPermission.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "This API key cannot read everything that is needed");
    await button(widget, "Edit API key").click();
    await expectScreen(widget, "Enter your Ashby API key");
    await keyField(widget).fill("NotAKeyOfTheSandboxAtAll12345678");
    await button(widget, "Next").click();
    await expectScreen(widget, "Ashby did not accept this API key");
  });

  it("Jobvite asks for two secrets and seals both", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toKey(widget, "Jobvite");
    await keyField(widget).fill(keys.jobvite.key);
    await button(widget, "Next").click();
    await widget.frame.getByText("Enter your Secret key.").first().waitFor();
    await widget.frame.getByLabel("Secret key", { exact: true }).fill(keys.jobvite.secret);
    await button(widget, "Next").click();
    await expectScreen(widget, "Jobvite is connected");
    assert.equal((await backendResult(page))["provider"], "jobvite");
  });
});
