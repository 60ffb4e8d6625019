import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { listen, type Handler, type Listener } from "../../web/dev/listen.ts";
import { contentType, readStatic, sendBody } from "../../web/dev/static_files.ts";
import type { LinkPageConfig } from "../../web/headers/link_config.ts";
import { fileKind, linkHeaders } from "../../web/headers/link_headers.ts";

const root = join(import.meta.dirname, "../..");

export interface Stand {
  /** A page with one button, which opens the wizard; `?floor` has a bare form in its frame instead. */
  hostUrl: string;
  linkOrigin: string;
  close(): Promise<void>;
}

/** A static server as an integrator would have it: every file as brotli 11, made once. */
function statics(
  folder: string,
  headersOf: (path: string) => Record<string, string>,
  more: Record<string, string>,
): Handler {
  const made = new Map<string, Buffer>();
  return async (message, response) => {
    const path = (message.url ?? "/").split("?")[0] ?? "/";
    const own = more[path];
    const file =
      own === undefined
        ? await readStatic(folder, path)
        : { path: path === "/" ? "index.html" : path.slice(1), body: Buffer.from(own) };
    if (!file) {
      sendBody(response, 404, {}, "");
      return;
    }
    const body = made.get(path) ?? brotliCompressSync(file.body);
    made.set(path, body);
    // In a process of its own a frame would escape the page's throttling.
    const { "Origin-Agent-Cluster": _own, ...headers } = headersOf(file.path);
    const type = { "Content-Type": contentType(file.path), "Content-Encoding": "br" };
    sendBody(response, 200, { ...headers, ...type }, body);
  };
}

const hostPage = (
  linkOrigin: string,
  floorOrigin: string,
): string => `<!doctype html><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,"><script src="/ats-link.js"></script><button>Connect</button><script>
  const handle = AtsLink.create({ linkUrl: "${linkOrigin}/", state: "bench", onSuccess() {}, onExit() {} });
  document.querySelector("button").onclick = () => {
    if (location.search !== "?floor") return handle.open();
    const frame = document.createElement("iframe");
    frame.style = "width:440px;height:720px;border:0";
    frame.src = "${floorOrigin}/";
    document.body.append(frame);
  };
</script>`;

/** All on one site, so that one page's throttling holds for its frames. */
export async function startStand(key: object, linkFolder = join(root, "dist/link")): Promise<Stand> {
  const [host, link, floor]: Listener[] = await Promise.all([listen(0), listen(0), listen(0)]);
  const origin = (server: Listener | undefined): string => `http://localhost:${String(server?.port)}`;
  const config = {
    allowedOrigins: [origin(host)],
    verify: "none",
    handover: { mode: "callback", keys: [key] },
  } as unknown as LinkPageConfig;
  const linkConfig = { "/link.config.json": JSON.stringify(config) };
  host?.serve(statics(join(root, "dist/opener"), () => ({}), { "/": hostPage(origin(link), origin(floor)) }));
  link?.serve(statics(linkFolder, (path) => linkHeaders(config, fileKind(path), { https: false }), linkConfig));
  floor?.serve(statics(join(import.meta.dirname, "floor"), () => ({ "Cache-Control": "max-age=31536000" }), {}));
  return {
    hostUrl: origin(host) + "/",
    linkOrigin: origin(link),
    close: async () => {
      for (const server of [host, link, floor]) await server?.close();
    },
  };
}
