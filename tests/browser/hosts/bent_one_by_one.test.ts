import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Stand } from "../opener/stand.ts";
import { until } from "../support/until.ts";
import { type HostWindow, startHosts, visit } from "./host_stand.ts";

let stand: Stand;
before(async () => {
  stand = await startHosts();
});
after(() => stand.close());

/** What a page has replaced, by the way from `window` to it; all of it after the opener ran. */
const bent = [
  ...["Array.prototype.@iterator", "NodeList.prototype.@iterator", "Array.prototype.slice", "Array.prototype.push"],
  ...[
    "Object.prototype.@toPrimitive",
    "Object.keys",
    "Object.hasOwn",
    "Object.assign",
    "Reflect.apply",
    "JSON.stringify",
  ],
  ...["JSON.parse", "String.prototype.replaceAll", "String.prototype.toWellFormed", "RegExp.prototype.test"],
  ...["RegExp.prototype.exec", "Promise.prototype.then", "Promise.prototype.catch", "Function.prototype.call"],
  ...["Function.prototype.apply", "Function.prototype.bind", "Map", "Set", "Date", "Date.prototype.toISOString", "URL"],
  ...["TextEncoder", "MessageChannel", "MessagePort.prototype.postMessage", "MessagePort.prototype.close"],
  ...["CSSStyleSheet", "CSSStyleSheet.prototype.replaceSync", "MutationObserver", "MutationObserver.prototype.observe"],
  ...["document.createElement", "Element.prototype.append", "Element.prototype.remove", "Node.prototype.contains"],
  ...["Node.prototype.appendChild", "HTMLDialogElement.prototype.showModal", "HTMLElement.prototype.focus"],
  ...["customElements.define", "EventTarget.prototype.addEventListener", "document.querySelectorAll"],
  ...["crypto.getRandomValues", "setInterval", "queueMicrotask", "console.error", "reportError", "structuredClone"],
];

for (const kind of ["throws", "does nothing"])
  test(`whichever one built-in of the page ${kind}, each session ends once and nothing of ours is left`, async () => {
    const page = await visit(stand, "a plain page");
    const wrong = await page.evaluate(
      async ([paths, how]) => {
        const host = window as unknown as HostWindow;
        const { setTimeout: wait, Error: Fault, Promise: Own } = window;
        const { defineProperty, getOwnPropertyDescriptor } = Object;
        const seen: string[] = [];
        for (const path of paths) {
          const names = path.split(".");
          const last = names.pop()!;
          const key = last.startsWith("@") ? Symbol[last.slice(1) as "iterator"] : last;
          const owner = names.reduce<object>((at, name) => Reflect.get(at, name) as object, window);
          const before = getOwnPropertyDescriptor(owner, key);
          const told = host.calls.length;
          let thrown = "";
          defineProperty(owner, key, {
            configurable: true,
            writable: true,
            value: function () {
              if (how === "throws") throw new Fault(path);
            },
          });
          try {
            host.connect();
            await new Own((done) => wait(done, 40));
            void host.handler.exit({ force: true });
            await new Own((done) => wait(done, 10));
            // And one that is refused.
            host.connect({ locale: 5 });
            await new Own((done) => wait(done, 10));
          } catch (error) {
            thrown = ` throws ${String(error)}`;
          }
          if (before) defineProperty(owner, key, before);
          else Reflect.deleteProperty(owner, key);
          const left = document.querySelectorAll("ats-link-root, iframe").length + document.adoptedStyleSheets.length;
          const endings = host.calls.length - told;
          if (thrown || endings !== 2 || left > 0 || host.handler.state !== "idle")
            seen.push(`${path}:${thrown} ${endings} endings, ${left} left, ${host.handler.state}`);
          document.querySelectorAll("ats-link-root").forEach((root) => root.remove());
          document.adoptedStyleSheets = [];
        }
        return seen;
      },
      [bent, kind] as const,
    );
    assert.deepEqual(wrong, []);
    await page.context().close();
  });

test("in a page whose lists cannot be walked a session opens, and its success is told", async () => {
  const page = await visit(stand, "a plain page");
  const gone = page.waitForEvent("framedetached");
  await page.evaluate(() => {
    const lists = Array.prototype as { [Symbol.iterator]?: unknown };
    const walk = lists[Symbol.iterator];
    lists[Symbol.iterator] = () => {
      throw new Error("walk");
    };
    (window as unknown as HostWindow).connect({
      // From here on the browser's driver needs the page's lists again.
      onSuccess(token: string) {
        lists[Symbol.iterator] = walk;
        (window as unknown as HostWindow).calls.push(["success", { token }]);
      },
    });
  });
  const frame = await until("the frame", () => page.frames().find((each) => each.url().includes("/link/")));
  await frame.waitForFunction("window.heard?.length > 0");
  await frame.evaluate("succeed(), leave()").catch(() => {});
  await gone;
  assert.deepEqual(await page.evaluate(() => (window as unknown as HostWindow).calls), [
    ["success", { token: "sealed" }],
  ]);
  await page.context().close();
});
