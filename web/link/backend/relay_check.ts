/**
 * Asks the relay without a key, and without following: whether there is a redirect where it should be. XHR, which sends
 * the key, cannot be told not to follow one (docs/adr/0013). The relay's own answer to this is 204, or 404 from another
 * origin, which may not use OPTIONS.
 */
export async function seesRedirect(relay: string, send: typeof fetch = fetch): Promise<boolean> {
  try {
    const method = new URL(relay).origin === location.origin ? "OPTIONS" : "GET";
    const init = { method, redirect: "manual", credentials: "omit", cache: "no-store" } as const;
    const { type } = await send(`${relay}/v1/`, init);
    return type === "opaqueredirect";
  } catch {
    return false;
  }
}
