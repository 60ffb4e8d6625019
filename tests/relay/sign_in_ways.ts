import type { Auth, Field, Provider } from "../../web/relay/provider.ts";
import { version } from "./support.ts";

const key = "Kq7vT2mZx9Lw4RbN8sYd3HfJ";
const secondKey = "Uo5pQe1iGc6AtXk0VzMw2DrS";
export const token = "tok-Bh3nWy8Ej5Rf1Ls6Px9Cu4G";
export const secrets = [key, secondKey, token];

/** One way of signing in: a provider made up for it, a good request, and what the ATS must get. */
export interface Way {
  name: string;
  provider: Provider;
  /** Of the query that the page sends. */
  query: string;
  credential: string;
  /** What arrives in the order of sending: host and target, and the headers that carry meaning. */
  sent: Sent[];
}

export interface Sent {
  target: string;
  headers: Record<string, string>;
  method?: "POST";
  body?: string;
}

const chars = { first: "A-Za-z0-9", middle: "A-Za-z0-9_-", last: "A-Za-z0-9" };
const text = (id: string, optional = false): Field => ({
  id,
  label: id,
  kind: "text",
  optional,
  chars,
  min: 1,
  max: 63,
});
const secret = (id: string): Field => ({ ...text(id), kind: "secret", min: 8, max: 200 });

const make = (name: string, auth: Auth, fields: Field[], path = "/v1/jobs"): Provider => ({
  id: "made-up",
  name,
  auth,
  fields,
  scopes: [{ id: "jobs", minimum: true, probe: "jobs" }],
  probes: [{ id: "jobs", method: "GET", host: "api.ats.example", path, query: { limit: "1" }, ok: { array: "jobs" } }],
  verdict: {},
});

const accept = "application/json";
const agent = { "user-agent": `ats-link-relay/${version}` };
const base64 = (value: string) => Buffer.from(value).toString("base64");
const two = Buffer.from(JSON.stringify({ first: key, second: secondKey })).toString("base64url");
const jobs = (headers: Record<string, string>, target = "/api.ats.example/v1/jobs?limit=1"): Sent => ({
  target,
  headers: { accept, ...agent, ...headers },
});
const form = { "content-type": "application/x-www-form-urlencoded" };
const tokenAuth = {
  kind: "client_credentials",
  client: "client_id",
  field: "client_secret",
  tokenUrl: "https://{subdomain}.ats.example/oauth2/token",
  parameters: { scope: "jobs read", sub: "{user_id}" },
} as const;
const tokenFields = [text("subdomain"), text("client_id"), text("user_id", true), secret("client_secret")];

export const ways: Way[] = [
  {
    name: "bearer",
    provider: make("Bearer", { kind: "bearer", field: "key" }, [secret("key")]),
    query: "",
    credential: key,
    sent: [jobs({ authorization: `Bearer ${key}` })],
  },
  {
    name: "a header of its own, beside headers that say the same each time or hold a field",
    provider: make(
      "Header",
      {
        kind: "api_key_header",
        field: "key",
        header: "Authorization",
        prefix: "Token token=",
        accept: "application/vnd.api+json",
        extraHeaders: { "X-Api-Version": "20210218", "X-Company-ID": "{company}" },
      },
      [text("company"), secret("key")],
    ),
    query: "?company=acme",
    credential: key,
    sent: [
      jobs({
        authorization: `Token token=${key}`,
        accept: "application/vnd.api+json",
        "x-api-version": "20210218",
        "x-company-id": "acme",
      }),
    ],
  },
  {
    name: "two headers",
    provider: make("Two", { kind: "two_headers", headers: { "X-One": "first", "X-Two": "second" } }, [
      secret("first"),
      secret("second"),
    ]),
    query: "",
    credential: two,
    sent: [jobs({ "x-one": key, "x-two": secondKey })],
  },
  {
    name: "the key as user",
    provider: make("User", { kind: "basic_key_as_user", field: "key" }, [secret("key")]),
    query: "",
    credential: key,
    sent: [jobs({ authorization: `Basic ${base64(`${key}:`)}` })],
  },
  {
    name: "the key as user with a password that is always the same, for an account named in the path",
    provider: make(
      "Path",
      { kind: "basic_key_as_user", field: "key", password: "x" },
      [text("company"), secret("key")],
      "/gateway.php/{company}/v1/jobs/",
    ),
    query: "?company=a_B-9",
    credential: key,
    sent: [
      jobs({ authorization: `Basic ${base64(`${key}:x`)}` }, "/api.ats.example/gateway.php/a_B-9/v1/jobs/?limit=1"),
    ],
  },
  {
    name: "user and password",
    provider: make("Pair", { kind: "basic_user_password", user: "service_user", field: "key" }, [
      text("service_user"),
      secret("key"),
    ]),
    query: "?service_user=SERVICE-1",
    credential: key,
    sent: [jobs({ authorization: `Basic ${base64(`SERVICE-1:${key}`)}` })],
  },
  {
    name: "user and password, both secret",
    provider: make("Secrets", { kind: "basic_user_password", user: "first", field: "second" }, [
      secret("first"),
      secret("second"),
    ]),
    query: "",
    credential: two,
    sent: [jobs({ authorization: `Basic ${base64(`${key}:${secondKey}`)}` })],
  },
  {
    name: "the key in the query",
    provider: make("Query", { kind: "query", field: "key", parameter: "apikey" }, [secret("key")]),
    query: "",
    credential: key,
    sent: [jobs({}, `/api.ats.example/v1/jobs?limit=1&apikey=${key}`)],
  },
  {
    name: "client credentials in a header",
    provider: make("Token", { ...tokenAuth, clientAuthentication: "basic" }, tokenFields),
    query: "?subdomain=acme&client_id=client-7&user_id=42",
    credential: key,
    sent: [
      {
        target: "/acme.ats.example/oauth2/token",
        method: "POST",
        headers: { accept, ...agent, ...form, authorization: `Basic ${base64(`client-7:${key}`)}` },
        body: "grant_type=client_credentials&scope=jobs+read&sub=42",
      },
      jobs({ authorization: `Bearer ${token}` }),
    ],
  },
  {
    name: "client credentials in the form, without the field that may be left out",
    provider: make("Form", { ...tokenAuth, clientAuthentication: "body" }, tokenFields),
    query: "?subdomain=acme&client_id=client-7",
    credential: key,
    sent: [
      {
        target: "/acme.ats.example/oauth2/token",
        method: "POST",
        headers: { accept, ...agent, ...form },
        body: `grant_type=client_credentials&scope=jobs+read&client_id=client-7&client_secret=${key}`,
      },
      jobs({ authorization: `Bearer ${token}` }),
    ],
  },
];
