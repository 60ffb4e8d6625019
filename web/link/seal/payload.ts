import type { SealEffect } from "../messages.ts";
import type { SecretBytes } from "../module/module.ts";

/** What the page adds. `now`: seconds since 1970. */
export interface SealContext {
  origin: string;
  now: number;
  version: string;
}

/** Keys up to this many bytes give tokens of one length; longer ones step by as much. */
const STEP = 64;
const encoder = new TextEncoder();
const control = (byte: number): Uint8Array => encoder.encode(`\\u00${byte.toString(16).padStart(2, "0")}`);

/** UTF-8 bytes as the inside of a JSON string, without making a JavaScript string of them. */
export function escapeJson(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x22 || byte === 0x5c) out.push(0x5c, byte);
    else if (byte < 0x20) out.push(...control(byte));
    else out.push(byte);
  }
  const escaped = Uint8Array.from(out);
  out.fill(0);
  return escaped;
}

function randomJti(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** The payload of contract version 1 as UTF-8 JSON. The caller overwrites it, and `secrets`, after use. */
export function buildPayload(effect: SealEffect, secrets: SecretBytes[], context: SealContext): Uint8Array {
  const values = secrets.map(({ id, bytes }) => ({ name: JSON.stringify(id), bytes: escapeJson(bytes) }));
  const size = values.reduce((sum, value) => sum + value.bytes.length, 0);
  const room = Math.max(secrets.length, Math.ceil(size / STEP)) * STEP;
  const iat = Math.floor(context.now);
  const head = JSON.stringify({
    v: 1,
    jti: randomJti(),
    iat,
    exp: iat + 600,
    state: effect.state,
    origin: context.origin,
    provider: effect.provider,
    method: "api_key",
    fields: effect.fields,
    account: effect.account,
    scopes: effect.scopes ?? { granted: [], missing: [], unverified: [] },
    widgetVersion: context.version,
    pad: "0".repeat(room - size),
  });
  const parts = [encoder.encode(`${head.slice(0, -1)},"credential":{"kind":"api_key","values":{`)];
  values.forEach(({ name, bytes }, index) => {
    parts.push(encoder.encode(`${index > 0 ? "," : ""}${name}:"`), bytes, encoder.encode('"'));
  });
  parts.push(encoder.encode("}}}"));
  const payload = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    payload.set(part, at);
    at += part.length;
    part.fill(0);
  }
  return payload;
}
