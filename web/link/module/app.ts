import type { PortConfig, Snapshot, ToPage } from "../../types/port.ts";
import { createBackend } from "../backend/backend.ts";
import { createBackendLine } from "../backend/backend_line.ts";
import type { Bridge } from "../bridge.ts";
import type { Hooks } from "../dom/node_view.ts";
import { performEffect } from "./effects.ts";
import { type PageConfig, toFlowPage } from "../config/page_config.ts";
import type { Front } from "../boot/front.ts";
import { createGate } from "./gate.ts";
import { createHostLine } from "../host/host_line.ts";
import type { FetchJson, Words } from "../boot/loader.ts";
import type { Effect, Inbound, Report } from "../messages.ts";
import { version } from "../assets.ts";
import type { Facts } from "../dom/copy.ts";
import type { ModuleHost } from "./module.ts";
import { isBehindReview, keepReview, keepSuccess, unpackSnapshot, wasReviewed } from "../host/kept.ts";
import { createProviders } from "./providers.ts";
import { pause } from "../pause.ts";
import { pluralCategories } from "../languages.ts";
import type { HostPort, WrongMember } from "../host/port.ts";
import { createSealing } from "../seal/sealing.ts";
import type { LoadSealer } from "../sealer.ts";
import type { Session } from "../host/session.ts";
import { createTimers } from "./timers.ts";
import { type Deed, first, type Happening, step } from "./turn.ts";
import type { Layout, ViewModel } from "../view_model.ts";
import { createViews } from "../picture/views.ts";

/** What the app has of the page that was there before it. */
export interface Given {
  front: Front;
  config: PageConfig;
  session: Session;
  /** Of the parent, or the page's own in a hosted link: goes into the sealed token. */
  origin: string;
  port: HostPort | null;
  hosted: boolean;
  loadSealer: LoadSealer;
  /** The language of the build for the host's wish. */
  pickLanguage(locale: string): string;
  loadWords(language: string): Promise<Words>;
  fetchJson: FetchJson;
  /** The flow closed a hosted link. */
  finished(): void;
}

export interface App {
  /** For the module that is being made. */
  host: ModuleHost;
  /** What is done to the elements. */
  hooks: Hooks;
  /** In pieces. False: the module refused what it was given. `wanted`: the provider that it will ask for first. */
  boot(bridge: Bridge, words: Words, wanted?: string): Promise<boolean>;
  /** `kept` is what came before, in order. */
  begin(kept: readonly Kept[]): void;
  receive(message: ToPage): void;
  /** `ends`: the configuration that the session begins with, or a member that is not the host's to give. */
  refuse(wrong: WrongMember, ends: boolean): void;
}

/** Something that was said or done before there was an app to take it. */
export type Kept = (app: App) => void;

/** As many words as a slow phone reads within one picture of its own. */
const SOME_WORDS = 40;
const SOME_PROVIDERS = 10;

/** Words first: what reads them reads the rest, and is itself made ready while there is little to read. */
function* inParts({ catalogue, messages }: Words): Generator<object> {
  const words = Object.entries(messages);
  for (let at = 0; at < words.length; at += SOME_WORDS)
    yield { messages: Object.fromEntries(words.slice(at, at + SOME_WORDS)) };
  for (let at = 0; at < catalogue.length; at += SOME_PROVIDERS)
    yield { catalogue: listed(catalogue.slice(at, at + SOME_PROVIDERS)) };
}

/** Where its details are is the page's to know. */
const listed = (catalogue: Words["catalogue"]): object[] => catalogue.map(({ file: _, ...entry }) => entry);

/** Puts the wizard together: module, elements, host and backend, each knowing only this. */
export function createApp(given: Given): App {
  const { front, config, session, port } = given;
  const { layer, look } = front;
  const gate = createGate();
  // With a second try at once: a line that broke off is often there again.
  const needSealer: LoadSealer = () => given.loadSealer().catch(given.loadSealer);
  let state = first;
  let bridge: Bridge | null = null;
  let latest: string | null = null;

  const post = (message: Inbound): void => {
    const taken = gate.enter(() => bridge?.post(message));
    // What the module cannot read must not be waited for.
    if (!taken && message.type === "open") post({ type: "config_refused", field: "config", expected: "readable text" });
  };
  const line = createHostLine(port, session, front.keep, () => {
    if (given.hosted) given.finished();
  });
  const views = createViews(layer, gate, front.size, given.loadSealer);
  const timers = createTimers((kind, attempt) => post({ type: "timer", kind, attempt }));
  const backend = createBackend(config.handover.url);
  const backendLine = createBackendLine(backend, post, needSealer);
  const sealing = createSealing(config, given.origin, backendLine, post, { loadSealer: given.loadSealer, needSealer });
  const providers = createProviders(given.fetchJson, post);
  const world = {
    timers,
    fetchProvider(id: string) {
      happen({ type: "asked", provider: id });
      providers.ask(id);
    },
    backend: backendLine.world,
    host: {
      ...line.world,
      success(...handed) {
        keepSuccess();
        line.world.success(...handed);
      },
      snapshot(step, provider, fields) {
        if (isBehindReview(step)) keepReview(state.hostConfig, provider);
        line.world.snapshot(step, provider, fields);
      },
    } satisfies typeof line.world,
    copy(text: string, report?: Report) {
      const view = layer.card.classList.contains("text-view") ? "text" : "canvas";
      const facts: Facts = { sessionId: session.id, version: version(), view, language: state.language };
      needSealer()
        .then(({ copyText, completeReport }) =>
          copyText(report ? completeReport(text, report, facts, new Date()) : text),
        )
        .then(
          (done) => done && post({ type: "copied" }),
          () => undefined,
        );
    },
    wipe: () => layer.wipe(),
  };

  const showLatest = (): void => {
    if (latest !== null) happen({ type: "described", view: JSON.parse(latest) as ViewModel });
    latest = null;
  };
  const speak = ({ messages, catalogue, language }: Words): Omit<Extract<Inbound, { type: "messages" }>, "type"> => {
    // ImGui shapes no Arabic; the elements of the Text view do.
    views.rightToLeft(front.speak(language) === "rtl");
    return { messages, language, plurals: pluralCategories(language), catalogue: listed(catalogue) };
  };
  const fetchWords = async (other: string): Promise<void> => {
    try {
      const words = await given.loadWords(other);
      providers.know(words.catalogue);
      // At once with the rest, if it can be had.
      if (state.provider !== undefined) await providers.prepare(state.provider);
      post({ type: "messages", ...speak(words) });
      happen({ type: "spoken", language: words.language });
    } catch (error) {
      console.error(`ATS Link: ${String(error)}`);
      happen({ type: "unspoken" });
    }
  };
  const draw = {
    first: () => bridge && void views.start(bridge),
    now: () => views.flush(),
    soon: () => views.ask(),
  };
  const perform = (deed: Deed): void => {
    switch (deed.type) {
      case "begin":
        return begin(deed.config, deed.snapshot);
      case "post":
        return post(deed.message);
      case "theme":
        return look.theme(deed.theme);
      case "exit_asked":
        return line.exitAsked(deed.n);
      case "fetch_words":
        return void fetchWords(deed.language);
      case "tell_screen":
        return line.shown(deed.screen);
      case "present":
        if (front.show(deed.view)) happen({ type: "presented", fresh: deed.fresh });
        return;
      case "draw":
        return void draw[deed.how]();
      case "prepare_sealing":
        return sealing.prepare();
    }
  };
  const happen = (happening: Happening): void => {
    const { next, deeds } = step(state, happening);
    state = next;
    for (const deed of deeds) perform(deed);
  };
  const begin = (config: PortConfig, saved: Snapshot | undefined): void => {
    const snapshot = saved && unpackSnapshot(saved, (of) => wasReviewed(config, of));
    const now = new Date();
    const today = Math.floor((now.getTime() / 60_000 - now.getTimezoneOffset()) / 1440);
    post({ type: "open", config, today, ...(snapshot && { snapshot }) });
  };
  look.watch((appearance) => views.appear(appearance));
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

  const app: App = {
    host: {
      show(json) {
        const isFirst = !state.pictured;
        // The first is there already, of the build's making: elements and module each have a task of their own.
        if (isFirst && latest === null) void pause().then(() => gate.later("show", showLatest));
        else if (!isFirst) gate.later("show", showLatest);
        latest = json;
      },
      layout: (json) => gate.later("layout", () => views.drawn(JSON.parse(json) as Layout)),
      perform: (json) => performEffect(JSON.parse(json) as Effect, world),
      seal: sealing.seal,
      relay_refused: sealing.relayRefused,
      ask_frame: () => views.ask(),
      error: (text) => console.error(`ATS Link: ${text}`),
      canvas: () => layer.canvas,
      online: () => navigator.onLine,
      font_family: () => look.current.font && `${look.current.font}, system-ui, sans-serif`,
    },
    hooks: {
      act: (action) => post({ type: "action", ...action }),
      putSecret: (field, value) => gate.enter(() => bridge?.putSecret(field, value)),
      takeSecret: (field) => bridge?.takeSecret(field) ?? "",
      focusMoved: (node) => gate.later("focus", () => gate.enter(() => bridge?.focus(node))),
      toggleTextView: () => views.toggle(),
    },
    async boot(made, words, provider) {
      providers.know(words.catalogue);
      if (provider) void providers.prepare(provider);
      for (const part of inParts(words)) {
        if (!made.part(part)) return false;
        await pause();
      }
      bridge = made;
      happen({ type: "spoken", language: words.language });
      const boot = {
        page: toFlowPage(config),
        ...speak({ ...words, messages: {}, catalogue: [] }),
        hosted: given.hosted,
        relay: config.verify === "relay" ? config.relay : "",
      };
      return gate.enter(() => made.boot(boot));
    },
    begin(kept) {
      // As one call, so that nothing in between is shown: what was typed is there, and stays.
      gate.enter(() => {
        for (const each of kept) each(app);
      });
    },
    receive(message) {
      // The words of the first language were fetched with the host's wish in hand.
      const locale = message.type === "update" && message.patch.locale;
      happen({ type: "told", message, ...(locale && { speaks: given.pickLanguage(locale) }) });
    },
    refuse({ field, expected }, ends) {
      // Another slip of the host's, in an update, costs nobody what was entered.
      if (ends) post({ type: "config_refused", field, expected });
      else port?.send({ type: "event", event: session.fault("CONFIG_INVALID", `Wrong configuration: ${field}`) });
    },
  };
  return app;
}
