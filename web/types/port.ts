import type {
  ErrorCode,
  ExitMetadata,
  HelpContext,
  LinkConfig,
  LinkError,
  LinkEvent,
  Step,
  SuccessMetadata,
} from "./index.ts";

/**
 * The first message, posted to the frame on each `load` with one MessagePort, to exactly the link origin.
 * `nonce` is 32 hex digits and the same for every load of one `open()`: the page uses it as `sessionId`.
 */
export interface Hello {
  atsLink: 1;
  nonce: string;
}

/** The part of `LinkConfig` that travels. No functions, no elements and no security settings: those come from the link origin. */
export type PortConfig = Pick<
  LinkConfig,
  | "state"
  | "provider"
  | "providers"
  | "scopes"
  | "prefill"
  | "mode"
  | "relink"
  | "locale"
  | "theme"
  | "brand"
  | "inviteUrl"
> & {
  support?: { url?: string; email?: string };
  /** The host has `support.onRequest`. */
  supportRequest?: boolean;
};

/** Where the user was, for a frame that is loaded again. `fields` never holds a secret. */
export interface Snapshot {
  step: Step;
  fields: Record<string, string>;
}

/**
 * Host to page. `n` numbers the questions that want a `reply`. `version` is the opener's, and what a page of any version
 * reads first: with an opener of another major it answers `refused{VERSION_MISMATCH}`, and reads nothing else. Before
 * 1.0.0 a minor counts as a major, since a change of it may break whatever was there (semver 4, CHANGELOG.md). Without a
 * version there is nothing to compare: such an opener counts as one of the same major.
 */
export type ToPage =
  | { type: "open"; version?: string; config: PortConfig; snapshot?: Snapshot | undefined }
  | { type: "update"; patch: PortConfig }
  | { type: "back"; n: number }
  | { type: "exit"; n: number; force: boolean; reason?: ExitMetadata["reason"] }
  | { type: "ack" }
  | { type: "resume" };

/** What a hand-over gave. */
export interface Success {
  publicToken: string;
  metadata: SuccessMetadata;
}

/**
 * Page to host. `wide`: the screen has a use for two columns, if there is the room. `ready` brings the page's version for whoever watches; it is the page that compares (`ToPage`). `loading` says that the page is alive and has the host's colours, though it cannot show its screen yet:
 * after `ready`, ten seconds without it or a screen end the session, and so does a page that says it and nothing else. An
 * `exit` is answered within a second by `reply{ok:true}` ("heard", the page closes or asks) and then by `exit`, or by
 * `reply{ok:false}` once the user keeps going. `success` is repeated until its `ack`; an `exit` before that brings it
 * along, and is repeated until the frame is gone.
 */
export type FromPage =
  | { type: "ready"; version: string }
  | { type: "loading" }
  | { type: "event"; event: LinkEvent }
  | { type: "size"; height: number; wide?: boolean }
  | ({ type: "snapshot" } & Snapshot)
  | ({ type: "success" } & Success)
  | { type: "exit"; error: LinkError | null; metadata: ExitMetadata; success?: Success }
  | { type: "reply"; n: number; ok: boolean }
  | { type: "help"; context: HelpContext }
  | { type: "refused"; code: ErrorCode };
