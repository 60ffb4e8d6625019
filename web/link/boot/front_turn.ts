import type { ExitReason } from "../../types/index.ts";
import type { FromPage, PortConfig, Snapshot, ToPage } from "../../types/port.ts";
import type { Tuples } from "../../types/tuples.ts";
import type { Action } from "../dom/node_view.ts";
import { isFresh, wantsTextView, withView } from "../host/kept.ts";
import { UNKNOWN, type WrongMember } from "../host/port.ts";
import type { Turn } from "../machine.ts";
import type { App } from "../module/app.ts";
import type { ViewModel } from "../view_model.ts";

/** What the session begins with. */
export type Opened = Extract<ToPage, { type: "open" }>;

/** What the page knows of its session before there is a module. */
export interface State {
  /** `untouched`: closing now loses nothing. `handed`: the app has it. `over`: it ended, or had ended, before. */
  is: "untouched" | "acted" | "handed" | "over";
  textView: boolean;
  /** The screen has a use for two columns. */
  wide: boolean;
  /** Where the host last heard that the user is. */
  at: Snapshot | null;
  /** For the app, in order. */
  kept: readonly Task[];
}

export const first: State = { is: "untouched", textView: false, wide: false, at: null, kept: [] };

/** A first screen of the build's, and where the host hears that the user is once it is seen. */
export interface FirstScreen {
  view: ViewModel;
  language: string;
  at: Snapshot;
}

/** What is done and said, which is the app's to answer once there is one. */
export interface Tasks {
  action: [Action];
  secret: [field: string, value: string];
  text_view: [];
  told: [ToPage];
  /** `ends`: the configuration that the session begins with, or a member that is not the host's to give. */
  refused: [WrongMember, ends: boolean];
}

export interface Happenings extends Omit<Tasks, "refused"> {
  refused: [WrongMember, opens: boolean];
  /** By the build. It is shown unless the app already shows its own. */
  made: [FirstScreen];
  /** The first screen stood for a task. */
  seen: [at: Snapshot];
  /** By the user: told to the host, for a page that is loaded or opened again, and told anew with the view. */
  reached: [at: Snapshot];
  shown: [wide: boolean];
  /** To the app goes everything from now on, what was kept first, if anybody still waits for it. */
  handed: [App];
}

export interface Deeds {
  leave: [ExitReason];
  connected: [];
  theme: [PortConfig["theme"]];
  opened: [Opened | null];
  send: [FromPage];
  text_view: [on: boolean];
  show_first: [FirstScreen];
  /** Fits the first screen to what it became, and tells its height. */
  settle: [];
  /** Takes the elements of `index.html` away, if they are what is shown. */
  hide: [];
  give: [Task];
  begin: [App, kept: readonly Task[]];
}

export type Task = Tuples<Tasks>;

/** Whether it closes by what was done before: a press beside, and Escape in a search that has text. */
const depends = ({ force, reason }: Extract<ToPage, { type: "exit" }>): boolean =>
  !force && (reason === "backdrop" || reason === "escape");

export function step(before: State, happening: Tuples<Happenings>): Turn<State, Deeds> {
  const { is, at } = before;
  const next = { ...before };
  const deeds: Tuples<Deeds>[] = [];
  const act = (...deed: Tuples<Deeds>): void => void deeds.push(deed);
  /** There is no app, and somebody waits for one. */
  const isWaiting = is === "untouched" || is === "acted";
  const later = (task: Task): void => {
    if (is === "handed") act("give", task);
    else next.kept = [...next.kept, task];
  };
  const end = (...deed: Tuples<Deeds>): void => {
    if (!isWaiting) return;
    next.is = "over";
    act(...deed);
  };
  /** With the view, so that a page that is loaded again shows the same. */
  const reach = (place: Snapshot): void => {
    next.at = place;
    act("send", { type: "snapshot", ...withView(place, next.textView) });
  };
  const toggle = (): void => {
    next.textView = !next.textView;
    if (is !== "handed") act("text_view", next.textView);
    if (at) reach(at);
    later(["text_view"]);
  };
  switch (happening[0]) {
    case "action": {
      const { node } = happening[1];
      // Nothing is lost by closing now.
      if (isWaiting && node === "close") end("leave", "user_closed");
      else if (is === "untouched" && node === "escape") end("leave", "escape");
      else {
        if (isWaiting) next.is = "acted";
        later(happening);
      }
      break;
    }
    case "text_view":
      toggle();
      break;
    case "secret":
      later(happening);
      break;
    case "told": {
      let [, message] = happening;
      if (message.type === "open") {
        const { snapshot, ...anew } = message;
        // At once, before any word is fetched: the host keeps the page hidden until it has its colours.
        act("theme", message.config.theme);
        act("send", { type: "loading" });
        if (snapshot?.step === "connected") {
          // The page was loaded again after its success.
          end("connected");
          break;
        }
        if (snapshot && wantsTextView(snapshot)) toggle();
        if (snapshot && isFresh(snapshot, message.config)) message = anew;
        act("opened", message);
      } else if (message.type === "exit" && isWaiting && !(is === "acted" && depends(message))) {
        end("leave", message.reason ?? "host");
        break;
      }
      later(["told", message]);
      break;
    }
    case "refused": {
      const [, wrong, opens] = happening;
      if (opens) {
        act("opened", null);
        // The module will say what is wrong; until then nothing is there to be used.
        if (is !== "handed") act("hide");
      }
      later(["refused", wrong, opens || wrong.expected === UNKNOWN]);
      break;
    }
    case "made":
      if (isWaiting) act("show_first", happening[1]);
      break;
    case "seen":
      if (!isWaiting) break;
      act("settle");
      // Nobody gives up on a page that shows a screen.
      reach(happening[1]);
      break;
    case "reached":
      reach(happening[1]);
      break;
    case "shown":
      next.wide = happening[1];
      break;
    case "handed":
      if (!isWaiting) break;
      next.is = "handed";
      next.kept = [];
      act("begin", happening[1], before.kept);
  }
  return { next, deeds };
}
