import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { detailsOf, entryOf, readCatalogue } from "../../tools/build/catalogue.ts";
import { moduleInNode } from "../../tools/build/module_in_node.ts";
import type { ActionKind, Effect, Inbound, SealEffect } from "../../web/link/messages.ts";
import type { ModuleHost } from "../../web/link/module/module.ts";
import { pluralCategories } from "../../web/link/languages.ts";
import type { ViewModel } from "../../web/link/view_model.ts";
import type { ErrorCode } from "../../web/types/index.ts";

const root = join(import.meta.dirname, "../..");
const providers = await readCatalogue(join(root, "providers"));
const catalogue = providers.map((provider) => entryOf(provider, "en"));
const messages = JSON.parse(await readFile(join(root, "locales/en.json"), "utf8")) as object;

/** The walk that the module tells of what it does: one at a time. */
let live: Pick<ModuleHost, "show" | "perform" | "seal" | "error"> = {
  ...{ show: never, perform: never, seal: never, error: never },
};
const open = await moduleInNode(join(root, "build/wasm-release"));
const bridge = await open({
  show: (text) => live.show(text),
  layout: () => undefined,
  perform: (text) => live.perform(text),
  seal: (text, secrets) => live.seal(text, secrets),
  ask_frame: () => undefined,
  error: (text) => live.error(text),
  canvas: () => never("no canvas is there"),
  online: () => true,
  relay_refused: () => false,
  font_family: () => "",
});

/** Where a walk came out: what is on the screen, and the error that the host was told of, if any. */
export interface End {
  view: ViewModel;
  code: ErrorCode | null;
}

/**
 * Walks the built module, without a page, from the choice of a method to its last screen. `answers`: what the backend says
 * of each probe, which is what the relay says. `details`: what comes in place of the provider's own; a message that the module
 * does not read is then no fault of the walk's.
 */
export function walkModule(
  provider: string,
  values: Readonly<Record<string, string>>,
  answers: Record<string, unknown>,
  details?: object,
): End {
  let shown: ViewModel | undefined;
  let code: ErrorCode | null = null;
  const due: Inbound[] = [];
  live = {
    error: details ? () => undefined : never,
    show: (text) => (shown = JSON.parse(text) as ViewModel),
    perform(text) {
      const effect = JSON.parse(text) as Effect;
      if (effect.type === "notify" && effect.event.name === "ERROR") code = effect.event.error.code;
      if (effect.type === "fetch_provider") {
        const found = providers.find(({ id }) => id === effect.id) ?? never(effect.id);
        due.push({ type: "provider", id: effect.id, details: details ?? detailsOf(found, "en") });
      }
      if (effect.type === "post_token") due.push({ type: "handed_over", attempt: effect.attempt, ref: "ref" });
    },
    seal(text) {
      const { attempt, purpose } = JSON.parse(text) as SealEffect;
      const isCheck = purpose === "verify";
      due.push(
        isCheck ? { type: "backend_answer", attempt, probes: answers } : { type: "sealed", attempt, token: "t" },
      );
    },
  };
  const say = (message: Inbound): void => {
    if (!bridge.post(message) && !(message.type === "provider" && details)) never(JSON.stringify(message));
  };
  const act = (node: string, kind: ActionKind, value?: string): void =>
    say({ type: "action", node, kind, ...(value !== undefined && { value }) });

  const page = { verify: "backend", handover: { mode: "post" } };
  const plurals = pluralCategories("en");
  if (!bridge.boot({ page, catalogue, messages, plurals, hosted: false, relay: "" })) never("boot");
  say({ type: "open", config: { provider, state: "s" } });
  const enter = (): void => {
    for (const node of shown?.nodes ?? []) {
      if (node.kind !== "field" || node.name === undefined) continue;
      const value = Object.hasOwn(values, node.name) ? values[node.name] : undefined;
      if (value === undefined) continue;
      if (node.input === "secret") bridge.putSecret(node.name, value);
      else act(node.id, "input", value);
    }
    act("primary", "submit");
  };
  const ahead: Record<string, () => void> = {
    method: () => act("method:api_key", "press"),
    admin: () => act("admin:yes", "press"),
    permissions: () => act("primary", "press"),
    subdomain: enter,
    api_key: enter,
  };
  for (let steps = 0; steps < 12; steps++) {
    for (let message = due.shift(); message; message = due.shift()) say(message);
    const next = ahead[shown?.screen ?? ""];
    if (!next) break;
    next();
  }
  return shown ? { view: shown, code } : never("nothing was shown");
}

function never(text: string): never {
  throw new Error(text);
}
