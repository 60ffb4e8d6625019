import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "../../support/free_port.ts";

export async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Free ports in place of those that the documents name; the sandbox has the one after the link page's. */
export interface Ports {
  app: number;
  backend: number;
  link: number;
  relay: number;
}

export async function freePorts(): Promise<Ports> {
  const link = await freePort(5);
  return { link, app: link + 2, backend: link + 3, relay: link + 4 };
}

/** A text of the documents with the ports of a test: the application's, its backend's, the link page's and the sandbox's, the relay's. */
export function withPorts(text: string, { app, backend, link, relay }: Ports): string {
  return text
    .replace(/\b3000\b/g, String(app))
    .replace(/\b3001\b/g, String(backend))
    .replace(/\b8081\b/g, String(link))
    .replace(/\b8082\b/g, String(link + 1))
    .replace(/\b8090\b/g, String(relay))
    .replace(/(ats-link dev\b.*)/g, `$1 --port ${String(link)}`);
}
