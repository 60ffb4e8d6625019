import { get, jsonType, relaySays, type RelayCase, type UpstreamAnswer, type UpstreamTarget } from "../case.ts";

const ok = { http: 200, body: { status: 200, body: "ok" } };
const accept = "application/json";
const agent = { "user-agent": "ats-link-relay/1.2.3" };
const unknown = relaySays(404, "unknown_probe");
const host = "api.ats.example";

const jobs = (headers: Record<string, string>, target = "/v1/jobs?limit=1"): UpstreamTarget => ({
  host,
  target,
  headers: { accept, ...agent, ...headers },
});
const path = (company: string) => `/relay/v1/path/jobs?company=${company}`;
const inPath = (company: string): UpstreamTarget =>
  jobs(
    { authorization: "Bearer {key}", "x-api-version": "20210218", "x-company": company },
    `/c/${company}/jobs/?limit=1`,
  );

const plain = ["acme", "A_b-9", "9", "x".repeat(40)].map((company): RelayCase => ({
  name: `a field is one segment of the path and the value of a header: ${company.slice(0, 8)}`,
  request: get(path(company)),
  expect: { ...ok, reaches: inPath(company) },
  status: "same",
}));

const hostile = [
  ...["..", "%2e%2e", "a%2Fb", "a/b", "a%5Cb", "a%3Bb", "a%3Fb", "a%23b", "a%25b", "a%20b", "a%0D%0AX-Evil%3A1"],
  ...[
    "%2F%2Fevil.example",
    "a.b",
    "a%2Eb",
    "%40evil.example",
    "%00",
    "a%C3%A9",
    "%EF%BC%8E%EF%BC%8E",
    "%7Bcompany%7D",
    "",
  ],
].map((company): RelayCase => ({
  name: `what is no plain segment is refused, and nothing is sent: ${company}`,
  request: get(path(company)),
  expect: relaySays(400, "bad_request"),
  status: "same",
}));

const inQuery = jobs({}, "/v1/jobs?limit=1&apikey={key}");
const query = (name: string, upstream: UpstreamAnswer, expect: RelayCase["expect"]): RelayCase => ({
  name: `a key in the query: ${name}; unknown to a status-only engine`,
  request: get("/relay/v1/query/jobs"),
  upstream,
  expect: { ...expect, reaches: inQuery },
  status: unknown,
});

const client = "/jobs?client_id=client-7";
const form = { accept, ...agent, "content-type": "application/x-www-form-urlencoded" };
const asked = (change: Partial<UpstreamTarget>): UpstreamTarget => ({
  method: "POST",
  host: "auth.ats.example",
  target: "/oauth2/token",
  headers: form,
  ...change,
});
const byForm = asked({
  body: "grant_type=client_credentials&scope=jobs&client_id=client-7&client_secret={key}",
});
const byHeader = asked({
  headers: { ...form, authorization: "Basic {client}" },
  body: "grant_type=client_credentials&scope=jobs",
});
const withToken = jobs({ authorization: "Bearer token-{key}" });

const noToken = (name: string, token: UpstreamAnswer, expect: RelayCase["expect"]): RelayCase => ({
  name: `no token, no probe: ${name}; unknown to a status-only engine`,
  request: get(`/relay/v1/form${client}`),
  token,
  expect: { ...expect, reaches: byForm },
  status: unknown,
});
const told = (status: number, body: string, more: object = {}) => ({ http: 200, body: { status, body, ...more } });
const away = { status: 307, headers: { Location: "https://api.ats.example/elsewhere" } };
const echo = '{"error":"no such key: {key}"}';

export const signIn: RelayCase[] = [
  ...plain,
  ...hostile,
  {
    name: "a user and a password of two fields; unknown to a status-only engine",
    request: get("/relay/v1/pair/jobs?user=SERVICE-1"),
    expect: { ...ok, reaches: jobs({ authorization: "Basic {service}" }) },
    status: unknown,
  },
  query("a good answer", { headers: jsonType, body: '{"jobs":[]}' }, ok),
  query("401 that repeats it", { status: 401, headers: jsonType, body: echo }, told(401, "json")),
  query("a redirect that repeats it", { status: 302, headers: { Location: "/?apikey={key}" } }, told(302, "other")),
  query("a connection that is reset", { fault: "reset" }, relaySays(502, "bad_upstream")),
  query("no byte ever", { fault: "silent" }, relaySays(504, "timeout")),
  {
    name: "client credentials in a header, then the token as a bearer; unknown to a status-only engine",
    request: get(`/relay/v1/token${client}`),
    expect: { ...ok, reaches: [byHeader, withToken] },
    status: unknown,
  },
  {
    name: "client credentials in the form, then the token as a bearer; unknown to a status-only engine",
    request: get(`/relay/v1/form${client}`),
    expect: { ...ok, reaches: [byForm, withToken] },
    status: unknown,
  },
  {
    name: "a probe's error text that repeats the token is dropped; unknown to a status-only engine",
    request: get(`/relay/v1/form${client}`),
    upstream: { status: 403, headers: jsonType, body: '{"error":"no: token-{most}"}' },
    expect: { ...told(403, "json"), reaches: [byForm, withToken] },
    status: unknown,
  },
  noToken("a redirect is not followed", away, told(307, "other")),
  noToken(
    "400 with invalid_client is a wrong key",
    { status: 400, headers: jsonType, body: '{"error":"invalid_client"}' },
    told(401, "json", { error: "invalid_client" }),
  ),
  noToken("401 that repeats the key", { status: 401, headers: jsonType, body: echo }, told(401, "json")),
  noToken(
    "429",
    { status: 429, headers: { ...jsonType, "Retry-After": "7" }, body: "{}" },
    told(429, "json", { rateLimit: { resetMs: 7000 } }),
  ),
  noToken("503", { status: 503, body: "<h1>Down</h1>" }, told(503, "other")),
  noToken("a body without end", { headers: jsonType, fault: "endless" }, relaySays(502, "bad_upstream")),
  noToken("a connection that is reset", { fault: "reset" }, relaySays(502, "bad_upstream")),
  noToken("no byte ever", { fault: "silent" }, relaySays(504, "timeout")),
];
