import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Frame, Page } from "playwright-core";
import { states } from "../../../web/gallery/states.ts";
import { type Measured, measureContrast } from "../support/contrast.ts";
import { Gallery, setTextView } from "../support/gallery.ts";
import { longestLanguage } from "../support/languages.ts";
import { lettersToPaint, paintedLetters, takeLettersOut } from "../support/painted_text.ts";
import { deep, sample } from "../../support/sample.ts";
import { hideText } from "../support/shown_text.ts";

/**
 * Every kind of text, ground and part between them, as the proof that the painter's own figures, by which the C++ tests
 * measure every state, are those of the screen. axe (A1) measures every text of the Text view.
 */
const always = [
  "hosted",
  "provider_all",
  "method",
  "permissions_write",
  "subdomain_address",
  "details_empty",
  "api_key_copied",
  "verifying_half",
  "connected_part",
  "failed_mismatch",
  "failed_rate",
  "close_question",
];
/** The parts that `drawn_parts.ts` knows; icons that are named by their element are left out. */
const kinds = {
  canvas: [
    ...["primary button", "frame of a button", "frame of a field", "icon in a field", "icon of an error"],
    ...["reached step", "mood", "icon of a link", "chevron of a choice", "icon of a notice", "mark of an item"],
    ...["mark of a line", "icon of a copy button", "frame of the marked part"],
  ],
  text: [
    ...["primary button", "frame of a button", "frame of a field", "state of the switch", "reached step"],
    ...["mark of an item", "frame of the marked part"],
  ],
};
/** Words of drawings are text of an svg, which is measured in C++ alone. */
const all = states.map(({ name }) => name).filter((name) => name !== "api_key_pictures");
const pictured = [
  ...always,
  ...sample(
    all.filter((name) => !always.includes(name)),
    2,
    "contrast",
  ),
];

/** High enough for every state, so that nothing is scrolled away; the list of all ATSs is higher than the rest. */
const size = { width: 440, height: 1500 };
const sizeOf = (name: string) => (name === "provider_all" ? { ...size, height: 2700 } : size);
const needed = { no: { text: 4.5, part: 3 }, more: { text: 7, part: 3 } };

describe("contrast by pixels", () => {
  let gallery: Gallery;
  let page: Page;
  const seen = { pictures: 0, text: 0, part: 0, letters: 0 };
  const partsSeen = { canvas: new Set<string>(), text: new Set<string>() };
  const disabled = new Map<string, number>();
  const lowest = new Map<string, Measured>();
  before(async () => {
    gallery = await Gallery.start();
    page = await gallery.page({ viewport: size });
    await takeLettersOut(page);
  });
  after(async () => {
    console.log(
      `contrast: ${seen.text} texts (${seen.letters} painted letters) and ${seen.part} parts in ${seen.pictures} pictures`,
    );
    for (const [key, { what, ratio }] of lowest) console.log(`lowest ${key}: ${ratio.toFixed(2)}, ${what}`);
    for (const [what, ratio] of disabled) console.log(`disabled, exempt: ${what}: ${ratio.toFixed(2)}`);
    await gallery.stop();
  });

  type More = "no" | "more";
  async function appear(frame: Frame, colorScheme: "light" | "dark", more: More): Promise<void> {
    await page.emulateMedia({
      colorScheme,
      contrast: more === "more" ? "more" : "no-preference",
      reducedMotion: "reduce",
    });
    await frame.evaluate(
      async ({ scheme, contrast }) => {
        const { dataset } = document.documentElement;
        const shown = () => dataset["theme"] === scheme && dataset["contrast"] === contrast;
        for (let frames = 0; !shown(); frames++) {
          if (frames > 600) throw new Error(`the screen does not turn ${scheme} ${contrast}`);
          await new Promise(requestAnimationFrame);
        }
        for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      },
      { scheme: colorScheme, contrast: more === "more" ? "more" : "" },
    );
  }

  type Schemes = Readonly<Record<"canvas" | "text", readonly ("light" | "dark")[]>>;
  const both: Schemes = { canvas: ["light", "dark"], text: ["light", "dark"] };
  /** Each view in one of them, in turn over the states. */
  const inTurn = (name: string): Schemes =>
    always.indexOf(name) % 2 === 0 ? { canvas: ["light"], text: ["dark"] } : { canvas: ["dark"], text: ["light"] };

  /** Whatever has too little contrast in a state. */
  async function pale(frame: Frame, more: More, schemes = both): Promise<string[]> {
    const found: string[] = [];
    // Plain screens and those from right to left have the Text view alone.
    const plain = (await frame.locator("canvas:visible").count()) === 0;
    for (const view of plain ? (["text"] as const) : (["canvas", "text"] as const)) {
      await setTextView(frame, view === "text");
      for (const scheme of schemes[view]) {
        await appear(frame, scheme, more);
        if (view === "canvas") {
          const letters = (await paintedLetters(frame)).length;
          assert.equal(letters, await lettersToPaint(frame), "every letter is painted and seen");
          seen.letters += letters;
        }
        seen.pictures++;
        for (const measured of await measureContrast(page, frame, view)) {
          const { what, kind, ratio } = measured;
          if (kind === "part") partsSeen[view].add(what.replace(/ at .*/, ""));
          const told = `${view}, ${scheme}, ${what}: ${ratio.toFixed(2)}`;
          if (measured.disabled) disabled.set(`${view}, ${scheme}: ${what}`, ratio);
          else {
            seen[kind]++;
            const key = `${kind} ${more === "more" ? "with more contrast " : ""}in the ${view} view, ${scheme}`;
            if (ratio < (lowest.get(key)?.ratio ?? 99)) lowest.set(key, measured);
            if (ratio < needed[more][kind]) found.push(told);
          }
        }
      }
    }
    return found;
  }

  /** A state is brought up once for all its tests. */
  let at: { name: string; locale: string; frame: Frame } | null = null;
  async function show(name: string, locale = "en"): Promise<Frame> {
    if (at?.name === name && at.locale === locale) return at.frame;
    await page.setViewportSize(sizeOf(name));
    const { frame } = await gallery.show(page, name, locale);
    await hideText(frame);
    at = { name, locale, frame };
    return frame;
  }

  for (const name of pictured) {
    it(`C3 ${name}: text has 4.5:1 and what is drawn 3:1, in both views, light and dark`, async () => {
      assert.deepEqual(await pale(await show(name), "no"), []);
    });
    if (deep || always.includes(name))
      it(`C8 ${name}: with more contrast text has 7:1, in both views`, async () => {
        assert.deepEqual(await pale(await show(name), "more", deep ? both : inTurn(name)), []);
      });
  }

  // Longer words reach grounds that the English ones do not, and from right to left the layout is another one.
  for (const locale of [longestLanguage(), "ar"])
    for (const name of sample(all, 2, `contrast ${locale}`))
      it(`C3 ${name} in ${locale}: text has 4.5:1 and what is drawn 3:1, light and dark`, async () => {
        assert.deepEqual(await pale(await show(name, locale), "no"), []);
      });

  it("C3 parts of every kind were measured in both views", () => {
    for (const view of ["canvas", "text"] as const)
      assert.deepEqual(
        kinds[view].filter((kind) => !partsSeen[view].has(kind)),
        [],
        `${view} view`,
      );
  });
});
