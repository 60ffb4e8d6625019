import type { ExitReason } from "../../types/index.ts";
import type { FromPage } from "../../types/port.ts";
import { type Asset, assetUrl, importChunk, version } from "../assets.ts";
import type * as Boot from "../boot/start.ts";
import { loadConfig } from "../config/page_config.ts";
import { watchWindow, windowFocus } from "../dom/focus.ts";
import { awaitHello, createIgnored } from "../host/port.ts";
import { createSession } from "../host/session.ts";
import { lookAround, mayShow, takeFragment } from "./arrival.ts";
import { createPrerendered } from "./prerendered.ts";

/** The page's own script, which the build names here. */
declare const ATS_LINK_PAGE: Asset;

const root = document.getElementById("ats-link");
if (!root) throw new Error("index.html has no element ats-link");
// All before anything is awaited: the focus may go, the hello comes with the frame's load event, and the fragment must
// not stay.
watchWindow();
const around = lookAround(window);
const fragment = takeFragment(window);
const ignored = createIgnored();
const hello = awaitHello(window, ignored);
Object.defineProperty(window, "atsLinkIgnored", { get: () => ignored.count });
if (!around.top) document.documentElement.dataset["framed"] = "";
const settings = loadConfig(document.baseURI);
const early: Boot.Early = { isReady: false, isOver: false, theme: undefined, happened: [] };
const late = root.querySelector<HTMLElement>(".late");

/** To a host that may see the page. */
let send = (_: FromPage): void => {};
/** The page's own script does not come. */
let isLost = false;
const leave = (reason: ExitReason): void =>
  void hello.then(({ nonce }) =>
    send({ type: "exit", error: null, metadata: createSession(nonce).exitMetadata(reason, null) }),
  );
const prerendered = createPrerendered(root, (done) => early.happened.push({ done }), leave);

/** More than any host says in the time. */
const MOST_SAID = 1000;
/** It gives up after ten seconds without a sign. */
const ALIVE_MS = 4000;

/** Shows the first screen that index.html has to a host that may see it. Who else there is, is the page's own script's to say. */
async function meet(): Promise<void> {
  const { config } = await settings;
  const { origin, port } = await hello;
  const isStyled = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.sheet;
  if (early.isOver || !isStyled || !mayShow(around, origin, config.allowedOrigins)) return;
  send = (message) => {
    if (!early.isOver) port.postMessage(message);
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (early.happened.length > MOST_SAID) return;
    const height = early.happened.length === 0 && prerendered.offer(config, data);
    early.happened.push({ said: data });
    if (!height) return;
    early.theme = (data as { config: { theme?: "light" | "dark" | "system" } }).config.theme;
    send({ type: "loading" });
    send({ type: "size", height, wide: false });
    const alive = setInterval(
      () => (early.isOver || isLost ? clearInterval(alive) : send({ type: "loading" })),
      ALIVE_MS,
    );
  };
  early.isReady = true;
  send({ type: "ready", version: version() });
}
void meet().catch(() => {}); // The page's own script says what is wrong.

const queries = ["", "?again"];
const load = (query?: string): Promise<typeof Boot> => importChunk<typeof Boot>(ATS_LINK_PAGE, query);

/** There is nothing to show but what index.html says itself. */
function giveUp(): void {
  // No sign of life from now on: the host's dialog soon says so, too, with a way to close.
  isLost = true;
  prerendered.stop();
  if (!root || !late) return;
  late.style.animationDelay = "0s";
  root.replaceChildren(late);
  root.ariaBusy = null;
  // Past the cache, which keeps what came damaged, and with what a hosted link says.
  late.querySelector("a")?.addEventListener("click", (event) => {
    event.preventDefault();
    if (fragment) history.replaceState(null, "", `#${fragment}`);
    const anew = queries.map((query) => fetch(assetUrl(ATS_LINK_PAGE) + query, { cache: "reload" }));
    void Promise.allSettled(anew).then(() => {
      location.reload();
    });
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && leave("escape"));
  const heading = late.querySelector("h1");
  if (heading) heading.tabIndex = -1;
  heading?.focus();
}

// Once more by another address: the module map keeps what failed, and the cache what came damaged.
load()
  .catch(() => load(queries[1]))
  .then(
    ({ start }) =>
      start({ root, around, fragment, hello, ignored, settings, prerendered, early, windowFocus: windowFocus() }),
    giveUp,
  );
