import type { PortConfig, ToPage } from "../types/port.ts";
import {
  type Appearance,
  applyAppearance,
  type Preferences,
  resolveAppearance,
  watchPreferences,
} from "./appearance.ts";
import { createBackend } from "./backend.ts";
import { createBackendLine } from "./backend_line.ts";
import type { Bridge } from "./bridge.ts";
import { createLayer } from "./dom/layer.ts";
import { type Effect, performEffect } from "./effects.ts";
import { toFlowConfig, toFlowPage } from "./flow_config.ts";
import { createGate } from "./gate.ts";
import { aliveDuring, createHostLine } from "./host_line.ts";
import { direction, pickLanguage } from "./languages.ts";
import { loadWords, type Words } from "./loader.ts";
import type { ModuleHost } from "./module.ts";
import { keepReview, keepSuccess, wasReviewed } from "./own_history.ts";
import type { PageConfig } from "./page_config.ts";
import { pluralCategories } from "./plurals.ts";
import type { HostPort } from "./port.ts";
import { needSealer } from "./sealer.ts";
import { createSealing } from "./sealing.ts";
import type { Session } from "./session.ts";
import { createSize } from "./size.ts";
import { followSoftKeyboard } from "./soft_keyboard.ts";
import { isBehindReview, unpackSnapshot } from "./snapshot.ts";
import { createTimers } from "./timers.ts";
import type { Layout, ViewModel } from "./view_model.ts";
import { createViews } from "./views.ts";
import { UNKNOWN, type WrongMember } from "./wrong_member.ts";

export interface Given {
  root: HTMLElement;
  config: PageConfig;
  session: Session;
  /** Of the parent, or the page's own in a hosted link: goes into the sealed token. */
  origin: string;
  port: HostPort | null;
  hosted: boolean;
  brandFont: string;
  /** The flow closed a hosted link. */
  finished(): void;
  /** The page was loaded again after its success. */
  connected?(): void;
}

export interface App {
  /** For the module that is being made. */
  host: ModuleHost;
  /** False: the module refused what it was given. */
  start(bridge: Bridge, catalogue: unknown, words: Words): boolean;
  receive(message: ToPage): void;
  /** `opens`: of the configuration that the session begins with. */
  refuse(wrong: WrongMember, opens: boolean): void;
  /** The words of the host's language are still to come. */
  fetching(): boolean;
}

/** Puts the wizard together: module, elements, host and backend, each knowing only this. */
export function createApp(given: Given): App {
  const { root, config, session, port } = given;
  const gate = createGate();
  const queue: object[] = [];
  let bridge: Bridge | null = null;
  let hostConfig: PortConfig = {};
  let preferences: Preferences = { dark: false, moreContrast: false, reducedMotion: false };
  let look: Appearance = resolveAppearance(undefined, preferences, given.brandFont);
  let screen = "";
  let reviewed = false;
  let language = "";
  let begin = (): void => {};
  const started = new Promise<void>((resolve) => (begin = resolve));
  // Set while the host's language is fetched: what comes meanwhile waits, in order.
  let waiting: Promise<void> | null = null;

  const post = (message: object): void => {
    if (!bridge) return void queue.push(message);
    const taken = gate.enter(() => bridge?.post(message));
    // What the module cannot read must not be waited for.
    if (!taken && "type" in message && message.type === "open")
      post({ type: "config_refused", field: "config", expected: "readable text" });
  };
  const layer = createLayer({
    act: (action) => post({ type: "action", ...action }),
    putSecret: (field, value) => gate.enter(() => bridge?.putSecret(field, value)),
    takeSecret: (field) => bridge?.takeSecret(field) ?? "",
    focusMoved: (node) => gate.later("focus", () => gate.enter(() => bridge?.focus(node))),
    toggleTextView: () => views.toggle(),
  });
  const line = createHostLine(port, session, () => {
    if (given.hosted) given.finished();
  });
  const views = createViews(layer, gate, createSize(line.size));
  const timers = createTimers((kind, attempt) => post({ type: "timer", kind, attempt }));
  const backend = createBackend(config.handover.url);
  const backendLine = createBackendLine(backend, post, needSealer);
  const sealing = createSealing(config, given.origin, backendLine, post);
  const world = {
    timers,
    backend: backendLine.world,
    host: {
      ...line.world,
      success(...handed) {
        keepSuccess();
        line.world.success(...handed);
      },
      snapshot(step, provider, fields) {
        if (isBehindReview(step)) keepReview(hostConfig, provider);
        line.world.snapshot(step, provider, fields);
      },
    } satisfies typeof line.world,
    copy(text: string) {
      needSealer()
        .then(({ copyText }) => copyText(text))
        .then(
          (done) => done && post({ type: "copied" }),
          () => undefined,
        );
    },
    wipe: () => layer.wipe(),
  };

  const appear = (): void => {
    look = resolveAppearance(hostConfig.theme, preferences, given.brandFont);
    applyAppearance(document.documentElement, look);
    views.appear(look);
  };
  const show = (view: ViewModel): void => {
    const fresh = view.screen !== screen;
    screen = view.screen;
    // What was read is what is asked for.
    reviewed ||= screen === "permissions" || screen === "subdomain" || screen === "api_key";
    line.shown(screen);
    if (!view.heading) return;
    document.title = view.heading;
    if (!layer.card.isConnected) {
      // The page has said why there is no wizard, and the host was told.
      if (root.childElementCount) return;
      root.replaceChildren(layer.card);
      root.ariaBusy = null;
      layer.show(view);
      if (bridge) views.start(bridge);
      return;
    }
    layer.show(view);
    // A new screen is drawn at once, so that its elements lie where they are seen.
    if (fresh) views.flush();
    else views.ask();
    if (fresh && view.screen !== "provider") sealing.prepare();
  };
  const speak = ({ messages, language: spoken }: Words): object => {
    const dir = direction(spoken);
    language = spoken;
    Object.assign(document.documentElement, { lang: spoken, dir });
    // ImGui shapes no Arabic; the elements of the Text view do.
    views.rightToLeft(dir === "rtl");
    return { messages, plurals: pluralCategories(spoken) };
  };
  /** The host's language, if the build has it and another is spoken. A file that does not come changes nothing. */
  const changeLanguage = async (locale: string): Promise<void> => {
    await started; // Else the words that the page starts with would be spoken last.
    const wanted = pickLanguage([locale, ...navigator.languages]);
    if (wanted === language) return;
    const words = loadWords(wanted);
    await (screen ? words : aliveDuring(port, words)).then(
      (words) => post({ type: "messages", ...speak(words) }),
      (error: unknown) => console.error(`ATS Link: ${String(error)}`),
    );
  };
  const handle = (message: ToPage): void => {
    if (message.type === "open") {
      hostConfig = message.config;
      if (message.snapshot?.step === "connected") {
        given.connected?.();
        return;
      }
      const snapshot = message.snapshot && unpackSnapshot(message.snapshot, (of) => wasReviewed(hostConfig, of));
      post({ type: "open", config: toFlowConfig(hostConfig), ...(snapshot && { snapshot }) });
    } else if (message.type === "update") {
      const { scopes: _s, provider: _p, providers: _l, prefill: _f, ...shown } = message.patch;
      hostConfig = { ...hostConfig, ...(reviewed ? shown : message.patch) };
      appear();
      post({ type: "update", config: toFlowConfig(hostConfig) });
    } else if (message.type === "exit") {
      line.exitAsked(message.n);
      post(message);
    } else if (message.type === "back") post(message);
    else if (message.type === "resume") views.ask();
  };
  const localeOf = (message: ToPage): string | undefined =>
    message.type === "open" ? message.config.locale : message.type === "update" ? message.patch.locale : undefined;
  followSoftKeyboard(root);
  watchPreferences(window, (read) => {
    preferences = read;
    appear();
  });
  window.addEventListener("pagehide", () => {
    // The key goes, the session stays: the host may load this page again and bring its snapshot.
    port?.close();
    timers.stopAll();
    backend.abortAll();
    views.stop();
    layer.wipe();
    post({ type: "exit", n: 0, force: true });
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });

  return {
    host: {
      show: (json) => gate.later("show", () => show(JSON.parse(json) as ViewModel)),
      layout: (json) => gate.later("layout", () => views.drawn(JSON.parse(json) as Layout)),
      perform: (json) => performEffect(JSON.parse(json) as Effect, world),
      seal: sealing.seal,
      relay_refused: sealing.relayRefused,
      ask_frame: () => views.ask(),
      error: (text) => console.error(`ATS Link: ${text}`),
      canvas: () => layer.canvas,
      online: () => navigator.onLine,
      font_family: () => look.font && `${look.font}, system-ui, sans-serif`,
    },
    start(made, catalogue, words) {
      const boot = {
        page: toFlowPage(config),
        catalogue,
        ...speak(words),
        hosted: given.hosted,
        relay: config.verify === "relay" ? config.relay : "",
      };
      if (!gate.enter(() => made.boot(boot))) return false;
      bridge = made;
      for (const message of queue.splice(0)) post(message);
      begin();
      return true;
    },
    receive(message) {
      if (message.type === "open") {
        // At once, before any word is fetched: the host keeps the page hidden until it has its colours.
        hostConfig = message.config;
        appear();
        port?.send({ type: "loading" });
      }
      const locale = localeOf(message);
      if (!waiting && !locale) {
        handle(message);
        return;
      }
      const turn = (waiting ?? Promise.resolve())
        .then(() => (locale ? changeLanguage(locale) : undefined))
        .then(() => {
          if (waiting === turn) waiting = null;
          handle(message);
        });
      waiting = turn;
    },
    fetching: () => waiting !== null,
    refuse({ field, expected }, opens) {
      // A slip of the host's in an update costs nobody what was entered. One that names what is not its own ends it.
      if (opens || expected === UNKNOWN) post({ type: "config_refused", field, expected });
      else port?.send({ type: "event", event: session.fault("CONFIG_INVALID", `Wrong configuration: ${field}`) });
    },
  };
}
