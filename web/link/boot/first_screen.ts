import type { PortConfig } from "../../types/port.ts";
import type { PageConfig } from "../config/page_config.ts";
import { HOST, hostName, monogram } from "../host_name.ts";
import type { ViewModel } from "../view_model.ts";

/** Stands for the name of a provider, as HOST for that of the host. */
export const PROVIDER = "\ue001";

/** What the module says first, in one language, made by the module itself when the page was built. */
export interface FirstScreens {
  /** The whole catalogue: id, name, and whether something is asked before the key. */
  providers: [id: string, name: string, asks: 0 | 1][];
  screens: Record<string, ViewModel>;
  /** What ends a list that has no more: "My ATS is not listed". */
  last: ViewModel["nodes"][number];
}

/** Which of them: the backend's session, the list, or how to connect one ATS. */
interface Which {
  hosted?: boolean;
  named?: boolean;
  /** Of a provider. */
  method?: boolean;
  asks?: boolean;
  invites?: boolean;
}

export const firstScreenName = ({ hosted, named, method, asks, invites }: Which): string =>
  [hosted ? "session" : method ? "method" : "provider", named && "named", asks && "asks", invites && "invites"]
    .filter(Boolean)
    .join("+");

/** With the name of the host, or of a provider, wherever it belongs. */
function named(value: unknown, hole: string, name: string): unknown {
  if (typeof value === "string") return value.replaceAll(hole, () => name);
  if (Array.isArray(value)) return value.map((part) => named(part, hole, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(part, hole, name)]));
}

type Pictured = Pick<PageConfig, "brand" | "logos">;

/** With the page's logos, where it has some. */
const withLogos = (view: ViewModel, { logos = {}, brand }: Pictured, provider = ""): ViewModel => {
  const ofChoice = Object.fromEntries(Object.entries(logos).map(([id, logo]) => [`choice:${id}`, logo]));
  return {
    ...view,
    ...(brand?.logoUrl && { hostLogo: brand.logoUrl }),
    ...(logos[provider] && { atsLogo: logos[provider] }),
    nodes: view.nodes.map((node) => {
      const logo = ofChoice[node.id];
      return logo ? { ...node, logo } : node;
    }),
  };
};

/** As src/flow/turn/picker.hpp. */
const FIRST_VIEW = 4;

/** Those that the host, or else the page, lists, in that order. Null: one of them is the module's to describe. */
function choose(view: ViewModel, order: readonly string[], last: FirstScreens["last"]): ViewModel | null {
  const of = (id: string): ViewModel["nodes"] => view.nodes.filter((node) => node.id === id);
  const choices = order.slice(0, FIRST_VIEW).flatMap((id) => of(`choice:${id}`));
  const more = order.length > choices.length ? of("show_all") : [last];
  if (choices.length < Math.min(order.length, FIRST_VIEW) || !more[0]) return null;
  return { ...view, nodes: [...of("search"), ...choices, ...more] };
}

/**
 * What the module will show first for this configuration, or null where only the module can tell. Whether the whole
 * configuration is right is the module's to say, too, and it says so a moment later.
 */
export function firstScreen(
  made: FirstScreens,
  page: Pick<PageConfig, "providers" | "notices"> & Pictured,
  host: PortConfig,
  hosted: boolean,
): ViewModel | null {
  const name = hostName(page, host);
  // Who reconnects begins at a screen that is not made beforehand.
  if (host.mode === "relink" || name === null) return null;
  const ids = made.providers.map(([id]) => id);
  const listed = [host.providers, page.providers].find((list) => list?.length);
  const allowed = new Set(
    (listed ?? ids).filter((id) => ids.includes(id) && (!page.providers?.length || page.providers.includes(id))),
  );
  const wanted = (!hosted && host.provider) || undefined;
  const provider = made.providers.find(([id]) => id === wanted && allowed.has(id));
  if ((wanted !== undefined && !provider) || allowed.size === 0) return null;
  const which = { hosted, named: name !== "" };
  const view =
    made.screens[
      firstScreenName(
        provider ? { ...which, method: true, asks: provider[2] === 1, invites: Boolean(host.inviteUrl) } : which,
      )
    ];
  if (!view) return null;
  const tiles = { ...(name && { hostTile: monogram(name) }), ...(provider && { atsTile: monogram(provider[1]) }) };
  // The provider's first: a host may have any name.
  const ofProvider = provider ? named({ ...view, ...tiles }, PROVIDER, provider[1]) : { ...view, ...tiles };
  const told = named(ofProvider, HOST, name) as ViewModel;
  const shown = hosted || provider || !listed ? told : choose(told, [...allowed], made.last);
  // Of one that is known to be down the module says so.
  const isDown = Object.keys(page.notices ?? {}).some(
    (id) => id === provider?.[0] || shown?.nodes.some((node) => node.id === `choice:${id}`),
  );
  return shown && !isDown ? withLogos(shown, page, provider?.[0]) : null;
}
