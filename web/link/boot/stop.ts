import type { ErrorCode } from "../../types/index.ts";
import type { FromPage } from "../../types/port.ts";
import { version } from "../assets.ts";
import { hasSucceeded } from "../host/kept.ts";
import { type Hello, type HostListener, type HostPort, type Ignored, openHostPort } from "../host/port.ts";
import { createSession, type Session } from "../host/session.ts";
import { createMachine, type Machine } from "../machine.ts";
import type { Front } from "./front.ts";
import { configInvalid, connected, loadFailed, refused, showPlainScreen } from "./plain_screens.ts";
import { first, type Happenings, type State, step } from "./stop_turn.ts";

/** A host's word on its version, unless it is something else that would be shown here. */
const shownVersion = (theirs: unknown): string => (/^[\w.+-]{1,32}$/.test(String(theirs)) ? String(theirs) : "unknown");

/** The ends before the wizard: a plain screen for the user, and a word for the host as soon as it says hello. */
export interface Stop {
  /** The host's messages: to the wizard while there is one. */
  listener: HostListener;
  pass(front: Front, session: Session, port: HostPort | null): void;
  happen: Machine<State, Happenings>["happen"];
}

/** Gives what the pure `step` decides to page, host and wizard. */
export function createStop(root: HTMLElement, awaited: Promise<Hello> | null, ignored: Ignored): Stop {
  let front: Front | null = null;
  let session: Session | null = null;
  let port: HostPort | null = null;

  const isBlank = (): boolean => root.ariaBusy === "true";
  // Escape is Close from the beginning; the wizard listens for itself once it is there.
  root.ownerDocument.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") machine.happen("escape", isBlank());
  });
  const listener: HostListener = {
    receive: (message) => machine.happen("told", message, isBlank()),
    refuse: (wrong, opens) => machine.happen("refused", wrong, opens),
    skewed: (theirs) =>
      machine.happen("stopped", "VERSION_MISMATCH", `ats-link.js ${shownVersion(theirs)}, link page ${version()}`),
  };
  /** Told to whoever says hello, allowed or not: nothing but what went wrong. */
  const tell = async (messages: (to: Session) => FromPage[]): Promise<void> => {
    if (!awaited) return;
    const hello = await awaited;
    session ??= createSession(hello.nonce);
    port ??= openHostPort(hello.port, listener, ignored, version());
    for (const each of messages(session)) port.send(each);
  };
  const tellRefused = (code: ErrorCode): void => void tell(() => [{ type: "refused", code }]);
  const ways = awaited ? { close: () => machine.happen("close") } : {};
  const machine = createMachine(first, step, {
    told: (message) => front?.happen("told", message),
    refused: (wrong, opens) => front?.happen("refused", wrong, opens),
    exit(reason, fault) {
      if (!session) return;
      const error = fault && session.error(...fault);
      port?.sendUntilAck({ type: "exit", error, metadata: session.exitMetadata(reason, error) });
    },
    stopped(code, detail) {
      showPlainScreen(root, refused(code, ways, detail));
      if (detail) console.error(`ATS Link: ${code}: ${detail}`);
      tellRefused(code);
    },
    invalid(problem) {
      showPlainScreen(root, configInvalid(problem, ways));
      tellRefused("CONFIG_INVALID");
    },
    load_failed(fault, contact) {
      showPlainScreen(root, loadFailed({ ...ways, ...(contact && { contact }), retry: () => void reloadFresh() }));
      // `ready` keeps the host from giving up: the user can still try again.
      void tell((to) => [
        { type: "ready", version: version() },
        { type: "event", event: to.fault(...fault) },
      ]);
    },
    connected() {
      // The host's word alone is not enough to say more.
      showPlainScreen(root, connected(hasSucceeded(), ways));
      port?.send({ type: "snapshot", step: "connected", fields: {} });
    },
  });

  return {
    listener,
    pass(to, of, by) {
      front = to;
      session = of;
      port = by;
      machine.happen("served");
    },
    happen: machine.happen,
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
