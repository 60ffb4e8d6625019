import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { HostPage } from "./host_page.ts";
import { ask, open, startStand, tell, type Stand } from "./stand.ts";

let stand: Stand;
before(async () => {
  stand = await startStand();
});
after(() => stand.close());

test("the card is 440 by 720 px in the middle and stays where it is, whatever height a step has", async () => {
  const page = await stand.newPage({ width: 1000 });
  const frame = await open(page, stand.linkUrl);
  const place = { x: 280, y: 40, width: 440, height: 720 };
  assert.deepEqual(await page.locator("dialog").boundingBox(), place);
  await tell(frame, (fake) => fake.say({ type: "size", height: 300 }));
  await tell(frame, (fake) => fake.say({ type: "size", height: 5000 }));
  await page.waitForFunction(() => document.querySelector<HTMLElement>("ats-link-root")?.style.height === "5000px");
  assert.deepEqual(await page.locator("iframe").boundingBox(), place);
  await page.setViewportSize({ width: 1000, height: 500 });
  assert.equal((await page.locator("dialog").boundingBox())?.height, 468);
});

test("under 480 px it fills the width without rounding", async () => {
  const page = await stand.newPage({ width: 479 });
  await open(page, stand.linkUrl);
  const { width, radius } = await page.locator("dialog").evaluate((dialog) => ({
    width: dialog.getBoundingClientRect().width,
    radius: getComputedStyle(dialog).borderRadius,
  }));
  assert.equal(width, await page.evaluate(() => document.documentElement.clientWidth));
  assert.equal(radius, "0px");
});

test("G7 host CSS with !important does not bend the dialog, the frame or the backdrop", async () => {
  const page = await stand.newPage();
  await page.evaluate(() => document.documentElement.classList.add("hostile"));
  await open(page, stand.linkUrl);
  for (const selector of ["dialog", "iframe"]) {
    const style = await page.locator(selector).evaluate((element) => {
      const { width, opacity } = getComputedStyle(element);
      return { width, opacity };
    });
    assert.deepEqual(style, { width: "440px", opacity: "1" }, selector);
  }
  const backdrop = await page
    .locator("dialog")
    .evaluate((dialog) => getComputedStyle(dialog, "::backdrop").backgroundColor);
  assert.equal(backdrop, "rgba(20, 22, 28, 0.55)");
});

test("in a container there is no dialog, the host keeps its focus order, and nothing stays behind", async () => {
  const page = await stand.newPage();
  await page.evaluate((linkUrl) => {
    const host = window as unknown as HostPage;
    void host.make("a", { linkUrl, container: document.getElementById("place") }).open();
  }, stand.linkUrl);
  const frame = page.frames().at(-1)!;
  await frame.waitForFunction("window.heard && heard.length > 0");
  await tell(frame, (fake) => fake.say({ type: "size", height: 333 }));
  await page.waitForFunction(() => document.querySelector("#place iframe")?.clientHeight === 333);
  assert.equal(await page.locator("dialog").count(), 0);
  await ask(page, (host) => host.handlers["a"]!.destroy());
  assert.equal(await page.locator("#place").innerHTML(), "");
});
