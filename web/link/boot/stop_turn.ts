import type { ErrorCode, ExitReason } from "../../types/index.ts";
import type { ToPage } from "../../types/port.ts";
import type { Tuples } from "../../types/tuples.ts";
import type { WrongMember } from "../host/port.ts";
import type { Turn } from "../machine.ts";
import type { PlainContact } from "./plain_screens.ts";

export type Fault = [ErrorCode, message: string];

/**
 * Who answers the host. `alone`: nobody but the page yet. `served`: the wizard, once it shows a screen. `left`: it ended
 * before there was an app. `over`: it was said why there is no wizard, or that nothing more is to be done.
 */
export interface State {
  is: "alone" | "served" | "left" | "over";
  /** What went wrong, for the host to hear with the end. */
  fault: Fault | null;
  contact: PlainContact | undefined;
}

export const first: State = { is: "alone", fault: null, contact: undefined };

/** `blank`: no screen is shown yet. */
export interface Happenings {
  known: [PlainContact | undefined];
  served: [];
  told: [ToPage, blank: boolean];
  refused: [WrongMember, opens: boolean];
  escape: [blank: boolean];
  /** By the button of a plain screen. */
  close: [];
  /** By the user or the host, before there was an app to ask. */
  left: [ExitReason];
  /** `INTERNAL`: neither a screen nor an error has come. */
  stopped: [ErrorCode, detail?: string];
  invalid: [problem: string];
  load_failed: [];
  /** In an earlier load: there is nothing more to do. */
  connected: [];
}

/** The last four are plain screens instead of the wizard. */
export interface Deeds {
  told: [ToPage];
  refused: [WrongMember, opens: boolean];
  exit: [ExitReason, Fault | null];
  stopped: [ErrorCode, detail?: string];
  invalid: [problem: string];
  load_failed: [Fault, PlainContact | undefined];
  connected: [];
}

export function step(before: State, happening: Tuples<Happenings>): Turn<State, Deeds> {
  const { is, fault, contact } = before;
  const next = { ...before };
  const deeds: Tuples<Deeds>[] = [];
  const act = (...deed: Tuples<Deeds>): void => void deeds.push(deed);
  const close = (reason: ExitReason): void => act("exit", fault ? "error" : reason, fault);
  /** A wizard that shows nothing yet cannot answer for itself. */
  const answers = (blank: boolean): boolean => is !== "left" && (is !== "served" || blank);
  const end = (deed: Tuples<Deeds>, wrong: Fault | null): void => {
    // What goes wrong after an end is missed by nobody, and one that was refused stays so for that reason.
    if (is === "left" || is === "over") return;
    next.is = "over";
    next.fault = wrong;
    act(...deed);
  };
  switch (happening[0]) {
    case "known":
      next.contact = happening[1];
      break;
    case "served":
      if (is === "alone") next.is = "served";
      break;
    case "told": {
      const [, message, blank] = happening;
      if (message.type === "exit" && answers(blank)) close(message.reason ?? "host");
      else if (is === "served") act("told", message);
      break;
    }
    case "refused":
      if (is === "served") act(...happening);
      break;
    case "escape":
      if (answers(happening[1])) close("escape");
      break;
    case "close":
      close("user_closed");
      break;
    case "left":
      if (is !== "served") break;
      next.is = "left";
      close(happening[1]);
      break;
    case "stopped":
      end(happening, [happening[1], "The link page refused this session"]);
      break;
    case "invalid":
      end(happening, ["CONFIG_INVALID", `link.config.json: ${happening[1]}`]);
      break;
    case "load_failed": {
      const lost: Fault = ["LOAD_FAILED", "The link page could not load all of its files"];
      end(["load_failed", lost, contact], lost);
      break;
    }
    case "connected":
      end(happening, null);
  }
  return { next, deeds };
}
