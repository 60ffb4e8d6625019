import { type FirstScreens, firstScreenName, PROVIDER } from "../../web/link/boot/first_screen.ts";
import { HOST } from "../../web/link/host_name.ts";
import type { ModuleHost } from "../../web/link/module/module.ts";
import type { Entry } from "./catalogue.ts";
import { moduleInNode } from "./module_in_node.ts";
import { pluralCategories } from "../../web/link/languages.ts";
import type { Inbound } from "../../web/link/messages.ts";
import type { ViewModel } from "../../web/link/view_model.ts";

/** One wizard per call, as the page has it, but without a page: what it shows last. */
export type Ask = (boot: object, ...messages: Inbound[]) => Promise<ViewModel>;

const deaf: Omit<ModuleHost, "show" | "error"> = {
  layout() {},
  perform() {},
  seal() {},
  ask_frame() {},
  canvas: () => {
    throw new Error("there is no canvas");
  },
  online: () => true,
  relay_refused: () => false,
  font_family: () => "",
};

/** The module that was built for browsers, run here. `folder` holds `ats-link.mjs` and `ats-link.wasm`. */
export async function askModule(folder: string): Promise<Ask> {
  const open = await moduleInNode(folder);
  return async (boot, ...messages) => {
    let shown: ViewModel | undefined;
    const refused: string[] = [];
    const bridge = await open({
      ...deaf,
      show: (json) => (shown = JSON.parse(json) as ViewModel),
      error: (text) => refused.push(text),
    });
    const taken = bridge.boot(boot) && messages.every((message) => bridge.post(message));
    if (!taken || !shown) throw new Error(`the module refused: ${refused.join("; ")}`);
    return shown;
  };
}

type Catalogue = readonly Entry[];

interface Given {
  catalogue: Catalogue;
  messages: unknown;
  language: string;
}

/** What `ats_boot` is given, for a page configuration as the flow reads it. */
export const bootMessage = ({ catalogue, messages, language }: Given, page: object, hosted = false): object => ({
  page,
  catalogue,
  messages,
  plurals: pluralCategories(language),
  hosted,
  relay: "",
});

const page = { verify: "none", handover: { mode: "callback" } };

/** The first screens of one language: each for a host with and without a name. */
export type FirstScreensOf = (catalogue: Catalogue, messages: unknown, language: string) => Promise<FirstScreens>;

/** The screens of one provider are those of every other but for its name. */
const anyProvider: Entry = { id: "any", name: PROVIDER, aliases: [], featured: true, secrets: [PROVIDER], scopes: [] };

/** As the module describes them. */
export const firstScreensBy =
  (ask: Ask): FirstScreensOf =>
  async (catalogue, messages, language) => {
    const given = { catalogue, messages, language };
    const screens: Record<string, ViewModel> = {};
    for (const named of [false, true]) {
      const brand = named && { brand: { name: HOST } };
      const open = { type: "open" as const, config: { state: "s", ...brand } };
      const posting = { ...page, handover: { mode: "post" }, ...brand };
      screens[firstScreenName({ hosted: true, named })] = await ask(bootMessage(given, posting, true), {
        type: "open",
        config: { state: "s" },
      });
      screens[firstScreenName({ named })] = await ask(bootMessage(given, page), open);
      for (const asks of [false, true])
        for (const invites of [false, true]) {
          const { id: provider } = anyProvider;
          const config = { ...open.config, provider, ...(invites && { inviteUrl: "https://app.example/invite" }) };
          const one = { ...given, catalogue: [{ ...anyProvider, ...(asks && { asks: [PROVIDER] }) }] };
          screens[firstScreenName({ named, method: true, asks, invites })] = await ask(bootMessage(one, page), {
            ...open,
            config,
          });
        }
    }
    const whole = await ask(bootMessage({ ...given, catalogue: [anyProvider] }, page), { type: "open", config: {} });
    const last = whole.nodes.at(-1);
    if (last?.id !== "not_listed") throw new Error("a list without more does not end as it should");
    // The list first: `ats-link add-provider` looks for it there (web/cli/add/link_script.ts).
    return { providers: catalogue.map(({ id, name, asks }) => [id, name, asks ? 1 : 0]), last, screens };
  };
