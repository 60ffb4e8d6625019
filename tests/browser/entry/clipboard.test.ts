import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import { Gallery, setTextView } from "../support/gallery.ts";

const text = "clip-0123456789abcdef";
const fields = [
  ["provider", "search"],
  ["subdomain", "subdomain"],
  ["api_key", "api_key"],
  ["two_secrets", "secret_key"],
] as const;

describe("the clipboard", () => {
  let gallery: Gallery;
  let page: Page;
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ permissions: ["clipboard-read", "clipboard-write"] });
  });
  after(() => gallery.stop());

  // By the page around the frame: the frame itself may not read the clipboard.
  const put = (value: string): Promise<void> => page.evaluate((words) => navigator.clipboard.writeText(words), value);
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  async function show(state: string, name: string): Promise<{ frame: Frame; input: Locator }> {
    const { frame } = await gallery.show(page, state);
    return { frame, input: frame.locator(`[name=${name}]`) };
  }

  for (const [state, name] of fields)
    it(`D3 ${name} takes a paste by keyboard and a drop, and cancels nothing`, async () => {
      const { frame, input } = await show(state, name);
      await put(text);
      await input.focus();
      await frame.evaluate(() => {
        const cancelled: string[] = [];
        Object.assign(window, { cancelled });
        for (const type of ["keydown", "beforeinput", "paste", "copy", "cut", "contextmenu", "dragover", "drop"])
          window.addEventListener(type, (event) => event.defaultPrevented && cancelled.push(type));
      });
      await page.keyboard.press("Control+V");
      assert.equal(await input.inputValue(), text, "pasted");

      await input.fill("");
      const box = (await input.boundingBox()) ?? assert.fail("the field is seen");
      const cdp = await page.context().newCDPSession(page);
      const place = { x: box.x + 20, y: box.y + box.height / 2 };
      const data = { items: [{ mimeType: "text/plain", data: text }], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await cdp.send("Input.dispatchDragEvent", { type, ...place, data });
      await frame.waitForFunction((field) => document.querySelector<HTMLInputElement>(`[name=${field}]`)?.value, name);
      assert.equal(await input.inputValue(), text, "dropped");
      await cdp.detach();

      await input.click({ button: "right" });
      const uncancelled = await input.evaluate((target, words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", words);
        const init = { bubbles: true, cancelable: true };
        return [
          target.dispatchEvent(new ClipboardEvent("paste", { ...init, clipboardData })),
          target.dispatchEvent(new MouseEvent("contextmenu", init)),
          target.dispatchEvent(new DragEvent("drop", { ...init, dataTransfer: clipboardData })),
        ];
      }, text);
      assert.deepEqual(uncancelled, [true, true, true]);
      assert.deepEqual(await frame.evaluate(() => (window as unknown as { cancelled: string[] }).cancelled), []);
    });

  it("D3 a key that was wrapped on its way is one piece, pasted or dropped", async () => {
    const { frame, input } = await show("api_key", "api_key");
    const [first, second] = ["0123456789abcdef".repeat(2), "fedcba9876543210".repeat(2)];
    const whole = first + second;
    for (const wrapped of [
      `${first}\n${second}`,
      `${first}\r\n    ${second}\r\n`,
      `> ${first}\n> ${second}`,
      `\n${whole}\n`,
    ]) {
      await put(wrapped);
      await input.fill("");
      await input.focus();
      await page.keyboard.press("Control+V");
      assert.equal(await input.inputValue(), whole, JSON.stringify(wrapped));
    }

    // What is selected gives way, what stands around it stays.
    await input.fill("ab--yz");
    await input.evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 4));
    await put(`${first}\n${second}`);
    await page.keyboard.press("Control+V");
    assert.equal(await input.inputValue(), `ab${whole}yz`);

    await input.fill("");
    const box = (await input.boundingBox()) ?? assert.fail("the field is seen");
    const cdp = await page.context().newCDPSession(page);
    const place = { x: box.x + 20, y: box.y + box.height / 2 };
    const data = { items: [{ mimeType: "text/plain", data: `> ${first}\r\n> ${second}` }], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await cdp.send("Input.dispatchDragEvent", { type, ...place, data });
    await frame.waitForFunction(() => document.querySelector<HTMLInputElement>("[name=api_key]")?.value);
    assert.equal(await input.inputValue(), whole, "dropped");
    await cdp.detach();

    // As a soft keyboard puts in what it keeps of the clipboard.
    await input.fill("");
    await input.evaluate(
      (field, text) =>
        field.dispatchEvent(
          new InputEvent("beforeinput", { inputType: "insertText", data: text, bubbles: true, cancelable: true }),
        ),
      `${first}\n${second}`,
    );
    assert.equal(await input.inputValue(), whole, "by an input method");
  });

  it("D3 an address that was wrapped is one piece, and words stay words", async () => {
    const { input } = await show("subdomain", "subdomain");
    for (const [text, wanted] of [
      ["https://acme.work\nable.com", "https://acme.workable.com"],
      ["Acme Ltd\nBerlin", "Acme Ltd Berlin"],
    ] as const) {
      await put(text);
      await input.fill("");
      await input.focus();
      await page.keyboard.press("Control+V");
      assert.equal(await input.inputValue(), wanted);
    }
  });

  it("the last screens give a receipt, or what support needs, and say so on the button", async () => {
    const cases = [
      ["connected", "Copy receipt", "Receipt copied", /^Workable is connected\n[^]*\(Account name\)[^]* \d{4} at \d/],
      ["failed_timeout", "Copy details for support", "Details copied", /\nCode: TIMEOUT\n[^]*\nView: canvas\n/],
    ] as const;
    for (const [state, label, done, expected] of cases) {
      const { frame } = await gallery.show(page, state);
      // The gallery stands in for the clipboard, which no state may depend on.
      const kept = await frame.evaluateHandle(() => {
        const kept = { text: "" };
        navigator.clipboard.writeText = (written) => Promise.resolve(void (kept.text = written));
        return kept;
      });
      await frame.getByRole("button", { name: label, exact: true }).click();
      await frame.getByRole("button", { name: done, exact: true }).waitFor();
      const copied = await kept.evaluate(({ text }) => text);
      assert.match(copied, expected);
      assert.doesNotMatch(copied, /0123456789abcdef|Bearer/);
      assert.equal(await frame.evaluate(() => document.activeElement?.textContent), done);
    }
  });

  for (const textView of [false, true])
    it(`D4 heading and error can be selected with the mouse and copied in the ${textView ? "Text" : "canvas"} view`, async () => {
      const { frame } = await show("subdomain_address", "subdomain");
      await setTextView(frame, textView);
      for (const selector of ["h1", ".error-words"]) {
        const words = await frame.locator(selector).innerText();
        assert.ok(words.length > 10);
        await put("nothing yet");
        await frame.locator(selector).click({ clickCount: 3 });
        await page.keyboard.press("Control+C");
        assert.equal((await read()).trim(), words);
      }
    });

  it("D4 a key that is masked cannot be copied, and one that is shown can", async () => {
    const { frame, input } = await show("api_key_shown", "api_key");
    const key = await input.inputValue();
    const copy = async (): Promise<string> => {
      await put("nothing yet");
      await input.focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Control+C");
      return read();
    };
    assert.equal(await copy(), key);
    await frame.locator("[data-node='show:api_key']").click();
    assert.equal(await copy(), "nothing yet");
  });
});
