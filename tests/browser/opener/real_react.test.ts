import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import type { Frame, Page } from "playwright-core";
import { countFromStart, leftBehind } from "./left_behind.ts";
import { closed, startStand, tell, type Stand } from "./stand.ts";

const hook = new URL("../../../web/opener/react.ts", import.meta.url).pathname;

/** A host page with React itself, in StrictMode: a button whose press is given to `open` as it is. */
const source = `
import { createElement as h, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { useAtsLink } from "${hook}";
window.calls = [];
window.unhandled = [];
addEventListener("unhandledrejection", ({ reason }) => window.unhandled.push(reason));
function Connect({ tag, more }) {
  const note = (name) => window.calls.push(name + " " + tag);
  const { open, ready, error } = useAtsLink({
    linkUrl: new URLSearchParams(location.search).get("link"),
    onSuccess: () => note("success"),
    onExit: (wrong, { reason }) => note("exit " + (wrong?.code ?? reason)),
    onEvent: ({ name }) => note(name),
    onLoad: () => note("load"),
    ...more,
  });
  return h("button", { id: "open", "data-ready": ready, onClick: open }, error ? error.code + ": " + error.message : "Connect");
}
let set;
let state = { mounted: false, tag: "first", more: {} };
function App() {
  const [now, next] = useState(state);
  set = next;
  return now.mounted ? h(Connect, now) : null;
}
createRoot(document.body.appendChild(document.createElement("div"))).render(h(StrictMode, null, h(App)));
window.show = (next) => set((state = { ...state, ...next }));
window.loaded = true;
`;

interface ReactHost {
  calls: string[];
  unhandled: unknown[];
  show(next: object): void;
}

let stand: Stand;
before(async () => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "error",
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>React</title>
    <body><script type="module" src="/react.js"></script></body></html>`;
  stand = await startStand({ "/react.js": outputFiles[0]!.text, "/react": page });
});
after(() => stand.close());

async function reactPage(): Promise<Page> {
  const page = await stand.newPage();
  await page.goto(`${stand.hostUrl}react?link=${encodeURIComponent(stand.linkUrl)}`);
  await page.waitForFunction(() => "loaded" in window);
  return page;
}

const show = (page: Page, next: object): Promise<void> =>
  page.evaluate((given) => (window as unknown as ReactHost).show(given), next);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as ReactHost).calls);

/** Mounts the component, presses its button, and waits until the wizard has its configuration. */
async function openMounted(page: Page): Promise<Frame> {
  await show(page, { mounted: true });
  await page.locator("#open[data-ready=true]").click();
  await page.waitForFunction(() => (window as unknown as ReactHost).calls.some((call) => call.startsWith("OPEN")));
  return page.frames().at(-1)!;
}

test("with React itself, under StrictMode, a press on open opens one wizard with nothing of the press in it", async () => {
  const page = await reactPage();
  const frame = await openMounted(page);
  assert.equal(await page.locator("iframe").count(), 1);
  assert.deepEqual((await tell(frame, (fake) => fake.heard[0]))!["config"], {});
  await show(page, { tag: "second", more: { locale: "de", brand: { name: "Acme" }, inviteUrl: "https://h.example/" } });
  await frame.waitForFunction(`heard.at(-1).type === "update"`);
  assert.deepEqual((await tell(frame, (fake) => fake.heard.at(-1)))!["patch"], {
    locale: "de",
    brand: { name: "Acme" },
    inviteUrl: "https://h.example/",
  });
  await tell(frame, (fake) => fake.succeed());
  await page.waitForFunction(() => (window as unknown as ReactHost).calls.includes("success second"));
  await tell(frame, (fake) => fake.leave()).catch(() => {});
  await closed(page);
  assert.deepEqual(await calls(page), ["load first", "OPEN first", "success second"]);
});

test("a component that goes away while the wizard is open ends its session once", async () => {
  const page = await reactPage();
  await openMounted(page);
  await show(page, { mounted: false });
  await page.waitForFunction(() => (window as unknown as ReactHost).calls.some((call) => call.startsWith("exit")));
  await closed(page);
  await show(page, { mounted: true });
  await page.locator("#open[data-ready=true]").waitFor();
  assert.deepEqual(await calls(page), ["load first", "OPEN first", "EXIT first", "exit host first"]);
});

test("a refused configuration is told by its member to who renders, and to nobody as an unhandled rejection", async () => {
  const page = await reactPage();
  await show(page, { mounted: true, more: { locale: 5 } });
  await page.getByText("CONFIG_INVALID: locale is unknown or not valid").click();
  await page.waitForFunction(() => (window as unknown as ReactHost).calls.length > 0);
  assert.deepEqual(await calls(page), ["EXIT first", "exit CONFIG_INVALID first"]);
  await show(page, { mounted: false });
  // React renders in a task of its own: both at once would change what is mounted.
  await page.locator("#open").waitFor({ state: "detached" });
  await show(page, { mounted: true, more: { onSuccess: "done" } });
  await page.getByText("CONFIG_INVALID: onSuccess is unknown or not valid").click();
  // What is unhandled is told after the turn that it was left in.
  await page.clock.runFor(1000);
  assert.deepEqual(await page.evaluate(() => (window as unknown as ReactHost).unhandled), []);
});

test("fifty components that come, open and go leave no node, listener, port or frame", async () => {
  const page = await reactPage();
  await countFromStart(page);
  await page.reload();
  await page.waitForFunction(() => "loaded" in window);
  const cdp = await page.context().newCDPSession(page);
  const round = async (): Promise<void> => {
    await openMounted(page);
    await show(page, { mounted: false });
    await page.waitForFunction(() => window.length === 0 && !document.querySelector("dialog, #open"));
    await page.evaluate(() => ((window as unknown as ReactHost).calls.length = 0));
  };
  for (let i = 0; i < 5; i++) await round();
  const early = await leftBehind(page, cdp);
  for (let i = 0; i < 50; i++) await round();
  const late = await leftBehind(page, cdp);
  const { kept: before, ...counted } = early;
  const { kept, ports, ...rest } = late;
  assert.deepEqual({ ...rest, ports: counted.ports }, counted);
  console.log(JSON.stringify({ before, kept, ports: [counted.ports, ports] }));
  // One or two rounds may still wait for the browser's garbage collector; each must not.
  assert.ok(ports <= counted.ports + 4, `${String(ports)} ports`);
  assert.ok(kept.documents <= before.documents + 4, `${String(kept.documents)} documents`);
  assert.ok(kept.nodes <= before.nodes + 50, `${String(kept.nodes)} nodes`);
  assert.ok(kept.jsEventListeners <= before.jsEventListeners + 20, `${String(kept.jsEventListeners)} listeners`);
});
