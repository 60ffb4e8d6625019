import type { LinkPageConfig } from "../headers/link_config.ts";
import { fileKind, linkHeaders, loaders } from "../headers/link_headers.ts";
import type { RelayContext } from "../relay/handle.ts";
import { serveRelay } from "../relay/node_adapter.ts";
import type { Handler } from "./listen.ts";
import type { Served } from "./live_config.ts";
import { contentType, mayRead, readStatic, sendBody } from "./static_files.ts";

export interface LinkServerOptions {
  /** The built link page. */
  folder: string;
  /** Served in place of the folder's own link.config.json, which is an empty template; a function is asked each time. */
  config: LinkPageConfig | (() => Served);
  /** The scripts for host pages, where they are served beside the page as in production. */
  opener?: string;
  relay: Omit<RelayContext, "clientIp">;
  /** The built demo, whose logo then lies beside the link page. */
  demo?: string;
  /** What answers below `/gallery/`; never part of a deployment. */
  gallery?: Handler;
}

export const demoLogo = "/demo.svg";

/** The link page with its headers, its config and the relay at `/relay`. */
export function linkServer({ folder, config: given, opener, relay, demo, gallery }: LinkServerOptions): Handler {
  return async (message, response) => {
    const path = (message.url ?? "/").split("?")[0] ?? "/";
    if (path.startsWith("/relay/")) return serveRelay(message, response, relay);
    if (gallery && path.startsWith("/gallery/")) return gallery(message, response);
    if (!mayRead(response)) return;
    const { text, settings: config } =
      typeof given === "function" ? given() : { text: JSON.stringify(given), settings: given };
    const isLoader = opener !== undefined && loaders.includes(path.slice(1));
    const from = isLoader ? opener : path === demoLogo && demo ? demo : folder;
    const file =
      path === "/link.config.json"
        ? { path: "link.config.json", body: Buffer.from(text) }
        : await readStatic(from, path);
    if (file === null) {
      const headers = {
        ...linkHeaders(config, "asset", { https: false }),
        "Content-Type": "text/plain; charset=utf-8",
      };
      sendBody(response, 404, headers, "There is no such file.\n");
      return;
    }
    const headers = linkHeaders(config, fileKind(file.path), { https: false });
    sendBody(response, 200, { ...headers, "Content-Type": contentType(file.path) }, file.body);
  };
}
