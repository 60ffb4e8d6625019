import assert from "node:assert/strict";
import { afterTimers, heard } from "../../support/announcements.ts";
import { wordsOf } from "../../support/languages.ts";
import type { Check } from "../check.ts";

const words = wordsOf("en");
/** What was said of the screen before: it was checked, or only handed over. */
const before = [words["verifying.heading"], words["verifying.handover"]?.replace("{host}", "Brambleway")];

/** Of how the state came about, so it is the first check of a visit. */
export const announced: Check = {
  id: "F1",
  title: (state) => `${state}: the end is told by its heading, which has the focus, and nothing stale is said over it`,
  on: (state) => state.startsWith("failed_") || state.startsWith("connected"),
  async run({ frame }) {
    await afterTimers(frame);
    assert.equal(await frame.evaluate(() => document.activeElement?.tagName), "H1");
    const log = await heard(frame);
    const told = log.map(({ text }) => text).filter(Boolean);
    // The ATS's details may come late, long before this screen.
    if (told[0] === words["loading.heading"]) told.shift();
    assert.deepEqual(
      told.filter((text) => !before.includes(text)),
      [],
    );
    assert.equal(log.at(-1)?.text ?? "", "", "the last word is not about the screen before");
  },
};
