import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { mock } from "node:test";
import { detailsOf, entryOf, readCatalogue } from "../../../../tools/build/catalogue.ts";
import { moduleInNode } from "../../../../tools/build/module_in_node.ts";
import { performEffect } from "../../../../web/link/module/effects.ts";
import { createGate } from "../../../../web/link/module/gate.ts";
import { createHostLine, type HostLine } from "../../../../web/link/host/host_line.ts";
import { createIgnored, type HostPort, openHostPort } from "../../../../web/link/host/port.ts";
import type { ActionKind, Effect, Inbound } from "../../../../web/link/messages.ts";
import { pluralCategories } from "../../../../web/link/languages.ts";
import { createSession } from "../../../../web/link/host/session.ts";
import { unpackSnapshot } from "../../../../web/link/host/kept.ts";
import type { ViewModel } from "../../../../web/link/view_model.ts";
import { readFromPage } from "../../../../web/types/read_from_page.ts";
import type { ExitReason } from "../../../../web/types/index.ts";
import type { Snapshot, FromPage, ToPage } from "../../../../web/types/port.ts";
import type { Page } from "./page_model.ts";

const root = join(import.meta.dirname, "../../../..");
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(root, path), "utf8")) as unknown;

/** Every screen that was shown, so that a test can say how deep its orders went. */
export const screens = new Set<string>();

/** The page that the module tells of what it does: one at a time, as one frame is there at a time. */
let live: RealPage | null = null;
const open = await moduleInNode(join(root, "build/wasm-release"));
const bridge = await open({
  show: (text) => live?.show(JSON.parse(text) as ViewModel),
  layout: () => undefined,
  perform: (text) => live?.perform(JSON.parse(text) as Effect),
  seal: (text) => live?.seal((JSON.parse(text) as { attempt: number }).attempt),
  ask_frame: () => undefined,
  error: (text) => assertNever(text),
  canvas: () => assertNever("no canvas is there"),
  online: () => true,
  relay_refused: () => false,
  font_family: () => "",
});
const found = (await readCatalogue(join(root, "providers"))).find(({ id }) => id === "workable");
assert.ok(found);
const workable = found;
const boot = {
  page: { verify: "none", handover: { mode: "callback" } },
  catalogue: [entryOf(workable, "en")],
  messages: await json("locales/en.json"),
  plurals: pluralCategories("en"),
  hosted: false,
  relay: "",
};

function assertNever(text: string): never {
  throw new Error(text);
}

function enter(page: RealPage): void {
  live = page;
}

/**
 * One load of the link page without its elements: the real module, its port and its line to the host, put together as
 * web/link/module/app.ts does. A user walks Workable; nothing is verified, so that no network is there.
 */
export class RealPage implements Page {
  taken = false;
  #say: (message: FromPage) => void;
  #port: HostPort | null = null;
  #line: HostLine | null = null;
  #channel = { onmessage: null as ((event: { data: unknown }) => void) | null };
  #gate = createGate();
  #view: ViewModel | null = null;
  #sealing = 0;
  #over = false;
  /** Its user left while no wizard was there. */
  #left = false;
  /** The host knows of the success. */
  #heard = false;
  readonly #session = createSession("0".repeat(32));

  constructor(say: (message: FromPage) => void) {
    this.#say = (message) => {
      if (!readFromPage(message)) assertNever(`no opener reads ${JSON.stringify(message)}`);
      if (message.type === "exit" && this.taken && !this.#heard && !message.success)
        assertNever("a hand-over that was taken goes without a word");
      say(message);
    };
  }

  greet(): void {
    enter(this);
    const channel = Object.assign(this.#channel, { postMessage: this.#say, close: () => undefined });
    const never = (): never => assertNever("refused");
    const listener = { receive: (message: ToPage) => this.#receive(message), refuse: never, skewed: never };
    this.#port = openHostPort(channel as unknown as MessagePort, listener, createIgnored(), "0.1.0");
    const keep = (at: Snapshot): void => this.#port?.send({ type: "snapshot", ...at });
    this.#line = createHostLine(this.#port, this.#session, keep, () => undefined);
    this.#port.send({ type: "ready", version: "0.1.0" });
    if (!this.#gate.enter(() => bridge.boot(boot))) assertNever("the module refused its boot message");
  }

  hear(message: ToPage): void {
    this.#heard ||= message.type === "ack";
    this.#channel.onmessage?.({ data: message });
  }

  #receive(message: ToPage): void {
    if (message.type === "exit" && !this.#view) this.close(message.reason ?? "host");
    else if (message.type === "open") {
      this.#port?.send({ type: "loading" });
      if (message.snapshot?.step === "connected") {
        this.#over = true;
        this.#port?.send({ type: "snapshot", step: "connected", fields: {} });
        return;
      }
      // Its user left before it was told what to show. It would go on until the opener takes the frame away; nobody can
      // type a key in that moment.
      if (this.#left) return;
      const snapshot = message.snapshot && unpackSnapshot(message.snapshot, () => true);
      this.#post({ type: "open", config: message.config, ...(snapshot && { snapshot }) });
    } else if (message.type === "exit") {
      this.#line?.exitAsked(message.n);
      this.#post(message);
    } else if (message.type === "back") this.#post(message);
  }

  #post(message: Inbound): void {
    if (live === this && !this.#gate.enter(() => bridge.post(message))) assertNever(JSON.stringify(message));
  }

  #act(node: string, kind: ActionKind, value?: string): void {
    this.#post({ type: "action", node, kind, ...(value !== undefined && { value }) });
  }

  show(view: ViewModel): void {
    this.#gate.later("show", () => {
      screens.add(view.screen);
      this.#view = view;
      this.#line?.shown(view.screen);
    });
  }

  perform(effect: Effect): void {
    const host = this.#line?.world;
    if (effect.type === "success") this.taken = true;
    if (effect.type === "close") this.#over = true;
    if (host)
      performEffect(effect, {
        host,
        timers: { start: () => undefined, stop: () => undefined },
        backend: { abort: () => undefined, postToken: () => undefined, askSession: () => undefined },
        // At once, as what is kept does.
        fetchProvider: (id) =>
          this.#gate.later("provider", () => this.#post({ type: "provider", id, details: detailsOf(workable, "en") })),
        copy: () => undefined,
        wipe: () => undefined,
      });
  }

  seal(attempt: number): void {
    this.#sealing = attempt;
  }

  /** One thing that leads on, on whatever screen there is. */
  #goOn(): void {
    const screen = this.#view?.screen;
    if (screen === "provider") this.#act("choice:workable", "press");
    else if (screen === "method") this.#act("method:api_key", "press");
    else if (screen === "admin") this.#act("admin:yes", "press");
    else if (screen === "permissions") this.#act("primary", "press");
    else if (screen === "subdomain") {
      this.#act("field:subdomain", "input", "acme");
      this.#act("primary", "submit");
    } else if (screen === "api_key") {
      this.#gate.enter(() => bridge.putSecret("api_key", "Qm7vT2xLr9KdW4sYb8NcZp3HgJf6XaRt"));
      this.#act("primary", "submit");
    } else if (screen === "close_question") this.keepGoing();
  }

  walk(pick: number): void {
    if (pick % 5 === 4) this.#act("back", "press");
    else for (let steps = pick % 3; steps > 0; steps--) this.#goOn();
  }

  succeed(): void {
    for (let steps = 0; steps < 12 && this.#sealing === 0 && this.#view && !this.#over; steps++) this.#goOn();
    if (this.#sealing > 0) this.#post({ type: "sealed", attempt: this.#sealing, token: "sealed" });
    this.#sealing = 0;
  }

  keepGoing(): void {
    if (this.#view?.screen === "close_question") this.#act("primary", "press");
  }

  /** By the page's own controls, or where no wizard is shown as web/link/boot/stop.ts does. */
  close(reason: ExitReason = "user_closed"): void {
    if (!this.#view) {
      this.#left = true;
      this.#port?.sendUntilAck({ type: "exit", error: null, metadata: this.#session.exitMetadata(reason, null) });
      return;
    }
    this.#act("close", "press");
    if (this.#view.screen === "close_question") this.#act("secondary:0", "press");
  }

  refuse(): void {
    if (!this.#port || this.#view) return;
    this.#say({ type: "refused", code: "ORIGIN_NOT_ALLOWED" });
    this.end();
  }

  help(): void {
    this.#act("help", "press");
  }

  repeat(): void {
    if (live === this) mock.timers.tick(1000);
  }

  end(): void {
    this.#port?.close();
    this.#port = null;
    if (live === this) live = null;
  }
}
