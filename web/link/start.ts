import createModule from "ats-link-module";
import type { PortConfig } from "../types/port.ts";
import { randomId } from "../types/random_id.ts";
import { createApp } from "./app.ts";
import { applyAppearance, resolveAppearance, watchPreferences } from "./appearance.ts";
import { version } from "./assets.ts";
import { brandFont } from "./brand_font.ts";
import { createBridge } from "./bridge.ts";
import { ConfigProblem } from "./config_check.ts";
import { isAllowedParent, judgePlace, type Surroundings } from "./framing.ts";
import { aliveDuring } from "./host_line.ts";
import { readFragment } from "./hosted.ts";
import type { Ignored } from "./ignored.ts";
import { pickLanguage } from "./languages.ts";
import { compileModule, loadCatalogue, loadModule, loadWords } from "./loader.ts";
import { loadConfig } from "./load_config.ts";
import type { PageConfig } from "./page_config.ts";
import { showPlainScreen } from "./plain_screen.ts";
import { alone, damaged, finished } from "./plain_screens.ts";
import { type Hello, openHostPort } from "./port.ts";
import { warnOfPlaintext } from "./seal.ts";
import { createSession } from "./session.ts";
import { isStyled } from "./styled.ts";
import { createStop, type Refusal, type Stop } from "./stop.ts";

/** Who is served: a host that said hello, or the reader of a hosted link. */
type Visitor = { hello: Hello; address: null } | { hello: null; address: PortConfig };

/** Lets a visitor in, or says why not. Waits for the hello of a parent that may show the page. */
async function admit(
  config: PageConfig,
  around: Surroundings,
  fragment: string,
  awaited: Promise<Hello>,
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

/** Longer than any machine needs for its first screen. */
const SCREEN_MS = 10_000;

/** The whole life of the page, which shows itself in `root`. */
export async function start(
  root: HTMLElement,
  around: Surroundings,
  fragment: string,
  awaited: Promise<Hello>,
  ignored: Ignored,
): Promise<void> {
  // For what is seen without the app; its own watch comes later and so has the last word.
  watchPreferences(window, (preferences) =>
    applyAppearance(document.documentElement, resolveAppearance(undefined, preferences)),
  );
  if (!around.top) document.documentElement.dataset["framed"] = "";
  const stop = createStop(root, around.top ? null : awaited, ignored);
  root.replaceChildren();
  const files = compileModule();
  files.catch(() => {}); // Looked at below, if it comes to that.
  try {
    if (!(await isStyled(document))) throw new Error("the style sheet did not load");
    const { config } = await loadConfig(document.baseURI);
    stop.know(config);
    const visitor = await admit(config, around, fragment, awaited);
    if (visitor === "alone") showPlainScreen(root, alone);
    else if (visitor === "damaged") showPlainScreen(root, damaged);
    else if (typeof visitor === "string") stop.refuse(visitor);
    else await serve(root, visitor, config, files, stop, ignored);
  } catch (error) {
    end(error, stop);
  }
}

async function serve(
  root: HTMLElement,
  { hello, address }: Visitor,
  config: PageConfig,
  files: Promise<WebAssembly.Module>,
  stop: Stop,
  ignored: Ignored,
): Promise<void> {
  warnOfPlaintext(config.handover.keys);
  const session = createSession(hello?.nonce ?? randomId());
  const port = hello && openHostPort(hello.port, stop.listener, ignored);
  const app = createApp({
    root,
    config,
    session,
    origin: hello?.origin ?? location.origin,
    port,
    hosted: address !== null,
    brandFont: brandFont(config.fontUrl),
    finished: () => showPlainScreen(root, finished),
    connected: () => stop.connected(),
  });
  stop.pass(app, session, port);
  // Before the module is there: the host gives up after 8 s, a slow line may take longer.
  port?.send({ type: "ready", version: version() });
  const language = pickLanguage([address?.locale ?? [], navigator.languages].flat());
  const [module, catalogue, words] = await aliveDuring(
    port,
    Promise.all([loadModule(createModule, app.host, files), loadCatalogue(), loadWords(language)]),
  );
  if (!app.start(createBridge(module), catalogue, words)) throw new Error("the module refused its boot message");
  // From here on nothing is waited for but the host's first word, its language and the module's first screen.
  const judge = (): void => {
    if (app.fetching()) setTimeout(judge, SCREEN_MS);
    else if (root.ariaBusy === "true") stop.stuck();
  };
  setTimeout(judge, SCREEN_MS);
  if (address) app.receive({ type: "open", config: address });
}

function end(error: unknown, stop: Stop): void {
  const reason = error instanceof Error ? error.message : "a file did not load";
  console.error(`ATS Link: ${reason}`);
  if (error instanceof ConfigProblem) stop.invalid(reason);
  else stop.loadFailed();
}
