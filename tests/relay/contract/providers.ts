import { loadProviders } from "../../../web/relay/load_providers.ts";
import type { Auth, Field, Provider } from "../../../web/relay/provider.ts";

const chars = { first: "A-Za-z0-9", middle: "A-Za-z0-9_-", last: "A-Za-z0-9" };
const text = (id: string): Field => ({ id, label: id, kind: "text", optional: false, chars, min: 1, max: 40 });
const key: Field = { ...text("key"), kind: "secret", min: 20, max: 64 };

const make = (id: string, auth: Auth, fields: Field[], path = "/v1/jobs"): Provider => ({
  id,
  name: id,
  auth,
  fields: [...fields, key],
  scopes: [{ id: "jobs", minimum: true, probe: "jobs" }],
  probes: [{ id: "jobs", method: "GET", host: "api.ats.example", path, query: { limit: "1" }, ok: { array: "jobs" } }],
});

const token = {
  kind: "client_credentials",
  client: "client_id",
  field: "key",
  tokenUrl: "https://auth.ats.example/oauth2/token",
  parameters: { scope: "jobs" },
} as const;
const extraHeaders = { "X-Api-Version": "20210218", "X-Company": "{company}" };

/** The product's own, and one for each way of signing in that none of the first six has. */
export const contractProviders = (): Provider[] => [
  ...loadProviders(),
  make("path", { kind: "bearer", field: "key", extraHeaders }, [text("company")], "/c/{company}/jobs/"),
  make("pair", { kind: "basic_user_password", user: "user", field: "key" }, [text("user")]),
  make("query", { kind: "query", field: "key", parameter: "apikey" }, []),
  make("token", { ...token, clientAuthentication: "basic" }, [text("client_id")]),
  make("form", { ...token, clientAuthentication: "body" }, [text("client_id")]),
];
