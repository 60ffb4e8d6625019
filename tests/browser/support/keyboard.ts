import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import type { ViewModel } from "../../../web/link/view_model.ts";
import { awaitView } from "./told_view.ts";

/** Node id of what has the focus in the wizard; "heading" for its heading, "" for none. */
export async function focusedNode(frame: Frame): Promise<string> {
  const nodeOf = (): Promise<string | null> =>
    frame.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const focused = document.hasFocus() ? document.activeElement : null;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      return focused.dataset["node"] ?? (focused.tagName === "H1" ? "heading" : focused.className);
    });
  // A focus that comes from another process, such as the browser's own bar, is told some frames later.
  for (let looks = 0; looks < 30; looks++) {
    const node = await nodeOf();
    if (node !== null) return node;
  }
  return "";
}

const pressable = ["choice", "field", "snippet", "link", "button"];

/** Node ids of a screen's controls in the order in which Tab should visit them, from the heading on. `jumps`: in one column. */
export function tabOrder(view: ViewModel, jumps = true): string[] {
  const shows = (id: string) => view.nodes.filter((node) => node.kind === "reveal" && node.owner === id);
  const content = view.nodes
    .filter(({ kind }) => pressable.includes(kind))
    .flatMap(({ id }) => [id, ...shows(id).map((show) => show.id)]);
  const primary = view.primary && !view.primary.disabled ? ["primary"] : [];
  const header = [...(view.canGoBack ? ["back"] : []), "close"];
  return [
    ...content,
    ...primary,
    ...view.secondary.map(({ id }) => id),
    ...(view.jump && jumps ? ["jump"] : []),
    "help",
    "text_view",
    ...header,
  ];
}

/** A person with a keyboard and no mouse. */
export class Keyboard {
  readonly page: Page;
  readonly frame: Frame;
  constructor(page: Page, frame: Frame) {
    this.page = page;
    this.frame = frame;
  }

  /** Presses Tab until the node has the focus, and never more often than it should take. */
  async tabTo(node: string): Promise<void> {
    const visited: string[] = [];
    for (let press = 0; press < 60; press++) {
      if ((await focusedNode(this.frame)) === node) return;
      await this.page.keyboard.press("Tab");
      visited.push(await focusedNode(this.frame));
    }
    assert.fail(`Tab never came to ${node}; it visited ${visited.join(", ")}`);
  }

  async press(node: string, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.tabTo(node);
    await this.page.keyboard.press(key);
  }

  async type(node: string, text: string): Promise<void> {
    await this.tabTo(node);
    await this.page.keyboard.insertText(text);
  }

  /** Waits for a screen and checks that its heading has the focus, so that it is read. */
  async arrive(screen: string): Promise<void> {
    await this.frame.waitForFunction(
      (name) => (window as unknown as { toldView?: { screen: string } }).toldView?.screen === name,
      screen,
    );
    await this.frame.waitForFunction(() => document.activeElement?.tagName === "H1");
  }

  /** Tabs once around the screen; what was visited, from the heading on, equals the screen's order. */
  async visitAll(): Promise<void> {
    const view = await awaitView(this.frame);
    const seesJump = async (): Promise<boolean> => (await this.frame.locator(".jump:visible").count()) > 0;
    const jump = await seesJump();
    const expected = tabOrder(view, jump);
    const visited: string[] = [];
    // The browser's own interface may take one press between the last control and the first.
    for (let press = 0; visited.length < expected.length && press < expected.length + 2; press++) {
      await this.page.keyboard.press("Tab");
      const node = await focusedNode(this.frame);
      if (node) visited.push(node);
    }
    if (jump && !(await seesJump())) {
      // The dialog had yet to grow, where the button has no use: once more, from the heading.
      await this.frame.evaluate(() => document.querySelector("h1")?.focus());
      return this.visitAll();
    }
    assert.deepEqual(visited, expected, `order of ${view.screen}`);
  }
}
