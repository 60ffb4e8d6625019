// Entry of `ats-link/relay`: no import of Node's, so that workers take it too.
import type { AtsLinkRelay } from "../types/relay.ts";
import { handle } from "./handle.ts";
import { relayContext } from "./options.ts";

export { createRelay } from "./node.ts";

export const createHandler: AtsLinkRelay["createHandler"] = (options = {}) => {
  const context = relayContext("createHandler", options);
  // Nobody's address is one budget for all: the caller is told by `client_unknown`, and nothing is asked.
  return async (request, clientIp) => {
    if (typeof (request as Partial<Request> | undefined)?.headers?.get !== "function")
      throw new TypeError(
        "createHandler: request: expected a Request as fetch has it; createRelay takes Node's messages",
      );
    return handle(request, { ...context, clientIp: clientIp || null });
  };
};
