import type { ErrorCode, ExitReason, LinkError } from "../../types/index.ts";
import type { FromPage } from "../../types/port.ts";
import { version } from "../assets.ts";
import type { PageConfig } from "../config/page_config.ts";
import { hasSucceeded } from "../host/kept.ts";
import { type Hello, type HostListener, type HostPort, type Ignored, openHostPort } from "../host/port.ts";
import { createSession, type Session } from "../host/session.ts";
import type { Front } from "./front.ts";
import { configInvalid, connected, loadFailed, refused, showPlainScreen } from "./plain_screens.ts";

export type Refusal = "ORIGIN_NOT_ALLOWED" | "INSECURE_CONTEXT" | "SESSION_EXPIRED";

/** A host's word on its version, unless it is something else that would be shown here. */
const shownVersion = (theirs: unknown): string => (/^[\w.+-]{1,32}$/.test(String(theirs)) ? String(theirs) : "unknown");

/** The ends before the wizard: a plain screen for the user, and a word for the host as soon as it says hello. */
export interface Stop {
  /** The host's messages: to the wizard while there is one. */
  listener: HostListener;
  know(config: PageConfig): void;
  pass(front: Front, session: Session, port: HostPort | null): void;
  refuse(code: Refusal): void;
  /** The user or the host ended the session before there was an app to ask. */
  leave(reason: ExitReason): void;
  invalid(problem: string): void;
  loadFailed(): void;
  /** Shows that there is nothing more to do, after a success of an earlier load. */
  connected(): void;
  /** Neither a screen nor an error has come. */
  stuck(): void;
}

export function createStop(root: HTMLElement, awaited: Promise<Hello> | null, ignored: Ignored): Stop {
  let front: Front | null = null;
  let session: Session | null = null;
  let port: HostPort | null = null;
  let config: PageConfig | null = null;
  let failure: LinkError | null = null;
  // What does not load after that is missed by nobody.
  let over = false;

  const close = (reason: ExitReason = "user_closed"): void => {
    const why = failure ? "error" : reason;
    if (session) port?.sendUntilAck({ type: "exit", error: failure, metadata: session.exitMetadata(why, failure) });
  };
  /** No wizard yet, or none to come: it cannot answer for itself. */
  const alone = (): boolean => !front || root.ariaBusy === "true";
  // Escape is Close from the beginning; the wizard listens for itself once it is there.
  root.ownerDocument.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && alone()) close("escape");
  });
  const listener: HostListener = {
    receive(message) {
      if (message.type === "exit" && alone()) close(message.reason ?? "host");
      else front?.receive(message);
    },
    refuse: (wrong, opens) => front?.refuse(wrong, opens),
    skewed(theirs) {
      // One that was refused already stays so, for that reason.
      if (front) refuse("VERSION_MISMATCH", `ats-link.js ${shownVersion(theirs)}, link page ${version()}`);
    },
  };
  /** Told to whoever says hello, allowed or not: nothing but what went wrong. */
  const tell = async (code: ErrorCode, message: string, messages: (to: Session) => FromPage[]): Promise<void> => {
    front = null;
    if (!awaited) return;
    const hello = await awaited;
    session ??= createSession(hello.nonce);
    port ??= openHostPort(hello.port, listener, ignored, version());
    failure = session.error(code, message);
    for (const each of messages(session)) port.send(each);
  };
  const refuse = (code: Refusal | "INTERNAL" | "VERSION_MISMATCH", detail?: string): void => {
    over = true;
    showPlainScreen(root, refused(code, ways, detail));
    if (detail) console.error(`ATS Link: ${code}: ${detail}`);
    void tell(code, "The link page refused this session", () => [{ type: "refused", code }]);
  };
  const ways = awaited ? { close: () => close() } : {};
  return {
    listener,
    know: (read) => (config = read),
    pass(to, of, by) {
      front = to;
      session = of;
      port = by;
    },
    refuse,
    leave(reason) {
      over = true;
      close(reason);
    },
    connected() {
      over = true;
      front = null;
      // The host's word alone is not enough to say more.
      showPlainScreen(root, connected(hasSucceeded(), ways));
      port?.send({ type: "snapshot", step: "connected", fields: {} });
    },
    stuck: () => refuse("INTERNAL"),
    invalid(problem) {
      showPlainScreen(root, configInvalid(problem, ways));
      const message = `link.config.json: ${problem}`;
      void tell("CONFIG_INVALID", message, () => [{ type: "refused", code: "CONFIG_INVALID" }]);
    },
    loadFailed() {
      if (over) return;
      const contact = config?.support;
      const retry = (): void => void reloadFresh();
      showPlainScreen(root, loadFailed({ ...ways, ...(contact && { contact }), retry }));
      // `ready` keeps the host from giving up: the user can still try again.
      void tell("LOAD_FAILED", "The link page could not load all of its files", (to) => [
        { type: "ready", version: version() },
        {
          type: "event",
          event: to.event({
            name: "ERROR",
            provider: null,
            step: "provider",
            error: to.error("LOAD_FAILED", "The link page could not load all of its files"),
          }),
        },
      ]);
    },
  };
}

/** Longer than a second try is worth waiting for. */
const PATIENCE_MS = 10_000;

/**
 * Loads the page again, past the cache: a file that came damaged is kept as immutable, and a plain reload would be given
 * the same bytes again.
 */
async function reloadFresh(): Promise<void> {
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(new URL("assets/", document.baseURI).href));
  const signal = AbortSignal.timeout(PATIENCE_MS);
  await Promise.allSettled(files.map((file) => fetch(file, { cache: "reload", signal })));
  location.reload();
}
