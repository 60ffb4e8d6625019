import { isObject } from "./json.ts";
import { echoesSecret } from "./key_echo.ts";
import type { Values } from "./provider.ts";

const members = ["error", "errors", "errorInfo", "message", "title", "detail", "description", "code"];

/**
 * The first text an ATS gives as its reason: `{"error":"…"}`, `{"error":{"error":{"name":"…"}}}`, `{"errors":["…"]}`,
 * `{"errors":[{"title":"…"}]}`, `{"code":"…","message":"…"}`. Empty if there is none.
 */
export function errorText(document: unknown, levels = 4): string {
  if (typeof document === "string") return document;
  if (levels === 0) return "";
  if (Array.isArray(document)) return errorText(document[0], levels - 1);
  if (!isObject(document)) return "";
  for (const member of levels === 4 ? members : [...members, "name"]) {
    const text = errorText(document[member], levels - 1);
    if (text !== "") return text;
  }
  return "";
}

// C0, DEL, C1, zero-width, line/paragraph separators, bidirectional controls, BOM, lone surrogates.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/**
 * Text from upstream made safe to show: control characters removed, at most `limit` characters, and nothing at all of a
 * text that repeats a part of a secret: what is left around the part may hold the rest of it.
 */
export function cleanText(text: string, secrets: Values, limit: number): string {
  // Longer than anything that is shown: what comes behind is never looked at.
  const start = Array.from(text.slice(0, 8 * limit))
    .slice(0, 4 * limit)
    .join("");
  if (echoesSecret(start, secrets)) return "";
  return Array.from(start.replace(unsafe, "").trim()).slice(0, limit).join("").trimEnd();
}
