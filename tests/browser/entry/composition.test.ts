import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CDPSession, Frame, Page } from "playwright-core";
import { sample } from "../../support/sample.ts";
import { Gallery } from "../support/gallery.ts";
import { keepHostPort, renameHost } from "../support/host_update.ts";
import { toldView, watchView } from "../support/told_view.ts";

/** A text field of each kind, and whether the flow is told its value. */
const fields = [
  { state: "provider", name: "search", node: "search", told: true },
  { state: "subdomain", name: "subdomain", node: "field:subdomain", told: true },
  { state: "api_key", name: "api_key", node: "field:api_key", told: false },
] as const;

const languages = {
  Japanese: { steps: ["に", "にほ"], end: "日本" },
  Korean: { steps: ["ㅎ", "하"], end: "한" },
};

/** All fields in the first case of each test, one of them in the others. */
const whole = ["Japanese across an update of the view", "a combining accent"];
const fieldsFor = (what: string) => (whole.includes(what) ? fields : sample(fields, 1, what));

interface Log {
  events: string[];
  writes: string[];
}

describe("text that is composed", () => {
  let gallery: Gallery;
  let page: Page;
  let cdp: CDPSession;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page();
    await watchView(page);
    await keepHostPort(page);
    cdp = await page.context().newCDPSession(page);
  });
  after(() => gallery.stop());

  const compose = (text: string) =>
    cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

  /** Notes the field's events, the forms' submits, and every value that a script writes into an input. */
  const watch = (frame: Frame, name: string): Promise<void> =>
    frame.evaluate((field) => {
      const log: Log = { events: [], writes: [] };
      Object.assign(window, { log });
      const input = document.querySelector<HTMLInputElement>(`[name=${field}]`)!;
      input.focus();
      const types = ["compositionstart", "compositionupdate", "compositionend", "input"];
      for (const type of types) input.addEventListener(type, () => log.events.push(type.replace("composition", "")));
      document.addEventListener("submit", () => log.events.push("submit"), { capture: true });
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!;
      Object.defineProperty(HTMLInputElement.prototype, "value", {
        ...value,
        set(this: HTMLInputElement, text: string) {
          log.writes.push(`${this.name}: ${text}`);
          value.set?.call(this, text);
        },
      });
    }, name);
  const logOf = (frame: Frame): Promise<Log> => frame.evaluate(() => (window as unknown as { log: Log }).log);
  const valueOf = (frame: Frame, name: string): Promise<string> => frame.locator(`[name=${name}]`).inputValue();

  /** What happens between the two steps of a composition. */
  const between: Record<string, (frame: Frame) => Promise<unknown>> = {
    "across an update of the view": (frame) => renameHost(page, frame, "Another Name"),
    "across a switch to the Text view and back": async (frame) => {
      for (const on of ["true", "false"]) {
        await frame.evaluate(() => document.querySelector<HTMLElement>("[role=switch]")!.click());
        await frame.waitForFunction((want) => document.querySelector("[role=switch]")?.ariaChecked === want, on);
      }
    },
  };

  for (const [language, { steps, end }] of Object.entries(languages))
    for (const [what, happens] of Object.entries(between))
      it(`D1 ${language} goes into every text field ${what}, and nothing is done before it ends`, async () => {
        for (const { state, name, node, told } of fieldsFor(`${language} ${what}`)) {
          const { frame } = await gallery.show(page, state);
          await watch(frame, name);
          const [first = "", second = ""] = steps;
          await compose(first);
          assert.equal(await valueOf(frame, name), first, "what is composed is seen");
          await happens(frame);
          await compose(second);
          assert.equal(await valueOf(frame, name), second);
          const during = await toldView(frame);
          const shown = during?.nodes.find(({ id }) => id === node);
          assert.ok(shown?.kind === "field");
          assert.deepEqual([shown.value ?? "", shown.error], ["", undefined], `${name}: the flow knows of nothing`);
          // The Enter that takes a suggestion goes to the input method, and Escape only drops it.
          for (const key of ["Enter", "Escape"])
            await frame.locator(`[name=${name}]`).evaluate((input, pressed) => {
              const init = { key: pressed, keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
              input.dispatchEvent(new KeyboardEvent("keydown", init));
            }, key);
          await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", windowsVirtualKeyCode: 229 });
          await cdp.send("Input.insertText", { text: end });
          assert.equal(await valueOf(frame, name), end);
          const { events, writes } = await logOf(frame);
          const step = ["update", "input"];
          assert.deepEqual(events, ["start", ...step, ...step, ...step, "end"], `${name}: no submit among them`);
          assert.deepEqual(writes, [], `${name}: no value is written`);
          assert.equal((await toldView(frame))?.screen, during?.screen, "the screen stays");
          if (told)
            await frame.waitForFunction(
              ([id, text]) =>
                (window as unknown as { toldView: { nodes: { id: string; value?: string }[] } }).toldView.nodes.find(
                  (each) => each.id === id,
                )?.value === text,
              [node, end] as const,
            );
        }
      });

  const texts = {
    "a combining accent": "caf\u0065\u0301",
    "an emoji of several characters": "a👩‍💻",
    Arabic: "مرحبا",
    "a dead key's letter": "ñandú",
  };
  for (const [what, text] of Object.entries(texts))
    it(`D2 ${what} arrives as it was typed, and the caret never stands inside a character`, async () => {
      for (const { state, name, node, told } of fieldsFor(what)) {
        const { frame } = await gallery.show(page, state);
        const input = frame.locator(`[name=${name}]`);
        await input.focus();
        await page.keyboard.insertText(text);
        const caret = () => input.evaluate((field: HTMLInputElement) => [field.value, field.selectionStart]);
        const typed = await caret();
        assert.equal(typed[0], text);
        await renameHost(page, frame, "Another Name");
        assert.deepEqual(await caret(), typed, `${name}, after an update of the view`);
        await page.keyboard.press("ArrowLeft");
        const boundaries = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        const [, at] = await caret();
        // A field that hides its characters has its caret between the dots, one for each code point.
        if (name !== "api_key") assert.ok(boundaries.includes(Number(at)) || at === text.length, String(at));
        if (told) {
          const shown = (await toldView(frame))?.nodes.find(({ id }) => id === node);
          assert.equal(shown?.kind === "field" && shown.value, text, "the flow knows the same text");
        }
      }
    });
});
