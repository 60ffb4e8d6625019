import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Frame, FrameLocator, Page } from "playwright-core";
import { packAndInstall, type Installed } from "../../supply/package/installed.ts";
import { startStand, tell, type Stand } from "../opener/stand.ts";
import { until } from "../support/until.ts";
import { blocks, filesOf } from "./pages.ts";

const names = ["plain", "element", "react", "vue", "svelte", "angular"];
/** Filled in once the link page's address is known; the stand looks a file up when it is asked for. */
const files: Record<string, string> = {};
let installed: Installed;
let stand: Stand;
before(async () => {
  installed = packAndInstall();
  // Angular compiles its templates in the page here, as in development, which the others' policy forbids.
  stand = await startStand(files, (path) => (path === "/angular" ? "'unsafe-eval'" : ""));
  for (const name of names) Object.assign(files, await filesOf(name, installed.app, stand.linkUrl));
});
after(async () => {
  await stand.close();
  installed.remove();
});

const linkFrame = (page: Page): Promise<Frame> =>
  until("the link page", () => page.frames().find((frame) => frame.url().startsWith(stand.linkUrl)));

/** From the page's button to what the page shows of the token, and that the wizard had what the recipe says. */
async function connects(page: Page, place: Page | FrameLocator, config: object): Promise<void> {
  await place.getByRole("button", { name: "Connect ATS" }).click();
  const frame = await linkFrame(page);
  await frame.waitForFunction(`window.heard?.[0]?.type === "open"`);
  assert.deepEqual((await tell(frame, (fake) => fake.heard[0]))!["config"], config);
  await tell(frame, (fake) => fake.succeed());
  // Angular draws by the clock, which stands still here, and the message crosses a process.
  await until("the token is shown", async () => {
    await page.clock.runFor(50);
    return (await place.getByText("connected sealed").count()) > 0;
  });
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await place.locator("dialog").waitFor({ state: "detached" });
}

const said = { state: "the session" };
const configs: Record<string, object> = {
  plain: said,
  react: said,
  element: { ...said, scopes: { required: ["r_jobs"] } },
  vue: { ...said, scopes: { required: ["r_jobs"] } },
  svelte: { ...said, scopes: { required: ["r_jobs"] } },
  angular: { ...said, scopes: { required: ["r_jobs"] } },
};

test("every block of the guide that says it is run is one of these", () => {
  assert.deepEqual(Object.keys(blocks).sort(), [...names].sort());
});

for (const name of names)
  test(`the recipe for ${name} opens with what it says and shows the token`, async () => {
    const page = await stand.newPage();
    const faults: string[] = [];
    const note = (error: Error): void => void faults.push(String(error));
    page.on("pageerror", note);
    await page.goto(`${stand.hostUrl}${name}`);
    await connects(page, page, configs[name] ?? {});
    page.off("pageerror", note);
    assert.deepEqual(faults, []);
  });

test("a host page in a sandboxed frame of another page connects as one alone does", async () => {
  const page = await stand.newPage();
  const outer = `${stand.hostUrl}outer`;
  const sandbox = "allow-scripts allow-same-origin allow-forms allow-popups";
  await page.route(outer, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>Outer</title><iframe src="/plain" width="800" height="600" sandbox="${sandbox}"></iframe>`,
    }),
  );
  await page.goto(outer);
  await connects(page, page.frameLocator("iframe[src='/plain']"), said);
  await page.unroute(outer);
});
