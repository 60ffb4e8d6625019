// Prints how the page does beside a bare form of the same list: medians of interleaved runs, and their spread.
// `./bench [--runs N] [--profile NAME] [--part first|acts|steps|rest]`; without a choice all of them.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { launchOptions } from "../../tests/browser/support/launch_options.ts";
import { makeSealKey } from "../../web/server/seal_key.ts";
import { readCatalogue } from "../build/catalogue.ts";
import { buildLink } from "../build/link.ts";
import { type Acts, actsOf } from "./acts.ts";
import { fast, middling, type Opened, openOnce, type Profile, slow } from "./first_screen.ts";
import { type Rest, restOf } from "./rest.ts";
import { type Stand, startStand } from "./serve.ts";
import { type Cost, stepsOf, walk } from "./steps.ts";

const root = join(import.meta.dirname, "../..");

/** The link page with a catalogue of `count` made-up ATS. What is shown first is left to the module. */
async function buildWithMany(count: number, outdir: string): Promise<void> {
  const [model] = await readCatalogue(join(root, "providers"));
  if (!model) throw new Error("there are no provider files");
  const catalogue = Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(4, "0");
    return { ...model, words: {}, id: `ats-${number}`, name: `Example ${number}`, aliases: [`sample ${number}`] };
  });
  // Of the opener's version, which refuses another's page.
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  await buildLink({
    module: join(root, "build/wasm-release"),
    outdir,
    version,
    catalogue,
    firstScreens: () => Promise.resolve({ providers: [], screens: {}, last: { kind: "text", id: "", label: "" } }),
  });
}

const profiles = [slow, middling, fast];
const parts = ["first", "acts", "steps", "rest"];
const many = { type: "string", multiple: true } as const;
const { values } = parseArgs({
  options: { runs: { type: "string", default: "7" }, profile: many, part: many },
});

function chosen(name: "profile" | "part", of: readonly string[]): readonly string[] {
  const unknown = values[name]?.find((each) => !of.includes(each));
  if (unknown !== undefined) throw new Error(`--${name} is one of ${of.join(", ")}, not "${unknown}"`);
  return values[name] ?? of;
}
const names = chosen(
  "profile",
  profiles.map(({ name }) => name),
);
const wanted = chosen("part", parts);
const count = Number(values.runs);
if (!Number.isInteger(count) || count < 1) throw new Error(`--runs needs a whole number from 1, not "${values.runs}"`);

function middle(numbers: number[], digits = 0): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.round((sorted.length - 1) * part)] ?? NaN).toFixed(digits);
  return `${at(0.5)} (${at(0)}–${at(1)})`;
}
const kinds = ["wizard", "form"] as const;
type Kind = (typeof kinds)[number];

async function first(browser: Browser, stand: Stand, profile: Profile, warm: boolean): Promise<void> {
  const runs: Record<Kind, Opened[]> = { wizard: [], form: [] };
  for (let run = 0; run < count; run++)
    for (const kind of kinds) runs[kind].push(await openOnce(browser, stand, profile, kind === "form", warm));
  for (const kind of kinds) {
    const of = (member: keyof Opened): string => middle(runs[kind].map((run) => run[member]));
    console.log(
      `${profile.name} ${warm ? "warm" : "cold"} ${kind.padEnd(6)}: usable ${of("usableMs")} ms, blocking ${of("blockingMs")} ms, ${of("bytes")} bytes until then, ${of("allBytes")} in all`,
    );
  }
}

async function acts(browser: Browser, stand: Stand, what: string): Promise<void> {
  const runs: Acts[] = await actsOf(browser, stand, fast, count);
  const of = (member: keyof Acts): string =>
    `${member} ${middle(
      runs.map((run) => run[member]),
      1,
    )} ms`;
  console.log(`${what}: ${(["step", "back", "search", "clear"] as const).map(of).join(", ")}`);
}

async function steps(browser: Browser, stand: Stand): Promise<void> {
  const runs: Cost[][] = [];
  for (let run = 0; run < count; run++) runs.push(await stepsOf(browser, stand));
  walk.forEach(([name], index) => {
    const of = (member: keyof Cost): string => {
      const costs = runs.map((run) => run[index]?.[member] ?? NaN);
      return `${member} ${middle(costs, 1)}`;
    };
    const members = ["flow", "parse", "script", "picture", "layout", "all"] as const;
    console.log(`${name.padEnd(22)} ${members.map(of).join("  ")}`);
  });
}

async function rest(stand: Stand): Promise<void> {
  const runs: Record<Kind, Rest[]> = { wizard: [], form: [] };
  for (let run = 0; run < count; run++)
    for (const kind of kinds) runs[kind].push(await restOf(stand, fast, kind === "form"));
  for (const kind of kinds) {
    const of = (member: keyof Rest): string => middle(runs[kind].map((run) => run[member]));
    console.log(
      `at rest ${kind.padEnd(6)}: renderers ${of("privateKib")} KiB of their own, ${of("sharedKib")} shared, ${of("fileKib")} of files, GPU process ${of("gpuKib")} KiB, ${of("frames")} frames in 5 s`,
    );
  }
}

const { publicJwk } = await makeSealKey();
const stand = await startStand(publicJwk);
const browser = await chromium.launch(launchOptions());
const folder = await mkdtemp(join(tmpdir(), "ats-bench-"));
try {
  if (wanted.includes("first"))
    for (const profile of profiles.filter(({ name }) => names.includes(name)))
      for (const warm of [false, true]) await first(browser, stand, profile, warm);
  if (wanted.includes("acts")) {
    await acts(browser, stand, "the product's list");
    for (const size of [10, 100, 1000]) {
      const outdir = join(folder, String(size));
      await buildWithMany(size, outdir);
      const larger = await startStand(publicJwk, outdir);
      await acts(browser, larger, `a list of ${String(size)}`);
      await larger.close();
    }
  }
  if (wanted.includes("steps")) await steps(browser, stand);
  if (wanted.includes("rest")) await rest(stand);
} finally {
  await browser.close();
  await stand.close();
  await rm(folder, { recursive: true });
}
