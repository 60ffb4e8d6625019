#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decodeProtectedHeader, type JWK } from "jose";
import { isFresh, unseal } from "../demo-backend/open_token.ts";
import { makeSealKey } from "../demo-backend/seal_key.ts";
import type { TokenPayload } from "../demo-backend/token_payload.ts";

const usage = "Usage: ats-link keygen [--out FILE] | ats-link open TOKEN --key FILE [--show-secret]";

/** What ends the command: one sentence, and exit status 2 for a wrong command line, 1 for anything else. */
class CommandError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Writes the private key to a file that did not exist (readable by its owner alone) and prints the public key. */
async function keygen(file: string): Promise<void> {
  const { publicJwk, privateJwk } = await makeSealKey();
  try {
    writeFileSync(file, `${JSON.stringify(privateJwk, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw new CommandError(exists ? `${file} exists; choose another file with --out.` : `${file} cannot be written.`);
  }
  console.error(`The private key is in ${file}; keep it on your backend. The public key is for link.config.json:`);
  console.log(JSON.stringify(publicJwk));
}

/** Prints what the token holds. Its age is told, not judged: accepting tokens is the backend's work. */
async function open(token: string, keyFile: string, showSecret: boolean): Promise<void> {
  const payload = await unseal(token, readKeys(keyFile));
  if (typeof payload === "string") throw new CommandError(whyNot(payload, token));
  if (!isFresh(payload, Date.now())) console.error("The token has expired; a backend would refuse it.");
  console.log(JSON.stringify(showSecret ? withoutPad(payload) : masked(payload), null, 2));
}

function readKeys(file: string): JWK[] {
  try {
    const document = JSON.parse(readFileSync(file, "utf8")) as JWK | { keys: JWK[] };
    return "keys" in document && Array.isArray(document.keys) ? document.keys : [document as JWK];
  } catch {
    throw new CommandError(`${file} is not a file with a private key (JWK).`);
  }
}

function whyNot(failure: string, token: string): string {
  if (failure !== "key_unknown") return "The token cannot be opened: it is not a sealed token, or it was changed.";
  return `The token was sealed to the key ${String(decodeProtectedHeader(token).kid)}, which is not in the file.`;
}

function withoutPad(payload: TokenPayload): object {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== "pad"));
}

function masked(payload: TokenPayload): object {
  const values = Object.entries(payload.credential.values).map(([id, value]) => [id, `••••${value.slice(-4)}`]);
  const credential = { ...payload.credential, values: Object.fromEntries(values) as Record<string, string> };
  return withoutPad({ ...payload, credential });
}

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseCommand(argv);
  const [command, token, ...rest] = positionals;
  if (command === "keygen" && token === undefined && values.key === undefined) {
    return keygen(values.out ?? "ats-link-private-key.json");
  }
  if (command === "open" && token !== undefined && rest.length === 0 && values.key !== undefined) {
    return open(token, values.key, values["show-secret"] ?? false);
  }
  throw new CommandError(usage, 2);
}

function parseCommand(args: string[]) {
  const text = { type: "string" } as const;
  try {
    const options = { out: text, key: text, "show-secret": { type: "boolean" } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    throw new CommandError(usage, 2);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
