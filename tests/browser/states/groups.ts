import type { BrowserContextOptions } from "playwright-core";
import { pseudoTag } from "../../../tools/build/pseudo_locale.ts";
import { states } from "../../../web/gallery/states.ts";
import { sample } from "../../support/sample.ts";
import { longestLanguage } from "../support/languages.ts";
import type { Size } from "../support/reflow.ts";
import { type Check, sampled } from "./check.ts";
import { announced } from "./checks/announced.ts";
import { axe, enhancedContrast } from "./checks/axe.ts";
import { boxes } from "./checks/boxes.ts";
import { fits, fitsDark, fitsRightToLeft, fitsSmall, fitsTurned } from "./checks/fits.ts";
import { outline } from "./checks/outline.ts";
import { seenFocus } from "./checks/seen_focus.ts";
import { managers } from "./checks/managers.ts";
import { taps } from "./checks/taps.ts";
import { targets } from "./checks/targets.ts";
import { tree } from "./checks/tree.ts";
import { wrongField } from "./checks/wrong_field.ts";

/** One visit of every state: in which language, in which window, and what is checked while it is there. */
export interface Group {
  /** Into so many files of equal length, `<group>_<part>.test.ts`, so that two can run at a time. */
  parts: number;
  locale: string;
  size: Size;
  options?: BrowserContextOptions;
  /** By their names. */
  states: readonly string[];
  /**
   * Of fitting, one narrow window decides; more of them are a wider net, and the C++ tests have every width of what is
   * painted. In this order: what listens to how the state came about is first. */
  checks: readonly Check[];
}

const all = states.map(({ name }) => name);
const desk: Size = { width: 440, height: 720 };

export const groups: Readonly<Record<"english" | "longest" | "pseudo" | "arabic" | "touch", Group>> = {
  english: {
    parts: 4,
    locale: "en",
    size: desk,
    states: all,
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
      seenFocus,
      managers,
    ],
  },
  longest: {
    parts: 2,
    locale: longestLanguage(),
    size: desk,
    states: all,
    checks: [axe, fits, sampled(fitsDark, 8), sampled(fitsSmall, 16), sampled(fitsTurned, 16)],
  },
  // Longer than those of any real language, so a part of the states is net enough.
  pseudo: { parts: 1, locale: pseudoTag, size: desk, states: sample(all, 12, "pseudo"), checks: [fits, fitsSmall] },
  arabic: { parts: 1, locale: "ar", size: desk, states: all, checks: [axe, fitsRightToLeft] },
  touch: {
    parts: 2,
    locale: "en",
    size: { width: 360, height: 740 },
    states: all,
    options: { hasTouch: true, isMobile: true },
    checks: [targets, taps],
  },
};
