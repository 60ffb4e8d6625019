import { failure } from "./failure.ts";

/**
 * The link page's address. Throws a `CONFIG_INVALID` LinkError unless it is https (http on this machine) and of another
 * origin than the host page: on the same origin the frame's sandbox would protect nothing.
 */
export function linkAddress(linkUrl: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(linkUrl);
  } catch {
    // Not absolute; said below.
  }
  if (!url || !/^(https:|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/)/.test(url.href) || url.origin === location.origin)
    throw failure("CONFIG_INVALID", "linkUrl must be an absolute https URL on another origin than this page");
  return url;
}
