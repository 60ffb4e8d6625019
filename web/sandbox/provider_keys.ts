import { createHash } from "node:crypto";
import { fieldAccepts, inRanges } from "../relay/field_check.ts";
import type { Auth, Field, Provider, Values } from "../relay/provider.ts";
import type { ProviderKey, ProviderKeys } from "../types/testing.ts";
import { accounts } from "./accounts.ts";

/** The fields whose values prove who asks. */
export function credentialFields(auth: Auth): string[] {
  switch (auth.kind) {
    case "two_headers":
      return [...new Set(Object.values(auth.headers))];
    case "basic_user_password":
      return [auth.user, auth.field];
    case "client_credentials":
      return [auth.client, auth.field];
    default:
      return [auth.field];
  }
}

/** The typed fields that say which account is asked: in an address or a header, and no part of the credential. */
export function accountFields({ auth, fields, probes }: Provider): Field[] {
  const token = auth.kind === "client_credentials" ? auth.tokenUrl : "";
  const places = [
    token,
    ...probes.flatMap(({ host, path }) => [host, path]),
    ...Object.values(auth.extraHeaders ?? {}),
  ];
  const used = (id: string) => places.some((place) => place.includes(`{${id}}`));
  return fields.filter(({ id, kind }) => kind === "text" && used(id) && !credentialFields(auth).includes(id));
}

/** How a field names one of the sandbox's accounts: by its subdomain, or by characters that the field takes. */
export function accountValue(field: Field, subdomain: string): string {
  if (fieldAccepts(field, subdomain)) return subdomain;
  const { example = "" } = field as { example?: string };
  const isFirst = subdomain === accounts[0]?.subdomain;
  return isFirst && fieldAccepts(field, example) ? example : textFor(field, subdomain, `account ${subdomain}`);
}

const made = new WeakMap<Provider, ProviderKeys>();

/** The documented keys of a provider, the same in every start: its file says what they are made of. */
export function keysFor(provider: Provider): ProviderKeys {
  const known = made.get(provider);
  if (known) return known;
  const { name } = provider;
  const of = (key: keyof ProviderKeys, meaning: string): ProviderKey => ({ meaning, values: valuesFor(provider, key) });
  const good = of("good", `${name}: a good key.`);
  const others = Object.fromEntries(accountFields(provider).map((field) => [field.id, accountValue(field, "globex")]));
  const keys: ProviderKeys = {
    good,
    noPermission: of("noPermission", `${name}: a key that may not do what is asked of it.`),
    unknown: of("unknown", `${name}: no key of anybody.`),
    rateLimited: of("rateLimited", `${name}: a good key that has asked too often.`),
    unavailable: of("unavailable", `${name}: a good key while ${name} is down.`),
    ...(Object.keys(others).length > 0 && {
      otherAccount: { meaning: `${name}: the good key, asked of globex.`, values: { ...good.values, ...others } },
    }),
  };
  made.set(provider, keys);
  return keys;
}

function valuesFor(provider: Provider, key: keyof ProviderKeys): Values {
  const secrets = provider.fields.filter(({ kind }) => kind === "secret").length;
  const named = accountFields(provider);
  const values: Record<string, string> = {};
  for (const field of provider.fields) {
    if (field.kind === "choice") values[field.id] = field.options?.[0]?.value ?? "";
    else if (named.includes(field)) values[field.id] = accountValue(field, "acme");
    else if (field.kind === "secret" || !field.optional) {
      const words = ["sandbox", provider.id, key, ...(field.kind === "secret" && secrets === 1 ? [] : [field.id])];
      values[field.id] = textFor(field, words.map(pascal).join(""), words.join(" "));
    }
  }
  return values;
}

const pascal = (words: string): string =>
  words.replace(/(?:^|[^A-Za-z0-9])([a-z0-9])|[^A-Za-z0-9]/gi, (_, first: string | undefined) =>
    (first ?? "").toUpperCase(),
  );

/** Where the field takes it, `start` and then what only `seed` decides. A secret has 64 characters, other texts 20. */
function textFor(field: Field, start: string, seed: string): string {
  const wanted = field.kind === "secret" ? 64 : 20;
  const length = Math.min(Math.max(wanted, field.min ?? 1), field.max ?? 512);
  const tail = streamOf(seed, length);
  const text = start
    .slice(0, Math.max(0, length - 12))
    .concat(tail)
    .slice(0, length);
  const { first, middle, last } = field.chars ?? { first: "!-~", middle: "!-~", last: "!-~" };
  return Array.from(text, (character, at) => {
    const ranges = at === 0 ? first : at === length - 1 ? last : middle;
    return inRanges(ranges, character) ? character : allowedFor(ranges, character, at);
  }).join("");
}

function allowedFor(ranges: string, character: string, at: number): string {
  const all = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((each) =>
    inRanges(ranges, each),
  );
  const plain = all.filter((each) => /[A-Za-z0-9]/.test(each));
  const pool = plain.length > 0 ? plain : all;
  return pool[(character.charCodeAt(0) + at) % pool.length] ?? "";
}

function streamOf(seed: string, length: number): string {
  let text = "";
  for (let block = 0; text.length < length; block++) {
    text += createHash("sha256")
      .update(`ats-link ${seed} ${String(block)}`)
      .digest("base64")
      .replace(/[^A-Za-z0-9]/g, "");
  }
  return text.slice(0, length);
}

/** What a token endpoint gives for a key, for as long as the sandbox lives; a test can look for it where it must not be. */
export const accessToken = (provider: Provider, key: keyof ProviderKeys): string =>
  `SandboxToken${pascal(provider.id)}${streamOf(`token ${provider.id} ${key}`, 32)}`;
