import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import type { ViewNode } from "../../../web/link/view_model.ts";
import { launchChromium } from "../support/chromium.ts";
import { actions, keyScreen, next, openLayer, reopen, screen, show, subdomainScreen } from "./open_layer.ts";

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchChromium();
  page = await openLayer(browser, { hasTouch: true });
});
after(() => browser.close());
beforeEach(() => reopen(page));

// Forced: a disabled control is to be tried as well.
const ways: Record<string, (control: Locator) => Promise<unknown>> = {
  "a mouse click": (control) => control.click({ force: true }),
  async "a tap"(control) {
    await control.tap({ force: true });
    // The click comes after what the driver waits for, if it comes.
    await control.evaluate(async () => {
      for (let frames = 0; frames < 30; frames++) await new Promise(requestAnimationFrame);
    });
  },
  Enter: (control) => control.press("Enter"),
  Space: (control) => control.press(" "),
  "an assistive click without pointer events": (control) => control.evaluate((node: HTMLElement) => node.click()),
};

for (const [way, activate] of Object.entries(ways)) {
  test(`a choice acts exactly once on ${way}`, async () => {
    await show(page, screen("method", [{ id: "choice:workable", kind: "choice", label: "Workable" }]));
    await activate(page.getByRole("button", { name: "Workable" }));
    assert.deepEqual(await actions(page), [{ type: "action", node: "choice:workable", kind: "press" }]);
  });

  test(`the submit button of a form acts exactly once on ${way}`, async () => {
    await show(page, subdomainScreen());
    await activate(page.getByRole("button", { name: "Next" }));
    assert.deepEqual(await actions(page), [{ type: "action", node: "primary", kind: "submit" }]);
  });
}

test("a primary button outside a form presses", async () => {
  await show(
    page,
    screen("permissions", [], { primary: next, secondary: [{ id: "secondary:0", label: "Edit API key" }] }),
  );
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Edit API key" }).click();
  assert.deepEqual(await actions(page), [
    { type: "action", node: "primary", kind: "press" },
    { type: "action", node: "secondary:0", kind: "press" },
  ]);
});

test("Enter in a field submits once", async () => {
  await show(page, subdomainScreen());
  await page.getByRole("textbox").press("Enter");
  assert.deepEqual(await actions(page), [{ type: "action", node: "primary", kind: "submit" }]);
});

test("a disabled primary button does nothing, however it is activated", async () => {
  await show(page, subdomainScreen({}, { primary: { ...next, disabled: true } }));
  for (const activate of Object.values(ways)) await activate(page.getByRole("button", { name: "Next" }));
  await page.getByRole("textbox").press("Enter");
  assert.deepEqual(await actions(page), []);
});

test("the second half of a double click does not press what the first one brought there", async () => {
  await page.evaluate(
    (after) => {
      window.ats.reply = ({ node }) => node === "primary" && window.ats.show(after);
    },
    screen("after", [], { primary: next }),
  );
  await show(page, screen("before", [], { primary: next }));
  await page.getByRole("button", { name: "Next" }).dblclick();
  assert.equal((await actions(page)).length, 1);
});

test("a press that is dragged off its control does nothing", async () => {
  await show(page, screen("method", [{ id: "c", kind: "choice", label: "Workable" }]));
  const box = await page.getByRole("button", { name: "Workable" }).boundingBox();
  await page.mouse.move(box!.x + 20, box!.y + 20);
  await page.mouse.down();
  await page.mouse.move(5, 600);
  await page.mouse.up();
  assert.deepEqual(await actions(page), []);
});

test("what is to be copied tells so once", async () => {
  const scope = { id: "scope:r_jobs", kind: "snippet", label: "r_jobs", button: "Copy", name: "Copy r_jobs" } as const;
  await show(page, screen("guide", [scope]));
  await page.getByRole("button", { name: "Copy r_jobs", exact: true }).click();
  assert.deepEqual(await actions(page), [{ type: "action", node: "scope:r_jobs", kind: "press" }]);
});

test("Escape, Back, Close and Get help are told by their names", async () => {
  await show(page, keyScreen(false));
  await page.getByLabel("API key", { exact: true }).press("Escape");
  for (const name of ["Back", "Close", "Get help"]) await page.getByRole("button", { name, exact: true }).click();
  assert.deepEqual(
    (await actions(page)).map((action) => (action as { node: string }).node),
    ["escape", "back", "close", "help"],
  );
});

test("Escape is told wherever a click has left the focus, in both views", async () => {
  const nodes: ViewNode[] = [
    { id: "said", kind: "text", label: "A sentence." },
    { id: "facts", kind: "list", label: "Facts", items: [{ label: "One" }] },
  ];
  await show(page, screen("permissions", nodes, { primary: next }));
  for (const view of ["canvas", "text"]) {
    if (view === "text") await page.getByRole("switch").click();
    const places = await page.evaluate(() =>
      ["h1", ".lead", ".progress", "[data-node=said]", ".item", ".scroll", ".foot"].map((selector) => {
        const { left, top, right, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return {
          selector,
          x: selector === ".foot" ? left + 4 : (left + right) / 2,
          y: selector === ".scroll" ? bottom - 2 : top + (bottom - top) / 2,
        };
      }),
    );
    const told = async (): Promise<number> => (await actions(page)).length;
    for (const { selector, x, y } of [...places, { selector: "the page around the card", x: 1, y: 1 }]) {
      const before = await told();
      await page.mouse.click(x, y);
      assert.equal(await told(), before, `a click on ${selector} in the ${view} view does nothing`);
      await page.keyboard.press("Escape");
      assert.equal(await told(), before + 1, `${selector} in the ${view} view`);
    }
  }
  assert.deepEqual([...new Set((await actions(page)).map((action) => (action as { node: string }).node))], ["escape"]);
});

test("a pointer on empty ground and on words asks for no frame, and one on a control does", async () => {
  await show(page, screen("method", [{ id: "c", kind: "choice", label: "Workable" }], { primary: next }));
  const frames = () => page.evaluate(() => window.ats.module.frames());
  const pass = (count: number) =>
    page.evaluate(async (left) => {
      for (; left > 0; left--) await new Promise(requestAnimationFrame);
    }, count);
  const middle = async (selector: string): Promise<[number, number]> => {
    const box = (await page.locator(selector).boundingBox()) ?? assert.fail(selector);
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = await middle("h1");
  await page.mouse.move(x, y);
  // The observers of size report once more after the first layout.
  await pass(30);
  const before = await frames();
  for (let step = 0; step < 20; step++) await page.mouse.move(x + step, y + (step % 3));
  await page.mouse.down();
  await page.mouse.up();
  await pass(2);
  const crossed = await frames();
  await page.mouse.move(...(await middle("[data-node=c]")));
  await pass(2);
  const over = await frames();
  assert.ok(over > crossed, "a control under the pointer is drawn anew");
  await page.mouse.move(x, y);
  await pass(2);
  assert.ok((await frames()) > over, "and again when the pointer has left it");
  assert.equal(crossed, before, "empty ground is not");
});

test("a text is copied, and said to be, in a frame that may not write to the clipboard", async () => {
  const nodes: ViewNode[] = [
    { id: "name", kind: "text", label: "Name for the key: Brambleway" },
    { id: "copy_name", kind: "button", label: "Copy name" },
    { id: "search", kind: "field", label: "Search", input: "search" },
  ];
  await show(page, screen("api_key", nodes));
  await page.evaluate(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new Error("not allowed"));
    window.ats.reply = ({ type }) => {
      if (type === "action") window.ats.perform({ type: "copy", text: "Brambleway" });
    };
  });
  await page.getByRole("button", { name: "Copy name" }).click();
  await page.waitForFunction(() => window.ats.module.log.some((entry) => "type" in entry && entry.type === "copied"));
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Control+V");
  assert.equal(await page.getByRole("searchbox").inputValue(), "Brambleway");
});

test("Tab, Backspace, letters and function keys are left to the browser", async () => {
  await show(page, subdomainScreen());
  await page.evaluate(() => {
    const cancelled: string[] = [];
    Object.assign(window, { cancelled });
    window.addEventListener("keydown", (event) => event.defaultPrevented && cancelled.push(event.key));
  });
  await page.getByRole("textbox").focus();
  for (const key of ["a", "Backspace", "ArrowLeft", "Tab", "Shift+Tab", "Control+f"]) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { cancelled: string[] }).cancelled), []);
});
