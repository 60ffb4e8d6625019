import type { Inbound } from "../messages.ts";
import type { PortConfig, Snapshot, ToPage } from "../../types/port.ts";
import type { Tuples } from "../../types/tuples.ts";
import type { Turn } from "../machine.ts";
import type { ScreenName, ViewModel } from "../view_model.ts";

/** A message of the host, and which of the build's languages it wishes for, if it does. */
export type Told = [message: ToPage, speaks?: string | undefined];

/** What the page knows of its session, once there is a module. */
export interface State {
  hostConfig: PortConfig;
  screen: ScreenName;
  /** The canvas was begun. */
  pictured: boolean;
  /** What is asked for was read: the host changes nothing of it any more. */
  reviewed: boolean;
  language: string;
  /** The provider whose details were asked for last. */
  provider?: string;
  /** Set while another language is fetched: what caused it and what came since, in order. */
  waiting: readonly Told[] | null;
}

export const first: State = {
  hostConfig: {},
  screen: "",
  pictured: false,
  reviewed: false,
  language: "",
  waiting: null,
};

export interface Happenings {
  told: Told;
  spoken: [language: string];
  /** The words did not come, which changes nothing. */
  unspoken: [];
  /** The details of a provider. */
  asked: [provider: string];
  /** By the module. */
  described: [ViewModel];
  /** By the elements. */
  presented: [fresh: boolean];
}

export interface Deeds {
  begin: [PortConfig, Snapshot | undefined];
  post: [Inbound];
  theme: [PortConfig["theme"]];
  exit_asked: [n: number];
  fetch_words: [language: string];
  tell_screen: [ScreenName];
  present: [ViewModel, fresh: boolean];
  draw: [how: "first" | "now" | "soon"];
  prepare_sealing: [];
}

/** Behind them it was read what is asked for. */
const reviewing: readonly ScreenName[] = ["permissions", "subdomain", "api_key"];

/** What comes next, and what is to be done: as `flow::step`, without a clock, an element or a network. */
export function step(before: State, happening: Tuples<Happenings>): Turn<State, Deeds> {
  const next = { ...before };
  const deeds: Tuples<Deeds>[] = [];
  const act = (...deed: Tuples<Deeds>): void => void deeds.push(deed);

  /** Does what the host says, in the language that is spoken. */
  const obey = (message: ToPage): void => {
    switch (message.type) {
      case "open":
        next.hostConfig = message.config;
        act("begin", message.config, message.snapshot);
        break;
      case "update": {
        const { scopes: _s, provider: _p, providers: _l, prefill: _f, ...shown } = message.patch;
        next.hostConfig = { ...next.hostConfig, ...(next.reviewed ? shown : message.patch) };
        act("theme", next.hostConfig.theme);
        act("post", { type: "update", config: next.hostConfig });
        break;
      }
      case "exit":
        act("exit_asked", message.n);
        act("post", message);
        break;
      case "back":
        act("post", message);
        break;
      case "resume":
        act("draw", "soon");
        break;
      case "ack":
      // The port's own.
    }
  };
  /** The host's next word: it waits where another language is fetched, or is to be. */
  const hear = (told: Told): void => {
    const [message, speaks] = told;
    if (next.waiting) next.waiting = [...next.waiting, told];
    else if (speaks === undefined || speaks === next.language) obey(message);
    else {
      next.waiting = [told];
      act("fetch_words", speaks);
    }
  };
  /** The language is there, or will not be: the word that wished for it counts, then those that came since. */
  const settle = (): void => {
    const [cause, ...rest] = next.waiting ?? [];
    next.waiting = null;
    if (cause) obey(cause[0]);
    rest.forEach(hear);
  };

  switch (happening[0]) {
    case "told":
      hear([happening[1], happening[2]]);
      break;
    case "spoken":
      next.language = happening[1];
      settle();
      break;
    case "unspoken":
      settle();
      break;
    case "asked":
      next.provider = happening[1];
      break;
    case "described": {
      const [, view] = happening;
      const { screen, heading } = view;
      next.screen = screen;
      next.reviewed ||= reviewing.includes(screen);
      act("tell_screen", screen);
      if (heading) act("present", view, screen !== before.screen);
      break;
    }
    case "presented": {
      const [, fresh] = happening;
      next.pictured = true;
      // A new screen is drawn at once, so that its elements lie where they are seen.
      act("draw", before.pictured ? (fresh ? "now" : "soon") : "first");
      if (before.pictured && fresh && before.screen !== "provider") act("prepare_sealing");
    }
  }
  return { next, deeds };
}
