/** What the backend gives for one widget session. */
export interface LinkSession {
  linkUrl: string;
  state: string;
  inviteUrl: string;
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

/** A new session. Rejects when the backend does not answer 2xx with JSON. */
export const newSession = async (): Promise<LinkSession> =>
  (await json(await fetch("/api/link-session", { cache: "no-store" }))) as LinkSession;

/** Hands the sealed token over and resolves with what the backend found in it. */
export const saveConnection = async (publicToken: string): Promise<unknown> =>
  json(
    await fetch("/api/connections", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ publicToken }),
    }),
  );
