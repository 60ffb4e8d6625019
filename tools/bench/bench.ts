// Prints how the first screen comes beside a bare form of the same list: medians of interleaved runs, and their spread.
// `./bench [--runs N] [--profile NAME]`.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "../../tests/browser/support/launch_options.ts";
import { makeSealKey } from "../../web/demo-backend/seal_key.ts";
import { type Opened, openOnce, type Profile } from "./first_screen.ts";
import { startStand } from "./serve.ts";

const profiles: Profile[] = [
  { name: "slow", latencyMs: 150, bytesPerSecond: 200_000, cpu: 4 },
  { name: "middling", latencyMs: 40, bytesPerSecond: 1_250_000, cpu: 2 },
  { name: "fast", latencyMs: 0, bytesPerSecond: -1, cpu: 1 },
];
const { values } = parseArgs({
  options: { runs: { type: "string", default: "7" }, profile: { type: "string", multiple: true } },
});

const names = profiles.map(({ name }) => name);
const unknown = values.profile?.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`--profile is one of ${names.join(", ")}, not "${unknown}"`);
const count = Number(values.runs);
if (!Number.isInteger(count) || count < 1) throw new Error(`--runs needs a whole number from 1, not "${values.runs}"`);

function middle(numbers: number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.round((sorted.length - 1) * part)] ?? NaN).toFixed(0);
  return `${at(0.5)} (${at(0)}–${at(1)})`;
}

const stand = await startStand((await makeSealKey()).publicJwk);
const browser = await chromium.launch(launchOptions());
try {
  for (const profile of profiles.filter(({ name }) => values.profile?.includes(name) ?? true))
    for (const warm of [false, true]) {
      const runs: Record<"wizard" | "form", Opened[]> = { wizard: [], form: [] };
      for (let run = 0; run < count; run++)
        for (const what of ["wizard", "form"] as const)
          runs[what].push(await openOnce(browser, stand, profile, what === "form", warm));
      for (const what of ["wizard", "form"] as const) {
        const of = (member: keyof Opened): string => middle(runs[what].map((run) => run[member]));
        console.log(
          `${profile.name} ${warm ? "warm" : "cold"} ${what.padEnd(6)}: usable ${of("usableMs")} ms, blocking ${of("blockingMs")} ms, ${of("bytes")} bytes until then, ${of("allBytes")} in all`,
        );
      }
    }
} finally {
  await browser.close();
  await stand.close();
}
