import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JWK } from "jose";
import type { Page } from "playwright-core";
import { unseal } from "../../../web/server/unseal.ts";
import { readNetlify } from "../../web/headers/parse.ts";
import { keys } from "../../../web/sandbox/keys.ts";
import { button, expectScreen, submitCredentials } from "../support/walk.ts";

/** From the application's button to the opened token, with a key that is refused on the way. */
export async function walkDeployed(page: Page, guideFolder: string): Promise<void> {
  const response = page.waitForResponse("https://link.example.com/");
  await page.getByRole("button", { name: "Connect ATS" }).click();
  const widget = { page, frame: page.frameLocator("dialog iframe") };
  const sent = (await response).headers();
  expectHeaders(sent, guideFolder);
  await button(widget, "Use my API key or access token (recommended)").click();
  await button(widget, "I am an admin").click();
  await button(widget, "Next").click();
  await submitCredentials(widget, "acme", keys.expired.key);
  await expectScreen(widget, "Workable did not accept this API key");
  await button(widget, "Edit API key").click();
  await widget.frame.getByLabel("API key", { exact: true }).fill(keys.allScopes.key);
  await button(widget, "Next").click();
  await expectScreen(widget, "Workable is connected");
  const result = await page.locator("#result").filter({ hasText: "{" }).textContent();
  const { publicToken } = JSON.parse(result ?? "") as { publicToken: string };
  const privateKey = JSON.parse(readFileSync(join(guideFolder, "private-key.json"), "utf8")) as JWK;
  const payload = await unseal(publicToken, [privateKey]);
  assert.ok(typeof payload !== "string", "the backend's key opens the token");
  assert.equal(payload.credential.values["api_key"], keys.allScopes.key);
  assert.deepEqual(payload.scopes.granted, ["r_jobs", "r_candidates"]);
  assert.equal(payload.origin, "https://app.example.com");
}

/** Every header that the guide's own command wrote for the page arrives, whatever the server. */
function expectHeaders(sent: Record<string, string>, guideFolder: string): void {
  const expected = readNetlify(readFileSync(join(guideFolder, "headers/_headers"), "utf8"))("/");
  assert.match(expected["content-security-policy"] ?? "", /frame-ancestors https:\/\/app\.example\.com/);
  for (const [name, value] of Object.entries(expected)) assert.equal(sent[name], value, name);
}
