import type { ExitReason, LinkEvent, Step } from "../../../../web/types/index.ts";
import type { FromPage, ToPage } from "../../../../web/types/port.ts";
import { readFromPage } from "../../../../web/types/read_from_page.ts";
import { begin, type step } from "../../../../web/opener/step.ts";
import type { Effect, Event, State } from "../../../../web/opener/transition.ts";
import { type Page, PageModel, place } from "./page_model.ts";

/** What one act of an order does: its name, and a number for what has to be chosen. */
export interface Act {
  name: (typeof acts)[number];
  pick: number;
}

/** Everything that the page, the wire, the clock, the user and the host's code can do to a session. */
export const acts = [
  ...(["load", "toPage", "toPage", "toHost", "toHost", "toHost", "loseToPage", "loseToHost"] as const),
  ...(["doubleToPage", "doubleToHost", "swapToHost", "malform", "late", "silent", "walk", "walk", "succeed"] as const),
  ...([
    "closeInPage",
    "keepGoing",
    "refuse",
    "help",
    "stray",
    "exit",
    "force",
    "back",
    "show",
    "update",
    "remove",
  ] as const),
  ...(["beside", "escape", "closeDialog", "meddle"] as const),
] as const;

export type MakePage = (say: (message: FromPage) => void) => Page;

/** The opener's machine with a world of data around it: a page, two lines to it, timers, and a host that is told. */
export class SessionModel {
  readonly told: ("success" | "exit")[] = [];
  readonly questions = new Map<number, boolean | null>();
  state: State;
  handler = "loading";
  opened = false;
  removed = false;
  /** What the host knows of the hand-over could only be told by what had arrived. */
  successArrived = false;
  trouble: string[] = [];
  #step: typeof step;
  #makePage: MakePage;
  #page: Page | null = null;
  #toPage: ToPage[] = [];
  #toHost: FromPage[] = [];
  #timer = false;
  #silent: number[] = [];
  #asked = 0;
  /** What the host's next callback does. */
  #meddling: (() => void) | null = null;

  constructor(machine: typeof step, makePage: MakePage = (say) => new PageModel(say)) {
    this.#step = machine;
    this.#makePage = makePage;
    const { next, effects } = begin({ sessionId: "00", provider: null, step: "provider" }, "https://link.example/");
    this.state = next;
    this.#perform(effects);
  }

  happen(...event: Event): void {
    const ended = this.told.length > 0;
    const { next, effects } = this.#step(this.state, event);
    this.state = next;
    this.#perform(effects);
    if (!ended && this.told.length > 1) this.trouble.push("two endings at once");
  }

  do({ name, pick }: Act): void {
    const page = this.#page;
    switch (name) {
      case "load":
        if (this.removed) return;
        this.#toPage = [];
        page?.end();
        this.#page = this.#makePage((message) => void this.#toHost.push(message));
        return this.happen("frame");
      case "toPage":
        return this.#deliver(this.#toPage.shift());
      case "toHost":
        return this.#hear(this.#toHost.shift());
      case "loseToPage":
        return void this.#toPage.shift();
      case "loseToHost":
        return void this.#toHost.shift();
      case "doubleToPage":
        return this.#deliver(this.#toPage[0]);
      case "doubleToHost":
        return this.#hear(this.#toHost[0]);
      case "swapToHost":
        return void this.#toHost.push(...this.#toHost.splice(0, 1));
      case "malform": {
        const [first] = this.#toHost.splice(0, 1);
        const keys = Object.keys(first ?? {});
        const broken = { ...first, [keys[pick % keys.length] ?? "type"]: 0n };
        return this.#hear(readFromPage(broken) ?? undefined);
      }
      case "late":
        if (this.#timer) this.happen("late");
        return;
      case "silent": {
        const [n] = this.#silent.splice(pick % Math.max(1, this.#silent.length), 1);
        if (n !== undefined) this.happen("silent", n);
        return;
      }
      case "walk":
        return page?.walk(pick);
      case "succeed":
        return page?.succeed();
      case "closeInPage":
        return page?.close("user_closed");
      case "keepGoing":
        return page?.keepGoing();
      case "refuse":
        return page?.refuse();
      case "help":
        return page?.help();
      case "stray":
        return this.#hear(stray(pick));
      case "exit":
        return this.#ask((n) => this.happen("leave", n, "host", undefined));
      case "force":
        return this.#ask((n) => this.happen("leave", n, "host", true));
      case "back":
        return this.#ask((n) => this.happen("back", n));
      case "show":
        return this.happen("show");
      case "update":
        return this.happen("update", { theme: "dark" });
      case "remove":
        return this.happen("gone", null, "host");
      case "beside":
        return this.#leave("backdrop", false);
      case "escape":
        return this.#leave("escape", false);
      case "closeDialog":
        // It is shown again, and the page asks.
        if (!this.removed) this.happen("show");
        return this.#leave("escape", false);
      case "meddle":
        this.#meddling = [
          () => this.do({ name: "force", pick }),
          () => this.do({ name: "exit", pick }),
          () => this.do({ name: "back", pick }),
          () => this.do({ name: "show", pick }),
          () => this.do({ name: "update", pick }),
          () => this.do({ name: "remove", pick }),
        ][pick % 6] as () => void;
    }
  }

  /** Lets everything come that is under way, and the user leave: after this a session must be over. */
  finish(): void {
    this.#meddling = null;
    // What the backend took is said again and again: where nobody ended the session before, it is heard.
    const owed = this.told.length === 0 && this.#page?.taken === true;
    this.#page?.repeat();
    for (let round = 0; round < 40 && this.state.is !== "over"; round++) {
      while (this.#toPage.length > 0) this.do({ name: "toPage", pick: 0 });
      while (this.#toHost.length > 0) this.do({ name: "toHost", pick: 0 });
      while (this.#silent.length > 0 && round > 0) this.do({ name: "silent", pick: 0 });
      this.do({ name: "late", pick: 0 });
      this.#page?.close("user_closed");
      this.#page?.repeat();
      if (round > 20) this.do({ name: "escape", pick: 0 });
    }
    while (this.#silent.length > 0) this.do({ name: "silent", pick: 0 });
    if (owed && this.told[0] !== "success") this.trouble.push("a hand-over that was taken is told as an exit");
  }

  #leave(reason: ExitReason, force: boolean): void {
    if (!this.removed) this.#ask((n) => this.happen("leave", n, reason, force));
  }

  #ask(tell: (n: number) => void): void {
    const n = ++this.#asked;
    this.questions.set(n, null);
    tell(n);
  }

  #deliver(message: ToPage | undefined): void {
    if (message && !this.removed) this.#page?.hear(message);
  }

  #hear(message: FromPage | undefined): void {
    if (!message || this.removed) return;
    const going = this.state.is !== "failed" && this.state.is !== "over";
    if (going && (message.type === "success" || (message.type === "exit" && message.success)))
      this.successArrived = true;
    this.happen(...([message.type, message] as Event));
  }

  #perform(effects: readonly Effect[]): void {
    let calledBack = false;
    for (const effect of effects) {
      const callback = ["call", "help", "exit"].includes(effect[0]);
      if (calledBack && !callback) this.trouble.push(`${effect[0]} after a callback of the host`);
      calledBack ||= callback;
      this.#one(effect);
      if (!callback) continue;
      const meddling = this.#meddling;
      this.#meddling = null;
      meddling?.();
    }
  }

  #one(effect: Effect): void {
    if (this.removed && ["send", "open", "frame", "ask", "show", "late"].includes(effect[0]))
      this.trouble.push(`${effect[0]} after the end`);
    switch (effect[0]) {
      case "frame":
        this.#toHost = [];
        return this.#page?.greet();
      case "send":
        return void this.#toPage.push(effect[1]);
      case "open":
        return void this.#toPage.push({ type: "open", config: {}, ...(effect[1] && { snapshot: effect[1] }) });
      case "ask":
        this.#silent.push(effect[1]);
        return void this.#toPage.push(effect[2]);
      case "reply":
        if (this.questions.get(effect[1]) === null) this.questions.set(effect[1], effect[2]);
        return;
      case "late":
        this.#timer = true;
        return;
      case "tell":
        this.handler = effect[1];
        // The timer goes on: that it says nothing any more is the machine's to know.
        if (effect[1] !== "ready") this.opened = true;
        return;
      case "over":
        this.removed = true;
        this.#page?.end();
        this.#page = null;
        return;
      case "failed":
        this.#page?.end();
        this.#page = null;
        return;
      case "call":
        if (effect[1] === "onSuccess") this.told.push("success");
        return;
      case "exit":
        return void this.told.push("exit");
      default:
        // Seen by the user or passed to the host; no ending depends on it.
        return;
    }
  }
}

/** A message that no page would send at that moment. */
function stray(pick: number): FromPage {
  const steps: Step[] = ["provider", "permissions", "connected", "failed"];
  const base = place(steps[pick % 4] as Step);
  const error = { code: "TIMEOUT" as const, message: "", displayMessage: null, retryable: true, step: base.step };
  const event: LinkEvent = { ...base, name: "ERROR", error };
  const strays: FromPage[] = [
    { type: "ready", version: "0" },
    { type: "loading" },
    { type: "event", event },
    { type: "event", event: { ...base, name: "EXIT", reason: "host" } },
    { type: "size", height: 1 },
    { type: "snapshot", step: "api_key", fields: {} },
    { type: "reply", n: pick % 7, ok: pick % 2 === 0 },
  ];
  return strays[pick % strays.length] as FromPage;
}
