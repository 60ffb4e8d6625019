import { configShape } from "../types/config_shape.ts";
import type { LinkConfig } from "../types/index.ts";
import type { PortConfig } from "../types/port.ts";
import { only } from "../types/shape.ts";
import { failure } from "./failure.ts";

/**
 * The serialisable part of a configuration. Throws a `CONFIG_INVALID` LinkError that names the first member which is
 * unknown or of the wrong type, so nothing of it reaches the link page.
 */
export function toPortConfig(config: Partial<LinkConfig>): PortConfig {
  // JSON drops the callbacks; the two members that stay with the host are dropped by name.
  const text = JSON.stringify(
    { ...config, supportRequest: config.support && !!config.support.onRequest },
    (key, value: unknown) => (key === "linkUrl" || key === "container" ? undefined : value),
  );
  const plain = JSON.parse(text) as Record<string, unknown>;
  for (const key in plain)
    if (!only(configShape)({ [key]: plain[key] }))
      throw failure("CONFIG_INVALID", `${key} is unknown or has the wrong type`);
  return plain;
}
