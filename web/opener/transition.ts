import type { Base, ExitMetadata, ExitReason, LinkError } from "../types/index.ts";
import type { FromPage, PortConfig, Snapshot, ToPage } from "../types/port.ts";
import type { Tuples, WorldOf } from "../types/tuples.ts";

export type Place = Omit<Base, "timestamp">;

/**
 * A session. `loading`: the page that is loaded now has not said `ready`; `ready`: it shows nothing yet; `open`: it shows a
 * screen; `failed`: `onExit` was called, and the dialog still says why. Without a prototype: a page may have given all
 * objects more.
 */
export interface State {
  is: "loading" | "ready" | "open" | "failed" | "over";
  readonly address: string;
  place: Place;
  /** `onLoad` was called: a page that is loaded again changes nothing for the host. */
  loaded?: boolean;
  /** How often a page that shows nothing was given more time, since the last screen. */
  signs: number;
  lastFault: LinkError | null;
  /** Where the person was: of the page before, or of the session before. */
  saved?: Snapshot | undefined;
  /** The host was told how it ended: `onSuccess` or `onExit` was called. */
  told?: boolean;
  /** What the page was asked, by number: to close for a reason, or to go back. Undefined: the page knows, or it is answered. */
  questions?: Record<number, ExitReason | "back" | undefined>;
}

/** What happened: a message of the page by its type, or one of these, with what came along. */
export type Happenings = { [Type in FromPage["type"]]: [Extract<FromPage, { type: Type }>] } & {
  frame: [];
  /** The timer of `late`. */
  late: [];
  /** The second of `ask`. */
  silent: [n: number];
  leave: [n: number, ExitReason, force: boolean | undefined];
  back: [n: number];
  show: [];
  update: [PortConfig];
  /** It could not begin, or the host took our nodes out of the page. */
  gone: [LinkError | null, ExitReason];
};

/** Where the page has not said when, the world does. */
export type Untimed = Omit<ExitMetadata, "timestamp"> & { timestamp?: string };

/** What is to be done, by name, with what it needs. */
export interface Deeds {
  /** A new port for the page that was loaded. */
  frame: [];
  send: [ToPage];
  /** Sends the configuration, and moves the focus into the page. */
  open: [Snapshot | undefined];
  /** One timer for the whole session. */
  late: [ms: number];
  /** Sends a question; the answer has a second. */
  ask: [n: number, ToPage];
  reply: [n: number, ok: boolean];
  /** The handler's `state`. `open` and `idle` stop the timer and settle the promise of `open()`. */
  tell: ["ready" | "open" | "idle", error?: LinkError | null];
  show: [];
  /** Passed on as they came. */
  size: [Extract<FromPage, { type: "size" }>];
  help: [Extract<FromPage, { type: "help" }>];
  /** Says in place of a page that did not come why there is none. One that refuses says so itself, and can be closed. */
  failed: [];
  /** Takes everything of ours away. */
  over: [];
  /** A callback of the host. */
  call: ["onLoad" | "onEvent" | "onSuccess" | "onExit", unknown[]];
  exit: [LinkError | null, Untimed];
}

export type Event = Tuples<Happenings>;
export type Effect = Tuples<Deeds>;
export type World = WorldOf<Deeds>;

/** Effects are in order, the host's callbacks last: what one of them does comes after everything else. */
export interface Transition {
  next: State;
  effects: readonly Effect[];
}
