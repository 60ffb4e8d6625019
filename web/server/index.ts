// Entry of `ats-link/server`.
import { makeSealKey as make } from "./seal_key.ts";
import { upstreamClient } from "../relay/one_request.ts";
import type { Provider } from "../relay/provider.ts";
import type { AtsLinkServer, TakeOptions } from "../types/server.ts";
import { answerBackend } from "./answer_backend.ts";
import { checkWith } from "./check_credential.ts";
import { demandRequest, readBackendOptions, readCheckOptions, readTakeOptions } from "./take_options.ts";
import { takeToken as take, type Taking } from "./take_token.ts";

export { hostedLink, readHostedLink } from "./hosted_link.ts";
export { createMemoryStore } from "./memory_store.ts";
export { createSessions } from "./sessions.ts";
export { createTakenTokens, openToken } from "./open_token.ts";
export { isTokenError } from "./token_error.ts";

// From dist/relay/providers.mjs (web/relay/providers_module.ts).
declare const ATS_LINK_PROVIDERS: readonly Provider[];
declare const ATS_LINK_VERSION: string;

const send = upstreamClient();

export const makeSealKey: AtsLinkServer["makeSealKey"] = make;

export const checkCredential: AtsLinkServer["checkCredential"] = async (payload, options = {}) => {
  const { fetch = send, deadlineMs = 8000 } = readCheckOptions(payload, options);
  return checkWith({ providers: ATS_LINK_PROVIDERS, version: ATS_LINK_VERSION, fetch, deadlineMs }, payload);
};

const taking = ({ fetch = send, deadlineMs = 8000, ...options }: TakeOptions): Taking => ({
  ...options,
  check: (payload) => checkCredential(payload, { fetch, deadlineMs }),
});

export const handleBackend: AtsLinkServer["handleBackend"] = async (request, options) => {
  const { linkOrigin, onError, ...rest } = readBackendOptions(options);
  demandRequest(request);
  return answerBackend(request, { ...taking(rest), linkOrigin, ...(onError && { onError }) });
};

export const takeToken: AtsLinkServer["takeToken"] = async (token, options) => {
  const { state, ...rest } = readTakeOptions(options);
  return take(taking(rest), token, typeof state === "string" ? [state] : state);
};
