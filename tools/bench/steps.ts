import type { Browser, Frame } from "playwright-core";
import { fast, openFrame, withContext } from "./first_screen.ts";
import type { Stand } from "./serve.ts";

/** Ms of one step of the page's main thread; `all` is what every task took, drawing by the browser included. */
export interface Cost {
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
      // By how much it is given, as the build shortens the names: no other takes so many numbers as ats_frame.
      const called = Object.values(instance.exports).filter((one) => typeof one === "function");
      const most = Math.max(...called.map(({ length }) => length));
      const exports = wrapped(instance.exports, ({ length }) => (length === most ? "picture" : "flow"));
      return made.instance ? { ...made, instance: { exports } } : { exports };
    };
  }`;

const press = (node: string): string => `document.querySelector('[data-node="${node}"]').click()`;
const type = (node: string, text: string): string =>
  `{ const input = document.querySelector('[data-node="${node}"]');
     input.value = ${JSON.stringify(text)}; input.dispatchEvent(new Event("input", { bubbles: true })); }`;
/** What is done, by name; the first is the way of looking itself. */
export const walk: [string, string][] = [
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

/** Walks from the list to the key, unthrottled: the cost of each act of `walk`. */
export const stepsOf = (browser: Browser, stand: Stand): Promise<Cost[]> =>
  withContext(browser, async (context) => {
    await context.addInitScript(watch);
    const { page, frame, cdp } = await openFrame(context, stand, fast);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
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
  });
