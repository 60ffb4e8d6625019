import type { Base, ExitMetadata, ExitReason, LinkConfig, LinkError } from "../types/index.ts";
import type { FromPage, Snapshot, ToPage } from "../types/port.ts";
import { readFromPage } from "../types/read_from_page.ts";
import { linkAddress } from "./address.ts";
import { call } from "./callback.ts";
import { failure } from "./failure.ts";
import { toPortConfig } from "./port_config.ts";
import { createQuestions } from "./questions.ts";
import { createStage, type Stage } from "./stage.ts";

/** One `open()`, from the frame's first load to exactly one `onSuccess` or `onExit`. */
export interface Session {
  opened: Promise<void>;
  /** Not over, and the frame is still in the page. */
  alive(): boolean;
  show(): void;
  send(message: ToPage): void;
  /** Resolves with the page's answer; false when it does not answer within a second. */
  back(): Promise<boolean>;
  exit(reason: ExitReason, force?: boolean): Promise<void>;
}

/** What the session tells its handler. `idle` comes before the last callback, so the host may open again in it. */
export interface Watcher {
  tell(state: "loading" | "ready" | "open" | "idle"): void;
  ignored(): void;
}

export function startSession(read: () => LinkConfig, watcher: Watcher): Session {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => (byte + 256).toString(16).slice(1))
    .join("");
  let place: Omit<Base, "timestamp"> = { sessionId: nonce, provider: read().provider ?? null, step: "provider" };
  let lastError: LinkError | null = null;
  let snapshot: Snapshot | undefined;
  let stage: Stage | undefined;
  let port: MessagePort | undefined;
  let blocked: ReturnType<typeof setTimeout> | undefined;
  let heard = false; // The page that is loaded now has answered.
  let loaded = false; // Some page of this session has.
  let settled = false; // onSuccess or onExit has been called.
  let over = false;
  let resolve!: () => void;
  let reject!: (error: LinkError) => void;
  const opened = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  opened.catch(() => {}); // onExit tells as well: a host that does not await must not see an unhandled rejection.

  const send = (message: ToPage): void => port?.postMessage(message);
  const questions = createQuestions(send);

  const settle = (error: LinkError | null, metadata: ExitMetadata): void => {
    if (settled) return;
    settled = true;
    const { lastError: _told, ...event } = metadata;
    call(read().onEvent, { ...event, name: "EXIT" });
    call(read().onExit, error, metadata);
  };
  const ownMetadata = (reason: ExitReason): ExitMetadata => ({
    ...place,
    timestamp: new Date().toISOString(),
    reason,
    lastError,
  });
  const end = (error: LinkError | null, metadata: ExitMetadata): void => {
    if (over) return;
    over = true;
    heard = false; // A question after the end is answered at once.
    clearTimeout(blocked);
    port?.close();
    stage?.remove();
    watcher.tell("idle");
    questions.close();
    if (error) reject(error);
    resolve();
    settle(error, metadata);
  };
  const fail = (error: LinkError): void => {
    lastError = error;
    end(error, ownMetadata("error"));
  };

  const exit = async (reason: ExitReason, force = false): Promise<void> => {
    const close = (): void => end(null, ownMetadata(reason));
    if (force || settled || !heard) close();
    else await questions.ask((n) => ({ type: "exit", n, force, reason }), close);
  };

  const arm = (): void => {
    blocked ??= setTimeout(
      () => fail(failure("FRAME_BLOCKED", "The link page did not answer within 8 s", place.step)),
      8000,
    );
  };
  const receive = (message: FromPage): void => {
    if (message.type === "ready") {
      clearTimeout(blocked);
      blocked = undefined;
      heard = true;
      send({ type: "open", config: toPortConfig(read()), ...(snapshot && { snapshot }) });
      stage?.show();
      if (loaded) return;
      loaded = true;
      watcher.tell("ready");
      call(read().onLoad);
    } else if (message.type === "event") {
      const { event } = message;
      place = { sessionId: event.sessionId, provider: event.provider, step: event.step };
      if (event.name === "ERROR") lastError = event.error;
      // Ours comes with onExit, and only then.
      if (event.name !== "EXIT") call(read().onEvent, event);
    } else if (message.type === "size") stage?.resize(message.height);
    else if (message.type === "snapshot") snapshot = { step: message.step, fields: message.fields };
    else if (message.type === "reply") questions.answer(message.n, message.ok);
    else if (message.type === "exit") end(message.error, message.metadata);
    else if (message.type === "success") {
      send({ type: "ack" });
      if (settled) return;
      settled = true;
      call(read().onSuccess, message.publicToken, message.metadata);
    } else if (message.type === "help") {
      const { support } = read();
      if (!support?.onRequest) return;
      stage?.hide(() => send({ type: "resume" }));
      call(support.onRequest, message.context);
    } else {
      // The page shows the reason; it stays until the user closes it.
      clearTimeout(blocked);
      lastError = failure(message.code, "The link page refused this session", place.step);
      reject(lastError);
      stage?.offerClose(() => void exit("user_closed", true));
      settle(lastError, ownMetadata("error"));
    }
  };

  try {
    const { href, origin } = linkAddress(read().linkUrl);
    toPortConfig(read());
    const current = createStage(href, read(), (reason, force) => void exit(reason, force));
    stage = current;
    watcher.tell("loading");
    arm();
    current.frame.onload = () => {
      const channel = new MessageChannel();
      port?.close();
      port = channel.port1;
      heard = false;
      arm();
      port.onmessage = ({ data }) => {
        const message = readFromPage(data);
        if (!message) {
          watcher.ignored();
          return;
        }
        receive(message);
        if (message.type === "ready" || message.type === "refused" || over) return;
        resolve();
        watcher.tell("open");
      };
      current.frame.contentWindow?.postMessage({ atsLink: 1, nonce }, origin, [channel.port2]);
    };
  } catch (error) {
    fail(error as LinkError);
  }

  return {
    opened,
    alive: () => !over && !!stage?.frame.isConnected,
    show: () => stage?.show(),
    send,
    back: () => (heard ? questions.ask((n) => ({ type: "back", n })) : Promise.resolve(false)),
    exit,
  };
}
