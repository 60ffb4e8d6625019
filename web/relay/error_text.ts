import { isObject } from "./json_member.ts";

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
