import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { ViewModel } from "../../../web/link/view_model.ts";
import { states } from "../../../web/gallery/states.ts";
import { sample } from "../../support/sample.ts";
import { longestLanguage } from "../support/languages.ts";
import { awaitView, toldView } from "../support/told_view.ts";
import { Visits } from "./visit.ts";

// The visits bring a state up once and change its language; that this shows the same is a wider net over all states.
describe("a state whose language changes under it is the one that is opened in that language", () => {
  const visits = new Visits({ width: 440, height: 720 });
  after(() => visits.stop());
  const names = states.filter(({ hosted }) => hosted !== true).map(({ name }) => name);

  const locales = [longestLanguage(), "ar"];
  const told = async (name: string, locale: string): Promise<ViewModel | undefined> => {
    const { frame, listens } = await visits.to(name, locale);
    const view = listens ? await awaitView(frame) : await toldView(frame);
    // How many turns led here is not shown: an ATS whose details came late took one more.
    return view && { ...view, turn: 0 };
  };

  for (const name of sample(names, 3, "other languages"))
    it(name, async () => {
      const { listens } = await visits.to(name, "en");
      const changed = [];
      for (const locale of locales) changed.push(await told(name, locale));
      for (const [index, locale] of locales.entries()) {
        await visits.leave();
        const opened = await told(name, locale);
        assert.equal(opened === undefined, !listens, "what has a module has a view, and can be asked");
        assert.deepEqual(changed[index], opened, locale);
      }
      await visits.leave();
    });
});
