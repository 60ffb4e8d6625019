import { invalid } from "./failure.ts";

/**
 * The link page's address. Throws a `CONFIG_INVALID` LinkError unless it is https (http on this machine) and of another
 * origin than the host page: on the same origin the frame's sandbox would protect nothing.
 */
export function linkAddress(linkUrl: string): URL {
  try {
    const url = new URL(linkUrl);
    if (/^https:|^http:(localhost|127\.0\.0\.1)$/.test(url.protocol + url.hostname) && url.origin !== location.origin)
      return url;
  } catch {
    // Not absolute.
  }
  throw invalid("linkUrl");
}
