/** What integrators write: each export once, by its types, and what the types have to refuse. */
export const hostSource = `
import { create, link, version, type LinkConfig, type SuccessMetadata } from "ats-link";
import { createHandler, createRelay, type RateLimiter } from "ats-link/relay";
import { linkPage, opener } from "ats-link/link-page";
import { useAtsLink, type AtsLinkHook } from "ats-link/react";
import { checkCredential, createTakenTokens, isTokenError, openToken, type TokenPayload } from "ats-link/server";
import { createSessions, handleBackend, hostedLink, readHostedLink, takeToken, type HostedLink } from "ats-link/server";
import type { LinkSession, SessionStore, SessionsOptions } from "ats-link/server";
import { keys, sandboxFetch, startSandbox, wizard, type Wizard } from "ats-link/testing";
import "ats-link/element";

const config: LinkConfig = { linkUrl: "https://l.example/", onSuccess: (token: string, m) => void [token, m.scopes] };
const opened: Promise<void> = create(config).open({ provider: "workable" });
export const hook = (): AtsLinkHook => useAtsLink(config);
document.querySelector("ats-link")?.addEventListener("link-success", (e) => {
  const metadata: SuccessMetadata = e.detail.metadata;
  void [e.detail.publicToken, metadata];
});
const element = document.createElement("ats-link");
element.support = { url: "https://h.example/", onRequest: ({ step }) => void step };
void element.back();

async function backend(token: string, key: object): Promise<TokenPayload | string> {
  try {
    const payload = await openToken(token, { keys: [key], state: "s", taken: createTakenTokens() });
    const { verified, probes } = await checkCredential(payload, { fetch: sandboxFetch("http://127.0.0.1:1") });
    return verified && probes["jobs"] !== undefined ? payload : "not verified";
  } catch (error) {
    if (isTokenError(error)) return error.code;
    throw error;
  }
}

const invitation: HostedLink = readHostedLink(hostedLink({ linkUrl: "https://l.example/", state: "s" }));
declare const store: SessionStore;
const options: SessionsOptions = { store };
const sessions = createSessions(options);
const session: Promise<LinkSession> = sessions.create({ organisation: "O", scopes: { required: ["r_jobs"] } });
const taking = { sessions, keys: [], onConnected: () => {} };
const replied: Promise<Response> = handleBackend(new Request("https://h.example/"), { ...taking, linkOrigin: "https://l.example" });
void [session, replied, takeToken("token", { ...taking, state: "s" }).then(({ ref }) => ref)];
// @ts-expect-error who posts a token has a session
void takeToken("token", taking);
// @ts-expect-error a hosted link is of a session
hostedLink({ linkUrl: "https://l.example/" });

declare const limiter: RateLimiter;
const answer: Promise<Response> = createHandler({ limiter })(new Request("https://l.example/"), "192.0.2.1");
createServer(createRelay({ clientIp: (message) => message.socket.remoteAddress, origins: ["https://l.example"] }));

declare const page: Page;
const opening: Wizard<Locator, FrameLocator> = wizard(page);
void [invitation, opened, link({ linkUrl: "https://l.example/" }), version, backend, answer, linkPage, opener];
void [opening.screen("x").then((dialog) => dialog.count()), keys.allScopes.key, startSandbox({ switches: {} })];

// @ts-expect-error onSuccess is required
create({ linkUrl: "https://l.example/" });
// @ts-expect-error security settings do not come from the host
create({ ...config, relay: "/relay" } satisfies LinkConfig);
// @ts-expect-error the client's address is the embedder's to say
createRelay({});
// @ts-expect-error a token is opened with keys
void openToken("token", { state: "s" });
// @ts-expect-error there is no such key
void keys.nobody;

import { createServer } from "node:http";
import type { FrameLocator, Locator, Page } from "playwright-core";
`;

export const jsxSource = `
import "ats-link/element";
import "ats-link/react";
export const element = (
  <ats-link link-url="https://l.example/" theme="dark" onlink-success={(e) => void e.detail.metadata.scopes.granted}>
    <button>Connect</button>
  </ats-link>
);
export const full = (
  <ats-link link-url="https://l.example/" accent="#112233" support-email="a@b.example" scopes={{ required: ["r_jobs"] }} />
);
// @ts-expect-error a mode is one of two
export const wrong = <ats-link link-url="https://l.example/" mode="again" />;
`;
