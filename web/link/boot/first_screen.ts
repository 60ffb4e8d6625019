import type { PortConfig } from "../../types/port.ts";
import type { PageConfig } from "../config/page_config.ts";
import type { ViewModel } from "../view_model.ts";

/** Stands for the host's name in a screen that was made at build time: a character that is nobody's. */
export const HOST = "\ue000";

/** What the module says first, in one language, made by the module itself when the page was built. */
export interface FirstScreens {
  /** Ids of the whole catalogue. */
  providers: string[];
  /** The list shows every featured ATS: where one is not allowed, none takes its place. */
  whole: boolean;
  screens: Record<string, ViewModel>;
}

/** Which of them: the backend's session, the list, or how to connect one ATS. */
interface Which {
  hosted?: boolean;
  named?: boolean;
  provider?: string;
  invites?: boolean;
}

export const firstScreenName = ({ hosted, named, provider, invites }: Which): string =>
  [hosted ? "session" : provider ? `method:${provider}` : "provider", named && "named", invites && "invites"]
    .filter(Boolean)
    .join("+");

const upper = (letter = ""): string => letter.replace(/[a-z]/, (small) => small.toUpperCase());

/** As src/view/monogram.cpp: the first letters of two words, or two letters of one. */
function monogram(name: string): string {
  const [first = [], second] = name
    .split(" ")
    .filter(Boolean)
    .map((word) => Array.from(word));
  return upper(first[0]) + (second ? upper(second[0]) : (first[1] ?? ""));
}

/** With the host's name wherever it belongs. */
function named(value: unknown, name: string): unknown {
  if (typeof value === "string") return value.replaceAll(HOST, () => name);
  if (Array.isArray(value)) return value.map((part) => named(part, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(part, name)]));
}

/** The bytes that the flow allows a name (src/codec/config_reader.cpp). */
const NAME_LIMIT = 200;

const allows = (list: readonly string[] | undefined, id: string): boolean => !list?.length || list.includes(id);

/** Without the ATS that are not allowed. Null: others might take their place, and which is the module's to say. */
function choose(
  view: ViewModel,
  { providers, whole }: FirstScreens,
  allowed: (id: string) => boolean,
): ViewModel | null {
  const ids = providers.filter(allowed);
  const shown = view.nodes.filter(({ kind, id }) => kind !== "choice" || allowed(id.replace("choice:", "")));
  const choices = shown.filter(({ kind }) => kind === "choice").length;
  if (choices === 0 || (!whole && shown.length < view.nodes.length)) return null;
  return { ...view, nodes: shown.filter(({ id }) => id !== "show_all" || choices < ids.length) };
}

/**
 * What the module will show first for this configuration, or null where only the module can tell. Whether the whole
 * configuration is right is the module's to say, too, and it says so a moment later.
 */
export function firstScreen(
  made: FirstScreens,
  page: Pick<PageConfig, "providers" | "brand">,
  host: PortConfig,
  hosted: boolean,
): ViewModel | null {
  const name = (host.brand?.name || page.brand?.name || "").replace(/\p{Cs}/gu, "\ufffd");
  // Who reconnects begins at a screen that is not made beforehand.
  if (host.mode === "relink" || new TextEncoder().encode(host.brand?.name).length > NAME_LIMIT) return null;
  const allowed = (id: string): boolean => allows(page.providers, id) && allows(host.providers, id);
  const provider = host.provider || undefined;
  if (provider !== undefined && !hosted && !(made.providers.includes(provider) && allowed(provider))) return null;
  const which = { hosted, named: name !== "" };
  const view =
    made.screens[
      firstScreenName(hosted || !provider ? which : { ...which, provider, invites: Boolean(host.inviteUrl) })
    ];
  if (!view) return null;
  const told = named({ ...view, ...(name && { hostTile: monogram(name) }) }, name) as ViewModel;
  return hosted || provider ? told : choose(told, made, allowed);
}
