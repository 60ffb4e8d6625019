import type { FromPage, Snapshot } from "../../types/port.ts";
import type { World } from "../module/effects.ts";
import type { HostPort } from "./port.ts";
import type { Session } from "./session.ts";
import { packSnapshot } from "./kept.ts";
import type { ScreenName } from "../view_model.ts";

export interface HostLine {
  world: World["host"];
  /** The host asked to close: says at once that it was heard. */
  exitAsked(n: number): void;
  /** Which screen is shown, to know when the user answered the closing question. */
  shown(screen: ScreenName): void;
}

/** What the flow tells the host, in the port's words. In a hosted link there is no port, and `closed` alone is called. */
export function createHostLine(
  port: HostPort | null,
  session: Session,
  keep: (at: Snapshot) => void,
  closed: () => void,
): HostLine {
  const send = (message: FromPage): void => port?.send(message);
  let exit: Extract<FromPage, { type: "exit" }> | null = null;
  // The number of a host's exit() that the user is being asked about.
  let asked: number | null = null;
  let screen: ScreenName = "";
  return {
    world: {
      notify: (event) => send({ type: "event", event: session.event(event) }),
      success: (publicToken, metadata) =>
        port?.sendUntilAck({ type: "success", publicToken, metadata: session.stamp(metadata) }),
      exit(error, metadata) {
        exit = { type: "exit", error, metadata: session.stamp(metadata) };
      },
      // After success the flow closes without a word; the host still has to take the dialog away.
      close() {
        const told = exit ?? {
          type: "exit" as const,
          error: null,
          metadata: session.exitMetadata("user_closed", null),
        };
        // A success that was not heard goes along: it is never told as anything else. The host takes the frame away.
        const success = port?.unheard();
        port?.sendUntilAck(success?.type === "success" ? { ...told, success } : told);
        closed();
      },
      reply(n, ok) {
        if (n !== asked) send({ type: "reply", n, ok });
        // "Not closed" may mean "not yet": the user is asked first. Decided when the screen is known.
        else if (!ok) queueMicrotask(() => screen !== "close_question" && answer());
      },
      help: (step, code) => send({ type: "help", context: { step, ...(code && { code }), sessionId: session.id } }),
      snapshot: (step, provider, fields) => keep(packSnapshot(step, provider, fields)),
    },
    exitAsked(n) {
      asked = n;
      send({ type: "reply", n, ok: true });
    },
    shown(next) {
      const answered = screen === "close_question" && next !== screen && next !== "";
      screen = next;
      if (answered) answer();
    },
  };

  function answer(): void {
    if (asked !== null) send({ type: "reply", n: asked, ok: false });
    asked = null;
  }
}
