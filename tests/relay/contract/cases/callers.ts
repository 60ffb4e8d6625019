import {
  bearer,
  type Expectation,
  get,
  host,
  jobs,
  linkOrigin,
  relaySays,
  sameOrigin,
  workable,
  type RelayCase,
} from "../case.ts";
import type { Hidden } from "../engine.ts";

/** By `hidden` an engine shows only the one that is allowed. */
const strangers: [name: string, headers: string[], hidden?: Hidden][] = [
  ["neither header", []],
  ["Origin null", ["Origin: null"]],
  ["another site", ["Origin: https://evil.example"]],
  ["a longer host", [`Origin: ${linkOrigin}.evil.example`]],
  ["a host in front", ["Origin: https://evil-link.example.com"]],
  ["another sign for the dot", ["Origin: https://linkxexample.com"]],
  ["http", ["Origin: http://link.example.com"]],
  ["another port", [`Origin: ${linkOrigin}:444`]],
  ["a slash at the end", [`Origin: ${linkOrigin}/`]],
  ["upper case", ["Origin: HTTPS://LINK.EXAMPLE.COM"]],
  ["two origins in one", [`Origin: ${linkOrigin} https://evil.example`]],
  ["cross-site", ["Sec-Fetch-Site: cross-site"]],
  ["same-site", ["Sec-Fetch-Site: same-site"]],
  ["none", ["Sec-Fetch-Site: none"]],
  ["two origins", [`Origin: ${linkOrigin}`, "Origin: https://evil.example"], "second header"],
  ["two origins, the stranger first", ["Origin: https://evil.example", `Origin: ${linkOrigin}`]],
  ["its own origin twice", [`Origin: ${linkOrigin}`, `Origin: ${linkOrigin}`], "second header"],
  ["an empty origin before its own", ["Origin:", `Origin: ${linkOrigin}`], "empty header"],
  ["an empty origin after its own", [`Origin: ${linkOrigin}`, "Origin:"], "second header"],
  ["two sites", ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"], "second header"],
  ["two sites, the stranger first", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-origin"]],
  ["the same site twice", ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: same-origin"], "second header"],
  ["upper-case same-origin", ["Sec-Fetch-Site: SAME-ORIGIN"]],
];

/** What a caller that is allowed gets, by its origin or as a page of the same one. */
function allowedAs(method: string, byOrigin: boolean): Expectation {
  const headers = { "access-control-allow-origin": byOrigin ? linkOrigin : null, vary: "Origin" };
  if (method === "GET") return { http: 200, headers, reaches: workable() };
  return { ...(method === "OPTIONS" ? { http: 204 } : relaySays(405, "method")), headers };
}

const refusals = strangers.flatMap(([name, headers, hidden]) =>
  ["GET", "OPTIONS", "POST"].map((method): RelayCase => {
    const expect = { ...relaySays(403, "origin"), headers: { "access-control-allow-origin": null, vary: "Origin" } };
    const request = { line: `${method} ${jobs} HTTP/1.1`, headers: [host, bearer, ...headers] };
    if (method === "POST") request.headers.push("Content-Length: 0");
    return {
      name: `${method} is refused to a stranger: ${name}`,
      request,
      expect,
      status: "same",
      ...(hidden && {
        hidden: {
          what: hidden,
          expect: allowedAs(
            method,
            headers.some((one) => one.startsWith("Origin")),
          ),
        },
      }),
    };
  }),
);

const cors = { "access-control-allow-origin": linkOrigin, vary: "Origin", "cache-control": "no-store" };
const fromLink = (line: string, ...headers: string[]) => ({
  line: `${line} HTTP/1.1`,
  headers: [host, `Origin: ${linkOrigin}`, ...headers],
});

const preflight: RelayCase = {
  name: "a preflight of the link page is 204 with what it may send",
  request: fromLink(`OPTIONS ${jobs}`, "Access-Control-Request-Method: GET"),
  expect: {
    http: 204,
    headers: { ...cors, "access-control-allow-methods": "GET", "access-control-allow-headers": "authorization" },
  },
  status: "same",
};

const readable: RelayCase[] = [
  ["a wrong method", fromLink(`POST ${jobs}`, bearer, "Content-Length: 0"), 405, "method"],
  ["an unknown probe", fromLink("GET /relay/v1/workable/none?subdomain=acme", bearer), 404, "unknown_probe"],
  ["no field", fromLink("GET /relay/v1/workable/jobs", bearer), 400, "bad_request"],
  ["no key", fromLink(`GET ${jobs}`), 400, "bad_request"],
].map(([name, request, http, code]) => ({
  name: `the link page may read an error: ${name as string}`,
  request: request as RelayCase["request"],
  expect: { ...relaySays(http as number, code as string), headers: cors },
  status: "same",
}));

const wrongMethods = ["POST", "PUT", "DELETE", "PATCH", "PROPFIND"].map((method): RelayCase => {
  const request = { ...get(undefined, "Content-Length: 0"), line: `${method} ${jobs} HTTP/1.1` };
  const expect = { ...relaySays(405, "method"), headers: { allow: "GET, OPTIONS" } };
  return { name: `${method} is 405`, request, expect, status: "same" };
});

// Some servers answer these themselves, or hang up.
const oddMethods = ["HEAD", "TRACE", "CONNECT", "get", "EXECUTE", "GET\t"].map((method): RelayCase => {
  const target = method === "CONNECT" ? "acme.workable.com:443" : jobs;
  const request = { line: `${method} ${target} HTTP/1.1`, headers: [host, sameOrigin, bearer] };
  return { name: `${JSON.stringify(method)} reaches nothing`, request, expect: { http: "refused" }, status: "same" };
});

export const callers: RelayCase[] = [...refusals, preflight, ...readable, ...wrongMethods, ...oddMethods];
