import { join } from "node:path";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { listen } from "../../../web/dev/listen.ts";
import { contentType, readStatic, sendBody } from "../../../web/dev/static_files.ts";
import { openerBundle } from "../support/opener_bundle.ts";

const dist = join(import.meta.dirname, "../../../dist/link");

/** An origin of its own, and its end. */
export interface Site {
  origin: string;
  close(): Promise<void>;
}

const json = { "Content-Type": "application/json" };
const nonce = "0123456789abcdef0123456789abcdef";

/** `/?link=URL` frames a link page and says hello as the opener does; with `&quiet` only when told to. */
const framer = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
<iframe title="link" width="440" height="700" allow="clipboard-write"></iframe><script>
const query = new URLSearchParams(location.search);
const frame = document.querySelector("iframe");
window.heard = [];
window.hello = (data = { atsLink: 1, nonce: "${nonce}" }, ports = 1) => {
  const channels = Array.from({ length: ports }, () => new MessageChannel());
  const heard = [];
  for (const { port1 } of channels) port1.onmessage = ({ data }) => heard.push(data);
  frame.contentWindow.postMessage(data, "*", channels.map(({ port2 }) => port2));
  return { port: channels[0]?.port1, heard };
};
window.begin = (config = {}) => {
  const line = hello();
  window.port = line.port;
  window.heard = line.heard;
  line.port.addEventListener("message", ({ data }) => {
    if (data.type === "ready") line.port.postMessage({ type: "open", config });
  });
};
frame.onload = () => { window.loadedFrame = true; if (!query.has("quiet")) begin(); };
frame.src = query.get("link");
</script>`;

/** The same page as an address of its own, whose origin is opaque. */
export const originless = (link: string): string =>
  `data:text/html;charset=utf-8,${encodeURIComponent(framer.replace('query.get("link")', JSON.stringify(link)))}`;

/** `/nest?inner=URL` shows another page; with `&sandbox` as an opaque origin. */
const nest = `<!doctype html><html lang="en"><title>Around</title><link rel="icon" href="data:,">
<iframe title="inner" width="500" height="800"></iframe><script>
const query = new URLSearchParams(location.search);
const frame = document.querySelector("iframe");
if (query.has("sandbox")) frame.sandbox = "allow-scripts";
frame.src = query.get("inner");
</script>`;

/** `/real` has the opener as `ats`, and nothing else. */
const real = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script type="module">
import * as ats from "/opener/ats-link.mjs";
window.ats = ats;
</script>`;

/** Pages of one origin on `localhost`, any number of which a test may need. */
export async function hostSite(extra: Record<string, string> = {}): Promise<Site> {
  const server = await listen(0);
  const opener = (await openerBundle())["ats-link.mjs"] ?? "";
  const files: Record<string, string> = { "/": framer, "/nest": nest, "/real": real, ...extra };
  server.serve((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const script = path === "/opener/ats-link.mjs";
    const text = script ? opener : files[path];
    const type = script ? "text/javascript" : "text/html; charset=utf-8";
    sendBody(response, text === undefined ? 404 : 200, { "Content-Type": type }, text ?? "");
    return Promise.resolve();
  });
  return { origin: `http://localhost:${String(server.port)}`, close: () => server.close() };
}

export interface BareOptions {
  config: object;
  /** Changes a text file on its way out, by its path. */
  rewrite?: (path: string, text: string) => string;
}

/**
 * The built link page on a host that sets no headers at all, as some static hosts do: no policy keeps a stranger from
 * framing it. `/moved` leads to `elsewhere`. What was asked of it is in `asked`.
 */
export async function bareLinkSite(options: BareOptions & { elsewhere?: string }): Promise<Site & { asked: string[] }> {
  const { config, rewrite = (_path: string, text: string) => text } = options;
  const server = await listen(0);
  const asked: string[] = [];
  server.serve(async (request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    asked.push(path);
    const file = path === "/link.config.json" ? null : await readStatic(dist, path);
    if (!file) {
      const moved = path === "/moved";
      const headers = moved ? { Location: options.elsewhere ?? "/" } : json;
      sendBody(response, moved ? 302 : path === "/link.config.json" ? 200 : 404, headers, JSON.stringify(config));
      return;
    }
    const text = /\.(html|js)$/.test(file.path) ? rewrite(file.path, file.body.toString()) : file.body;
    sendBody(response, 200, { "Content-Type": contentType(file.path) }, text);
  });
  return { origin: `http://127.0.0.1:${String(server.port)}`, asked, close: () => server.close() };
}
/** A right `link.config.json` that asks nobody. */
export async function quietConfig(allowedOrigins: string[]): Promise<object> {
  const { publicJwk } = await makeSealKey();
  return { allowedOrigins, verify: "none", handover: { mode: "callback", keys: [publicJwk] } };
}
