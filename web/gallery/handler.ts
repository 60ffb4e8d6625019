import type { ServerResponse } from "node:http";
import { makeSealKey } from "../server/seal_key.ts";
import type { Handler } from "../dev/listen.ts";
import { contentType, mayRead, readStatic, sendBody } from "../dev/static_files.ts";
import type { LinkPageConfig } from "../headers/link_config.ts";
import { fileKind, linkHeaders } from "../headers/link_headers.ts";
import { type Answer, caseConfig, cases } from "./cases.ts";

export interface GalleryOptions {
  /** Holds `pages` and `link`, as tools/build/gallery.ts writes them. */
  folder: string;
  /** Of the server that this is a part of. */
  origin: string;
}

const pageHeaders = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "X-Content-Type-Options": "nosniff",
};

function reply(response: ServerResponse, answer: Answer | undefined): void {
  if (answer === "hang") return;
  if (answer === "drop" || answer === undefined) return void response.destroy();
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  sendBody(response, answer.status, { "Content-Type": "application/json", "Cache-Control": "no-store" }, body);
}

async function readOperation(message: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return String((JSON.parse(Buffer.concat(parts).toString()) as { op?: unknown }).op);
}

/** Everything below `/gallery/`: its own pages, a link page for each case, and what relay and backend answer there. */
export async function galleryHandler({ folder, origin }: GalleryOptions): Promise<Handler> {
  const { publicJwk } = await makeSealKey();

  const sendLinkFile = async (response: ServerResponse, name: string, path: string): Promise<void> => {
    const config = caseConfig(name, origin, publicJwk);
    const { missing } = cases[name] ?? {};
    const file =
      path === "/link.config.json"
        ? { path: "link.config.json", body: Buffer.from(JSON.stringify(config)) }
        : await readStatic(`${folder}/link`, path);
    if (file === null || (missing !== undefined && file.path.endsWith(missing))) {
      sendBody(response, 404, {}, "");
      return;
    }
    // The browser's own frame-ancestors is left out of the picture: what is shown is the page's own answer.
    const framed: LinkPageConfig = { ...config, allowedOrigins: [origin] };
    const headers = linkHeaders(framed, fileKind(file.path), { https: false });
    sendBody(response, 200, { ...headers, "Content-Type": contentType(file.path) }, file.body);
  };

  return async (message, response) => {
    const path = (message.url ?? "/").split("?")[0] ?? "/";
    const [, , area = "", name = "", ...rest] = path.split("/");
    const known = cases[name];
    if (area === "relay" && known) {
      reply(response, known.relay?.[rest[2] ?? ""] ?? known.relay?.["any"]);
      return;
    }
    if (area === "backend" && known) {
      reply(response, known.backend?.[await readOperation(message)]);
      return;
    }
    if (!mayRead(response)) return;
    if (area === "link" && known && rest.length > 0) return sendLinkFile(response, name, `/${rest.join("/")}`);
    const file = await readStatic(`${folder}/pages`, path.slice("/gallery".length));
    if (file === null) {
      sendBody(response, 404, { "Content-Type": "text/plain; charset=utf-8" }, "No such page.\n");
      return;
    }
    sendBody(response, 200, { ...pageHeaders, "Content-Type": contentType(file.path) }, file.body);
  };
}
