import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { CDPSession, Frame, Page } from "playwright-core";
import type { AtsLink, LinkHandler } from "../../../web/types/index.ts";
import { deep, randomNumbers } from "../../support/sample.ts";
import type { Demo } from "../support/demo.ts";
import { walkOnOnePage } from "../support/walking_page.ts";

const opener = readFileSync(join(import.meta.dirname, "../../../dist/opener/ats-link.js"), "utf8");

/** Each item once in an order that the seed chooses, and again in others up to a count. */
function* shuffled<T>(items: readonly T[], count: number, salt: string): Generator<T> {
  const random = randomNumbers(salt);
  let left: T[] = [];
  for (let drawn = 0; drawn < count; drawn++) {
    if (left.length === 0) left = [...items];
    yield* left.splice(Math.floor(random() * left.length), 1);
  }
}

interface Watched {
  kept: HTMLInputElement;
  events: string[];
}

describe("updates of the view leave the field alone that is being typed into", () => {
  let demo: Demo, page: Page;
  walkOnOnePage((...made) => ([demo, page] = made), { canvas: true });

  const press = (frame: Frame, node: string) =>
    frame.locator(`[data-node="${node}"]`).evaluate((target: HTMLElement) => target.click());

  async function open(config: object): Promise<{ frame: Frame; cdp: CDPSession }> {
    await page.goto(demo.servers.hostUrl);
    await page.evaluate(opener);
    await page.evaluate(
      async ([linkUrl, more]) => {
        const { AtsLink: api } = window as unknown as { AtsLink: AtsLink };
        const handler = api.create({ linkUrl, provider: "workable", locale: "en", ...more, onSuccess: () => {} });
        Object.assign(window, { handler });
        await handler.open();
      },
      [demo.servers.linkUrl, config] as const,
    );
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    assert.ok(frame);
    for (const node of ["method:api_key", "admin:yes", "primary"]) {
      await frame.locator(`[data-node="${node}"]`).waitFor();
      await press(frame, node);
    }
    await frame.locator("[data-node='field:subdomain']").waitFor();
    await frame.locator(".card:not(.early)").waitFor();
    return { frame, cdp: await page.context().newCDPSession(frame) };
  }

  const update = (page: Page, patch: object) =>
    page.evaluate((more) => (window as unknown as { handler: LinkHandler }).handler.update(more), patch);

  /** The host asks for a language; its words come later. */
  const speak = (locale: string) => async (page: Page, frame: Frame) => {
    await update(page, { locale });
    await frame.waitForFunction((language) => document.documentElement.lang === language, locale);
  };

  /** What changes the view under somebody's hands; none of it is the field's own doing. */
  const updates: [name: string, node: string, make: (page: Page, frame: Frame) => Promise<unknown>][] = [
    ["another language", "", speak("fr")],
    ["the first language", "", speak("en")],
    ["a language from right to left", "", speak("ar")],
    [
      "another theme",
      "",
      async (page, frame) => {
        await update(page, { theme: "dark" });
        await frame.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
      },
    ],
    ["the other view", "", (_, frame) => press(frame, "text_view")],
    ["a lower window", "", (page) => page.setViewportSize({ width: 700, height: 380 })],
    ["a higher window", "", (page) => page.setViewportSize({ width: 900, height: 800 })],
    ["an error, or the same once more", "field:subdomain", (_, frame) => press(frame, "primary")],
    ["a permission copied", "field:api_key", (_, frame) => press(frame, "scope:r_jobs")],
    ["the key shown or hidden", "field:api_key", (_, frame) => press(frame, "show:api_key")],
  ];
  const updatesOf = (node: string) => updates.filter(([, only]) => only === "" || only === node);

  async function focus(frame: Frame, node: string): Promise<void> {
    await frame.locator(`[data-node="${node}"]`).evaluate((input: HTMLInputElement) => {
      const events: string[] = [];
      Object.assign(window, { kept: input, events });
      for (const type of ["compositionstart", "compositionend", "blur", "focus"])
        input.addEventListener(type, () => events.push(type));
      input.focus();
    });
  }

  const state = (frame: Frame, node: string) =>
    frame.evaluate((id) => {
      const { kept, events } = window as unknown as Watched;
      const { value, selectionStart, selectionEnd } = kept;
      return {
        same: document.querySelector(`[data-node="${id}"]`) === kept && document.activeElement === kept,
        value,
        selection: [selectionStart, selectionEnd],
        events: [...events],
      };
    }, node);

  const settled = (frame: Frame) =>
    frame.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    });

  async function toKey(frame: Frame): Promise<void> {
    await frame.locator("[data-node='field:subdomain']").fill("acme");
    await press(frame, "primary");
    await frame.locator("[data-node='field:api_key']").waitFor();
  }

  for (const node of ["field:subdomain", "field:api_key"])
    it(`B8 ${node} keeps its element, focus and selection through any update`, async () => {
      const { frame } = await open({});
      if (node === "field:api_key") await toKey(frame);
      await focus(frame, node);
      await page.keyboard.insertText("-acme-");
      await frame.evaluate(() => (window as unknown as Watched).kept.setSelectionRange(2, 4));
      const choices = updatesOf(node);
      /** What the updates did change: the language, and whether the Text view is there. */
      const languages = new Set<string>();
      const views = new Set<boolean>();
      const look = async (): Promise<void> => {
        const [language, asText] = await frame.evaluate(
          () => [document.documentElement.lang, document.querySelector(".text-view") !== null] as const,
        );
        languages.add(language);
        views.add(asText);
      };
      await look();
      const done: string[] = [];
      for (const [name, , make] of shuffled(choices, deep ? 24 : choices.length, node)) {
        done.push(name);
        await make(page, frame);
        await settled(frame);
        const { same, value, selection, events } = await state(frame, node);
        assert.deepEqual([same, value, selection], [true, "-acme-", [2, 4]], done.join(", "));
        assert.deepEqual(events, ["focus"], done.join(", "));
        await look();
      }
      assert.deepEqual([...languages].sort(), ["ar", "en", "fr"], "the updates did change the language");
      assert.deepEqual([...views].sort(), [false, true], "and the view");
    });

  it("B8 a composition goes on through any update, and its end is one", async () => {
    const node = "field:subdomain";
    const { frame, cdp } = await open({});
    await focus(frame, node);
    const text = "にほんごにほんごにほんご";
    const compose = (length: number) =>
      cdp.send("Input.imeSetComposition", {
        text: text.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      });
    await compose(1);
    let length = 1;
    for (const [name, , make] of shuffled(updatesOf(node), text.length - 1, "composition")) {
      length++;
      await make(page, frame);
      await settled(frame);
      const kept = await state(frame, node);
      assert.deepEqual([kept.same, kept.value], [true, text.slice(0, length - 1)], name);
      assert.deepEqual(kept.events, ["focus", "compositionstart"], name);
      await compose(length);
    }
    await cdp.send("Input.insertText", { text: "日本語" });
    const { value, events } = await state(frame, node);
    assert.deepEqual([value, events], ["日本語", ["focus", "compositionstart", "compositionend"]]);
  });
});
