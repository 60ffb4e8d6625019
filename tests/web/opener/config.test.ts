import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { linkAddress, toPortConfig } from "../../../web/opener/port_config.ts";
import type { LinkConfig } from "../../../web/types/index.ts";

before(() => Object.assign(globalThis, { location: { origin: "https://host.example.com" } }));
after(() => Reflect.deleteProperty(globalThis, "location"));

for (const good of [
  "https://link.example.com/",
  "https://link.example.com/a/b/",
  "https://host.example.com:8443/",
  "http://localhost:8081/",
  "http://127.0.0.1:8081/link/",
])
  test(`linkUrl ${good} is taken`, () => assert.equal(linkAddress({ linkUrl: good }).href, good));

for (const bad of [
  "",
  "/link/",
  "link.example.com",
  "http://link.example.com/",
  "http://localhost.example.com/",
  "http://127.0.0.1.example.com/",
  "http://localhost@example.com/",
  "https://host.example.com/link/",
  "https://host.example.com:443/link/",
  "ftp://localhost/",
  "data:text/html,x",
  "javascript:alert(1)",
  "blob:https://link.example.com/1",
])
  test(`linkUrl “${bad}” is CONFIG_INVALID`, () =>
    assert.throws(() => linkAddress({ linkUrl: bad }), { code: "CONFIG_INVALID", displayMessage: null }));

test("what travels has no functions, no element and no address", () => {
  const config: LinkConfig = {
    linkUrl: "https://link.example.com/",
    state: "nonce",
    support: { url: "https://host.example.com/help", onRequest: () => {} },
    container: { nodeType: 1 } as unknown as HTMLElement,
    onSuccess: () => {},
    onExit: () => {},
  };
  assert.deepEqual(toPortConfig(config), {
    state: "nonce",
    support: { url: "https://host.example.com/help" },
    supportRequest: true,
  });
});

test("a patch without support says nothing about support", () => {
  assert.deepEqual(toPortConfig({ locale: "de" }), { locale: "de" });
});

const wrong: [string, object][] = [
  ["publicKey", { publicKey: {} }],
  ["endpoint", { endpoint: "https://evil.example" }],
  ["relay", { relay: "/relay" }],
  ["handover", { handover: { mode: "post" } }],
  ["__proto__", JSON.parse(`{"__proto__":{"relay":"/x"}}`) as object],
  ["constructor", { constructor: "x" }],
  ["brand", { brand: { name: "Host", logoUrl: "https://evil.example/x.png" } }],
  ["support", { support: { phone: "1" } }],
  ["mode", { mode: 5 }],
  ["relink", { relink: "expired" }],
  ["relink", { relink: { reason: 4 } }],
  ["relink", { relink: { why: "expired" } }],
  ["supportRequest", { supportRequest: true }],
  ["providers", { providers: "workable" }],
  ["providers", { providers: [1] }],
  ["scopes", { scopes: { required: "r_jobs" } }],
  ["state", { state: 7 }],
  ["provider", { provider: null }],
];
for (const [name, config] of wrong)
  test(`a configuration with ${JSON.stringify(config)} is refused by name`, () =>
    assert.throws(() => toPortConfig(config), {
      code: "CONFIG_INVALID",
      message: `${name} is unknown or not valid`,
    }));

test("S3 text with a lone surrogate is made well-formed, and what is too large is refused by its name", () => {
  assert.deepEqual(toPortConfig({ brand: { name: "Acme \ud83d" } }), { brand: { name: "Acme \ufffd" } });
  for (const state of ["x".repeat(17_000), "é".repeat(8100)])
    assert.throws(() => toPortConfig({ locale: "de", state }), {
      code: "CONFIG_INVALID",
      message: "state is too large",
    });
});

test("what is too large only together with what was taken before is refused by its own name", () => {
  const taken = toPortConfig({ state: "x".repeat(5000) });
  assert.deepEqual(toPortConfig({ brand: { name: "y" } }, taken), { ...taken, brand: { name: "y" } });
  assert.throws(() => toPortConfig({ brand: { name: "y".repeat(5000) } }, taken), {
    code: "CONFIG_INVALID",
    message: "brand is too large",
  });
  assert.deepEqual(toPortConfig({ state: "x".repeat(6000) }, taken), { state: "x".repeat(6000) });
});

test("H1 H2 members that a page gave all objects, and its toJSON, change nothing", () => {
  const bent = Object.prototype as unknown as Record<string, unknown>;
  try {
    bent["extend"] = () => 0;
    bent["toJSON"] = () => "bent";
    assert.deepEqual(Object.keys(toPortConfig({ providers: ["a"], brand: { name: "x" } })), ["providers", "brand"]);
  } finally {
    delete bent["extend"];
    delete bent["toJSON"];
  }
});

for (const name of ["onSuccess", "onExit", "onEvent", "onLoad"])
  test(`H12 ${name} that cannot be called is refused by its name`, () =>
    assert.throws(() => toPortConfig({ [name]: "no function" }), { code: "CONFIG_INVALID", message: /^on/ }));
