import { get, relaySays, workable, type RelayCase } from "../case.ts";

const unknown = [
  "/relay/v1/workable/job",
  "/relay/v1/workable/",
  "/relay/v1/workable",
  "/relay/v1/workable/jobs/",
  "/relay/v1//workable/jobs",
  "/relay/v1/workable/jobs/x",
  "/relay/v2/workable/jobs",
  "/relay/v1/Workable/jobs",
  "/relay/v1/workable/JOBS",
  "/relay/v1/workable/%6aobs",
  "/relay/v1/workable/jobs%0a",
  "/relay/v1/workable/jobs%2f",
  "/relay/v1/workable/jobs%3fsubdomain=acme",
  "/relay/v1/workable%2fjobs",
  "/relay/v1/workable/jobs;x=1",
  "/relay/v1/__proto__/jobs",
  "/relay/v1/workable/constructor",
  "/relay/v1/nobody/jobs",
  "/relay/",
].map((path): RelayCase => ({
  name: `no probe has this path: ${path}`,
  request: get(`${path}?subdomain=acme`),
  expect: relaySays(404, "unknown_probe"),
  status: "same",
}));

// Here servers see different targets; that nothing is reached is what counts.
const odd = [
  "/relay/v1/workable/jobs%00?subdomain=acme",
  "//relay/v1/workable/jobs?subdomain=acme",
  "/relay/v1/x/../workable/jobs?subdomain=acme",
  "/relay/v1/./workable/jobs?subdomain=acme",
  "/relay/v1/x/%2e%2e/workable/jobs?subdomain=acme",
  "/relay/v1/workable\\jobs?subdomain=acme",
  "/ats-link-upstream/workable/jobs?subdomain=acme",
  "/relay/../ats-link-upstream/workable/jobs?subdomain=acme",
  "*",
  "relay/v1/workable/jobs?subdomain=acme",
  "acme.workable.com:443",
  "/relay/v1/workable/jobs?subdomain=acme x",
  "/relay/v1/workable/jobs?subdomain=acme\u0000",
  "/relay/v1/workable/jobs?subdomain=acme\u00e9",
].map((target): RelayCase => ({
  name: `an odd target reaches nothing: ${JSON.stringify(target)}`,
  request: get(target),
  expect: { http: "refused" },
  status: "same",
}));

// What comes after `#` is never sent by a client, and some servers drop it, or the host of an absolute target.
const dropped = ["#x", "#@evil.example", " "].map((end): RelayCase => ({
  name: `what servers drop from the end of a target changes nothing upstream: ${JSON.stringify(end)}`,
  request: get(`/relay/v1/workable/jobs?subdomain=acme${end}`),
  expect: { http: [200, 400], reaches: workable() },
  status: "same",
}));
const absolute: RelayCase = {
  name: "the host of an absolute target is nobody's address",
  request: get("http://evil.example/relay/v1/workable/jobs?subdomain=acme"),
  expect: { http: [200, 400], reaches: workable() },
  status: "same",
};

const queries = [
  "",
  "?",
  "?subdomain",
  "?subdomain=",
  "?subdomain=acme&",
  "?&subdomain=acme",
  "?subdomain=acme&subdomain=acme",
  "?subdomain=acme&subdomain=evil",
  "?subdomain=acme&x=1",
  "?Subdomain=acme",
  "?sub%64omain=acme",
  "?subdomain=%61cme",
  "?subdomain=acme%0a",
  "?subdomain==acme",
  "?subdomain=acme?",
  "?subdomain=acme&api_key={key}",
  "?subdomain[]=acme",
  "?=acme",
  `?subdomain=acme&${"x".repeat(3000)}`,
].map((query): RelayCase => ({
  name: `not each field exactly once: ${query.slice(0, 40)}`,
  request: get(`/relay/v1/workable/jobs${query}`),
  expect: relaySays(400, "bad_request"),
  status: "same",
}));

const fieldless = ["?", "?x=1", "?subdomain=acme"].map((query): RelayCase => ({
  name: `a provider without fields takes no query: ${query}`,
  request: get(`/relay/v1/smartrecruiters/jobs${query}`),
  expect: relaySays(400, "bad_request"),
  status: "same",
}));

const choices = ["evil.example", "api.lever.co.evil.example", "API.LEVER.CO", "127.0.0.1", "api.lever.co%2f"].map(
  (region): RelayCase => ({
    name: `a choice is one of the provider file's options: ${region}`,
    request: get(`/relay/v1/lever/postings?region=${region}`),
    expect: relaySays(400, "bad_request"),
  }),
);

export const targets: RelayCase[] = [...unknown, ...odd, ...dropped, absolute, ...queries, ...fieldless, ...choices];
