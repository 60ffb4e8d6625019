/** The contract between a host page and ATS Link. Types only: importing this file adds no code. */

/** The screen the user is on. `session` exists in a hosted link alone. */
export type Step =
  | "session"
  | "provider"
  | "method"
  | "admin"
  | "invite"
  | "permissions"
  | "subdomain"
  | "api_key"
  | "verifying"
  | "connected"
  | "failed";

/** What went wrong. The first block are verdicts about the key, the second the session and its set-up. */
export type ErrorCode =
  | "RELAY_MISCONFIGURED"
  | "OFFLINE"
  | "TIMEOUT"
  | "NETWORK"
  | "RATE_LIMITED"
  | "SUBDOMAIN_MISMATCH"
  | "INSUFFICIENT_SCOPES"
  | "SUBDOMAIN_NOT_FOUND"
  | "PROVIDER_UNAVAILABLE"
  | "INVALID_CREDENTIALS"
  | "UNEXPECTED_RESPONSE"
  | "LOAD_FAILED"
  | "FRAME_BLOCKED"
  | "ORIGIN_NOT_ALLOWED"
  | "CONFIG_INVALID"
  | "VERSION_MISMATCH"
  | "INSECURE_CONTEXT"
  | "SESSION_EXPIRED"
  | "HANDOVER_FAILED"
  | "INVALID_SUBDOMAIN"
  | "INTERNAL";

/** `message` is English and for logs; `displayMessage` is in the user's language, or null where there is nothing to show. */
export interface LinkError {
  code: ErrorCode;
  message: string;
  displayMessage: string | null;
  retryable: boolean;
  step: Step;
  missingScopes?: string[];
  /** Milliseconds to wait before the next try; with RATE_LIMITED only. */
  retryAfterMs?: number;
}

/** What every event and every result carries. `timestamp` is ISO 8601 in UTC. */
export interface Base {
  sessionId: string;
  timestamp: string;
  provider: string | null;
  step: Step;
}

export interface SuccessMetadata extends Base {
  method: "api_key";
  subdomain: string | null;
  account: { id?: string; name?: string } | null;
  scopes: { granted: string[]; missing: string[]; unverified: string[] };
  /**
   * The key's last day as the person said it, `YYYY-MM-DD` in their calendar; null where they did not, or it has none. It is
   * asked only where the ATS is known to let keys expire, and nobody checks it: remind in time, and rely on the ATS's 401.
   */
  keyExpiresAt: string | null;
}

export type ExitReason = "user_closed" | "escape" | "backdrop" | "host" | "invited_admin" | "error";

export interface ExitMetadata extends Base {
  reason: ExitReason;
  /** The last failure the user saw, even if they then closed by themselves. */
  lastError: LinkError | null;
}

type PlainEventName =
  | "OPEN"
  | "SELECT_PROVIDER"
  | "SELECT_METHOD"
  | "CONFIRM_ADMIN"
  | "INVITE_ADMIN"
  | "ACCEPT_PERMISSIONS"
  | "SUBMIT_CREDENTIALS"
  | "HELP"
  | "HANDOFF";

/**
 * Sent live, in order. No event holds the key. One holds what was typed, and that is its purpose: `requested` is the name
 * of an ATS that is not in the list, of at most 100 characters, and any text that a stranger typed. What looks like a key
 * is not taken there (docs/events.md).
 */
export type LinkEvent = Base &
  (
    | { name: PlainEventName }
    | { name: "TRANSITION_VIEW"; from: Step | null; to: Step }
    | { name: "SEARCH_PROVIDER"; resultCount: number }
    | { name: "REQUEST_PROVIDER"; requested: string }
    | { name: "ERROR"; error: LinkError }
    | { name: "EXIT"; reason: ExitReason }
  );

/**
 * Colours are `#rrggbb`; those in `…Dark` count in the dark scheme, the others in the light one, and an accent that is given
 * for one alone is made to fit the other. What lacks contrast gives way, and a note in the console says so.
 */
export interface Theme {
  scheme?: "light" | "dark" | "system";
  /** Of buttons, links, marks and the focus. */
  accent?: string;
  accentDark?: string;
  /** The ground of the card. */
  surface?: string;
  surfaceDark?: string;
  text?: string;
  textDark?: string;
  /** How round buttons, fields and rows are, in CSS px: 0 to 24. */
  radius?: number;
  /** `compact` has less space between things; what can be pressed stays 44 px high. */
  density?: "comfortable" | "compact";
  /** System fonts by name; a font file lies on the link origin and is set there. */
  font?: string;
}

/** What the link page says when the user asks for help. */
export interface HelpContext {
  step: Step;
  code?: ErrorCode;
  sessionId: string;
}

/** What became of the old key. `permissions`: it works, but lacks one that is needed; `other`: it does not work any more. */
export type RelinkReason = "expired" | "revoked" | "permissions" | "other";

export interface LinkConfig {
  /** Folder URL of the link page: https (http for localhost), on another origin than the host page. */
  linkUrl: string;
  /** The host backend's session nonce; it comes back inside the sealed token. */
  state?: string;
  /** The id of an ATS: the list of ATSs is left out then. */
  provider?: string;
  /** The ids that are shown, as far as `link.config.json` allows them. */
  providers?: string[];
  /** What a key has to allow, and what it may; nothing given, what the ATS's catalogue says. */
  scopes?: { required?: string[]; optional?: string[] };
  /** What stands in the field before somebody types. Never a key. */
  prefill?: { subdomain?: string };
  /**
   * `relink` mends a connection that no longer works. It needs `provider`, and begins at the API key: the account is
   * `prefill.subdomain`, shown there and open to change; without one that can be right it begins at the subdomain. What comes
   * back is what `connect` gives: that it was a reconnection, your backend knows by its `state`, and that the account is
   * the same, by the sealed `fields` (docs/backend.md). Like `relink` it counts from the next `open()`.
   */
  mode?: "connect" | "relink";
  /** With `mode: "relink"`: why, which the wizard says in its own words. Without it nothing is said. */
  relink?: { reason?: RelinkReason };
  /** Draws the wizard inside this element; without it, in a modal dialog. */
  container?: HTMLElement;
  /** BCP 47, for example `en-GB`. */
  locale?: string;
  theme?: "light" | "dark" | "system" | Theme;
  /** How your application is called in the wizard. */
  brand?: { name?: string };
  /** Where Get help leads. With `onRequest` the dialog steps aside and your page is asked. */
  support?: { url?: string; email?: string; onRequest?: (context: HelpContext) => void };
  /** Host page that opens the widget for an invited admin. */
  inviteUrl?: string;
  /** The hand-over is done; the user may still be looking at the last screen. */
  onSuccess: (publicToken: string, metadata: SuccessMetadata) => void;
  /** `error` is null unless the session could not go on. */
  onExit?: (error: LinkError | null, metadata: ExitMetadata) => void;
  /** Each step and each failure, as it happens. */
  onEvent?: (event: LinkEvent) => void;
  /** The link page has answered. */
  onLoad?: () => void;
}

/** What one `open()` may change for itself alone. */
export type OpenOptions = Partial<Omit<LinkConfig, "container" | "linkUrl">>;

/** An event, as `onclick = handler.open` and React's `onClick={open}` give it. It counts as nothing. */
export interface PressEvent {
  preventDefault(): void;
}

export interface LinkHandler {
  /**
   * Resolves when the wizard is shown. Rejects with a `LinkError` if it cannot be. While open it only moves the focus there.
   * After a session that ended without success, the same configuration brings back what was chosen and entered, never a key.
   */
  open(options?: OpenOptions | PressEvent): Promise<void>;
  /** Resolves when the wizard is closed, or when the user chose to keep going. */
  exit(options?: { force?: boolean }): Promise<void>;
  /** Changes the configuration of this handler, and of the open wizard. A new `linkUrl` or `container` counts from the next `open()`. */
  update(patch: Partial<LinkConfig>): void;
  /** One screen back; false where there is none. */
  back(): Promise<boolean>;
  /** Closes and removes everything. An unfinished session ends with `onExit(null, …)`, reason `host`. */
  destroy(): void;
  /** Resolves when the link page has answered for the first time. */
  readonly ready: Promise<void>;
  readonly state: "idle" | "loading" | "ready" | "open" | "destroyed";
  /** Messages of the link page that were too large, unknown or malformed, and therefore dropped. */
  readonly ignored: number;
}

/** What `link()` rejects with when the user closed the wizard. */
export interface UserClosed {
  code: "USER_CLOSED";
}

export interface LinkResult {
  publicToken: string;
  metadata: SuccessMetadata;
}

/** The opener: what `ats-link.mjs` exports and what `window.AtsLink` is. */
export interface AtsLink {
  create(config: LinkConfig): LinkHandler;
  /** Warms the browser's cache for the link page. Rejects with `CONFIG_INVALID` for an address that `open()` would refuse, or none. */
  preload(options: { linkUrl: string }): Promise<void>;
  /** One session as a promise. Rejects with a `LinkError` or `UserClosed`. */
  link(config: Omit<LinkConfig, "onSuccess" | "onExit">): Promise<LinkResult>;
  readonly version: string;
}
