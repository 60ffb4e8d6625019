import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { type Entry, entryOf, readCatalogue } from "../../../tools/build/catalogue.ts";
import { type Ask, askModule, bootMessage, firstScreensBy } from "../../../tools/build/first_screens.ts";
import { prerenderedTile } from "../../../web/link/arrival/prerendered.ts";
import { type FirstScreens, firstScreen } from "../../../web/link/boot/first_screen.ts";
import { type PageConfig, toFlowPage } from "../../../web/link/config/page_config.ts";
import type { ViewModel } from "../../../web/link/view_model.ts";
import type { PortConfig } from "../../../web/types/port.ts";
import { randomNumbers, seed } from "../../support/sample.ts";

const root = join(import.meta.dirname, "../../..");

let ask: Ask;
const catalogues = new Map<string, Entry[]>();
let ids: string[];
const words = new Map<string, unknown>();
const made = new Map<string, FirstScreens>();

before(async () => {
  Object.assign(globalThis, { ATS_LINK_VERSION: "1" });
  ask = await askModule(join(root, "build/wasm-release"));
  const providers = await readCatalogue(join(root, "providers"));
  ids = providers.map(({ id }) => id);
  for (const name of await readdir(join(root, "locales"))) {
    const language = name.replace(".json", "");
    words.set(language, JSON.parse(await readFile(join(root, "locales", name), "utf8")));
    const catalogue = providers.map((provider) => entryOf(provider, language));
    catalogues.set(language, catalogue);
    made.set(language, await firstScreensBy(ask)(catalogue, words.get(language), language));
  }
});

const base: PageConfig = {
  allowedOrigins: ["https://app.example"],
  verify: "none",
  relay: "",
  handover: { mode: "callback", url: "", keys: [] },
  dangerouslyAllowPlaintext: true,
};

/** What the module says to the same configuration. */
const told = (language: string, page: PageConfig, host: PortConfig, hosted = false) =>
  ask(
    bootMessage(
      { catalogue: catalogues.get(language) ?? [], messages: words.get(language), language },
      toFlowPage(page),
      hosted,
    ),
    { type: "open", config: host },
  );

const first = (language: string, page: PageConfig, host: PortConfig, hosted = false) =>
  firstScreen(made.get(language) as FirstScreens, page, host, hosted);

/** Without what no screen shows. */
const without = (view: ViewModel | null = null): Partial<ViewModel> => {
  const { hostName: _, ...shown } = view ?? ({} as Partial<ViewModel>);
  return shown;
};

test("G2 for 400 configurations the first screen is what the module says, or waits for it", async () => {
  const random = randomNumbers("first screens");
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (part: number): boolean => random() < part;
  const names = [
    "",
    "Acme",
    "acme",
    "zoë & Co",
    "Ö",
    "  two  words",
    "{ats} $& \\u0022",
    "東京 商事",
    "🦊fox",
    "A \ud83d",
    "x".repeat(201),
  ];
  const some = (): string[] => ids.filter(() => chance(0.5));
  const outcomes = { shown: 0, waited: 0, prerendered: 0 };
  for (let i = 0; i < 400; i++) {
    // Every fourth says little more than it must, in English, as index.html does.
    const plain = i % 4 === 0;
    const has = (part: number): boolean => chance(plain ? part / 10 : part);
    const page = {
      ...base,
      ...(has(0.3) && { providers: some() }),
      ...(has(0.3) && { brand: { name: pick(names), ...(has(0.5) && { logoUrl: "own.svg" }) } }),
      ...(has(0.1) && { notices: { [pick(ids)]: "down" as const } }),
      ...(has(0.3) && { logos: { [pick(ids)]: "a.svg", [pick(ids)]: "b.svg" } }),
    };
    const host: PortConfig = {
      state: "s",
      ...(has(0.4) && { provider: pick([...ids, "nobody", ""]) }),
      ...(has(0.3) && { providers: some() }),
      ...(has(0.5) && { brand: { name: pick(names) } }),
      ...(has(0.3) && { inviteUrl: "https://app.example/i" }),
      ...(has(0.3) && { mode: pick(["connect", "relink"] as const) }),
      ...(has(0.2) && { prefill: { subdomain: "acme" } }),
    };
    const language = plain ? "en" : pick(["en", ...words.keys()]);
    const view = first(language, page, host);
    outcomes[view ? "shown" : "waited"]++;
    const about = `seed ${String(seed)}: ${language} ${JSON.stringify({ page, host })}`;
    if (view) assert.deepEqual(view, await told(language, page, host), about);
    // What index.html has is that of a host without a name but for the letters of the tile.
    const { dangerouslyAllowPlaintext: _, ...written } = page;
    const tile = prerenderedTile(written, { type: "open", version: "1", config: host }, [language]);
    if (tile === null) continue;
    outcomes.prerendered++;
    const { hostTile, ...rest } = without(made.get("en")?.screens["provider"]);
    const { hostTile: shown, ...others } = without(view);
    assert.deepEqual([others, shown], [rest, tile || hostTile], about);
  }
  assert.ok(outcomes.shown > 150 && outcomes.waited > 20 && outcomes.prerendered > 50, JSON.stringify(outcomes));
});

test("G2 a hosted link begins with the backend's session, by the page's own name", async () => {
  const page: PageConfig = { ...base, handover: { mode: "post", url: "https://b.example/", keys: [] } };
  for (const language of words.keys())
    for (const name of ["", "Acme Corp"]) {
      const view = first(language, { ...page, brand: { name } }, { state: "s" }, true);
      assert.equal(view?.screen, "session");
      assert.deepEqual(view, await told(language, { ...page, brand: { name } }, { state: "s" }, true));
    }
});

test("G2 a list that is given is shown in its order, and says whether there is more", () => {
  const shown = (providers: string[]) => first("en", { ...base, providers }, {})?.nodes.map(({ id }) => id);
  assert.deepEqual(shown(["lever", "ashby"]), ["search", "choice:lever", "choice:ashby", "not_listed"]);
  assert.deepEqual(shown(["smartrecruiters", "lever", "jobvite", "ashby", "workable"]), [
    "search",
    ...["smartrecruiters", "lever", "jobvite", "ashby"].map((id) => `choice:${id}`),
    "show_all",
  ]);
  assert.equal(shown(["lever", "workable"]), undefined, "what is not in the usual list is the module's to describe");
});
