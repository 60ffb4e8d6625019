import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
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

interface PlainWindow {
  shakeHands(): Promise<void>;
}

/**
 * A frame of the page's own whose built-ins stay as they are. `shakeHands` does there what a session does until its page
 * is open: once it has, a session that began before has had as long.
 */
async function addPlainFrame(page: Page): Promise<void> {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("iframe"), { name: "plain" })));
  const plain = await until("the plain frame", () => page.frames()[1]);
  await plain.evaluate((linkUrl) => {
    const shakeHands: PlainWindow["shakeHands"] = () =>
      new Promise((resolve) => {
        const wizard = document.createElement("iframe");
        wizard.src = linkUrl;
        wizard.onload = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }: MessageEvent<{ type: string }>) => {
            if (data.type === "ready") port1.postMessage({ type: "open", config: {} });
            if (data.type !== "event") return;
            wizard.remove();
            resolve();
          };
          wizard.contentWindow?.postMessage({ atsLink: 1, nonce: "0" }, "*", [port2]);
        };
        document.body.append(wizard);
      });
    Object.assign(window, { shakeHands });
  }, stand.linkUrl);
}

for (const kind of ["throws", "does nothing"])
  test(`whichever one built-in of the page ${kind}, each session ends once and nothing of ours is left`, async () => {
    const page = await visit(stand, "a plain page");
    await addPlainFrame(page);
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
        // Looks, not time, as until() counts them; what does not come is seen in what is judged below.
        const look = async (holds: () => boolean): Promise<void> => {
          for (let looks = 0; looks < 10_000 && !holds(); looks++) await pause(5);
        };
        const { shakeHands } = document.querySelector("iframe")!.contentWindow as unknown as PlainWindow;
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
            await look(() => host.handler.state === "open");
            if (host.handler.state !== "open") throw new Fault("never opens");
          };
          /** What is bent may keep a session from opening; then it is left as far as it comes. */
          const openBent = async () => {
            const told = host.calls.length;
            host.connect(place);
            let isOver = false;
            void (async () => {
              await shakeHands();
              isOver = true;
            })();
            await look(() => isOver || host.handler.state === "open" || host.calls.length > told);
          };
          const ends = async (count: number) => {
            await look(() => host.calls.length >= count);
            // What comes of an end is there a turn later.
            await pause(0);
          };
          const leave = async (told: number) => {
            void host.handler.exit({ force: true });
            await ends(told + 1);
          };
          const refused = async (told: number) => {
            host.connect({ locale: 5 });
            await ends(told + 2);
          };
          for (const [when, acts, wanted] of [
            ["before", [bend, openBent, leave, refused], 2],
            ["while it is open", [open, bend, leave], 1],
          ] as const) {
            const told = host.calls.length;
            let thrown = "";
            try {
              for (let next = 0; next < acts.length; next++) await acts[next]!(told);
            } catch (error) {
              thrown = ` throws ${String(error)}`;
            }
            if (before) defineProperty(owner, key, before);
            else Reflect.deleteProperty(owner, key);
            const left =
              document.querySelectorAll("ats-link-root, iframe:not([name=plain])").length +
              document.adoptedStyleSheets.length;
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
