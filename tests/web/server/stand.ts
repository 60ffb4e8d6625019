import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { listen } from "../../../web/dev/listen.ts";
import { upstreamFetch } from "../../../web/dev/upstream_fetch.ts";
import { loadProviders, packageVersion } from "../../../web/relay/load_providers.ts";
import { toRequest, writeResponse } from "../../../web/relay/node_adapter.ts";
import { startSandbox } from "../../../web/sandbox/server.ts";
import { answerBackend, type Answering } from "../../../web/server/answer_backend.ts";
import { checkWith } from "../../../web/server/check_credential.ts";
import { makeSealKey } from "../../../web/server/seal_key.ts";
import { createSessions } from "../../../web/server/sessions.ts";
import type { NewConnection } from "../../../web/types/server.ts";
import { payload, post, seal } from "../dev/support.ts";

export const linkOrigin = "https://link.example.com";
export const create = { organisation: "Brambleway", requester: "Dana Reyes", owner: "user 7" };

const { publicJwk, privateJwk } = await makeSealKey();

/** A backend of an integrator's behind real HTTP, with the sandbox in the ATS's place. */
export async function startBackend(t: TestContext, more: Partial<Answering> & { now?: () => number } = {}) {
  const sandbox = await startSandbox({ port: 0, switches: { rateLimit: false } });
  t.after(() => sandbox.close());
  const verifier = { providers: loadProviders(), version: packageVersion(), fetch: upstreamFetch(sandbox.url) };
  const kept: NewConnection[] = [];
  const { now = Date.now, ...rest } = more;
  const sessions = createSessions({ now });
  const answering: Answering = {
    sessions,
    keys: [privateJwk],
    linkOrigin,
    check: (opened) => checkWith(verifier, opened),
    onConnected: (connection) => void kept.push(connection),
    ...rest,
  };
  const server = await listen(0);
  t.after(() => server.close());
  server.serve(async (message, response) =>
    writeResponse(await answerBackend(toRequest(message, response) ?? assert.fail(), answering), response),
  );
  const url = `http://127.0.0.1:${String(server.port)}/`;
  const handOver = (token: string) => post(url, { op: "handover", token });
  const status = async (state: string) => (await sessions.status(state)).status;
  const asked = async () => ((await (await fetch(`${sandbox.url}/__sandbox/requests`)).json()) as unknown[]).length;
  const token = (state: string | null, change: Record<string, unknown> = {}) => {
    const iat = Math.floor(now() / 1000);
    return seal(payload("", { state, iat, exp: iat + 600, ...change }), publicJwk);
  };
  return { url, sessions, answering, kept, handOver, status, asked, token };
}
