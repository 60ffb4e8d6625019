import { bearer, get, host, jsonType, linkOrigin, relaySays, sameOrigin, workable } from "../case.ts";
import type { RelayCase } from "../case.ts";

const ok = { http: 200, body: { status: 200, body: "ok" } };
const agent = { "user-agent": "ats-link-relay/1.2.3" };
const accept = "application/json";
const candidate = { id: "1", name: "Elvie", account: { subdomain: "acme", name: "Acme" } };
const accounts = [{ id: "b4e8e", name: "Acme", subdomain: "acme", plan: "hidden" }];

const label = (value: string): RelayCase => ({
  name: `a good subdomain is the first label of the host: ${value.slice(0, 12)} (${value.length})`,
  request: get(`/relay/v1/workable/jobs?subdomain=${value}`),
  expect: { ...ok, reaches: workable({ host: `${value}.workable.com` }) },
  status: "same",
});

export const allowed: RelayCase[] = [
  {
    name: "a same-origin page gets the status and nothing of the body",
    request: get(),
    expect: {
      ...ok,
      headers: {
        "content-type": "application/json",
        "cache-control": "no-store",
        vary: "Origin",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "access-control-allow-origin": null,
      },
      reaches: workable(),
    },
    status: "same",
  },
  {
    name: "a configured origin gets an answer that it may read",
    request: { ...get(), headers: [host, bearer, `Origin: ${linkOrigin}`, "Sec-Fetch-Site: cross-site"] },
    expect: {
      ...ok,
      headers: {
        "access-control-allow-origin": linkOrigin,
        "access-control-expose-headers": "Retry-After",
        "access-control-allow-credentials": null,
        "cross-origin-resource-policy": "cross-origin",
        vary: "Origin",
      },
      reaches: workable(),
    },
    status: "same",
  },
  {
    name: "candidates: the account is told, the person is not",
    request: get("/relay/v1/workable/candidates?subdomain=acme"),
    upstream: { headers: jsonType, body: JSON.stringify({ candidates: [candidate] }) },
    expect: {
      http: 200,
      body: { status: 200, body: "ok", account: { name: "Acme", subdomain: "acme" } },
      reaches: workable({ target: "/spi/v3/candidates?limit=1" }),
    },
    status: { ...ok, reaches: workable({ target: "/spi/v3/candidates?limit=1" }) },
  },
  {
    name: "accounts: asked at the literal host, told by id, name and subdomain",
    request: get("/relay/v1/workable/accounts?subdomain=acme"),
    upstream: { headers: jsonType, body: JSON.stringify({ accounts }) },
    expect: {
      http: 200,
      body: { status: 200, body: "ok", accounts: [{ id: "b4e8e", name: "Acme", subdomain: "acme" }] },
      reaches: workable({ host: "www.workable.com", target: "/spi/v3/accounts" }),
    },
    status: { ...ok, reaches: workable({ host: "www.workable.com", target: "/spi/v3/accounts" }) },
  },
  {
    name: "a key in a header of its own",
    request: get("/relay/v1/smartrecruiters/jobs"),
    upstream: { headers: jsonType, body: '{"content":[]}' },
    expect: {
      ...ok,
      reaches: {
        host: "api.smartrecruiters.com",
        target: "/jobs?limit=1",
        headers: { ...agent, accept, "x-smarttoken": "{key}" },
      },
    },
    status: "same",
  },
  {
    name: "another Accept where the provider file has one",
    request: get("/relay/v1/pinpoint/jobs?subdomain=acme"),
    upstream: { headers: { "Content-Type": "application/vnd.api+json" }, body: '{"data":[]}' },
    expect: {
      ...ok,
      reaches: {
        host: "acme.pinpointhq.com",
        target: "/api/v1/jobs",
        headers: { ...agent, accept: "application/vnd.api+json", "x-api-key": "{key}" },
      },
    },
    status: "same",
  },
  {
    name: "two keys in two headers; a status-only engine does not know the provider",
    request: { ...get("/relay/v1/jobvite/jobs"), headers: [host, sameOrigin, "Authorization: Bearer {pair}"] },
    upstream: { headers: jsonType, body: '{"requisitions":[]}' },
    expect: {
      ...ok,
      reaches: {
        host: "api.jobvite.com",
        target: "/api/v2/job?start=1&count=1",
        headers: { ...agent, accept, "x-jvi-api": "{key}", "x-jvi-sc": "{key}" },
      },
    },
    status: relaySays(404, "unknown_probe"),
  },
  {
    name: "a key as user name at one of the provider's own hosts; unknown to a status-only engine",
    request: get("/relay/v1/lever/postings?region=api.eu.lever.co"),
    upstream: { headers: jsonType, body: '{"data":[]}' },
    expect: {
      ...ok,
      reaches: {
        host: "api.eu.lever.co",
        target: "/v1/postings?limit=1",
        headers: { ...agent, accept, authorization: "Basic {basic}" },
      },
    },
    status: relaySays(404, "unknown_probe"),
  },
  {
    name: "a POST with the provider file's own body; unknown to a status-only engine",
    request: get("/relay/v1/ashby/key"),
    upstream: { headers: jsonType, body: '{"success":true}' },
    expect: {
      ...ok,
      reaches: {
        method: "POST",
        host: "api.ashbyhq.com",
        target: "/apiKey.info",
        headers: {
          ...agent,
          accept: "application/json; version=1",
          authorization: "Basic {basic}",
          "content-type": "application/json",
        },
        body: "{}",
      },
    },
    status: relaySays(404, "unknown_probe"),
  },
  {
    name: "nothing else that the client sent goes upstream",
    request: get(
      undefined,
      "Cookie: session=1",
      "Referer: https://app.example/",
      "X-Forwarded-For: 203.0.113.9",
      "X-Forwarded-Host: evil.example",
      "X-HTTP-Method-Override: DELETE",
      "X-SmartToken: other",
      "User-Agent: caller",
      "Accept: text/html",
      "Accept-Language: de",
      "Range: bytes=0-1",
      "If-None-Match: x",
    ),
    expect: { ...ok, reaches: workable() },
    status: "same",
  },
  {
    ...label("a_b"),
    // OpenSSL, and so nginx, lets no wildcard certificate stand for a name with an underscore.
    status: relaySays(502, "bad_upstream"),
  },
  ...["a", "9", "groove-tech", "1-2", "a--b", "constructor", "a".repeat(63)].map(label),
];
