import type { ExitMetadata, ExitReason, LinkConfig, LinkError, LinkEvent } from "../types/index.ts";
import type { PortConfig, Snapshot } from "../types/port.ts";
import { apply, plainText, some } from "../types/plain_text.ts";
import { randomId } from "../types/random_id.ts";
import { readFromPage } from "../types/read_from_page.ts";
import { callable } from "../types/shape.ts";
import { failure } from "./failure.ts";
import { linkAddress, toPortConfig } from "./port_config.ts";
import { createStage, type Stage } from "./stage.ts";
import { begin, step } from "./step.ts";
import type { Event, State, Transition, World } from "./transition.ts";
import { version } from "./version.ts";

/** One `open()`, from the frame's first load to exactly one `onSuccess` or `onExit`. */
export interface Session {
  opened: Promise<void>;
  happen(...event: Event): void;
  /**
   * `leave` resolves when it is closed, or the user keeps going; `back` with the page's answer, false when it does not answer
   * within a second.
   */
  request(...question: ["back"] | ["leave", ExitReason, force?: boolean | undefined]): Promise<boolean>;
  /** Throws a `CONFIG_INVALID` LinkError, and changes nothing, where the whole would no longer be taken. */
  change(patch: Partial<LinkConfig>): void;
}

/** What sessions that ended without success leave to one that is the same to a hair; no other may have it. */
export type Kept = Record<string, Snapshot | undefined>;

/**
 * Gives what the pure `step` decides to the page: the frame, the port, the timers and the host's callbacks. None of these
 * is called before this returns. `tell`: the handler's state; `idle` comes before the last callback, so that the host may
 * open again in it.
 */
export function createSession(
  current: () => LinkConfig,
  extra: Partial<LinkConfig>,
  tell: (state: "loading" | "ready" | "open" | "idle") => void,
  ignored: () => void,
  retry: (() => void) | false,
  kept: Kept,
): Session {
  let state: State;
  let port: MessagePort | undefined;
  let config: PortConfig = {};
  let url = "";
  let nonce = "";
  let origin: string;
  let stage!: Stage;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const answers: Record<number, (ok: boolean) => void> = {};
  let resolve!: () => void;
  let reject!: (error: LinkError) => void;
  const opened = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });

  const callback: World["call"] = (name, values) => {
    const given = callable(extra[name]) ? extra[name] : current()[name];
    if (given) apply(given as () => void, null, values);
  };
  const pass = ({ next, effects }: Transition): void => {
    state = next;
    // What throws, of the host's or because of its page, keeps nothing that follows from being done.
    some(effects, (effect) =>
      call(() => (world[effect[0]] as ((...values: unknown[]) => void) | undefined)?.(effect[1], effect[2])),
    );
  };
  const happen = (...event: Event): void => pass(step(state, event));
  const ask: Session["request"] = (name, reason?: ExitReason, force?: boolean) =>
    new Promise((done) => {
      answers[++asked] = done;
      (happen as (...event: unknown[]) => void)(name, asked, reason, force);
    });

  try {
    // onExit tells as well: a host that does not await must not see an unhandled rejection.
    opened.catch(() => {});
    const given = { __proto__: null, ...current(), ...extra };
    url = given.linkUrl;
    config = toPortConfig(given);
    const address = linkAddress(given);
    origin = address.origin;
    nonce = randomId();
    stage = createStage(address, given, happen, (reason) => void ask("leave", reason), retry);
    // Once it is known, so that it goes again if the host's page does not take it.
    stage.begin();
  } catch (thrown) {
    const wrong = (thrown as Partial<LinkError>).step ? (thrown as LinkError) : failure("INTERNAL", String(thrown));
    void (async (): Promise<void> => {
      await (0 as unknown);
      happen("gone", wrong, "error");
    })();
  }
  // Without its stage where there is none, and without what a page gave all objects.
  const world = {
    __proto__: null,
    ...stage,
    send: (message) => port?.postMessage(message),
    late(ms) {
      clearTimeout(timer);
      timer = setTimeout(happen, ms, "late");
    },
    ask(n, message) {
      world.send(message);
      setTimeout(happen, 1000, "silent", n);
    },
    reply: (n, ok) => answers[n]?.(ok),
    tell(is, error) {
      tell(is);
      if (is === "ready") return;
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    },
    call: callback,
    exit(error, untimed) {
      let metadata = untimed as ExitMetadata;
      call(() => {
        metadata = { timestamp: new Date().toISOString(), ...untimed };
      });
      const { lastError: _told, ...event } = metadata;
      // The host's console may be bent too, as its clock.
      call(() => error && console.error(`ATS Link: ${error.code}: ${error.message}`));
      // Before the host hears of the end, and may open again.
      kept[url + (plainText(config) as string)] = state.saved;
      call(() => callback("onEvent", [{ ...event, name: "EXIT" } satisfies LinkEvent]));
      callback("onExit", [error, metadata]);
    },
    open(snapshot) {
      world.send({ type: "open", version, config, snapshot });
      world.show();
    },
    frame() {
      const { port1, port2 } = new MessageChannel();
      port?.close();
      port = port1;
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readFromPage(data);
        if (message) {
          stage.reveal(message.type);
          (happen as (...event: unknown[]) => void)(message.type, message);
        } else ignored();
      };
      stage.inner.contentWindow?.postMessage({ atsLink: 1, nonce }, origin, [port2]);
    },
    help({ context }) {
      stage.hide();
      (extra.support ?? current().support)?.onRequest?.(context);
    },
  } as World;
  tell("loading");
  pass(
    begin(
      { sessionId: nonce, provider: config.provider ?? null, step: "provider" },
      url,
      kept[url + (plainText(config) as string)],
    ),
  );
  // Until it ends without success, and then for the configuration of that moment.
  kept[url + (plainText(config) as string)] = undefined;

  return {
    opened,
    happen,
    request: ask,
    change(patch) {
      config = toPortConfig(patch, config);
      happen("update", toPortConfig(patch));
    },
  };
}

/** Runs a callback of the host; what it throws is reported as the host's own error and changes nothing here. */
function call(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    try {
      reportError(error);
    } catch {
      // A host may have a function of that name for itself.
    }
  }
}
