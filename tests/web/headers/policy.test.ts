import assert from "node:assert/strict";
import { test } from "node:test";
import { generate } from "./generated.ts";
import { readNetlify } from "./parse.ts";
import { paths, samples } from "./samples.ts";

const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split("; ").map((each) => {
      const [name = "", ...sources] = each.split(" ");
      return [name, sources] as const;
    }),
  );

/** Sources that would undo a policy. */
const never =
  /^(\*|'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|'strict-dynamic'|data:|blob:|https?:|filesystem:)$|\*/;

/** What is wrong with a policy, by the names of its directives. */
function faults(policy: string): string[] {
  const parts = directives(policy);
  const wrong = [...parts].filter(([, sources]) => sources.some((source) => never.test(source))).map(([name]) => name);
  if (parts.get("default-src")?.join() !== "'none'") wrong.push("default-src");
  if (parts.get("script-src")?.join(" ") !== "'self' 'wasm-unsafe-eval'") wrong.push("script-src");
  if (parts.get("require-trusted-types-for")?.join() !== "'script'") wrong.push("require-trusted-types-for");
  if (parts.get("trusted-types")?.join() !== "'none'") wrong.push("trusted-types");
  if ((parts.get("frame-ancestors") ?? []).length === 0) wrong.push("frame-ancestors");
  return wrong;
}

const policyOf = (t: test.TestContext, config: unknown): string =>
  readNetlify(generate(t, config).read("_headers"))("/")["content-security-policy"] ?? "";

for (const [what, config] of Object.entries(samples))
  test(`the policy has no source that would undo it: ${what}`, (t) => {
    const policy = policyOf(t, config);
    assert.deepEqual(faults(policy), []);
    for (const name of ["base-uri", "form-action", "object-src", "frame-src", "worker-src", "manifest-src"])
      assert.deepEqual(directives(policy).get(name), ["'none'"], name);
    assert.deepEqual(directives(policy).get("frame-ancestors"), config.allowedOrigins);
    assert.doesNotMatch(policy, /handover|relay\/|\?|@/, "origins alone, no paths");
  });

test("the lint sees every source that it is there for", (t) => {
  const policy = policyOf(t, Object.values(samples)[0]);
  const bad = ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "blob:", "https:", "https://*.example.com"];
  for (const source of bad) {
    const worse = policy.replace("script-src 'self'", `script-src 'self' ${source}`);
    assert.ok(faults(worse).includes("script-src"), source);
    assert.deepEqual(faults(policy.replace("img-src 'self'", `img-src ${source}`)), ["img-src"], source);
  }
  for (const name of ["default-src", "require-trusted-types-for", "trusted-types", "frame-ancestors"]) {
    const without = policy.split("; ").filter((each) => !each.startsWith(`${name} `));
    assert.deepEqual(faults(without.join("; ")), [name]);
  }
});

test("connect-src has what the config uses, and of that the origin", (t) => {
  const connect = (name: string) => directives(policyOf(t, samples[name])).get("connect-src")?.join(" ");
  assert.equal(connect("callback and a relay on the link origin"), "'self'");
  assert.equal(connect("post and a relay elsewhere"), "'self' https://relay.example.com https://api.example.com");
  assert.equal(connect("verified by the backend"), "'self' https://api.example.com");
  assert.equal(connect("nothing verified"), "'self'");
});

test("each kind of file has exactly these headers", (t) => {
  const headers = readNetlify(generate(t, Object.values(samples)[0]).read("_headers"));
  const common = ["referrer-policy", "strict-transport-security", "x-content-type-options"];
  const policies = ["content-security-policy", "integrity-policy", "origin-agent-cluster", "permissions-policy"];
  const cross = ["cross-origin-embedder-policy", "cross-origin-opener-policy", "cross-origin-resource-policy"];
  const expected = (path: string): string[] => {
    if (path === "" || path === "index.html") return ["cache-control", ...cross, ...policies, ...common];
    if (path === "link.config.json" || path.startsWith("assets/"))
      return ["cache-control", "cross-origin-resource-policy", ...common];
    return /\.m?js$/.test(path)
      ? ["access-control-allow-origin", "cache-control", "cross-origin-resource-policy", ...common]
      : common;
  };
  for (const path of paths)
    assert.deepEqual(Object.keys(headers(`/${path}`)).sort(), expected(path).sort(), path || "the page");
  assert.equal(headers("/")["permissions-policy"]?.startsWith("clipboard-write=(self), "), true);
  for (const feature of headers("/")["permissions-policy"]?.split(", ").slice(1) ?? [])
    assert.match(feature, /^[a-z-]+=\(\)$/);
  assert.equal(headers("/")["x-frame-options"], undefined, "it has no list of allowed origins");
});
