import type { IncomingMessage, ServerResponse } from "node:http";
import type { AtsLinkRelay } from "../types/relay.ts";
import { serveRelay } from "./node_adapter.ts";
import { relayContext } from "./options.ts";

/** A listener for Node's http server that answers what begins with `/relay/`. */
export const createRelay: AtsLinkRelay["createRelay"] = (options) => {
  if (typeof (options as Partial<typeof options> | undefined)?.clientIp !== "function")
    throw new TypeError("createRelay: clientIp says whose request it is (docs/deploy.md)");
  const context = relayContext("createRelay", options, ["clientIp"]);
  const listener = (message: IncomingMessage, response: ServerResponse) =>
    serveRelay(message, response, context, options.clientIp(message) || "unknown");
  // The contract names of Node's classes what is read.
  return listener as ReturnType<typeof createRelay>;
};
