import type { TryIt, TryValue } from "../dev/try_it.ts";
import type { Connection } from "./connected_card.ts";

/** Where an admin is sent, and the session of that link. */
export interface Invitation {
  inviteUrl: string;
  invitation: string;
}

/** What the backend gives for one widget session. */
export interface LinkSession {
  linkUrl: string;
  state: string;
  inviteUrl: string;
  /** In an invitation to connect one ATS. */
  provider?: string;
}

/** What the backend keeps of this browser's user. */
export interface Kept {
  connections: Connection[];
  /** What the newest token held, its secrets masked. */
  token?: object;
  /** The invitations that nobody has used yet. */
  waiting: string[];
}

export interface InvitationStatus {
  status: "pending" | "opened" | "connected" | "expired";
  connection?: unknown;
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

const get = async (path: string): Promise<unknown> => json(await fetch(path, { cache: "no-store" }));

const post = async (path: string, body: object): Promise<unknown> =>
  json(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

/** A new session. Rejects when the backend does not answer 2xx with JSON. */
export const newSession = async (): Promise<LinkSession & Invitation> =>
  (await get("/api/link-session")) as LinkSession & Invitation;

/** A link for an admin of this ATS. */
export const newInvitation = async (provider: string): Promise<Invitation> =>
  (await post("/api/invitations", { provider })) as Invitation;

/** Says that this link is on its way, so that a reload still waits for it. */
export const invitationSent = (invitation: string): Promise<unknown> => post("/api/invitations/sent", { invitation });

export const whatIsKept = async (): Promise<Kept> => (await get("/api/kept")) as Kept;

/** What this machine's sandbox takes. */
export const whatToTry = async (): Promise<TryIt> => (await get("/api/try-it")) as TryIt;

/** A key of the sandbox, whole. */
export const keyToTry = async (provider: string, use: string): Promise<TryValue[]> =>
  (await get(`/api/try-it?${new URLSearchParams({ provider, use }).toString()}`)) as TryValue[];

/** The session that an invited admin's link names. Rejects when it has ended. */
export const openInvitation = async (state: string): Promise<LinkSession> =>
  (await post("/api/invited", { state })) as LinkSession;

export const invitationStatus = async (state: string): Promise<InvitationStatus> =>
  (await get(`/api/status?state=${encodeURIComponent(state)}`)) as InvitationStatus;

/** Hands the sealed token over and resolves with what the backend found in it. */
export const saveConnection = (publicToken: string): Promise<unknown> => post("/api/connections", { publicToken });
