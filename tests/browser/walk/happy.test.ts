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
  submitCredentials,
  textbox,
  toSubdomain,
} from "../support/walk.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

describe("connecting Workable from the demo", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made), { canvas: true });

  it("leads through every step by role and name, and the backend holds a verified credential", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    const progress = (text: string) => widget.frame.getByText(text, { exact: true }).first().waitFor();

    assert.equal(await button(widget, "Workable").count(), 0, "Workable is not among the first four");
    await progress("Step 1 of 7");
    await button(widget, "View more ATS integrations").click();
    await button(widget, "Workable").click();
    await expectScreen(widget, "How do you want to connect Workable?");
    await progress("Step 2 of 7");
    await button(widget, "Use my API key or access token (recommended)").click();
    await expectScreen(widget, "Are you an admin of Workable?");
    await progress("Step 3 of 7");
    await button(widget, "I am an admin").click();
    await expectScreen(widget, "Review data permissions");
    await progress("Step 4 of 7");
    await button(widget, "Next").click();
    await expectScreen(widget, "Enter your Workable subdomain");
    await progress("Step 5 of 7");
    await widget.frame.getByText(".workable.com", { exact: true }).first().waitFor();
    await textbox(widget, "Subdomain").fill("acme");
    await textbox(widget, "Subdomain").press("Enter");
    await expectScreen(widget, "Enter your Workable API key");
    await progress("Step 6 of 7");
    const settings = widget.frame.getByRole("link", { name: "Open Workable settings" });
    assert.equal(await settings.getAttribute("href"), "https://acme.workable.com/backend/settings/integrations");
    await keyField(widget).fill(keys.allScopes.key);
    assert.equal(await keyField(widget).getAttribute("type"), "password");
    await keyField(widget).press("Enter");
    await expectScreen(widget, "Workable is connected");
    await progress("Step 7 of 7");

    const result = await backendResult(page);
    assert.equal(result["subdomain"], "acme");
    assert.equal(result["accountName"], "Acme");
    assert.match(String(result["key"]), /T4ma$/);
    assert.ok(!JSON.stringify(result).includes(keys.allScopes.key), "the key is masked");
    assert.deepEqual((result["scopes"] as { granted: string[] }).granted, ["r_jobs", "r_candidates"]);

    await button(widget, "Done").click();
    await page.locator("dialog iframe").waitFor({ state: "detached" });
    assert.deepEqual(demo.takeComplaints(), [], "no console error, warning or policy violation");
  });

  it("asks Workable three things, each once, with the key only in the one header", async () => {
    const before = (await demo.requests()).length;
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
    // Beside the look whether a redirect is there, which has no key and asks nobody.
    const probes = addresses.filter((address) => address.includes("/relay/") && !address.startsWith("OPTIONS "));
    assert.equal(probes.length, 3);
    assert.ok(
      !addresses.some((address) => address.includes(keys.allScopes.key)),
      "the key is in no address and no body",
    );
    // The demo's backend verifies again with the same three requests.
    await backendResult(page);
    const asked = (await demo.requests())
      .slice(before, before + 3)
      .map(({ host, path, query }) => `${host}${path}?${query.replace(/^\?/, "")}`);
    assert.deepEqual(asked.sort(), [
      "acme.workable.com/spi/v3/candidates?limit=1",
      "acme.workable.com/spi/v3/jobs?limit=1",
      "www.workable.com/spi/v3/accounts?",
    ]);
  });

  it("takes a key wrapped in quotes, a prefix and line breaks, as people paste it", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, " ACME ", `Authorization: Bearer "${keys.allScopes.key}" `);
    await expectScreen(widget, "Workable is connected");
    assert.match(String((await backendResult(page))["key"]), /T4ma$/);
  });

  it("connects an empty account too", async () => {
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "initech", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
    assert.equal((await backendResult(page))["subdomain"], "initech");
  });
});
