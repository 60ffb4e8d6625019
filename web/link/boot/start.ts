import type { Step } from "../../types/index.ts";
import type { PortConfig } from "../../types/port.ts";
import { randomId } from "../../types/random_id.ts";
import { assets, importChunk, version } from "../assets.ts";
import { brandFont, createLook, type Look } from "../picture/look.ts";
import type * as Engine from "../module/engine.ts";
import { firstScreen } from "./first_screen.ts";
import { isAllowedParent, judgePlace, readFragment, type Surroundings } from "../arrival/arrival.ts";
import { createFront } from "./front.ts";
import type { Opened } from "./front_turn.ts";
import { aliveDuring, type Hello, type Ignored, openHostPort } from "../host/port.ts";
import { pickLanguage } from "../languages.ts";
import { compileModule, fetchJson, isStyled, loadFirstScreens, loadWords, type Words } from "./loader.ts";
import type { loadConfig, PageConfig } from "../config/page_config.ts";
import { pause } from "../pause.ts";
import { alone, damaged, finished, showPlainScreen } from "./plain_screens.ts";
import { warnOfPlaintext } from "../seal/seal.ts";
import { loadSealer } from "../sealer.ts";
import { createSession } from "../host/session.ts";
import { packSnapshot, unpackSnapshot } from "../host/kept.ts";
import type { Done } from "../arrival/acts.ts";
import type { Prerendered } from "../arrival/prerendered.ts";
import { shareWindowFocus, type WindowFocus } from "../dom/focus.ts";
import { createStop, type Stop } from "./stop.ts";

type Refusal = "ORIGIN_NOT_ALLOWED" | "INSECURE_CONTEXT" | "SESSION_EXPIRED";

/** Who is served: a host that said hello, or the reader of a hosted link. */
type Visitor = { hello: Hello; address: null } | { hello: null; address: PortConfig };

/** Lets a visitor in, or says why not. Waits for the hello of a parent that may show the page. */
async function admit(
  config: PageConfig,
  { around, fragment, hello: awaited }: Arrived,
): Promise<Visitor | Refusal | "alone" | "damaged"> {
  const place = judgePlace(around, config.allowedOrigins);
  if (place === "alone") return place;
  if (place === "not_allowed") return "ORIGIN_NOT_ALLOWED";
  if (!isSecureContext) return "INSECURE_CONTEXT";
  if (place === "hosted") {
    const address = readFragment(fragment);
    if (!address) return "damaged";
    return config.handover.mode === "post" ? { hello: null, address } : "SESSION_EXPIRED";
  }
  const hello = await awaited;
  return isAllowedParent(hello.origin, config.allowedOrigins) ? { hello, address: null } : "ORIGIN_NOT_ALLOWED";
}

/** The provider that the session begins with, if it is known. */
const wantedFirst = (open: Opened | null): string | undefined =>
  (open?.snapshot && unpackSnapshot(open.snapshot, () => true)?.provider) ?? open?.config.provider;

/** Longer than any machine needs for its first screen. */
const SCREEN_MS = 10_000;

/** What the page's first script said and heard. */
export interface Early {
  /** The host knows that the page is there. */
  isReady: boolean;
  /** From now on it is the page's own. */
  isOver: boolean;
  /** That in which a screen is shown already. */
  theme: PortConfig["theme"];
  /** What was said, unchecked, and done since, in order. */
  happened: ({ said: unknown } | { done: Done })[];
}

/** What the page's first script has found out and begun. */
export interface Arrived {
  root: HTMLElement;
  around: Surroundings;
  fragment: string;
  hello: Promise<Hello>;
  ignored: Ignored;
  settings: ReturnType<typeof loadConfig>;
  prerendered: Prerendered;
  early: Early;
  windowFocus: WindowFocus;
}

/** The whole life of the page, which shows itself in `root`. */
export async function start(arrived: Arrived): Promise<void> {
  const { root, around, hello: awaited } = arrived;
  shareWindowFocus(arrived.windowFocus);
  // At once: whatever is shown, a sentence without a wizard too, has its colours.
  const look = createLook(arrived.early.theme);
  const stop = createStop(root, around.top ? null : awaited, arrived.ignored);
  root.querySelector(".late")?.remove();
  void loadFirstScreens(pickLanguage(navigator.languages)).catch(() => {}); // Looked at when it is wanted.
  try {
    if (!(await isStyled(document))) throw new Error("the style sheet did not load");
    const { config } = await arrived.settings;
    stop.happen("known", config.support);
    const visitor = await admit(config, arrived);
    if (visitor === "alone") showPlainScreen(root, alone);
    else if (visitor === "damaged") showPlainScreen(root, damaged);
    else if (typeof visitor === "string") stop.happen("stopped", visitor);
    else await serve(visitor, arrived, config, stop, look);
  } catch (error) {
    arrived.early.isOver = true;
    arrived.prerendered.stop();
    end(error, stop);
  }
}

async function serve(
  { hello, address }: Visitor,
  { root, ignored, early, prerendered }: Arrived,
  config: PageConfig,
  stop: Stop,
  look: Look,
): Promise<void> {
  const there = await prerendered.release();
  look.brand(brandFont(config.fontUrl));
  warnOfPlaintext(config.handover.keys);
  const session = createSession(hello?.nonce ?? randomId());
  early.isOver = true;
  const port = hello && openHostPort(hello.port, stop.listener, ignored, version());
  const hosted = address !== null;
  const front = createFront({
    root,
    there,
    look,
    port,
    leave(reason) {
      stop.happen("left", reason);
      if (hosted) showPlainScreen(root, finished);
    },
    connected: () => stop.happen("connected"),
  });
  stop.pass(front, session, port);
  // Before the module is there: the host gives up after 8 s, a slow line may take longer.
  if (!early.isReady) port?.send({ type: "ready", version: version() });
  for (const each of early.happened)
    if ("said" in each) hello?.port.onmessage?.(new MessageEvent("message", { data: each.said }));
    else if (each.done === "text_view") front.happen("text_view");
    else front.happen("action", each.done);
  const own = pickLanguage(navigator.languages);
  const pick = (locale?: string): string => (locale ? pickLanguage([locale, ...navigator.languages]) : own);
  const spoken = front.opened.then((open) => pick(open?.config.locale));
  // Of what is there already in this task still: from its release until then nobody hears what is done to it.
  void Promise.all([front.opened, spoken, spoken.then(loadFirstScreens)]).then(
    ([open, language, made]) => {
      if (!open || open.snapshot) return;
      const view = firstScreen(made, config, open.config, hosted);
      if (!view) return;
      const at = packSnapshot(view.screen as Step, open.config.provider || null, {});
      front.happen("made", { view, language, at });
    },
    () => undefined, // The module has its own.
  );
  if (address) front.happen("told", { type: "open", config: address });

  // So that no press has to wait for what is begun now as well.
  await pause();
  const files = Promise.all([importChunk<typeof Engine>(assets().engine), compileModule()]);
  let fetching = false;
  const words = spoken.then((language) => {
    fetching = true;
    // A host's language that does not come is not worth a session.
    const fallBack = (error: unknown): Promise<Words> => {
      if (language === own) throw error;
      console.error(`ATS Link: ${String(error)}`);
      return loadWords(own);
    };
    return loadWords(language)
      .catch(fallBack)
      .finally(() => (fetching = false));
  });
  words.catch(() => {}); // Looked at below, if it comes to that.
  const [engine, compiled] = await aliveDuring(port, files);
  // From here on nothing is waited for but the host's first word, its language and the module's first screen.
  const judge = (): void => {
    if (fetching) setTimeout(judge, SCREEN_MS);
    else if (root.ariaBusy === "true") stop.happen("stopped", "INTERNAL");
  };
  setTimeout(judge, SCREEN_MS);
  const open = await front.opened;
  const app = engine.createApp({
    front,
    config,
    session,
    origin: hello?.origin ?? location.origin,
    port,
    hosted,
    loadSealer,
    pickLanguage: pick,
    loadWords,
    fetchJson,
    finished: () => showPlainScreen(root, finished),
  });
  const module = await engine.loadModule(app.host, compiled);
  const said = await aliveDuring(port, words);
  if (front.isOver) return;
  // In pieces: the first screen is in use meanwhile.
  await pause();
  if (!(await app.boot(engine.createBridge(module), said, wantedFirst(open))))
    throw new Error("the module refused its boot message");
  await pause();
  front.happen("handed", app);
}

function end(error: unknown, stop: Stop): void {
  const reason = error instanceof Error ? error.message : "a file did not load";
  console.error(`ATS Link: ${reason}`);
  // A ConfigProblem of the first script, whose class this one does not have.
  if (error instanceof Error && "expected" in error) stop.happen("invalid", reason);
  else stop.happen("load_failed");
}
