import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A listening server whose handler can be set later, once all ports are known. */
export interface Listener {
  port: number;
  serve(handler: Handler): void;
  close(): Promise<void>;
}

/** Listens on loopback; port 0 takes a free one. Rejects with code EADDRINUSE if the port is taken. */
export async function listen(port: number): Promise<Listener> {
  let handler: Handler = (_message, response) => Promise.resolve(void response.writeHead(503).end());
  const server: Server = createServer({ maxHeaderSize: 16 * 1024 }, (message, response) => {
    handler(message, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next) => (handler = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
