import type { Inbound } from "../messages.ts";
import type { PortConfig, Snapshot, ToPage } from "../../types/port.ts";
import type { ScreenName, ViewModel } from "../view_model.ts";

/** A message of the host. `speaks`: which of the build's languages it wishes for, if it does. */
export interface Told {
  message: ToPage;
  speaks?: string;
}

/** What the page knows of its session, once there is a module. */
export interface State {
  readonly hostConfig: PortConfig;
  readonly screen: ScreenName;
  /** The canvas was begun. */
  readonly pictured: boolean;
  /** What is asked for was read: the host changes nothing of it any more. */
  readonly reviewed: boolean;
  readonly language: string;
  /** The provider whose details were asked for last. */
  readonly provider?: string;
  /** Set while another language is fetched: what caused it and what came since, in order. */
  readonly waiting: readonly Told[] | null;
}

export const first: State = {
  hostConfig: {},
  screen: "",
  pictured: false,
  reviewed: false,
  language: "",
  waiting: null,
};

/** `described` by the module, `presented` by the elements. `unspoken`: the words did not come, which changes nothing. */
export type Happening =
  | ({ type: "told" } & Told)
  | { type: "spoken"; language: string }
  | { type: "unspoken" }
  | { type: "asked"; provider: string }
  | { type: "described"; view: ViewModel }
  | { type: "presented"; fresh: boolean };

export type Deed =
  | { type: "begin"; config: PortConfig; snapshot: Snapshot | undefined }
  | { type: "post"; message: Inbound }
  | { type: "theme"; theme: PortConfig["theme"] }
  | { type: "exit_asked"; n: number }
  | { type: "fetch_words"; language: string }
  | { type: "tell_screen"; screen: ScreenName }
  | { type: "present"; view: ViewModel; fresh: boolean }
  | { type: "draw"; how: "first" | "now" | "soon" }
  | { type: "prepare_sealing" };

export interface Turn {
  next: State;
  deeds: readonly Deed[];
}

/** Behind them it was read what is asked for. */
const reviewing: readonly ScreenName[] = ["permissions", "subdomain", "api_key"];

/** Does what the host says, in the language that is spoken. */
function obey(state: State, message: ToPage): Turn {
  switch (message.type) {
    case "open": {
      const { config, snapshot } = message;
      return { next: { ...state, hostConfig: config }, deeds: [{ type: "begin", config, snapshot }] };
    }
    case "update": {
      const { scopes: _s, provider: _p, providers: _l, prefill: _f, ...shown } = message.patch;
      const hostConfig = { ...state.hostConfig, ...(state.reviewed ? shown : message.patch) };
      const update: Inbound = { type: "update", config: hostConfig };
      return {
        next: { ...state, hostConfig },
        deeds: [
          { type: "theme", theme: hostConfig.theme },
          { type: "post", message: update },
        ],
      };
    }
    case "exit":
      return {
        next: state,
        deeds: [
          { type: "exit_asked", n: message.n },
          { type: "post", message },
        ],
      };
    case "back":
      return { next: state, deeds: [{ type: "post", message }] };
    case "resume":
      return { next: state, deeds: [{ type: "draw", how: "soon" }] };
    default:
      return { next: state, deeds: [] };
  }
}

/** The host's next word: it waits where another language is fetched, or is to be. */
function hear(state: State, told: Told): Turn {
  if (state.waiting) return { next: { ...state, waiting: [...state.waiting, told] }, deeds: [] };
  if (told.speaks === undefined || told.speaks === state.language) return obey(state, told.message);
  return { next: { ...state, waiting: [told] }, deeds: [{ type: "fetch_words", language: told.speaks }] };
}

/** The language is there, or will not be: the word that wished for it counts, then those that came since. */
function settle(state: State): Turn {
  const [cause, ...rest] = state.waiting ?? [];
  const free: State = { ...state, waiting: null };
  const begun: Turn = cause ? obey(free, cause.message) : { next: free, deeds: [] };
  return rest.reduce(({ next, deeds }: Turn, told) => {
    const turn = hear(next, told);
    return { next: turn.next, deeds: [...deeds, ...turn.deeds] };
  }, begun);
}

/** What comes next, and what is to be done: as `flow::step`, without a clock, an element or a network. */
export function step(state: State, happening: Happening): Turn {
  switch (happening.type) {
    case "told":
      return hear(state, happening);
    case "spoken":
      return settle({ ...state, language: happening.language });
    case "unspoken":
      return settle(state);
    case "asked":
      return { next: { ...state, provider: happening.provider }, deeds: [] };
    case "described": {
      const { view } = happening;
      const { screen, heading } = view;
      const fresh = screen !== state.screen;
      return {
        next: { ...state, screen, reviewed: state.reviewed || reviewing.includes(screen) },
        deeds: [{ type: "tell_screen", screen }, ...(heading ? [{ type: "present", view, fresh } as const] : [])],
      };
    }
    case "presented": {
      if (!state.pictured) return { next: { ...state, pictured: true }, deeds: [{ type: "draw", how: "first" }] };
      const { fresh } = happening;
      // A new screen is drawn at once, so that its elements lie where they are seen.
      const draw: Deed = { type: "draw", how: fresh ? "now" : "soon" };
      return {
        next: state,
        deeds: fresh && state.screen !== "provider" ? [draw, { type: "prepare_sealing" }] : [draw],
      };
    }
  }
}
