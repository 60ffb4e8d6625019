import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { closed, startStand, tell, type Stand } from "./stand.ts";

const files = {
  "/element.js": `import "/opener/element.mjs"; import "/opener/element.mjs?again";
    window.seen = [];
    for (const name of ["link-success", "link-exit", "link-event", "link-load"])
      addEventListener(name, (event) => window.seen.push([name, event.detail]));
    window.loaded = true;`,
  "/element": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Element</title>
    <script type="module" src="/element.js"></script>
    <ats-link provider="workable" providers="workable, ashby" required-scopes="r_jobs" subdomain="acme" mode="relink" relink-reason="expired" theme="dark">
    <button>Connect</button></ats-link>`,
};

/** Waits until the page has seen an event of this name. */
const seen = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction((wanted) => (window as unknown as { seen: [string][] }).seen.some(([n]) => n === wanted), name);

let stand: Stand;
before(async () => {
  stand = await startStand(files);
});
after(() => stand.close());

test("<ats-link> opens on a click with what its attributes say, and fires its events", async () => {
  const page = await stand.newPage();
  await page.goto(`${stand.hostUrl}element`);
  await page.waitForFunction(() => "loaded" in window);
  await page.locator("ats-link").evaluate((element, url) => element.setAttribute("link-url", url), stand.linkUrl);
  await page.getByRole("button", { name: "Connect" }).click();
  await seen(page, "link-event");
  const frame = page.frames().at(-1)!;
  assert.deepEqual((await tell(frame, (fake) => fake.heard[0]))!["config"], {
    provider: "workable",
    providers: ["workable", "ashby"],
    scopes: { required: ["r_jobs"] },
    prefill: { subdomain: "acme" },
    mode: "relink",
    relink: { reason: "expired" },
    theme: "dark",
  });
  await tell(frame, (fake) => fake.succeed());
  await seen(page, "link-success");
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  const names = await page.evaluate<string[]>("seen.map(([name]) => name)");
  assert.deepEqual(names, ["link-load", "link-event", "link-success"]);
});

test("<ats-link> that leaves the page takes its wizard along", async () => {
  const page = await stand.newPage();
  await page.goto(`${stand.hostUrl}element`);
  await page.waitForFunction(() => "loaded" in window);
  await page.locator("ats-link").evaluate((element, url) => element.setAttribute("link-url", url), stand.linkUrl);
  await page.getByRole("button", { name: "Connect" }).click();
  await seen(page, "link-event");
  await page.evaluate(() => document.querySelector("ats-link")?.remove());
  assert.equal(await page.locator("dialog, iframe").count(), 0);
});
