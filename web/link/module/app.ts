import type { PortConfig, Snapshot } from "../../types/port.ts";
import type { WorldOf } from "../../types/tuples.ts";
import { createBackend } from "../backend/backend.ts";
import { createBackendLine } from "../backend/backend_line.ts";
import type { Bridge } from "../bridge.ts";
import type { Hooks } from "../dom/node_view.ts";
import { performEffect } from "./effects.ts";
import { type PageConfig, toFlowPage } from "../config/page_config.ts";
import type { Front } from "../boot/front.ts";
import type { Task, Tasks } from "../boot/front_turn.ts";
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
import type { HostPort } from "../host/port.ts";
import { createSealing } from "../seal/sealing.ts";
import type { LoadSealer } from "../sealer.ts";
import type { Session } from "../host/session.ts";
import { createTimers } from "./timers.ts";
import { createMachine, type Machine } from "../machine.ts";
import { first, type Happenings, type State, step } from "./turn.ts";
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
  /** In pieces. False: the module refused what it was given. `wanted`: the provider that it will ask for first. */
  boot(bridge: Bridge, words: Words, wanted?: string): Promise<boolean>;
  /** `kept` is what came before, in order. */
  begin(kept: readonly Task[]): void;
  take(task: Task): void;
  takeSecret: Hooks["takeSecret"];
  focusMoved: Hooks["focusMoved"];
}

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
  let bridge: Bridge | null = null;
  let latest: string | null = null;

  const post = (message: Inbound): void => {
    const taken = gate.enter(() => bridge?.post(message));
    // What the module cannot read must not be waited for.
    if (!taken && message.type === "open") post({ type: "config_refused", field: "config", expected: "readable text" });
  };
  const line = createHostLine(
    port,
    session,
    (at) => front.happen("reached", at),
    () => {
      if (given.hosted) given.finished();
    },
  );
  const views = createViews(layer, gate, front.size, given.loadSealer);
  const timers = createTimers((kind, attempt) => post({ type: "timer", kind, attempt }));
  const backend = createBackend(config.handover.url);
  const backendLine = createBackendLine(backend, post, needSealer);
  const sealing = createSealing(config, given.origin, backendLine, post, { loadSealer: given.loadSealer, needSealer });
  const providers = createProviders(given.fetchJson, post);
  const world = {
    timers,
    fetchProvider(id: string) {
      machine.happen("asked", id);
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
        if (isBehindReview(step)) keepReview(machine.state.hostConfig, provider);
        line.world.snapshot(step, provider, fields);
      },
    } satisfies typeof line.world,
    copy(text: string, report?: Report) {
      const view = layer.card.classList.contains("text-view") ? "text" : "canvas";
      const facts: Facts = { sessionId: session.id, version: version(), view, language: machine.state.language };
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
    if (latest !== null) machine.happen("described", JSON.parse(latest) as ViewModel);
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
      if (machine.state.provider !== undefined) await providers.prepare(machine.state.provider);
      post({ type: "messages", ...speak(words) });
      machine.happen("spoken", words.language);
    } catch (error) {
      console.error(`ATS Link: ${String(error)}`);
      machine.happen("unspoken");
    }
  };
  const draw = {
    first: () => bridge && void views.start(bridge),
    now: () => views.flush(),
    soon: () => views.ask(),
  };
  const begin = (config: PortConfig, saved: Snapshot | undefined): void => {
    const snapshot = saved && unpackSnapshot(saved, (of) => wasReviewed(config, of));
    const now = new Date();
    const today = Math.floor((now.getTime() / 60_000 - now.getTimezoneOffset()) / 1440);
    post({ type: "open", config, today, ...(snapshot && { snapshot }) });
  };
  const machine: Machine<State, Happenings> = createMachine(first, step, {
    begin,
    post,
    theme: (theme) => look.theme(theme),
    exit_asked: (n) => line.exitAsked(n),
    fetch_words: (language) => void fetchWords(language),
    tell_screen: (screen) => line.shown(screen),
    present(view, fresh) {
      if (front.show(view)) machine.happen("presented", fresh);
    },
    draw: (how) => draw[how](),
    prepare_sealing: () => sealing.prepare(),
  });
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

  const tasks: WorldOf<Tasks> = {
    action: (action) => post({ type: "action", ...action }),
    secret: (field, value) => void gate.enter(() => bridge?.putSecret(field, value)),
    text_view: () => views.toggle(),
    told(message) {
      // The words of the first language were fetched with the host's wish in hand.
      const locale = message.type === "update" && message.patch.locale;
      machine.happen("told", message, locale ? given.pickLanguage(locale) : undefined);
    },
    refused({ field, expected }, ends) {
      // Another slip of the host's, in an update, costs nobody what was entered.
      if (ends) post({ type: "config_refused", field, expected });
      else port?.send({ type: "event", event: session.fault("CONFIG_INVALID", `Wrong configuration: ${field}`) });
    },
  };
  const take = ([name, ...values]: Task): void => (tasks[name] as (...values: unknown[]) => void)(...values);

  return {
    host: {
      show(json) {
        const isFirst = !machine.state.pictured;
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
    async boot(made, words, provider) {
      providers.know(words.catalogue);
      if (provider) void providers.prepare(provider);
      for (const part of inParts(words)) {
        if (!made.part(part)) return false;
        await pause();
      }
      bridge = made;
      machine.happen("spoken", words.language);
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
      gate.enter(() => kept.forEach(take));
    },
    take,
    takeSecret: (field) => bridge?.takeSecret(field) ?? "",
    focusMoved: (node) => gate.later("focus", () => gate.enter(() => bridge?.focus(node))),
  };
}
