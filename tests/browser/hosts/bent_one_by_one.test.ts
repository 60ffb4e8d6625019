import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deep, sample } from "../../support/sample.ts";
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
  ...["Element.prototype.replaceWith", "Blob", "clearTimeout", "clearInterval"],
  ...["MutationObserver.prototype.disconnect", "HTMLDialogElement.prototype.close", "Event.prototype.preventDefault"],
  ...["Array.prototype.join", "String", "Object", "Error", "Node.prototype.removeChild"],
  // What is read and written. Not the list of sheets: who bends it keeps ours, whose one rule is for our element alone.
  ...["Document.prototype.activeElement", "Document.prototype.body"],
  ...["Node.prototype.isConnected", "Node.prototype.parentNode", "Node.prototype.textContent", "Blob.prototype.size"],
  ...[
    "Element.prototype.shadowRoot",
    "Element.prototype.ariaLabel",
    "Element.prototype.ariaHidden",
    "URL.prototype.href",
  ],
  ...["HTMLElement.prototype.style", "HTMLElement.prototype.inert", "HTMLElement.prototype.dataset"],
  ...["CSSStyleDeclaration.prototype.cssText", "HTMLElement.prototype.onclick", "HTMLElement.prototype.onload"],
  ...[
    "HTMLIFrameElement.prototype.src",
    "HTMLIFrameElement.prototype.sandbox",
    "HTMLIFrameElement.prototype.contentWindow",
  ],
  ...["HTMLDialogElement.prototype.open", "MessagePort.prototype.onmessage", "MessageEvent.prototype.data"],
  ...["MessageChannel.prototype.port1", "URL.prototype.origin", "URL.prototype.protocol", "Event.prototype.target"],
];

for (const kind of ["throws", "does nothing"])
  test(`whichever one built-in of the page ${kind}, each session ends once and nothing of ours is left`, async () => {
    const page = await visit(stand, "a plain page");
    // Each in a dialog or in a container.
    const boxed = sample(bent, Math.floor(bent.length / 2), kind);
    const inDialog = (deep ? bent : bent.filter((path) => !boxed.includes(path))).map((path) => [path, false] as const);
    const sessions = [...inDialog, ...boxed.map((path) => [path, true] as const)];
    const wrong = await page.evaluate(
      async ([each, how]) => {
        const host = window as unknown as HostWindow;
        const { setTimeout: wait, Error: Fault, Promise: Own } = window;
        const { defineProperty, getOwnPropertyDescriptor } = Object;
        const pause = (ms: number): Promise<unknown> => new Own((done) => wait(done, ms));
        const seen: string[] = [];
        const box = document.createElement("div");
        document.body.append(box);
        for (const [path, contained] of each) {
          const names = path.split(".");
          const last = names.pop()!;
          const key = last.startsWith("@") ? Symbol[last.slice(1) as "iterator"] : last;
          const owner = names.reduce<object>((at, name) => Reflect.get(at, name) as object, window);
          const before = getOwnPropertyDescriptor(owner, key);
          const bent = function () {
            if (how === "throws") throw new Fault(path);
          };
          const ways = before?.get ? { get: bent, set: bent } : { writable: true, value: bent };
          const bend = async () => void defineProperty(owner, key, { configurable: true, ...ways });
          const place = contained ? { container: box } : {};
          const open = async () => {
            host.connect(place);
            await pause(40);
          };
          const leave = async () => {
            void host.handler.exit({ force: true });
            await pause(10);
          };
          const refused = async () => {
            host.connect({ locale: 5 });
            await pause(10);
          };
          for (const [when, acts, wanted] of [
            ["before", [bend, open, leave, refused], 2],
            ["while it is open", [open, bend, leave], 1],
          ] as const) {
            const told = host.calls.length;
            let thrown = "";
            try {
              for (let next = 0; next < acts.length; next++) await acts[next]!();
            } catch (error) {
              thrown = ` throws ${String(error)}`;
            }
            if (before) defineProperty(owner, key, before);
            else Reflect.deleteProperty(owner, key);
            const left = document.querySelectorAll("ats-link-root, iframe").length + document.adoptedStyleSheets.length;
            const endings = host.calls.length - told;
            if (thrown || endings !== wanted || left > 0 || host.handler.state !== "idle")
              seen.push(`${path}, ${when}:${thrown} ${endings} endings, ${left} left, ${host.handler.state}`);
            document.querySelectorAll("ats-link-root").forEach((root) => root.remove());
            document.adoptedStyleSheets = [];
          }
        }
        return seen;
      },
      [sessions, kind] as const,
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
