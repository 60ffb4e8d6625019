import { configShape } from "../types/config_shape.ts";
import type { LinkConfig } from "../types/index.ts";
import { hasOwn, keys, LIMIT, parse, plainText, sizeOf } from "../types/plain_text.ts";
import type { PortConfig } from "../types/port.ts";
import { callable, fits, type Shape } from "../types/shape.ts";
import { invalid } from "./failure.ts";

/** Of a message that also brings a snapshot. */
const ROOM = LIMIT / 2;

const callback = (value: unknown): boolean => !value || callable(value);
/** What stays in the host page. */
const hostShape: Record<string, Shape> = {
  linkUrl: "",
  // Looked at when it is used.
  container: () => true,
  onSuccess: callable,
  onExit: callback,
  onEvent: callback,
  onLoad: callback,
};

/**
 * The part of a configuration that travels: own members, well-formed text. Throws a `CONFIG_INVALID` LinkError that names
 * the first member which is unknown, of the wrong type or too large, so nothing of it reaches the link page.
 */
export function toPortConfig(config: Partial<LinkConfig>): PortConfig {
  let taken: PortConfig = {};
  for (const name of keys(config)) {
    let good = false;
    try {
      const value = (config as Record<string, unknown>)[name];
      if (hasOwn(hostShape, name)) good = fits(value, hostShape[name] as Shape);
      else if (value === undefined) good = true;
      else {
        // A function is no text, so of support only what is asked of the host is left to tell.
        const read: object = { [name]: parse(plainText(value) as string) as unknown };
        taken = { ...taken, ...read };
        if (name === "support") taken.supportRequest = callable((value as LinkConfig["support"])?.onRequest);
        good = fits(read, configShape, true);
      }
    } catch {
      // A cycle, a BigInt or a getter that throws cannot even be read.
    }
    if (!good) throw invalid(name);
    if (sizeOf(plainText(taken) as string) > ROOM) throw invalid(name, "is too large");
  }
  return taken;
}
