import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigProblem } from "../../../web/link/config/config_check.ts";
import { readPageConfig, toFlowPage } from "../../../web/link/config/page_config.ts";

const base = "https://link.example.com/widget/link.config.json";
const x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
const key = { kty: "EC", crv: "P-256", x, y, kid: "2026-11" };
const good = {
  allowedOrigins: ["https://app.example.com", "http://localhost:8080", "http://127.0.0.1:3000"],
  verify: "relay",
  relay: "/relay",
  handover: { mode: "callback", keys: [key] },
};

const handover = (members: object) => ({ ...good, handover: { ...good.handover, ...members } });
const withKey = (members: object) => handover({ keys: [{ ...key, ...members }] });
const origins = (...allowedOrigins: unknown[]) => ({ ...good, allowedOrigins });
const without = (name: keyof typeof good) =>
  Object.fromEntries(Object.entries(good).filter(([member]) => member !== name));

/** What is wrong, the file, and the field that the message must name. */
const bad: [what: string, config: unknown, field: string][] = [
  ["the empty template", { ...good, allowedOrigins: [], handover: { mode: "callback", keys: [] } }, "allowedOrigins"],
  ["not an object", null, "link.config.json"],
  ["a list", [good], "link.config.json"],
  ["a text", "{}", "link.config.json"],
  ["an unknown field", { ...good, sealKey: "x" }, "sealKey"],
  ["__proto__ as a field", JSON.parse(`{"__proto__":{},${JSON.stringify(good).slice(1)}`), "__proto__"],
  ["no origins", without("allowedOrigins"), "allowedOrigins"],
  ["origins that are no list", { ...good, allowedOrigins: "https://app.example.com" }, "allowedOrigins"],
  ["a wildcard", origins("*"), "allowedOrigins[0]"],
  ["a wildcard label", origins("https://app.example.com", "https://*.example.com"), "allowedOrigins[1]"],
  ["null", origins("null"), "allowedOrigins[0]"],
  ["a null value", origins(null), "allowedOrigins[0]"],
  ["a number", origins(1), "allowedOrigins[0]"],
  ["plain http elsewhere", origins("http://app.example.com"), "allowedOrigins[0]"],
  ["http on a look-alike of localhost", origins("http://localhost.example.com"), "allowedOrigins[0]"],
  ["a slash at the end", origins("https://app.example.com/"), "allowedOrigins[0]"],
  ["a path", origins("https://app.example.com/app"), "allowedOrigins[0]"],
  ["a default port", origins("https://app.example.com:443"), "allowedOrigins[0]"],
  ["capital letters", origins("https://App.example.com"), "allowedOrigins[0]"],
  ["a user name", origins("https://me@app.example.com"), "allowedOrigins[0]"],
  ["spaces", origins(" https://app.example.com"), "allowedOrigins[0]"],
  ["another scheme", origins("file://app.example.com"), "allowedOrigins[0]"],
  ["no way to verify", without("verify"), "verify"],
  ["another way to verify", { ...good, verify: "browser" }, "verify"],
  ["a relay over http", { ...good, relay: "http://relay.example.com" }, "relay"],
  ["an empty relay", { ...good, relay: "" }, "relay"],
  ["a relay with a query", { ...good, relay: "/relay?to=x" }, "relay"],
  ["a relay that is missing", without("relay"), "relay"],
  ["no hand-over", without("handover"), "handover"],
  ["an unknown hand-over", handover({ mode: "redirect" }), "handover.mode"],
  ["an unknown member of the hand-over", handover({ endpoint: "x" }), "handover.endpoint"],
  ["post without an address", handover({ mode: "post" }), "handover.url"],
  ["verify by the backend without an address", { ...good, verify: "backend" }, "handover.url"],
  ["a backend over http", handover({ mode: "post", url: "http://api.example.com" }), "handover.url"],
  ["a backend at a path", handover({ mode: "post", url: "/api" }), "handover.url"],
  ["no keys", handover({ keys: [] }), "handover.keys"],
  ["keys that are no list", handover({ keys: key }), "handover.keys"],
  ["a key that is a text", handover({ keys: ["-----BEGIN"] }), "handover.keys[0]"],
  ["a private key", withKey({ d: y }), "handover.keys[0].d"],
  ["a private key with an undefined d", withKey({ d: undefined }), "handover.keys[0].d"],
  ["another curve", withKey({ crv: "P-384" }), "handover.keys[0].crv"],
  ["another key type", withKey({ kty: "RSA" }), "handover.keys[0].kty"],
  ["a short coordinate", withKey({ x: x.slice(1) }), "handover.keys[0].x"],
  ["a coordinate with padding", withKey({ y: `${y}=` }), "handover.keys[0].y"],
  ["a point off the curve", withKey({ y: x }), "handover.keys[0].y"],
  ["the origin as a point", withKey({ x: "A".repeat(43), y: "A".repeat(43) }), "handover.keys[0].y"],
  ["a coordinate that is no number of the field", withKey({ x: `${"_".repeat(42)}8` }), "handover.keys[0].y"],
  ["a key without a kid", withKey({ kid: undefined }), "handover.keys[0].kid"],
  ["an empty kid", withKey({ kid: "" }), "handover.keys[0].kid"],
  ["a key for signing", withKey({ use: "sig" }), "handover.keys[0].use"],
  ["a key for another algorithm", withKey({ alg: "RSA-OAEP" }), "handover.keys[0].alg"],
  ["a key with an unknown member", withKey({ x5u: "https://x" }), "handover.keys[0].x5u"],
  ["a repeated kid", handover({ keys: [key, { ...key, kid: "other" }, key] }), "handover.keys[2].kid"],
  ["an empty list of providers", { ...good, providers: [] }, "providers"],
  ["a provider that is no text", { ...good, providers: ["workable", 2] }, "providers[1]"],
  ["a provider in capitals", { ...good, providers: ["Workable"] }, "providers[0]"],
  ["notices that are a list", { ...good, notices: ["workable"] }, "notices"],
  ["a notice that there is none of", { ...good, notices: { workable: "slow" } }, "notices.workable"],
  ["a notice of what is no id", { ...good, notices: { "Workable!": "down" } }, "notices.Workable!"],
  ["logos that are a text", { ...good, logos: "logos/" }, "logos"],
  ["an ATS's logo elsewhere", { ...good, logos: { lever: "https://cdn.example.com/a.svg" } }, "logos.lever"],
  ["an ATS's logo as data", { ...good, logos: { lever: "data:image/svg+xml,<svg/>" } }, "logos.lever"],
  ["an empty logo", { ...good, logos: { lever: "" } }, "logos.lever"],
  ["a brand that is a text", { ...good, brand: "Acme" }, "brand"],
  ["an unknown member of the brand", { ...good, brand: { colour: "red" } }, "brand.colour"],
  ["a logo elsewhere", { ...good, brand: { logoUrl: "https://cdn.example.com/a.svg" } }, "brand.logoUrl"],
  ["a logo as data", { ...good, brand: { logoUrl: "data:image/png;base64," } }, "brand.logoUrl"],
  ["a logo that is no text", { ...good, brand: { logoUrl: 7 } }, "brand.logoUrl"],
  ["support by script", { ...good, support: { url: "javascript:alert(1)" } }, "support.url"],
  ["support by half an address", { ...good, support: { email: "help" } }, "support.email"],
  ["an address with headers", { ...good, support: { email: "a@b.example?bcc=c" } }, "support.email"],
  ["a font elsewhere", { ...good, fontUrl: "//fonts.example.com/a.woff2" }, "fontUrl"],
  ["plaintext as a text", { ...good, dangerouslyAllowPlaintext: "yes" }, "dangerouslyAllowPlaintext"],
  [
    "plaintext by post",
    { ...handover({ mode: "post", url: "https://b.example", keys: [] }), dangerouslyAllowPlaintext: true },
    "handover.keys",
  ],
];

for (const [what, config, field] of bad) {
  test(`the configuration is refused, naming ${field}, for ${what}`, () => {
    assert.throws(
      () => readPageConfig(config, base),
      (error) => error instanceof ConfigProblem && error.field === field && error.message.startsWith(field),
    );
  });
}

test("a good configuration is read, with the relay's address made absolute", () => {
  const config = readPageConfig(good, base);
  assert.equal(config.relay, "https://link.example.com/relay");
  assert.deepEqual(config.handover, { mode: "callback", url: "", keys: [key] });
  assert.equal(config.dangerouslyAllowPlaintext, false);
});

test("every optional field is taken", () => {
  const more = {
    ...handover({ mode: "post", url: "https://api.example.com/link", keys: [{ ...key, use: "enc", alg: "ECDH-ES" }] }),
    relay: "https://relay.example.com/relay/",
    providers: ["workable"],
    notices: { workable: "down" },
    logos: { workable: "logos/workable.svg", "trakstar-hire": "/a.png" },
    brand: { name: "Acme", logoUrl: "logo.svg" },
    support: { url: "https://help.example.com", email: "help@example.com" },
    fontUrl: "/fonts/acme.woff2",
  };
  assert.equal(readPageConfig(more, base).relay, "https://relay.example.com/relay");
});

test("without a key the page works only where plaintext is allowed by name", () => {
  const plain = { ...handover({ keys: [] }), dangerouslyAllowPlaintext: true };
  assert.equal(readPageConfig(plain, base).dangerouslyAllowPlaintext, true);
});

test("what is missing is told with what belongs there", () => {
  const says = (config: object, sentence: string) =>
    assert.throws(() => readPageConfig(config, base), { message: sentence });
  says({}, "allowedOrigins: expected a list of at least 1");
  says(without("verify"), 'verify: expected "relay" or "backend" or "none"');
  says(without("handover"), "handover: expected an object");
  says({ ...good, handover: { keys: [key] } }, 'handover.mode: expected "callback" or "post"');
  says({ ...good, handover: { mode: "callback" } }, "handover.keys: expected a list");
  says({ ...good, brand: { name: "" } }, "brand.name: expected a text of 1 to 2048 characters");
});

test("a private key is called one, so that its owner knows to replace it", () => {
  assert.throws(() => readPageConfig(withKey({ d: y }), base), /private key/);
});

const written = (keys: unknown[]) => ({
  allowedOrigins: ["https://app.example"],
  verify: "none",
  handover: { mode: "callback", keys },
  dangerouslyAllowPlaintext: true,
});

test("the screens are told which ATSs are down, and which, and whether the page itself, have a logo", () => {
  const logos = { workable: "logos/workable.svg" };
  const more = { notices: { workable: "down", lever: "down" }, logos, brand: { logoUrl: "/own.svg" } };
  const page = readPageConfig({ ...written([]), ...more }, base);
  const { notices, ...told } = toFlowPage(page) as { notices: string[]; logos: object; brand: object };
  assert.deepEqual([notices, told.logos, told.brand], [["workable", "lever"], logos, { logoUrl: "/own.svg" }]);
});

test("the screens are told that nothing is sealed only where there is no key to seal to", () => {
  const key = { kty: "EC", crv: "P-256", kid: "a", x: "", y: "" };
  const read = readPageConfig(written([]), base);
  assert.deepEqual(toFlowPage(read), {
    verify: read.verify,
    handover: { mode: "callback" },
    plaintext: true,
  });
  const sealing = { ...read, handover: { ...read.handover, keys: [key] } };
  assert.ok(!("plaintext" in toFlowPage(sealing as typeof read)));
});
