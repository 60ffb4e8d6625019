import { upstreamClient } from "../relay/one_request.ts";
import type { Fetch } from "../relay/run_probe.ts";

/**
 * A fetch that sends what is meant for `https://HOST/PATH` to `upstream/HOST/PATH`: same method, headers, query and body.
 * For development only; the relay does not know of it.
 */
export function upstreamFetch(upstream: string): Fetch {
  const base = upstream.replace(/\/+$/, "");
  const send = upstreamClient();
  return (url, init) => {
    const { host, pathname, search } = new URL(url);
    return send(`${base}/${host}${pathname}${search}`, init);
  };
}
