import type { JWK } from "jose";
import { answerBackend, type Answering } from "../server/answer_backend.ts";
import { checkWith, type Verifier } from "../server/check_credential.ts";
import { hostedLink } from "../server/hosted_link.ts";
import { answerJson, badRequest, fail, readJson } from "../server/json.ts";
import { createSessions, randomText } from "../server/sessions.ts";
import { takeToken } from "../server/take_token.ts";
import { isTokenError, tokenError } from "../server/token_error.ts";
import type { LinkSession } from "../types/server.ts";
import { createKept, type Kept } from "./kept.ts";

export interface BackendOptions {
  hostUrl: string;
  linkUrl: string;
  /** Whether the link page hands over by POST, so that it can be opened on its own. */
  hosted: boolean;
  /** Every key whose tokens are still taken: the new one and, while it is replaced, the old one. */
  privateKeys: readonly JWK[];
  verifier: Verifier;
  /** Milliseconds; for tests. */
  now?: () => number;
}

const cookieName = "demo_user";
const asks = { organisation: "Brambleway", requester: "Dana Reyes", scopes: { required: ["r_jobs", "r_candidates"] } };
/** An admin may be on holiday. */
const invitationMs = 7 * 24 * 60 * 60 * 1000;

/** The demo's own backend: sessions for its page, and the protocol the link page speaks in `post` and `backend` mode. */
export class DemoBackend {
  readonly #options: BackendOptions;
  readonly #answering: Answering;
  /** The sessions that a user may present tokens of: their own, and those they were invited to. */
  readonly #statesOf = new Map<string, Set<string>>();
  /** In memory, as everything here: a demo forgets at the next start. */
  readonly #kept: Kept = createKept();
  readonly #shown = new Set<string>();

  constructor(options: BackendOptions) {
    const { privateKeys, verifier, now = Date.now } = options;
    this.#options = options;
    this.#answering = {
      sessions: createSessions({ now }),
      keys: privateKeys,
      linkOrigin: new URL(options.linkUrl).origin,
      check: (payload) => {
        this.#kept.opened(payload);
        return checkWith(verifier, payload);
      },
      // The demo shows what was found, whatever it is.
      unverified: "accept",
      onConnected: (connection) => this.#kept.connected(connection),
    };
  }

  /** Answers `/api/…`. Never rejects. */
  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/api/handover" && request.method !== "GET") return answerBackend(request, this.#answering);
    try {
      switch (`${request.method} ${pathname}`) {
        case "GET /api/link-session":
          return await this.#linkSession(request);
        case "GET /api/hosted-link":
          return answerJson(200, { url: this.#hostedLink(await this.#invite(userOf(request))) });
        case "GET /api/kept":
          return answerJson(200, await this.#whatIsKept(userOf(request)));
        case "GET /api/status":
          return await this.#status(request);
        case "POST /api/invitations":
          return await this.#newInvitation(request);
        case "POST /api/invitations/sent":
          return await this.#sent(request);
        case "POST /api/invited":
          return await this.#invited(request);
        case "POST /api/connections":
          return await this.#connect(request);
        default:
          return badRequest();
      }
    } catch (error) {
      if (isTokenError(error)) return fail(error);
      throw error;
    }
  }

  async #linkSession(request: Request): Promise<Response> {
    const user = userOf(request) ?? randomText(16);
    const { sessions } = this.#answering;
    const { state } = await sessions.create({ ...asks, owner: user, reusable: true });
    this.#give(user, state);
    const invitation = await this.#invite(user);
    return withUser(user, answerJson(200, { linkUrl: this.#options.linkUrl, state, ...this.#linkTo(invitation) }));
  }

  /** A link of its own for each ATS that the recruiter chooses: one that was sent says what it said. */
  async #newInvitation(request: Request): Promise<Response> {
    const { provider } = await readJson(request);
    const user = userOf(request);
    if (user === null) throw tokenError("session_unknown");
    const known = this.#options.verifier.providers.some(({ id }) => id === provider);
    if (!known) return badRequest();
    return answerJson(200, this.#linkTo(await this.#invite(user, provider as string)));
  }

  /** The recruiter has passed a link on: from now on their page says how it stands. */
  async #sent(request: Request): Promise<Response> {
    const { invitation } = await readJson(request);
    const user = userOf(request);
    const { session } = await this.#answering.sessions.status(String(invitation));
    if (user === null || !session) throw tokenError("session_unknown");
    if (session.owner !== user) throw tokenError("session_of_another_user");
    this.#kept.sent(user, session.state);
    return answerJson(200, {});
  }

  /** For a page that is loaded again: what is connected, and whom it waits for. */
  async #whatIsKept(user: string | null): Promise<object> {
    const { connections, token, sent } = this.#kept.of(user ?? "");
    const waits = async (state: string) => {
      const { status } = await this.#answering.sessions.status(state);
      return status === "pending" || status === "opened" ? [state] : [];
    };
    const waiting = (await Promise.all(sent.map(waits))).flat();
    return { connections, ...(token && { token }), waiting };
  }

  /** Who has an invitation may connect what it asks for. */
  async #invited(request: Request): Promise<Response> {
    const { state } = await readJson(request);
    if (typeof state !== "string") return badRequest();
    const session = await this.#answering.sessions.open(state);
    if (!session) throw tokenError("session_expired");
    const user = userOf(request) ?? randomText(16);
    this.#give(user, state);
    const { organisation, requester, provider } = session;
    const { inviteUrl } = this.#linkTo(session);
    return withUser(
      user,
      answerJson(200, { linkUrl: this.#options.linkUrl, state, inviteUrl, provider, organisation, requester }),
    );
  }

  async #status(request: Request): Promise<Response> {
    const state = new URL(request.url).searchParams.get("state") ?? "";
    const { status, session, connected } = await this.#answering.sessions.status(state);
    if (!session) throw tokenError("session_unknown");
    if (session.owner !== userOf(request)) throw tokenError("session_of_another_user");
    return answerJson(200, { status, connection: this.#kept.find(connected?.ref ?? "") });
  }

  async #connect(request: Request): Promise<Response> {
    const { publicToken } = await readJson(request);
    if (typeof publicToken !== "string") return badRequest();
    const states = [...(this.#statesOf.get(userOf(request) ?? "") ?? [])];
    const ref = this.#kept.find(publicToken)
      ? await this.#present(publicToken, states)
      : (await takeToken(this.#answering, publicToken, states)).ref;
    this.#shown.add(ref);
    return answerJson(200, this.#kept.find(ref) ?? {});
  }

  /** A ref that the link page got by POST is worth something to its session's own user, once. */
  async #present(ref: string, states: string[]): Promise<string> {
    const { sessions } = this.#answering;
    const records = await Promise.all(states.map(async (state) => sessions.store.find(state)));
    const own = records.find((record) => record?.connected.some((connected) => connected.ref === ref));
    if (!own) throw tokenError("session_of_another_user");
    if (own.session.expiresAt <= sessions.now()) throw tokenError("session_expired");
    if (this.#shown.has(ref)) throw tokenError("token_replayed");
    return ref;
  }

  #invite(owner: string | null, provider?: string): Promise<LinkSession> {
    const members = { ...(owner !== null && { owner }), ...(provider !== undefined && { provider }) };
    return this.#answering.sessions.create({ ...asks, ...members, lifetimeMs: invitationMs });
  }

  #linkTo(session: LinkSession): { inviteUrl: string; invitation: string } {
    const { hosted, hostUrl } = this.#options;
    // What follows the # is sent to no server and stands in none's log.
    const inviteUrl = hosted ? this.#hostedLink(session) : `${hostUrl}?invite=1#${session.state}`;
    return { inviteUrl, invitation: session.state };
  }

  #hostedLink({ state, provider }: LinkSession): string {
    return hostedLink({ linkUrl: this.#options.linkUrl, state, ...(provider !== undefined && { provider }) });
  }

  #give(user: string, state: string): void {
    this.#statesOf.set(user, (this.#statesOf.get(user) ?? new Set()).add(state));
  }
}

function userOf(request: Request): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const own = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
  return own?.slice(cookieName.length + 1) ?? null;
}

function withUser(user: string, response: Response): Response {
  response.headers.append("Set-Cookie", `${cookieName}=${user}; Path=/; HttpOnly; SameSite=Strict`);
  return response;
}
