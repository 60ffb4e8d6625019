// Prints what a step change and a key in the search cost the page's main thread, unthrottled: medians of walks, each in
// a browser context of its own. `node tools/bench/steps.ts [--runs N]`, after `tools/build-product`.
import { parseArgs } from "node:util";
import { type Browser, chromium, type Frame } from "playwright-core";
import { launchOptions } from "../../tests/browser/support/launch_options.ts";
import { makeSealKey } from "../../web/server/seal_key.ts";
import { startStand } from "./serve.ts";

/** Ms of one step; `all` is what every task of the thread took, drawing by the browser included. */
interface Cost {
  all: number;
  /** In the module: the message read, its event, the step, the view and its text. */
  flow: number;
  /** In the module: one or more pictures. */
  picture: number;
  /** JSON into objects. */
  parse: number;
  /** Every other script: elements, queue, host. */
  script: number;
  /** Styles and layout of the browser. */
  layout: number;
}

/** In the frame: adds up what runs inside the module, without what the module calls, and what JSON.parse takes. */
const watch = `
  const spent = (window.spent = { flow: 0, picture: 0, parse: 0 });
  let inside = null, since = 0;
  const turn = (to) => {
    const now = performance.now();
    if (inside) spent[inside] += now - since;
    const from = inside;
    inside = to;
    since = now;
    return from;
  };
  const during = (what, call) => function (...args) {
    const from = turn(what);
    try { return call.apply(this, args); } finally { turn(from); }
  };
  JSON.parse = during("parse", JSON.parse);
  const wrapped = (all, what) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, typeof one === "function" ? during(what(one), one) : one]));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (source, imports) => {
      const given = Object.fromEntries(Object.entries(imports).map(([key, group]) => [key, wrapped(group, () => null)]));
      const made = await make.call(WebAssembly, source, given);
      const instance = made.instance ?? made;
      // Only ats_frame takes nine numbers.
      const exports = wrapped(instance.exports, ({ length }) => (length === 9 ? "picture" : "flow"));
      return made.instance ? { ...made, instance: { exports } } : { exports };
    };
  }`;

const press = (node: string): string => `document.querySelector('[data-node="${node}"]').click()`;
const type = (node: string, text: string): string =>
  `{ const input = document.querySelector('[data-node="${node}"]');
     input.value = ${JSON.stringify(text)}; input.dispatchEvent(new Event("input", { bubbles: true })); }`;
const walk: [string, string][] = [
  ["nothing", ""],
  ["a key in the search", type("search", "w")],
  ["search emptied", type("search", "")],
  ["all providers", press("show_all")],
  ["method", press("choice:workable")],
  ["admin", press("method:api_key")],
  ["permissions", press("admin:yes")],
  ["subdomain", press("primary")],
  ["a key in the subdomain", type("field:subdomain", "acme")],
  ["API key", press("primary")],
  ["back", press("back")],
];

const settled = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

async function walkOnce(browser: Browser, hostUrl: string): Promise<Cost[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(hostUrl);
    await page.getByRole("button", { name: "Connect" }).click();
    const frame = await (await page.waitForSelector("iframe", { state: "attached" })).contentFrame();
    if (!frame) throw new Error("the frame is gone");
    await frame.waitForSelector(".card:not(.text-view)", { state: "attached" });
    await page.waitForTimeout(1000);
    const read = async (from: Frame): Promise<Cost> => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
      const inside = await from.evaluate<Omit<Cost, "all" | "script" | "layout">>("spent");
      const script = of("ScriptDuration") - inside.flow - inside.picture - inside.parse;
      return { all: of("TaskDuration"), ...inside, script, layout: of("LayoutDuration") + of("RecalcStyleDuration") };
    };
    const costs: Cost[] = [];
    for (const [, act] of walk) {
      const before = await read(frame);
      await frame.evaluate(`${act}; ${settled}`);
      const after = await read(frame);
      const names = Object.keys(before) as (keyof Cost)[];
      costs.push(Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as unknown as Cost);
      await page.waitForTimeout(150);
    }
    return costs;
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "7" } } });
const count = Number(values.runs);
if (!Number.isInteger(count) || count < 1) throw new Error(`--runs needs a whole number from 1, not "${values.runs}"`);
const stand = await startStand((await makeSealKey()).publicJwk);
const browser = await chromium.launch(launchOptions());
try {
  const runs: Cost[][] = [];
  for (let run = 0; run < count; run++) runs.push(await walkOnce(browser, stand.hostUrl));
  walk.forEach(([name], index) => {
    const of = (member: keyof Cost): string => {
      const sorted = runs.map((run) => run[index]?.[member] ?? NaN).toSorted((a, b) => a - b);
      return `${member} ${(sorted[Math.floor(sorted.length / 2)] ?? NaN).toFixed(2)}`;
    };
    const parts = (["flow", "parse", "script", "picture", "layout", "all"] as const).map(of);
    console.log(`${name.padEnd(22)} ${parts.join("  ")}`);
  });
} finally {
  await browser.close();
  await stand.close();
}
