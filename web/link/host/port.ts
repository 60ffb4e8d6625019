import { configShape } from "../../types/config_shape.ts";
import { wrongInConfig } from "../../types/config_values.ts";
import type { FromPage, ToPage } from "../../types/port.ts";
import { readMessage } from "../../types/read_message.ts";
import { readToPage } from "../../types/read_to_page.ts";

export interface HelloEvent {
  source: unknown;
  origin: string;
  data: unknown;
  ports: readonly MessagePort[];
}

/** The host's hello: who sent it, this session's id, and the private line to it. */
export interface Hello {
  origin: string;
  nonce: string;
  port: MessagePort;
}

/** The hello in a message, or null: it must come from the parent window, be version 1 and bring exactly one port. */
export function readHello(event: HelloEvent, parent: unknown): Hello | null {
  const data = event.data as { atsLink?: unknown; nonce?: unknown } | null;
  const [port] = event.ports;
  if (event.source !== parent || event.source === null || !port || event.ports.length !== 1) return null;
  if (typeof data !== "object" || data?.atsLink !== 1) return null;
  if (typeof data.nonce !== "string" || !/^[0-9a-f]{32}$/.test(data.nonce)) return null;
  return { origin: event.origin, nonce: data.nonce, port };
}

/** Waits for the first hello; every other message to the window is ignored and counted. */
export function awaitHello(window: Window, ignored: Ignored): Promise<Hello> {
  let taken = false;
  return new Promise<Hello>((resolve) => {
    window.addEventListener("message", (event: MessageEvent) => {
      const read = taken ? null : readHello(event, window.parent);
      if (read) {
        taken = true;
        resolve(read);
      } else ignored.add();
    });
  });
}

export interface HostPort {
  send(message: FromPage): void;
  /** Repeats the message each second until the host's `ack` or another such message, since nothing else tells that it arrived. */
  sendUntilAck(message: FromPage): void;
  /** The message that waits for its `ack`. */
  unheard(): FromPage | null;
  close(): void;
}

export interface HostListener {
  receive(message: ToPage): void;
  /** An `open` or `update` whose configuration has a member that is unknown or of the wrong type. */
  refuse(wrong: WrongMember, opens: boolean): void;
  /** An `open` of an opener of another major, and its version; nothing of it was read. */
  skewed(theirs: unknown): void;
}

/** What stays compatible with a version: its major, or its minor before there is one. */
const kin = (version: unknown): string | undefined => /^(0\.)?\d+/.exec(String(version))?.[0];

/** `own`: this page's version. */
export function openHostPort(port: MessagePort, listener: HostListener, ignored: Ignored, own: string): HostPort {
  let repeat: ReturnType<typeof setInterval> | undefined;
  let waiting: FromPage | null = null;
  let opened = false;
  const stop = (): void => {
    clearInterval(repeat);
    waiting = null;
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    // Before anything else of it: another major may have any other form.
    const first = opened ? null : (readMessage(data, { open: {} }) as { version?: unknown } | null);
    if (first?.version !== undefined && kin(first.version) !== kin(own)) {
      opened = true;
      listener.skewed(first.version);
      return;
    }
    const message = readToPage(data);
    const wrong = message ? null : wrongMember(data);
    const opens = (message ?? (wrong && (data as ToPage)))?.type === "open";
    // A second one would bring what nobody reviewed to a wizard that runs.
    if (opens && opened) ignored.add();
    else if (message?.type === "ack") stop();
    else if (message) listener.receive(message);
    else if (wrong) listener.refuse(wrong, opens);
    else ignored.add();
    opened ||= opens;
  };
  const send = (message: FromPage): void => port.postMessage(message);
  return {
    send,
    unheard: () => waiting,
    sendUntilAck(message) {
      clearInterval(repeat);
      waiting = message;
      repeat = setInterval(() => send(message), 1000);
      send(message);
    },
    close() {
      stop();
      port.close();
    },
  };
}

/** Tells the host that the page is alive while something is fetched: it gives up after ten seconds without a sign. */
export async function aliveDuring<T>(port: HostPort | null, fetched: Promise<T>): Promise<T> {
  const alive = setInterval(() => port?.send({ type: "loading" }), 4000);
  return fetched.finally(() => clearInterval(alive));
}

/** Counts the messages that were not taken. Whoever debugs an embedding reads `atsLinkIgnored` in the frame's console. */
export interface Ignored {
  add(): void;
  readonly count: number;
}

export function createIgnored(): Ignored {
  let count = 0;
  return {
    add: () => void count++,
    get count() {
      return count;
    },
  };
}

export const UNKNOWN = "no such member";

export interface WrongMember {
  field: string;
  expected: string;
}

/** Which configuration member makes an `open` or `update` unreadable; null if the message is wrong in another way. */
export function wrongMember(data: unknown): WrongMember | null {
  const read = readMessage(data, { open: { config: {} }, update: { patch: {} } });
  const message = read as { config?: object; patch?: object } | null;
  const config = message?.config ?? message?.patch;
  const field = config && wrongInConfig(config);
  if (!field) return null;
  const known = field === "supportRequest" || Object.hasOwn(configShape, field.split(".")[0] ?? "");
  return { field, expected: known ? "another type or value" : UNKNOWN };
}

/** Tells the host how high the card wants to be, and whether it has a use for two columns: each answer once. */
export function createSize(tell: (height: number, wide: boolean) => void): (height: number, wide: boolean) => void {
  let told = "";
  return (height, wide) => {
    const whole = Math.ceil(height);
    const said = `${whole} ${wide}`;
    if (said === told || whole <= 0) return;
    told = said;
    tell(whole, wide);
  };
}
