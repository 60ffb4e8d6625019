import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { listenOn } from "./ports.ts";
import { root, run } from "../package/installed.ts";

export interface Registry {
  url: string;
  close(): Promise<void>;
}

/** A registry that has jose alone, as it lies here: `npm install` works as it stands, and nothing outside is asked. */
export async function joseRegistry(folder: string): Promise<Registry> {
  const packed = run(folder, "npm", "pack", join(root, "node_modules/jose"), "--ignore-scripts", "--loglevel=error");
  if (packed.status !== 0) throw new Error(packed.err);
  const tarball = readFileSync(join(folder, packed.out.trim().split("\n").at(-1) ?? ""));
  const manifest = JSON.parse(readFileSync(join(root, "node_modules/jose/package.json"), "utf8")) as {
    version: string;
  };
  const server = createServer((request, response) => {
    if (request.url === "/jose.tgz") return void response.end(tarball);
    if (request.url !== "/jose") return void response.writeHead(404).end("{}");
    const version = { ...manifest, dist: { tarball: `http://${request.headers.host ?? ""}/jose.tgz` } };
    const document = { name: "jose", "dist-tags": { latest: manifest.version } };
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ ...document, versions: { [manifest.version]: version } }));
  });
  const port = await listenOn(server);
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${String(port)}/`, close };
}
