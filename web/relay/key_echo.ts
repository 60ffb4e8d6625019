import type { Values } from "./provider.ts";

/** Runs of this many characters of a key, in whatever form, are too many to show. */
const longestRun = 8;

/**
 * True if a text of the ATS shares 8 characters in a row with a secret: as it is, split by spaces, signs, tags or
 * invisible characters, in other case, backwards, full-width, accented, percent-encoded, as entities or escapes, in hexadecimal,
 * or in base64 at any alignment. src/flow/verdict/key_echo.cpp does the same; tests/fixtures/key_echoes.json holds both.
 */
export function echoesSecret(text: string, secrets: Values): boolean {
  const forms = runsOf(secrets);
  let seen = text.normalize("NFKD");
  for (let i = 0; i < 3; i++) {
    const bare = skeleton(seen.replace(/<[^>]*>/g, ""));
    const all = [skeleton(seen), bare, Array.from(bare).reverse().join("")];
    if (forms.some((form) => all.some((each) => sharesRun(each, form)))) return true;
    seen = unescape(seen);
  }
  return false;
}

/** Letters and digits alone, in lower case: what is left of a key however it is split. */
const skeleton = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

function formsOf(secret: string): [form: string, run: number][] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const plain: [string, number] = [skeleton(secret), longestRun];
  return [plain, [hex, 2 * longestRun], ...[0, 1, 2].map((at): [string, number] => [base64At(bytes, at), longestRun])];
}

/** The characters of base64 that depend on the secret alone, where it begins at the byte `at` of a group of three. */
function base64At(bytes: Uint8Array, at: number): string {
  const padded = btoa(String.fromCharCode(...new Uint8Array(at), ...bytes)).replace(/=/g, "");
  const last = (8 * (at + bytes.length)) % 6 === 0 ? padded.length : padded.length - 1;
  return skeleton(padded.slice(Math.ceil((8 * at) / 6), last));
}

/** All runs of one form, each of `size` characters. */
interface Runs {
  size: number;
  runs: Set<string>;
}

// A token may have thousands of characters and an answer many texts; an entry is gone with its request's secrets.
const known = new WeakMap<Values, Runs[]>();

function runsOf(secrets: Values): Runs[] {
  const found = known.get(secrets) ?? Object.values(secrets).flatMap(formsOf).map(toRuns);
  known.set(secrets, found);
  return found;
}

function toRuns([form, run]: [string, number]): Runs {
  const size = Math.min(run, form.length);
  return { size, runs: new Set(Array.from({ length: form.length - size + 1 }, (_, i) => form.slice(i, i + size))) };
}

function sharesRun(text: string, { size, runs }: Runs): boolean {
  if (size === 0) return true;
  for (let i = 0; i + size <= text.length; i++) if (runs.has(text.slice(i, i + size))) return true;
  return false;
}

const escapes = /[%=]([0-9a-f]{2})|&#x([0-9a-f]{1,6});?|&#([0-9]{1,7});?|\\u([0-9a-f]{4})|[\\0]x([0-9a-f]{2})/gi;

/** One layer of percent-encoding, numeric entities and escapes taken off. */
function unescape(text: string): string {
  return text.replace(escapes, (_all, ...found: unknown[]) => {
    const digits = found.slice(0, 5).find((each) => each !== undefined) as string;
    const code = parseInt(digits, found[2] === undefined ? 16 : 10);
    return code < 128 ? String.fromCharCode(code) : "";
  });
}
