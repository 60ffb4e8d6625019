import type { PortConfig } from "../../types/port.ts";

/** What a hosted link's fragment may say (base64url JSON). Everything else comes from the backend's session. */
const members = ["provider", "state", "locale"] as const;

/**
 * The base64 in what is left of a link after mail programs: without line breaks and invisible characters, brackets and
 * quotes around it, padding, a full stop, or what was hung on (`?fbclid=`, `&utm_source=`).
 */
function cleanFragment(fragment: string): string {
  let text = fragment;
  try {
    text = decodeURIComponent(fragment);
  } catch {
    // A percent sign that begins no code: what is before it may still do.
  }
  const bare = text.replace(/[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "");
  const base64 = /^[^\w+/-]*([\w+/-]*)/.exec(bare)?.[1] ?? "";
  // No base64 has this length: the last sign is a markup's.
  return base64.length % 4 === 1 ? base64.slice(0, -1) : base64;
}

/** The configuration in a fragment without its `#`, or null if the link is damaged. */
export function readFragment(fragment: string): PortConfig | null {
  if (fragment.length > 8192) return null;
  try {
    const base64 = cleanFragment(fragment).replaceAll("-", "+").replaceAll("_", "/");
    const text = new TextDecoder().decode(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
    const value = JSON.parse(text.slice(0, text.lastIndexOf("}") + 1)) as Record<string, unknown>;
    if (Array.isArray(value)) return null;
    const known = Object.entries(value).every(
      ([name, member]) =>
        (members as readonly string[]).includes(name) && typeof member === "string" && !member.includes("\ufffd"),
    );
    return known && value["state"] ? value : null;
  } catch {
    return null;
  }
}

/** Takes the fragment out of the address before anything else can read, log or bookmark it. */
export function takeFragment(window: Window): string {
  const fragment = window.location.hash.slice(1);
  if (fragment) window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return fragment;
}
