/** Longer than a second try is worth waiting for. */
const PATIENCE_MS = 10_000;

/**
 * Loads the page again, past the cache: a file that came damaged is kept as immutable, and a plain reload would be given
 * the same bytes again.
 */
export async function reloadFresh(): Promise<void> {
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(new URL("assets/", document.baseURI).href));
  const signal = AbortSignal.timeout(PATIENCE_MS);
  await Promise.allSettled(files.map((file) => fetch(file, { cache: "reload", signal })));
  location.reload();
}
