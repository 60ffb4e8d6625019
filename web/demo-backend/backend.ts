import { randomBytes } from "node:crypto";
import type { JWK } from "jose";
import {
  isRefusal,
  makeConnection,
  openInSession,
  refuse,
  type Connection,
  type Opener,
  type Refusal,
} from "./connection.ts";
import { HandedOver } from "./handed_over.ts";
import { answerJson, readJson } from "./http_json.ts";
import { Sessions } from "./sessions.ts";
import { askAts, type Verifier } from "../server/check_credential.ts";
import { takenUntilMs } from "../server/unseal.ts";
import type { TokenPayload } from "../types/server.ts";

export interface BackendOptions {
  hostUrl: string;
  linkUrl: string;
  /** Every key whose tokens are still taken: the new one and, while it is replaced, the old one. */
  privateKeys: readonly JWK[];
  verifier: Verifier;
  /** Milliseconds; for tests. */
  now?: () => number;
}

const cookieName = "demo_user";
const organisation = "Brambleway";
const requester = "Dana Reyes";

/** The demo's own backend: sessions for its page, and the protocol the link page speaks in `post` and `backend` mode. */
export class DemoBackend {
  readonly #options: BackendOptions;
  readonly #opener: Opener;
  readonly #linkOrigin: string;
  readonly #handedOver = new HandedOver();

  constructor(options: BackendOptions) {
    const { privateKeys, verifier, now = Date.now } = options;
    this.#options = options;
    this.#opener = { privateKeys, verifier, now, sessions: new Sessions(now) };
    this.#linkOrigin = new URL(options.linkUrl).origin;
  }

  /** Answers `/api/…`. Never rejects. */
  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    switch (`${request.method} ${pathname}`) {
      case "GET /api/link-session":
        return this.#linkSession(request);
      case "GET /api/hosted-link":
        return this.#hostedLink(request);
      case "POST /api/connections":
        return this.#connect(request);
      case "OPTIONS /api/handover":
        return this.#preflight(request);
      case "POST /api/handover":
        return this.#withCors(request, await this.#protocol(request));
      default:
        return fail(refuse("bad_request"));
    }
  }

  #linkSession(request: Request): Response {
    const { hostUrl, linkUrl } = this.#options;
    const user = userOf(request) ?? randomBytes(16).toString("base64url");
    const { state } = this.#opener.sessions.open(user);
    const response = answerJson(200, { linkUrl, state, inviteUrl: `${hostUrl}?invite=1` });
    response.headers.append("Set-Cookie", `${cookieName}=${user}; Path=/; HttpOnly; SameSite=Strict`);
    return response;
  }

  #hostedLink(request: Request): Response {
    const { state } = this.#opener.sessions.open(userOf(request) ?? "");
    const fragment = Buffer.from(JSON.stringify({ state })).toString("base64url");
    return answerJson(200, { url: `${this.#options.linkUrl}#${fragment}` });
  }

  async #connect(request: Request): Promise<Response> {
    const { publicToken } = await readJson(request);
    if (typeof publicToken !== "string") return fail(refuse("bad_request"));
    const user = userOf(request);
    const handedOver = this.#handedOver.find(publicToken);
    if (handedOver) {
      const session = this.#opener.sessions.find(handedOver.state);
      if (typeof session === "string") return fail(refuse(session));
      if (session.owner !== user) return fail(refuse("session_of_another_user"));
      this.#handedOver.forget(publicToken);
      return answerJson(200, handedOver.connection);
    }
    // Who has no session has no token to open.
    const own = this.#opener.sessions.ofOwner(user);
    if (typeof own === "string") return fail(refuse(own));
    const opened = await openInSession(this.#opener, publicToken);
    if (isRefusal(opened)) return fail(opened);
    if (opened.session.owner !== user) return fail(refuse("session_of_another_user"));
    if (!this.#opener.sessions.taken.take(opened.payload)) return fail(refuse("token_replayed"));
    const connection = await this.#verifyAgain(opened.payload);
    return isRefusal(connection) ? fail(connection) : answerJson(200, connection);
  }

  async #protocol(request: Request): Promise<Response> {
    const { op, state, token } = await readJson(request);
    if (op === "session" && typeof state === "string") return this.#describeSession(state);
    if (typeof token !== "string") return fail(refuse("bad_request"));
    if (op === "verify") return this.#verify(token);
    return op === "handover" ? this.#handOver(token) : fail(refuse("bad_request"));
  }

  #describeSession(state: string): Response {
    const session = this.#opener.sessions.find(state);
    if (typeof session === "string") return fail(refuse(session));
    const expiresAt = new Date(session.expiresAtMs).toISOString();
    const scopes = { required: ["r_jobs", "r_candidates"] };
    return answerJson(200, { organisation, requester, scopes, expiresAt });
  }

  async #verify(token: string): Promise<Response> {
    const opened = await openInSession(this.#opener, token);
    if (isRefusal(opened)) return fail(opened);
    const probes = await askAts(this.#opener.verifier, opened.payload);
    return probes === null ? fail(refuse("credential_not_allowed")) : answerJson(200, { probes });
  }

  async #handOver(token: string): Promise<Response> {
    const opened = await openInSession(this.#opener, token);
    if (isRefusal(opened)) return fail(opened);
    const { payload, session } = opened;
    const { now } = this.#opener;
    const keep = () => this.#keep(payload, session.state);
    const ref = await this.#handedOver.once(payload.jti, takenUntilMs(payload.exp), now(), keep);
    return typeof ref === "string" ? answerJson(200, { ref }) : fail(ref);
  }

  async #keep(payload: TokenPayload, state: string): Promise<string | Refusal> {
    if (!this.#opener.sessions.taken.take(payload)) return refuse("token_replayed");
    const connection = await this.#verifyAgain(payload);
    if (isRefusal(connection)) return connection;
    const ref = `ref_${randomBytes(16).toString("base64url")}`;
    this.#handedOver.keep(ref, connection, state);
    return ref;
  }

  /** A token that could not be looked into through no fault of its own stays good. */
  async #verifyAgain(payload: TokenPayload): Promise<Connection | Refusal> {
    const connection = await makeConnection(this.#opener, payload);
    if (isRefusal(connection) && connection.status >= 500) this.#opener.sessions.taken.giveBack(payload.jti);
    return connection;
  }

  #preflight(request: Request): Response {
    const headers = { "Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": "content-type" };
    return this.#withCors(request, new Response(null, { status: 204, headers }));
  }

  #withCors(request: Request, response: Response): Response {
    response.headers.set("Vary", "Origin");
    if (request.headers.get("origin") === this.#linkOrigin) {
      response.headers.set("Access-Control-Allow-Origin", this.#linkOrigin);
    }
    return response;
  }
}

function userOf(request: Request): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const own = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
  return own?.slice(cookieName.length + 1) ?? null;
}

function fail({ status, code, message }: Refusal): Response {
  return answerJson(status, { error: { code, message } });
}
