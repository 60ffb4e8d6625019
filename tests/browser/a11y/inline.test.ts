import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import type { AtsLink } from "../../../web/types/index.ts";
import { Demo } from "../support/demo.ts";
import { holdBack } from "../support/hold_back.ts";
import { focusedNode, tabOrder } from "../support/keyboard.ts";
import { awaitView, watchView } from "../support/told_view.ts";
import { sweepWalk, walkingPage } from "../support/walking_page.ts";
import { until } from "../support/until.ts";

const opener = readFileSync(join(import.meta.dirname, "../../../dist/opener/ats-link.js"), "utf8");

describe("inline, in elements of the host page", () => {
  let demo: Demo, page: Page;
  before(async () => {
    demo = await Demo.start();
    page = await walkingPage(demo);
    await watchView(page);
  });
  afterEach(async () => {
    await page.unrouteAll();
    await sweepWalk(demo, page);
  });
  after(() => demo.stop());

  /** A host page with a link, `count` wizards and a link. */
  async function open(count: number): Promise<Frame[]> {
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(opener);
    await page.evaluate(
      async ({ linkUrl, wizards }) => {
        const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
        const link = (id: string) => Object.assign(document.createElement("a"), { id, href: "#", textContent: id });
        const containers = Array.from({ length: wizards }, () => document.createElement("section"));
        document.body.replaceChildren(link("before"), ...containers, link("after"));
        await Promise.all(
          containers.map((container) => api.create({ linkUrl, container, onSuccess: () => {} }).open()),
        );
      },
      { linkUrl: demo.servers.linkUrl, wizards: count },
    );
    await page.waitForFunction((wanted) => document.querySelectorAll("iframe").length === wanted, count);
    const frames = page.frames().slice(1);
    for (const frame of frames) await awaitView(frame);
    return frames;
  }

  const hostFocus = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

  it("B2 Tab comes in, visits every control once, and leaves again, forwards and back", async () => {
    const frames = await open(1);
    const [frame] = frames;
    assert.ok(frame);
    const inside = tabOrder(await awaitView(frame));
    // Coming in from before, the header is first.
    const header = inside.filter((node) => node === "back" || node === "close");
    const order: string[] = [...header, ...inside.filter((node) => node !== "back" && node !== "close")];
    for (const [from, to, key, expected] of [
      ["before", "after", "Tab", order],
      ["after", "before", "Shift+Tab", [...order].reverse()],
    ] as const) {
      await page.locator(`#${from}`).focus();
      const visited: string[] = [];
      for (let press = 0; press < expected.length + 3 && (await hostFocus()) !== to; press++) {
        await page.keyboard.press(key);
        const node = await focusedNode(frame);
        if (node) visited.push(node);
      }
      assert.equal(await hostFocus(), to);
      assert.deepEqual(visited, expected, key);
    }
  });

  /**
   * A host page with a field, a button that opens a wizard in a container, and `late` to be let through. A list of one ATS
   * is not among the screens that are there before the module.
   */
  async function openByButton(late: string, providers: string[] = []): Promise<() => void> {
    const release = await holdBack(page, late);
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(opener);
    await page.evaluate(
      ([linkUrl, only]) => {
        const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
        const container = document.createElement("section");
        const button = Object.assign(document.createElement("button"), { id: "open", textContent: "Connect" });
        const handler = api.create({ linkUrl, container, providers: only, onSuccess: () => {} });
        button.onclick = () => void handler.open();
        const input = Object.assign(document.createElement("input"), { id: "host" });
        document.body.replaceChildren(input, button, container);
      },
      [demo.servers.linkUrl, providers] as const,
    );
    return release;
  }
  const headingOf = () => page.frameLocator("iframe").getByRole("heading", { level: 1 });
  const headingFocused = () => headingOf().evaluate((node) => node === document.activeElement);

  it("B3 the focus goes from the button into the wizard", async () => {
    const release = await openByButton("**/none");
    release();
    await page.locator("#open").click();
    await headingOf().waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
    assert.equal(await headingFocused(), true);
  });

  it("B3 a wizard that comes late leaves the focus in the host's field, and takes it when the user comes in", async () => {
    const release = await openByButton("**/*.wasm", ["workable"]);
    await page.locator("#open").click();
    await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
    await page.locator("#host").click();
    await page.keyboard.type("never ");
    release();
    await headingOf().waitFor();
    await page.keyboard.type("interrupted");
    assert.equal(await page.locator("#host").inputValue(), "never interrupted");
    assert.equal(await hostFocus(), "host");
    assert.equal(await headingFocused(), false);
    await page.locator("iframe").focus();
    await until("the heading has the focus", headingFocused);
  });

  it("A6 three wizards on a page: every id once, and every reference inside its own wizard", async () => {
    const frames = await open(3);
    assert.equal(frames.length, 3);
    for (const each of page.frames()) {
      const wrong = await each.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
        const attributes = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "form"];
        const lost = attributes.flatMap((name) =>
          [...document.querySelectorAll(`[${name}]`)].flatMap((node) =>
            (node.getAttribute(name) ?? "").split(" ").filter((id) => !document.getElementById(id)),
          ),
        );
        return { ids: ids.length, twice, lost };
      });
      assert.deepEqual([wrong.twice, wrong.lost], [[], []]);
      if (each !== page.mainFrame()) assert.ok(wrong.ids > 3, "there are ids to compare");
    }
    const names = await page.evaluate(() => [...document.querySelectorAll("iframe")].map(({ title }) => title));
    assert.ok(names.every((name) => name !== ""));
  });
});
