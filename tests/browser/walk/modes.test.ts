import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { keys } from "../../../web/sandbox/keys.ts";
import { Demo } from "../support/demo.ts";
import {
  backendResult,
  button,
  expectScreen,
  keyField,
  openWidget,
  submitCredentials,
  toSubdomain,
} from "../support/walk.ts";
import { walkingPage } from "../support/walking_page.ts";

describe("the other ways to verify and to hand over", () => {
  let demo: Demo | undefined;
  afterEach(async () => demo?.stop());

  it("post: the link page gives the sealed key to the backend, the host page only a reference", async () => {
    demo = await Demo.start({ handoverMode: "post" });
    const page = await walkingPage(demo);
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    await expectScreen(widget, "Workable is connected");
    const result = await backendResult(page);
    assert.equal(result["subdomain"], "acme");
    assert.match(String(result["key"]), /T4ma$/);
  });

  it("backend: the backend asks Workable, and the page's own relay is not asked", async () => {
    demo = await Demo.start({ verify: "backend" });
    const page = await walkingPage(demo);
    const relayed: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.startsWith("/relay/")) relayed.push(request.url());
    });
    const widget = await openWidget(page, demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.expired.key);
    await expectScreen(widget, "Workable did not accept this API key");
    await button(widget, "Edit API key").click();
    await expectScreen(widget, "Enter your Workable API key");
    await keyField(widget).fill(keys.allScopes.key);
    await button(widget, "Next").click();
    await expectScreen(widget, "Workable is connected");
    assert.equal((await backendResult(page))["accountName"], "Acme");
    assert.deepEqual(relayed, []);
  });

  it("none: nothing is checked and the screen says so", async () => {
    demo = await Demo.start({ verify: "none" });
    const widget = await openWidget(await walkingPage(demo), demo.servers.hostUrl);
    await toSubdomain(widget);
    await submitCredentials(widget, "acme", keys.allScopes.key);
    const screen = await expectScreen(widget, "Workable is connected");
    assert.ok((await screen.innerText()).includes("Nothing was checked here"));
  });

  it("hosted: a link of its own asks first who sent it, and loses its fragment at once", async () => {
    demo = await Demo.start({ handoverMode: "post" });
    const page = await walkingPage(demo);
    const { url } = (await (await fetch(`${demo.servers.hostUrl}api/hosted-link`)).json()) as { url: string };
    await page.goto(url);
    await page.getByRole("heading", { level: 1, name: "Brambleway asks you to connect your ATS" }).waitFor();
    assert.equal(new URL(page.url()).hash, "");
    await page.getByText("Dana Reyes of Brambleway asked for this.").first().waitFor();
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Connect your ATS" }).waitFor();
  });
});
