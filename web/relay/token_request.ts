import { basic, fillAll } from "./auth_headers.ts";
import { describeRefusal, documentOf, type ProbeAnswer } from "./answer.ts";
import { errorText } from "./upstream_text.ts";
import { isObject, memberAt } from "./json.ts";
import { urlParts, verdictKey, type ClientCredentials, type Provider, type Values } from "./provider.ts";
import type { UpstreamAnswer } from "./upstream_answer.ts";
import { buildUrl, type UpstreamRequest } from "./upstream_request.ts";

const longestToken = 4096;

/** The request for an access token (RFC 6749, 4.4). Null if it could not be built as it was meant. */
export function buildTokenRequest(
  auth: ClientCredentials,
  fields: Values,
  secrets: Values,
  version: string,
): UpstreamRequest | null {
  const { host, path } = urlParts(auth.tokenUrl);
  const url = buildUrl(host, path, {}, fields);
  const values = { ...fields, ...secrets };
  const [client, secret] = [values[auth.client], values[auth.field]];
  if (url === null || client === undefined || secret === undefined) return null;
  // Id and secret as they are: what RFC 6749 encodes once more, ATSs do not decode.
  const isBasic = auth.clientAuthentication === "basic";
  const authorization = isBasic ? basic(client, secret) : {};
  if (authorization === null) return null;
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    ...fillAll(auth.parameters ?? {}, fields),
    ...(isBasic ? {} : { client_id: client, client_secret: secret }),
  });
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
    ...authorization,
    "User-Agent": `ats-link-relay/${version}`,
  };
  return { url, init: { method: "POST", headers, body: form.toString(), redirect: "manual" } };
}

/** The access token of an answer, if it is one that a bearer can be: it stays in this request's memory. */
export function readToken({ status, body }: UpstreamAnswer): string | null {
  const document = documentOf(body);
  if (status < 200 || status > 299 || !isObject(document)) return null;
  const [token, type] = [memberAt(document, "access_token"), memberAt(document, "token_type")];
  if (type !== undefined && !(typeof type === "string" && /^bearer$/i.test(type))) return null;
  return typeof token === "string" && token.length <= longestToken && /^[!-~]+$/.test(token) ? token : null;
}

/** Without a token, the probe's answer is what the token address said. */
export function tokenRefused(provider: Provider, answer: UpstreamAnswer, secrets: Values): ProbeAnswer {
  const document = documentOf(answer.body);
  // What holds a token, even one that is of no use, is shown nothing of.
  const hasToken = isObject(document) && Object.hasOwn(document, "access_token");
  const body = hasToken ? ({ kind: "text", text: "{}" } as const) : answer.body;
  const told = describeRefusal(provider, { ...answer, body }, secrets);
  return isClientWrong(provider, answer.status, document) ? { ...told, status: 401 } : told;
}

/** RFC 6749 5.2 lets a server answer 400 to a wrong client; what a provider file says of it comes first. */
function isClientWrong({ verdict = {} }: Provider, status: number, document: unknown): boolean {
  if (status !== 400 || !isObject(document)) return false;
  const said = errorText(document).toLowerCase();
  const isToldOf = Object.keys(verdict).some((key) => {
    const { status: when, text } = verdictKey(key);
    return (when === "400" || (when === "" && text !== "")) && said.includes(text.toLowerCase());
  });
  return !isToldOf && memberAt(document, "error") === "invalid_client";
}
