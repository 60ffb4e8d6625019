import type { AtsLink, LinkHandler } from "../../../web/types/index.ts";

/** A host page with a strict policy: no inline script, no inline style. `?hostile` adds a sheet that fights the dialog. */
export const hostPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/host.css"><script type="module" src="/host.js"></script></head>
<body><button id="before">Before</button><button id="connect">Connect</button><input id="other" aria-label="Other">
<div id="place"></div><p class="tall">Tall</p></body></html>`;

export const hostCss = `
.tall { height: 3000px }
#connect { position: fixed; top: 40px }
.hostile * { display: block !important; width: 50px !important; opacity: .1 !important; position: static !important }
.hostile dialog::backdrop { background: red !important }
`;

/** Makes handlers by name and writes down every call in `calls`. */
export const hostJs = `
import * as ats from "/opener/ats-link.mjs";
window.ats = ats;
window.calls = [];
window.reported = [];
addEventListener("error", (event) => { window.reported.push(event.message); event.preventDefault(); });
addEventListener("unhandledrejection", (event) => window.reported.push("unhandled " + JSON.stringify(event.reason)));
window.handlers = {};
window.make = (name, config) => {
  const note = (what) => (...values) => window.calls.push([name, what, ...values]);
  window.handlers[name] = ats.create({
    onSuccess: note("success"), onExit: note("exit"), onEvent: note("event"), onLoad: note("load"), ...config,
  });
  return window.handlers[name];
};
window.loaded = true;
`;

/** A call as the host saw it: handler, callback, then its arguments. */
export type Call = [handler: string, callback: string, ...values: Record<string, unknown>[]];

/** The globals of the host page, for `page.evaluate`. */
export interface HostPage {
  ats: AtsLink;
  calls: Call[];
  reported: string[];
  handlers: Record<string, LinkHandler>;
  make(name: string, config: Record<string, unknown>): LinkHandler;
  loaded?: boolean;
}
