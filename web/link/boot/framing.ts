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

export function lookAround(window: Window): Surroundings {
  const { ancestorOrigins } = window.location as { ancestorOrigins?: DOMStringList };
  return {
    top: window.parent === window,
    ancestors: ancestorOrigins ? [...ancestorOrigins] : null,
    fragment: window.location.hash.length > 1,
  };
}
