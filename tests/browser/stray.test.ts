import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { cost } from "./support/cost.ts";
import { launchChromium } from "./support/chromium.ts";

/** Counts its presses, and is slow to draw another size. */
const slow = `<h1>0</h1><script>
onpointerdown = () => document.querySelector("h1").textContent++;
onresize = () => { const end = performance.now() + 200; while (performance.now() < end); };
</script>`;

test("a press where a frame of another process has just grown arrives in the frame, once", async () => {
  const server = createServer(({ url }, response) => {
    const { port } = server.address() as AddressInfo;
    // A process of its own: https://html.spec.whatwg.org/multipage/document-sequences.html#origin-keyed-agent-clusters
    response.setHeader("Origin-Agent-Cluster", "?1").setHeader("Content-Type", "text/html");
    const frame = `<iframe style="position:absolute;border:0;left:0;top:0;height:200px" src="http://127.0.0.1:${String(port)}/frame"></iframe>`;
    const more = `<button style="position:absolute;top:300px" onclick="textContent++">0</button>`;
    response.end(url === "/frame" ? slow : `<body>${frame}${more}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://localhost:${String((server.address() as AddressInfo).port)}/`);
    let times = 0;
    // Where a press takes longer than the frame's drawing, none goes astray.
    for (; times < 6 || (cost.strays === 0 && times < 60); times++)
      for (const width of [200, 800]) {
        await page.evaluate((wide) => {
          for (const { style } of document.querySelectorAll("iframe")) style.width = `${String(wide)}px`;
          return new Promise(requestAnimationFrame);
        }, width);
        await page.mouse.click(width - 50, 100);
      }
    assert.equal(await page.frameLocator("iframe").getByRole("heading").textContent(), String(2 * times));
    assert.ok(cost.strays > 0, "some of them had to be made again");
    // They were wanted: the run tells those that nobody asked for.
    cost.strays = 0;

    // What was counted before is nothing to a press that brings the frame back.
    const button = page.getByRole("button");
    const gone = page.waitForEvent("framedetached");
    await page.evaluate(() => {
      const frame = document.querySelector("iframe");
      frame?.remove();
      document.querySelector("button")?.addEventListener("click", () => frame && document.body.append(frame));
    });
    await gone;
    await button.click();
    await page.frameLocator("iframe").getByRole("heading").waitFor();
    await button.click();
    assert.equal(await button.textContent(), "2");
    assert.equal(cost.strays, 0);
  } finally {
    await context.close();
    await browser.close();
    server.close();
  }
});
