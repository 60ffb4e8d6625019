import type { ExitReason } from "../../types/index.ts";
import type { FromPage, ToPage } from "../../types/port.ts";
import { type Asset, assetUrl, importChunk, loadStyle, version } from "../assets.ts";
import type * as Boot from "../boot/start.ts";
import { loadConfig, type PageConfig } from "../config/page_config.ts";
import { focusDue, watchWindow, windowFocus } from "../dom/focus.ts";
import { awaitHello, createIgnored } from "../host/port.ts";
import { createSession } from "../host/session.ts";
import { lookAround, mayShow, takeFragment } from "./arrival.ts";
import { createPrerendered } from "./prerendered.ts";

/** The page's own script, which the build names here, and the style of all but the first screen. */
declare const ATS_LINK_PAGE: Asset;
declare const ATS_LINK_STYLE: Asset;

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
const leave = (reason: ExitReason): void =>
  void hello.then(({ nonce }) =>
    send({ type: "exit", error: null, metadata: createSession(nonce).exitMetadata(reason, null) }),
  );
const prerendered = createPrerendered(root, (done) => early.happened.push({ done }), leave);

/** The page's own script does not come. */
let isLost = false;
/** Nothing is lost by closing. */
const isUntouched = (): boolean =>
  isLost || !early.happened.some((each) => "done" in each && each.done !== "text_view");

/** More than any host says in the time. */
const MOST_SAID = 1000;

function hear(config: PageConfig, said: unknown): void {
  const before = early.happened.filter((each) => "said" in each).length;
  if (before > MOST_SAID) return ignored.add();
  early.happened.push({ said });
  const message = said as Partial<Extract<ToPage, { type: "open" | "exit" }>> | null;
  if (message?.type === "exit" && isUntouched()) leave(message.reason ?? "host");
  const height = before === 0 && prerendered.offer(config, said);
  if (!height || message?.type !== "open") return;
  early.theme = message.config?.theme;
  send({ type: "size", height, wide: false });
  // Nobody gives up on a page that shows a screen.
  send({ type: "snapshot", step: "provider", fields: {} });
}

/** Shows the first screen that index.html has to a host that may see it. Who else there is, is the page's own script's to say. */
async function meet(): Promise<void> {
  const { config } = await settings;
  const { origin, port } = await hello;
  const isStyled = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.sheet;
  if (early.isOver || !isStyled || !mayShow(around, origin, config.allowedOrigins)) return;
  send = (message) => {
    if (!early.isOver) port.postMessage(message);
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => hear(config, data);
  early.isReady = true;
  send({ type: "ready", version: version() });
}
void meet().catch(() => {}); // The page's own script says what is wrong.

const queries = ["", "?again"];
/** Once more by another address: many browsers' module map keeps what failed, and the cache what came damaged. */
const insist = <Got>(load: (asset: Asset, query?: string) => Promise<Got>, asset: Asset): Promise<Got> =>
  load(asset).catch(() => load(asset, queries[1]));
/** Longer than any link that is worth waiting for. */
const DEADLINE_MS = 30_000;

// Past the cache, which keeps what came damaged, and with what a hosted link says.
late?.querySelector("a")?.addEventListener("click", (event) => {
  event.preventDefault();
  if (fragment) history.replaceState(null, "", `#${fragment}`);
  const signal = AbortSignal.timeout(10_000);
  const anew = [ATS_LINK_PAGE, ATS_LINK_STYLE].flatMap((asset) =>
    queries.map((query) => fetch(assetUrl(asset) + query, { cache: "reload", signal })),
  );
  void Promise.allSettled(anew).then(() => {
    location.reload();
  });
});

/** There is nothing to show but what index.html says itself. */
function giveUp(): void {
  isLost = true;
  prerendered.stop();
  if (!root || !late) return;
  late.style.animationDelay = "0s";
  root.replaceChildren(late);
  root.ariaBusy = null;
  document.addEventListener("keydown", ({ key }) => key === "Escape" && leave("escape"));
  const heading = late.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  focusDue(heading);
}

let isStarted = false;
setTimeout(() => {
  if (!isStarted) giveUp();
}, DEADLINE_MS);
/** Not before the frame's load event, which would wait for it, and the host's hello for that. */
const style = new Promise((resolve) => window.addEventListener("load", resolve, { once: true })).then(() =>
  insist(loadStyle, ATS_LINK_STYLE),
);
Promise.all([insist(importChunk<typeof Boot>, ATS_LINK_PAGE), style]).then(([{ start }]) => {
  if (isLost) return;
  isStarted = true;
  return start({ root, around, fragment, hello, ignored, settings, prerendered, early, windowFocus: windowFocus() });
}, giveUp);
