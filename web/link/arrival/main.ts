import { type Asset, importChunk, version } from "../assets.ts";
import type * as Boot from "../boot/start.ts";
import { loadConfig } from "../config/page_config.ts";
import { watchWindow, windowFocus } from "../dom/focus.ts";
import { awaitHello, createIgnored } from "../host/port.ts";
import { isAllowedParent, judgePlace, lookAround, takeFragment } from "./arrival.ts";
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
const prerendered = createPrerendered(root);
const settings = loadConfig(document.baseURI);
const early: Boot.Early = { isReady: false, isOver: false, heard: [] };

/** Shows the first screen that index.html has to a host that may see it. Who else there is, is the page's own script's to say. */
async function meet(): Promise<void> {
  const { config } = await settings;
  const { origin, port } = await hello;
  const isStyled = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.sheet;
  if (early.isOver || !isStyled || !isSecureContext) return;
  if (judgePlace(around, config.allowedOrigins) !== "frame" || !isAllowedParent(origin, config.allowedOrigins)) return;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    early.heard.push(data);
    const height = early.heard.length === 1 && prerendered.offer(config, data);
    if (height) for (const type of ["loading", "size"]) port.postMessage({ type, height, wide: false });
  };
  early.isReady = true;
  port.postMessage({ type: "ready", version: version() });
}
void meet().catch(() => {}); // The page's own script says what is wrong.

const load = (query?: string): Promise<typeof Boot> => importChunk<typeof Boot>(ATS_LINK_PAGE, query);
// Once more by another address: the module map keeps what failed, and the cache what came damaged.
load()
  .catch(() => load("?again"))
  .then(
    ({ start }) =>
      start({ root, around, fragment, hello, ignored, settings, prerendered, early, windowFocus: windowFocus() }),
    () => prerendered.giveUp(),
  );
