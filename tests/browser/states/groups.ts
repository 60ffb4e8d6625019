import type { BrowserContextOptions } from "playwright-core";
import { pseudoTag } from "../../../tools/build/pseudo_locale.ts";
import { states } from "../../../web/gallery/states.ts";
import { sample } from "../../support/sample.ts";
import { longestLanguage } from "../support/languages.ts";
import type { Size } from "../support/reflow.ts";
import { type Check, sampled, shared } from "./check.ts";
import { announced } from "./checks/announced.ts";
import { axe, axeOfWords, enhancedContrast } from "./checks/axe.ts";
import { bars } from "./checks/bars.ts";
import { boxes } from "./checks/boxes.ts";
import { fits, fitsDark, fitsRightToLeft, fitsSmall, fitsTurned } from "./checks/fits.ts";
import { outline } from "./checks/outline.ts";
import { seenFocus } from "./checks/seen_focus.ts";
import { managers } from "./checks/managers.ts";
import { everyControl, taps } from "./checks/taps.ts";
import { runsRight } from "./checks/runs_right.ts";
import { targets } from "./checks/targets.ts";
import { tree } from "./checks/tree.ts";
import { wrongField } from "./checks/wrong_field.ts";

/** What is checked while a state is in one language. */
interface Spoken {
  locale: string;
  /** Of fitting, one narrow window decides; more of them are a wider net, and the C++ tests have every width of what is
   * painted. In this order: what listens to how the state came about is first. */
  checks: readonly Check[];
}

/** One visit of every state: in which window, in which languages one after the other, and what is checked in each. */
export interface Group {
  /** Into so many files of equal length, `<group>_<part>.test.ts`, so that two can run at a time. */
  parts: number;
  /** By their names. */
  states: readonly string[];
  /** Those of them that every run visits; the others are a seed's choice. */
  always: readonly string[];
  size: Size;
  options?: BrowserContextOptions;
  languages: readonly Spoken[];
}

const all = states.map(({ name }) => name);

const [wordsInLongest, wordsInArabic] = shared(axeOfWords);

export const groups: Readonly<Record<"desk" | "touch", Group>> = {
  desk: {
    parts: 6,
    states: all,
    always: all,
    size: { width: 440, height: 720 },
    languages: [
      {
        locale: "en",
        checks: [
          announced,
          axe,
          enhancedContrast,
          tree,
          boxes,
          outline,
          wrongField,
          fits,
          sampled(fitsDark, 8),
          sampled(bars, 16),
          seenFocus,
          targets,
          managers,
        ],
      },
      {
        locale: longestLanguage(),
        checks: [
          wordsInLongest,
          sampled(axe, 8),
          fits,
          sampled(fitsDark, 8),
          sampled(fitsSmall, 16),
          sampled(fitsTurned, 16),
        ],
      },
      // Longer than those of any real language, so a part of the states is net enough.
      { locale: pseudoTag, checks: [sampled(fits, 12), sampled(fitsSmall, 12)] },
      // The last: it has no canvas view.
      { locale: "ar", checks: [wordsInArabic, sampled(axe, 8), runsRight, fitsRightToLeft] },
    ],
  },
  touch: {
    parts: 1,
    // What a press does is the same everywhere; that nothing lies over a control in any state is seenFocus's.
    states: [
      ...everyControl,
      ...sample(
        all.filter((name) => !everyControl.includes(name)),
        8,
        "taps",
      ),
    ],
    always: everyControl,
    size: { width: 360, height: 740 },
    options: { hasTouch: true, isMobile: true },
    languages: [{ locale: "en", checks: [taps] }],
  },
};

/** The parts share the states out in turn, since neighbours take alike long. */
export const statesOf = (group: keyof typeof groups, part: number): string[] =>
  groups[group].states.filter((_, index) => index % groups[group].parts === part - 1);

/** The file that visits a state. */
export const fileOf = (group: keyof typeof groups, state: string): string => {
  const part = (groups[group].states.indexOf(state) % groups[group].parts) + 1;
  return `tests/browser/states/${group}_${String(part)}.test.ts`;
};
