import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkProvider } from "../../web/provider_file/check.ts";
import { handle } from "../../web/relay/handle.ts";
import { loadProviders } from "../../web/relay/load_providers.ts";
import type { Provider } from "../../web/relay/provider.ts";
import { deep } from "../support/sample.ts";
import { redo, wrongFiles } from "./wrong/generate.ts";
import type { Change, WrongFile } from "./wrong/wrong_file.ts";

const files = wrongFiles(deep ? 6000 : 700);

/** Kept from runs with other seeds: what was once taken, or refused without naming the member. */
const kept = (JSON.parse(readFileSync(join(import.meta.dirname, "wrong/kept.json"), "utf8")) as Change[])
  .map(redo)
  .filter((file) => file !== null);

/** A member's name where it is not the beginning of another. */
const namesOne = (sentence: string, { name, names }: WrongFile): boolean =>
  names.length === 0 ||
  sentence.startsWith(`${name}: a provider file has at most `) ||
  names.some((each) => {
    const at = sentence.indexOf(` ${each}`);
    return at >= 0 && /[:.[]/.test(sentence.charAt(at + each.length + 1));
  });

test("each of at least 500 wrong provider files is refused in sentences, and one names the member", () => {
  assert(files.length >= 500, String(files.length));
  for (const file of [...files, ...kept]) {
    const { value, sentences } = checkProvider(file);
    assert(value === undefined, file.what);
    assert(
      sentences.some((sentence) => namesOne(sentence, file)),
      `${file.what}\n${sentences.join("\n")}`,
    );
    for (const sentence of sentences) {
      assert.match(sentence, /^[^\p{Cc}\p{Cf}\p{Cs}]{20,900}\.$/u, file.what);
      assert(sentence.startsWith(file.name), file.what);
    }
  }
});

test("every kept fault can still be done to a file of today", () => {
  assert(kept.length >= 10);
});

const key = "SandboxKeyOfNobodyWhichIsLongEnough12345";

/** A request of each probe, as the page would send it for the file as it was. */
function requestsOf({ id, fields, probes }: Provider): Request[] {
  const query = fields
    .filter(({ kind }) => kind !== "secret")
    .map((field) => `${field.id}=${field.options?.[0]?.value ?? "acme"}`)
    .join("&");
  const secrets = fields.filter(({ kind }) => kind === "secret").map((field) => [field.id, key]);
  const credential = secrets.length === 1 ? key : btoa(JSON.stringify(Object.fromEntries(secrets)));
  const headers = { "Sec-Fetch-Site": "same-origin", Authorization: `Bearer ${credential.replaceAll("=", "")}` };
  return probes.map(
    (probe) => new Request(`https://link.example.com/relay/v1/${id}/${probe.id}?${query}`, { headers }),
  );
}

test("the relay answers each request with a wrong provider file, and puts no key into an address", async () => {
  const right = new Map(loadProviders().map((provider) => [`${provider.id}.json`, provider]));
  const counts = { answered: 0, sent: 0 };
  for (const file of files) {
    const provider = parsed(file.bytes);
    const original = right.get(file.name);
    if (typeof provider !== "object" || provider === null || !original) continue;
    for (const request of requestsOf(original)) {
      const response = await handle(request, {
        config: { providers: [provider as Provider], origins: [], version: "1" },
        clientIp: "127.0.0.1",
        limiter: { take: () => ({ allowed: true }) },
        fetch: (url) => {
          counts.sent++;
          const to = new URL(url);
          assert.deepEqual(
            [to.protocol, to.username, to.password, to.port, to.hash],
            ["https:", "", "", "", ""],
            file.what,
          );
          assert(original.auth.kind === "query" || !url.includes(key), file.what);
          return Promise.resolve(new Response("{}", { headers: { "content-type": "application/json" } }));
        },
      });
      counts.answered++;
      assert.match(await response.text(), /^\{"(?:relay|status)":/, file.what);
    }
  }
  assert(counts.answered > 500 && counts.sent > 100, JSON.stringify(counts));
});

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
