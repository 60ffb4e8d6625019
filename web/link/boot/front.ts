import type { ExitReason } from "../../types/index.ts";
import type { App } from "../module/app.ts";
import { hydrate, type Released } from "../dom/hydrate.ts";
import { createLayer, type Layer } from "../dom/layer.ts";
import { direction } from "../languages.ts";
import type { Look } from "../picture/look.ts";
import { createSize, type HostPort } from "../host/port.ts";
import { followSoftKeyboard } from "../dom/scrolling.ts";
import { createMachine, type Machine } from "../machine.ts";
import { first, type FirstScreen, type Happenings, type Opened, type State, step } from "./front_turn.ts";
import { pause } from "../pause.ts";
import type { ViewModel } from "../view_model.ts";

/**
 * What a person has before the module is there: the real elements, showing the first screen. What is done to them, and
 * what the host says, is kept in order for the app.
 */
export interface Front {
  layer: Layer;
  look: Look;
  /** Tells the host how high the card wants to be. */
  size(height: number): void;
  /** The host's first word; null where its configuration is refused. */
  opened: Promise<Opened | null>;
  /** False: the page has said why there is no wizard, and the host was told. */
  show(view: ViewModel): boolean;
  /** Marks the page with the language that is spoken. */
  speak(language: string): "ltr" | "rtl";
  happen: Machine<State, Happenings>["happen"];
  /** The session ended before there was an app. */
  readonly isOver: boolean;
}

interface Given {
  root: HTMLElement;
  /** What is shown already. */
  there: Released | null;
  look: Look;
  port: HostPort | null;
  /** Ends the session before there was an app. */
  leave(reason: ExitReason): void;
  /** The page was loaded again after its success. */
  connected(): void;
}

/** Gives what the pure `step` decides to elements, host and app. */
export function createFront({ root, there, look, port, leave, connected }: Given): Front {
  let app: App | null = null;
  const { promise: opened, resolve: open } = Promise.withResolvers<Opened | null>();

  hydrate(there);
  const layer = createLayer({
    act: (action) => machine.happen("action", action),
    putSecret: (field, value) => machine.happen("secret", field, value),
    takeSecret: (field) => app?.takeSecret(field) ?? "",
    focusMoved: (node) => app?.focusMoved(node),
    toggleTextView: () => machine.happen("text_view"),
  });
  // Until there is a picture of them the elements show themselves.
  layer.setTextView(true, false);
  followSoftKeyboard(root);
  const tellSize = createSize((height, wide) => port?.send({ type: "size", height, wide }));
  const size = (height: number): void => tellSize(height, machine.state.wide);
  /** A plain screen stands in the wizard's place, in its own language. */
  const isGone = (): boolean => !layer.card.isConnected && root.childElementCount > 0;
  const speak = (language: string): "ltr" | "rtl" => {
    const dir = direction(language);
    if (!isGone()) Object.assign(document.documentElement, { lang: language, dir });
    return dir;
  };
  const show = (view: ViewModel): boolean => {
    if (isGone()) return false;
    if (!layer.card.isConnected) {
      root.replaceChildren(layer.card);
      root.ariaBusy = null;
    }
    if (view.heading) document.title = view.heading;
    machine.happen("shown", Boolean(view.secondColumn));
    layer.show(view);
    hydrate(null);
    return true;
  };
  const showFirst = ({ view, language, at }: FirstScreen): void => {
    if (speak(language) === "rtl") layer.setTextView(true, true);
    // With what was typed into it before.
    const { value = "" } = there?.card.querySelector<HTMLInputElement>("[data-node=search]") ?? {};
    const nodes = view.nodes.map((node) => (node.kind === "field" ? { ...node, value } : node));
    if (!show({ ...view, nodes })) return;
    // Of a low window the first picture would be another.
    if (!there) layer.fitBars();
    void pause().then(() => isGone() || machine.happen("seen", at));
  };
  const machine = createMachine(first, step, {
    leave,
    connected,
    theme: (theme) => look.theme(theme),
    opened: open,
    send: (message) => port?.send(message),
    text_view: (on) => layer.setTextView(true, on),
    show_first: showFirst,
    settle() {
      layer.fitBars();
      size(layer.naturalHeight());
    },
    hide() {
      if (!there) return;
      there.card.remove();
      root.ariaBusy = "true";
    },
    give: (task) => app?.take(task),
    begin(to, kept) {
      app = to;
      to.begin(kept);
    },
  });

  return {
    layer,
    look,
    size,
    opened,
    show,
    speak,
    happen: machine.happen,
    get isOver() {
      return machine.state.is === "over";
    },
  };
}
