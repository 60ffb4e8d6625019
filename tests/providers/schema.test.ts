import assert from "node:assert/strict";
import { test } from "node:test";
import { read, validate, type AuthFile, type ProviderFile } from "./provider_file.ts";

const breaks: [string, (file: ProviderFile) => void][] = [
  ["an unknown member", (file) => Object.assign(file, { extra: 1 })],
  ["an unknown member of a field", (file) => Object.assign(file.fields[0]!, { pattern: "^a$" })],
  ["no secret field", (file) => (file.fields = file.fields.filter(({ kind }) => kind !== "secret"))],
  ["an unknown auth kind", (file) => (file.auth.kind = "cookie")],
  ["a key in the query under no name", (file) => (file.auth.kind = "query")],
  ["no word on how sure a fact is", (file) => delete file.facts["verdict"]],
  ["a confidence that is none", (file) => (file.facts["auth"]!.confidence = "D")],
  ["a fact without a source", (file) => (file.facts["auth"]!.source = "")],
  ["an extra header that sets the host", (file) => (file.auth.extraHeaders = { Host: "example.com" })],
  ["an extra header on two lines", (file) => (file.auth.extraHeaders = { "X-Version": "1\r\nX-Other: 2" })],
  ["two values for one password", (file) => Object.assign(file.auth, { kind: "basic_user_password" })],
  [
    "a token address that is not https",
    (file) => (file.auth = withToken({ tokenUrl: "http://auth.example.com/token" })),
  ],
  [
    "a token address with a query",
    (file) => (file.auth = withToken({ tokenUrl: "https://auth.example.com/token?a=b" })),
  ],
  [
    "a token address with a port",
    (file) => (file.auth = withToken({ tokenUrl: "https://auth.example.com:8443/token" })),
  ],
  ["a grant of its own", (file) => (file.auth = withToken({ parameters: { grant_type: "password" } }))],
  ["a field within a path segment", (file) => (file.probes[0]!.path = "/v1/x{subdomain}/jobs")],
  ["a path that is a host", (file) => (file.probes[0]!.path = "//example.com/jobs")],
  ["a body that is neither a list nor an object", (file) => (file.probes[0]!.ok = { json: "text" })],
  ["an unknown word to copy", (file) => (file.guide[0]!.copy = "key")],
  ["an unknown method", (file) => (file.probes[0]!.method = "DELETE")],
  ["a host with a scheme", (file) => (file.probes[0]!.host = "https://api.example.com")],
  ["a host with a port", (file) => (file.probes[0]!.host = "api.example.com:8443")],
  ["a field in the middle of a host", (file) => (file.probes[0]!.host = "api.{subdomain}.example.com")],
  ["a field before a bare top-level domain", (file) => (file.probes[0]!.host = "{subdomain}.com")],
  ["a path with a query", (file) => (file.probes[0]!.path = "/jobs?limit=1")],
  ["a path that climbs", (file) => (file.probes[0]!.path = "/../admin")],
  ["two shapes in ok", (file) => (file.probes[0]!.ok = { array: "a", true: "b" })],
  ["a body on GET", (file) => Object.assign(file.probes[0]!, { method: "GET", body: {} })],
  ["a link that is not https", (file) => (file.settingsUrl = "http://example.com/")],
  ["an unknown meaning of a status", (file) => (file.verdict["403"] = "whatever")],
  ["a status that is none", (file) => (file.verdict["999"] = "scope")],
  ["an unknown shape to refuse", (file) => (file.fields.at(-1)!.refuse![0]!.like = "anything")],
  ["a longer maximum than the relay takes", (file) => (file.fields.at(-1)!.max = 5000)],
  ["a drawing of nothing", (file) => (file.guide[0]!.picture = [])],
  ["an unknown thing in a drawing", (file) => (file.guide[0]!.picture = [{ dialog: "x" }])],
  ["two things in one", (file) => (file.guide[0]!.picture = [{ item: "a", button: "b" }])],
  ["no guide", (file) => (file.guide = [])],
];
function withToken(change: Partial<AuthFile>): AuthFile {
  const tokenUrl = "https://auth.example.com/token";
  const auth = { kind: "client_credentials", client: "subdomain", field: "api_key", tokenUrl };
  return { ...auth, clientAuthentication: "basic", ...change } as AuthFile;
}

const shapes: [string, (file: ProviderFile) => void][] = [
  [
    "the key in the query",
    (file) => (file.auth = { kind: "query", field: "api_key", parameter: "apikey" } as AuthFile),
  ],
  ["user and password", (file) => (file.auth = { kind: "basic_user_password", user: "subdomain", field: "api_key" })],
  [
    "a token that is asked for first",
    (file) => (file.auth = withToken({ parameters: { scope: "a b", sub: "{user_id}" } })),
  ],
  [
    "a token host of the customer",
    (file) => (file.auth = withToken({ tokenUrl: "https://{subdomain}.x.com/oauth2/token" })),
  ],
  ["headers that are always the same", (file) => (file.auth.extraHeaders = { "X-Api-Version": "20210218" })],
  ["a field as a path segment", (file) => (file.probes[0]!.path = "/c/{subdomain}/jobs/")],
  ["a list as its answer", (file) => (file.probes[0]!.ok = { json: "array" })],
  ["any object as its answer", (file) => (file.probes[0]!.ok = { json: "object" })],
  ["a member in its answer", (file) => (file.probes[0]!.ok = { member: "id" })],
  [
    "permissions within a step",
    (file) => Object.assign(file.guide[4]!, { scopes: true, copy: "host_name", picture: [{ secret: true }] }),
  ],
];
for (const [what, change] of shapes) {
  test(`a file with ${what} follows the schema`, () => {
    const file = structuredClone(read("workable.json"));
    change(file);
    assert.equal(validate(file), true, JSON.stringify(validate.errors, null, 1));
  });
}

for (const [what, breakIt] of breaks) {
  test(`a file with ${what} fails the schema`, () => {
    const file = structuredClone(read("workable.json"));
    breakIt(file);
    assert.equal(validate(file), false);
  });
}
