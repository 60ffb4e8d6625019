import { configShape } from "../types/config_shape.ts";
import type { LinkConfig } from "../types/index.ts";
import { keys, LIMIT, parse, plainText, sizeOf, some } from "../types/plain_text.ts";
import type { PortConfig } from "../types/port.ts";
import { callable, fits, type Shape } from "../types/shape.ts";
import { invalid } from "./failure.ts";

/** Of a message that also brings a snapshot. */
const ROOM = LIMIT / 2;

const callback = (value: unknown): boolean => !value || callable(value);
/** What stays in the host page. */
const hostShape: Record<string, Shape> = {
  // Looked at when it is used.
  container: () => true,
  onEvent: callback,
  onExit: callback,
  onLoad: callback,
  onSuccess: callback,
  linkUrl: "",
};

/**
 * The part of a configuration that travels: own members, well-formed text. Throws a `CONFIG_INVALID` LinkError that names
 * the first member which is unknown, of the wrong type or too large together with what was `taken` before it, so nothing
 * of it reaches the link page.
 */
export function toPortConfig(config: Partial<LinkConfig>, taken: PortConfig = {}): PortConfig {
  some(keys(config), (name) => {
    let why: string | undefined;
    try {
      const value = (config as Record<string, unknown>)[name];
      if (value === undefined || fits({ [name]: value }, hostShape, true)) return;
      // A function is no text, so of support only what is asked of the host is left to tell.
      const read = { [name]: parse(plainText(value) as string) as unknown };
      if (fits(read, configShape, true)) {
        taken = { ...taken, ...read };
        if (name === "support") taken.supportRequest = callable((value as LinkConfig["support"])?.onRequest);
        if (sizeOf(plainText(taken) as string) <= ROOM) return;
        why = "is too large";
      }
    } catch {
      // A cycle, a BigInt or a getter that throws cannot even be read.
    }
    throw invalid(name, why);
  });
  return taken;
}

/**
 * The link page's address. Throws a `CONFIG_INVALID` LinkError unless it is https (http on this machine) and of another
 * origin than the host page: on the same origin the frame's sandbox would protect nothing.
 */
export function linkAddress(given: Pick<LinkConfig, "linkUrl">): URL {
  try {
    const url = new URL(given.linkUrl);
    if (/^https:|^http:(localhost|127\.0\.0\.1)$/.test(url.protocol + url.hostname) && url.origin !== location.origin)
      return url;
  } catch {
    // Not absolute, or nothing was given.
  }
  throw invalid("linkUrl");
}
