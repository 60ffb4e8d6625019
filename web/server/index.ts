// Entry of `ats-link/server`.
import { makeSealKey as make } from "./seal_key.ts";
import { upstreamClient } from "../relay/one_request.ts";
import type { Provider } from "../relay/provider.ts";
import type { AtsLinkServer } from "../types/server.ts";
import { askAts, isSilent, judge } from "./check_credential.ts";
import { tokenError } from "./token_error.ts";

export { hostedLink, readHostedLink } from "./hosted_link.ts";
export { openToken } from "./open_token.ts";
export { createTakenTokens } from "./taken_tokens.ts";
export { isTokenError } from "./token_error.ts";

// Filled in by tools/build/package.ts.
declare const ATS_LINK_PROVIDERS: readonly Provider[];
declare const ATS_LINK_VERSION: string;

const send = upstreamClient();

export const makeSealKey: AtsLinkServer["makeSealKey"] = make;

export const checkCredential: AtsLinkServer["checkCredential"] = async (payload, options = {}) => {
  const { fetch = send, deadlineMs = 8000 } = options;
  const provider = ATS_LINK_PROVIDERS.find(({ id }) => id === payload.provider);
  const verifier = { providers: ATS_LINK_PROVIDERS, version: ATS_LINK_VERSION, fetch, deadlineMs };
  const probes = await askAts(verifier, payload);
  if (!provider || probes === null) throw tokenError("credential_not_allowed");
  const { verifiedAgain: verified, ...finding } = judge(provider, payload, probes);
  return { probes, silent: isSilent(probes), verified, ...finding };
};
