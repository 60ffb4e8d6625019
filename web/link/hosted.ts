import type { PortConfig } from "../types/port.ts";

/** What a hosted link's fragment may say (base64url JSON). Everything else comes from the backend's session. */
const members = ["provider", "state", "locale"] as const;

/** The configuration in a fragment without its `#`, or null if it is not one. */
export function readFragment(fragment: string): PortConfig | null {
  if (fragment.length > 4096 || !/^[A-Za-z0-9_-]+$/.test(fragment)) return null;
  try {
    const bytes = Uint8Array.from(atob(fragment.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, unknown>;
    if (typeof value !== "object" || Array.isArray(value)) return null;
    const known = Object.entries(value).every(
      ([name, member]) => (members as readonly string[]).includes(name) && typeof member === "string",
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
