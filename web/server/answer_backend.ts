import type { BackendOptions, Connected, LinkSessions } from "../types/server.ts";
import { answerJson, badRequest, fail, readJson } from "./json.ts";
import { whyOver } from "./sessions.ts";
import { connect, connectedBy, enter, open, type Taking } from "./take_token.ts";
import { isTokenError, tokenError } from "./token_error.ts";

export type Answering = Taking & Pick<BackendOptions, "linkOrigin" | "onError">;

/** The backend protocol (docs/backend.md). Never rejects. */
export async function answerBackend(request: Request, answering: Answering): Promise<Response> {
  const response = await answer(request, answering);
  response.headers.set("Vary", "Origin");
  if (request.headers.get("origin") === answering.linkOrigin)
    response.headers.set("Access-Control-Allow-Origin", answering.linkOrigin);
  return response;
}

async function answer(request: Request, answering: Answering): Promise<Response> {
  const { method } = request;
  if (method === "OPTIONS") {
    const headers = { "Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": "content-type" };
    return new Response(null, { status: 204, headers });
  }
  if (method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST, OPTIONS" } });
  try {
    return await operate(await readJson(request), answering);
  } catch (error) {
    if (isTokenError(error)) return fail(error);
    answering.onError?.(error);
    return fail({ status: 503, code: "not_kept", message: "Something failed here. Send the same token once more." });
  }
}

async function operate({ op, state, token }: Record<string, unknown>, answering: Answering): Promise<Response> {
  if (op === "session" && typeof state === "string") return describeSession(state, answering.sessions);
  if (typeof token !== "string") return badRequest();
  if (op === "verify") {
    const payload = await open(answering, token);
    await enter(answering, payload);
    const { probes } = await answering.check(payload);
    return answerJson(200, { probes });
  }
  return op === "handover" ? answerJson(200, { ref: await handOver(token, answering) }) : badRequest();
}

async function describeSession(state: string, { store, now }: LinkSessions): Promise<Response> {
  const record = await store.find(state);
  if (!record) throw tokenError("session_unknown");
  const over = whyOver(record, now());
  if (over) throw tokenError(over);
  await store.markOpened(state);
  const { organisation, requester, provider, scopes, expiresAt } = record.session;
  // Absent members are left out: null would be a value.
  return answerJson(200, { organisation, requester, provider, scopes, expiresAt: new Date(expiresAt).toISOString() });
}

/** The tokens that are being looked into, of each set of sessions. */
const running = new WeakMap<LinkSessions, Map<string, Promise<Connected>>>();

/** The ref of the token with this `jti`, made once, also while the first is still being worked on. */
async function handOver(token: string, answering: Answering): Promise<string> {
  const payload = await open(answering, token);
  const before = await connectedBy(answering, payload);
  if (before) return before.ref;
  const own = running.get(answering.sessions) ?? new Map<string, Promise<Connected>>();
  running.set(answering.sessions, own);
  const name = JSON.stringify([payload.state, payload.jti]);
  const working = own.get(name) ?? connect(answering, payload);
  own.set(name, working);
  try {
    return (await working).ref;
  } finally {
    own.delete(name);
  }
}
