import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cleanText } from "../../web/relay/upstream_text.ts";
import { echoesSecret } from "../../web/relay/key_echo.ts";
import { startJsonUpstream, startRelay } from "./support.ts";

const file = join(import.meta.dirname, "../fixtures/key_echoes.json");
const { secret, echoes, clean } = JSON.parse(readFileSync(file, "utf8")) as {
  secret: string;
  echoes: Record<string, string>;
  clean: Record<string, string>;
};
const secrets = { api_key: secret };

test("a text that repeats the key in any form is dropped whole", () => {
  for (const [form, text] of Object.entries(echoes)) {
    assert.ok(echoesSecret(text, secrets), form);
    assert.ok(echoesSecret(`Not valid: ${text} (code 7)`, { other: "0".repeat(20), ...secrets }), form);
    assert.equal(cleanText(text, secrets, 200), "", form);
  }
});

test("a text that shares fewer than eight characters with the key is shown", () => {
  for (const [form, text] of Object.entries(clean)) assert.ok(!echoesSecret(text, secrets), form);
  assert.equal(cleanText(clean["an ordinary reason"] ?? "", secrets, 200), clean["an ordinary reason"]);
});

test("an account whose name, id or subdomain repeats the key is told without them, and split over several, without any", async (t) => {
  const name = `Acme ${secret.slice(4, 20)}`;
  const parts = Array.from({ length: 6 }, (_, i) => ({ name: secret.slice(i * 6, i * 6 + 6), id: String(i) }));
  const told = async (accounts: object[]) => {
    const relay = await startRelay(t, await startJsonUpstream(t, { accounts }));
    return ((await relay.probe("workable/accounts?subdomain=acme", secret)).body as { accounts: object[] }).accounts;
  };
  const good = { id: "7", name: "Acme", subdomain: "acme" };
  assert.deepEqual(await told([good]), [good]);
  assert.deepEqual(await told([{ ...good, name }]), [{ id: "7", subdomain: "acme" }]);
  assert.deepEqual(await told([{ ...good, id: Buffer.from(`Bearer ${secret}`).toString("base64").slice(0, 40) }]), [
    { name: "Acme", subdomain: "acme" },
  ]);
  assert.deepEqual(await told([{ ...good, subdomain: secret.toLowerCase().slice(3, 20) }]), [
    { id: "7", name: "Acme" },
  ]);
  assert.deepEqual(await told(parts), []);
});
