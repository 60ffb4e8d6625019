import type { PortConfig } from "../../types/port.ts";

/** What is known about where the page is shown. */
export interface Surroundings {
  /** Not in a frame. */
  top: boolean;
  /** Origins of all frames around, nearest first; null where the browser does not tell. */
  ancestors: readonly string[] | null;
  /** The address had a fragment: a hosted link. */
  fragment: boolean;
}

/** `frame`: wait for the host's hello. `hosted`: the address says what to do. Everything else ends here. */
export type Place = "frame" | "hosted" | "alone" | "not_allowed";

/** Where the page is shown, and whether it may be: every frame around must be of an allowed origin. */
export function judgePlace(around: Surroundings, allowed: readonly string[]): Place {
  if (around.top) return around.fragment ? "hosted" : "alone";
  if (around.ancestors?.some((origin) => !allowed.includes(origin))) return "not_allowed";
  return "frame";
}

/** A parent is judged once more by the origin of its hello, for browsers without `ancestorOrigins`. */
export const isAllowedParent = (origin: string, allowed: readonly string[]): boolean =>
  origin !== "null" && allowed.includes(origin);

/** Both, in a page that may keep secrets. `hello`: the origin of the parent's. */
export const mayShow = (around: Surroundings, hello: string, allowed: readonly string[]): boolean =>
  judgePlace(around, allowed) === "frame" && isSecureContext && isAllowedParent(hello, allowed);

export function lookAround(window: Window): Surroundings {
  const { ancestorOrigins } = window.location as { ancestorOrigins?: DOMStringList };
  return {
    top: window.parent === window,
    ancestors: ancestorOrigins ? [...ancestorOrigins] : null,
    fragment: window.location.hash.length > 1,
  };
}

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
