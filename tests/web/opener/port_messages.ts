import type { Base, ExitMetadata, LinkError, SuccessMetadata } from "../../../web/types/index.ts";
import type { FromPage, ToPage } from "../../../web/types/port.ts";

const base: Base = { sessionId: "00ff", timestamp: "2026-01-02T03:04:05.000Z", provider: null, step: "provider" };
const error: LinkError = {
  code: "TIMEOUT",
  message: "No answer within 10 s",
  displayMessage: null,
  retryable: true,
  step: "verifying",
};
const success: SuccessMetadata = {
  ...base,
  method: "api_key",
  subdomain: "acme",
  account: { name: "Acme" },
  scopes: { granted: ["r_jobs"], missing: [], unverified: ["w_candidates"] },
  keyExpiresAt: null,
};
const exit: ExitMetadata = { ...base, reason: "user_closed", lastError: null };

/** One well-formed message or more of each type, page to host. */
export const fromPage: FromPage[] = [
  { type: "ready", version: "0.1.0" },
  { type: "event", event: { ...base, name: "OPEN" } },
  { type: "event", event: { ...base, name: "TRANSITION_VIEW", from: null, to: "provider" } },
  { type: "event", event: { ...base, name: "ERROR", error } },
  { type: "size", height: 480.5 },
  { type: "snapshot", step: "subdomain", fields: { subdomain: "acme" } },
  { type: "success", publicToken: "sealed", metadata: success },
  { type: "exit", error: null, metadata: exit },
  { type: "exit", error, metadata: { ...exit, reason: "error", lastError: error } },
  { type: "reply", n: 1, ok: false },
  { type: "help", context: { step: "api_key", sessionId: "00ff" } },
  { type: "refused", code: "ORIGIN_NOT_ALLOWED" },
];

/** The same, host to page. */
export const toPage: ToPage[] = [
  { type: "open", config: {} },
  {
    type: "open",
    version: "0.1.0",
    config: {
      state: "nonce",
      provider: "workable",
      providers: ["workable"],
      scopes: { required: ["r_jobs"], optional: [] },
      prefill: { subdomain: "acme" },
      mode: "relink",
      relink: { reason: "expired" },
      locale: "en",
      theme: { scheme: "dark", accent: "#112233" },
      brand: { name: "Host" },
      support: { email: "help@host.example" },
      supportRequest: true,
      inviteUrl: "https://host.example/invite",
    },
    snapshot: { step: "subdomain", fields: { subdomain: "acme" } },
  },
  { type: "update", patch: { theme: "dark" } },
  { type: "back", n: 1 },
  { type: "exit", n: 2, force: false, reason: "escape" },
  { type: "exit", n: 3, force: true },
  { type: "ack" },
  { type: "resume" },
];
