import type { ErrorCode, ExitReason, LinkError } from "../types/index.ts";
import { hasOwn, keys, some } from "../types/plain_text.ts";
import type { FromPage, Success, ToPage } from "../types/port.ts";
import { failure } from "./failure.ts";
import type { Effect, Event, Happenings, Place, State, Transition, Untimed } from "./transition.ts";

/** For `ready` of a page that is being loaded. */
const PATIENCE_MS = 8000;
/** For the first screen of a page that is ready, since its last sign of life. */
const SCREEN_MS = 10_000;
/** Signs of life that count: more than a page gives whose files come within their own 30 seconds. */
const SIGNS = 15;

export const begin = (place: Place, address: string, saved?: State["saved"]): Transition => ({
  next: { __proto__: null, is: "loading", address, place, signs: 0, lastFault: null, saved } as State,
  effects: [["late", PATIENCE_MS]],
});

/** What happened to a session, and what is to be done about it. Total: what no longer matters changes nothing. */
export function step(before: State, event: Event): Transition {
  const name = event[0];
  const { is, told, place } = before;
  const questions = { ...before.questions };
  const next = { __proto__: null, ...before, questions } as State;
  const effects: Effect[] = [];
  const act = (...effect: Effect): void => {
    effects[effects.length] = effect;
  };
  const answerAll = (): void => {
    some(keys(questions), (n) => act("reply", +n, false));
  };
  /** The only end: every way out of a session leads here, and nothing leads back. */
  const end = (error: LinkError | null, metadata: Untimed, stays?: boolean, success?: Success | false): void => {
    next.is = stays && !told ? "failed" : "over";
    next.told = true;
    if (next.is === "over" || error?.retryable) act(next.is);
    act("tell", "idle", error);
    answerAll();
    if (told) return;
    if (success) act("call", "onSuccess", [success.publicToken, success.metadata]);
    else act("exit", error, metadata);
  };
  /** An end that the page does not tell. */
  const endHere = (error: LinkError | null, reason: ExitReason, stays?: boolean): void =>
    end(error, { ...place, reason, lastError: error ?? before.lastFault }, stays);
  const fail = (code: ErrorCode, what: string, retryable: boolean): void =>
    endHere(failure(code, `${before.address} ${what}`, place.step, retryable), "error", true);
  const ask = (n: number, message: ToPage): void =>
    is === "loading" ? act("reply", n, false) : act("ask", n, message);
  /** More time, but not for ever, for a page that shows nothing yet. */
  const wait = (ms: number): void => {
    if (next.signs++ < SIGNS) act("late", ms);
  };
  /** The page shows a screen. */
  const shown = (): void => {
    next.signs = 0;
    if (is === "ready") act("tell", (next.is = "open"));
  };

  const pass = (message: Extract<FromPage, { type: "size" | "help" }>): void => {
    (act as (...effect: unknown[]) => void)(message.type, message);
  };

  type On<Name extends keyof Happenings> = { [Each in Name]: (...values: Happenings[Each]) => void };
  /** What still matters once it failed. */
  const lasting: On<"exit" | "leave" | "show" | "gone"> = {
    exit(message) {
      end(message.error, message.metadata, false, hasOwn(message, "success") && message.success);
    },
    leave(n, reason, force) {
      questions[n] = reason;
      // A press beside the dialog never loses progress: a page that shows a screen knows, and one that loads may have some.
      if (force || told || (is === "loading" && reason !== "backdrop")) endHere(null, reason);
      else if (reason === "backdrop" && is !== "open") act("reply", n, false);
      else ask(n, { type: "exit", n, force: false, reason });
    },
    show() {
      act("show");
      if (is !== "loading") act("send", { type: "resume" });
    },
    gone: endHere,
  };
  const on: On<keyof Happenings> = {
    ...lasting,
    frame() {
      // Once for all that is loaded until a page is ready: one that is loaded again and again would never end.
      if (is !== "loading") wait(PATIENCE_MS);
      // What the page before was asked, this one does not know.
      answerAll();
      next.is = "loading";
      next.questions = {};
      act("frame");
    },
    ready() {
      if (is !== "loading") return;
      next.is = "ready";
      next.loaded = true;
      act("tell", "ready");
      wait(SCREEN_MS);
      // A page that is loaded again shows that it is done.
      act("open", told ? { step: "connected", fields: {} } : before.saved);
      if (!before.loaded) act("call", "onLoad", []);
    },
    update(patch) {
      // A page that loads is opened with it.
      if (is !== "loading") act("send", { type: "update", patch });
    },
    loading() {
      if (is === "ready") wait(SCREEN_MS);
    },
    late() {
      if (is !== "open") fail(is === "ready" ? "LOAD_FAILED" : "FRAME_BLOCKED", "did not load", true);
    },
    event({ event }) {
      shown();
      next.place = { ...place, provider: event.provider, step: event.step };
      if (event.name === "ERROR") next.lastFault = event.error;
      // The page's own comes with onExit, and only then.
      if (event.name !== "EXIT") act("call", "onEvent", [event]);
    },
    snapshot({ step, fields }) {
      shown();
      if (!told) next.saved = { step, fields };
    },
    success({ publicToken, metadata }) {
      act("send", { type: "ack" });
      if (told) return;
      next.told = true;
      // Nobody gets back to what is done.
      next.saved = undefined;
      act("call", "onSuccess", [publicToken, metadata]);
    },
    refused: ({ code }) => fail(code, "refused", false),
    reply({ n, ok }) {
      // An exit that was heard is answered by the end, or by the user who keeps going.
      if (questions[n] === "back" || !ok) act("reply", n, ok);
      questions[n] = undefined;
    },
    size: pass,
    help: pass,
    silent(n) {
      const what = questions[n];
      // A page that is busy has progress to lose, and a press beside the dialog is easily made by mistake.
      if (what === "back" || what === "backdrop") act("reply", n, false);
      else if (what) endHere(null, what);
    },
    back(n) {
      questions[n] = "back";
      ask(n, { type: "back", n });
    },
  };
  // By own names: whatever is asked for once it is over is answered.
  if (hasOwn(is === "failed" ? lasting : is === "over" ? {} : on, name))
    (on[name] as (...values: unknown[]) => void)(event[1], event[2], event[3]);
  else act("reply", event[1] as number, false);
  return { next, effects };
}
