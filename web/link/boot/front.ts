import type { ExitReason } from "../../types/index.ts";
import type { Snapshot, ToPage } from "../../types/port.ts";
import type { App, Kept } from "../module/app.ts";
import type { Done } from "../arrival/acts.ts";
import { hydrate, type Released } from "../dom/hydrate.ts";
import type { Action } from "../dom/node_view.ts";
import { createLayer, type Layer } from "../dom/layer.ts";
import { direction } from "../languages.ts";
import type { Look } from "../picture/look.ts";
import { createSize, type HostListener, type HostPort, UNKNOWN } from "../host/port.ts";
import { isFresh, wantsTextView, withView } from "../host/kept.ts";
import { followSoftKeyboard } from "../dom/scrolling.ts";
import { pause } from "../pause.ts";
import type { ViewModel } from "../view_model.ts";

/** What the session begins with. */
export type Opened = Extract<ToPage, { type: "open" }>;

/**
 * What a person has before the module is there: the real elements, showing the first screen. What is done to them, and
 * what the host says, is kept in order for the app.
 */
export interface Front extends Omit<HostListener, "skewed"> {
  layer: Layer;
  look: Look;
  /** Tells the host how high the card wants to be. */
  size(height: number): void;
  /** The host's first word; null where its configuration is refused. */
  opened: Promise<Opened | null>;
  /** False: the page has said why there is no wizard, and the host was told. */
  show(view: ViewModel): boolean;
  /** The first screen, unless the app already shows its own; `at` is where the host hears that the session is. */
  showFirst(view: ViewModel | null, language: string, at: Snapshot): void;
  /** Tells the host where the person is, for a page that is loaded or opened again, and tells it anew with the view. */
  keep(at: Snapshot): void;
  /** Marks the page with the language that is spoken. */
  speak(language: string): "ltr" | "rtl";
  /** Something that was done before there were elements of its own. */
  redo(act: Done): void;
  /** The session ended before there was an app. */
  readonly isOver: boolean;
  /** From now on everything goes to the app, if anybody still waits for it. */
  hand(app: App): void;
}

/** Whether it closes by what was done before: a press beside, and Escape in a search that has text. */
const depends = ({ force, reason }: Extract<ToPage, { type: "exit" }>): boolean =>
  !force && (reason === "backdrop" || reason === "escape");

interface Given {
  root: HTMLElement;
  /** What is shown already. */
  there: Released | null;
  look: Look;
  port: HostPort | null;
  /** Ends the session, of which nothing was done yet. */
  leave(reason: ExitReason): void;
  /** The page was loaded again after its success. */
  connected(): void;
}

export function createFront({ root, there, look, port, leave, connected }: Given): Front {
  let app: App | null = null;
  let isOver = false;
  let acted = false;
  let textView = false;
  let last: Snapshot | null = null;
  const kept: Kept[] = [];
  let open: (first: Opened | null) => void = () => {};
  const opened = new Promise<Opened | null>((resolve) => (open = resolve));

  const later = (task: Kept): void => {
    if (app) task(app);
    else kept.push(task);
  };
  const end = (reason: ExitReason): void => {
    if (isOver) return;
    isOver = true;
    leave(reason);
  };
  const keep = (at: Snapshot): void => {
    last = at;
    port?.send({ type: "snapshot", ...withView(at, textView) });
  };
  const toggleTextView = (): void => {
    textView = !textView;
    if (!app) layer.setTextView(true, textView);
    if (last) keep(last);
    later((to) => to.hooks.toggleTextView());
  };
  const act = (action: Action): void => {
    const { node } = action;
    // Nothing is lost by closing now.
    if (!app && node === "close") end("user_closed");
    else if (!app && node === "escape" && !acted) end("escape");
    else {
      acted = true;
      later((to) => to.hooks.act(action));
    }
  };
  hydrate(there);
  const layer = createLayer({
    act,
    putSecret: (field, value) => later((to) => to.hooks.putSecret(field, value)),
    takeSecret: (field) => app?.hooks.takeSecret(field) ?? "",
    focusMoved: (node) => app?.hooks.focusMoved(node),
    toggleTextView,
  });
  // Until there is a picture of them the elements show themselves.
  layer.setTextView(true, false);
  followSoftKeyboard(root);
  let wide = false;
  const tellSize = createSize((height, asked) => port?.send({ type: "size", height, wide: asked }));
  const size = (height: number): void => tellSize(height, wide);
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
    wide = Boolean(view.secondColumn);
    layer.show(view);
    hydrate(null);
    return true;
  };

  return {
    layer,
    look,
    size,
    opened,
    get isOver() {
      return isOver;
    },
    show,
    redo: (done) => (done === "text_view" ? toggleTextView() : act(done)),
    speak,
    keep,
    showFirst(view, language, at) {
      if (!view || app || isOver) return;
      if (speak(language) === "rtl") layer.setTextView(true, true);
      // With what was typed into it before.
      const { value = "" } = there?.card.querySelector<HTMLInputElement>("[data-node=search]") ?? {};
      const nodes = view.nodes.map((node) => (node.kind === "field" ? { ...node, value } : node));
      if (!show({ ...view, nodes })) return;
      // Of a low window the first picture would be another.
      if (!there) layer.fitBars();
      void pause().then(() => {
        if (app || isOver || isGone()) return;
        layer.fitBars();
        size(layer.naturalHeight());
        // Nobody gives up on a page that shows a screen.
        keep(at);
      });
    },
    receive(message: ToPage) {
      if (message.type === "open") {
        // At once, before any word is fetched: the host keeps the page hidden until it has its colours.
        look.theme(message.config.theme);
        port?.send({ type: "loading" });
        const { snapshot, ...anew } = message;
        if (snapshot?.step === "connected") {
          isOver = true;
          connected();
          return;
        }
        if (snapshot && wantsTextView(snapshot)) toggleTextView();
        if (snapshot && isFresh(snapshot, message.config)) message = anew;
        open(message);
      } else if (message.type === "exit" && !app && !(acted && depends(message))) {
        end(message.reason ?? "host");
        return;
      }
      const received = message;
      later((to) => to.receive(received));
    },
    refuse(wrong, opens) {
      if (opens) open(null);
      // The module will say what is wrong; until then nothing is there to be used.
      if (opens && there && !app) {
        there.card.remove();
        root.ariaBusy = "true";
      }
      later((to) => to.refuse(wrong, opens || wrong.expected === UNKNOWN));
    },
    hand(to) {
      if (isOver) return;
      app = to;
      to.begin(kept);
    },
  };
}
